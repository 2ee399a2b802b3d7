"""`checklist export` and `checklist import` as commands."""

from pathlib import Path

import pytest

from fieldapp.cli.main import run
from fieldapp.library import load_checklist
from tests.library.workbooks_made import SHEET, exported, put

CHECKLIST = Path(__file__).parents[1] / "checklists/van-thu-luu-tru.yaml"


def test_a_checklist_goes_out_and_comes_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, again = str(tmp_path / "bo.xlsx"), str(tmp_path / "bo.yaml")
    assert run(["checklist", "export", str(CHECKLIST), "--out", book]) == 0
    assert run(["checklist", "import", book, "--out", again]) == 0
    assert "phần, " in capsys.readouterr().out
    assert load_checklist(Path(again)) == load_checklist(CHECKLIST)


def test_nothing_is_written_when_the_workbook_has_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, out = tmp_path / "bo.xlsx", tmp_path / "bo.yaml"
    book.write_bytes(exported(put(SHEET, "Điểm tối đa", 3, "ba")))
    out.write_text("cũ", "utf-8")

    assert run(["checklist", "import", str(book), "--out", str(out)]) == 1
    assert out.read_text("utf-8") == "cũ"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bo.xlsx", "bo.yaml"]
    assert "dòng 3, cột “Điểm tối đa” (AD3): “ba”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["export", str(CHECKLIST), "--out", "bo.yaml"], "đuôi .xlsx"),
        (["export", str(CHECKLIST), "--out", "khong-co/bo.xlsx"], "Không ghi được"),
        (["export", "khong-co.yaml", "--out", "bo.xlsx"], "không tìm thấy tệp"),
        (["import", "khong-co.xlsx", "--out", "bo.yaml"], "không tìm thấy tệp"),
    ],
)
def test_what_cannot_be_done_is_said(
    command: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["checklist", *command]) == 1
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
