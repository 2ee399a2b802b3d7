"""`fieldapp checklist diff` and `replay` as a person and a program see them."""

import json
from pathlib import Path

import pytest

from fieldapp.cli.main import run

ROOT = Path(__file__).resolve().parents[1]
OLD = ROOT / "checklists" / "cairang-2024.yaml"
EXAMPLE = ROOT / "checklists" / "examples" / "cairang-2024.inspection.yaml"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    text = OLD.read_text("utf-8")
    for was, now in (
        ('version: "1.0"', 'version: "1.1"'),
        ("by_year: {2024: 45}", "by_year: {2024: 60}"),
        ('value: 80, unit: "%"', 'value: 85, unit: "%"'),
    ):
        assert was in text
        text = text.replace(was, now, 1)
    path = tmp_path / "moi.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_diff_speaks_the_officers_language(
    new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["checklist", "diff", str(OLD), str(new)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Thông tin chung",
        "- Bộ tiêu chí: phiên bản “1.0” → “1.1”",
        "Phần C. Số hóa hồ sơ, dịch vụ công và thanh toán trực tuyến",
        "- so-hoa: chỉ tiêu 80% → 85%",
        "- thanh-toan-truc-tuyen: chỉ tiêu năm 2024 45% → 60%",
        "3 thay đổi.",
    ]


def test_the_diff_for_programs_has_each_part_of_a_change(
    new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["checklist", "diff", str(OLD), str(new), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[1] == {
        "kind": "target",
        "section": "C",
        "criterion": "so-hoa",
        "what": "chỉ tiêu",
        "old": "80%",
        "new": "85%",
        "text": "so-hoa: chỉ tiêu từ 80% thành 85%",
    }


def test_equal_files_have_no_changes_and_a_broken_one_is_told_with_its_mistakes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["checklist", "diff", str(OLD), str(OLD)]) == 0
    assert capsys.readouterr().out == "Không có thay đổi.\n"

    broken = tmp_path / "hong.yaml"
    broken.write_text("format: fieldapp/checklist@1\nid: x\n", encoding="utf-8")
    assert run(["checklist", "diff", str(OLD), str(broken)]) == 1
    assert "hong.yaml:1:1: SC01" in capsys.readouterr().err


def test_the_replay_tells_what_changes_and_how_to_read_it(
    new: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_path / "du-lieu")]
    assert run(["import", str(EXAMPLE), *data]) == 0
    capsys.readouterr()

    assert run(["checklist", "replay", str(new), *data]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == [
        "CR-2024: UBND quận Cái Răng. Phiên bản 1.0 sang phiên bản 1.1",
        "- so-hoa, phường Lê Bình: Đạt → Chưa đạt",
    ]
    assert (
        sum("không có số liệu để xét theo chỉ tiêu mới" in line for line in lines) == 5
    )
    assert lines[-1] == "Chưa ghi gì: mọi cuộc kiểm tra giữ nguyên bản đã dùng."

    assert run(["checklist", "replay", str(new), "--json", *data]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [v["new"] for v in report["replays"][0]["verdicts"]] == ["not_met"]


def test_a_checklist_without_inspections_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["checklist", "replay", str(OLD), "--data", str(tmp_path)]) == 0
    assert "Không có cuộc kiểm tra nào" in capsys.readouterr().out
