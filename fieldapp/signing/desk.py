"""The signature desk: signs with a PKCS#12 file, verifies, finds the place."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from fieldapp.domain.notice import Paper, Signer, Verification
from fieldapp.signing import appearance, pades, place, verification
from fieldapp.signing.identity import open_identity
from fieldapp.signing.trust import roots


class Pkcs12Signatures:
    """Signs and verifies; implements `services.ports.SignatureDesk`.

    `assets` holds `fonts/`; `clock` (aware UTC) says when a verification happens,
    for the certificates' dates. Nothing here opens a connection. Call it outside a
    running event loop (a worker thread): pyHanko runs a loop of its own.
    """

    def __init__(self, assets: Path, clock: Callable[[], dt.datetime]) -> None:
        self._fonts = assets / "fonts"
        self._clock = clock

    def signer(self, p12: bytes, password: str, signed_at: dt.datetime) -> Signer:
        """Return who would sign at `signed_at`; signs nothing.

        Raises: UserError as `sign`.
        """
        identity = open_identity(p12, password, signed_at)
        return Signer(name=identity.name, sample=identity.sample)

    def sign(
        self, paper: Paper, p12: bytes, password: str, signed_at: dt.datetime
    ) -> bytes:
        """Return the signed PDF (PAdES B-B): the leader's certifying signature.

        The password is used and forgotten. `signed_at` is aware; it is printed at
        +07:00 and written as the claimed signing time.

        Raises:
            UserError: Wrong password, not a PKCS#12 file, no key inside,
                certificate expired, not yet valid or not meant for signing.
            IntegrityError: The paper is damaged or already signed.
        """
        identity = open_identity(p12, password, signed_at)
        box = paper.signature
        picture = appearance.drawn(
            identity.name,
            signed_at,
            (box.right_pt - box.left_pt, box.top_pt - box.bottom_pt),
            self._fonts,
            sample=identity.sample,
        )
        return pades.signed(paper.pdf, box, picture, identity, signed_at)

    def verify(self, pdf: bytes, trust: tuple[bytes, ...]) -> Verification:
        """Say whether the signatures hold; `trust` are certificates (PEM or DER).

        Raises:
            UserError: Not a PDF, or a trust file that is not a certificate.
        """
        return verification.verification(pdf, roots(trust), self._clock())

    def paper_of(self, pdf: bytes) -> Paper:
        """Return an unsigned notice read back from its file, ready for `sign`.

        Raises:
            UserError: Not a PDF, or not a notice made by this program.
        """
        return place.paper_of(pdf)
