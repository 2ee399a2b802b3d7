"""The sheet of the checklist's own keys: one value a row."""

from fieldapp.library.codes import Code
from fieldapp.library.documents import Path
from fieldapp.library.workbook.cells import Content, Sheet
from fieldapp.library.workbook.grids import heading_key, tell_merged
from fieldapp.library.workbook.places import CellOf, Notes, Place, RowPlace
from fieldapp.library.workbook.records import Raw, put, read_cell
from fieldapp.library.workbook.tables import HEAD

NAME, VALUE, HELP = 1, 2, 3
"""Columns."""
HEADINGS = ("Mục", "Giá trị", "Giải thích")


def read_head(sheet: Sheet, notes: Notes, unsound: set[Path]) -> tuple[Raw, RowPlace]:
    """Return the keys of the checklist and where each stands.

    Values that could not be read are noted and added to `unsound`.
    """
    known = {heading_key(column.heading): column for column in HEAD.columns}
    raw: Raw = {}
    cells: dict[Path, CellOf] = {}
    for number, row in sorted(sheet.rows.items()):
        name = row.get(NAME)
        column = known.get(heading_key(name.text)) if name else None
        if column is None:
            _tell_stray(sheet, number, notes)
            continue
        if column.steps in cells:
            place = Place(sheet.name, number, NAME, column.heading)
            notes.add(place, Code.COLUMN_UNKNOWN, "mục này có hai lần; xóa một dòng")
            continue
        cells[column.steps] = (number, VALUE, column.heading)
        if VALUE in row:
            place = Place(sheet.name, number, VALUE, column.heading)
            value, sound = read_cell(column, row[VALUE], place, notes)
            put(raw, column.steps, value)
            if not sound:
                unsound.add(column.steps)
    missing = [f"“{c.heading}”" for c in HEAD.columns if c.steps not in cells]
    if missing:
        message = f"thiếu mục {', '.join(missing)} ở cột A; thêm lại, đúng tên"
        notes.add(Place(sheet.name), Code.COLUMN_MISSING, message)
    tell_merged(sheet, 1, notes)
    return raw, RowPlace(sheet.name, 0, cells or {("format",): (0, VALUE, "")})


def _tell_stray(sheet: Sheet, number: int, notes: Notes) -> None:
    """Note a row of a name nobody knows; the headings are no such row."""
    row = sheet.rows[number]
    name = row.get(NAME)
    said = name.text if name and name.content is Content.TEXT else ""
    if said == HEADINGS[0] or not {NAME, VALUE} & set(row):
        return
    message = f"không có mục “{said}”; sửa tên mục hoặc xóa dòng"
    notes.add(Place(sheet.name, number, NAME), Code.COLUMN_UNKNOWN, message)
