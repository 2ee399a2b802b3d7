"""A day on a card that saves itself; what cannot be read stays and is explained."""

import datetime as dt
from collections.abc import Awaitable, Callable

import flet as ft

from fieldapp.domain.typing_in import read_date
from fieldapp.domain.vietnamese import short_date
from fieldapp.ui.components.date_entry import DateEntry
from fieldapp.ui.components.hooks import use_value


@ft.component
def DayField(
    *,
    words: str,
    day: dt.date | None,
    on_day: Callable[[dt.date | None], Awaitable[None]],
    today: Callable[[], Awaitable[dt.date]],
    identifier: str,
) -> ft.Control:
    """Reports the day on leaving the field; None when it was emptied."""
    problem, set_problem = use_value("")

    async def left(text: str) -> None:
        typed = read_date(text)
        set_problem(f"{typed.problem} Chưa lưu." if typed.problem else "")
        if not typed.problem:
            digits = typed.digits
            await on_day(dt.date.fromisoformat(digits) if digits else None)

    async def typed_again(_text: str) -> None:
        set_problem("")

    return DateEntry(
        label=words,
        text=short_date(day) if day else "",
        on_typed=typed_again,
        on_left=left,
        today=today,
        problem=problem,
        identifier=identifier,
    )
