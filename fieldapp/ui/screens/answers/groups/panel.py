"""The entries of a repeating section: add, copy, take off, open; and their sum."""

import flet as ft

from fieldapp.domain.checklist import Section
from fieldapp.domain.entries import Entry
from fieldapp.domain.evaluation import section_applies
from fieldapp.domain.units import Unit
from fieldapp.ui import theme
from fieldapp.ui.components.hooks import keyed, use_value
from fieldapp.ui.components.menu_button import menu_item
from fieldapp.ui.components.paging import turner
from fieldapp.ui.components.panels import (
    empty_state,
    heading,
    not_now,
    panel,
    progress_bar,
)
from fieldapp.ui.screens.answers.groups.calls import GroupCalls
from fieldapp.ui.screens.answers.groups.face import entry_face, shown_page
from fieldapp.ui.screens.answers.groups.sampling import SamplingPanel
from fieldapp.ui.screens.answers.groups.summary import Summary
from fieldapp.ui.state.inspection import InspectionState, ShapeState
from fieldapp.ui.state.progress import ProgressState


@ft.component
def GroupPanel(
    state: InspectionState,
    shape: ShapeState,
    progress: ProgressState,
    section: Section,
    calls: GroupCalls,
    title: str = "",
) -> ft.Control:
    """Everything about the entries but their answers; without `title` no heading."""
    number, turn = use_value(0)
    entries = state.entries(section.id)
    places = state.evaluation.entry_places(section)
    page = shown_page(entries, places, number)
    parts = [heading(title)] if title else []
    if not section_applies(state.evaluation, section):
        return ft.Column([*parts, not_now()])
    parts.append(_head(state, section, calls))
    sums = f"summary-{section.id}"
    parts.append(keyed(sums, Summary, state, shape, progress, section, calls.points))
    parts += [_row(state, section, e, place, calls) for e, place in page.entries]
    if page.count > 1:
        parts.append(turner(page.number, page.count, turn))
    if not entries:
        parts.append(_nothing(section))
    if section.repeat and section.repeat.sampled:
        key = f"sampling-{section.id}-{state.shared.reads}"
        parts.append(keyed(key, SamplingPanel, state, section, calls))
    return ft.Column(
        parts,
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _word(section: Section) -> str:
    return section.repeat.entry if section.repeat else ""


def _head(state: InspectionState, section: Section, calls: GroupCalls) -> ft.Control:
    """How many there are of how many there should be, and the way to one more."""
    count, fewest = len(state.entries(section.id)), 0
    if section.repeat:
        fewest = section.repeat.fewest
    parts: list[ft.Control] = []
    if count < fewest:
        text = f"{count}/{fewest} {_word(section)} nên kiểm tra"
        parts.append(ft.Text(text, font_family=theme.STRONG))
        parts.append(progress_bar(count, fewest, text))
    else:
        enough = f" (nên kiểm tra ít nhất {fewest})" if fewest else ""
        text = f"{count} {_word(section)}{enough}"
        parts.append(ft.Text(text, font_family=theme.STRONG))
    parts.append(_adders(state, section, calls))
    return panel(*parts, identifier=f"group-{section.id}")


def _adders(state: InspectionState, section: Section, calls: GroupCalls) -> ft.Control:
    """One button; where there are sub-units a menu of where the entry was looked at."""
    units = state.record.inspection.units
    name = f"Thêm {_word(section)}"

    def adding(unit: Unit) -> ft.PopupMenuItem:
        async def add() -> None:
            await calls.add(section, unit.code)

        return menu_item(unit.full_name, add)

    async def add_here() -> None:
        await calls.add(section, units[0].code)

    if len(units) == 1:
        return ft.Row(
            [ft.FilledButton(name, icon=ft.Icons.ADD, on_click=add_here, height=48)]
        )
    face = ft.Container(
        ft.Row(
            [
                ft.Icon(ft.Icons.ADD, color=ft.Colors.ON_PRIMARY),
                ft.Text(f"{name} tại…", color=ft.Colors.ON_PRIMARY),
            ],
            tight=True,
            spacing=8,
        ),
        bgcolor=ft.Colors.PRIMARY,
        border_radius=24,
        height=48,
        padding=ft.Padding.symmetric(horizontal=20),
        alignment=ft.Alignment.CENTER,
    )
    menu = ft.PopupMenuButton(
        content=face, items=[adding(unit) for unit in units], tooltip=""
    )
    return ft.Row([ft.Semantics(identifier=f"add-{section.id}", content=menu)])


def _row(
    state: InspectionState,
    section: Section,
    entry: Entry,
    place: Unit,
    calls: GroupCalls,
) -> ft.Control:
    async def opened() -> None:
        await calls.open(section, entry)

    face = ft.Container(
        content=entry_face(state, entry, place),
        expand=True,
        on_click=opened,
        ink=True,
    )
    return ft.Semantics(
        identifier=f"entry-{entry.id}",
        content=ft.Container(
            content=ft.Row([face, _menu(section, entry, calls)], spacing=4),
            padding=ft.Padding.only(left=16, top=8, bottom=8, right=4),
            border_radius=12,
            border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
        ),
    )


def _menu(section: Section, entry: Entry, calls: GroupCalls) -> ft.Control:
    async def copy() -> None:
        await calls.copy(section, entry)

    async def remove() -> None:
        await calls.remove(section, entry)

    word = _word(section)
    items = [menu_item(f"Chép {word}", copy), menu_item(f"Bỏ {word}", remove)]
    return ft.Semantics(
        identifier=f"entry-menu-{entry.id}",
        content=ft.PopupMenuButton(
            icon=ft.Icons.MORE_VERT, items=items, tooltip=f"Việc với {word} này"
        ),
    )


def _nothing(section: Section) -> ft.Control:
    word = _word(section)
    return empty_state(
        ft.Icons.FOLDER_OPEN_OUTLINED,
        f"Chưa có {word} nào",
        f"Bấm “Thêm {word}” rồi trả lời các tiêu chí cho {word} đó.",
    )
