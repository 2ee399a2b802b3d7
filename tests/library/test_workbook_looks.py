"""The workbook is one a person would want to work in."""

import io
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from fieldapp.domain.checklist import Section
from fieldapp.errors import UserError
from fieldapp.library import load_checklist, parse_checklist
from fieldapp.library.workbook.sheet_names import section_names
from fieldapp.library.workbook.writing import write_workbook
from tests.library.workbooks_made import SHEET, TEXT

ROOT = Path(__file__).parents[2]


@cache
def book() -> Workbook:
    checklist = load_checklist(ROOT / "checklists/mot-cua-tthc.yaml")
    return load_workbook(io.BytesIO(write_workbook(checklist)))


def test_the_sheets_stand_in_the_order_of_the_work() -> None:
    names = book().sheetnames
    assert names[:4] == ["Hướng dẫn", "Bộ tiêu chí", "Phần", "M Bộ phận tiếp nhận"]
    assert names[-1] == "Căn cứ"


def test_headings_stay_in_sight_explain_themselves_and_offer_choices() -> None:
    page = book()["M Bộ phận tiếp nhận"]
    kind = next(c for c in page[2] if c.value == "Kiểu trả lời")
    rules = page.data_validations.dataValidation
    offered = {str(r.sqref).split(":")[0]: r.formula1 for r in rules}
    assert page.freeze_panes == "C3"
    assert all(cell.comment for cell in page[2])
    assert "tỷ lệ,điểm chấm" in offered[f"{kind.column_letter}3"]


def test_a_drop_down_fits_into_what_spreadsheets_allow() -> None:
    for page in book().worksheets:
        for rule in page.data_validations.dataValidation:
            assert len(rule.formula1) <= 255


def test_english_stands_grouped_at_the_right() -> None:
    page = book()["M Bộ phận tiếp nhận"]
    last = page[2][-3:]
    assert [c.value for c in last] == [
        *("Câu hỏi (Anh)", "Tên ngắn (Anh)", "Hướng dẫn (Anh)"),
    ]
    for cell in last:
        assert page.column_dimensions[cell.column_letter].outlineLevel == 1


def test_no_cell_is_a_formula_whatever_its_text() -> None:
    text = TEXT.replace('"Đúng giờ?"', '"=HYPERLINK(1)"')
    made = load_workbook(io.BytesIO(write_workbook(parse_checklist(text))))
    cells = [c for page in made for row in page.iter_rows() for c in row]
    assert made[SHEET]["B4"].quotePrefix
    assert all(cell.data_type != "f" for cell in cells)
    assert all(not page.merged_cells.ranges for page in made)


def section(section_id: str, title: str) -> Section:
    return Section.model_construct(id=section_id, title=title, criteria=())


def test_names_of_sheets_are_short_safe_and_never_alike() -> None:
    made = section_names(
        [
            section("A", "Chỉ đạo, điều hành cải cách hành chính"),
            section("B", "Thu/chi: [tạm] *?\\"),
            section("x" * 64, "Một"),
            section("x" * 64 + "y", "Hai"),
            section("a", "CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH TỔ CHỨC"),
            section("Phần", "'"),
        ],
        ["Phần"],
    )
    assert made[:2] == ("A Chỉ đạo, điều hành cải cách…", "B Thu chi tạm")
    assert len({name.casefold() for name in made}) == len(made)
    assert all(len(name) <= 31 for name in made)
    assert "Phần" not in made


def test_a_text_too_long_for_a_cell_is_told_not_cut() -> None:
    text = TEXT.replace("Đúng giờ?", "dài " * 9000)
    with pytest.raises(UserError, match="“Câu hỏi” dài 35999 chữ"):
        write_workbook(parse_checklist(text))
