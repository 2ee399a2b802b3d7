"""Does an answer meet its target? Decimal, unrounded, equality counts as written."""

import datetime as dt
import operator
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.checklist import AnswerKind, Comparator, Criterion, Target
from fieldapp.domain.vietnamese import percent_of


class Verdict(StrEnum):
    """What an answer means against its criterion's target.

    RECORDED: answered, and there is nothing to hold it against. UNKNOWN: not
    answered, or answered "unknown".
    """

    MET = "met"
    NOT_MET = "not_met"
    RECORDED = "recorded"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


VERDICT_NAMES: dict[Verdict, str] = {
    Verdict.MET: "Đạt",
    Verdict.NOT_MET: "Chưa đạt",
    Verdict.RECORDED: "Đã ghi nhận",
    Verdict.UNKNOWN: "Chưa có số liệu",
    Verdict.NOT_APPLICABLE: "Không áp dụng",
}

_BY_STATUS = {
    AnswerStatus.FAIL_VALUE_MISSING: Verdict.NOT_MET,
    AnswerStatus.PASS_VALUE_MISSING: Verdict.MET,
    AnswerStatus.UNKNOWN: Verdict.UNKNOWN,
    AnswerStatus.NOT_APPLICABLE: Verdict.NOT_APPLICABLE,
}

_COMPARE: dict[Comparator, Callable[[Decimal, Decimal], bool]] = {
    Comparator.AT_LEAST: operator.ge,
    Comparator.MORE_THAN: operator.gt,
    Comparator.AT_MOST: operator.le,
    Comparator.LESS_THAN: operator.lt,
    Comparator.EQUAL: operator.eq,
}


def measured(body: AnswerValue) -> Decimal | None:
    """The number an answer stands for, unrounded: percent of num/den, or its value.

    None when the answer carries no number.
    """
    if body.num is not None and body.den is not None:
        return percent_of(body.num, body.den)
    return figure(body.value)


def verdict_of(criterion: Criterion, body: AnswerValue | None, year: int) -> Verdict:
    """Hold an answer against its criterion's target in `year`.

    A yes/no criterion without a target wants "yes"; a score without one wants its
    top; a choice says itself what is met; anything else without a target is
    RECORDED.
    """
    if body is None:
        return Verdict.UNKNOWN
    if body.status is not AnswerStatus.GIVEN:
        return _BY_STATUS[body.status]
    return _GIVEN.get(criterion.answer.type, _recorded)(criterion, body, year)


def compares(op: Comparator, value: Decimal, target: Decimal) -> bool:
    """True when `value op target` holds."""
    return _COMPARE[op](value, target)


def figure(text: str | None) -> Decimal | None:
    """The number a text stands for; None for words, NaN and infinities."""
    try:
        found = None if text is None else Decimal(text)
    except InvalidOperation:
        return None
    return found if found is not None and found.is_finite() else None


def _met(*, met: bool | None) -> Verdict:
    if met is None:
        return Verdict.RECORDED
    return Verdict.MET if met else Verdict.NOT_MET


def _yes_no(criterion: Criterion, body: AnswerValue, _year: int) -> Verdict:
    if body.value is None:
        return Verdict.UNKNOWN
    wanted = criterion.target.answer if criterion.target else None
    return _met(met=body.value == (wanted or "yes"))


def _number(criterion: Criterion, body: AnswerValue, year: int) -> Verdict:
    value = measured(body)
    if value is None:
        return Verdict.UNKNOWN
    target = criterion.target
    limit = target.value_in(year) if target else None
    if target is None or limit is None:
        return Verdict.RECORDED
    return _met(met=compares(target.op, value, limit))


def _score(criterion: Criterion, body: AnswerValue, year: int) -> Verdict:
    value = measured(body)
    if criterion.target is None and value is not None and criterion.answer.max:
        return _met(met=value >= criterion.answer.max)
    return _number(criterion, body, year)


def _date(criterion: Criterion, body: AnswerValue, year: int) -> Verdict:
    target = criterion.target
    limit = target.date_in(year) if target else None
    if body.value is None:
        return Verdict.UNKNOWN
    if target is None or limit is None:
        return Verdict.RECORDED
    return _met(met=_date_holds(target, dt.date.fromisoformat(body.value), limit))


def _date_holds(target: Target, day: dt.date, limit: dt.date) -> bool:
    return compares(target.op, Decimal(day.toordinal()), Decimal(limit.toordinal()))


def _choice(criterion: Criterion, body: AnswerValue, _year: int) -> Verdict:
    chosen = next((c for c in criterion.answer.choices if c.id == body.value), None)
    return Verdict.UNKNOWN if chosen is None else _met(met=chosen.met)


def _recorded(_criterion: Criterion, body: AnswerValue, _year: int) -> Verdict:
    return Verdict.RECORDED if body.value or body.document else Verdict.UNKNOWN


_GIVEN: dict[AnswerKind, Callable[[Criterion, AnswerValue, int], Verdict]] = {
    AnswerKind.YES_NO: _yes_no,
    AnswerKind.COUNT: _number,
    AnswerKind.RATIO: _number,
    AnswerKind.SCORE: _score,
    AnswerKind.DATE: _date,
    AnswerKind.CHOICE: _choice,
    AnswerKind.PHOTO: _number,
}
