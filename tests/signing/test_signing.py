"""Signing: what it writes, what it shows, and whom it refuses."""

import datetime as dt
import io

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    pkcs12,
)
from pyhanko.pdf_utils.reader import PdfFileReader

from fieldapp.domain.notice import Paper
from fieldapp.errors import IntegrityError, UserError
from fieldapp.signing import Pkcs12Signatures, appearance
from fieldapp.signing.identity import common_name
from fieldapp.signing.sample_ca import SampleIdentity, make_sample
from tests.papers.reading import words
from tests.signing.conftest import ASSETS, NAME, NOW, PASSWORD

DAY = dt.timedelta(days=1)


def usage(**bits: bool) -> x509.KeyUsage:
    names = (
        *("digital_signature", "content_commitment", "key_encipherment"),
        *("data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"),
        *("encipher_only", "decipher_only"),
    )
    return x509.KeyUsage(**(dict.fromkeys(names, False) | bits))


def test_the_signature_is_pades_and_certifies_with_form_filling_left_open(
    signed: bytes,
) -> None:
    (signature,) = PdfFileReader(io.BytesIO(signed)).embedded_signatures
    assert signature.field_name == "NguoiKy"
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert signature.docmdp_level.value == 2
    (info,) = signature.signed_data["signer_infos"]
    assert info["digest_algorithm"]["algorithm"].native == "sha256"
    kinds = {attribute["type"].native for attribute in info["signed_attrs"]}
    assert "signing_certificate_v2" in kinds
    assert "signing_time" not in kinds


def test_signing_only_appends(signed: bytes, paper: Paper) -> None:
    assert signed.startswith(paper.pdf)
    assert len(signed) - len(paper.pdf) < 60_000


def test_the_claimed_time_is_the_one_given(signed: bytes) -> None:
    (signature,) = PdfFileReader(io.BytesIO(signed)).embedded_signatures
    assert signature.self_reported_timestamp == NOW


def test_the_picture_lies_in_the_papers_box(signed: bytes, paper: Paper) -> None:
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        page = pdf.pages[paper.signature.page]
        (widget,) = page.obj.Annots
        corners = [float(corner) for corner in widget.Rect]
    box = paper.signature
    wanted = [box.left_pt, box.bottom_pt, box.right_pt, box.top_pt]
    assert corners == pytest.approx(wanted, abs=0.6)


def flattened_words(pdf: bytes) -> str:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.flatten_annotations("all")
        out = io.BytesIO()
        opened.save(out)
    return words(out.getvalue())


def test_the_picture_shows_name_time_and_the_sample_mark(signed: bytes) -> None:
    text = flattened_words(signed)
    assert f"Ký bởi: {NAME} (MẪU)" in text
    assert "Thời gian ký: 2026-03-21T10:00:00+07:00" in text
    assert text.endswith("MẪU - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ")


def test_a_real_signers_picture_bears_no_mark() -> None:
    picture = appearance.drawn(NAME, NOW, (200, 80), ASSETS / "fonts", sample=False)
    assert words(picture) == (f"Ký bởi: {NAME} Thời gian ký: 2026-03-21T10:00:00+07:00")


@pytest.mark.parametrize("name", ["Công Tằng Tôn Nữ " * 8, "A" * 300, "王 😀 Ánh"])
def test_any_name_fits_the_picture(name: str) -> None:
    picture = appearance.drawn(name, NOW, (200, 80), ASSETS / "fonts", sample=True)
    assert "Thời gian ký: 2026-03-21T10:00:00+07:00" in words(picture)


def test_a_paper_read_back_from_its_file_can_be_signed(
    signatures: Pkcs12Signatures, paper: Paper
) -> None:
    assert signatures.paper_of(paper.pdf) == paper


def test_a_foreign_or_signed_file_is_not_taken_for_a_paper(
    signatures: Pkcs12Signatures, signed: bytes
) -> None:
    blank = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(blank)
    with pytest.raises(UserError, match="không biết đặt chữ ký ở đâu"):
        signatures.paper_of(blank.getvalue())
    with pytest.raises(UserError, match="không biết đặt chữ ký ở đâu"):
        signatures.paper_of(b"chu")
    with pytest.raises(UserError, match="đã có chữ ký số"):
        signatures.paper_of(signed)


def test_a_signed_paper_is_not_signed_again(
    signatures: Pkcs12Signatures, paper: Paper, signed: bytes, someone: SampleIdentity
) -> None:
    again = paper.model_copy(update={"pdf": signed})
    with pytest.raises(IntegrityError, match="đã được ký"):
        signatures.sign(again, someone.p12, PASSWORD, NOW)


