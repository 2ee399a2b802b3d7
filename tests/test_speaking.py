"""What the command line says when the world around it is odd."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp.cli.main import run

COMMAND = f"{sys.executable} -m fieldapp"


def _shell(line: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **env},
    )


def test_a_reader_that_leaves_early_is_left_in_peace(tmp_path: Path) -> None:
    file = tmp_path / "sai.yaml"
    file.write_text("".join(f"k{i}: 1\n" for i in range(3000)), "utf-8")

    done = _shell(f"{COMMAND} checklist check --json {file} | head -1")

    assert done.stdout == "[\n"
    assert done.returncode == 1
    assert "Exception" not in done.stderr
    assert "Lỗi của chương trình" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has one")
def test_a_full_disk_beneath_the_output_is_told_in_one_line() -> None:
    done = _shell(f"{COMMAND} schema inspection > /dev/full")

    assert done.returncode == 1
    assert done.stderr.startswith("Không in được kết quả")
    assert done.stderr.count("\n") == 1


def test_closed_output_is_no_fault_of_ours() -> None:
    assert _shell(f"{COMMAND} schema inspection >&-").returncode == 0


def test_vietnamese_comes_out_also_where_the_system_knows_only_ascii() -> None:
    said = _shell(f"{COMMAND} schema x", LANG="C", LC_ALL="C", PYTHONIOENCODING="ascii")

    assert "Không có schema “x”" in said.stderr


def test_a_fault_is_one_line_also_where_no_file_can_be_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise RuntimeError("hỏng")

    def no_place(*_: object, **__: object) -> None:
        raise FileNotFoundError("no usable temporary directory")

    monkeypatch.setattr("fieldapp.cli.main.app", lambda *_, **__: broken())
    monkeypatch.setattr("tempfile.NamedTemporaryFile", no_place)

    assert run(["doctor"]) == 3
    assert capsys.readouterr().err.count("\n") == 1


def test_an_id_that_is_no_text_is_merely_unknown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["notice", "draft", "\udcff", "--data", str(tmp_path)]) == 1
    assert "Không có cuộc kiểm tra" in capsys.readouterr().err


def test_a_password_file_of_another_encoding_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf, out = tmp_path / "tb.pdf", str(tmp_path / "out.pdf")
    pdf.write_bytes(b"%PDF-1.7")
    password = tmp_path / "mk.txt"
    password.write_bytes("mật khẩu".encode("utf-16"))
    files = ["--p12", str(pdf), "--password-file", str(password)]

    assert run(["notice", "sign", str(pdf), "--out", out, *files]) == 1
    assert "không phải UTF-8" in capsys.readouterr().err
