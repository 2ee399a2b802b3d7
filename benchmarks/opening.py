"""Opening a large inspection, up to every answer's verdict; and drafting from it.

Cold: the checklist has not been parsed in this process yet, as at the first opening
after a start; warm: it has. The floor only fetches the same rows and parses their
JSON: no checklist, no validation, no verdicts.
"""

import contextlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2

from benchmarks.desk import desk, fill
from benchmarks.measuring import Contender, Goal, Report, side_by_side
from fieldapp.domain.standing import Standing, standings
from fieldapp.services import conclusions, inspections
from fieldapp.services.workspace import Workspace
from fieldapp.wiring import DATABASE_NAME

COLD, WARM = "open to verdicts, cold", "open to verdicts, warm"
DRAFT_COLD, DRAFT_WARM = "draft, cold", "draft, warm"
FLOOR = "rows + json only"
_ROWS = "SELECT entity, entity_id, field, value FROM head WHERE inspection_id = ?"


def measure(
    folder: Path,
    *,
    criteria: int = 300,
    units: int = 7,
    answers: int = 2000,
    rounds: int = 20,
) -> tuple[Report, ...]:
    """Measure on an inspection of that size."""
    with desk(folder) as ws:
        inspection_id = fill(
            ws, folder, criteria=criteria, units=units, answers=answers
        )
        path = folder / DATABASE_NAME
        with contextlib.closing(dbapi2.connect(str(path))) as bare:
            contenders = (
                _cold(COLD, lambda: to_verdicts(ws, inspection_id)),
                _warm(WARM, lambda: to_verdicts(ws, inspection_id)),
                _cold(DRAFT_COLD, lambda: conclusions.draft(ws, inspection_id)),
                _warm(DRAFT_WARM, lambda: conclusions.draft(ws, inspection_id)),
                _warm(FLOOR, lambda: rows_and_json(bare, inspection_id)),
            )
            series = side_by_side(contenders, rounds=rounds, warm_up=2)
    title = f"Opening {criteria} criteria at {units} units with {answers} answers"
    found = Report(title, series, baseline=FLOOR)
    return (replace(found, goals=_goals(found)),)


def to_verdicts(ws: Workspace, inspection_id: str) -> tuple[Standing, ...]:
    """What the inspection screen needs before it can show anything."""
    opened = inspections.open_inspection(ws, inspection_id)
    return standings(opened.checklist, opened.record)


def rows_and_json(bare: dbapi2.Connection, inspection_id: str) -> list[object]:
    """The same values with nothing made of them."""
    rows = bare.execute(_ROWS, (inspection_id,))
    return [(*row[:3], json.loads(row[3])) for row in rows]


def _cold(name: str, act: Callable[[], object]) -> Contender:
    return Contender(name, lambda _: act(), lambda _: _forget_checklists())


def _warm(name: str, act: Callable[[], object]) -> Contender:
    """The contender before may have left the checklist parsed or not: make sure."""
    return Contender(name, lambda _: act(), lambda _: act())


def _forget_checklists() -> None:
    inspections._parsed.cache_clear()  # noqa: SLF001 - what a new process starts with


def _goals(report: Report) -> tuple[Goal, ...]:
    return (
        Goal("opening, cold", report[COLD].median, 0.150, below=True),
        Goal("opening, warm", report[WARM].median, 0.150, below=True),
        Goal("draft, cold", report[DRAFT_COLD].median, 0.200, below=True),
        Goal("draft, warm", report[DRAFT_WARM].median, 0.200, below=True),
    )
