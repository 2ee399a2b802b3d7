"""The lines of an inventory: what, how many, in what state, where.

Fields of row 3: "line-3-item" (an item's id, or other words), "line-3-count",
"line-3-state", "line-3-where".
"""

from fieldapp.domain.answers import AnswerValue, InventoryLine, ItemState
from fieldapp.domain.asking import AnswerSpec, Item
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.typing_in import read_whole
from fieldapp.domain.vietnamese import number_text
from fieldapp.ui.state.entries.pieces import Family, Piece, Texts
from fieldapp.ui.state.entries.rows import (
    OFFERED,
    row_numbers,
    row_prefix,
    row_texts,
    rows_as_texts,
)

LINE = "line"
_NO_NAME = "Hãy ghi tên loại trang thiết bị ở dòng này."


def item_of(spec: AnswerSpec, item: str) -> Item | None:
    """The criterion's item of that id, None for other words."""
    return next((i for i in spec.items if i.id == item), None)


def shown_lines(spec: AnswerSpec, texts: Texts) -> list[tuple[int, str]]:
    """The rows to show, as (number, item): each item at least once, then the others.

    A row that was only offered has the number it keeps once something is typed.
    """
    rows = [(n, row_texts(texts, LINE, n)) for n in row_numbers(texts, LINE)]
    found = [(number, row.get("item", "")) for number, row in rows]
    lines: list[tuple[int, str]] = []
    for place, item in enumerate(spec.items):
        own = [line for line in found if line[1] == item.id]
        lines += own or [(OFFERED + place, item.id)]
    return lines + [line for line in found if item_of(spec, line[1]) is None]


def says_nothing(spec: AnswerSpec, row: Texts) -> bool:
    """True for a row that is no line: nothing typed, or an item's count emptied."""
    said = {name for name, text in row.items() if text}
    emptied = said == {"item"} and "count" in row
    return not said or (emptied and item_of(spec, row["item"]) is not None)


def _read(criterion: Criterion, texts: Texts, _before: AnswerValue | None) -> Piece:
    found: list[InventoryLine] = []
    problems: dict[str, str] = {}
    for number in row_numbers(texts, LINE):
        row = row_texts(texts, LINE, number)
        if says_nothing(criterion.answer, row):
            continue
        wrong = _problems(row)
        problems |= {row_prefix(LINE, number) + n: text for n, text in wrong.items()}
        if not wrong:
            found.append(_line(row))
    if problems:
        return Piece(problems=problems)
    return Piece({"items": tuple(found)} if found else {})


def _problems(row: Texts) -> dict[str, str]:
    count = read_whole(row.get("count", "")).problem
    problems = {"count": count} if count else {}
    return problems if row.get("item") else {**problems, "item": _NO_NAME}


def _line(row: Texts) -> InventoryLine:
    count, state = read_whole(row.get("count", "")).digits, row.get("state", "")
    return InventoryLine(
        item=row["item"],
        count=int(count) if count else None,
        state=next((s for s in ItemState if s.value == state), None),
        where=row.get("where", ""),
    )


def _write(_criterion: Criterion, body: AnswerValue) -> dict[str, str]:
    return rows_as_texts(LINE, [_line_texts(line) for line in body.items])


def _line_texts(line: InventoryLine) -> dict[str, str]:
    return {
        "item": line.item,
        "count": "" if line.count is None else number_text(str(line.count)),
        "state": line.state.value if line.state else "",
        "where": line.where,
    }


LINES = Family(_read, _write, frozenset({"items"}))
