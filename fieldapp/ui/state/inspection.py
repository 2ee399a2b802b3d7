"""One opened inspection of one session, and the shelf that keeps them."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.checklist import Checklist, Criterion, Section
from fieldapp.domain.entries import Entry
from fieldapp.domain.evaluation import Cell, Evaluation
from fieldapp.domain.record import CriterionScores, InspectionRecord
from fieldapp.domain.standing import asked_units
from fieldapp.domain.totals import given_scores
from fieldapp.domain.units import Unit
from fieldapp.domain.verdicts import Verdict, verdict_of
from fieldapp.services.inspections import OpenInspection
from fieldapp.ui.state.cells import CellState
from fieldapp.ui.state.entry import texts_of
from fieldapp.ui.state.progress import ProgressState, summed
from fieldapp.ui.state.services import Services
from fieldapp.ui.state.tallies import Tallies, Tally

Tell = Callable[[Exception], None]


@ft.observable
@dataclass
class RecordState:
    """The record's header, findings and details; replaced whole.

    `reads` counts how often it was read again: forms are then filled anew.
    """

    record: InspectionRecord
    reads: int = 0


@ft.observable
@dataclass
class ShapeState:
    """Grows whenever there is something else to answer: pages are then drawn anew.

    A criterion began or stopped to apply, an entry was added or taken off.
    """

    changes: int = 0


class InspectionState:
    """What the screens of one inspection share.

    Cells are made when first shown and live as long as the session keeps the
    inspection: what is typed and not yet saved survives going to another screen.
    """

    def __init__(self, opened: OpenInspection, services: Services) -> None:
        self.services = services
        self.checklist: Checklist = opened.checklist
        self.shared = RecordState(opened.record)
        self.evaluation = Evaluation(opened.checklist, opened.record)
        self.tallies = Tallies(self.evaluation)
        self.progress = ProgressState()
        self.shape = ShapeState()
        self.saving = asyncio.Lock()
        self.point_texts: dict[str, dict[str, str]] = {}
        """Points typed and not saved yet, by criterion: leaving a screen keeps them."""
        self._cells: dict[Cell, CellState] = {}
        self._drawn: dict[Cell, bool] = {}  # whether a page was told that it applies
        self._count_all()

    @property
    def record(self) -> InspectionRecord:
        """The record as last read or saved."""
        return self.shared.record

    @property
    def id(self) -> str:
        """The inspection's id."""
        return self.record.inspection.id

    @property
    def year(self) -> int:
        """The year whose targets apply."""
        return self.record.inspection.campaign.year

    # What there is to answer

    def units_of(self, criterion: Criterion) -> tuple[Unit, ...]:
        """The units or entries where a criterion applies now."""
        return tuple(
            unit
            for unit in asked_units(self.evaluation, criterion.id)
            if self._draw(Cell(criterion.id, unit.code))
        )

    def _draw(self, key: Cell) -> bool:
        applies = self._drawn[key] = self.evaluation.applies(*key)
        return applies

    def shown(
        self, criteria: Sequence[Criterion], entry: str = ""
    ) -> tuple[Criterion, ...]:
        """Those of `criteria` that apply somewhere, or at that entry."""
        return tuple(c for c in criteria if self.cells_of(c, entry))

    def cell(self, criterion: str, place: str) -> CellState:
        """The cell of one criterion at one unit or entry."""
        key = Cell(criterion, place)
        if key not in self._cells:
            unit = next(
                u for u in asked_units(self.evaluation, criterion) if u.code == place
            )
            self._cells[key] = self._made(criterion, unit)
        return self._cells[key]

    def cells_of(self, criterion: Criterion, entry: str = "") -> list[CellState]:
        """The cells of one criterion where it applies, or at one entry alone."""
        return [
            self._cells.get(Cell(criterion.id, u.code))
            or self.cell(criterion.id, u.code)
            for u in self.units_of(criterion)
            if entry in ("", u.code)
        ]

    def entries(self, section: str) -> tuple[Entry, ...]:
        """The entries of a repeating section."""
        return self.evaluation.entries(section)

    def tally(self, criterion: Criterion) -> Tally:
        """How a criterion stands over all its places."""
        return self.tallies.of(criterion)

    def verdict(self, criterion: Criterion, body: AnswerValue | None) -> Verdict:
        """Hold an answer against the target of the campaign's year."""
        return verdict_of(criterion, body, self.year)

    def section(self, section: str) -> Section | None:
        """The section of that id."""
        return self.checklist.section(section)

    # What changes

    def saved(self, cell: CellState) -> None:
        """Take in what was saved in one cell; redraws only what changed."""
        touched = self.evaluation.put(
            cell.criterion.id, cell.unit.code, cell.body, len(cell.photos)
        )
        self._refresh(touched)

    def entries_changed(self, section: str, entries: Sequence[Entry]) -> None:
        """Take in the entries of a repeating section."""
        others = tuple(e for e in self.record.entries if e.section != section)
        self.shared.record = self.record.model_copy(
            update={"entries": (*others, *entries)}
        )
        touched = self.evaluation.put_entries(section, entries)
        inside = self.section(section)
        criteria = inside.criteria if inside else ()
        self._refresh(touched, also=[c.id for c in criteria])
        self.shape.changes += 1

    def scores_saved(self, scores: CriterionScores) -> None:
        """Take in points given by people."""
        key = (scores.criterion, scores.unit)
        others = (s for s in self.record.scores if (s.criterion, s.unit) != key)
        self.shared.record = self.record.model_copy(
            update={"scores": (*others, scores)}
        )
        self.tallies.give(scores)
        self._count([scores.criterion])

    def take_in(self, opened: OpenInspection) -> None:
        """Show what was saved since, here or in another window."""
        self.shared.record = opened.record
        self.shared.reads += 1
        self.evaluation.take(opened.record)
        for cell in self._cells.values():
            cell.take_in(self._made(cell.criterion.id, cell.unit))
        self._count_all()
        self.shape.changes += 1

    def _refresh(self, touched: Iterable[Cell], also: Iterable[str] = ()) -> None:
        reshaped = False
        for key in touched:
            drawn = self._drawn.get(key)  # None: no page asked about it so far
            if drawn is not None and drawn != self.evaluation.applies(*key):
                reshaped = True
            if key in self._cells:
                self._follow(self._cells[key])
        if reshaped:
            self.shape.changes += 1
        self._count({*(key.criterion for key in touched), *also})

    def _follow(self, cell: CellState) -> None:
        """Put into a cell what follows from other answers."""
        key = Cell(cell.criterion.id, cell.unit.code)
        applies = self.evaluation.applies(*key)
        violations = self.evaluation.violations(*key)
        if cell.applies != applies:
            cell.applies = applies
        if cell.violations != violations:
            cell.violations = violations
        if cell.is_calculated:
            body = self.evaluation.body(*key)
            if cell.body != body:
                cell.body = cell.preview = body

    def _count_all(self) -> None:
        code = self.record.inspection.unit.code
        self.tallies.forget_all(given_scores(self.record.scores, code))
        self._show_counts(s.id for s in self.checklist.sections)

    def _count(self, criteria: Iterable[str]) -> None:
        changed = set(criteria)
        self.tallies.forget(changed)
        # A group without entries has no cell that would tell that it applies now.
        groups = {s.id for s in self.checklist.sections if s.repeat and s.when}
        self._show_counts(groups | {self.evaluation.section(c).id for c in changed})

    def _show_counts(self, sections: Iterable[str]) -> None:
        counts = dict(self.progress.sections)
        for section_id in sections:
            section = self.section(section_id)
            if section is not None:
                counts[section_id] = self.tallies.section(section)
        self.progress.sections = tuple(counts.items())
        self.progress.whole = summed(list(counts.values()))

    def _made(self, criterion_id: str, unit: Unit) -> CellState:
        key = Cell(criterion_id, unit.code)
        criterion = self.evaluation.criterion(*key)
        answer = self.record.answer(*key)
        body = answer.body if answer else None
        calculated = criterion.calculate is not None
        if calculated:
            body = self.evaluation.body(*key)
        return CellState(
            criterion=criterion,
            unit=unit,
            body=body,
            preview=body,
            note=self.record.note(*key),
            photos=self.record.photos_of(*key),
            saved_at=answer.saved_at if answer else None,
            applies=self.evaluation.applies(*key),
            violations=self.evaluation.violations(*key),
            _texts={} if calculated else texts_of(criterion, body),
        )

    def all_cells(self) -> Iterator[CellState]:
        """Every cell shown so far."""
        yield from self._cells.values()


class InspectionShelf:
    """Keeps the inspections a session has opened."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._opened: dict[str, InspectionState] = {}

    def kept(self, inspection: str) -> InspectionState | None:
        """The opened inspection, None when it has to be opened first."""
        return self._opened.get(inspection)

    async def open(self, inspection: str) -> InspectionState:
        """Open an inspection, or read again the one already open.

        One that was moved to another checklist meanwhile is opened anew.

        Raises:
            FieldappError: What the service says.
        """
        kept, read = self._opened.get(inspection), self._services.open_inspection
        if kept is None:
            opened = await asyncio.to_thread(read, inspection)
            made = InspectionState(opened, self._services)
            return self._opened.setdefault(inspection, made)
        async with kept.saving:
            opened = await asyncio.to_thread(read, inspection)
            if _version(opened.record) == _version(kept.record):
                kept.take_in(opened)
                return kept
        made = InspectionState(opened, self._services)
        self._opened[inspection] = made
        return made


def _version(record: InspectionRecord) -> str:
    return record.inspection.checklist_sha256
