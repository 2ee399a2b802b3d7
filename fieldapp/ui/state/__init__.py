"""Observable screen state: frozen domain values, replaced whole, never rows."""
