"""What a verification may trust: only the certificates it is given, offline."""

import datetime as dt

from asn1crypto import pem, x509
from pyhanko_certvalidator import ValidationContext

from fieldapp.errors import UserError


def roots(trust: tuple[bytes, ...]) -> list[x509.Certificate]:
    """Return the certificates in `trust`, PEM (any number each) or DER.

    Raises:
        UserError: One of them is not a certificate.
    """
    return [certificate for data in trust for certificate in _read(data)]


def _read(data: bytes) -> list[x509.Certificate]:
    try:
        ders = [der for _, _, der in pem.unarmor(data, multiple=True)]
    except ValueError:
        ders = [data]
    try:
        found = [x509.Certificate.load(der, strict=True) for der in ders]
        for certificate in found:
            certificate.subject.native  # noqa: B018  # parsing is lazy; do it here
    except (ValueError, TypeError) as error:
        raise UserError(
            "Tệp chứng thư tin cậy không phải chứng thư X.509 (PEM hoặc DER)."
        ) from error
    return found


def context(trusted: list[x509.Certificate], at: dt.datetime) -> ValidationContext:
    """Return a context for one signature: no network, revocation only if at hand."""
    return ValidationContext(
        trust_roots=trusted,
        moment=at,
        allow_fetching=False,
        revocation_mode="soft-fail",
    )
