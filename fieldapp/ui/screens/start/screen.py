"""Cuộc kiểm tra mới: checklist, unit, agency, day."""

import datetime as dt

import flet as ft

from fieldapp.ui.components.frame import frame, go
from fieldapp.ui.components.hooks import NO_PROBLEMS, use_box, use_optional, use_value
from fieldapp.ui.components.panels import column, waiting
from fieldapp.ui.contexts import use_action, use_surroundings, use_viewport
from fieldapp.ui.screens.start.entered import fill_usual, inspection_from, problems_in
from fieldapp.ui.screens.start.form import Form, form_panels, in_order, scroll_key
from fieldapp.ui.state.services import ChecklistChoice


@ft.component
def NewInspectionScreen() -> ft.View:
    """A form that keeps what was typed until it is used."""
    around, viewport = use_surroundings(), use_viewport()
    entries, set_entries = use_optional(tuple[ChecklistChoice, ...])
    today, set_today = use_optional(dt.date)
    problems, set_problems = use_value(NO_PROBLEMS)
    work = use_action()
    form = around.form
    scroller = use_box(ft.Ref[ft.ListView]).current

    def ready(read: tuple[tuple[ChecklistChoice, ...], dt.date]) -> None:
        usable = tuple(e for e in read[0] if not e.problems)
        fill_usual(form, usable, read[1])
        set_today(read[1])
        set_entries(usable)

    async def load() -> None:
        services = around.services
        await work.run(lambda: (services.checklists(), services.today()), then=ready)

    ft.use_effect(load, [])

    async def show_first(found: dict[str, str]) -> None:
        """On a phone the button is three screens below the first field."""
        view = scroller.current
        if view is not None:
            await view.scroll_to(scroll_key=scroll_key(in_order(found)[0]))

    async def start() -> None:
        found = problems_in(form)
        set_problems(found)
        if found:
            await show_first(found)
            return
        made: list[str] = []
        if await work.run(
            around.services.start, inspection_from(form), then=made.append
        ):
            form.clear()
            await go(f"/kiem-tra/{made[0]}")

    def body() -> ft.Control:
        if entries is None or today is None:
            return column([waiting("Đang đọc bộ tiêu chí…")])
        whole = Form(form, entries, problems, today)
        return column(form_panels(whole, start, busy=work.busy), scroller=scroller)

    return frame(
        route=ft.use_view_path(),
        title="Cuộc kiểm tra mới",
        body=body(),
        wide=viewport.wide,
        back="/",
    )
