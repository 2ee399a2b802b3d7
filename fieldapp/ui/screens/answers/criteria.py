"""A page of criterion cards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.checklist import Criterion
from fieldapp.ui import theme
from fieldapp.ui.components.hooks import keyed
from fieldapp.ui.components.paging import turner
from fieldapp.ui.components.panels import heading
from fieldapp.ui.screens.answers.body import CardCalls
from fieldapp.ui.screens.answers.card import CriterionCard
from fieldapp.ui.state import listing
from fieldapp.ui.state.inspection import InspectionState, ShapeState


@dataclass(frozen=True)
class Paging:
    """Which page of cards is shown, from 0, and how to turn to another."""

    number: int
    turn: Callable[[int], None]


@dataclass(frozen=True)
class Shown:
    """What the page is called, which page it is, and of which entry (its code)."""

    title: str
    paging: Paging
    entry: str = ""


@ft.component
def CriteriaPage(
    state: InspectionState,
    shape: ShapeState,  # noqa: ARG001 - drawn anew when something begins to apply
    criteria: Sequence[Criterion],
    calls: CardCalls,
    shown: Shown,
) -> ft.Control:
    """Cards of one page, and the way to the others; what does not apply is left out."""
    applying = state.shown(criteria, shown.entry)
    pages = listing.pages(applying)
    paging = shown.paging
    count = len(pages)
    number = min(paging.number, count - 1)
    decimals = state.checklist.percent_decimals
    cards: list[ft.Control] = [
        keyed(
            f"card-{c.id}-{shown.entry}",
            CriterionCard,
            state.cells_of(c, shown.entry),
            calls,
            state.year,
            decimals,
        )
        for c in pages[number]
    ]
    if count > 1:
        cards.append(turner(number, count, paging.turn))
    hidden = len(criteria) - len(applying)
    if hidden:
        cards.append(_hidden(hidden))
    titles = [heading(shown.title)] if shown.title else []
    return ft.Column(
        [*titles, *cards],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _hidden(count: int) -> ft.Control:
    return ft.Text(
        f"Ẩn {count} tiêu chí chưa áp dụng; trả lời đã ghi vẫn còn.",
        size=14,
        color=theme.MUTED,
    )
