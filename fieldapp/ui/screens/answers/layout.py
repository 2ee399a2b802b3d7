"""How sections and cards share the window."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.checklist import Criterion, Section
from fieldapp.ui.components.panels import column, empty_state
from fieldapp.ui.screens.answers.body import CardCalls
from fieldapp.ui.screens.answers.criteria import CriteriaPage, Paging, Shown
from fieldapp.ui.screens.answers.groups.calls import GroupCalls
from fieldapp.ui.screens.answers.groups.entry_bar import entry_bar
from fieldapp.ui.screens.answers.groups.panel import GroupPanel
from fieldapp.ui.screens.answers.looking import Looking, filters, search_box
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
    progress = desk.state.progress
    left = ft.Column(
        [*_head(desk), SectionList(desk.state, progress, section, desk.open_section)],
        spacing=12,
    )
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
        search_box(desk.looking),
        filters(desk.looking),
    ]


def _inside(desk: Desk, section: Section, title: str) -> ft.Control:
    """A section's cards; of a repeating one its entries, or one entry's cards."""
    if section.repeat is None:
        return _cards(desk, section.criteria, title or "Tiêu chí")
    if not desk.entry:
        return _group(desk, section, title)
    entry = next(
        (e for e in desk.state.entries(section.id) if e.id == desk.entry), None
    )
    if entry is None:
        return _group(desk, section, title)
    top = entry_bar(desk.state, section, entry, desk.group)
    return ft.Column(
        [top, _cards(desk, section.criteria, "", entry.code)],
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
    shown = Shown(title, desk.paging, entry)
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
