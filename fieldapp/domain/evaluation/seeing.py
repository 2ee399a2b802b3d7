"""What an expression sees from where it stands."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.asking import Scope
from fieldapp.domain.checklist import Criterion, Section
from fieldapp.domain.entries import Entry, is_entry, unit_code_of
from fieldapp.domain.evaluation.reading import part_of, state_of
from fieldapp.domain.expressions import Ref, Scalar
from fieldapp.domain.inspection import Inspection

_STATES = frozenset({"met", "not_met", "answered"})


class Known(Protocol):
    """An inspection that can be asked; `Evaluation` is the one there is."""

    inspection: Inspection
    year: int

    def criterion(self, criterion_id: str, place: str) -> Criterion:
        """The criterion with the target of a place."""
        ...

    def section(self, criterion_id: str) -> Section:
        """The section of a criterion."""
        ...

    def entries(self, section_id: str) -> tuple[Entry, ...]:
        """The entries of a group."""
        ...

    def applies(self, criterion_id: str, place: str) -> bool:
        """Whether it is asked there as things stand."""
        ...

    def body(self, criterion_id: str, place: str) -> AnswerValue | None:
        """What was found."""
        ...


class Sight:
    """The environment of the expressions of one criterion at one place."""

    def __init__(self, known: Known, host: str, place: str) -> None:
        self._known = known
        self._host = host
        self._place = place

    def value(self, ref: Ref) -> Scalar | None:
        """One value: of the same entry, the same unit, or the inspected unit."""
        return self._at(ref, self.place_of(ref.name))

    def rows(self, ref: Ref) -> Sequence[Scalar | None]:
        """The values at every entry of the group, or at every sub-unit.

        An entry's or sub-unit's own expression sees the entries of its unit only.
        """
        return [
            self._at(ref, place)
            for place in self._row_places(ref.name)
            if self._known.applies(ref.name, place)
        ]

    def context(self, name: str) -> Scalar | None:
        """A fact of the inspection itself; None while it is not known."""
        inspection = self._known.inspection
        if name == "year":
            return Decimal(self._known.year)
        if name == "unit_kind":
            unit = inspection.unit_of(unit_code_of(self._place)) or inspection.unit
            return unit.kind.value
        if name == "mode":
            return inspection.mode.value
        if name == "visited_on":
            return inspection.visited_on
        return inspection.campaign.province or None

    def entry_count(self, section: str) -> int:
        """How many entries a group has, as `rows` sees them."""
        return len(self._entries(section))

    def _at(self, ref: Ref, place: str) -> Scalar | None:
        applies = self._known.applies(ref.name, place)
        if ref.part == "applies":
            return applies
        if not applies:
            return False if ref.part == "answered" else None
        criterion = self._known.criterion(ref.name, place)
        body = self._known.body(ref.name, place)
        if ref.part in _STATES:
            return state_of(criterion, body, ref.part, self._known.year)
        return part_of(criterion, body, ref.part)

    def place_of(self, name: str) -> str:
        """Where a criterion is read from here; "" for one of another group."""
        section = self._known.section(name)
        if section.repeat is not None:
            return self._place if section.id == self._own_section().id else ""
        unit = self._known.inspection.unit.code
        if self._known.criterion(name, unit).asked_of is Scope.UNIT:
            return unit
        return unit_code_of(self._place)

    def _row_places(self, name: str) -> Sequence[str]:
        section = self._known.section(name)
        if section.repeat is not None:
            return [entry.code for entry in self._entries(section.id)]
        return [unit.code for unit in self._known.inspection.sub_units]

    def _entries(self, section: str) -> Sequence[Entry]:
        unit = unit_code_of(self._place)
        entries = self._known.entries(section)
        if unit == self._known.inspection.unit.code and not is_entry(self._place):
            return entries
        return [entry for entry in entries if entry.unit == unit]

    def _own_section(self) -> Section:
        return self._known.section(self._host)
