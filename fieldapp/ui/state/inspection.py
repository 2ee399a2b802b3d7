"""One opened inspection of one session, and the shelf that keeps them."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.checklist import Checklist, Criterion, Section
from fieldapp.domain.record import InspectionRecord
from fieldapp.domain.scoring import total
from fieldapp.domain.standing import asked_units
from fieldapp.domain.units import Unit
from fieldapp.domain.verdicts import Verdict, verdict_of
from fieldapp.services.inspections import OpenInspection
from fieldapp.ui.state.cells import CellState
from fieldapp.ui.state.entry import texts_of
from fieldapp.ui.state.progress import (
    ProgressState,
    SectionProgress,
    added,
)
from fieldapp.ui.state.services import Services

Tell = Callable[[Exception], None]


@ft.observable
@dataclass
class RecordState:
    """The record's header, findings and details; replaced whole.

    `reads` counts how often it was read again: forms are then filled anew.
    """

    record: InspectionRecord
    reads: int = 0


class InspectionState:
    """What the screens of one inspection share.

    Cells are made once and live as long as the session keeps the inspection: what is
    typed and not yet saved survives going to another screen.
    """

    def __init__(self, opened: OpenInspection, services: Services) -> None:
        self.services = services
        self.checklist: Checklist = opened.checklist
        self.shared = RecordState(opened.record)
        self.progress = ProgressState()
        self.saving = asyncio.Lock()
        self._cells: dict[tuple[str, str], CellState] = {
            (c.id, u.code): self._cell(c, u)
            for c in self.checklist.criteria()
            for u in asked_units(c, opened.record)
        }
        self.count()

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

    def units_of(self, criterion: Criterion) -> tuple[Unit, ...]:
        """The units a criterion is asked of."""
        return asked_units(criterion, self.record)

    def cell(self, criterion: str, unit: str) -> CellState:
        """The cell of one criterion at one unit."""
        return self._cells[criterion, unit]

    def cells_of(self, criterion: Criterion) -> list[CellState]:
        """The cells of one criterion, one for each unit it is asked of."""
        return [self._cells[criterion.id, u.code] for u in self.units_of(criterion)]

    def verdict(self, criterion: Criterion, body: AnswerValue | None) -> Verdict:
        """Hold an answer against the target of the campaign's year."""
        return verdict_of(criterion, body, self.year)

    def section(self, section: str) -> Section | None:
        """The section of that id."""
        return next((s for s in self.checklist.sections if s.id == section), None)

    def count(self) -> None:
        """Count progress anew; redraws only what changed."""
        counts = [(s.id, self._count_section(s)) for s in self.checklist.sections]
        self.progress.sections = tuple(counts)
        self.progress.whole = added([c for _, c in counts])

    def _count_section(self, section: Section) -> SectionProgress:
        cells = [cell for c in section.criteria for cell in self.cells_of(c)]
        verdicts = [self.verdict(cell.criterion, cell.standing) for cell in cells]
        return SectionProgress(
            answered=sum(cell.standing is not None for cell in cells),
            total=len(cells),
            not_met=sum(v is Verdict.NOT_MET for v in verdicts),
            score=total(self._scored(section), self.year),
        )

    def _scored(self, section: Section) -> list[tuple[Criterion, AnswerValue | None]]:
        """The inspected unit's answers; as `domain.standing.score` counts them."""
        code = self.record.inspection.unit.code
        found = [(c, self._cells.get((c.id, code))) for c in section.criteria]
        return [(c, cell.standing if cell else None) for c, cell in found]

    def take_in(self, opened: OpenInspection) -> None:
        """Show what was saved since, here or in another window."""
        self.shared.record = opened.record
        self.shared.reads += 1
        for cell in self._cells.values():
            cell.take_in(self._cell(cell.criterion, cell.unit))
        self.count()

    def _cell(self, criterion: Criterion, unit: Unit) -> CellState:
        answer = self.record.answer(criterion.id, unit.code)
        body = answer.body if answer else None
        return CellState(
            criterion=criterion,
            unit=unit,
            body=body,
            preview=body,
            note=self.record.note(criterion.id, unit.code),
            photos=self.record.photos_of(criterion.id, unit.code),
            saved_at=answer.saved_at if answer else None,
            _texts=texts_of(criterion, body),
        )

    def all_cells(self) -> Iterator[CellState]:
        """Every cell."""
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

        Raises:
            FieldappError: What the service says.
        """
        kept, read = self._opened.get(inspection), self._services.open_inspection
        if kept is None:
            opened = await asyncio.to_thread(read, inspection)
            made = InspectionState(opened, self._services)
            return self._opened.setdefault(inspection, made)
        async with kept.saving:
            kept.take_in(await asyncio.to_thread(read, inspection))
        return kept
