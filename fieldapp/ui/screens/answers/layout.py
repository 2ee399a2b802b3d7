"""How sections and cards share the window."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.checklist import Criterion, Section
from fieldapp.domain.entries import Entry
from fieldapp.ui.components.hooks import keyed
from fieldapp.ui.components.panels import column, empty_state
from fieldapp.ui.screens.answers.body import CardCalls
from fieldapp.ui.screens.answers.criteria import CriteriaPage, Paging, Shown
from fieldapp.ui.screens.answers.groups.calls import GroupCalls
from fieldapp.ui.screens.answers.groups.entry_bar import EntryBar, label_cell
from fieldapp.ui.screens.answers.groups.panel import GroupPanel
from fieldapp.ui.screens.answers.groups.rail import EntryRail
from fieldapp.ui.screens.answers.looking import Looking, filters, search_box
from fieldapp.ui.screens.answers.newer import NewerLine
from fieldapp.ui.screens.answers.sections import Open, SectionList, WholeProgress
from fieldapp.ui.state.inspection import InspectionState

_SECTIONS_WIDTH_PX = 360


@dataclass(frozen=True)
class Desk:
    """Everything both layouts show.

    `scroller` is filled with what the cards scroll in; `entry` is the id of the opened
    entry, or "".
    """

    state: InspectionState
    calls: CardCalls
    looking: Looking
    paging: Paging
    open_section: Open
    group: GroupCalls
    scroller: ft.Ref[ft.ListView]
    entry: str = ""


def one_column(desk: Desk, section: str) -> ft.Control:
    """The phone: the sections, or what is looked for, or one section's cards."""
    inside = desk.state.section(section)
    if inside is not None:
        return _scrolled(desk, [_inside(desk, inside, "")])
    parts = _head(desk)
    if desk.looking.criteria is None:
        progress = desk.state.progress
        parts.append(SectionList(desk.state, progress, "", desk.open_section))
    else:
        parts.append(_results(desk, desk.looking.criteria))
    return _scrolled(desk, parts)


def side_by_side(desk: Desk, section: str) -> ft.Control:
    """The laptop: sections at the left, cards at the right."""
    inside = desk.state.section(section)
    left = _left(desk, section)
    if desk.looking.criteria is not None:
        right = _results(desk, desk.looking.criteria)
    else:
        title = f"{inside.id}. {inside.title}" if inside else ""
        right = _inside(desk, inside, title) if inside else ft.Container()
    return ft.Row(
        [
            ft.Container(
                ft.ListView([left], padding=16, expand=True), width=_SECTIONS_WIDTH_PX
            ),
            ft.VerticalDivider(width=1),
            ft.Container(_scrolled(desk, [right]), expand=True),
        ],
        expand=True,
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _scrolled(desk: Desk, parts: Sequence[ft.Control]) -> ft.Control:
    return column(parts, identifier="criteria", scroller=desk.scroller)


def _head(desk: Desk) -> list[ft.Control]:
    return [
        WholeProgress(desk.state.progress),
        keyed("newer", NewerLine, desk.state, desk.state.shared),
        search_box(desk.looking),
        filters(desk.looking),
    ]


def _left(desk: Desk, section: str) -> ft.Control:
    """The sections; beside an opened entry's cards the other entries."""
    state, entry = desk.state, _opened_entry(desk, section)
    if entry is not None and desk.looking.criteria is None:
        shape, progress = state.shape, state.progress
        return keyed("rail", EntryRail, state, shape, progress, entry, desk.group)
    sections = SectionList(state, state.progress, section, desk.open_section)
    return ft.Column([*_head(desk), sections], spacing=12)


def _opened_entry(desk: Desk, section: str) -> Entry | None:
    if not desk.entry:
        return None
    entries = desk.state.entries(section)
    return next((e for e in entries if e.id == desk.entry), None)


def _inside(desk: Desk, section: Section, title: str) -> ft.Control:
    """A section's cards; of a repeating one its entries, or one entry's cards."""
    if section.repeat is None:
        return _cards(desk, section.criteria, title or "Tiêu chí")
    entry = _opened_entry(desk, section.id)
    if entry is None:
        return _group(desk, section, title)
    state = desk.state
    label = label_cell(state, entry)
    bar = keyed(f"bar-{entry.id}", EntryBar, state, label, entry, desk.group)
    return ft.Column(
        [bar, _cards(desk, section.criteria, "", entry.code)],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _group(desk: Desk, section: Section, title: str) -> ft.Control:
    state = desk.state
    shape, progress = state.shape, state.progress
    return GroupPanel(state, shape, progress, section, desk.group, title)


def _cards(
    desk: Desk, criteria: Sequence[Criterion], title: str, entry: str = ""
) -> ft.Control:
    shown = Shown(title, desk.paging, desk.group, entry)
    state = desk.state
    return CriteriaPage(state, state.shape, tuple(criteria), desk.calls, shown)


def _results(desk: Desk, criteria: Sequence[Criterion]) -> ft.Control:
    if not criteria:
        return empty_state(
            ft.Icons.SEARCH_OFF,
            "Không có tiêu chí nào khớp",
            "Hãy gõ từ khác hoặc bỏ bộ lọc.",
        )
    return _cards(desk, criteria, f"{len(criteria)} tiêu chí")
