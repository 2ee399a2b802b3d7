"""From a value of the checklist back to its cell, and what is wrong there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fieldapp.errors import Problem
from fieldapp.library.codes import Code
from fieldapp.library.documents import Path
from fieldapp.library.workbook.cells import column_letters

CellOf = tuple[int, int, str]
"""Row (0: the row's own), column, heading."""


@dataclass(frozen=True)
class Place:
    """A cell, or a whole sheet where `row` is 0."""

    sheet: str
    row: int = 0
    column: int = 0
    heading: str = ""

    def __str__(self) -> str:
        said = f"Trang tính “{self.sheet}”"
        if not self.row:
            return said
        said += f", dòng {self.row}"
        if not self.column:
            return said
        reference = f"{column_letters(self.column)}{self.row}"
        column = f", cột “{self.heading}”" if self.heading else ", ô"
        return f"{said}{column} ({reference})"


@dataclass(frozen=True)
class RowPlace:
    """A row that holds a group of the checklist; `cells` by their columns' steps."""

    sheet: str
    row: int
    cells: Mapping[Path, CellOf]

    def cell(self, steps: Path) -> Place:
        """The cell of the value at `steps`, or the one that is nearest to it."""
        known = self._exact(steps) or self._nearest(steps)
        row, column, heading = self.cells[known]
        return Place(self.sheet, row or self.row, column, heading)

    def _exact(self, steps: Path) -> Path:
        parts = (steps[:length] for length in range(len(steps), 0, -1))
        return next((part for part in parts if part in self.cells), ())

    def _nearest(self, steps: Path) -> Path:
        """The first column of the same group, or of the row."""
        same = (known for known in self.cells if known[:1] == steps[:1])
        return next(same, next(iter(self.cells)))


class Places:
    """Which row holds which group of the checklist."""

    def __init__(self) -> None:
        self._rows: dict[Path, RowPlace] = {}

    def put(self, path: Path, row: RowPlace) -> None:
        """Note that `row` holds the group at `path`; the first one stays."""
        self._rows.setdefault(path, row)

    def find(self, path: Path) -> Place:
        """The cell of the value at `path`; the nearest group's where it has none."""
        for length in range(len(path), -1, -1):
            row = self._rows.get(path[:length])
            if row is not None:
                return row.cell(path[length:])
        return Place("")


class Notes:
    """What is wrong with a workbook, in the order of its sheets."""

    def __init__(self, file: str, sheets: tuple[str, ...]) -> None:
        self._file = file
        self._order = {name: number for number, name in enumerate(sheets)}
        self._found: list[tuple[int, Problem]] = []

    def add(self, place: Place, code: Code, message: str) -> None:
        """Note a problem; it is told with its place in words."""
        said = f"{place}: {message}" if place.sheet else message
        problem = Problem(self._file, place.row, place.column, code, said)
        self._found.append((self._order.get(place.sheet, -1), problem))

    def problems(self) -> list[Problem]:
        """Return all of them: by sheet, row and column; each once."""
        return list(dict.fromkeys(problem for _, problem in sorted(self._found)))

    def keep_only_causes(self, causes: Iterable[Code], effects: Iterable[Code]) -> bool:
        """Drop the effects when a cause was noted; return whether one was."""
        if not {problem.code for _, problem in self._found} & set(causes):
            return False
        hidden = set(effects)
        self._found = [found for found in self._found if found[1].code not in hidden]
        return True
