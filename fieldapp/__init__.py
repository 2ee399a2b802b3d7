"""Field inspections of administrative reform: from checklist to signed notice."""

__version__ = "0.1.0"
