"""Whether a whole section applies, also one that has no entries to ask yet."""

from fieldapp.domain.checklist import Section
from fieldapp.domain.evaluation.engine import Evaluation
from fieldapp.domain.evaluation.seeing import Sight
from fieldapp.domain.expressions import evaluate, parse


def section_applies(evaluation: Evaluation, section: Section) -> bool:
    """Whether the section's own condition holds at the inspected unit as things stand.

    What its criteria say for themselves is not looked at.
    """
    if not section.when or not section.criteria:
        return True
    here = evaluation.inspection.unit.code
    sight = Sight(evaluation, section.criteria[0].id, here)
    return evaluate(parse(section.when), sight) is True
