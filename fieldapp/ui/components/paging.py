"""The way to the page before and the page after."""

from collections.abc import Callable

import flet as ft

from fieldapp.ui import theme


def turner(number: int, count: int, turn: Callable[[int], None]) -> ft.Control:
    """Two buttons and where one is, in one line of a phone; `number` counts from 0."""

    def button(name: str, to: int) -> ft.Control:
        async def clicked() -> None:
            turn(to)

        return ft.OutlinedButton(
            name,
            on_click=clicked,
            disabled=not 0 <= to < count,
            height=48,
            style=ft.ButtonStyle(padding=ft.Padding.symmetric(horizontal=12)),
        )

    return ft.Row(
        [
            button("Trang trước", number - 1),
            ft.Text(f"Trang {number + 1}/{count}", size=15, color=theme.MUTED),
            button("Trang sau", number + 1),
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        wrap=True,
    )
