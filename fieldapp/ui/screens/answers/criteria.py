"""A page of criterion cards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.checklist import Criterion
from fieldapp.ui import theme
from fieldapp.ui.components.hooks import keyed
from fieldapp.ui.components.panels import heading
from fieldapp.ui.screens.answers.body import CardCalls
from fieldapp.ui.screens.answers.card import CriterionCard
from fieldapp.ui.state import listing
from fieldapp.ui.state.inspection import InspectionState


@dataclass(frozen=True)
class Paging:
    """Which page of cards is shown, from 0, and how to turn to another."""

    number: int
    turn: Callable[[int], None]


@ft.component
def CriteriaPage(
    state: InspectionState,
    criteria: Sequence[Criterion],
    calls: CardCalls,
    title: str,
    paging: Paging,
) -> ft.Control:
    """Cards of one page, and the way to the others."""
    pages = listing.pages(criteria)
    count = len(pages)
    number = min(paging.number, count - 1)
    decimals = state.checklist.percent_decimals
    cards: list[ft.Control] = [
        keyed(
            f"card-{c.id}",
            CriterionCard,
            state.cells_of(c),
            calls,
            state.year,
            decimals,
        )
        for c in pages[number]
    ]
    if count > 1:
        cards.append(_turner(number, count, paging.turn))
    return ft.Column(
        [heading(title), *cards],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _turner(number: int, count: int, turn: Callable[[int], None]) -> ft.Control:
    async def back() -> None:
        turn(number - 1)

    async def on() -> None:
        turn(number + 1)

    return ft.Row(
        [
            ft.OutlinedButton(
                "Trang trước",
                icon=ft.Icons.CHEVRON_LEFT,
                on_click=back,
                disabled=number == 0,
                height=48,
            ),
            ft.Text(f"Trang {number + 1}/{count}", size=15, color=theme.MUTED),
            ft.OutlinedButton(
                "Trang sau",
                icon=ft.Icons.CHEVRON_RIGHT,
                on_click=on,
                disabled=number == count - 1,
                height=48,
            ),
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        wrap=True,
    )
