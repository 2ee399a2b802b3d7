"""Filling in an inspection: sections, criteria, cards."""
