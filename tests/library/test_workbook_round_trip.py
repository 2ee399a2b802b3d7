"""A checklist that went through a workbook is the same, to the last letter."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.domain.checklist import Checklist
from fieldapp.library import load_checklist, parse_checklist
from fieldapp.library.checklist_text import write_checklist
from fieldapp.library.workbook.reading import load_workbook
from fieldapp.library.workbook.writing import write_workbook
from tests.library.checklists_made import checklists

SHIPPED = sorted((Path(__file__).parents[2] / "checklists").glob("*.yaml"))
A_FOLDER = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
"""One folder serves every example: each writes its file anew."""


def through_a_workbook(checklist: Checklist, folder: Path) -> Checklist:
    """Return what the checklist is after YAML, workbook and YAML again."""
    path = folder / "bo.xlsx"
    path.write_bytes(write_workbook(checklist))
    return parse_checklist(write_checklist(load_workbook(path)))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_checklist_comes_back_as_it_was(
    path: Path, tmp_path: Path
) -> None:
    checklist = load_checklist(path)
    assert through_a_workbook(checklist, tmp_path) == checklist


def test_the_example_that_uses_the_whole_language_comes_back(tmp_path: Path) -> None:
    page = (SHIPPED[0].parents[1] / "docs/checklist-language.md").read_text("utf-8")
    checklist = parse_checklist(page.split("```yaml\n")[1].split("```")[0])
    assert through_a_workbook(checklist, tmp_path) == checklist


@A_FOLDER
@given(checklists())
def test_any_checklist_comes_back_as_it_was(tmp_path: Path, made: Checklist) -> None:
    assert through_a_workbook(made, tmp_path) == made


HARD = (
    *("=A1", "+84", "-1", "@a", "'x", "''", "1.0", "007", "no", "TRUE", "5/9"),
    *("2025-07-01", "1e3", "_x0041_", "_x005F_", "x005F_", "a\nb", "a\tb", "a\rb"),
    *("<b>&amp;", "#REF!", "12,5", "100%", "{year}", "\u2028a", "😀 a", "Ở Ứng"),
)


@A_FOLDER
@given(st.one_of(st.sampled_from(HARD), st.text("=+-@'_x05F%.,1a \n", min_size=1)))
def test_any_text_comes_back_as_that_text(tmp_path: Path, text: str) -> None:
    checklist = load_checklist(SHIPPED[0])
    if not text.strip():
        return
    changed = checklist.model_copy(update={"title": text.strip(), "version": text})
    back = through_a_workbook(changed, tmp_path)
    assert back.title == text.strip()
    assert back.version == text.strip()
