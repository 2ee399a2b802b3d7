"""The face and the lines of a quiet menu under a card."""

import flet as ft

from fieldapp.ui import theme
from fieldapp.ui.components.panels import Act


def menu_item(name: str, act: Act, *, on: bool | None = None) -> ft.PopupMenuItem:
    """One line; `on` tells whether it is the chosen one, None where none can be."""
    return ft.PopupMenuItem(content=name, checked=on, on_click=act)


def menu_face(label: str, *, chosen: bool = False) -> ft.Control:
    """A word with a small arrow; a chosen one stands on a tinted surface."""
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
