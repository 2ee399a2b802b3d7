"""On a laptop: the entries at the left of the opened one's cards."""

import flet as ft

from fieldapp.domain.checklist import Section
from fieldapp.domain.entries import Entry
from fieldapp.domain.units import Unit
from fieldapp.ui.components.hooks import use_value
from fieldapp.ui.components.paging import turner
from fieldapp.ui.screens.answers.groups.calls import GroupCalls
from fieldapp.ui.screens.answers.groups.face import PAGE_SIZE, entry_face, shown_page
from fieldapp.ui.state.inspection import InspectionState, ShapeState
from fieldapp.ui.state.progress import ProgressState


@ft.component
def EntryRail(
    state: InspectionState,
    shape: ShapeState,  # noqa: ARG001 - drawn anew when an entry comes or goes
    progress: ProgressState,  # noqa: ARG001 - and when one is answered
    entry: Entry,
    calls: GroupCalls,
) -> ft.Control:
    """The way back to the section, and the page of entries with the opened one."""
    section = state.section(entry.section)
    entries = state.entries(entry.section)
    here = entries.index(entry) // PAGE_SIZE if entry in entries else 0
    number, turn = use_value(here)
    if section is None or section.repeat is None:
        return ft.Container()
    places = state.evaluation.entry_places(section)
    page = shown_page(entries, places, number)
    parts: list[ft.Control] = [_back(section, section.repeat.entry, calls)]
    parts += [
        _row(state, e, place, calls, current=e.code == entry.code)
        for e, place in page.entries
    ]
    if page.count > 1:
        parts.append(turner(page.number, page.count, turn))
    return ft.Column(
        parts,
        spacing=8,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _back(section: Section, word: str, calls: GroupCalls) -> ft.Control:
    async def back() -> None:
        await calls.open(section, None)

    button = ft.TextButton(
        f"Tổng hợp và danh sách {word}",
        icon=ft.Icons.ARROW_BACK,
        on_click=back,
        height=48,
    )
    return ft.Row([button])


def _row(
    state: InspectionState,
    entry: Entry,
    place: Unit,
    calls: GroupCalls,
    *,
    current: bool,
) -> ft.Control:
    async def opened() -> None:
        section = state.section(entry.section)
        if section is not None:
            await calls.open(section, entry)

    border = ft.Colors.PRIMARY if current else ft.Colors.OUTLINE_VARIANT
    surface = ft.Colors.SURFACE_CONTAINER_LOWEST
    return ft.Semantics(
        identifier=f"entry-{entry.id}",
        selected=current,
        content=ft.Container(
            content=entry_face(state, entry, place),
            padding=ft.Padding.symmetric(horizontal=16, vertical=8),
            border_radius=12,
            border=ft.Border.all(2 if current else 1, border),
            bgcolor=ft.Colors.PRIMARY_CONTAINER if current else surface,
            on_click=opened,
            ink=True,
        ),
    )
