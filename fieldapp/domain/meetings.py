"""Meetings about an inspection, and what the unit answered to it.

The sources tell of both (domain reference A.1): a review conference with its chair,
an online meeting that announces conclusions to several units at once, and whether the
units agree and by when they put things right.
"""

import datetime as dt
from enum import StrEnum

from fieldapp.domain.inspection import Person
from fieldapp.domain.value import Label, Text, Value


class MeetingKind(StrEnum):
    """What a meeting is for."""

    REVIEW = "review"
    ANNOUNCEMENT = "announcement"


MEETING_KIND_NAMES: dict[MeetingKind, str] = {
    MeetingKind.REVIEW: "Hội nghị tổng kết",
    MeetingKind.ANNOUNCEMENT: "Họp thông báo kết luận",
}


class Meeting(Value):
    """One meeting; `title` as its papers name it, `units` the codes of who took part.

    A blank date or chair is not known.
    """

    id: str
    kind: MeetingKind
    title: Label
    held_on: dt.date | None = None
    online: bool = False
    chairs: tuple[Person, ...] = ()
    units: tuple[str, ...] = ()


class ResponsePosition(StrEnum):
    """How a unit stands to the conclusions (ý kiến của đơn vị)."""

    AGREED = "agreed"
    MOSTLY_AGREED = "mostly_agreed"
    EXPLAINED = "explained"
    NOTED = "noted"


RESPONSE_POSITION_NAMES: dict[ResponsePosition, str] = {
    ResponsePosition.AGREED: "thống nhất",
    ResponsePosition.MOSTLY_AGREED: "cơ bản thống nhất",
    ResponsePosition.EXPLAINED: "giải trình",
    ResponsePosition.NOTED: "ghi nhận",
}


class UnitResponse(Value):
    """What a unit answered. `who` speaks ("Lãnh đạo UBND các huyện, thành phố").

    `text` is what was said beyond the position; `remedy` by when or how it is put
    right, in the speaker's words ("từ nay đến cuối năm 2023").
    """

    id: str
    who: Label
    position: ResponsePosition = ResponsePosition.AGREED
    text: Text = ""
    remedy: Text = ""
    remedy_by: dt.date | None = None
    units: tuple[str, ...] = ()
