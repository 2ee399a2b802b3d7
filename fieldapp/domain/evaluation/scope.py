"""The target that holds at a place: the table's row for its year, kind and province."""

from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.entries import unit_code_of
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.targets import TargetRow, TargetScope, row_for
from fieldapp.domain.units import UnitKind


class TargetBook:
    """The targets of one inspection, looked up once per criterion and kind of unit."""

    def __init__(self, checklist: Checklist, inspection: Inspection) -> None:
        self._checklist = checklist
        self._inspection = inspection
        self._kinds: dict[str, UnitKind] = {
            unit.code: unit.kind for unit in inspection.units
        }
        self._known: dict[tuple[str, UnitKind], Criterion] = {}

    def at(self, criterion: Criterion, place: str) -> Criterion:
        """The criterion with the target of a place; itself where the table is silent.

        Its own `value` or `by_year` is then what holds.
        """
        rows = self._checklist.target_rows(criterion.id)
        if not rows or criterion.target is None:
            return criterion
        kind = self._kinds.get(unit_code_of(place), self._inspection.unit.kind)
        key = (criterion.id, kind)
        if key not in self._known:
            self._known[key] = self._with_row(criterion, rows, kind)
        return self._known[key]

    def _with_row(
        self, criterion: Criterion, rows: tuple[TargetRow, ...], kind: UnitKind
    ) -> Criterion:
        campaign = self._inspection.campaign
        scope = TargetScope(
            year=campaign.year, unit_kind=kind, province=campaign.province
        )
        row, target = row_for(rows, scope), criterion.target
        if row is None or target is None:
            return criterion
        told = {
            "value": row.value,
            "by_year": {},
            "basis": row.basis or target.basis,
            "verified": row.verified,
        }
        return criterion.model_copy(update={"target": target.model_copy(update=told)})
