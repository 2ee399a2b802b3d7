"""What an expression sees of an answer, and what it makes of a result."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.expressions import Scalar
from fieldapp.domain.verdicts import Verdict, measured, verdict_of

_BY_VERDICT = {Verdict.MET: True, Verdict.NOT_MET: False}


def part_of(criterion: Criterion, body: AnswerValue | None, part: str) -> Scalar | None:
    """The value, or a number, of an answer; None while it is not known."""
    if body is None or body.status is not AnswerStatus.GIVEN:
        return None
    if part == "value":
        return _VALUES.get(criterion.answer.type, measured)(body)
    if part in {"num", "den"}:
        return _whole(getattr(body, part))
    return _whole(body.part(part))


def state_of(
    criterion: Criterion, body: AnswerValue | None, state: str, year: int
) -> bool | None:
    """Whether it is answered, met or not met; None while nobody can say."""
    if state == "answered":
        return body is not None
    met = _BY_VERDICT.get(verdict_of(criterion, body, year))
    return met if state == "met" or met is None else not met


def answer_of(
    kind: AnswerKind, value: Scalar | None, num: Scalar | None, den: Scalar | None
) -> AnswerValue | None:
    """A calculated answer; None where the result is missing or fits no answer."""
    if kind is AnswerKind.RATIO:
        top, below = _count(num), _count(den)
        return AnswerValue(num=top, den=below) if top is not None and below else None
    if value is None:
        return None
    if kind is AnswerKind.COUNT and _count(value) is None:
        return None
    return AnswerValue(value=_text(value))


def _text(value: Scalar) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        plain = format(value, "f")
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return value.isoformat() if isinstance(value, dt.date) else value


def _count(value: Scalar | None) -> int | None:
    if not isinstance(value, Decimal) or value < 0 or value != int(value):
        return None
    return int(value)


def _whole(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)


def _yes_no(body: AnswerValue) -> bool | None:
    return None if body.value is None else body.value == "yes"


def _date(body: AnswerValue) -> dt.date | None:
    return None if body.value is None else dt.date.fromisoformat(body.value)


def _words(body: AnswerValue) -> str | None:
    return body.value


_VALUES: dict[AnswerKind, Callable[[AnswerValue], Scalar | None]] = {
    AnswerKind.YES_NO: _yes_no,
    AnswerKind.DATE: _date,
    AnswerKind.TEXT: _words,
    AnswerKind.CHOICE: _words,
    AnswerKind.DOCUMENT: _words,
}
