"""Named models and initiatives: a card each, folded once it is filled in."""

import flet as ft

from fieldapp.ui import theme
from fieldapp.ui.components.hooks import keyed, use_value
from fieldapp.ui.components.panels import panel
from fieldapp.ui.screens.answers.inputs.fields import (
    Field,
    InputCalls,
    entry,
    quiet_action,
    stacked,
)
from fieldapp.ui.screens.answers.inputs.figures import bound
from fieldapp.ui.state.cells import CellState
from fieldapp.ui.state.entries.models import MODEL
from fieldapp.ui.state.entries.rows import (
    next_number,
    row_numbers,
    row_prefix,
    row_texts,
)

_NAMES = {
    "scope": "Áp dụng cho",
    "result": "Kết quả",
    "where": "Nơi thực hiện",
}
_COUNT = "Số mô hình (khi chưa rõ tên)"


def initiatives(cell: CellState, calls: InputCalls) -> ft.Control:
    """The cards, the way to one more; how many where no name is known."""
    numbers = row_numbers(cell.texts(), MODEL)
    cards: list[ft.Control] = [
        keyed(f"{cell.identity}-{MODEL}-{n}", ModelCard, cell, calls, n)
        for n in numbers
    ]

    async def add() -> None:
        prefix = row_prefix(MODEL, next_number(cell.texts(), MODEL))
        await calls.put(cell, {f"{prefix}name": ""})

    button = ft.OutlinedButton(
        "Thêm mô hình, sáng kiến", icon=ft.Icons.ADD, on_click=add, height=48
    )
    named = ft.Semantics(identifier=f"{cell.identity}-add-model", content=button)
    parts = [*cards, ft.Row([named])]
    if not numbers or cell.has_field("value"):
        parts += bound(cell, calls)
        parts.append(entry(cell, calls, Field("value", _COUNT, numeric=True)))
    return stacked(parts)


@ft.component
def ModelCard(cell: CellState, calls: InputCalls, number: int) -> ft.Control:
    """One of them; a new one is open."""
    prefix = row_prefix(MODEL, number)
    row = row_texts(cell.texts(), MODEL, number)
    opened, set_opened = use_value(not row.get("name"))

    async def fold() -> None:
        set_opened(False)

    async def unfold() -> None:
        set_opened(True)

    async def remove() -> None:
        await calls.drop(cell, prefix, "Đã bỏ một mô hình.")

    named = f"{cell.identity}-{prefix}"
    is_open = opened or not row.get("name")
    if is_open:
        parts = _fields(cell, calls, prefix)
        turn = quiet_action(f"{named}fold", "Thu gọn", ft.Icons.EXPAND_LESS, fold)
    else:
        parts = _words(row)
        turn = quiet_action(f"{named}edit", "Sửa", ft.Icons.EDIT_OUTLINED, unfold)
    off = quiet_action(f"{named}drop", "Bỏ", ft.Icons.DELETE_OUTLINE, remove)
    actions = [turn, off] if row.get("name") else [off]
    return panel(*parts, ft.Row(actions, spacing=4), identifier=f"{named}card")


def _fields(cell: CellState, calls: InputCalls, prefix: str) -> list[ft.Control]:
    name = Field(
        f"{prefix}name", "Tên mô hình", helper="Ghi đúng tên, không cần ngoặc kép"
    )
    others = [Field(f"{prefix}{n}", label) for n, label in _NAMES.items()]
    return [entry(cell, calls, field) for field in (name, *others)]


def _words(row: dict[str, str]) -> list[ft.Control]:
    name = ft.Text(f"“{row['name']}”", font_family=theme.MEDIUM)
    said = [
        ft.Text(f"{label}: {row[n]}", size=15, color=theme.MUTED)
        for n, label in _NAMES.items()
        if row.get(n)
    ]
    return [ft.Column([name, *said], spacing=4, tight=True)]
