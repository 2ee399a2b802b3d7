"""An inspection under its checklist: what applies, what follows, what is doubtful."""

from fieldapp.domain.evaluation.engine import Cell, Evaluation, Violation

__all__ = ["Cell", "Evaluation", "Violation"]
