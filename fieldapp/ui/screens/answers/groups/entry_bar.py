"""The line above one entry's cards: which one it is, the one before, the one after."""

import flet as ft

from fieldapp.domain.checklist import Section
from fieldapp.domain.entries import Entry
from fieldapp.domain.sentences import capitalised
from fieldapp.ui import theme
from fieldapp.ui.components.panels import panel
from fieldapp.ui.screens.answers.groups.calls import GroupCalls
from fieldapp.ui.state.inspection import InspectionState


def entry_bar(
    state: InspectionState, section: Section, entry: Entry, calls: GroupCalls
) -> ft.Control:
    """Name and place among the others, and the ways to them."""
    entries = state.entries(section.id)
    number = entries.index(entry)
    word = section.repeat.entry if section.repeat else ""
    name = state.evaluation.place_name(entry.code)
    where = f"{capitalised(word)} {number + 1}/{len(entries)}"
    unit = state.record.inspection.unit_of(entry.unit)
    if unit is not None and len(state.record.inspection.units) > 1:
        where = f"{where} · {unit.full_name}"
    return panel(
        ft.Text(name, theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
        ft.Text(where, size=14, color=theme.MUTED),
        ft.Row(
            [
                _step(
                    "Trước", ft.Icons.CHEVRON_LEFT, section, entries, number - 1, calls
                ),
                _list(section, calls),
                _step(
                    "Sau", ft.Icons.CHEVRON_RIGHT, section, entries, number + 1, calls
                ),
            ],
            wrap=True,
            spacing=8,
            run_spacing=8,
        ),
        identifier="entry-bar",
    )


def _step(
    name: str,
    icon: ft.IconData,
    section: Section,
    entries: tuple[Entry, ...],
    number: int,
    calls: GroupCalls,
) -> ft.Control:
    there = 0 <= number < len(entries)

    async def turn() -> None:
        await calls.open(section, entries[number])

    return ft.OutlinedButton(
        name, icon=icon, on_click=turn if there else None, disabled=not there, height=48
    )


def _list(section: Section, calls: GroupCalls) -> ft.Control:
    async def back() -> None:
        await calls.open(section, None)

    return ft.OutlinedButton("Danh sách", icon=ft.Icons.LIST, on_click=back, height=48)
