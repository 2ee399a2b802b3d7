"""Words, dates, documents and photos."""

import flet as ft

from fieldapp.ui.screens.answers.inputs.fields import (
    Field,
    InputCalls,
    date_entry,
    entry,
    stacked,
)
from fieldapp.ui.state.cells import CellState


def text(cell: CellState, calls: InputCalls) -> ft.Control:
    """Free words."""
    return entry(cell, calls, Field("value", "Nội dung ghi nhận", lines=2))


def date(cell: CellState, calls: InputCalls) -> ft.Control:
    """One day."""
    return date_entry(cell, calls, "value", "Ngày (ngày/tháng/năm)")


def document(cell: CellState, calls: InputCalls) -> ft.Control:
    """A document by its number, date and issuer; words where a file had them."""
    fields = [
        entry(cell, calls, Field("number", "Số, ký hiệu văn bản")),
        date_entry(cell, calls, "issued_on", "Ngày ban hành"),
        entry(cell, calls, Field("issuer", "Cơ quan ban hành")),
    ]
    if cell.has_field("value"):
        fields.append(text(cell, calls))
    return stacked(fields)


def photos(cell: CellState, calls: InputCalls) -> ft.Control:
    """The photos are the answer: how many there are, and the way to one more."""

    async def add() -> None:
        await calls.add_photo(cell)

    return ft.Semantics(
        identifier=f"{cell.identity}-value",
        content=ft.Row(
            [
                ft.FilledTonalButton(
                    "Thêm ảnh" if cell.photos else "Chọn ảnh để trả lời",
                    icon=ft.Icons.ADD_A_PHOTO_OUTLINED,
                    on_click=add,
                    height=48,
                )
            ]
        ),
    )
