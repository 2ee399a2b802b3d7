"""Many units, one criterion: who fails, who passes, in what order.

Failing units stand worst first, passing ones best first; units known to fail or
pass without a figure follow in the order of the inspection. Sub-units a criterion
does not apply to leave the total; those without an answer count as unknown.
"""

from decimal import Decimal

from fieldapp.domain.answers import Answer
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.record import InspectionRecord
from fieldapp.domain.units import Unit
from fieldapp.domain.value import Value
from fieldapp.domain.verdicts import Verdict, measured, verdict_of


class Member(Value):
    """One sub-unit's standing; `measured` is unrounded, None without a figure."""

    unit: Unit
    answer: Answer | None
    verdict: Verdict
    measured: Decimal | None


class RollUp(Value):
    """A criterion over all sub-units it applies to."""

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
        """How many sub-units the criterion applies to."""
        return len(self.members)

    @property
    def unit_kind(self) -> str:
        """The kind of the sub-units in words; "đơn vị" when they are mixed."""
        kinds = {m.unit.kind_name for m in self.members}
        return kinds.pop() if len(kinds) == 1 else "đơn vị"


def roll_up(criterion: Criterion, record: InspectionRecord) -> RollUp:
    """Sort the sub-units of an inspection by how they stand on a criterion."""
    year = record.inspection.campaign.year
    standing = [_member(criterion, unit, record, year) for unit in _subs(record)]
    low_is_bad = criterion.higher_is_better
    return RollUp(
        criterion=criterion,
        fails=_sorted(standing, Verdict.NOT_MET, ascending=low_is_bad),
        passes=_sorted(standing, Verdict.MET, ascending=not low_is_bad),
        unknown=_sorted(standing, Verdict.UNKNOWN, ascending=True),
        recorded=_sorted(standing, Verdict.RECORDED, ascending=False),
    )


def _subs(record: InspectionRecord) -> tuple[Unit, ...]:
    return record.inspection.sub_units


def _member(
    criterion: Criterion, unit: Unit, record: InspectionRecord, year: int
) -> Member:
    answer = record.answer(criterion.id, unit.code)
    body = answer.body if answer else None
    return Member(
        unit=unit,
        answer=answer,
        verdict=verdict_of(criterion, body, year),
        measured=measured(body) if body else None,
    )


def _sorted(
    members: list[Member], verdict: Verdict, *, ascending: bool
) -> tuple[Member, ...]:
    chosen = [m for m in members if m.verdict is verdict]
    known = [m for m in chosen if m.measured is not None]
    # sorted() is stable, also reversed: equal figures keep the inspection's order.
    known = sorted(known, key=lambda m: m.measured or Decimal(0), reverse=not ascending)
    return (*known, *(m for m in chosen if m.measured is None))
