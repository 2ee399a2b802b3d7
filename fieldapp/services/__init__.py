"""Use cases: one function per thing a person does. Screens and commands call these."""
