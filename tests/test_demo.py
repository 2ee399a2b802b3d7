"""`demo` as a newcomer runs it, and its PDF in the hands of other programs."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from fieldapp.cli.main import run
from fieldapp.cli.main_job import CA_NAME, PDF_NAME
from tests.signing import damage
from tests.signing.test_conformance import pdfsig_says, verdict_of_flattened

Program = Callable[[str], str]


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder the demo leaves its files in."""
    folder = tmp_path_factory.mktemp("exports")
    command = [sys.executable, "-m", "fieldapp", "demo"]
    env = {**os.environ, "FIELDAPP_EXPORTS": str(folder)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stderr
    assert "HỢP LỆ" in done.stdout
    assert "5/7 phường chưa đạt" in done.stdout
    return folder


def verified(
    pdf: bytes, handed_out: Path, tmp_path: Path, *, trust: bool = True
) -> int:
    """Let the command line verify these bytes; its exit code."""
    file = tmp_path / "tb.pdf"
    file.write_bytes(pdf)
    trusted = ["--trust", str(handed_out / CA_NAME)] if trust else []
    return run(["notice", "verify", str(file), *trusted])


def test_the_demo_leaves_one_notice_and_its_root(handed_out: Path) -> None:
    assert {path.name for path in handed_out.iterdir()} == {PDF_NAME, CA_NAME}


def test_the_demos_notice_is_valid_pdf_a_and_other_programs_agree(
    handed_out: Path, tmp_path: Path, program: Program
) -> None:
    pdf = (handed_out / PDF_NAME).read_bytes()

    assert sorted(p.name for p in handed_out.iterdir()) == [CA_NAME, PDF_NAME]
    assert verified(pdf, handed_out, tmp_path) == 0
    assert verdict_of_flattened(pdf) == "pass"
    said = pdfsig_says(program("pdfsig"), pdf, tmp_path)
    assert "Signature is Valid" in said
    assert "Total document signed" in said


def test_openssl_agrees_on_the_demos_signature(
    handed_out: Path, tmp_path: Path, program: Program
) -> None:
    pdf = (handed_out / PDF_NAME).read_bytes()

    assert openssl_code(program("openssl"), pdf, handed_out, tmp_path) == 0
    flipped = damage.flip(pdf, len(pdf) // 3)
    assert openssl_code(program("openssl"), flipped, handed_out, tmp_path) != 0


def openssl_code(openssl: str, pdf: bytes, handed_out: Path, folder: Path) -> int:
    """What `openssl cms -verify` says of the signature, with the demo's root."""
    first, length, resume, rest = damage.byte_range(pdf)
    (folder / "content").write_bytes(
        pdf[first : first + length] + pdf[resume : resume + rest]
    )
    cms = pdf[length + 1 : resume - 1].decode()
    (folder / "cms").write_bytes(bytes.fromhex(cms))
    command = [openssl, "cms", "-verify", "-binary", "-inform", "DER", "-in", "cms"]
    command += ["-content", "content", "-out", "out", "-purpose", "any"]
    command += ["-CAfile", str(handed_out / CA_NAME)]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return done.returncode


def test_one_flipped_bit_is_called_invalid_with_the_reason(
    handed_out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = (handed_out / PDF_NAME).read_bytes()

    assert verified(damage.flip(pdf, len(pdf) // 3), handed_out, tmp_path) == 1
    assert "Nội dung còn nguyên vẹn: không" in capsys.readouterr().out


def test_a_line_added_by_an_update_is_called_invalid_with_the_reason(
    handed_out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    added = damage.updated((handed_out / PDF_NAME).read_bytes(), damage.add_line)

    assert verified(added, handed_out, tmp_path) == 1

    said = capsys.readouterr()
    assert "Nội dung còn nguyên vẹn: có" in said.out
    assert "Có thay đổi sau khi ký: có" in said.out
    assert "không có chữ ký hợp lệ" in said.err


def test_without_its_root_the_sample_signer_is_not_trusted(
    handed_out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = (handed_out / PDF_NAME).read_bytes()

    assert verified(pdf, handed_out, tmp_path, trust=False) == 1
    assert "Người ký được tin cậy: không" in capsys.readouterr().out
