"""Photos: checked, kept as they were taken, and made small for screen and paper."""

from fieldapp.evidence.desk import Originals, PhotoShelf

__all__ = ["Originals", "PhotoShelf"]
