"""The process that is killed: saves without end and says so after each return.

Run as `python -m tests.torture.writer FOLDER MUTANT`. For every line "N" on standard
input it forks a child that opens FOLDER and does jobs N, N+1, …; standard output
gets "start PID", "open", "ack N" after each job, and "dead PID SIGNAL". Forking costs
milliseconds where importing everything anew would cost a second per kill.
"""

import datetime as dt
import itertools
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from sqlcipher3 import dbapi2

from fieldapp import durable
from fieldapp.domain import facts
from fieldapp.domain.ops import Write
from fieldapp.store import MediaFolder, Store, open_store
from tests.store.store_samples import inspection
from tests.torture.work import RECORD, Work

NOON = dt.datetime(2026, 3, 2, 5, 0, tzinfo=dt.UTC)
MUTANTS = ("none", "acknowledges-before-commit", "tears-batches", "tears-photos")


def open_at(folder: Path) -> tuple[Store, MediaFolder]:
    store = open_store(folder / "du-lieu.db", dbapi2, ids=lambda: "may-1")
    return store, MediaFolder(folder / "anh")


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())  # one system call: never half a line


def do(work: Work, store: Store, media: MediaFolder, mutant: str) -> None:
    if mutant == "acknowledges-before-commit":
        say(f"ack {work.number}")
    if work.picture:
        photo = work.photo(media.put(work.picture))
        _append(store, [facts.write_photo(photo)])
    writes = work.writes()
    for batch in [[one] for one in writes] if mutant == "tears-batches" else [writes]:
        _append(store, batch)
    if mutant != "acknowledges-before-commit":
        say(f"ack {work.number}")


def _append(store: Store, writes: Sequence[Write]) -> None:
    store.append(RECORD, writes, author="Lan", at=NOON)


def save_without_end(folder: Path, first: int, mutant: str) -> None:
    say(f"start {os.getpid()}")
    store, media = open_at(folder)
    if not store.has(RECORD):
        _append(store, [facts.write_header(inspection(RECORD))])
    say("open")
    for number in itertools.count(first):
        do(Work(number), store, media, mutant)


def _torn(_: object, target: Path, data: bytes) -> None:
    with target.open("wb", buffering=0) as file:
        for start in range(0, len(data), 4096):
            file.write(data[start : start + 4096])
            os.fsync(file.fileno())


def _warm_up() -> None:
    """Fill every cache before the first fork, so that lives are spent saving."""
    with tempfile.TemporaryDirectory() as folder:
        store, media = open_at(Path(folder))
        with store:
            media.put(b"")
            _append(store, [facts.write_header(inspection(RECORD))])
            _append(store, Work(0).writes())


def main(folder: Path, mutant: str) -> None:
    if mutant == "tears-photos":
        durable.DurableFolder._bring_in = _torn  # type: ignore[assignment]  # the point
    _warm_up()
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            save_without_end(folder, int(line), mutant)
        _, status = os.waitpid(pid, 0)
        say(f"dead {pid} {os.WTERMSIG(status)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
