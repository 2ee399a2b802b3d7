"""Why a signature does not hold, in Vietnamese sentences."""

import datetime as dt

from asn1crypto import x509
from pyhanko.sign.ades.report import AdESIndeterminate, AdESSubIndic
from pyhanko.sign.validation.status import PdfSignatureStatus

ALTERED = "Nội dung đã ký bị thay đổi: mã băm hoặc chữ ký không khớp."
CHANGED_AFTER = "Tệp bị thêm hoặc sửa nội dung trái phép sau khi ký."
UNREADABLE = "Không đọc được chữ ký: dữ liệu chữ ký đã hỏng hoặc bị sửa."
UNCOVERED = "Có dữ liệu trong tệp không được chữ ký nào bảo vệ."
NOT_ACCEPTED = "Chữ ký không đạt yêu cầu kiểm tra."

_HANOI = dt.timezone(dt.timedelta(hours=7))
_UNTRUSTED = "Chứng thư của người ký không do tổ chức trong danh sách tin cậy cấp."
_REVOKED = "Chứng thư của người ký đã bị thu hồi."
_TRUST: dict[AdESSubIndic, str] = {
    AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND: _UNTRUSTED,
    AdESIndeterminate.CERTIFICATE_CHAIN_GENERAL_FAILURE: _UNTRUSTED,
    AdESIndeterminate.REVOKED_NO_POE: _REVOKED,
    AdESIndeterminate.REVOKED_CA_NO_POE: _REVOKED,
    AdESIndeterminate.CHAIN_CONSTRAINTS_FAILURE: (
        "Chứng thư của người ký không dùng để ký văn bản."
    ),
}


def reasons(
    status: PdfSignatureStatus, at: dt.datetime, *, changed_after: bool
) -> tuple[str, ...]:
    """Return what is wrong as of `at`, the gravest first; empty when all is well."""
    found = []
    if not (status.intact and status.valid):
        found.append(ALTERED)
    elif not status.trusted:
        dates = _outside_dates(status.signing_cert, at)
        found.append(dates or _trust_problem(status.trust_problem_indic))
    if changed_after:
        found.append(CHANGED_AFTER)
    if not found and not status.bottom_line:
        found.append(NOT_ACCEPTED)
    return tuple(found)


def _outside_dates(certificate: x509.Certificate, at: dt.datetime) -> str | None:
    if at > certificate.not_valid_after:
        day = _day(certificate.not_valid_after)
        return f"Chứng thư của người ký đã hết hạn ngày {day}."
    if at < certificate.not_valid_before:
        day = _day(certificate.not_valid_before)
        return f"Chứng thư của người ký chưa có hiệu lực (từ ngày {day})."
    return None


def _day(moment: dt.datetime) -> str:
    local = moment.astimezone(_HANOI)
    return f"{local.day}/{local.month}/{local.year}"


def _trust_problem(indication: AdESSubIndic | None) -> str:
    if indication is None:
        return _UNTRUSTED
    generic = f"Chứng thư của người ký không được chấp nhận ({indication})."
    return _TRUST.get(indication, generic)
