"""The quiet line that a newer version of the checklist lies ready."""

import asyncio

import flet as ft

from fieldapp.ui import theme
from fieldapp.ui.components.frame import go
from fieldapp.ui.components.hooks import use_value
from fieldapp.ui.contexts import tell_error, use_surroundings
from fieldapp.ui.state.inspection import InspectionState, RecordState


@ft.component
def NewerLine(state: InspectionState, shared: RecordState) -> ft.Control:
    """Leads to what moving would do; nothing where there is nothing to move to."""
    around = use_surroundings()
    newer, set_newer = use_value("")

    async def look() -> None:
        if state.record.signed:
            return  # a signed inspection stays with what it was signed under
        try:
            found = await asyncio.to_thread(around.services.newer_version, state.id)
        except Exception as error:  # noqa: BLE001 - told to the person
            tell_error(error)
            return
        set_newer(found)

    async def opened() -> None:
        await go(f"/kiem-tra/{state.id}/ban-moi")

    # Looked at again whenever the inspection is: opened, come back to, moved.
    ft.use_effect(look, [state, shared.reads])
    if not newer:
        return ft.Container()
    return newer_line(newer_text(newer, state.checklist.version), opened)


def newer_text(newer: str, used: str) -> str:
    """What lies ready; a checklist changed under the same version says so."""
    if newer == used:
        return f"Bộ tiêu chí bản {used} đã được sửa"
    return f"Bộ tiêu chí có bản mới {newer}"


def newer_line(text: str, on_open: ft.ControlEventHandler[ft.Container]) -> ft.Control:
    """One line to tap."""
    line = ft.Row(
        [
            ft.Icon(ft.Icons.UPGRADE, size=20, color=ft.Colors.PRIMARY),
            ft.Text(text, size=15, expand=True, font_family=theme.MEDIUM),
            ft.Icon(ft.Icons.CHEVRON_RIGHT, color=theme.MUTED),
        ],
        spacing=8,
    )
    return ft.Semantics(
        identifier="newer-version",
        content=ft.Container(
            line,
            on_click=on_open,
            ink=True,
            padding=12,
            border_radius=12,
            border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
        ),
    )
