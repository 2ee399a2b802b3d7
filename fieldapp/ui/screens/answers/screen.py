"""Tiêu chí: sections and criteria; one above the other on a phone, side by side."""

from collections.abc import Callable

import flet as ft

from fieldapp.ui.components.frame import frame, go, inspection_places
from fieldapp.ui.components.hooks import use_box, use_optional, use_value
from fieldapp.ui.components.panels import column, waiting
from fieldapp.ui.contexts import use_inspection, use_surroundings, use_viewport
from fieldapp.ui.inspection_menu import InspectionMenu
from fieldapp.ui.screens.answers.calls import card_calls
from fieldapp.ui.screens.answers.criteria import Paging
from fieldapp.ui.screens.answers.groups.calls import group_calls
from fieldapp.ui.screens.answers.layout import Desk, one_column, side_by_side
from fieldapp.ui.screens.answers.looking import Looking, found_by
from fieldapp.ui.state.inspection import InspectionState
from fieldapp.ui.state.listing import Filter


@ft.component
def AnswersScreen() -> ft.View:
    """The sections, and on a laptop the criteria of the first one."""
    return _view(ft.use_route_params().get("inspection", ""), "")


@ft.component
def SectionScreen() -> ft.View:
    """The criteria of one section."""
    params = ft.use_route_params()
    return _view(params.get("inspection", ""), params.get("section", ""))


@ft.component
def EntryScreen() -> ft.View:
    """The criteria of one entry of a repeating section."""
    params = ft.use_route_params()
    where = (params.get("section", ""), params.get("entry", ""))
    return _view(params.get("inspection", ""), *where)


def _view(inspection: str, section: str, entry: str = "") -> ft.View:
    viewport, state = use_viewport(), use_inspection(inspection)
    path = ft.use_view_path()
    # A view below another one stays mounted; its cards are only made when on top.
    on_top = ft.use_route_location() == path
    body = _body(state, section, entry, on_top=on_top)
    inner = bool(section) and not viewport.wide
    return frame(
        route=path,
        title=_title(state, section if inner else ""),
        subtitle=_subtitle(state, inner=inner),
        body=body,
        places=inspection_places(inspection),
        wide=viewport.wide,
        actions=[InspectionMenu(inspection)],
        back=_back(inspection, section, entry) if inner else "/",
    )


def _back(inspection: str, section: str, entry: str) -> str:
    root = f"/kiem-tra/{inspection}"
    return f"{root}/muc/{section}" if entry else root


def _body(
    state: InspectionState | None, section: str, entry: str, *, on_top: bool
) -> ft.Control:
    around, viewport = use_surroundings(), use_viewport()
    query, set_query = use_value("")
    chosen, set_chosen = use_optional(Filter)
    number, set_number = _use_page(f"{section}/{entry}")
    scroller = use_page_top(f"{section}/{entry}/{number}")
    calls = ft.use_memo(lambda: card_calls(around, state) if state else None, [state])
    found = ft.use_memo(
        lambda: found_by(state, query, chosen), [state, query, chosen, on_top]
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
        await go(f"/kiem-tra/{state.id if state else ''}/muc/{wanted}")

    group = ft.use_memo(
        lambda: group_calls(around, state, calls.points) if state and calls else None,
        [state],
    )
    if state is None or calls is None or group is None or not on_top:
        return column([waiting("Đang mở cuộc kiểm tra…")])
    looking = Looking(chosen, found, search, choose)
    paging = Paging(number, set_number)
    desk = Desk(state, calls, looking, paging, open_section, group, scroller, entry)
    if viewport.wide:
        return side_by_side(desk, section or state.checklist.sections[0].id)
    return one_column(desk, section)


def use_page_top(page: str) -> ft.Ref[ft.ListView]:
    """Return what the cards scroll in: another page is read from its top."""
    scroller = use_box(ft.Ref[ft.ListView]).current
    shown = use_box(lambda: page)

    async def to_top() -> None:
        view = scroller.current
        if shown.current != page and view is not None:
            await view.scroll_to(offset=0)
        shown.current = page

    ft.use_effect(to_top, [page])
    return scroller


def _use_page(place: str) -> tuple[int, Callable[[int], None]]:
    """The number of the page, from 0; another section or entry begins at its first."""
    held, hold = use_value((place, 0))
    number = held[1] if held[0] == place else 0
    return number, lambda turned: hold((place, turned))


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
