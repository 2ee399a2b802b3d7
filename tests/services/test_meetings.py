"""Meetings and what units answered: saved, changed, removed, put back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp import config, wiring
from fieldapp.domain.findings import FindingKind
from fieldapp.domain.meetings import Meeting, MeetingKind, UnitResponse
from fieldapp.services import findings, meetings, rehearsal
from fieldapp.services.workspace import Workspace

CHECKLIST = """\
format: fieldapp/checklist@1
id: thu
title: "Thử"
version: "1"
sections:
  - id: M
    title: "Một phần"
    criteria:
      - id: M01
        question: "Có?"
        answer: {type: yes_no}
"""


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Workspace, str]]:
    with wiring.workspace(config.settings(data=tmp_path, env={})) as ws:
        made = rehearsal.rehearse_text(ws, CHECKLIST, "thu.yaml")
        yield rehearsal.desk_of(ws, made), made


def test_a_meeting_gets_an_id_and_keeps_it_when_changed(
    opened: tuple[Workspace, str],
) -> None:
    ws, made = opened
    kind, title = MeetingKind.REVIEW, "Hội nghị tổng kết"
    first = meetings.save_meeting(ws, made, Meeting(id="", kind=kind, title=title))
    assert first.id
    online = first.model_copy(update={"online": True})
    meetings.save_meeting(ws, made, online)
    assert ws.store.load(made).meetings == (online,)
    meetings.remove_meeting(ws, made, first.id)
    assert ws.store.load(made).meetings == ()
    meetings.save_meeting(ws, made, online)
    assert ws.store.load(made).meetings == (online,)


def test_an_answer_of_a_unit_is_kept_the_same_way(
    opened: tuple[Workspace, str],
) -> None:
    ws, made = opened
    answer = UnitResponse(id="", who="Lãnh đạo UBND các huyện", text="Thống nhất")
    first = meetings.save_response(ws, made, answer)
    assert ws.store.load(made).responses == (first,)
    meetings.remove_response(ws, made, first.id)
    assert ws.store.load(made).responses == ()


def test_a_finding_may_say_a_vague_scope(opened: tuple[Workspace, str]) -> None:
    ws, made = opened
    kind, scope = FindingKind.SHORTCOMING, "ở một vài xã"
    findings.add_finding(ws, made, kind, "Còn hồ sơ trễ hạn", (), scope)
    (found,) = ws.store.load(made).findings
    assert found.scope == scope
