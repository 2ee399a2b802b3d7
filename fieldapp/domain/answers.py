"""An answer: what one criterion is worth at one place, and how sure that is.

An inspection often knows *that* a unit fails without knowing the figure; the
five statuses keep that apart from "not measured" so that no number is ever
invented (domain reference, fact 2).
"""

import datetime as dt
from enum import StrEnum

from pydantic import Field, model_validator

from fieldapp.domain.targets import Comparator
from fieldapp.domain.value import Label, Text, Value


class AnswerStatus(StrEnum):
    """How much is known."""

    GIVEN = "given"
    FAIL_VALUE_MISSING = "fail_value_missing"
    PASS_VALUE_MISSING = "pass_value_missing"  # noqa: S105 - not a password
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


STATUS_NAMES: dict[AnswerStatus, str] = {
    AnswerStatus.GIVEN: "Có số liệu",
    AnswerStatus.FAIL_VALUE_MISSING: "Chưa đạt, không có số liệu",
    AnswerStatus.PASS_VALUE_MISSING: "Đạt, không có số liệu",
    AnswerStatus.UNKNOWN: "Chưa có số liệu",
    AnswerStatus.NOT_APPLICABLE: "Không áp dụng",
}


class DocumentRef(Value):
    """A document named as evidence or answer; blank parts are not known."""

    number: Text = ""
    issued_on: dt.date | None = None
    issuer: Text = ""


class PartCount(Value):
    """How many of a breakdown's total are in one part; unknown parts are left out."""

    part: str
    count: int = Field(ge=0)


class ItemState(StrEnum):
    """The state of the things on one line of an inventory."""

    GOOD = "good"
    WORN = "worn"
    BROKEN = "broken"


ITEM_STATE_NAMES: dict[ItemState, str] = {
    ItemState.GOOD: "hoạt động tốt",
    ItemState.WORN: "xuống cấp",
    ItemState.BROKEN: "hỏng",
}


class InventoryLine(Value):
    """A kind of thing, how many, in what state, where; None and "" are not known.

    `item` is the id of one of the criterion's items, or any other words.
    """

    item: Label
    count: int | None = Field(default=None, ge=0)
    state: ItemState | None = None
    where: Text = ""


class Initiative(Value):
    """A named model or initiative, quoted as its owners write it, without marks.

    `scope` says for what ("đối với thủ tục …"), `result` what came of it, `where`
    who does it.
    """

    name: Label
    scope: Text = ""
    result: Text = ""
    where: Text = ""


class IndexStanding(Value):
    """Where a unit stands on a composite index; its score is the answer's `value`.

    `rank_change` counts places and is negative for a fall: the rank may fall while the
    score rises. `band` is a group by name ("Khá tốt"), `rank_text` a rank said
    without a number ("trong tốp đầu của tỉnh").
    """

    year: int | None = Field(default=None, ge=1990, le=2100)
    rank: int | None = Field(default=None, ge=1)
    rank_of: int | None = Field(default=None, ge=1)
    rank_change: int | None = None
    band: Text = ""
    rank_text: Text = ""


class AnswerValue(Value):
    """What was found, in one piece: it is always saved and merged whole.

    `value` keeps the digits exactly as given with a decimal point ("34.80" stays
    so); for yes_no it is "yes"/"no", for a date ISO 8601, for a choice its id, for a
    breakdown its total. `comparator` is there when the source gives a bound and no
    point ("trên 99%"). `num`/`den` are the two whole numbers of a ratio. `reported` is
    the percentage or value the unit itself reported. A ratio has either `num` and
    `den` or `value` (percent). `change` is a signed difference from `change_from`
    ("năm 2019", "cùng kỳ"); it may be known where the value is not. Only status
    `given` carries any of them but `reported`.
    """

    status: AnswerStatus = AnswerStatus.GIVEN
    value: Text | None = None
    comparator: Comparator | None = None
    num: int | None = Field(default=None, ge=0)
    den: int | None = Field(default=None, ge=1)
    reported: Text | None = None
    change: Text | None = None
    change_from: Text = ""
    document: DocumentRef | None = None
    parts: tuple[PartCount, ...] = ()
    items: tuple[InventoryLine, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    index: IndexStanding | None = None

    @model_validator(mode="after")
    def _status_agrees(self) -> "AnswerValue":
        if self.status is not AnswerStatus.GIVEN and self.carried:
            raise ValueError(f"trạng thái {self.status} không đi cùng một giá trị")
        if (self.num is None) != (self.den is None):
            raise ValueError("tử số và mẫu số phải đi cùng nhau")
        if self.comparator is not None and self.value is None:
            raise ValueError("dấu so sánh phải đi cùng một giá trị")
        return self

    @property
    def carried(self) -> tuple[str, ...]:
        """The names of the fields that hold something found."""
        return tuple(key for key in CARRIERS if getattr(self, key) not in (None, ()))

    def part(self, part_id: str) -> int | None:
        """How many are in that part of a breakdown, None when not known."""
        return next((p.count for p in self.parts if p.part == part_id), None)


CARRIERS = (
    "value",
    "num",
    "den",
    "change",
    "document",
    "parts",
    "items",
    "initiatives",
    "index",
)
"""The fields of an answer that say what was found."""


class Answer(Value):
    """One criterion at one place. `(criterion, unit)` is its identity.

    `unit` is a unit's code, or an entry's (`fieldapp.domain.entries`).
    """

    criterion: str
    unit: str
    body: AnswerValue
    note: Text = ""
    saved_at: dt.datetime | None = None
    author: str = ""

    @property
    def id(self) -> str:
        """How sentences name their sources: criterion, slash, unit."""
        return answer_id(self.criterion, self.unit)


def answer_id(criterion: str, unit: str) -> str:
    """The id under which an answer is stored and cited."""
    return f"{criterion}/{unit}"
