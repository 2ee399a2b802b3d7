"""The menu for what is known without a figure."""

from collections.abc import Awaitable, Callable

import flet as ft

from fieldapp.domain.answers import STATUS_NAMES, AnswerStatus, AnswerValue
from fieldapp.ui import theme

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

        return ft.PopupMenuItem(content=name, checked=on, on_click=clicked)

    items = [
        item(STATUS_NAMES[s], AnswerValue(status=s), on=s is status)
        for s in _WITHOUT_FIGURE
    ]
    if body is not None:
        items.append(item("Xóa trả lời", None, on=False))
    return ft.Semantics(
        identifier=identifier,
        content=ft.PopupMenuButton(
            content=_face(label, chosen=chosen),
            items=items,
            tooltip="",
        ),
    )


def _face(label: str, *, chosen: bool) -> ft.Control:
    colour = ft.Colors.ON_PRIMARY_CONTAINER if chosen else ft.Colors.PRIMARY
    return ft.Container(
        content=ft.Row(
            [
                ft.Text(label, size=14, font_family=theme.MEDIUM, color=colour),
                ft.Icon(ft.Icons.ARROW_DROP_DOWN, size=20, color=colour),
            ],
            tight=True,
            spacing=0,
        ),
        height=48,
        padding=ft.Padding.symmetric(horizontal=4),
        border_radius=12,
        bgcolor=ft.Colors.PRIMARY_CONTAINER if chosen else None,
    )
