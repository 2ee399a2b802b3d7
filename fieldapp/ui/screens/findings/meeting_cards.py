"""Meetings about the inspection: a tap adds one, its card saves itself."""

import datetime as dt

import flet as ft

from fieldapp.domain.inspection import Person
from fieldapp.domain.meetings import MEETING_KIND_NAMES, Meeting, MeetingKind
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

Meetings = KeptList[Meeting]


def meeting_cards(
    state: InspectionState, record: InspectionRecord, around: Surroundings
) -> list[ft.Control]:
    """The cards, and a button for each kind of meeting."""
    services = around.services
    kept = KeptList(
        state,
        "meetings",
        services.save_meeting,
        services.remove_meeting,
        "Đã xóa cuộc họp.",
    )
    cards: list[ft.Control] = [
        keyed(f"meeting-{m.id}", MeetingCard, m, kept, around) for m in record.meetings
    ]
    return [*cards, keyed("new-meeting", NewMeeting, kept)]


@ft.component
def NewMeeting(kept: Meetings) -> ft.Control:
    """The buttons that add a meeting, called by its kind until somebody names it."""
    work = use_action()

    def button(kind: MeetingKind) -> ft.Control:
        async def add() -> None:
            title = MEETING_KIND_NAMES[kind]
            await kept.save(work, Meeting(id="", kind=kind, title=title))

        return ft.Semantics(
            identifier=f"new-meeting-{kind}",
            content=ft.OutlinedButton(
                MEETING_KIND_NAMES[kind],
                icon=ft.Icons.ADD,
                on_click=add,
                disabled=work.busy,
                height=48,
            ),
        )

    return ft.Row([button(k) for k in MeetingKind], wrap=True, run_spacing=8)


@ft.component
def MeetingCard(meeting: Meeting, kept: Meetings, around: Surroundings) -> ft.Control:
    """One meeting: title, day, chairs, who took part."""
    work = use_action()
    named = f"meeting-{meeting.id}"

    async def change(**parts: object) -> None:
        changed = meeting.model_copy(update=parts)
        if changed != meeting:
            await kept.save(work, changed)

    async def left_title(text: str) -> None:
        if text.strip():
            await change(title=text.strip())

    async def left_chairs(text: str) -> None:
        await change(chairs=persons(text))

    async def chose_day(day: dt.date | None) -> None:
        await change(held_on=day)

    async def chose_units(units: tuple[str, ...]) -> None:
        await change(units=units)

    async def turned(event: ft.Event[ft.Checkbox]) -> None:
        await change(online=bool(event.control.value))

    async def remove() -> None:
        await kept.remove(work, meeting)

    chairs = text_entry(
        persons_text(meeting.chairs),
        "Chủ trì",
        left_chairs,
        f"{named}-chairs",
        helper="Mỗi người một dòng: họ tên, chức vụ",
    )
    online = ft.Checkbox(label="Họp trực tuyến", value=meeting.online, on_change=turned)
    return panel(
        label(MEETING_KIND_NAMES[meeting.kind]),
        text_entry(
            meeting.title, "Tên cuộc họp", left_title, f"{named}-title", lines=1
        ),
        keyed(
            f"{named}-day-{meeting.held_on}",
            DayField,
            words="Ngày họp",
            day=meeting.held_on,
            on_day=chose_day,
            today=today_of(around),
            identifier=f"{named}-day",
        ),
        chairs,
        ft.Semantics(identifier=f"{named}-online", content=online),
        *unit_chips(
            kept.state, meeting.units, chose_units, f"{named}-unit", "Đơn vị tham dự"
        ),
        remove_button("Xóa cuộc họp", remove),
        identifier=named,
    )


def persons(text: str) -> tuple[Person, ...]:
    """Read one person a line: the name, after a comma the position."""
    lines = [line.strip(" ,").partition(",") for line in text.splitlines()]
    return tuple(
        Person(name=name, position=position) for name, _, position in lines if name
    )


def persons_text(people: tuple[Person, ...]) -> str:
    """The lines `persons` reads."""
    lines = [[p.name, p.position] if p.position else [p.name] for p in people]
    return "\n".join(", ".join(line) for line in lines)
