"""Bộ tiêu chí: the checklists of the library."""

import flet as ft

from fieldapp.ui import theme
from fieldapp.ui.components.frame import HOME_PLACES, frame, go
from fieldapp.ui.components.hooks import use_optional
from fieldapp.ui.components.panels import column, empty_state, panel, waiting, warning
from fieldapp.ui.contexts import use_action, use_surroundings, use_viewport
from fieldapp.ui.state.services import ChecklistChoice

_MOST_PROBLEMS = 5


@ft.component
def ChecklistsScreen() -> ft.View:
    """Every checklist with its size; a broken one says what is wrong."""
    around, viewport = use_surroundings(), use_viewport()
    entries, set_entries = use_optional(tuple[ChecklistChoice, ...])
    work = use_action()

    async def load() -> None:
        await work.run(around.services.checklists, then=set_entries)

    ft.use_effect(load, [])
    return frame(
        route=ft.use_view_path(),
        title="Bộ tiêu chí",
        body=column(_rows(entries)),
        places=HOME_PLACES,
        selected=1,
        wide=viewport.wide,
    )


def _rows(entries: tuple[ChecklistChoice, ...] | None) -> list[ft.Control]:
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
    return [_row(entry) for entry in entries]


def _row(entry: ChecklistChoice) -> ft.Control:
    async def start() -> None:
        await go(f"/moi?phieu={entry.id}")

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
                )
            ]
        )
    )
    return panel(*parts, identifier=f"checklist-{entry.id}")


def _size(entry: ChecklistChoice) -> str:
    if not entry.version:
        return "Bộ tiêu chí này có lỗi, chưa dùng được"
    return f"{entry.criteria_count} tiêu chí · bản {entry.version}"