@pytest.mark.parametrize("password", ["sai", "", "mật khẩu 124"])
def test_a_wrong_password_is_said_plainly(
    signatures: Pkcs12Signatures, paper: Paper, someone: SampleIdentity, password: str
) -> None:
    with pytest.raises(UserError, match="sai mật khẩu"):
        signatures.sign(paper, someone.p12, password, NOW)


@pytest.mark.parametrize(
    "data", [b"", b"khong phai", b"%PDF-1.7", b"\x30\x03\x02\x01\x03"]
)
def test_a_file_that_is_not_pkcs12_is_refused(
    signatures: Pkcs12Signatures, paper: Paper, data: bytes
) -> None:
    with pytest.raises(UserError, match="không phải tệp chữ ký số"):
        signatures.sign(paper, data, PASSWORD, NOW)


def test_a_certificate_is_not_a_pkcs12_file(
    signatures: Pkcs12Signatures, paper: Paper, someone: SampleIdentity
) -> None:
    certificate = x509.load_pem_x509_certificate(someone.certificate_pem)
    der = certificate.public_bytes(Encoding.DER)
    with pytest.raises(UserError, match="không phải tệp chữ ký số"):
        signatures.sign(paper, der, PASSWORD, NOW)


def test_a_file_without_a_private_key_is_refused(
    signatures: Pkcs12Signatures, paper: Paper, someone: SampleIdentity
) -> None:
    certificate = x509.load_pem_x509_certificate(someone.certificate_pem)
    keyless = pkcs12.serialize_key_and_certificates(
        b"x", None, None, [certificate], BestAvailableEncryption(PASSWORD.encode())
    )
    with pytest.raises(UserError, match="không chứa khóa bí mật"):
        signatures.sign(paper, keyless, PASSWORD, NOW)


def test_a_file_without_a_password_is_opened_with_none(
    signatures: Pkcs12Signatures, paper: Paper, someone: SampleIdentity
) -> None:
    key, certificate, others = pkcs12.load_key_and_certificates(
        someone.p12, PASSWORD.encode()
    )
    assert isinstance(key, RSAPrivateKey)
    unlocked = pkcs12.serialize_key_and_certificates(
        b"x", key, certificate, others, NoEncryption()
    )
    pdf = signatures.sign(paper, unlocked, "", NOW)
    assert signatures.verify(pdf, (someone.root_pem,)).valid


@pytest.mark.parametrize(
    ("moment", "words_said"),
    [
        (NOW + 31 * DAY, "đã hết hạn ngày 20/4/2026"),
        (NOW - DAY, "chưa có hiệu lực .từ ngày 21/3/2026"),
    ],
)
def test_a_certificate_outside_its_dates_does_not_sign(
    signatures: Pkcs12Signatures,
    paper: Paper,
    someone: SampleIdentity,
    moment: dt.datetime,
    words_said: str,
) -> None:
    with pytest.raises(UserError, match=words_said):
        signatures.sign(paper, someone.p12, PASSWORD, moment)


def test_a_certificate_for_another_use_does_not_sign(
    signatures: Pkcs12Signatures, paper: Paper
) -> None:
    other = make_sample(NAME, PASSWORD, NOW, usage=usage(key_encipherment=True))
    with pytest.raises(UserError, match="không dùng để ký văn bản"):
        signatures.sign(paper, other.p12, PASSWORD, NOW)


@pytest.mark.parametrize("bit", ["digital_signature", "content_commitment"])
def test_either_signing_bit_will_do(
    signatures: Pkcs12Signatures, paper: Paper, bit: str
) -> None:
    other = make_sample(NAME, PASSWORD, NOW, usage=usage(**{bit: True}))
    pdf = signatures.sign(paper, other.p12, PASSWORD, NOW)
    assert signatures.verify(pdf, (other.root_pem,)).valid


def test_a_sample_signer_calls_itself_one_everywhere(someone: SampleIdentity) -> None:
    for pem in (someone.certificate_pem, someone.root_pem):
        certificate = x509.load_pem_x509_certificate(pem)
        assert "MẪU - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ" in certificate.subject.rfc4514_string()


def test_a_sample_signer_may_have_a_long_name() -> None:
    long = make_sample("Công Tằng Tôn Nữ " * 10, PASSWORD, NOW)
    certificate = x509.load_pem_x509_certificate(long.certificate_pem)
    assert common_name(certificate).endswith(" (MẪU)")
