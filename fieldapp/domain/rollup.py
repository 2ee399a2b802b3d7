"""Many places, one criterion: who fails, who passes, in what order.

Places are the sub-units, or the entries of a repeating section ("hồ sơ").

Failing units stand worst first, passing ones best first; units known to fail or
pass without a figure follow in the order of the inspection. Sub-units a criterion
does not apply to leave the total; those without an answer count as unknown.
"""

from decimal import Decimal

from fieldapp.domain.answers import Answer, AnswerValue
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.evaluation import Evaluation
from fieldapp.domain.record import InspectionRecord
from fieldapp.domain.units import Unit
from fieldapp.domain.value import Value
from fieldapp.domain.verdicts import Verdict, measured


class Member(Value):
    """One place's standing; `measured` is unrounded, None without a figure."""

    unit: Unit
    answer: Answer | None
    verdict: Verdict
    measured: Decimal | None


class RollUp(Value):
    """A criterion over all places it applies to; `entry` is what an entry is called.

    `criterion` has the target of those places.
    """

    entry: str = ""
    criterion: Criterion
    fails: tuple[Member, ...]
    passes: tuple[Member, ...]
    unknown: tuple[Member, ...]
    recorded: tuple[Member, ...]

    @property
    def members(self) -> tuple[Member, ...]:
        """All of them: fails, passes, recorded, unknown."""
        return (*self.fails, *self.passes, *self.recorded, *self.unknown)

    @property
    def total(self) -> int:
        """How many places the criterion applies to."""
        return len(self.members)

    @property
    def unit_kind(self) -> str:
        """The kind of the places in words; "đơn vị" when they are mixed."""
        if self.entry:
            return self.entry
        kinds = {m.unit.kind_name for m in self.members}
        return kinds.pop() if len(kinds) == 1 else "đơn vị"


def roll_up(
    criterion: Criterion, record: InspectionRecord, evaluation: Evaluation
) -> RollUp:
    """Sort the sub-units, or the entries, by how they stand on a criterion."""
    section = evaluation.section(criterion.id)
    places = (
        evaluation.inspection.sub_units
        if section.repeat is None
        else evaluation.places(criterion.id)
    )
    if places:
        criterion = evaluation.criterion(criterion.id, places[0].code)
    standing = [_member(criterion, unit, record, evaluation) for unit in places]
    low_is_bad = criterion.higher_is_better
    return RollUp(
        criterion=criterion,
        entry=section.repeat.entry if section.repeat else "",
        fails=_sorted(standing, Verdict.NOT_MET, ascending=low_is_bad),
        passes=_sorted(standing, Verdict.MET, ascending=not low_is_bad),
        unknown=_sorted(standing, Verdict.UNKNOWN, ascending=True),
        recorded=_sorted(standing, Verdict.RECORDED, ascending=False),
    )


def _member(
    criterion: Criterion, unit: Unit, record: InspectionRecord, evaluation: Evaluation
) -> Member:
    body = evaluation.body(criterion.id, unit.code)
    return Member(
        unit=unit,
        answer=told_answer(record, criterion.id, unit.code, body),
        verdict=evaluation.verdict(criterion.id, unit.code),
        measured=measured(body) if body else None,
    )


def told_answer(
    record: InspectionRecord, criterion: str, place: str, body: AnswerValue | None
) -> Answer | None:
    """What a sentence may draw on: the stored answer, or one made of `body`.

    A calculated answer is stored nowhere, and one told by photos neither.
    """
    stored = record.answer(criterion, place)
    if body is None or (stored is not None and stored.body == body):
        return stored
    note = record.note(criterion, place)
    return Answer(criterion=criterion, unit=place, body=body, note=note)


def _sorted(
    members: list[Member], verdict: Verdict, *, ascending: bool
) -> tuple[Member, ...]:
    chosen = [m for m in members if m.verdict is verdict]
    known = [m for m in chosen if m.measured is not None]
    # sorted() is stable, also reversed: equal figures keep the inspection's order.
    known = sorted(known, key=lambda m: m.measured or Decimal(0), reverse=not ascending)
    return (*known, *(m for m in chosen if m.measured is None))
