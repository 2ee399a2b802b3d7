"""Surfaces and states every screen shares: card, empty, loading, section title."""

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from fieldapp.ui import theme

Act = Callable[[], Awaitable[None]]


def panel(*controls: ft.Control, identifier: str = "", padding: int = 16) -> ft.Control:
    """A bordered surface; its parts keep their own names for screen readers."""
    surface = ft.Container(
        content=ft.Column(list(controls), spacing=12, tight=True),
        padding=padding,
        border_radius=12,
        border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
    )
    if not identifier:
        return surface
    return ft.Semantics(identifier=identifier, content=surface)


def empty_state(
    icon: ft.IconData, title: str, advice: str, *actions: ft.Control
) -> ft.Control:
    """Says that there is nothing yet, what to do next, and offers it."""
    return ft.Container(
        content=ft.Column(
            [
                ft.Icon(icon, size=56, color=ft.Colors.PRIMARY),
                ft.Text(title, theme_style=ft.TextThemeStyle.TITLE_LARGE),
                ft.Text(advice, text_align=ft.TextAlign.CENTER, color=theme.MUTED),
                *actions,
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=12,
            tight=True,
        ),
        padding=ft.Padding.symmetric(horizontal=24, vertical=48),
        alignment=ft.Alignment.CENTER,
    )


def not_now() -> ft.Control:
    """Stands where a section would that the other answers rule out."""
    return empty_state(
        ft.Icons.DO_NOT_DISTURB_ON_OUTLINED,
        "Không áp dụng lúc này",
        "Phần này hiện ra khi các trả lời khác cần đến.",
    )


def waiting(text: str = "Đang mở…") -> ft.Control:
    """Shown while something is read."""
    return ft.Container(
        content=ft.Row(
            [ft.ProgressRing(width=24, height=24), ft.Text(text)],
            alignment=ft.MainAxisAlignment.CENTER,
            spacing=12,
        ),
        padding=48,
    )


def working(name: str, *, busy: bool) -> list[ft.Control]:
    """A small ring beside the button whose work runs; nothing while none does."""
    if not busy:
        return []
    ring = ft.ProgressRing(width=24, height=24, semantics_label=name)
    return [ring]


def heading(text: str) -> ft.Control:
    """The title of a part of a screen."""
    return ft.Semantics(
        header=True,
        content=ft.Text(text, theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
    )


def warning(text: str, *, serious: bool = False) -> ft.Control:
    """Something to check, never printed on paper; `serious` where it must be wrong."""
    icon = ft.Icons.ERROR_OUTLINE if serious else ft.Icons.WARNING_AMBER
    colour = theme.NOT_MET if serious else theme.TO_CHECK
    return ft.Container(
        content=ft.Row(
            [
                ft.Icon(icon, color=colour, size=20),
                ft.Text(text, expand=True, size=15),
            ],
            vertical_alignment=ft.CrossAxisAlignment.START,
            spacing=8,
        ),
        padding=12,
        border_radius=12,
        border=ft.Border.all(1, colour),
    )


def column(
    controls: Sequence[ft.Control],
    *,
    identifier: str = "",
    scroller: ft.Ref[ft.ListView] | None = None,
) -> ft.Control:
    """A scrolling reading column, centred where the window is wider.

    `scroller`, when given, is filled with the control whose `scroll_to` moves it.
    """
    inner = ft.Column(
        list(controls),
        spacing=12,
        width=theme.CONTENT_WIDTH_PX,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    body = ft.Container(inner, padding=16, alignment=ft.Alignment.TOP_CENTER)
    scrolling = ft.ListView([body], expand=True, ref=scroller)
    if not identifier:
        return scrolling
    return ft.Semantics(identifier=identifier, content=scrolling, expand=True)


def progress_bar(done: int, total: int, label: str) -> ft.Control:
    """A bar with its counts in words."""
    share = done / total if total else 0.0
    return ft.ProgressBar(
        value=share,
        bar_height=8,
        border_radius=4,
        bgcolor=ft.Colors.SURFACE_CONTAINER_HIGHEST,
        semantics_label=label,
    )
