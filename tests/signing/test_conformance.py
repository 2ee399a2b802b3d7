"""The signed file stays PDF/A-2b, and other people's verifiers agree."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import pdfa
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf

from fieldapp.domain.notice import Paper
from fieldapp.papers import ReportlabPapers
from fieldapp.signing import Pkcs12Signatures
from fieldapp.signing.sample_ca import SampleIdentity
from tests.papers.conftest import Photos, photos
from tests.papers.notices import notice
from tests.signing import damage
from tests.signing.conftest import NOW, PASSWORD

__all__ = ["photos"]  # a fixture shared with the papers' tests
Program = Callable[[str], str]


def verdict_of_flattened(pdf: bytes) -> str:
    """Judge a copy whose signature pictures are page content.

    The validator does not judge forms; flattening shows it what they draw.
    """
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as copy:
        copy.flatten_annotations("all")
        for key in ("/AcroForm", "/Perms", "/DSS", "/Extensions"):
            if key in copy.Root:
                del copy.Root[key]
        for page in copy.pages:
            if "/Annots" in page.obj:
                del page.obj["/Annots"]
        copy.remove_unreferenced_resources()
        copy.save(out)
    return str(pdfa.validate_written(io.BytesIO(out.getvalue()), "2b").verdict)


@pytest.mark.parametrize("count", [0, 12, 60])
def test_a_signed_notice_stays_pdf_a_2b(
    signatures: Pkcs12Signatures,
    papers: ReportlabPapers,
    someone: SampleIdentity,
    photos: Callable[[int], Photos],
    count: int,
) -> None:
    listed, files = photos(count)
    paper = papers.render(notice(photos=listed, sample=True), files)
    signed = signatures.sign(paper, someone.p12, PASSWORD, NOW)
    assert verdict_of_flattened(signed) == "pass"


def test_the_check_bites_on_pyhankos_own_stamp(
    paper: Paper, someone: SampleIdentity
) -> None:
    signer = SimpleSigner.load_pkcs12_data(someone.p12, [], PASSWORD.encode())
    out = io.BytesIO()
    sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(paper.pdf)),
        PdfSignatureMetadata(field_name="NguoiKy"),
        signer,
        new_field_spec=SigFieldSpec("NguoiKy", on_page=0, box=(100, 100, 300, 160)),
        output=out,
    )
    assert verdict_of_flattened(out.getvalue()) != "pass"


def test_what_flattening_hides_conforms_too(signed: bytes) -> None:
    """ISO 19005-2, 6.3.2, 6.3.3, 6.4.1: flags, appearance, actions, redrawing."""
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        assert "/XFA" not in pdf.Root.AcroForm
        widgets = [a for page in pdf.pages for a in page.obj.get("/Annots", [])]
        assert len(widgets) == 1
        for widget in widgets:
            assert int(widget.F) == 4 | 128
            assert list(widget.AP.keys()) == ["/N"]
            assert isinstance(widget.AP.N, pikepdf.Stream)
            assert "/A" not in widget
            assert "/AA" not in widget


def test_openssl_verifies_the_signature_and_sees_a_flipped_bit(
    signed: bytes, someone: SampleIdentity, tmp_path: Path, program: Program
) -> None:
    openssl = program("openssl")
    assert openssl_says(openssl, signed, someone, tmp_path) == 0
    damaged = damage.flip(signed, 5000)
    assert openssl_says(openssl, damaged, someone, tmp_path) != 0


def openssl_says(
    openssl: str, pdf: bytes, someone: SampleIdentity, folder: Path
) -> int:
    first, length, resume, rest = damage.byte_range(pdf)
    content = pdf[first : first + length] + pdf[resume : resume + rest]
    (folder / "content").write_bytes(content)
    (folder / "root.pem").write_bytes(someone.root_pem)
    cms = bytes.fromhex(pdf[length + 1 : resume - 1].decode())
    (folder / "signature").write_bytes(cms)
    command = [openssl, "cms", "-verify", "-binary", "-inform", "DER"]
    command += ["-in", "signature", "-content", "content", "-out", "verified"]
    command += ["-CAfile", "root.pem", "-purpose", "any"]
    command += ["-attime", str(int(NOW.timestamp()))]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return done.returncode


def test_pdfsig_calls_the_intact_file_valid_and_covered_and_sees_a_flipped_bit(
    signed: bytes, tmp_path: Path, program: Program
) -> None:
    pdfsig = program("pdfsig")
    intact = pdfsig_says(pdfsig, signed, tmp_path)
    assert "Signature is Valid" in intact
    assert "Total document signed" in intact
    (signature,) = PdfFileReader(io.BytesIO(signed)).embedded_signatures
    assert signature.field_name in intact
    place = signed.index(b"stream\n", 5000) + 40
    damaged = pdfsig_says(pdfsig, damage.flip(signed, place), tmp_path)
    assert "Digest Mismatch" in damaged


def pdfsig_says(pdfsig: str, pdf: bytes, folder: Path) -> str:
    (folder / "signed.pdf").write_bytes(pdf)
    command = [pdfsig, "-nocert", "signed.pdf"]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, check=False, text=True
    )
    return done.stdout
