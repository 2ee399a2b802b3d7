"""A sheet as a grid: its heading row, and below it one record a row."""

from collections.abc import Iterator
from dataclasses import dataclass

from fieldapp.library.codes import Code
from fieldapp.library.documents import Path
from fieldapp.library.workbook.cells import Cell, Sheet, place_of
from fieldapp.library.workbook.columns import Column, Table
from fieldapp.library.workbook.places import CellOf, Notes, Place, RowPlace

_LAST_HEADING_ROW = 20


@dataclass(frozen=True)
class Record:
    """One row that holds something; `cells` are those of known columns."""

    place: RowPlace
    cells: tuple[tuple[Column, Cell], ...]


class Grid:
    """The rows of a sheet below its headings; what is wrong goes into `notes`."""

    def __init__(self, sheet: Sheet, table: Table, notes: Notes) -> None:
        self._sheet = sheet
        self._notes = notes
        self._by_heading = {heading_key(c.heading): c for c in table.columns}
        self._top = self._heading_row()
        self._columns = self._found_columns()
        self.cells: dict[Path, CellOf] = {
            column.steps: (0, number, column.heading)
            for number, column in self._columns.items()
        }
        self._tell_missing(table)
        tell_merged(sheet, self._top, notes)

    def records(self) -> Iterator[Record]:
        """Yield every row that holds something."""
        for number, row in sorted(self._sheet.rows.items()):
            if number <= self._top:
                continue
            known = [(self._columns.get(at), at, cell) for at, cell in row.items()]
            for column, at, _ in known:
                if column is None:
                    self._tell_stray(number, at)
            cells = tuple((c, cell) for c, _, cell in known if c is not None)
            if cells:
                yield Record(RowPlace(self._sheet.name, number, self.cells), cells)

    def _heading_row(self) -> int:
        """The row among the first with most known headings."""
        counts = {
            number: sum(heading_key(c.text) in self._by_heading for c in row.values())
            for number, row in sorted(self._sheet.rows.items())
            if number <= _LAST_HEADING_ROW
        }
        return max(counts, key=lambda number: counts[number], default=1)

    def _found_columns(self) -> dict[int, Column]:
        found: dict[int, Column] = {}
        for at, cell in sorted(self._sheet.rows.get(self._top, {}).items()):
            column = self._by_heading.get(heading_key(cell.text))
            place = Place(self._sheet.name, self._top, at, cell.text)
            if column is None:
                message = "không có cột này; sửa tên cột hoặc xóa cả cột"
                self._notes.add(place, Code.COLUMN_UNKNOWN, message)
            elif column in found.values():
                message = "cột này có hai lần; xóa một cột"
                self._notes.add(place, Code.COLUMN_UNKNOWN, message)
            else:
                found[at] = column
        return found

    def _tell_missing(self, table: Table) -> None:
        known = {c.heading for c in self._columns.values()}
        missing = [f"“{c.heading}”" for c in table.columns if c.heading not in known]
        if missing:
            message = (
                f"thiếu cột {', '.join(missing)}; thêm lại cột, đúng tên, ở dòng tiêu "
                "đề (chép từ một bộ tiêu chí vừa xuất)"
            )
            place = Place(self._sheet.name, self._top)
            self._notes.add(place, Code.COLUMN_MISSING, message)

    def _tell_stray(self, row: int, column: int) -> None:
        if column in self._sheet.rows.get(self._top, {}):
            return  # its heading was told of already
        place = Place(self._sheet.name, row, column)
        message = "ô nằm ngoài các cột; chuyển vào đúng cột hoặc xóa"
        self._notes.add(place, Code.COLUMN_UNKNOWN, message)


def heading_key(text: str) -> str:
    """Return a heading as it is compared: neither case nor spacing counts."""
    return " ".join(text.split()).casefold()


def tell_merged(sheet: Sheet, top: int, notes: Notes) -> None:
    """Note each merged range that reaches the headings or what is below."""
    for area in sheet.merged:
        start, _, end = area.partition(":")
        row, column = place_of(start)
        if place_of(end)[0] >= top:
            message = (
                f"các ô {area} bị gộp; bỏ gộp (Unmerge Cells) rồi điền từng ô, vì "
                "không biết giá trị thuộc dòng nào"
            )
            notes.add(Place(sheet.name, row, column), Code.MERGED_CELLS, message)
