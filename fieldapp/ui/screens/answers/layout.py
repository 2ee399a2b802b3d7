"""How sections and cards share the window."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.checklist import Criterion
from fieldapp.ui.components.panels import column, empty_state
from fieldapp.ui.screens.answers.body import CardCalls
from fieldapp.ui.screens.answers.criteria import CriteriaPage, Paging
from fieldapp.ui.screens.answers.looking import Looking, filters, search_box
from fieldapp.ui.screens.answers.sections import Open, SectionList, WholeProgress
from fieldapp.ui.state.inspection import InspectionState

_SECTIONS_WIDTH_PX = 360


@dataclass(frozen=True)
class Desk:
    """Everything both layouts show."""

    state: InspectionState
    calls: CardCalls
    looking: Looking
    paging: Paging
    open_section: Open


def one_column(desk: Desk, section: str) -> ft.Control:
    """The phone: the sections, or what is looked for, or one section's cards."""
    inside = desk.state.section(section)
    if inside is not None:
        return column(
            [_cards(desk, inside.criteria, "Tiêu chí")], identifier="criteria"
        )
    parts = _head(desk)
    if desk.looking.criteria is None:
        progress = desk.state.progress
        parts.append(SectionList(desk.state, progress, "", desk.open_section))
    else:
        parts.append(_results(desk, desk.looking.criteria))
    return column(parts, identifier="criteria")


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
        right = _cards(desk, inside.criteria if inside else (), title)
    return ft.Row(
        [
            ft.Container(
                ft.ListView([left], padding=16, expand=True), width=_SECTIONS_WIDTH_PX
            ),
            ft.VerticalDivider(width=1),
            ft.Container(column([right], identifier="criteria"), expand=True),
        ],
        expand=True,
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _head(desk: Desk) -> list[ft.Control]:
    return [
        WholeProgress(desk.state.progress),
        search_box(desk.looking),
        filters(desk.looking),
    ]


def _cards(desk: Desk, criteria: Sequence[Criterion], title: str) -> ft.Control:
    return CriteriaPage(desk.state, tuple(criteria), desk.calls, title, desk.paging)


def _results(desk: Desk, criteria: Sequence[Criterion]) -> ft.Control:
    if not criteria:
        return empty_state(
            ft.Icons.SEARCH_OFF,
            "Không có tiêu chí nào khớp",
            "Hãy gõ từ khác hoặc bỏ bộ lọc.",
        )
    return _cards(desk, criteria, f"{len(criteria)} tiêu chí")
