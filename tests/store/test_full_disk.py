"""A disk that really fills up: a clear error, nothing lost, and on it goes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fieldapp.errors import TryLaterError
from fieldapp.store import MediaFolder, Store
from tests.store.store_samples import answer, begin, open_at


def fill(disk: Path) -> Path:
    """Take all space there is."""
    ballast = disk / "day"
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 12, 1 << 8, 1):
            _write_until_full(file.write, b"x" * size)
    return ballast


def _write_until_full(write: Callable[[bytes], object], piece: bytes) -> None:
    try:
        while True:
            write(piece)
    except OSError:
        return


def save_until_refused(store: Store) -> int:
    """Save answers until the disk refuses; how many were acknowledged."""
    for count in range(10_000):
        try:
            answer(store, f"c{count}", str(count))
        except TryLaterError as error:
            assert "đã đầy" in error.message  # noqa: PT017 - the count matters too
            return count
    pytest.fail("the disk never filled up")


def test_a_full_disk_loses_no_saved_answer_and_works_again_when_freed(
    small_disk: Path,
) -> None:
    with open_at(small_disk) as store:
        begin(store)
        ballast = fill(small_disk)
        saved = save_until_refused(store)
        with pytest.raises(TryLaterError, match="đã đầy"):
            answer(store, "again", "1")
        assert len(store.load("thu-1").answers) == saved
        ballast.unlink()
        answer(store, "again", "1")
        assert len(store.load("thu-1").answers) == saved + 1
        assert store.verify() == ()
    with open_at(small_disk) as store:
        assert len(store.load("thu-1").answers) == saved + 1
        assert store.verify() == ()


def test_a_full_disk_at_the_start_says_so_and_harms_nothing(small_disk: Path) -> None:
    with open_at(small_disk) as store:
        begin(store)
        answer(store, "a", "1")
    ballast = fill(small_disk)
    with pytest.raises(TryLaterError, match="đã đầy"):
        open_at(small_disk)
    ballast.unlink()
    with open_at(small_disk) as store:
        assert store.load("thu-1").answer("a", "X1") is not None
        assert store.verify() == ()


def test_a_photo_that_does_not_fit_leaves_nothing(small_disk: Path) -> None:
    media = MediaFolder(small_disk / "anh")
    kept = media.put(b"k" * 1000)
    with pytest.raises(TryLaterError, match="đã đầy"):
        media.put(b"x" * (4 << 20))
    assert media.all() == (kept,)
    assert list((small_disk / "anh" / "incoming").iterdir()) == []
    assert media.intact(kept)
    media.put(b"y" * (1 << 20))


def test_a_photo_for_a_read_only_disk_leaves_nothing(read_only: Path) -> None:
    with pytest.raises(Exception, match="chỉ đọc"):
        MediaFolder(read_only / "anh")
