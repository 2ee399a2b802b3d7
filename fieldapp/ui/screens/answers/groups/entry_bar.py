"""The line above one entry's cards: which one it is, the one before, the one after."""

import flet as ft

from fieldapp.domain.entries import Entry
from fieldapp.domain.sentences import capitalised
from fieldapp.ui import theme
from fieldapp.ui.components.panels import panel
from fieldapp.ui.screens.answers.groups.calls import GroupCalls
from fieldapp.ui.state.cells import CellState
from fieldapp.ui.state.inspection import InspectionState


@ft.component
def EntryBar(
    state: InspectionState,
    label: CellState | None,  # noqa: ARG001 - it names the entry: drawn anew with it
    entry: Entry,
    calls: GroupCalls,
) -> ft.Control:
    """Name and place among the others, and the ways to them."""
    entries = state.entries(entry.section)
    if entry not in entries:
        return ft.Container()
    number = entries.index(entry)
    name = state.evaluation.place_name(entry.code)
    return panel(
        ft.Text(name, theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
        ft.Text(_where(state, entry, number), size=14, color=theme.MUTED),
        ft.Row(
            [
                _step(
                    state, "Trước", ft.Icons.CHEVRON_LEFT, entries, number - 1, calls
                ),
                _step(state, "Sau", ft.Icons.CHEVRON_RIGHT, entries, number + 1, calls),
            ],
            spacing=8,
        ),
        identifier="entry-bar",
    )


def label_cell(state: InspectionState, entry: Entry) -> CellState | None:
    """The cell whose answer names the entry, None where nothing does."""
    section = state.section(entry.section)
    label = section.repeat.label if section and section.repeat else ""
    criterion = state.checklist.criterion(label) if label else None
    cells = state.cells_of(criterion, entry.code) if criterion else []
    return cells[0] if cells else None


def _where(state: InspectionState, entry: Entry, number: int) -> str:
    section, count = state.section(entry.section), len(state.entries(entry.section))
    word = section.repeat.entry if section and section.repeat else ""
    where = f"{capitalised(word)} {number + 1}/{count}"
    inspection = state.record.inspection
    unit = inspection.unit_of(entry.unit)
    if unit is not None and len(inspection.units) > 1:
        where = f"{where} · {unit.full_name}"
    return where


def _step(
    state: InspectionState,
    name: str,
    icon: ft.IconData,
    entries: tuple[Entry, ...],
    number: int,
    calls: GroupCalls,
) -> ft.Control:
    there = 0 <= number < len(entries)

    async def turn() -> None:
        section = state.section(entries[number].section)
        if section is not None:
            await calls.open(section, entries[number])

    return ft.OutlinedButton(
        name, icon=icon, on_click=turn if there else None, disabled=not there, height=48
    )
