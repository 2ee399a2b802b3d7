"""Small disks that are really full, really read-only."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.store_samples import begin, open_at


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MiB; needs root."""
    yield from _mounted(tmp_path / "o-dia")


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A read-only disk that holds an inspection; needs root."""
    for disk in _mounted(tmp_path / "o-dia"):
        with open_at(disk) as store:
            begin(store)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        yield disk


def _mounted(disk: Path) -> Iterator[Path]:
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(disk)]
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)
