"""The file between processes: two that write at once, one that runs out of room."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp.domain import facts
from fieldapp.errors import ConflictError
from tests.store.store_samples import NOON, begin, inspection, open_at

ROOT = Path(__file__).resolve().parents[2]

SAVE = """
import sys
from pathlib import Path
from sqlcipher3 import dbapi2
from fieldapp.store import open_store
from tests.store.store_samples import answer
path, worker = Path(sys.argv[1]) / "du-lieu.db", sys.argv[2]
with open_store(path, dbapi2, ids=lambda: worker, wait_ms=60_000) as store:
    for count in range(40):
        answer(store, f"{worker}-{count}", str(count))
"""

FILL = """
import resource, sys
from pathlib import Path
from fieldapp.errors import TryLaterError
from tests.store.store_samples import answer, open_at
with open_at(Path(sys.argv[1])) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    for count in range(10_000):
        try:
            answer(store, f"c{count}", str(count))
        except TryLaterError:
            print(count)
            break
"""


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_two_programs_may_save_into_one_file_at_once(tmp_path: Path) -> None:
    with open_at(tmp_path) as store:
        begin(store)
        writers = [start(SAVE, tmp_path, worker) for worker in ("a", "b")]
        assert [(writer.communicate(), writer.returncode)[1] for writer in writers] == [
            0,
            0,
        ]
        assert len(store.load("thu-1").answers) == 80
        assert store.verify() == ()


@pytest.mark.skipif(os.name != "posix", reason="limits of file size are POSIX")
def test_a_file_that_may_not_grow_loses_no_saved_answer(tmp_path: Path) -> None:
    """The full disk of `test_full_disk`, for machines where nobody may mount."""
    with open_at(tmp_path) as store:
        begin(store)
    writer = start(FILL, tmp_path)
    output, _ = writer.communicate()
    assert writer.returncode == 0
    with open_at(tmp_path) as store:
        assert len(store.load("thu-1").answers) == int(output) > 10
        assert store.verify() == ()


def test_of_two_programs_that_begin_one_inspection_only_one_does(
    tmp_path: Path,
) -> None:
    with open_at(tmp_path) as one, open_at(tmp_path) as other:
        writes = [facts.write_header(inspection())]
        one.append("thu-1", writes, author="Lan", at=NOON, new=True)
        before = other.ops("thu-1")

        with pytest.raises(ConflictError, match="đã có trên máy này"):
            other.append("thu-1", writes, author="Mai", at=NOON, new=True)

        assert other.ops("thu-1") == before
