"""A date: typed as ngày/tháng/năm, picked from a calendar, or today."""

import datetime as dt
from collections.abc import Awaitable, Callable

import flet as ft

from fieldapp.domain.typing_in import read_date
from fieldapp.domain.vietnamese import short_date
from fieldapp.ui.components.hooks import keyed, use_box, use_value
from fieldapp.ui.components.text_entry import TextEntry, Typed


@ft.component
def DateEntry(  # noqa: PLR0913 - the options of a form field
    *,
    label: str,
    text: str,
    on_typed: Typed,
    on_left: Typed,
    today: Callable[[], Awaitable[dt.date]],
    problem: str = "",
    identifier: str = "",
) -> ft.Control:
    """A date field with its two helpers; reports the text "5/2/2026"."""
    shown, set_shown = use_value((0, text))
    picking, set_picking = use_value(False)
    latest = use_box(lambda: text)

    async def typed(changed: str) -> None:
        latest.current = changed
        await on_typed(changed)

    async def put(day: dt.date) -> None:
        latest.current = short_date(day)
        set_shown((shown[0] + 1, latest.current))
        await on_typed(latest.current)
        await on_left(latest.current)

    async def put_today() -> None:
        await put(await today())

    async def pick() -> None:
        set_picking(True)

    async def picked(event: ft.Event[ft.DatePicker]) -> None:
        value = event.control.value
        if value is not None:
            await put(_local_day(value))

    async def closed() -> None:
        set_picking(False)

    ft.use_dialog(_picker(latest.current, picked, closed) if picking else None)
    return ft.Column(
        [
            ft.Row(
                [
                    keyed(
                        f"{identifier}-{shown[0]}",
                        TextEntry,
                        label=label,
                        text=shown[1],
                        on_typed=typed,
                        on_left=on_left,
                        identifier=identifier,
                        problem=problem,
                        expand=True,
                    )
                ]
            ),
            ft.Row(
                [
                    ft.TextButton(
                        "Hôm nay", icon=ft.Icons.TODAY, on_click=put_today, height=48
                    ),
                    ft.TextButton(
                        "Chọn trên lịch",
                        icon=ft.Icons.CALENDAR_MONTH,
                        on_click=pick,
                        height=48,
                    ),
                ],
                spacing=4,
                wrap=True,
            ),
        ],
        spacing=4,
        tight=True,
    )


def _picker(
    text: str,
    picked: Callable[[ft.Event[ft.DatePicker]], Awaitable[None]],
    closed: Callable[[], Awaitable[None]],
) -> ft.DatePicker:
    digits = read_date(text).digits
    return ft.DatePicker(
        value=dt.date.fromisoformat(digits) if digits else None,
        first_date=dt.date(2000, 1, 1),
        last_date=dt.date(2100, 12, 31),
        on_change=picked,
        on_dismiss=closed,
    )


def _local_day(value: dt.date) -> dt.date:
    """Undo the time zone: Flet sends local midnight as a moment in UTC."""
    if not isinstance(value, dt.datetime):
        return value
    if value.tzinfo is None:
        return value.date()
    return (value + dt.timedelta(hours=12)).date()
