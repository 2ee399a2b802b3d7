"""An entry in a list: what it is called and how far it is; and pages of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.entries import Entry
from fieldapp.domain.units import Unit
from fieldapp.ui import theme
from fieldapp.ui.components.marks import badge
from fieldapp.ui.state.inspection import InspectionState

PAGE_SIZE = 20


@dataclass(frozen=True)
class EntryPage:
    """One page of entries with what they are called; `number` counts from 0."""

    entries: tuple[tuple[Entry, Unit], ...]
    number: int
    count: int


def shown_page(
    entries: Sequence[Entry], places: Sequence[Unit], number: int
) -> EntryPage:
    """The page of that number, or the last there is."""
    count = max(1, -(-len(entries) // PAGE_SIZE))
    number = min(number, count - 1)
    first = number * PAGE_SIZE
    pairs = tuple(zip(entries, places, strict=True))
    return EntryPage(pairs[first : first + PAGE_SIZE], number, count)


def entry_face(state: InspectionState, entry: Entry, place: Unit) -> ft.Control:
    """Name, progress, the unit where there are several, and what is not met."""
    section = state.section(entry.section)
    facts: list[ft.Control] = []
    unit = state.record.inspection.unit_of(entry.unit)
    if section is not None:
        tally = state.tallies.entry(section, entry.code)
        done = f"Đã trả lời {tally.answered}/{tally.total}"
        facts.append(ft.Text(done, size=14, color=theme.MUTED))
        if tally.not_met:
            told = f"{tally.not_met} chưa đạt"
            facts.append(badge(told, ft.Icons.CANCEL, theme.NOT_MET))
    if unit is not None and len(state.record.inspection.units) > 1:
        facts.append(ft.Text(unit.full_name, size=14, color=theme.MUTED))
    return ft.Column(
        [
            ft.Text(place.name, size=16, font_family=theme.MEDIUM),
            ft.Row(facts, wrap=True, spacing=16, run_spacing=4),
        ],
        spacing=4,
        tight=True,
    )
