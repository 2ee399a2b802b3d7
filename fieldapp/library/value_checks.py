"""Is the one value of an answer written as its kind asks, and within its limits?"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from fieldapp.domain.asking import AnswerKind, AnswerSpec
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path
from fieldapp.library.written import date_problem, number_problem, whole_problem

_WHOLE_PERCENT = 100


def _percent(text: str, spec: AnswerSpec, at: Path) -> Iterator[Mistake]:
    wrong = number_problem(text)
    if wrong:
        yield Mistake(at, Code.VALUE_NOT_NUMBER, wrong[1])
    elif Decimal(text) < 0:
        message = f"tỷ lệ {text} nhỏ hơn 0; kiểm tra lại"
        yield Mistake(at, Code.VALUE_OUT_OF_RANGE, message)
    elif spec.at_most_denominator and Decimal(text) > _WHOLE_PERCENT:
        message = f"tỷ lệ {text}% lớn hơn 100%; kiểm tra lại số liệu"
        yield Mistake(at, Code.PERCENT_ABOVE, message)


def _count(text: str, spec: AnswerSpec, at: Path) -> Iterator[Mistake]:
    wrong = whole_problem(text)
    if wrong:
        yield Mistake(at, Code.VALUE_NOT_NUMBER, wrong[1])
    else:
        yield from _limits(text, spec, at)


def _score(text: str, spec: AnswerSpec, at: Path) -> Iterator[Mistake]:
    wrong = number_problem(text)
    if wrong:
        yield Mistake(at, Code.VALUE_NOT_NUMBER, wrong[1])
    else:
        yield from _limits(text, spec, at)


def _limits(text: str, spec: AnswerSpec, at: Path) -> Iterator[Mistake]:
    lowest = Decimal(0) if spec.min is None else spec.min
    if Decimal(text) < lowest:
        message = f"{text} nhỏ hơn mức thấp nhất {lowest}; kiểm tra lại"
        yield Mistake(at, Code.VALUE_OUT_OF_RANGE, message)
    elif spec.max is not None and Decimal(text) > spec.max:
        message = f"{text} lớn hơn mức cao nhất {spec.max}; kiểm tra lại"
        yield Mistake(at, Code.VALUE_OUT_OF_RANGE, message)


def _yes_no(text: str, _spec: AnswerSpec, at: Path) -> Iterator[Mistake]:
    if text not in ("yes", "no"):
        message = f"“{text}” không dùng được; viết yes hoặc no"
        yield Mistake(at, Code.VALUE_NOT_YES_NO, message)


def _date(text: str, _spec: AnswerSpec, at: Path) -> Iterator[Mistake]:
    wrong = date_problem(text)
    if wrong:
        yield Mistake(at, Code.VALUE_NOT_DATE, wrong[1])


def _choice(text: str, spec: AnswerSpec, at: Path) -> Iterator[Mistake]:
    known = [choice.id for choice in spec.choices]
    if text not in known:
        message = f"không có lựa chọn “{text}”; chọn một trong: {', '.join(known)}"
        yield Mistake(at, Code.UNKNOWN_CHOICE, message)


VALUE_CHECKS: dict[AnswerKind, Callable[[str, AnswerSpec, Path], Iterator[Mistake]]] = {
    AnswerKind.RATIO: _percent,
    AnswerKind.COUNT: _count,
    AnswerKind.PHOTO: _count,
    AnswerKind.BREAKDOWN: _count,
    AnswerKind.INITIATIVES: _count,
    AnswerKind.SCORE: _score,
    AnswerKind.INDEX: _score,
    AnswerKind.YES_NO: _yes_no,
    AnswerKind.DATE: _date,
    AnswerKind.CHOICE: _choice,
}
"""By kind: yields what is wrong with a value that stands at a path."""
