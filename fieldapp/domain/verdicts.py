"""Does an answer meet its target? Decimal, unrounded, equality counts as written."""

import datetime as dt
import operator
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.targets import Comparator, Target
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


# Below every step and beyond every figure that a checklist can write.
_HAIR, _FAR = Decimal("1e-9"), Decimal("1e30")


def measured(body: AnswerValue) -> Decimal | None:
    """The number an answer stands for, unrounded.

    The percentage of num/den, its value, how many things an inventory counts, how
    many initiatives are named; None when the answer carries no number.
    """
    if body.num is not None and body.den is not None:
        return percent_of(body.num, body.den)
    if body.items:
        counts = [line.count for line in body.items if line.count is not None]
        return Decimal(sum(counts)) if counts else None
    if body.initiatives:
        return Decimal(len(body.initiatives))
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
        # A change alone ("tăng 40 hồ sơ") is a fact, though no value is known.
        return Verdict.UNKNOWN if body.change is None else Verdict.RECORDED
    target = criterion.target
    limit = target.value_in(year) if target else None
    if target is None or limit is None:
        return Verdict.RECORDED
    if body.comparator is not None:
        return _bounded(target.op, body.comparator, value, limit)
    return _met(met=compares(target.op, value, limit))


def _bounded(
    op: Comparator, comparator: Comparator, bound: Decimal, limit: Decimal
) -> Verdict:
    """Judge a value of which only a bound is known; UNKNOWN where both may be.

    "trên 99%" meets "từ 98%"; whether it meets "từ 99,5%" nobody can say. Three values
    that the bound allows decide: at it, just beyond it, and far beyond.
    """
    upward = comparator in {Comparator.AT_LEAST, Comparator.MORE_THAN}
    sign = 1 if upward else -1
    possible = [bound + sign * _HAIR, bound + sign * _FAR]
    if comparator in {Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.EQUAL}:
        possible.append(bound)
    if comparator is Comparator.EQUAL:
        possible = [bound]
    held = {compares(op, value, limit) for value in possible}
    return _met(met=held.pop()) if len(held) == 1 else Verdict.UNKNOWN


def _breakdown(criterion: Criterion, body: AnswerValue, year: int) -> Verdict:
    """Hold the judged part against the target; without one, the total."""
    judged = criterion.answer.judged
    if not judged:
        return _number(criterion, body, year)
    count = body.part(judged)
    if count is None:
        return Verdict.UNKNOWN
    return _number(criterion, AnswerValue(value=str(count)), year)


def _listed(criterion: Criterion, body: AnswerValue, year: int) -> Verdict:
    """Count what an inventory or a list of initiatives holds, if there is a target."""
    if not (body.items or body.initiatives or body.value):
        return Verdict.UNKNOWN
    if criterion.target is None:
        return Verdict.RECORDED
    return _number(criterion, body, year)


def _index(criterion: Criterion, body: AnswerValue, year: int) -> Verdict:
    if body.index is None and body.value is None and body.change is None:
        return Verdict.UNKNOWN
    if body.value is None or criterion.target is None:
        return Verdict.RECORDED
    return _number(criterion, body, year)


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
    AnswerKind.BREAKDOWN: _breakdown,
    AnswerKind.INVENTORY: _listed,
    AnswerKind.INITIATIVES: _listed,
    AnswerKind.INDEX: _index,
}
