"""A workbook that people and spreadsheet programs worked in is understood."""

import datetime as dt
import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import EvidenceKind
from tests.library.workbooks_made import (
    SHEET,
    Edit,
    exported,
    put,
    read,
    refused,
    repacked,
)


def test_codes_are_understood_beside_words_whatever_their_case(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        put(SHEET, "Kiểu trả lời", 3, "ratio")(book)
        put(SHEET, "Cách tính điểm", 3, "THEO  TỶ LỆ")(book)
        put(SHEET, "Minh chứng bắt buộc", 3, "photo, văn bản")(book)

    first = read(tmp_path, exported(edit)).sections[0].criteria[0]
    assert first.answer.type is AnswerKind.RATIO
    assert first.evidence.required == (EvidenceKind.PHOTO, EvidenceKind.DOCUMENT)


@pytest.mark.parametrize(
    ("value", "meant"),
    [(45, "45"), (45.5, "45.5"), ("45,5", "45.5"), (0.1 + 0.2, "0.3"), (60.0, "60")],
)
def test_a_number_is_what_people_see(tmp_path: Path, value: object, meant: str) -> None:
    checklist = read(tmp_path, exported(put("Chỉ tiêu", "Mức phải đạt", 2, value)))
    assert str(checklist.targets[0].value) == meant


def test_a_percentage_is_the_number_before_its_sign(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        cell = book["Chỉ tiêu"].cell(2, 5)
        cell.value, cell.number_format = 0.45, "0%"

    assert read(tmp_path, exported(edit)).targets[0].value == Decimal(45)


@pytest.mark.parametrize("value", [dt.date(2025, 7, 1), "01/07/2025", "2025-07-01"])
def test_a_date_may_be_a_date_or_typed_as_text(tmp_path: Path, value: object) -> None:
    checklist = read(tmp_path, exported(put("Căn cứ", "Có hiệu lực từ", 2, value)))
    basis = checklist.sections[0].criteria[0].legal_basis[0]
    assert basis.valid_from == dt.date(2025, 7, 1)


@pytest.mark.parametrize("value", [False, "không", "no", "FALSE", "Không "])
def test_no_is_said_in_many_ways(tmp_path: Path, value: object) -> None:
    checklist = read(tmp_path, exported(put(SHEET, "Đã đối chiếu", 3, value)))
    assert not checklist.sections[0].criteria[0].verified


def test_a_number_in_a_column_of_text_is_its_digits(tmp_path: Path) -> None:
    checklist = read(tmp_path, exported(put(SHEET, "Tên ngắn", 3, 2025)))
    assert checklist.sections[0].criteria[0].short == "2025"


def nothing_changed(_book: Workbook) -> None:
    """Leave the workbook as it is."""


@pytest.mark.parametrize(
    "edit",
    [
        lambda b: b.create_sheet("Sheet1"),
        lambda b: b[SHEET].cell(9, 1, "   "),
        lambda b: b[SHEET].insert_rows(4),
        lambda b: b[SHEET].merge_cells("A1:E1"),
        lambda b: b[SHEET].move_range("C2:C4", cols=60),
        lambda b: b[SHEET].cell(2, 2, "  câu HỎI "),
        lambda b: b["Hướng dẫn"].cell(1, 9, "=1+1"),
    ],
    ids=["sheet", "blank", "row", "band", "order", "heading", "guide"],
)
def test_what_changes_nothing_is_passed_over(tmp_path: Path, edit: Edit) -> None:
    assert read(tmp_path, exported(edit)) == read(tmp_path, exported(nothing_changed))


def test_a_new_section_is_a_sheet_and_a_row(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        page = book.copy_worksheet(book[SHEET])
        page.title = "D"
        page.delete_rows(4)
        page.cell(3, 1, "D01")
        put(SHEET, "Điểm tối đa", 3, 3)(book)
        page.cell(3, 30, 4)
        page.cell(3, 23, 60)
        for column, value in enumerate(("D", "Phần mới", "D"), start=1):
            book["Phần"].cell(3, column, value)

    checklist = read(tmp_path, exported(edit))
    assert [s.id for s in checklist.sections] == ["C", "D"]
    assert checklist.sections[1].criteria[0].target is not None


STRINGS = """\
<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<si><r><t>Đúng </t></r><r><rPr><b/></rPr><t xml:space="preserve">giờ_x003F_</t></r>
<rPh sb="0" eb="1"><t>bỏ</t></rPh></si></sst>"""


def test_shared_and_coloured_texts_are_read_whole(tmp_path: Path) -> None:
    data = exported(put(SHEET, "Tên ngắn", 3, "CHUNG"))
    changed = shared(data)
    assert refused(tmp_path, changed) == []
    assert read(tmp_path, changed).sections[0].criteria[0].short == "Đúng giờ?"


def shared(data: bytes) -> bytes:
    """Return the workbook with one text moved to the table of shared texts."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        part = next(
            name
            for name in package.namelist()
            if name.startswith("xl/worksheets/sheet") and b"CHUNG" in package.read(name)
        )
        sheet = package.read(part)
        links = package.read("xl/_rels/workbook.xml.rels")
    inline = b't="inlineStr"><is><t>CHUNG</t></is>'
    assert inline in sheet
    link = b'<Relationship Id="z" Type="x/sharedStrings" Target="sharedStrings.xml"/>'
    return repacked(
        data,
        {
            part: sheet.replace(inline, b't="s"><v>0</v>'),
            "xl/sharedStrings.xml": STRINGS.encode(),
            "xl/_rels/workbook.xml.rels": links.replace(
                b"</Relationships>", link + b"</Relationships>"
            ),
        },
    )
