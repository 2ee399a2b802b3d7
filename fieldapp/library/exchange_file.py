"""The shape of an exchange file, key by key (`fieldapp/inspection@1`).

The domain's models carry the content; what differs is how a file lays it out:
answers are flat, `from`/`to` name the period's ends, ids may be absent.
"""

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints

from fieldapp.domain.answers import (
    AnswerStatus,
    DocumentRef,
    IndexStanding,
    Initiative,
    InventoryLine,
)
from fieldapp.domain.asking import Identifier
from fieldapp.domain.entries import Entry, Sampling
from fieldapp.domain.findings import FindingKind
from fieldapp.domain.inspection import (
    Campaign,
    InspectionMode,
    Issuer,
    Person,
    TeamMember,
)
from fieldapp.domain.meetings import MeetingKind, ResponsePosition
from fieldapp.domain.record import (
    CriterionScores,
    LooseNote,
    NoticeDetails,
    SentenceEdit,
    SetAside,
)
from fieldapp.domain.targets import Comparator
from fieldapp.domain.units import Unit
from fieldapp.domain.value import Label, Text, Value

FORMAT = "fieldapp/inspection@1"


Exactly = Annotated[str, StringConstraints(strip_whitespace=False)]
"""Text kept to the letter, line ends and all."""


class PeriodPart(Value):
    """Thời kỳ kiểm tra."""

    start: dt.date | None = Field(default=None, alias="from")
    end: dt.date | None = Field(default=None, alias="to")
    text: Text = ""


class InspectionPart(Value):
    """The header; `visited_on: null` means not known and stays blank on paper."""

    id: Identifier
    rehearsal: bool = False
    mode: InspectionMode = InspectionMode.PLANNED
    unit: Unit
    unit_head: Person | None = None
    sub_units: tuple[Unit, ...] = ()
    sub_units_visited: tuple[str, ...] = ()
    period: PeriodPart = PeriodPart()
    visited_on: dt.date | None = None
    issuer: Issuer
    team: tuple[TeamMember, ...] = ()
    legal_basis: tuple[Label, ...] = ()


class AnswerPart(Value):
    """One criterion at one unit; which keys fit is told by the criterion."""

    criterion: str
    unit: str
    status: AnswerStatus = AnswerStatus.GIVEN
    value: Text | None = None
    comparator: Comparator | None = None
    num: int | None = None
    den: int | None = None
    reported: Text | None = None
    change: Text | None = None
    change_from: Text = ""
    document: DocumentRef | None = None
    parts: dict[str, int] = Field(default_factory=dict)
    items: tuple[InventoryLine, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    index: IndexStanding | None = None
    note: Text = ""
    saved_at: dt.datetime | None = None
    author: str = ""


class FindingPart(Value):
    """A finding no criterion holds; without `id` it gets "f-1" and so on."""

    id: str = ""
    kind: FindingKind
    text: Label
    units: tuple[str, ...] = ()
    scope: Text = ""
    criterion: str = ""


class RecommendationPart(Value):
    """A recommendation; without `id` it gets "r-1" and so on."""

    id: str = ""
    to: Label
    text: Label
    deadline: dt.date | None = None


class MeetingPart(Value):
    """A meeting; without `id` it gets "m-1" and so on."""

    id: str = ""
    kind: MeetingKind
    title: Label
    held_on: dt.date | None = None
    online: bool = False
    chairs: tuple[Person, ...] = ()
    units: tuple[str, ...] = ()


class ResponsePart(Value):
    """What a unit answered; without `id` it gets "u-1" and so on."""

    id: str = ""
    who: Label
    position: ResponsePosition = ResponsePosition.AGREED
    text: Text = ""
    remedy: Text = ""
    remedy_by: dt.date | None = None
    units: tuple[str, ...] = ()


class PhotoPart(Value):
    """A photo by its file, relative to the exchange file.

    `sha256`, when given, must be the file's; without `id` it gets "p-1" and so on.
    """

    file: Label
    id: str = ""
    sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    criterion: str = ""
    unit: str = ""
    caption: Text = ""
    taken_at: dt.datetime | None = None
    file_name: Text = ""


class ExchangeFile(Value):
    """A whole exchange file.

    `loose_notes` stand beside criteria without an answer, `edits` are wordings people
    gave to drafted sentences, `notice` is what the leader decided about the paper:
    with them the draft elsewhere is the same, letter for letter. `checklist_text` is
    the very text the inspection was made with (its SHA-256 is `checklist_sha256`);
    without it the checklist lies beside the file or in the library.
    """

    format: str = Field(pattern=r"^fieldapp/inspection@1$")
    checklist: Identifier
    checklist_sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    campaign: Campaign
    inspection: InspectionPart
    entries: tuple[Entry, ...] = ()
    samplings: tuple[Sampling, ...] = ()
    answers: tuple[AnswerPart, ...] = ()
    scores: tuple[CriterionScores, ...] = ()
    findings: tuple[FindingPart, ...] = ()
    recommendations: tuple[RecommendationPart, ...] = ()
    meetings: tuple[MeetingPart, ...] = ()
    responses: tuple[ResponsePart, ...] = ()
    photos: tuple[PhotoPart, ...] = ()
    loose_notes: tuple[LooseNote, ...] = ()
    edits: tuple[SentenceEdit, ...] = ()
    notice: NoticeDetails = NoticeDetails()
    aside: tuple[SetAside, ...] = ()
    checklist_text: Exactly = ""
