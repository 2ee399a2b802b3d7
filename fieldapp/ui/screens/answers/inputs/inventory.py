"""What there is: each item with its count; state and place where they matter."""

import flet as ft

from fieldapp.domain.answers import ItemState
from fieldapp.domain.asking import Item
from fieldapp.ui.components.hooks import keyed, use_value
from fieldapp.ui.screens.answers.inputs.fields import (
    LONGEST_LABEL,
    Field,
    InputCalls,
    caption,
    entry,
    quiet_action,
    side_by_side,
    stacked,
    text_segments,
)
from fieldapp.ui.state.cells import CellState
from fieldapp.ui.state.entries.lines import LINE, item_of, shown_lines
from fieldapp.ui.state.entries.rows import next_number, row_prefix, row_texts

_STATES = (
    (ItemState.GOOD.value, "Tốt"),
    (ItemState.WORN.value, "Xuống cấp"),
    (ItemState.BROKEN.value, "Hỏng"),
)


def inventory(cell: CellState, calls: InputCalls) -> ft.Control:
    """A row for each item of the criterion, and the way to others."""
    lines = shown_lines(cell.criterion.answer, cell.texts())
    rows: list[ft.Control] = []
    seen: dict[str, int] = {}
    for number, item in lines:
        seen[item] = seen.get(item, 0) + 1
        key = f"{cell.identity}-{LINE}-{number}"
        rows.append(keyed(key, LineRow, cell, calls, number, seen[item]))

    async def add() -> None:
        await calls.put(cell, _blank_line(cell, ""))

    more = "Thêm loại khác" if cell.criterion.answer.items else "Thêm loại"
    name = f"{cell.identity}-add-line"
    return stacked([*rows, ft.Row([quiet_action(name, more, ft.Icons.ADD, add)])])


def _blank_line(cell: CellState, item: str) -> dict[str, str]:
    reserved = len(cell.criterion.answer.items)
    prefix = row_prefix(LINE, next_number(cell.texts(), LINE, reserved))
    return {f"{prefix}item": item, f"{prefix}count": ""}


@ft.component
def LineRow(
    cell: CellState, calls: InputCalls, number: int, occurrence: int
) -> ft.Control:
    """One line; state and place are shown once they are known or wanted."""
    opened, set_opened = use_value(False)
    prefix = row_prefix(LINE, number)
    row, item = row_texts(cell.texts(), LINE, number), _item(cell, number)

    async def open_details() -> None:
        set_opened(True)

    async def add_same() -> None:
        if item is not None:
            await calls.put(cell, _blank_line(cell, item.id))

    async def remove() -> None:
        await calls.drop(cell, prefix, "Đã bỏ một dòng.")

    parts = _fields(cell, calls, prefix, item, occurrence)
    is_added = item is None or occurrence > 1
    actions: list[ft.Control] = []
    has_details = bool(row.get("state") or row.get("where"))
    named = f"{cell.identity}-{prefix}"
    if opened or has_details:
        parts += _details(cell, calls, prefix)
    elif any(row.get(name) for name in ("count", "item")):
        text, icon = "Thêm tình trạng, nơi đặt", ft.Icons.TUNE
        actions.append(quiet_action(f"{named}details", text, icon, open_details))
    if item is not None and (opened or has_details):
        actions.append(
            quiet_action(f"{named}same", "Thêm dòng", ft.Icons.ADD, add_same)
        )
    if opened or has_details or is_added:
        actions.append(
            quiet_action(f"{named}drop", "Bỏ dòng", ft.Icons.DELETE_OUTLINE, remove)
        )
    if actions:
        parts.append(ft.Row(actions, wrap=True, spacing=0, run_spacing=0))
    return _boxed(stacked(parts, spacing=8), around=opened or has_details or is_added)


def _boxed(line: ft.Control, *, around: bool) -> ft.Control:
    """A frame around what belongs together; the same control with and without it."""
    return ft.Container(
        content=line,
        padding=12 if around else 0,
        border_radius=12,
        border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT) if around else None,
    )


def _item(cell: CellState, number: int) -> Item | None:
    spec = cell.criterion.answer
    found = dict(shown_lines(spec, cell.texts()))
    return item_of(spec, found.get(number, ""))


def _fields(
    cell: CellState, calls: InputCalls, prefix: str, item: Item | None, occurrence: int
) -> list[ft.Control]:
    if item is None:
        name = Field(f"{prefix}item", "Loại trang thiết bị")
        count = Field(f"{prefix}count", "Số lượng", numeric=True)
        return [side_by_side([entry(cell, calls, field) for field in (name, count)])]
    capital = item.label[:1].upper() + item.label[1:]
    called = capital if occurrence == 1 else f"{capital}, dòng {occurrence}"
    long = len(called) > LONGEST_LABEL
    field = Field(
        f"{prefix}count",
        "Số lượng" if long else called,
        item.unit,
        numeric=True,
        beside=((f"{prefix}item", item.id),),
    )
    above = [ft.Text(called, size=15)] if long else []
    return [*above, entry(cell, calls, field)]


def _details(cell: CellState, calls: InputCalls, prefix: str) -> list[ft.Control]:
    where = Field(f"{prefix}where", "Nơi đặt")
    return [
        caption("Tình trạng"),
        text_segments(cell, calls, f"{prefix}state", _STATES),
        entry(cell, calls, where),
    ]
