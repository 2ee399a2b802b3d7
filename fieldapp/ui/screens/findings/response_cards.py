"""What the unit answered to the conclusions: a tap on its position adds it."""

import datetime as dt

import flet as ft

from fieldapp.domain.meetings import (
    RESPONSE_POSITION_NAMES,
    ResponsePosition,
    UnitResponse,
)
from fieldapp.domain.record import InspectionRecord
from fieldapp.ui.components.hooks import keyed
from fieldapp.ui.components.panels import panel
from fieldapp.ui.contexts import Surroundings, today_of, use_action
from fieldapp.ui.screens.findings.day_field import DayField
from fieldapp.ui.screens.findings.kept_list import KeptList
from fieldapp.ui.screens.findings.parts import (
    label,
    remove_button,
    text_entry,
    unit_chips,
)
from fieldapp.ui.state.inspection import InspectionState

Responses = KeptList[UnitResponse]


def response_cards(
    state: InspectionState, record: InspectionRecord, around: Surroundings
) -> list[ft.Control]:
    """The cards, and a button for each position a unit may take."""
    services = around.services
    kept = KeptList(
        state,
        "responses",
        services.save_response,
        services.remove_response,
        "Đã xóa ý kiến.",
    )
    cards: list[ft.Control] = [
        keyed(f"response-{r.id}", ResponseCard, r, kept, around)
        for r in record.responses
    ]
    return [*cards, keyed("new-response", NewResponse, kept)]


@ft.component
def NewResponse(kept: Responses) -> ft.Control:
    """No position is assumed: the tap says which one was taken."""
    work = use_action()

    def button(position: ResponsePosition) -> ft.Control:
        async def add() -> None:
            who = kept.state.record.inspection.unit.full_name
            made = UnitResponse(id="", who=who, position=position)
            await kept.save(work, made)

        return ft.Semantics(
            identifier=f"new-response-{position}",
            content=ft.OutlinedButton(
                RESPONSE_POSITION_NAMES[position].capitalize(),
                icon=ft.Icons.ADD,
                on_click=add,
                disabled=work.busy,
                height=48,
            ),
        )

    return ft.Row([button(p) for p in ResponsePosition], wrap=True, run_spacing=8)


@ft.component
def ResponseCard(
    response: UnitResponse, kept: Responses, around: Surroundings
) -> ft.Control:
    """One answer: who, what was said, how and by when it is put right."""
    work = use_action()
    named = f"response-{response.id}"

    async def change(**parts: object) -> None:
        changed = response.model_copy(update=parts)
        if changed != response:
            await kept.save(work, changed)

    async def left_who(text: str) -> None:
        if text.strip():
            await change(who=text.strip())

    async def left_text(text: str) -> None:
        await change(text=text.strip())

    async def left_remedy(text: str) -> None:
        await change(remedy=text.strip())

    async def chose_day(day: dt.date | None) -> None:
        await change(remedy_by=day)

    async def chose_units(units: tuple[str, ...]) -> None:
        await change(units=units)

    async def remove() -> None:
        await kept.remove(work, response)

    return panel(
        label(RESPONSE_POSITION_NAMES[response.position].capitalize()),
        text_entry(response.who, "Người nêu ý kiến", left_who, f"{named}-who", lines=1),
        text_entry(response.text, "Nội dung ý kiến", left_text, f"{named}-text"),
        text_entry(
            response.remedy,
            "Cam kết khắc phục",
            left_remedy,
            f"{named}-remedy",
            helper="Ví dụ: từ nay đến cuối năm 2023",
            lines=1,
        ),
        keyed(
            f"{named}-day-{response.remedy_by}",
            DayField,
            words="Hạn khắc phục (nếu có ngày)",
            day=response.remedy_by,
            on_day=chose_day,
            today=today_of(around),
            identifier=f"{named}-day",
        ),
        *unit_chips(kept.state, response.units, chose_units, f"{named}-unit"),
        remove_button("Xóa ý kiến", remove),
        identifier=named,
    )
