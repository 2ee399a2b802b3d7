"""The validator's table: what is called valid, what is not, and why."""

import datetime as dt
from collections.abc import Callable

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given
from hypothesis import strategies as st
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from fieldapp.domain.notice import Paper, SignatureVerdict, Verification
from fieldapp.errors import UserError
from fieldapp.signing import Pkcs12Signatures
from fieldapp.signing.sample_ca import SampleIdentity
from tests.signing import damage
from tests.signing.conftest import NAME, NOW, PASSWORD, desk_at

Check = Callable[[bytes], Verification]
Change = Callable[[IncrementalPdfFileWriter], None]


@pytest.fixture(scope="session")
def check(signatures: Pkcs12Signatures, someone: SampleIdentity) -> Check:
    return lambda pdf: signatures.verify(pdf, (someone.root_pem,))


def test_an_intact_file_is_valid(check: Check, signed: bytes) -> None:
    found = check(signed)
    assert found.valid
    assert found.signatures == (
        SignatureVerdict(
            field="NguoiKy",
            signer=f"{NAME} (MẪU)",
            signed_at=NOW,
            valid=True,
            intact=True,
            trusted=True,
            changed_after=False,
            covers_whole_file=True,
            reasons=(),
        ),
    )
    assert found.summary.startswith("HỢP LỆ.")
    assert NAME in found.summary


def test_a_root_in_der_is_as_good_as_in_pem(
    signatures: Pkcs12Signatures, signed: bytes, someone: SampleIdentity
) -> None:
    root = x509.load_pem_x509_certificate(someone.root_pem)
    assert signatures.verify(signed, (root.public_bytes(Encoding.DER),)).valid


@given(st.data())
def test_one_flipped_bit_of_what_is_signed_is_never_valid(
    check: Check, signed: bytes, data: st.DataObject
) -> None:
    first, length, resume, rest = damage.byte_range(signed)
    covered = st.integers(first, first + length - 1) | st.integers(
        resume, resume + rest - 1
    )
    place = data.draw(covered)
    damaged = damage.flip(signed, place, data.draw(st.integers(0, 7)))
    try:
        assert not check(damaged).valid
    except UserError:
        assert place < 8, "only a broken header makes it no PDF"


@pytest.mark.parametrize("share", [0.02, 0.05, 0.3, 0.6])
def test_a_flipped_bit_in_the_content_is_called_a_change(
    check: Check, signed: bytes, paper: Paper, share: float
) -> None:
    place = signed.index(b"stream\n", int(len(paper.pdf) * share)) + 40
    found = check(damage.flip(signed, place))
    assert not found.valid
    (verdict,) = found.signatures
    assert not verdict.intact
    assert verdict.reasons[0].startswith("Nội dung đã ký bị thay đổi")
    assert "thay đổi" in found.summary


def test_data_hidden_beside_the_signature_is_not_valid(
    check: Check, signed: bytes
) -> None:
    _, length, resume, _ = damage.byte_range(signed)
    padding = check(damage.flip(signed, resume - 3))
    assert not padding.valid
    assert padding.signatures[0].changed_after
    letter = next(n for n in range(length + 1, resume) if signed[n] in b"abcdefABCDEF")
    assert not check(damage.flip(signed, letter, 5)).valid


@pytest.mark.parametrize(
    "change",
    [
        damage.add_line,
        damage.change_language,
        damage.ask_for_redrawing,
        damage.drop_the_picture,
    ],
)
def test_an_incremental_update_is_called_an_unlawful_change(
    check: Check, signed: bytes, change: Change
) -> None:
    found = check(damage.updated(signed, change))
    assert not found.valid
    (verdict,) = found.signatures
    assert verdict.intact
    assert verdict.trusted
    assert verdict.changed_after
    assert not verdict.covers_whole_file
    assert "sau khi ký" in found.summary


@pytest.mark.parametrize("tail", [b"\n", b"%%EOF\n", b"\0" * 100, b"<script>"])
def test_bytes_after_the_last_signature_are_not_valid(
    check: Check, signed: bytes, tail: bytes
) -> None:
    found = check(signed + tail)
    assert not found.valid
    assert found.signatures == () or found.signatures[0].changed_after


def test_an_unknown_root_is_not_trusted(
    signatures: Pkcs12Signatures, signed: bytes, stranger: SampleIdentity
) -> None:
    for trust in ((), (stranger.root_pem,)):
        found = signatures.verify(signed, trust)
        assert not found.valid
        (verdict,) = found.signatures
        assert verdict.intact
        assert not verdict.trusted
        assert not verdict.changed_after
        assert "không do tổ chức trong danh sách tin cậy" in found.summary


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-2, "chưa có hiệu lực (từ ngày 21/3/2026)"),
        (31, "đã hết hạn ngày 20/4/2026"),
        (4000, "đã hết hạn ngày 20/4/2026"),
    ],
)
def test_a_certificate_outside_its_dates_is_not_valid(
    signed: bytes, someone: SampleIdentity, days: int, said: str
) -> None:
    later = desk_at(NOW + dt.timedelta(days=days))
    found = later.verify(signed, (someone.root_pem,))
    assert not found.valid
    assert found.signatures[0].intact
    assert said in found.summary


def test_a_strangers_signature_beside_the_leaders_spoils_the_file(
    check: Check, signed: bytes, stranger: SampleIdentity
) -> None:
    found = check(damage.countersigned(signed, stranger.p12, PASSWORD))
    assert [verdict.field for verdict in found.signatures] == ["NguoiKy", "KeLa"]
    assert not found.valid
    assert not found.signatures[1].trusted


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99, 0.9999])
def test_a_truncated_file_is_not_valid(
    check: Check, signed: bytes, share: float
) -> None:
    found = check(signed[: int(len(signed) * share)])
    assert not found.valid
    assert found.summary


def test_the_unsigned_revision_has_no_signature(check: Check, paper: Paper) -> None:
    found = check(paper.pdf)
    assert not found.valid
    assert found.signatures == ()
    assert found.summary == "Tệp không có chữ ký số nào."


@pytest.mark.parametrize("data", [b"", b"chu", b"PK\x03\x04"])
def test_what_is_not_a_pdf_is_the_persons_mistake(check: Check, data: bytes) -> None:
    with pytest.raises(UserError, match="không phải PDF"):
        check(data)


@given(st.binary(max_size=200))
def test_any_rubbish_gets_an_answer(check: Check, rubbish: bytes) -> None:
    assert not check(b"%PDF-1.7\n" + rubbish).valid


@given(st.data())
def test_any_missing_piece_gets_an_answer(
    check: Check, signed: bytes, data: st.DataObject
) -> None:
    start = data.draw(st.integers(8, len(signed) - 1))
    stop = data.draw(st.integers(start + 1, min(len(signed), start + 5000)))
    assert not check(signed[:start] + signed[stop:]).valid


@pytest.mark.parametrize("trust", [b"", b"chu", b"\x30\x03\x02\x01\x03"])
def test_a_trust_file_that_is_no_certificate_is_refused(
    signatures: Pkcs12Signatures, signed: bytes, trust: bytes
) -> None:
    with pytest.raises(UserError, match=r"không phải chứng thư X\.509"):
        signatures.verify(signed, (trust,))
