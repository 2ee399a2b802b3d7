"""Says whether the signatures of a PDF hold, strictly and offline."""

import datetime as dt
import io
import zlib

from asn1crypto import x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import (
    PdfSignatureStatus,
    SignatureCoverageLevel,
)

from fieldapp.domain.notice import SignatureVerdict, Verification
from fieldapp.domain.value import clean_text
from fieldapp.errors import UserError
from fieldapp.signing import gap, reasons
from fieldapp.signing.changes import STRICT
from fieldapp.signing.trust import context

_HEADER_WITHIN = 1024
_USAGE = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"})

# What pyHanko raises on a damaged file depends on which byte is damaged.
_DAMAGE = (
    PdfError,
    SigningError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    NotImplementedError,
    AssertionError,
    RecursionError,
    EOFError,
    zlib.error,
)


def verification(
    pdf: bytes, trusted: list[x509.Certificate], at: dt.datetime
) -> Verification:
    """Judge every signature of `pdf` as of `at`; valid only if all hold.

    Also invalid: no signature, or bytes after the last signature.

    Raises:
        UserError: `pdf` is not a PDF.
    """
    if b"%PDF-" not in pdf[:_HEADER_WITHIN]:
        raise UserError("Tệp không phải PDF; hãy chọn tệp thông báo .pdf.")
    try:
        signatures = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    except _DAMAGE:
        return _invalid("Tệp PDF đã hỏng hoặc bị sửa; không đọc được chữ ký.")
    if not signatures:
        return _invalid("Tệp không có chữ ký số nào.")
    last = len(signatures) - 1
    verdicts = tuple(
        _verdict(pdf, signature, trusted, at, is_last=place == last)
        for place, signature in enumerate(signatures)
    )
    valid = all(verdict.valid for verdict in verdicts)
    return Verification(signatures=verdicts, valid=valid, summary=_summary(verdicts))


def _invalid(summary: str) -> Verification:
    return Verification(signatures=(), valid=False, summary=summary)


def _summary(verdicts: tuple[SignatureVerdict, ...]) -> str:
    names = ", ".join(verdict.signer or verdict.field for verdict in verdicts)
    bad = [verdict for verdict in verdicts if not verdict.valid]
    if bad and all(v.intact and not v.changed_after and not v.trusted for v in bad):
        return f"CHƯA TIN CẬY. Tệp nguyên vẹn từ khi ký. {' '.join(bad[0].reasons)}"
    if bad:
        return f"KHÔNG HỢP LỆ. {' '.join(bad[0].reasons)}"
    return f"HỢP LỆ. Tệp nguyên vẹn từ khi ký; người ký: {names}."


def _verdict(
    pdf: bytes,
    signature: EmbeddedPdfSignature,
    trusted: list[x509.Certificate],
    at: dt.datetime,
    *,
    is_last: bool,
) -> SignatureVerdict:
    try:
        status = validate_pdf_signature(
            signature,
            context(trusted, at),
            diff_policy=STRICT,
            key_usage_settings=_USAGE,
        )
        clean = gap.is_clean(pdf, signature)
        return _judged(signature, status, at, clean=clean, is_last=is_last)
    except _DAMAGE:
        return _unreadable(signature)


def _judged(
    signature: EmbeddedPdfSignature,
    status: PdfSignatureStatus,
    at: dt.datetime,
    *,
    clean: bool,
    is_last: bool,
) -> SignatureVerdict:
    covers = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    changed = status.modification_level == ModificationLevel.OTHER
    changed = changed or not status.docmdp_ok
    why = reasons.reasons(status, at, changed_after=changed)
    uncovered = not clean or (is_last and not covers)
    if uncovered:
        why = (*why, reasons.UNCOVERED)
    return SignatureVerdict(
        field=signature.field_name,
        signer=_name(status.signing_cert),
        signed_at=signature.self_reported_timestamp,
        valid=status.bottom_line and not uncovered,
        intact=status.intact and status.valid,
        trusted=status.trusted,
        changed_after=changed or uncovered,
        covers_whole_file=covers,
        reasons=why,
    )


def _name(certificate: x509.Certificate) -> str:
    subject = certificate.subject
    name = subject.native.get("common_name", subject.human_friendly)
    return clean_text(str(name))


def _unreadable(signature: EmbeddedPdfSignature) -> SignatureVerdict:
    return SignatureVerdict(
        field=signature.field_name,
        signer="",
        signed_at=None,
        valid=False,
        intact=False,
        trusted=False,
        changed_after=False,
        covers_whole_file=False,
        reasons=(reasons.UNREADABLE,),
    )
