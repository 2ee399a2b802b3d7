"""From the sheets of a workbook to the plain data of a checklist file."""

import difflib
from collections.abc import Iterator
from typing import Any

from fieldapp.library.codes import Code
from fieldapp.library.documents import Path
from fieldapp.library.workbook.cells import Book, Sheet
from fieldapp.library.workbook.columns import Table
from fieldapp.library.workbook.criterion_columns import CRITERIA
from fieldapp.library.workbook.grids import Grid, Record
from fieldapp.library.workbook.heading_sheet import read_head
from fieldapp.library.workbook.places import Notes, Place, Places
from fieldapp.library.workbook.records import Raw, put, read_cell
from fieldapp.library.workbook.tables import (
    BANDS,
    CHOICES,
    CONSTRAINTS,
    GUIDE,
    HEAD,
    LAWS,
    LISTS,
    PARTS_AND_ITEMS,
    SECTIONS,
    TARGETS,
)

_SHEET = ("sheet",)
_OWNERS = ("criterion", "list")


class Gathering:
    """The data of a workbook, where each value of it stands, and what is wrong.

    `unsound` are the paths of values that could not be read; that is noted already.
    """

    def __init__(self, book: Book, notes: Notes) -> None:
        self.data: Raw = {}
        self.places = Places()
        self.unsound: set[Path] = set()
        self._book = book
        self._notes = notes
        self._read: set[str] = {GUIDE.casefold()}
        self._criteria: dict[str, tuple[Path, Raw]] = {}
        self._gather()

    def _gather(self) -> None:
        head = self._sheet(HEAD.name)
        if head is not None:
            self.data, cells = read_head(head, self._notes, self.unsound)
            self.places.put((), cells)
        self._gather_sections()
        for table in LISTS:
            sheet = self._sheet(table.name)
            if sheet is not None:
                self._gather_list(table, sheet)
        self._tell_unknown_sheets()

    def _sheet(self, name: str) -> Sheet | None:
        self._read.add(name.casefold())
        sheet = self._book.sheet(name)
        if sheet is None:
            message = (
                f"thiếu trang tính “{name}”; thêm lại, đúng tên và các cột (chép từ "
                "một bộ tiêu chí vừa xuất)"
            )
            self._notes.add(Place(""), Code.SHEET_MISSING, message)
        return sheet

    def _gather_sections(self) -> None:
        sheet = self._sheet(SECTIONS.name)
        if sheet is None:
            return
        sections: list[Raw] = []
        for record in Grid(sheet, SECTIONS, self._notes).records():
            path: Path = ("sections", len(sections))
            section = self._raw(record, path)
            sections.append(section)
            self._gather_criteria(section, path, record)
        self.data["sections"] = sections

    def _gather_criteria(self, section: Raw, path: Path, record: Record) -> None:
        name = str(section.pop("sheet", "")).strip()
        place = record.place.cell(_SHEET)
        sheet = self._book.sheet(name) if name else None
        if sheet is None:
            close = self._like(name)
            message = f"không có trang tính “{name}”{close}; sửa tên ở đây hoặc ở thẻ"
            if not name:
                message = "ô trống; điền tên trang tính chứa tiêu chí của phần"
            self._notes.add(place, Code.SHEET_MISSING, message)
            return
        if name.casefold() in self._read:
            message = f"trang tính “{name}” đã dùng ở chỗ khác; mỗi phần một trang tính"
            self._notes.add(place, Code.SHEET_UNKNOWN, message)
            return
        self._read.add(name.casefold())
        criteria: list[Raw] = []
        for row in Grid(sheet, CRITERIA, self._notes).records():
            at = (*path, "criteria", len(criteria))
            raw = self._raw(row, at)
            criteria.append(raw)
            self._criteria.setdefault(str(raw.get("id", "")).strip(), (at, raw))
        section["criteria"] = criteria

    def _gather_list(self, table: Table, sheet: Sheet) -> None:
        for record in Grid(sheet, table, self._notes).records():
            values = dict(self._values(record))
            raw: Raw = {}
            for steps, (value, _) in values.items():
                if steps[0] not in _OWNERS or table is TARGETS:
                    put(raw, steps, value)
            owners = {k: str(values[k,][0]).strip() for k in _OWNERS if (k,) in values}
            found = self._list_of(table, owners, record)
            if found is None:
                continue
            path, rows = found
            self.places.put(path, record.place)
            at = (*path, len(rows))
            rows.append(raw)
            self.places.put(at, record.place)
            self._keep_unsound(at, values)

    def _list_of(
        self, table: Table, owners: dict[str, str], record: Record
    ) -> tuple[Path, list[Any]] | None:
        """Return the list that a row belongs to, and its path; None is noted."""
        if table is TARGETS:
            return ("targets",), self.data.setdefault("targets", [])
        criterion, shared = owners.get("criterion", ""), owners.get("list", "")
        if table is CHOICES and bool(criterion) == bool(shared):
            message = "điền một trong hai: mã danh sách dùng chung hoặc mã tiêu chí"
            self._notes.add(record.place.cell(("list",)), Code.ROW_OF_NOBODY, message)
            return None
        if table is CHOICES and shared:
            lists = self.data.setdefault("choice_lists", {})
            return ("choice_lists", shared), lists.setdefault(shared, [])
        if table is PARTS_AND_ITEMS and shared not in {"parts", "items"}:
            if not shared:
                message = "ô trống; chọn phần của tổng hoặc đồ vật"
                place = record.place.cell(("list",))
                self._notes.add(place, Code.MISSING, message)
            return None
        return self._list_of_criterion(_inside(table, shared), criterion, record)

    def _list_of_criterion(
        self, inside: Path, criterion: str, record: Record
    ) -> tuple[Path, list[Any]] | None:
        owner = self._criteria.get(criterion)
        if owner is None:
            close = difflib.get_close_matches(criterion, list(self._criteria), n=1)
            hint = f"; có phải là “{close[0]}”?" if close else "; sửa mã hoặc xóa dòng"
            message = f"không có tiêu chí “{criterion}” ở trang tính nào{hint}"
            place = record.place.cell(("criterion",))
            self._notes.add(place, Code.ROW_OF_NOBODY, message)
            return None
        path, raw = owner
        for step in inside[:-1]:
            raw = raw.setdefault(str(step), {})
        rows = raw.setdefault(str(inside[-1]), [])
        return (*path, *inside), rows

    def _raw(self, record: Record, path: Path) -> Raw:
        """Return a row as a group that stands at `path`."""
        raw: Raw = {}
        values = dict(self._values(record))
        for steps, (value, _) in values.items():
            put(raw, steps, value)
        self.places.put(path, record.place)
        self._keep_unsound(path, values)
        return raw

    def _values(self, record: Record) -> Iterator[tuple[Path, tuple[object, bool]]]:
        for column, cell in record.cells:
            place = record.place.cell(column.steps)
            yield column.steps, read_cell(column, cell, place, self._notes)

    def _keep_unsound(
        self, path: Path, values: dict[Path, tuple[object, bool]]
    ) -> None:
        wrong = (steps for steps, (_, sound) in values.items() if not sound)
        self.unsound |= {(*path, *steps) for steps in wrong}

    def _like(self, name: str) -> str:
        names = [
            s.name for s in self._book.sheets if s.name.casefold() not in self._read
        ]
        close = difflib.get_close_matches(name, names, n=1)
        return f", có phải là “{close[0]}”?" if close else ""

    def _tell_unknown_sheets(self) -> None:
        for sheet in self._book.sheets:
            if sheet.name.casefold() not in self._read and sheet.rows:
                message = (
                    "không biết trang tính này; ghi tên nó vào cột Trang tính ở trang "
                    "tính Phần, hoặc xóa"
                )
                self._notes.add(Place(sheet.name), Code.SHEET_UNKNOWN, message)


def _inside(table: Table, shared: str) -> Path:
    """Return where the rows of a sheet go inside a criterion."""
    return {
        CHOICES.name: ("answer", "choices"),
        PARTS_AND_ITEMS.name: ("answer", shared),
        BANDS.name: ("points", "bands"),
        CONSTRAINTS.name: ("constraints",),
        LAWS.name: ("legal_basis",),
    }[table.name]
