"""What a use case needs from the outside, where a laptop and a phone differ.

Each protocol has two real implementations or will have with the phone's browser
(ADR 0003); `fieldapp.wiring` chooses. Nothing here imports a vendor.
"""

import datetime as dt
from pathlib import Path
from typing import Protocol

from fieldapp.domain.findings import PreparedPhoto
from fieldapp.domain.notice import NoticeContent, Paper, Signer, Verification


class Clock(Protocol):
    """The time of day, aware UTC."""

    def __call__(self) -> dt.datetime:
        """Return now."""
        ...


class IdMaker(Protocol):
    """Makes ids that never meet another one."""

    def __call__(self) -> str:
        """Return a new id: 26 or fewer characters of [a-z0-9-]."""
        ...


class PhotoDesk(Protocol):
    """Takes photos in and gives derivatives out."""

    def ingest(self, data: bytes, file_name: str) -> PreparedPhoto:
        """Check `data`, keep the original by its SHA-256, make the derivatives.

        On return original and derivatives are on disk (fsync).

        Raises:
            UserError: Not a photo, too large, damaged; nothing was kept.
            TryLaterError: The disk is full or read-only; nothing was kept.
        """
        ...

    def thumbnail(self, sha256: str) -> Path:
        """Return the screen derivative (JPEG, at most 320 px wide)."""
        ...

    def print_copy(self, sha256: str) -> Path:
        """Return the paper derivative (JPEG, 200 dpi at 78 mm wide)."""
        ...

    def original(self, sha256: str) -> Path:
        """Return the original as it was taken."""
        ...


class PaperDesk(Protocol):
    """Turns content into paper."""

    def render(self, content: NoticeContent, photos: dict[str, Path]) -> Paper:
        """Return a PDF/A-2b; `photos` maps SHA-256 to the paper derivative.

        Raises:
            IntegrityError: The result is not PDF/A-2b; it is not handed out.
        """
        ...

    def page_images(self, pdf: bytes, width_px: int) -> tuple[bytes, ...]:
        """Return every page as PNG, `width_px` wide."""
        ...


class SignatureDesk(Protocol):
    """Signs and verifies."""

    def signer(self, p12: bytes, password: str, signed_at: dt.datetime) -> Signer:
        """Return who would sign, having checked that they can; signs nothing.

        Raises: as `sign`.
        """
        ...

    def sign(
        self, paper: Paper, p12: bytes, password: str, signed_at: dt.datetime
    ) -> bytes:
        """Return the signed PDF (PAdES B-B).

        Raises:
            UserError: Wrong password, not a PKCS#12 file, certificate expired, not
                yet valid or not meant for signing.
        """
        ...

    def paper_of(self, pdf: bytes) -> Paper:
        """Return an unsigned notice read back from its file, ready for `sign`.

        Raises:
            UserError: Not a PDF, or not a notice made by this program.
        """
        ...

    def verify(self, pdf: bytes, trust: tuple[bytes, ...]) -> Verification:
        """Say whether the signatures hold; `trust` are certificates (PEM or DER).

        Raises:
            UserError: Not a PDF, or a trust file that is not a certificate.
        """
        ...
