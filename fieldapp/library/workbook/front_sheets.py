"""The first two sheets: how to fill the workbook, and the checklist's own keys."""

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from fieldapp.domain.checklist import Checklist
from fieldapp.library.workbook.columns import Column
from fieldapp.library.workbook.guide import (
    COLOURS,
    COMMAND,
    INTRODUCTION,
    STEPS,
    sheet_lines,
)
from fieldapp.library.workbook.heading_sheet import HEADINGS, HELP, NAME, VALUE
from fieldapp.library.workbook.kinds import Shown
from fieldapp.library.workbook.looks import (
    FONT,
    SIZE,
    add_choices,
    dress,
    fill,
    fit_row,
    frame,
    put_text,
    put_value,
)
from fieldapp.library.workbook.tables import GUIDE

_GUIDE_WIDTHS = (34, 96)
_HEAD_WIDTHS = (28, 70, 70)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_WRAPPED_LEFT = Alignment(wrap_text=True, vertical="top", horizontal="left")


def write_guide(sheet: Worksheet, checklist: Checklist) -> None:
    """Fill the first sheet."""
    sheet.title = GUIDE
    for letter, width in zip("AB", _GUIDE_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.sheet_view.showGridLines = False
    lines = _Lines(sheet)
    lines.title(checklist.title, size=16)
    lines.pair("Phiên bản", checklist.version)
    lines.pair("", INTRODUCTION)
    lines.title("Cách làm")
    for number, step in enumerate(STEPS, start=1):
        lines.pair(f"{number}.", step)
    lines.title("Các trang tính")
    for name, about in sheet_lines(len(checklist.sections)):
        lines.pair(name, about)
    lines.title("Màu")
    for name, meaning in COLOURS:
        lines.pair("", meaning)
        sheet.cell(lines.row, 1).fill = fill(name)
    lines.title("Nhập lại")
    lines.pair("Lệnh", COMMAND)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


class _Lines:
    """Lines put one below the other."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self.row = 0

    def title(self, text: str, size: int = 12) -> None:
        """A line in larger letters, with room above it."""
        self.row += 2 if self.row else 1
        cell = self._sheet.cell(self.row, 1)
        put_text(cell, text)
        cell.font = Font(name=FONT, size=size, bold=True, color="1F4E79")

    def pair(self, name: str, text: str) -> None:
        """A name and what is said of it."""
        self.row += 1
        for column, said in enumerate((name, text), start=1):
            cell = self._sheet.cell(self.row, column)
            if said:
                put_text(cell, said)
            cell.font = Font(name=FONT, size=SIZE, bold=column == 1)
            cell.alignment = _WRAPPED
        fit_row(self._sheet, self.row, (name, text), _GUIDE_WIDTHS)


def write_head(sheet: Worksheet, values: list[tuple[Column, Shown | None]]) -> None:
    """Fill the sheet of the checklist's own keys."""
    for number, (heading, width) in enumerate(
        zip(HEADINGS, _HEAD_WIDTHS, strict=True), start=1
    ):
        cell = sheet.cell(1, number)
        put_text(cell, heading)
        cell.font = Font(name=FONT, size=SIZE, bold=True, color="FFFFFF")
        cell.fill = fill("required")
        sheet.column_dimensions["ABC"[number - 1]].width = width
    for row, (column, value) in enumerate(values, start=2):
        for at, text in ((NAME, column.heading), (HELP, column.help)):
            cell = sheet.cell(row, at)
            put_text(cell, text)
            cell.font = Font(name=FONT, size=SIZE, bold=at == NAME, italic=at == HELP)
            cell.alignment = _WRAPPED
            cell.fill = fill("plain")
        cell = sheet.cell(row, VALUE)
        dress(cell, column)
        if value is not None:
            put_value(cell, column, value)
        frame(cell)
        cell.alignment = _WRAPPED_LEFT
        add_choices(sheet, column, VALUE, row, row)
        fit_row(sheet, row, (column.heading, value, column.help), _HEAD_WIDTHS)
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
