"""Opens a PKCS#12 file and checks that its certificate may sign now.

pyHanko does not check the certificate of a B-B signature: an expired one signs
happily. So it is checked here, before anything is signed.
"""

import datetime as dt
from dataclasses import dataclass

from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.sign.signers import SimpleSigner

from fieldapp.domain.value import clean_text
from fieldapp.errors import UserError
from fieldapp.signing.sample_ca import is_sample

_HANOI = dt.timezone(dt.timedelta(hours=7))


@dataclass(frozen=True)
class Identity:
    """Who signs: the printed name, whether it is a sample, and the key at work."""

    name: str
    sample: bool
    signer: SimpleSigner


def open_identity(p12: bytes, password: str, signed_at: dt.datetime) -> Identity:
    """Return the signer in `p12`, fit to sign at `signed_at` (aware).

    Raises:
        UserError: Not a PKCS#12 file, wrong password, no private key inside,
            or a certificate expired, not yet valid, or not meant for signing.
    """
    secret = password.encode()
    certificate = _certificate(p12, secret)
    _require_valid(certificate, signed_at)
    _require_signing(certificate)
    # No other_certs: the chain comes with the file.
    signer = SimpleSigner.load_pkcs12_data(p12, other_certs=[], passphrase=secret)
    return Identity(common_name(certificate), is_sample(certificate), signer)


def common_name(certificate: x509.Certificate) -> str:
    """Return the subject's common name, or its whole name when there is none."""
    found = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    name = str(found[0].value) if found else certificate.subject.rfc4514_string()
    return clean_text(name)


def _certificate(p12: bytes, secret: bytes) -> x509.Certificate:
    _require_pkcs12(p12)
    try:
        key, certificate, _ = pkcs12.load_key_and_certificates(p12, secret)
    except ValueError as error:
        raise UserError(
            "Không mở được tệp chữ ký số: sai mật khẩu hoặc tệp đã hỏng."
            " Hãy nhập lại mật khẩu."
        ) from error
    except UnsupportedAlgorithm as error:
        raise UserError(
            "Tệp chữ ký số dùng kiểu mã hóa không được hỗ trợ."
            " Hãy xuất lại tệp .p12 với mã hóa AES-256."
        ) from error
    if key is None or certificate is None:
        raise UserError(
            "Tệp chữ ký số không chứa khóa bí mật kèm chứng thư."
            " Hãy xuất lại tệp .p12 kèm khóa bí mật."
        )
    return certificate


def _require_pkcs12(p12: bytes) -> None:
    try:
        version = asn1_pkcs12.Pfx.load(p12)["version"].native
    except (ValueError, TypeError) as error:
        raise _not_pkcs12() from error
    if version != "v3":
        raise _not_pkcs12()


def _not_pkcs12() -> UserError:
    return UserError("Tệp đã chọn không phải tệp chữ ký số PKCS#12 (.p12, .pfx).")


def _require_valid(certificate: x509.Certificate, at: dt.datetime) -> None:
    if at > certificate.not_valid_after_utc:
        day = _day(certificate.not_valid_after_utc)
        raise UserError(
            f"Chứng thư số đã hết hạn ngày {day}. Hãy dùng chứng thư còn hạn."
        )
    if at < certificate.not_valid_before_utc:
        day = _day(certificate.not_valid_before_utc)
        raise UserError(
            f"Chứng thư số chưa có hiệu lực (từ ngày {day})."
            " Hãy kiểm tra ngày giờ của máy."
        )


def _day(moment: dt.datetime) -> str:
    local = moment.astimezone(_HANOI)
    return f"{local.day}/{local.month}/{local.year}"


def _require_signing(certificate: x509.Certificate) -> None:
    """Check key usage (RFC 5280, 4.2.1.3): one of the two bits for documents."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    if not (usage.digital_signature or usage.content_commitment):
        raise UserError(
            "Chứng thư số này không dùng để ký văn bản."
            " Hãy chọn chứng thư có mục đích ký số."
        )
