"""Photos by content: whole or absent."""

import fcntl
import hashlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.durable import DurableFolder
from fieldapp.errors import IntegrityError
from fieldapp.store import MediaFolder


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=2000))
def test_what_is_put_is_found_by_its_hash(tmp_path: Path, data: bytes) -> None:
    media = MediaFolder(tmp_path)
    sha256 = media.put(data)
    assert sha256 == hashlib.sha256(data).hexdigest()
    assert media.path(sha256).read_bytes() == data
    assert media.has(sha256)
    assert media.intact(sha256)


def test_the_same_content_is_kept_once_and_never_rewritten(tmp_path: Path) -> None:
    media = MediaFolder(tmp_path)
    sha256 = media.put(b"anh")
    before = media.path(sha256).stat()
    assert media.put(b"anh") == sha256
    after = media.path(sha256).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert media.all() == (sha256,)


def test_a_damaged_file_is_noticed_set_aside_and_replaced(tmp_path: Path) -> None:
    media = MediaFolder(tmp_path)
    sha256 = media.put(b"anh")
    media.path(sha256).write_bytes(b"an")
    assert not media.intact(sha256)
    assert media.put(b"anh") == sha256
    assert media.intact(sha256)
    assert media.path(sha256).with_suffix(".damaged").read_bytes() == b"an"


def test_leftovers_of_a_crash_are_removed_at_the_next_start(tmp_path: Path) -> None:
    MediaFolder(tmp_path)
    (tmp_path / "incoming" / "tmpabc").write_bytes(b"half")
    MediaFolder(tmp_path)
    assert list((tmp_path / "incoming").iterdir()) == []


def test_a_file_another_process_is_writing_is_left_alone(tmp_path: Path) -> None:
    MediaFolder(tmp_path)
    busy = tmp_path / "incoming" / "tmpabc"
    with busy.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        MediaFolder(tmp_path)
        assert busy.exists()


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63])
def test_a_name_that_is_no_hash_never_reaches_the_disk(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(IntegrityError, match="mã băm"):
        MediaFolder(tmp_path).path(name)


def test_a_file_swept_away_while_it_is_begun_is_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process opens the folder between making the file and holding it."""
    folder, real, made = DurableFolder(tmp_path), tempfile.mkstemp, []

    def swept_once(dir: Path) -> tuple[int, str]:  # noqa: A002 - as in tempfile
        handle, name = real(dir=dir)
        made.append(name)
        if len(made) == 1:
            DurableFolder(tmp_path)
        return handle, name

    monkeypatch.setattr("tempfile.mkstemp", swept_once)
    kept = folder.write("ab", b"abc")

    assert kept.read_bytes() == b"abc"
    assert len(made) == 2
    assert list((tmp_path / "incoming").iterdir()) == []
