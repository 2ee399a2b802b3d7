"""The EX codes of docs/exchange-format.md happen exactly as the page says."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from fieldapp.cli.main import run
from fieldapp.domain.checklist import Checklist, Section
from fieldapp.errors import ProblemsError
from fieldapp.library import Library
from fieldapp.library.codes import Code
from fieldapp.library.exchange import read_inspection
from fieldapp.library.yaml_text import read_document

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs/exchange-format.md").read_text("utf-8")
ROWS = re.findall(r"^\| (EX\d\d) \| `(\w+)` \| `(.+)` \|$", PAGE, re.MULTILINE)
LATE = ("EX22", "EX23")
"""Looked at when all else is right."""
LATE_ROWS = [row for row in ROWS if row[0] in LATE]
EARLY_ROWS = [row for row in ROWS if row[0] not in LATE]
MORE = Section.model_validate(
    {
        "id": "Z",
        "title": "Thêm",
        "criteria": [
            {
                "id": "CHON",
                "question": "Mức nào?",
                "answer": {
                    "type": "choice",
                    "choices": [
                        {"id": "tot", "label": "Tốt"},
                        {"id": "kem", "label": "Kém"},
                    ],
                },
            },
            {
                "id": "PHAN",
                "question": "Bao nhiêu, ở đâu?",
                "answer": {"type": "breakdown", "parts": [{"id": "xa", "label": "xã"}]},
            },
        ],
    }
)
REPEATED = Section.model_validate(
    {
        "id": "LAP",
        "title": "Hồ sơ",
        "repeat": {"entry": "hồ sơ", "label": "MUC"},
        "criteria": [{"id": "MUC", "question": "Số?", "answer": {"type": "text"}}],
    }
)


def lookup(checklist: str) -> Checklist:
    """Return a shipped checklist with more kinds of answers and a repeating section."""
    found = Library((ROOT / "checklists",)).load(checklist)
    sections = (*found.sections, MORE, REPEATED)
    step = Decimal("0.25")
    return found.model_copy(update={"sections": sections, "points_step": step})


def data_of(text: str) -> object:
    """Return YAML as plain data, every value text."""
    document, problems = read_document(text, "ví dụ")
    assert document is not None
    assert problems == []
    return document.data


def test_every_ex_code_has_its_row() -> None:
    codes = [code.value for code in Code if code.value.startswith("EX")]

    assert [code for code, _, _ in ROWS] == codes


def example() -> dict[str, Any]:
    """Return the page's first example as plain data."""
    found = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert found
    content = data_of(found[1])
    assert isinstance(content, dict)
    return content


def spoilt(key: str, wrong: str) -> str:
    """Return the example with one key replaced, as JSON."""
    content = example()
    part = content["inspection"] if key in {"sub_units", "period"} else content
    part[key] = data_of(wrong.replace("SHA", "0" * 64))
    return json.dumps(content)


@pytest.mark.parametrize(("code", "key", "wrong"), EARLY_ROWS)
def test_a_row_is_refused_with_its_code_alone(
    code: str, key: str, wrong: str, tmp_path: Path
) -> None:
    (tmp_path / "anh.jpg").write_bytes(b"mot anh")

    with pytest.raises(ProblemsError) as caught:
        read_inspection(spoilt(key, wrong), lookup, tmp_path)

    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(("code", "key", "wrong"), LATE_ROWS)
def test_photos_and_the_checklists_version_are_looked_at_when_all_else_is_right(
    code: str, key: str, wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "anh.jpg").write_bytes(b"mot anh")
    (tmp_path / "x.yaml").write_text(spoilt(key, wrong), "utf-8")

    assert run(["import", str(tmp_path / "x.yaml"), "--data", str(tmp_path / "d")])

    assert code in capsys.readouterr().err
