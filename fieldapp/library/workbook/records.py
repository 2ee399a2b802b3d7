"""A row of cells to a group of plain data, as a YAML file would give it."""

from typing import Any

from fieldapp.library.codes import Code
from fieldapp.library.documents import Path
from fieldapp.library.letters import line_problems
from fieldapp.library.workbook.cells import Cell, Content
from fieldapp.library.workbook.columns import Column
from fieldapp.library.workbook.kinds import UnfitError
from fieldapp.library.workbook.places import Notes, Place

Raw = dict[str, Any]


def put(raw: Raw, steps: Path, value: object) -> None:
    """Put a value at `steps` below `raw`, making groups on the way."""
    for step in steps[:-1]:
        raw = raw.setdefault(str(step), {})
    raw[str(steps[-1])] = value


def read_cell(
    column: Column, cell: Cell, place: Place, notes: Notes
) -> tuple[object, bool]:
    """Return a cell's value, and whether it is sound; what is wrong is noted."""
    wrong = _unusable(cell)
    if wrong is not None:
        notes.add(place, *wrong)
        return cell.text, False
    letters = line_problems(cell.text.replace("\n", " "), "", 0, 1)
    for problem in letters:
        at = f"chữ thứ {problem.column}: "
        notes.add(place, Code(problem.code), at + problem.message)
    try:
        value = column.kind.read(cell)
    except UnfitError as error:
        notes.add(place, error.code, error.message)
        return cell.text, False
    return value, not letters


def _unusable(cell: Cell) -> tuple[Code, str] | None:
    if cell.formula:
        return Code.FORMULA, (
            "ô là công thức; chép ô rồi dán lại chỉ giá trị (Paste Special, Values)"
        )
    if cell.content is Content.ERROR:
        return Code.CELL_UNFIT, f"ô báo lỗi “{cell.text}”; điền lại giá trị"
    return None
