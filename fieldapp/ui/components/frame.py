"""The frame around every screen: bar or rail, title, content."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.inspection import REHEARSAL_PREFIX
from fieldapp.ui import theme

_MOST_LINES = 6


@dataclass(frozen=True)
class Place:
    """One destination of the bar or rail."""

    label: str
    icon: ft.IconData
    selected_icon: ft.IconData
    path: str


HOME_PLACES = (
    Place("Kiểm tra", ft.Icons.ASSIGNMENT_OUTLINED, ft.Icons.ASSIGNMENT, "/"),
    Place("Bộ tiêu chí", ft.Icons.CHECKLIST_OUTLINED, ft.Icons.CHECKLIST, "/phieu"),
    Place("Giới thiệu", ft.Icons.INFO_OUTLINED, ft.Icons.INFO, "/gioi-thieu"),
)


def inspection_places(inspection: str) -> tuple[Place, ...]:
    """The four faces of one inspection."""
    root = f"/kiem-tra/{inspection}"
    return (
        Place("Tiêu chí", ft.Icons.FACT_CHECK_OUTLINED, ft.Icons.FACT_CHECK, root),
        Place(
            "Phát hiện",
            ft.Icons.LIGHTBULB_OUTLINED,
            ft.Icons.LIGHTBULB,
            f"{root}/phat-hien",
        ),
        Place("Kết luận", ft.Icons.GAVEL_OUTLINED, ft.Icons.GAVEL, f"{root}/ket-luan"),
        Place(
            "Thông báo",
            ft.Icons.DESCRIPTION_OUTLINED,
            ft.Icons.DESCRIPTION,
            f"{root}/thong-bao",
        ),
    )


async def go(path: str) -> None:
    """Go to another screen."""
    await ft.context.page.push_route(path)


def frame(  # noqa: PLR0913 - the parts of a screen
    *,
    route: str,
    title: str,
    body: ft.Control,
    places: Sequence[Place] = (),
    selected: int = 0,
    wide: bool,
    back: str = "",
    subtitle: str = "",
    actions: Sequence[ft.Control] = (),
) -> ft.View:
    """A whole view. `back` is where the arrow leads, "" for none."""

    async def travel(event: ft.Event[ft.NavigationBar]) -> None:
        await go(places[int(event.control.selected_index or 0)].path)

    async def travel_rail(event: ft.Event[ft.NavigationRail]) -> None:
        await go(places[int(event.control.selected_index or 0)].path)

    content = _with_banner(route, body)
    if wide and places:
        rail = _rail(places, selected)
        rail.on_change = travel_rail
        content = ft.Row(
            [rail, ft.VerticalDivider(width=1), content],
            expand=True,
            spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    bar = None if wide or not places else _bar(places, selected)
    if bar is not None:
        bar.on_change = travel
    return ft.View(
        route=route,
        appbar=_appbar(title, subtitle, back, actions, wide=wide),
        controls=[content],
        navigation_bar=bar,
        padding=0,
        spacing=0,
        can_pop=True,
    )


def _with_banner(route: str, body: ft.Control) -> ft.Control:
    """A rehearsal says on every screen that it is one."""
    if f"/kiem-tra/{REHEARSAL_PREFIX}" not in route:
        return body
    text = "Diễn tập: đơn vị giả định, không lẫn vào cuộc kiểm tra thật"
    colour = ft.Colors.ON_TERTIARY_CONTAINER
    banner = ft.Container(
        ft.Row(
            [
                ft.Icon(ft.Icons.SCIENCE_OUTLINED, size=20, color=colour),
                ft.Text(text, size=14, expand=True, color=colour),
            ],
            spacing=8,
        ),
        bgcolor=ft.Colors.TERTIARY_CONTAINER,
        padding=ft.Padding.symmetric(horizontal=16, vertical=8),
    )
    return ft.Column([banner, body], spacing=0, expand=True)


def _appbar(
    title: str,
    subtitle: str,
    back: str,
    actions: Sequence[ft.Control],
    *,
    wide: bool,
) -> ft.AppBar:
    # Without a number of lines a bar's text is cut after the first.
    strong, most = theme.STRONG, _MOST_LINES
    lines: list[ft.Control] = [
        ft.Text(title, size=17, font_family=strong, max_lines=most)
    ]
    if subtitle:
        lines.append(ft.Text(subtitle, size=14, color=theme.MUTED, max_lines=most))
    return ft.AppBar(
        leading=back_button(back) if back else None,
        automatically_imply_leading=False,
        title=ft.Column(lines, spacing=0, tight=True),
        toolbar_height=_bar_height_px(title, subtitle, wide=wide),
        title_spacing=8 if back else 16,
        center_title=False,
        actions=[*actions, ft.Container(width=8)],
        bgcolor=ft.Colors.SURFACE,
        elevation_on_scroll=1,
    )


def _bar_height_px(title: str, subtitle: str, *, wide: bool) -> int:
    """Room for every line: a bar does not grow by itself, and no name is cut."""
    in_title, in_subtitle = (110, 130) if wide else (24, 30)
    above, below = -(-len(title) // in_title), -(-len(subtitle) // in_subtitle)
    return max(88, 24 + 24 * above + 20 * below)


def back_button(path: str) -> ft.Control:
    """An arrow that leads one level up; its name is "Quay lại"."""

    async def clicked() -> None:
        await go(path)

    return ft.MergeSemantics(
        content=ft.IconButton(ft.Icons.ARROW_BACK, tooltip="Quay lại", on_click=clicked)
    )


def _bar(places: Sequence[Place], selected: int) -> ft.NavigationBar:
    return ft.NavigationBar(
        selected_index=selected,
        label_behavior=ft.NavigationBarLabelBehavior.ALWAYS_SHOW,
        destinations=[
            ft.NavigationBarDestination(
                icon=p.icon, selected_icon=p.selected_icon, label=p.label
            )
            for p in places
        ],
    )


def _rail(places: Sequence[Place], selected: int) -> ft.NavigationRail:
    return ft.NavigationRail(
        selected_index=selected,
        label_type=ft.NavigationRailLabelType.ALL,
        min_width=104,
        group_alignment=-1,
        destinations=[
            ft.NavigationRailDestination(
                icon=p.icon, selected_icon=p.selected_icon, label=p.label
            )
            for p in places
        ],
    )
