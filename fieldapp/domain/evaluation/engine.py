"""What follows from the answers of one inspection: what applies, what is calculated.

Everything is worked out once, in order; after a change only what depends on it is
worked out again. Nothing here is ever stored.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.asking import AnswerKind, Scope
from fieldapp.domain.checklist import Checklist, Criterion, Level, Section
from fieldapp.domain.entries import Entry, is_entry
from fieldapp.domain.evaluation.places import (
    entry_name,
    entry_places,
    label_of,
    label_text,
    meant_units,
)
from fieldapp.domain.evaluation.plan import Formulas, Plan, plan_of
from fieldapp.domain.evaluation.reading import answer_of
from fieldapp.domain.evaluation.scope import TargetBook
from fieldapp.domain.evaluation.seeing import Sight
from fieldapp.domain.expressions import Expression, Scalar, evaluate
from fieldapp.domain.record import InspectionRecord
from fieldapp.domain.units import Unit
from fieldapp.domain.verdicts import Verdict, verdict_of


class Cell(NamedTuple):
    """One criterion at one place (the code of a unit or an entry)."""

    criterion: str
    place: str


class Worked(NamedTuple):
    """What formulas make of a cell."""

    applies: bool
    body: AnswerValue | None


class Violation(NamedTuple):
    """A constraint that does not hold of a cell."""

    level: Level
    message: str


_PLAIN = Worked(applies=True, body=None)


class Evaluation:
    """One inspection under its checklist; `put` and `take` keep it up to date.

    The checklist was checked: its expressions are sound and have no rings.
    """

    def __init__(self, checklist: Checklist, record: InspectionRecord) -> None:
        self.checklist = checklist
        self.inspection = record.inspection
        self.year = record.inspection.campaign.year
        self._plan: Plan = plan_of(checklist)
        self._targets = TargetBook(checklist, record.inspection)
        self._take(record)

    def take(self, record: InspectionRecord) -> None:
        """Start anew from a record, of the same inspection and checklist."""
        self.inspection = record.inspection
        self._targets = TargetBook(self.checklist, record.inspection)
        self._take(record)

    def _take(self, record: InspectionRecord) -> None:
        self._bodies = {
            Cell(answer.criterion, answer.unit): answer.body
            for answer in record.answers
        }
        self._photos: dict[Cell, int] = {}
        for photo in record.photos:
            cell = Cell(photo.criterion, photo.unit)
            self._photos[cell] = self._photos.get(cell, 0) + 1
        self._entries: dict[str, tuple[Entry, ...]] = {}
        for entry in record.entries:
            known = self._entries.get(entry.section, ())
            self._entries[entry.section] = (*known, entry)
        self._worked: dict[Cell, Worked] = {}
        for name in sorted(self._plan.rank, key=self._plan.rank.__getitem__):
            for unit in self.places(name):
                self._work(name, unit.code)

    # What is asked where

    def criterion(self, criterion_id: str, place: str) -> Criterion:
        """The criterion with the target that holds at a place."""
        criterion = self._plan.formulas[criterion_id].criterion
        return self._targets.at(criterion, place)

    def section(self, criterion_id: str) -> Section:
        """The section of a criterion."""
        return self._plan.formulas[criterion_id].section

    def entries(self, section_id: str) -> tuple[Entry, ...]:
        """The entries of a repeating section, in the order they were added."""
        return self._entries.get(section_id, ())

    def places(self, criterion_id: str) -> tuple[Unit, ...]:
        """Everywhere a criterion is asked, whether it applies there now or not."""
        formulas = self._plan.formulas[criterion_id]
        if formulas.section.repeat is None:
            return meant_units(formulas.criterion, self.inspection)
        return self.entry_places(formulas.section)

    def entry_places(self, section: Section) -> tuple[Unit, ...]:
        """The entries of a group as places, called by their labels."""
        entries = self.entries(section.id)
        names = {entry.code: self._label(section, entry.code) for entry in entries}
        return entry_places(section, entries, names)

    def _label(self, section: Section, place: str) -> str:
        label = label_of(self.checklist, section)
        return label_text(self._bodies.get(Cell(label.id, place))) if label else ""

    def place_name(self, code: str) -> str:
        """What a place is called, "" when it is gone."""
        if not is_entry(code):
            unit = self.inspection.unit_of(code)
            return unit.full_name if unit else ""
        for section in self.checklist.sections:
            for number, entry in enumerate(self.entries(section.id), start=1):
                if entry.code == code:
                    return entry_name(section, number, self._label(section, code))
        return ""

    # What is known there

    def applies(self, criterion_id: str, place: str) -> bool:
        """Whether the criterion is asked at a place as things stand."""
        return self._worked.get(Cell(criterion_id, place), _PLAIN).applies

    def body(self, criterion_id: str, place: str) -> AnswerValue | None:
        """What was found: answered, calculated, or told by its photos.

        An answer that stopped applying is still given; ask `applies` beside it.
        """
        formulas = self._plan.formulas.get(criterion_id)
        cell = Cell(criterion_id, place)
        if formulas is not None and formulas.is_calculated:
            return self._worked.get(cell, _PLAIN).body
        body = self._bodies.get(cell)
        photos = self._photos.get(cell, 0)
        if body is None and photos and formulas is not None:
            kind = formulas.criterion.answer.type
            body = AnswerValue(value=str(photos)) if kind is AnswerKind.PHOTO else None
        return body

    def answered(self, criterion_id: str, place: str) -> bool:
        """Whether somebody answered there, asked or not."""
        return Cell(criterion_id, place) in self._bodies

    def seen_from(self, host: str, place: str, other: str) -> str:
        """Where an expression or sentence of `host` at `place` reads `other`."""
        return Sight(self, host, place).place_of(other)

    def verdict(self, criterion_id: str, place: str) -> Verdict:
        """Where a cell stands; what does not apply is NOT_APPLICABLE."""
        if not self.applies(criterion_id, place):
            return Verdict.NOT_APPLICABLE
        criterion = self.criterion(criterion_id, place)
        return verdict_of(criterion, self.body(criterion_id, place), self.year)

    def violations(self, criterion_id: str, place: str) -> tuple[Violation, ...]:
        """The constraints that a cell breaks; none while it does not apply."""
        rules = self._plan.formulas[criterion_id].rules
        if not rules or not self.applies(criterion_id, place):
            return ()
        sight = Sight(self, criterion_id, place)
        return tuple(
            Violation(rule.level, rule.message)
            for rule in rules
            if evaluate(rule.expression, sight) is False
        )

    # What changes

    def put(
        self, criterion_id: str, place: str, body: AnswerValue | None, photos: int = 0
    ) -> frozenset[Cell]:
        """Take in what was found at one cell; returns every cell to look at again.

        That is the cell itself, those whose relevance or calculated answer changed,
        and those whose constraints read any of them.
        """
        cell = Cell(criterion_id, place)
        if body is None:
            self._bodies.pop(cell, None)
        else:
            self._bodies[cell] = body
        self._photos[cell] = photos
        changed = self._follow({criterion_id: {place}})
        return frozenset({*changed, *self._judged({cell, *changed}), cell})

    def put_entries(self, section_id: str, entries: Sequence[Entry]) -> frozenset[Cell]:
        """Take in the entries of a group; returns every cell to look at again."""
        section = self.checklist.section(section_id)
        if section is None:
            return frozenset()
        before = {entry.code for entry in self.entries(section_id)}
        self._entries[section_id] = tuple(entries)
        after = {entry.code for entry in entries}
        for criterion in section.criteria:
            for place in after - before:
                if criterion.id in self._plan.rank:
                    self._work(criterion.id, place)
        touched = before ^ after
        names = [section.id, *(c.id for c in section.criteria)]
        changed = self._follow({name: set(touched) for name in names})
        counted = {Cell(section.id, place) for place in touched}
        return frozenset({*changed, *self._judged({*changed, *counted})})

    def _follow(self, started: dict[str, set[str]]) -> set[Cell]:
        """Work out again what waits for the cells that changed, in order."""
        touched, changed, rank = dict(started), set[Cell](), self._plan.rank
        queue = [(rank[n], n) for c in started for n in self._plan.waiting.get(c, ())]
        heapq.heapify(queue)
        done: set[str] = set()
        while queue:
            _, name = heapq.heappop(queue)
            if name in done:
                continue
            done.add(name)
            places = self._reached(name, touched)
            moved = {place for place in places if self._work(name, place)}
            if not moved:
                continue
            touched[name] = touched.get(name, set()) | moved
            changed |= {Cell(name, place) for place in moved}
            for after in self._plan.waiting.get(name, ()):
                heapq.heappush(queue, (rank[after], after))
        return changed

    def _reached(self, name: str, touched: dict[str, set[str]]) -> Iterable[str]:
        """The places of `name` that a change at the touched cells may reach."""
        formulas = self._plan.formulas[name]
        every = [unit.code for unit in self.places(name)]
        found: set[str] = set()
        for other in formulas.names & touched.keys():
            read = self._plan.formulas.get(other)
            reach = self._reach(formulas, read, touched[other]) if read else None
            if reach is None:
                return every
            found |= reach
        return [code for code in every if code in found] if found else every

    def _reach(
        self, host: Formulas, read: Formulas, places: set[str]
    ) -> set[str] | None:
        """The host's places that read a cell at `places`; None for all of them."""
        if host.section.repeat is not None:
            return places if host.section is read.section else None
        if read.section.repeat is not None or read.criterion.asked_of is Scope.UNIT:
            return None
        return {*places, self.inspection.unit.code}

    def _judged(self, cells: Iterable[Cell]) -> Iterator[Cell]:
        for cell in cells:
            for name in self._plan.judged.get(cell.criterion, ()):
                for unit in self.places(name):
                    yield Cell(name, unit.code)

    def _work(self, name: str, place: str) -> bool:
        """Work one cell out; True when it came out different."""
        formulas, cell = self._plan.formulas[name], Cell(name, place)
        sight = Sight(self, name, place)
        applies = all(evaluate(e, sight) is True for e in formulas.conditions)
        body = self._calculated(formulas, sight) if applies else None
        worked = Worked(applies, body)
        before = self._worked.get(cell)
        self._worked[cell] = worked
        return before != worked

    def _calculated(self, formulas: Formulas, sight: Sight) -> AnswerValue | None:
        if not formulas.is_calculated:
            return None

        def result(expression: Expression | None) -> Scalar | None:
            return None if expression is None else evaluate(expression, sight)

        return answer_of(
            formulas.criterion.answer.type,
            result(formulas.value),
            result(formulas.num),
            result(formulas.den),
        )
