"""A page of criterion cards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.checklist import Criterion
from fieldapp.ui import theme
from fieldapp.ui.components.hooks import keyed
from fieldapp.ui.components.paging import turner
from fieldapp.ui.components.panels import heading, not_now
from fieldapp.ui.screens.answers.body import CardCalls
from fieldapp.ui.screens.answers.card import CriterionCard
from fieldapp.ui.screens.answers.groups.calls import GroupCalls
from fieldapp.ui.screens.answers.groups.found import FoundInGroup
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
    group: GroupCalls
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
    cards = [_card(state, criterion, calls, shown) for criterion in pages[number]]
    if count > 1:
        cards.append(turner(number, count, paging.turn))
    hidden = len(criteria) - len(applying)
    if hidden:
        cards.append(_hidden(hidden))
    if not applying:
        cards.insert(0, not_now())
    titles = [heading(shown.title)] if shown.title else []
    return ft.Column(
        [*titles, *cards],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _card(
    state: InspectionState, criterion: Criterion, calls: CardCalls, shown: Shown
) -> ft.Control:
    """A card to answer; of a group, outside its entries, the ways to them."""
    key = f"card-{criterion.id}-{shown.entry}"
    in_group = state.evaluation.section(criterion.id).repeat is not None
    if in_group and not shown.entry:
        progress = state.progress
        return keyed(key, FoundInGroup, state, progress, criterion, shown.group)
    return keyed(
        key,
        CriterionCard,
        state.cells_of(criterion, shown.entry),
        calls,
        state.year,
        state.checklist.percent_decimals,
    )


def _hidden(count: int) -> ft.Control:
    return ft.Text(
        f"Ẩn {count} tiêu chí chưa áp dụng; trả lời đã ghi vẫn còn.",
        size=14,
        color=theme.MUTED,
    )
