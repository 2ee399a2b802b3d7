"""One answer saved for good: our use case beside bare SQLite code.

Both write the same two rows (the op and the row derived from it) in one transaction
in the same folder, WAL and synchronous FULL. Every other save replaces an answer.
"""

import contextlib
import json
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2

from benchmarks.desk import desk, fill
from benchmarks.measuring import Contender, Goal, Report, Series, side_by_side
from benchmarks.reporting import span
from fieldapp.domain.answers import AnswerValue, answer_id
from fieldapp.services.capture import save_answer
from fieldapp.services.workspace import Workspace
from fieldapp.wiring import utc_now

OURS, RAW = "fieldapp save_answer", "bare sqlite3 module"
_MEMORY = Path("/dev/shm")  # noqa: S108 - the point is a folder in memory
_INSPECTION, _DEVICE = "KT-1", "0123456789abcdef01234567"
# No foreign key, check or trigger: the least two tables that hold the same rows.
_SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE op (
    inspection_id, device_id, counter INTEGER, arrival INTEGER UNIQUE, author, hlc,
    wall_time, kind, entity, entity_id, field, value, seen, schema_v,
    PRIMARY KEY (inspection_id, device_id, counter)
) WITHOUT ROWID;
CREATE TABLE head (
    inspection_id, entity, entity_id, field, device_id, counter INTEGER, shown, born,
    hlc, author, wall_time, kind, value,
    PRIMARY KEY (inspection_id, entity, entity_id, field)
) WITHOUT ROWID;
"""
_OP = "INSERT INTO op VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_HEAD = "INSERT OR REPLACE INTO head VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"


class BareTables:
    """What someone would write who has only SQLite and keeps a log."""

    def __init__(self, path: Path) -> None:
        self.connection = dbapi2.connect(str(path), isolation_level=None)
        self.connection.executescript(_SCHEMA)
        self._counter = 0

    def save(self, criterion: str, unit: str, body: dict[str, object]) -> None:
        """Insert the op, put its value in the derived row, commit."""
        self._counter = at = self._counter + 1
        now = utc_now().isoformat()
        value = json.dumps(body, ensure_ascii=False)
        key = (_INSPECTION, "answer", answer_id(criterion, unit), "body")
        run = self.connection.execute
        run("BEGIN IMMEDIATE")
        run(
            _OP,
            (
                _INSPECTION,
                _DEVICE,
                at,
                at,
                "",
                at,
                now,
                "set",
                *key[1:],
                value,
                "[]",
                1,
            ),
        )
        run(_HEAD, (*key, _DEVICE, at, 1, at, at, "", now, "set", value))
        run("COMMIT")


def measure(
    folder: Path, *, rounds: int = 1000, warm_up: int = 50
) -> tuple[Report, ...]:
    """Measure on the folder's disk; where the system has one, also in memory."""
    disk = _pair(folder, rounds, warm_up)
    found = Report("Save of one answer, on disk", disk, baseline=RAW)
    added = cpu(found[OURS]) - cpu(found[RAW])
    goal = Goal("a save costs", found.ratio(found[OURS]) or 0, 2.5, "×", must=3)
    notes = (
        f"Our code computes {span(added)} more, whatever the disk.",
        *_in_memory(rounds, warm_up),
    )
    return (replace(found, goals=(goal,), notes=notes),)


def cpu(series: Series) -> float:
    """The median of what was computed, waiting left out."""
    return statistics.median(series.cpu_seconds)


def _pair(folder: Path, rounds: int, warm_up: int) -> tuple[Series, ...]:
    with _both(folder) as (ws, inspection_id, tables):
        return side_by_side(
            (
                Contender(
                    OURS, lambda made: save_answer(ws, inspection_id, *made), _new
                ),
                Contender(RAW, lambda made: tables.save(*made), _plain),
            ),
            rounds=rounds,
            warm_up=warm_up,
        )


@contextlib.contextmanager
def _both(folder: Path) -> Iterator[tuple[Workspace, str, BareTables]]:
    ours = folder / "ours"
    tables = BareTables(folder / "bare.db")
    with contextlib.closing(tables.connection), desk(ours) as ws:
        yield ws, fill(ws, ours, criteria=5, units=2, answers=0), tables


def _new(number: int) -> tuple[str, str, AnswerValue]:
    """Criteria come in pairs: saved first, then replaced."""
    body = AnswerValue(num=number % 500, den=500)
    return f"C{number // 2:05}", "DV", body


def _plain(number: int) -> tuple[str, str, dict[str, object]]:
    criterion, unit, body = _new(number)
    return criterion, unit, body.model_dump(mode="json")


def _in_memory(rounds: int, warm_up: int) -> Iterator[str]:
    if not _MEMORY.is_dir():
        return
    folder = Path(tempfile.mkdtemp(prefix="fieldapp-bench-", dir=_MEMORY))
    try:
        ours, raw = _pair(folder, rounds, warm_up)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    yield (
        f"In memory, where a commit waits for nothing: {span(ours.median)} against "
        f"{span(raw.median)}; what the code itself costs, no goal."
    )
