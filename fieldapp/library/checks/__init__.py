"""Rules of the checklist language that one field alone cannot hold.

Each check yields mistakes with the path of the value that is wrong.
"""

from collections.abc import Iterator

from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.library.checks.answers import answer_mistakes
from fieldapp.library.checks.answers_named import named_answer_mistakes
from fieldapp.library.checks.calculations import calculation_mistakes
from fieldapp.library.checks.expressions import unreadable_mistakes
from fieldapp.library.checks.identity import basis_mistakes, total_mistakes
from fieldapp.library.checks.points import points_mistakes, step_mistakes
from fieldapp.library.checks.rings import reserved_mistakes, ring_mistakes
from fieldapp.library.checks.sections import section_mistakes
from fieldapp.library.checks.sentences import sentence_mistakes
from fieldapp.library.checks.table import table_mistakes
from fieldapp.library.checks.targets import target_mistakes
from fieldapp.library.documents import Mistake, Path


def checklist_mistakes(checklist: Checklist) -> Iterator[Mistake]:
    """Yield everything wrong between the parts of a checklist but its expressions."""
    yield from total_mistakes(checklist)
    yield from step_mistakes(checklist)
    yield from table_mistakes(checklist)
    yield from section_mistakes(checklist)
    yield from named_answer_mistakes(checklist)
    yield from ring_mistakes(checklist)
    yield from reserved_mistakes(checklist)


def criterion_mistakes(criterion: Criterion, path: Path) -> Iterator[Mistake]:
    """Yield everything wrong with one criterion that stands at `path`."""
    yield from answer_mistakes(criterion, path)
    yield from target_mistakes(criterion, path)
    yield from points_mistakes(criterion, path)
    yield from sentence_mistakes(criterion, path)
    yield from basis_mistakes(criterion, path)
    yield from calculation_mistakes(criterion, path)
    yield from unreadable_mistakes(criterion, path)
