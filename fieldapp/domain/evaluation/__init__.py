"""An inspection under its checklist: what applies, what follows, what is doubtful."""

from fieldapp.domain.evaluation.engine import Cell, Evaluation, Violation
from fieldapp.domain.evaluation.sections import section_applies

__all__ = ["Cell", "Evaluation", "Violation", "section_applies"]
