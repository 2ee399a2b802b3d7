"""Bộ tiêu chí: the checklists of the library."""

from collections.abc import Awaitable, Callable

import flet as ft

from fieldapp.services.inspections import InspectionCard
from fieldapp.ui import theme
from fieldapp.ui.components.frame import HOME_PLACES, frame, go
from fieldapp.ui.components.hooks import use_optional
from fieldapp.ui.components.panels import (
    column,
    empty_state,
    heading,
    panel,
    waiting,
    warning,
)
from fieldapp.ui.contexts import use_action, use_surroundings, use_viewport
from fieldapp.ui.state.cells import moment_text
from fieldapp.ui.state.services import ChecklistChoice

_MOST_PROBLEMS = 5
_MOST_CARDS = 10


@ft.component
def ChecklistsScreen() -> ft.View:
    """Every checklist with its size; a broken one says what is wrong."""
    around, viewport = use_surroundings(), use_viewport()
    entries, set_entries = use_optional(tuple[ChecklistChoice, ...])
    work = use_action()

    rehearsals, set_rehearsals = use_optional(tuple[InspectionCard, ...])
    here = ft.use_route_location() == ft.use_view_path()

    async def load() -> None:
        await work.run(around.services.checklists, then=set_entries)
        await work.run(around.services.rehearsals, then=set_rehearsals)

    async def rehearse(checklist: str) -> None:
        made: list[str] = []
        if await work.run(around.services.rehearse, checklist, then=made.append):
            await go(f"/kiem-tra/{made[0]}")

    ft.use_effect(load, [here])
    return frame(
        route=ft.use_view_path(),
        title="Bộ tiêu chí",
        body=column([*_rows(entries, rehearse), *_rehearsed(rehearsals)]),
        places=HOME_PLACES,
        selected=1,
        wide=viewport.wide,
    )


Rehearse = Callable[[str], Awaitable[None]]


def _rows(
    entries: tuple[ChecklistChoice, ...] | None, rehearse: Rehearse
) -> list[ft.Control]:
    if entries is None:
        return [waiting("Đang đọc bộ tiêu chí…")]
    if not entries:
        return [
            empty_state(
                ft.Icons.CHECKLIST,
                "Chưa có bộ tiêu chí",
                "Hãy đặt tệp bộ tiêu chí (.yaml) vào thư mục checklists rồi mở lại.",
            )
        ]
    return [_row(entry, rehearse) for entry in entries]


def _rehearsed(cards: tuple[InspectionCard, ...] | None) -> list[ft.Control]:
    if not cards:
        return []
    return [heading("Diễn tập"), *(_rehearsal(card) for card in cards[:_MOST_CARDS])]


def _rehearsal(card: InspectionCard) -> ft.Control:
    async def opened() -> None:
        await go(f"/kiem-tra/{card.id}")

    saved = f" · {moment_text(card.last_saved_at)}" if card.last_saved_at else ""
    return ft.Semantics(
        identifier=f"rehearsal-{card.id}",
        content=ft.Container(
            panel(
                ft.Text(card.checklist_title, font_family=theme.MEDIUM),
                ft.Text(
                    f"Đã trả lời {card.answered}/{card.total}{saved}",
                    size=14,
                    color=theme.MUTED,
                ),
            ),
            on_click=opened,
            ink=True,
            border_radius=12,
        ),
    )


def _row(entry: ChecklistChoice, rehearse: Rehearse) -> ft.Control:
    async def start() -> None:
        await go(f"/moi?phieu={entry.id}")

    async def try_out() -> None:
        await rehearse(entry.id)

    parts: list[ft.Control] = [
        ft.Text(entry.title, theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
        ft.Text(_size(entry), size=15, color=theme.MUTED),
    ]
    if entry.problems:
        parts.extend(warning(str(p)) for p in entry.problems[:_MOST_PROBLEMS])
        return panel(*parts, identifier=f"checklist-{entry.id}")
    parts.append(
        ft.Row(
            [
                ft.OutlinedButton(
                    "Kiểm tra theo bộ tiêu chí này",
                    icon=ft.Icons.PLAY_ARROW,
                    on_click=start,
                    height=48,
                ),
                quiet_button("Diễn tập", ft.Icons.SCIENCE_OUTLINED, try_out, entry.id),
            ],
            wrap=True,
            spacing=8,
            run_spacing=8,
        )
    )
    return panel(*parts, identifier=f"checklist-{entry.id}")


def quiet_button(
    name: str, icon: ft.IconData, act: Callable[[], Awaitable[None]], entry: str
) -> ft.Control:
    """A button for what one does beside starting."""
    return ft.Semantics(
        identifier=f"rehearse-{entry}",
        content=ft.TextButton(name, icon=icon, on_click=act, height=48),
    )


def _size(entry: ChecklistChoice) -> str:
    if not entry.version:
        return "Bộ tiêu chí này có lỗi, chưa dùng được"
    return f"{entry.criteria_count} tiêu chí · bản {entry.version}"
