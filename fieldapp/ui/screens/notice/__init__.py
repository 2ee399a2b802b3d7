"""The paper: its details, signing, its pages."""
