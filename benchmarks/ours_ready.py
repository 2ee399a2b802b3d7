"""Our side of `relevance`: a checklist from file to ready, and one answer to it."""

from pathlib import Path

from benchmarks.relevant_forms import Step
from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.evaluation import Evaluation
from fieldapp.domain.inspection import Campaign, Inspection, Issuer
from fieldapp.domain.record import InspectionRecord
from fieldapp.domain.units import Unit, UnitKind
from fieldapp.library import load_checklist

_UNIT = Unit(code="X", name="UBND xã Tân Thạnh", kind=UnitKind.XA)


class Ready:
    """A checklist that takes the answers of one unit."""

    def __init__(self, evaluation: Evaluation) -> None:
        self._evaluation = evaluation
        self._ids = tuple(c.id for c in evaluation.checklist.criteria())

    def answer(self, step: Step) -> None:
        """Take the answer; afterwards `applies` is right for every criterion."""
        self._evaluation.put(step.id, _UNIT.code, _body(step))

    def applies(self, criterion: str) -> bool:
        """Whether the criterion applies with the answers so far."""
        return self._evaluation.applies(criterion, _UNIT.code)

    def applying(self) -> int:
        """How many criteria apply."""
        return sum(map(self.applies, self._ids))


def _body(step: Step) -> AnswerValue | None:
    if not step.value:
        return None
    if step.kind == "ratio":
        return AnswerValue(num=int(step.value), den=10)
    return AnswerValue(value=step.value)


def ready(path: Path) -> Ready:
    """Read, check, and work out what applies while nothing is answered."""
    checklist = load_checklist(path)
    inspection = Inspection(
        id="KT-1",
        checklist=checklist.id,
        campaign=Campaign(id="CT", name="Kiểm tra công tác CCHC", year=2026),
        unit=_UNIT,
        issuer=Issuer(
            parent="UBND TỈNH ĐỒNG THÁP",
            agency="SỞ NỘI VỤ",
            symbol="TB-SNV",
            place="Mỹ Tho",
        ),
    )
    return Ready(Evaluation(checklist, InspectionRecord(inspection=inspection)))
