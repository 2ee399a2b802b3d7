"""A checklist as a workbook that a person would want to work in."""

import io

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from fieldapp.domain.checklist import Checklist
from fieldapp.library.workbook.columns import Column, Table
from fieldapp.library.workbook.contents import (
    Row,
    criterion_rows,
    head_values,
    list_rows,
    section_rows,
)
from fieldapp.library.workbook.criterion_columns import CRITERIA
from fieldapp.library.workbook.front_sheets import write_guide, write_head
from fieldapp.library.workbook.looks import (
    SPARE_ROWS,
    add_choices,
    dress,
    fit_row,
    mark_unverified,
    put_band,
    put_heading,
    put_value,
)
from fieldapp.library.workbook.sheet_names import section_names
from fieldapp.library.workbook.tables import GUIDE, HEAD, LISTS, SECTIONS

REQUIRED = {
    CRITERIA.name: {"Mã", "Câu hỏi", "Kiểu trả lời"},
    SECTIONS.name: {"Mã phần", "Tên phần", "Trang tính"},
    "Chỉ tiêu": {"Mã tiêu chí", "Năm", "Mức phải đạt"},
    "Lựa chọn": {"Mã", "Nhãn"},
    "Thành phần, đồ vật": {"Mã tiêu chí", "Là gì", "Mã", "Nhãn"},
    "Mức điểm": {"Mã tiêu chí", "Từ mức", "Được điểm"},
    "Ràng buộc": {"Mã tiêu chí", "Phải đúng", "Lời nhắc khi sai"},
    "Căn cứ": {"Mã tiêu chí", "Số, ký hiệu"},
}
"""Headings of the columns that every row fills, by sheet."""
_TAB_COLOURS = {GUIDE: "70AD47", HEAD.name: "1F4E79", SECTIONS.name: "1F4E79"}
_PAGES_WIDE = 4
"""A section's columns on paper; on one page nobody could read them."""
_SECTION_TAB = "5B9BD5"
_LIST_TAB = "A6A6A6"


def write_workbook(checklist: Checklist) -> bytes:
    """Return the checklist as the bytes of an .xlsx file.

    Raises:
        UserError: A text is longer than a cell can be.
    """
    book = Workbook()
    fixed = (GUIDE, HEAD.name, SECTIONS.name, *(table.name for table in LISTS))
    names = section_names(checklist.sections, fixed)
    write_guide(book.active, checklist)
    write_head(book.create_sheet(HEAD.name), head_values(checklist))
    _write(book.create_sheet(SECTIONS.name), SECTIONS, section_rows(checklist, names))
    for section, name in zip(checklist.sections, names, strict=True):
        _write(book.create_sheet(name), CRITERIA, criterion_rows(section.criteria))
    rows = list_rows(checklist)
    for table in LISTS:
        _write(book.create_sheet(table.name), table, rows.get(table.name, []))
    for sheet in book.worksheets:
        colour = _SECTION_TAB if sheet.title in names else _LIST_TAB
        sheet.sheet_properties.tabColor = _TAB_COLOURS.get(sheet.title, colour)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write(sheet: Worksheet, table: Table, rows: list[Row]) -> None:
    """Write a sheet of rows: a band where columns have groups, headings, values."""
    top = 2 if table.of_section else 1
    required = REQUIRED[table.name]
    last = top + len(rows) + SPARE_ROWS
    for number, column in enumerate(table.columns, start=1):
        heading = sheet.cell(top, number)
        put_heading(heading, column, required=column.heading in required)
        add_choices(sheet, column, number, top + 1, last)
        mark_unverified(sheet, column, number, top + 1, last)
        _size(sheet, column, number)
    if table.of_section:
        _write_band(sheet, table)
    widths = [column.width for column in table.columns]
    for at, row in enumerate(rows, start=top + 1):
        for number, (column, value) in enumerate(
            zip(table.columns, row, strict=True), start=1
        ):
            if value is not None:
                put_value(sheet.cell(at, number), column, value)
        fit_row(sheet, at, row, widths)
    _arrange(sheet, top, columns=2 if table.of_section else 0)


def _write_band(sheet: Worksheet, table: Table) -> None:
    before = ""
    for number, column in enumerate(table.columns, start=1):
        put_band(sheet.cell(1, number), column.group, starts=column.group != before)
        before = column.group


def _size(sheet: Worksheet, column: Column, number: int) -> None:
    dimension = sheet.column_dimensions[get_column_letter(number)]
    dimension.width = column.width
    dress(dimension, column)
    if column.english:
        dimension.outlineLevel = 1


def _arrange(sheet: Worksheet, top: int, *, columns: int) -> None:
    """Freeze the headings and the first columns, and prepare the sheet for paper."""
    sheet.freeze_panes = sheet.cell(top + 1, columns + 1)
    sheet.row_dimensions[top].height = 42
    sheet.sheet_view.zoomScale = 90
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    sheet.page_setup.fitToHeight = 0
    sheet.page_setup.fitToWidth = _PAGES_WIDE if columns else 1
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.gridLines = True
    sheet.print_title_rows = f"1:{top}"
    if columns:
        sheet.print_title_cols = f"A:{get_column_letter(columns)}"
