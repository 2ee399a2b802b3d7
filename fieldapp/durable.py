"""Folders whose files are either whole or absent, whatever happens to the machine.

A file is written under a temporary name, fsynced, renamed, and its folder fsynced;
when `write` returns, the file survives a crash. Files are never overwritten.
"""

import contextlib
import errno
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from fieldapp.errors import FieldappError, TryLaterError, UserError, system_reason

if sys.platform != "win32":
    import fcntl

_INCOMING = "incoming"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_CLOSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


class DurableFolder:
    """A folder of whole files; opening it removes what a crash left half-written.

    Raises:
        UserError: The folder cannot be made or written to.
        TryLaterError: The disk is full.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._incoming = root / _INCOMING
        make_folder(self._incoming)
        self._sweep()

    def path(self, name: str) -> Path:
        """Where the file called `name` ("ab/abcdef") is, whether it exists or not."""
        return self.root / name

    def write(self, name: str, data: bytes) -> Path:
        """Keep `data` as `name`; on return it is on disk, on error nothing is left.

        An existing file is left as it is.

        Raises:
            TryLaterError: The disk is full, read-only or failing.
        """
        target = self.path(name)
        with write_errors(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                self._bring_in(target, data)
            _fsync_folder(target.parent)
            _fsync_folder(self.root)
        return target

    def _bring_in(self, target: Path, data: bytes) -> None:
        handle, name = self._own_file()
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _own_file(self) -> tuple[int, str]:
        """A new file, held: another process that sweeps leaves it alone."""
        while True:
            handle, name = tempfile.mkstemp(dir=self._incoming)
            with contextlib.suppress(BlockingIOError):
                _claim(handle)
                if os.fstat(handle).st_nlink:
                    return handle, name
            os.close(handle)  # swept away before it was held

    def _sweep(self) -> None:
        for leftover in self._incoming.iterdir():
            # Windows refuses to delete a file another process is writing.
            with contextlib.suppress(OSError), leftover.open("rb") as file:
                _claim(file.fileno())
                leftover.unlink()


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` at `path`, over what was there: the whole file or none of it.

    A link is followed. A device or pipe is written to, never put aside: renaming
    over /dev/stdout would take it away from the whole machine.

    Raises:
        OSError: As the system says; what was at `path` is untouched.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    # Not named after the target: its name may be as long as names may be.
    mark = f"{os.getpid()}-{threading.get_ident()}"
    temporary = target.parent / f".fieldapp-{mark}.tmp"
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _fsync_folder(target.parent)


def make_folder(folder: Path) -> None:
    """Make `folder` (only its owner may look inside) and make sure it takes files.

    Raises:
        UserError: The folder cannot be made, is a file, or is read-only.
        TryLaterError: The disk is full or failing.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except (FileExistsError, NotADirectoryError) as error:
        raise UserError(
            f"{folder}: đây là một tệp, không phải thư mục. Hãy chọn thư mục khác."
        ) from error
    except OSError as error:
        if error.errno in _CLOSED:
            raise UserError(
                f"{folder}: không ghi được vào thư mục (chỉ đọc). Hãy cấp "
                "quyền ghi hoặc chọn thư mục khác."
            ) from error
        raise disk_error(error, folder) from error


def disk_error(error: OSError, path: Path) -> FieldappError:
    """The error to show for a write to `path` that the disk refused."""
    if error.errno in _FULL:
        return TryLaterError(
            f"{path}: ổ đĩa đã đầy, chưa lưu được. Hãy giải phóng dung lượng rồi lưu "
            "lại."
        )
    if error.errno in _CLOSED:
        return TryLaterError(
            f"{path}: thư mục chỉ đọc, chưa lưu được. Hãy cấp quyền ghi rồi lưu lại."
        )
    return TryLaterError(
        f"{path}: ổ đĩa báo lỗi ({system_reason(error)}), chưa lưu được. "
        "Hãy kiểm tra ổ đĩa rồi lưu lại."
    )


@contextlib.contextmanager
def write_errors(path: Path) -> Iterator[None]:
    """Turn the disk's errors about `path` into ours.

    Raises:
        TryLaterError: The disk is full, read-only or failing.
    """
    try:
        yield
    except OSError as error:
        raise disk_error(error, path) from error


def _claim(descriptor: int) -> None:
    """Hold the file until it is closed; raises OSError when someone else does."""
    if sys.platform != "win32":
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _fsync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return  # NTFS journals the rename; a folder cannot be opened for fsync
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
