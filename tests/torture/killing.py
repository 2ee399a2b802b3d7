"""Kills the writer again and again and looks at what it left behind.

The harness keeps its own account of what was acknowledged and compares it with the
store; `FIELDAPP_SEED` repeats a run's kill moments.
"""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, NamedTuple, Self

from fieldapp.store import MediaFolder, Store
from tests.torture.work import RECORD, Work
from tests.torture.writer import open_at

ROOT = Path(__file__).resolve().parents[2]
SEED = int(os.environ.get("FIELDAPP_SEED", "20260302"))
MOST_LINES = 12
LONGEST_JOB_S = 0.005
KILLS_PER_FOLDER = 25
STRIDE = 1_200_000  # job numbers per life; a multiple of every rhythm in Work


class Life(NamedTuple):
    """How long a child lives: so many lines said ("open" is the first), then a bit.

    Counted in lines, so that a busy machine does not kill before any work was done.
    """

    lines: int
    then_s: float


@dataclass
class Account:
    """What happened: lives ended, jobs acknowledged, and everything found wrong."""

    kills: int = 0
    acknowledged: int = 0
    lives_cut_at_work: int = 0
    faults: list[str] = field(default_factory=list)


class Writer:
    """A running `tests.torture.writer` on one folder."""

    def __init__(self, folder: Path, mutant: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.writer", str(folder), mutant],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def live_and_die(self, first: int, life: "Life") -> list[int]:
        """Let a child do jobs from `first` for a `life`; what it acknowledged."""
        commands, answers = self._pipes()
        commands.write(f"{first}\n")
        commands.flush()
        name, _, pid = answers.readline().partition(" ")
        assert name == "start"
        said = [answers.readline() for _ in range(life.lines)]
        time.sleep(life.then_s)
        os.kill(int(pid), signal.SIGKILL)
        for line in answers:
            said.append(line)
            if line.startswith("dead"):
                break
        # The one killed is the one that wrote, and it died of nothing else.
        assert said[-1].split() == ["dead", pid.strip(), str(int(signal.SIGKILL))]
        return [int(line[4:]) for line in said if line.startswith("ack ")]

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        return self._process.stdin, self._process.stdout

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for pipe in self._pipes():
            pipe.close()
        self._process.wait()


def torture(folder: Path, kills: int, mutant: str = "none") -> Account:
    """Kill `kills` times; stops at the first life that left something wrong."""
    chance = random.Random(SEED)  # noqa: S311 - moments to kill at, no secret
    account = Account()
    while account.kills < kills and not account.faults:
        here = folder / str(account.kills)
        with Writer(here, mutant) as writer:
            _torture_folder(here, writer, chance, account, kills)
    return account


def _torture_folder(
    folder: Path, writer: Writer, chance: random.Random, account: Account, kills: int
) -> None:
    acknowledged: list[int] = []
    for life in range(min(KILLS_PER_FOLDER, kills - account.kills)):
        lines = chance.randrange(MOST_LINES)
        longest_s = LONGEST_JOB_S if lines else 4 * LONGEST_JOB_S  # opening is longer
        span = Life(lines, chance.uniform(0, longest_s))
        done = writer.live_and_die((life + 1) * STRIDE, span)
        acknowledged += done
        account.kills += 1
        account.acknowledged += len(done)
        account.lives_cut_at_work += bool(done)
        account.faults += look(folder, acknowledged)
        if account.faults:
            return


def look(folder: Path, acknowledged: list[int]) -> list[str]:
    """Open what a killed process left; everything that is wrong with it."""
    store, media = open_at(folder)
    with store:
        return [
            *store.verify(),
            *_lost(store, acknowledged),
            *_torn_batches(store),
            *_torn_files(store, media),
        ]


def _log(store: Store) -> set[tuple[str, str]]:
    """(criterion, value) of every answer ever recorded."""
    return {
        (op.entity_id.partition("/")[0], str(op.value["value"]))
        for op in store.ops(RECORD)
        if op.entity == "answer" and isinstance(op.value, dict)
    }


def _lost(store: Store, acknowledged: list[int]) -> list[str]:
    log = _log(store)
    photos = {op.entity_id for op in store.ops(RECORD) if op.entity == "photo"}
    jobs = [Work(number) for number in acknowledged]
    lost = [job for job in jobs if not log.issuperset(job.answers.items())]
    lost += [job for job in jobs if job.picture and job.photo_id not in photos]
    return [f"acknowledged, then lost: {job.number}" for job in lost] + _stale(
        store, jobs
    )


def _stale(store: Store, jobs: list[Work]) -> list[str]:
    """Criteria that show something older than what was acknowledged last."""
    last = {name: value for job in jobs for name, value in job.answers.items()}
    shown = (
        {
            answer.criterion: str(answer.body.value)
            for answer in store.load(RECORD).answers
        }
        if last
        else {}
    )
    return [
        f"{name} shows {shown.get(name)}, acknowledged was {value}"
        for name, value in last.items()
        if float(shown.get(name, "-1")) < float(value)
    ]


def _torn_batches(store: Store) -> list[str]:
    log = _log(store)
    numbers = {int(value.partition(".")[0]) for _, value in log}
    jobs = [Work(number) for number in numbers]
    torn = [job for job in jobs if not log.issuperset(job.answers.items())]
    return [f"torn batch: {job.number}" for job in torn]


def _torn_files(store: Store, media: MediaFolder) -> list[str]:
    linked = {
        str(op.value["sha256"])
        for op in store.ops(RECORD)
        if op.entity == "photo" and isinstance(op.value, dict)
    }
    files = linked | set(media.all())
    return [f"torn photo: {name}" for name in sorted(files) if not media.intact(name)]
