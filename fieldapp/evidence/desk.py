"""Takes photos in and gives their copies out (`PhotoDesk` of the services' ports)."""

import hashlib
from pathlib import Path
from typing import Protocol

from fieldapp.domain.findings import PreparedPhoto
from fieldapp.durable import DurableFolder
from fieldapp.errors import IntegrityError, UserError
from fieldapp.evidence.derivatives import PRINT_COPY, THUMBNAIL, Size, small_copies
from fieldapp.evidence.reading import damage, open_picture


class Originals(Protocol):
    """Where photos are kept as they were taken, by content."""

    def put(self, data: bytes) -> str:
        """Keep `data`; return its SHA-256. On return it is on disk."""
        ...

    def path(self, sha256: str) -> Path:
        """Where the file is, whether it exists or not."""
        ...


class PhotoShelf:
    """Photos on this device. `copies` may be deleted: it is made anew on demand.

    Raises:
        UserError: The folder of copies is read-only.
        TryLaterError: The disk is full.
    """

    def __init__(self, originals: Originals, copies: Path) -> None:
        self._originals = originals
        self._copies = DurableFolder(copies)

    def ingest(self, data: bytes, file_name: str) -> PreparedPhoto:
        """Check `data`, keep the original untouched, make the copies.

        On return all three files are on disk. The original is kept last: whatever
        fails before leaves at most copies, which are nobody's evidence.

        Raises:
            UserError: Not a photo, too large, damaged; nothing was kept.
            TryLaterError: The disk is full or read-only; nothing was kept.
        """
        picture = open_picture(data, file_name)
        with damage(file_name):
            copies = small_copies(picture.image)
        sha256 = hashlib.sha256(data).hexdigest()
        made = self._keep_copies(sha256, copies)
        try:
            self._originals.put(data)
        except BaseException:
            for path in made:
                path.unlink(missing_ok=True)
            raise
        return PreparedPhoto(
            sha256=sha256,
            media_type=picture.media_type,
            size_bytes=len(data),
            width_px=picture.width_px,
            height_px=picture.height_px,
            taken_at=picture.taken_at,
        )

    def thumbnail(self, sha256: str) -> Path:
        """The copy for the screen (JPEG, at most 320 px wide), made when missing.

        Raises:
            IntegrityError: The original is not here or is damaged.
            TryLaterError: The disk is full or read-only.
        """
        return self._copy(sha256, THUMBNAIL)

    def print_copy(self, sha256: str) -> Path:
        """The copy for paper (JPEG, 200 dpi at 78 mm wide), made when missing.

        Raises:
            IntegrityError: The original is not here or is damaged.
            TryLaterError: The disk is full or read-only.
        """
        return self._copy(sha256, PRINT_COPY)

    def original(self, sha256: str) -> Path:
        """Where the original is."""
        return self._originals.path(sha256)

    def _copy(self, sha256: str, size: Size) -> Path:
        path = self._copies.path(_name(sha256, size))
        if not path.is_file():
            self._keep_copies(sha256, self._copies_of(sha256))
        return path

    def _copies_of(self, sha256: str) -> dict[Size, bytes]:
        original = self._originals.path(sha256)
        try:
            data = original.read_bytes()
            picture = open_picture(data, original.name)
            with damage(original.name):
                return small_copies(picture.image)
        except (OSError, UserError) as error:
            raise IntegrityError(
                f"Ảnh gốc {original} bị mất hoặc bị hỏng. Hãy khôi phục từ bản sao lưu "
                "hoặc thêm lại ảnh này."
            ) from error

    def _keep_copies(self, sha256: str, copies: dict[Size, bytes]) -> list[Path]:
        """Write the copies that are missing; return what was written."""
        made: list[Path] = []
        try:
            for size, data in copies.items():
                name = _name(sha256, size)
                if not self._copies.path(name).exists():
                    made.append(self._copies.write(name, data))
        except BaseException:
            for path in made:
                path.unlink(missing_ok=True)
            raise
        return made


def _name(sha256: str, size: Size) -> str:
    return f"{sha256[:2]}/{sha256}-{size.width_px}.jpg"
