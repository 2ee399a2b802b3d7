"""A throw-away certificate authority and signer for demonstrations and tests.

Every name says "MẪU - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"; the root's key is forgotten at
once, so nothing more can be made with it.
"""

import datetime as dt
from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID

SAMPLE_MARK = "MẪU - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"
_KEY_BITS = 2048
_NAME_MOST_BYTES = 64
_BACKDATED = dt.timedelta(hours=1)
_MONTH = dt.timedelta(days=30)

_Key = rsa.RSAPrivateKey


@dataclass(frozen=True)
class SampleIdentity:
    """A signer and the root to trust for it; `p12` opens with the given password."""

    p12: bytes
    root_pem: bytes
    certificate_pem: bytes


def make_sample(
    name: str,
    password: str,
    now: dt.datetime,
    lifetime: dt.timedelta = _MONTH,
    usage: x509.KeyUsage | None = None,
) -> SampleIdentity:
    """Return a new signer called `name` under a new root.

    Args:
        name: The signer's name, cut with its mark to 64 bytes (RFC 5280).
        password: Protects the PKCS#12; not empty.
        now: Aware; the certificates are valid from one hour before.
        lifetime: How long they are valid after `now`.
        usage: The signer's key usage; digitalSignature and nonRepudiation if None.
    """
    period = (now - _BACKDATED, now + lifetime)
    root_key, key = _new_key(), _new_key()
    root_name = _name(SAMPLE_MARK)
    root = _root(root_name, root_key, period)
    certificate = (
        _builder(_name(_cut(name) + " (MẪU)"), root_name, key, period)
        .add_extension(usage or _key_usage(signs_documents=True), critical=True)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_authority(root_key), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    return SampleIdentity(
        p12=_packed(key, certificate, root, password),
        root_pem=root.public_bytes(Encoding.PEM),
        certificate_pem=certificate.public_bytes(Encoding.PEM),
    )


def is_sample(certificate: x509.Certificate) -> bool:
    """Say whether the certificate calls itself a sample."""
    names = (*certificate.subject, *certificate.issuer)
    return any("MẪU" in str(part.value) for part in names)


def _new_key() -> _Key:
    return rsa.generate_private_key(public_exponent=65537, key_size=_KEY_BITS)


def _name(common_name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, SAMPLE_MARK),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )


def _cut(name: str) -> str:
    room = _NAME_MOST_BYTES - len(" (MẪU)".encode())
    return name.encode()[:room].decode(errors="ignore").strip()


def _root(
    name: x509.Name, key: _Key, period: tuple[dt.datetime, dt.datetime]
) -> x509.Certificate:
    return (
        _builder(name, name, key, period)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(signs_documents=False), critical=True)
        .sign(key, hashes.SHA256())
    )


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: _Key,
    period: tuple[dt.datetime, dt.datetime],
) -> x509.CertificateBuilder:
    public = key.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(period[0])
        .not_valid_after(period[1])
        .add_extension(
            x509.SubjectKeyIdentifier.from_public_key(public), critical=False
        )
    )


def _authority(key: _Key) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())


def _key_usage(*, signs_documents: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs_documents,
        content_commitment=signs_documents,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=not signs_documents,
        crl_sign=not signs_documents,
        encipher_only=False,
        decipher_only=False,
    )


def _packed(
    key: _Key, certificate: x509.Certificate, root: x509.Certificate, password: str
) -> bytes:
    return pkcs12.serialize_key_and_certificates(
        b"mau", key, certificate, [root], BestAvailableEncryption(password.encode())
    )
