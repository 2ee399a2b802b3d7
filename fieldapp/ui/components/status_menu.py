"""The menu for what is known without a figure."""

from collections.abc import Awaitable, Callable

import flet as ft

from fieldapp.domain.answers import STATUS_NAMES, AnswerStatus, AnswerValue
from fieldapp.ui.components.menu_button import menu_face, menu_item

_WITHOUT_FIGURE = tuple(s for s in AnswerStatus if s is not AnswerStatus.GIVEN)


@ft.component
def StatusMenu(
    *,
    body: AnswerValue | None,
    identifier: str,
    on_chosen: Callable[[AnswerValue | None], Awaitable[None]],
) -> ft.Control:
    """Shows the chosen status, or offers the four; "Xóa trả lời" clears."""
    status = body.status if body else None
    chosen = status in _WITHOUT_FIGURE
    label = STATUS_NAMES[status] if status and chosen else "Không có số liệu"

    def item(name: str, chosen: AnswerValue | None, *, on: bool) -> ft.PopupMenuItem:
        async def clicked() -> None:
            await on_chosen(chosen)

        return menu_item(name, clicked, on=on)

    items = [
        item(STATUS_NAMES[s], AnswerValue(status=s), on=s is status)
        for s in _WITHOUT_FIGURE
    ]
    if body is not None:
        items.append(item("Xóa trả lời", None, on=False))
    return ft.Semantics(
        identifier=identifier,
        content=ft.PopupMenuButton(
            content=menu_face(label, chosen=chosen),
            items=items,
            tooltip="",
        ),
    )
