"""How a value, a percentage and a target read on screen and on paper."""

import datetime as dt
from decimal import Decimal

from fieldapp.domain.answers import STATUS_NAMES, AnswerStatus, AnswerValue
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.law import LegalBasis
from fieldapp.domain.phrases import (
    COUNTED,
    count_text,
    initiatives_text,
    items_text,
    percent_sign,
)
from fieldapp.domain.targets import Comparator, Target
from fieldapp.domain.verdicts import compares, figure
from fieldapp.domain.vietnamese import (
    decimal_text,
    number_text,
    percent_of,
    rounded,
    short_date,
)

YES_NO_NAMES = {"yes": "Có", "no": "Không"}

COMPARATOR_WORDS: dict[Comparator, str] = {
    Comparator.AT_LEAST: "từ",
    Comparator.MORE_THAN: "trên",
    Comparator.AT_MOST: "không quá",
    Comparator.LESS_THAN: "dưới",
    Comparator.EQUAL: "",
}

_MOST_DECIMALS = 20
_CALCULATED_DECIMALS = 2


def percent_text(
    body: AnswerValue, target: Target | None, year: int, decimals: int = 1
) -> str | None:
    """The percentage of a ratio as text with "%", None without a figure.

    A given percentage keeps its digits ("26,6%"). A computed one is rounded half up
    to `decimals`; more decimals are shown when rounding would make it look as if it
    stood on the other side of its target (79,96% is not printed "80%" beside "chưa
    đạt chỉ tiêu 80%"). Of a bound the bound is said: "trên 99%".
    """
    if body.value is not None:
        return f"{_bound(body)}{number_text(body.value)}%"
    if body.num is None or body.den is None:
        return None
    exact = percent_of(body.num, body.den)
    return f"{decimal_text(_honest(exact, target, year, decimals))}%"


def _honest(exact: Decimal, target: Target | None, year: int, decimals: int) -> Decimal:
    limit = target.value_in(year) if target else None
    if target is None or limit is None:
        return rounded(exact, decimals)
    truth = compares(target.op, exact, limit)
    for places in range(decimals, _MOST_DECIMALS + 1):
        shown = rounded(exact, places)
        if compares(target.op, shown, limit) == truth:
            return shown
    return rounded(exact, _MOST_DECIMALS)


def value_text(
    criterion: Criterion,
    body: AnswerValue,
    year: int,
    decimals: int = 1,
    *,
    leading_zero: bool = False,
) -> str | None:
    """What was found, in words; None when there is no value to show.

    `leading_zero` writes a count below 10 as "02": for sentences.
    """
    if body.status is not AnswerStatus.GIVEN:
        return None
    kind = criterion.answer.type
    if kind is AnswerKind.RATIO:
        return percent_text(body, criterion.target, year, decimals)
    if kind is AnswerKind.DOCUMENT:
        return document_text(body)
    if body.value is not None:
        found = _shortened(criterion, body.value, year)
        return _plain(criterion, body, found, leading_zero=leading_zero)
    items = items_text(criterion.answer, body.items, leading_zero=leading_zero)
    return items or initiatives_text(body.initiatives)


def _shortened(criterion: Criterion, value: str, year: int) -> str:
    """A calculated figure with as many decimals as people read; others as given."""
    exact = figure(value)
    is_long = exact is not None and exact != rounded(exact, _CALCULATED_DECIMALS)
    if criterion.calculate is None or exact is None or not is_long:
        return value
    return format(_honest(exact, criterion.target, year, _CALCULATED_DECIMALS), "f")


def _plain(
    criterion: Criterion, body: AnswerValue, value: str, *, leading_zero: bool
) -> str:
    spec = criterion.answer
    if spec.type is AnswerKind.YES_NO:
        return YES_NO_NAMES.get(value, value)
    if spec.type is AnswerKind.DATE:
        return short_date(dt.date.fromisoformat(value))
    if spec.type is AnswerKind.CHOICE:
        return next((c.label for c in spec.choices if c.id == value), value)
    if spec.type is AnswerKind.TEXT:
        return value
    zero = leading_zero and spec.type in COUNTED and not spec.measure
    number = count_text(value, leading_zero=zero)
    return f"{_bound(body)}{number}{percent_sign(spec)}"


def _bound(body: AnswerValue) -> str:
    """The word before a figure that is only a bound: "trên "; else nothing."""
    word = COMPARATOR_WORDS[body.comparator] if body.comparator else ""
    return f"{word} " if word else ""


def document_text(body: AnswerValue) -> str | None:
    """A document as people cite it: "12/KH-UBND ngày 5/1/2026 của UBND …"."""
    document = body.document
    if document is None:
        return body.value
    parts = [document.number]
    if document.issued_on:
        parts.append(f"ngày {short_date(document.issued_on)}")
    if document.issuer:
        parts.append(f"của {document.issuer}")
    return " ".join(p for p in parts if p) or None


def status_text(body: AnswerValue | None) -> str:
    """The status in words, for where no value stands."""
    return "Chưa trả lời" if body is None else STATUS_NAMES[body.status]


def target_text(criterion: Criterion, year: int) -> str | None:
    """The bare target for a sentence: "80%", "31/1/2026", "0"; None without one."""
    target = criterion.target
    if target is None:
        return None
    day = target.date_in(year)
    if day is not None:
        return short_date(day)
    limit = target.value_in(year)
    if limit is None:
        return YES_NO_NAMES.get(target.answer or "")
    return f"{decimal_text(limit)}{_unit_suffix(target)}"


def target_label(criterion: Criterion, year: int) -> str | None:
    """The target with its comparison for the screen: "từ 80%", "không quá 100%"."""
    text = target_text(criterion, year)
    if text is None or criterion.target is None:
        return None
    if criterion.target.answer is not None:
        return text
    if criterion.target.by_date is not None:
        return f"chậm nhất {text}"
    return f"{COMPARATOR_WORDS[criterion.target.op]} {text}".strip()


def _unit_suffix(target: Target) -> str:
    return "%" if target.unit == "%" else f" {target.unit}".rstrip()


def basis_in_force(criterion: Criterion, day: dt.date) -> LegalBasis | None:
    """The first legal basis in force on `day`, None when there is none."""
    return next((b for b in criterion.legal_basis if b.in_force_on(day)), None)
