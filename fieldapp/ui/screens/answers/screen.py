"""Tiêu chí: sections and criteria; one above the other on a phone, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.checklist import Criterion
from fieldapp.ui.components.frame import frame, go, inspection_places
from fieldapp.ui.components.panels import column, empty_state, waiting
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.contexts import use_inspection, use_surroundings, use_viewport
from fieldapp.ui.screens.answers.calls import card_calls
from fieldapp.ui.screens.answers.card import CardCalls
from fieldapp.ui.screens.answers.criteria import CriteriaPage
from fieldapp.ui.screens.answers.sections import SectionList, WholeProgress
from fieldapp.ui.state import listing
from fieldapp.ui.state.inspection import InspectionState
from fieldapp.ui.state.listing import FILTER_NAMES, Filter


@ft.component
def AnswersScreen() -> ft.View:
    """The sections, and on a laptop the criteria of the chosen one."""
    return _view(ft.use_route_params().get("inspection", ""), "")


@ft.component
def SectionScreen() -> ft.View:
    """The criteria of one section."""
    params = ft.use_route_params()
    return _view(params.get("inspection", ""), params.get("section", ""))


@dataclass(frozen=True)
class Looking:
    """What is looked for; `criteria` is None while nothing is."""

    query: str
    chosen: Filter | None
    criteria: Sequence[Criterion] | None


def _view(inspection: str, section: str) -> ft.View:
    around, viewport = use_surroundings(), use_viewport()
    state = use_inspection(inspection)
    query, set_query = ft.use_state("")
    chosen, set_chosen = ft.use_state(None)
    number, set_number = ft.use_state(0)
    path = ft.use_view_path()
    on_top = ft.use_route_location() == path
    calls = ft.use_memo(lambda: card_calls(around, state) if state else None, [state])
    found = ft.use_memo(
        lambda: _found(state, query, chosen), [state, query, chosen, on_top]
    )

    async def search(text: str) -> None:
        set_query(text.strip())
        set_number(0)

    async def choose(wanted: Filter | None) -> None:
        set_chosen(wanted)
        set_number(0)

    async def open_section(wanted: str) -> None:
        set_number(0)
        set_chosen(None)
        await go(f"/kiem-tra/{inspection}/muc/{wanted}")

    looking = Looking(query, chosen, found)
    if state is None or calls is None or not on_top:
        body = column([waiting("Đang mở cuộc kiểm tra…")])
    elif viewport.wide:
        current = section or state.checklist.sections[0].id
        body = _side_by_side(
            state,
            current,
            looking,
            calls,
            (search, choose, open_section),
            (number, set_number),
        )
    else:
        body = _one_column(
            state,
            section,
            looking,
            calls,
            (search, choose, open_section),
            (number, set_number),
        )
    root = f"/kiem-tra/{inspection}"
    is_inner = bool(section) and not viewport.wide
    return frame(
        route=path,
        title=_title(state, section if is_inner else ""),
        subtitle=_subtitle(state, inner=is_inner),
        body=body,
        places=inspection_places(inspection),
        wide=viewport.wide,
        back=root if is_inner else "/",
    )


def _found(
    state: InspectionState | None, query: str, chosen: Filter | None
) -> Sequence[Criterion] | None:
    if state is None or not (query or chosen):
        return None
    return listing.found(state, query, chosen)


def _title(state: InspectionState | None, section: str) -> str:
    if state is None:
        return "Cuộc kiểm tra"
    inside = state.section(section)
    if inside is not None:
        return f"{inside.id}. {inside.title}"
    return state.record.inspection.unit.full_name


def _subtitle(state: InspectionState | None, *, inner: bool) -> str:
    if state is None:
        return ""
    inspection = state.record.inspection
    return inspection.unit.full_name if inner else inspection.campaign.name


def _one_column(state, section, looking, calls, acts, paging) -> ft.Control:  # type: ignore[no-untyped-def]
    search, choose, open_section = acts
    if section and looking.criteria is None:
        inside = state.section(section)
        cards = _cards(
            state, inside.criteria if inside else (), calls, "Tiêu chí", paging
        )
        return column([cards], identifier="criteria")
    parts: list[ft.Control] = [
        WholeProgress(state.progress),
        _search_box(search),
        _filters(looking.chosen, choose),
    ]
    if looking.criteria is None:
        parts.append(SectionList(state, state.progress, "", open_section))
    else:
        parts.append(_results(state, looking, calls, paging))
    return column(parts, identifier="criteria")


def _side_by_side(state, current, looking, calls, acts, paging) -> ft.Control:  # type: ignore[no-untyped-def]
    search, choose, open_section = acts
    left = ft.Container(
        content=ft.ListView(
            [
                ft.Column(
                    [
                        WholeProgress(state.progress),
                        _search_box(search),
                        _filters(looking.chosen, choose),
                        SectionList(state, state.progress, current, open_section),
                    ],
                    spacing=12,
                )
            ],
            padding=16,
            expand=True,
        ),
        width=360,
    )
    inside = state.section(current)
    if looking.criteria is not None:
        right = _results(state, looking, calls, paging)
    else:
        title = f"{inside.id}. {inside.title}" if inside else ""
        right = _cards(state, inside.criteria if inside else (), calls, title, paging)
    return ft.Row(
        [
            left,
            ft.VerticalDivider(width=1),
            ft.Container(column([right], identifier="criteria"), expand=True),
        ],
        expand=True,
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _cards(
    state: InspectionState,
    criteria: Sequence[Criterion],
    calls: CardCalls,
    title: str,
    paging,  # type: ignore[no-untyped-def]
) -> ft.Control:
    number, set_number = paging
    return CriteriaPage(state, tuple(criteria), calls, title, number, set_number)


def _results(state, looking, calls, paging) -> ft.Control:  # type: ignore[no-untyped-def]
    if not looking.criteria:
        return empty_state(
            ft.Icons.SEARCH_OFF,
            "Không có tiêu chí nào khớp",
            "Hãy gõ từ khác hoặc bỏ bộ lọc.",
        )
    title = f"{len(looking.criteria)} tiêu chí"
    return _cards(state, looking.criteria, calls, title, paging)


def _search_box(search) -> ft.Control:  # type: ignore[no-untyped-def]
    return ft.Row(
        [
            TextEntry(
                key="search",
                label="Tìm tiêu chí",
                on_typed=search,
                identifier="search",
                icon=ft.Icons.SEARCH,
                expand=True,
            )
        ]
    )


def _filters(chosen: Filter | None, choose) -> ft.Control:  # type: ignore[no-untyped-def]
    def chip(wanted: Filter) -> ft.Control:
        async def clicked() -> None:
            await choose(None if chosen is wanted else wanted)

        return ft.Semantics(
            identifier=f"filter-{wanted}",
            content=ft.Chip(
                label=FILTER_NAMES[wanted],
                selected=chosen is wanted,
                on_click=clicked,
                label_text_style=ft.TextStyle(size=15),
                padding=ft.Padding.symmetric(horizontal=8, vertical=12),
            ),
        )

    return ft.Row([chip(f) for f in Filter], wrap=True, spacing=8, run_spacing=8)
