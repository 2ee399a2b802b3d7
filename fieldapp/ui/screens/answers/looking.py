"""Looking for criteria: a search box and three filters."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.checklist import Criterion
from fieldapp.ui.components.hooks import keyed
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.state import listing
from fieldapp.ui.state.inspection import InspectionState
from fieldapp.ui.state.listing import FILTER_NAMES, Filter


@dataclass(frozen=True)
class Looking:
    """What is looked for; `criteria` is None while nothing is."""

    chosen: Filter | None
    criteria: Sequence[Criterion] | None
    search: Callable[[str], Awaitable[None]]
    choose: Callable[[Filter | None], Awaitable[None]]


def found_by(
    state: InspectionState | None, query: str, chosen: Filter | None
) -> Sequence[Criterion] | None:
    """What is found, as it stood when it was asked: answering removes nothing."""
    if state is None or not (query or chosen):
        return None
    return listing.found(state, query, chosen)


def search_box(looking: Looking) -> ft.Control:
    """The field to search criteria by their words, with or without diacritics."""
    entry = keyed(
        "search",
        TextEntry,
        label="Tìm tiêu chí",
        on_typed=looking.search,
        identifier="search",
        icon=ft.Icons.SEARCH,
        expand=True,
    )
    return ft.Row([entry])


def filters(looking: Looking) -> ft.Control:
    """The three filters; tapping the chosen one takes it off."""
    chips = [_chip(wanted, looking) for wanted in Filter]
    return ft.Row(chips, wrap=True, spacing=8, run_spacing=8)


def _chip(wanted: Filter, looking: Looking) -> ft.Control:
    chosen = looking.chosen is wanted

    async def clicked() -> None:
        await looking.choose(None if chosen else wanted)

    return ft.Semantics(
        identifier=f"filter-{wanted}",
        content=ft.Chip(
            label=FILTER_NAMES[wanted],
            selected=chosen,
            on_click=clicked,
            label_text_style=ft.TextStyle(size=15),
            padding=ft.Padding.symmetric(horizontal=8, vertical=12),
        ),
    )
