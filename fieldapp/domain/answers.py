"""An answer: what one criterion is worth at one unit, and how sure that is.

An inspection often knows *that* a unit fails without knowing the figure; the
five statuses keep that apart from "not measured" so that no number is ever
invented (domain reference, fact 2).
"""

import datetime as dt
from enum import StrEnum

from pydantic import Field, model_validator

from fieldapp.domain.value import Text, Value


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


class AnswerValue(Value):
    """What was found, in one piece: it is always saved and merged whole.

    `value` keeps the digits exactly as given with a decimal point ("34.80" stays
    so); for yes_no it is "yes"/"no", for a date ISO 8601, for a choice its id.
    `num`/`den` are the two whole numbers of a ratio. `reported` is the percentage
    or value the unit itself reported. A ratio has either `num` and `den` or `value`
    (percent). Only status `given` carries any of them.
    """

    status: AnswerStatus = AnswerStatus.GIVEN
    value: Text | None = None
    num: int | None = Field(default=None, ge=0)
    den: int | None = Field(default=None, ge=1)
    reported: Text | None = None
    document: DocumentRef | None = None

    @model_validator(mode="after")
    def _status_agrees(self) -> "AnswerValue":
        carries = (self.value, self.num, self.den, self.document)
        has_value = any(part is not None for part in carries)
        if self.status is not AnswerStatus.GIVEN and has_value:
            raise ValueError(f"trạng thái {self.status} không đi cùng một giá trị")
        if (self.num is None) != (self.den is None):
            raise ValueError("tử số và mẫu số phải đi cùng nhau")
        return self


class Answer(Value):
    """One criterion at one unit. `(criterion, unit)` is its identity."""

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
