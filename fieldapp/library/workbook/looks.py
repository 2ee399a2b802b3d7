"""How the workbook looks: colours, fonts, widths, drop-downs, notes at headings."""

import re
from collections.abc import Iterable

from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet

from fieldapp.library.workbook.columns import Column
from fieldapp.library.workbook.kinds import TEXT_FORMAT, Shown

FONT = "Arial"
SIZE = 10
FILLS = {
    "required": "1F4E79",
    "heading": "BDD7EE",
    "english": "D9D9D9",
    "unverified": "FFF2CC",
    "band": "DDEBF7",
    "plain": "F2F2F2",
}
"""By what they mean; the guide sheet shows the same."""
SPARE_ROWS = 300
"""Rows below the last one where drop-downs still work."""

_LINE = Side(style="thin", color="BFBFBF")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_PLAIN = Font(name=FONT, size=SIZE)
_WORDS = Alignment(wrap_text=True, vertical="top", horizontal="left")
_FIGURES = Alignment(wrap_text=True, vertical="top", horizontal="center")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@", "'")
_NOTE_SIGNS_A_LINE = 38
_LINE_HEIGHT = 13.5
_HIGHEST_ROW = 260


def fill(name: str) -> PatternFill:
    """The fill of one of `FILLS`."""
    return PatternFill("solid", start_color=FILLS[name])


def put_text(cell: Cell, text: str) -> None:
    """Put text into a cell: it stays text, whatever it looks like."""
    cell.value = _ESCAPED.sub("_x005F_", text).replace("\r", "_x000D_")
    cell.data_type = "s"
    cell.number_format = TEXT_FORMAT
    if text.startswith(_LOOKS_LIKE_FORMULA):
        cell.quotePrefix = True  # so that editing the cell leaves it a text


def dress(place: Cell | ColumnDimension, column: Column) -> None:
    """Give a cell, or all of a column, the looks of the column's values."""
    place.font = _PLAIN
    is_words = column.kind.number_format == TEXT_FORMAT
    place.alignment = _WORDS if is_words else _FIGURES
    place.number_format = column.kind.number_format


def frame(cell: Cell) -> None:
    """Draw a frame: here a value belongs."""
    cell.border = _FRAME


def put_value(cell: Cell, column: Column, value: Shown) -> None:
    """Put a value into a cell of its column."""
    dress(cell, column)
    if isinstance(value, str):
        put_text(cell, value)
    else:
        cell.value = value
        cell.number_format = column.kind.number_format  # openpyxl sets its own


def fit_row(
    sheet: Worksheet, row: int, shown: Iterable[Shown | None], widths: Iterable[int]
) -> None:
    """Make a row as high as what it shows; programs do not do so on opening."""
    lines = 1
    for value, width in zip(shown, widths, strict=True):
        pieces = str(value or "").split("\n")
        lines = max(lines, sum(len(piece) * 7 // (width * 8) + 1 for piece in pieces))
    if lines > 1:
        height = min(lines * _LINE_HEIGHT + 3, _HIGHEST_ROW)
        sheet.row_dimensions[row].height = height


def put_heading(cell: Cell, column: Column, *, required: bool) -> None:
    """Put a column's heading, with its help as a note."""
    name = "required" if required else "english" if column.english else "heading"
    put_text(cell, column.heading)
    cell.font = Font(
        name=FONT, size=SIZE, bold=True, color="FFFFFF" if required else "000000"
    )
    cell.fill = fill(name)
    cell.border = _FRAME
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    told = column.help
    if column.kind.options:
        told += "\nChọn: " + ", ".join(column.kind.options) + "."
    note = Comment(told, "fieldapp")
    note.width, note.height = 280, 30 + 18 * (len(told) // _NOTE_SIGNS_A_LINE + 2)
    cell.comment = note


def put_band(cell: Cell, text: str, *, starts: bool) -> None:
    """Put a piece of the band above the headings; its words stand at its start."""
    cell.fill = fill("band")
    side = Side(style="medium", color="7F7F7F") if starts else None
    cell.border = Border(left=side)
    if starts:
        put_text(cell, text)
        cell.font = Font(name=FONT, size=SIZE, bold=True)


def add_choices(
    sheet: Worksheet, column: Column, number: int, first: int, last: int
) -> None:
    """Give a column its drop-down, from row `first` to `last`."""
    if not column.kind.options:
        return
    rule = DataValidation(
        type="list",
        formula1='"' + ",".join(column.kind.options) + '"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Không có trong danh sách",
        error="Chọn một mục trong danh sách, hoặc để trống.",
    )
    letter = get_column_letter(number)
    rule.add(f"{letter}{first}:{letter}{last}")
    sheet.add_data_validation(rule)


def mark_unverified(
    sheet: Worksheet, column: Column, number: int, first: int, last: int
) -> None:
    """Colour what is not verified in a column that says so."""
    if column.steps[-1] != "verified":
        return
    letter = get_column_letter(number)
    rule = CellIsRule(operator="equal", formula=['"không"'], fill=_bright())
    sheet.conditional_formatting.add(f"{letter}{first}:{letter}{last}", rule)


def _bright() -> PatternFill:
    colour = FILLS["unverified"]
    return PatternFill("solid", start_color=colour, end_color=colour)
