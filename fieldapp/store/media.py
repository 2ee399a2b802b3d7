"""Photos as they were taken: files named by the SHA-256 of their content."""

import hashlib
import re
from pathlib import Path

from fieldapp.durable import DurableFolder, write_errors
from fieldapp.errors import IntegrityError

_SHA256 = re.compile(r"[0-9a-f]{64}")


class MediaFolder:
    """Content-addressed files; the same content is kept once."""

    def __init__(self, root: Path) -> None:
        self._files = DurableFolder(root)

    def put(self, data: bytes) -> str:
        """Keep `data`; return its SHA-256. On return the file is on disk.

        A kept file found damaged is set aside and replaced by `data`.

        Raises:
            TryLaterError: The disk is full, read-only or failing; nothing was kept.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        kept = self.path(sha256)
        with write_errors(kept):
            if kept.exists() and not self.intact(sha256):
                kept.rename(kept.with_suffix(".damaged"))
        self._files.write(_name(sha256), data)
        return sha256

    def path(self, sha256: str) -> Path:
        """Where the file is, whether it exists or not.

        Raises:
            IntegrityError: `sha256` is not a SHA-256 (64 lower-case hex digits).
        """
        return self._files.path(_name(sha256))

    def has(self, sha256: str) -> bool:
        """Whether the file is here."""
        return self.path(sha256).is_file()

    def intact(self, sha256: str) -> bool:
        """Whether the file is here and its content is what its name says."""
        path = self.path(sha256)
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256

    def all(self) -> tuple[str, ...]:
        """The SHA-256 of every file kept, sorted."""
        found = (p.name for p in self._files.root.glob("[0-9a-f][0-9a-f]/*"))
        return tuple(sorted(name for name in found if _SHA256.fullmatch(name)))


def _name(sha256: str) -> str:
    if not _SHA256.fullmatch(sha256):
        raise IntegrityError(
            f"Ảnh có mã băm {sha256!r} không hợp lệ. Hãy thêm lại ảnh này."
        )
    return f"{sha256[:2]}/{sha256}"
