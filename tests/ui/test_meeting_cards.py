"""Meetings, answers of units and findings of vague scope, rendered without a window."""

import asyncio
from typing import Any

import flet as ft
import pytest

from fieldapp.domain.findings import Finding, FindingKind
from fieldapp.domain.inspection import Person
from fieldapp.domain.meetings import (
    Meeting,
    MeetingKind,
    ResponsePosition,
    UnitResponse,
)
from fieldapp.ui import contexts
from fieldapp.ui.contexts import Action, Surroundings
from fieldapp.ui.documents import DocumentShelf
from fieldapp.ui.screens.findings import kept_list
from fieldapp.ui.screens.findings.finding_cards import FindingCard
from fieldapp.ui.screens.findings.kept_list import KeptList
from fieldapp.ui.screens.findings.meeting_cards import (
    MeetingCard,
    NewMeeting,
    persons,
    persons_text,
)
from fieldapp.ui.screens.findings.response_cards import NewResponse, ResponseCard
from fieldapp.ui.state.inspection import InspectionShelf, InspectionState
from tests.ui.render import first, render, words
from tests.ui.sample import MemoryServices, sample_services


class Desk:
    """An opened sample inspection with its lists of meetings and answers."""

    def __init__(self) -> None:
        self.services: MemoryServices = sample_services()
        opened = self.services.open_inspection("CR-2026")
        self.state = InspectionState(opened, self.services)
        shelf = InspectionShelf(self.services)
        self.around = Surroundings(self.services, DocumentShelf(), shelf)
        calls = self.services
        self.meetings: KeptList[Meeting] = KeptList(
            self.state,
            "meetings",
            calls.save_meeting,
            calls.remove_meeting,
            "Đã xóa cuộc họp.",
        )
        self.responses: KeptList[UnitResponse] = KeptList(
            self.state,
            "responses",
            calls.save_response,
            calls.remove_response,
            "Đã xóa ý kiến.",
        )


MEETING = Meeting(
    id="m1",
    kind=MeetingKind.ANNOUNCEMENT,
    title="Họp trực tuyến thông báo kết luận",
    online=True,
    chairs=(Person(name="Phan Hữu Phước", position="Giám đốc Sở Nội vụ"),),
)
RESPONSE = UnitResponse(
    id="u1",
    who="Lãnh đạo UBND các huyện",
    position=ResponsePosition.MOSTLY_AGREED,
    remedy="từ nay đến cuối năm 2023",
)


def values(controls: list[Any]) -> list[str]:
    return [str(c.value) for c in controls if isinstance(c, ft.TextField)]


def test_a_meeting_card_holds_what_the_record_holds() -> None:
    desk = Desk()
    card = render(MeetingCard, MEETING, desk.meetings, desk.around)
    assert "Họp thông báo kết luận" in words(card)
    assert "Phan Hữu Phước, Giám đốc Sở Nội vụ" in values(card)
    assert first(card, ft.Checkbox, label="Họp trực tuyến").value is True


def test_a_tap_adds_a_meeting_and_it_is_on_disk() -> None:
    desk = Desk()
    buttons = render(NewMeeting, desk.meetings)
    asyncio.run(first(buttons, ft.OutlinedButton).on_click())
    (saved,) = desk.services.records["CR-2026"].meetings
    assert (saved.kind, saved.title) == (MeetingKind.REVIEW, "Hội nghị tổng kết")
    assert desk.state.record.meetings == (saved,)


def test_a_unit_s_position_is_never_assumed() -> None:
    desk = Desk()
    buttons = render(NewResponse, desk.responses)
    said = [c.content for c in buttons if isinstance(c, ft.OutlinedButton)]
    assert said == ["Thống nhất", "Cơ bản thống nhất", "Giải trình", "Ghi nhận"]
    card = render(ResponseCard, RESPONSE, desk.responses, desk.around)
    assert "Cơ bản thống nhất" in words(card)
    assert "từ nay đến cuối năm 2023" in values(card)


def test_a_removed_meeting_can_be_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    desk, undo = Desk(), []
    monkeypatch.setattr(kept_list, "offer_undo", lambda _words, act: undo.append(act))
    monkeypatch.setattr(contexts, "tell_error", pytest.fail)
    work = Action(busy=False, _set_busy=lambda _busy: None)

    async def scene() -> None:
        await desk.meetings.save(work, MEETING)
        await desk.meetings.remove(work, MEETING)
        assert desk.state.record.meetings == ()
        await undo[0]()

    asyncio.run(scene())
    assert desk.state.record.meetings == (MEETING,)
    assert desk.services.records["CR-2026"].meetings == (MEETING,)


def test_chairs_are_one_person_a_line() -> None:
    people = persons("Trần Thị Quý, Chủ tịch UBND huyện\n\nPhan Hữu Phước")
    assert people == (
        Person(name="Trần Thị Quý", position="Chủ tịch UBND huyện"),
        Person(name="Phan Hữu Phước"),
    )
    assert persons(persons_text(people)) == people


def test_a_finding_may_have_a_vague_scope() -> None:
    desk = Desk()
    finding = Finding(
        id="f1",
        kind=FindingKind.SHORTCOMING,
        text="Còn hồ sơ trễ hạn",
        scope="ở một vài xã",
    )
    card = render(FindingCard, finding, desk.state, desk.around)
    assert "ở một vài xã" in values(card)
