"""Does an answer of an exchange file fit its criterion?"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from fieldapp.domain.answers import CARRIERS, AnswerStatus
from fieldapp.domain.asking import AnswerKind, AnswerSpec
from fieldapp.domain.checklist import Criterion
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path
from fieldapp.library.exchange_file import AnswerPart
from fieldapp.library.written import date_problem, number_problem, whole_problem

_NUMERIC = frozenset({AnswerKind.COUNT, AnswerKind.RATIO, AnswerKind.SCORE})
_WHOLE_PERCENT = 100


def answer_mistakes(
    answer: AnswerPart, criterion: Criterion, path: Path
) -> Iterator[Mistake]:
    """Yield what is wrong with `answer`, which stands at `path`."""
    carried = [key for key in CARRIERS if getattr(answer, key) not in (None, (), {})]
    if answer.status is not AnswerStatus.GIVEN:
        yield from _contradiction(answer, carried, path)
    elif not carried and criterion.answer.type is not AnswerKind.PHOTO:
        message = (
            f"trạng thái given cần có số liệu ({_wanted(criterion)}); thêm vào, hoặc "
            "đổi status thành fail_value_missing, pass_value_missing hay unknown"
        )
        yield Mistake(path, Code.VALUE_MISSING, message)
    else:
        yield from _given(answer, criterion, carried, path)
    yield from _reported(answer, criterion, path)


def _contradiction(
    answer: AnswerPart, carried: list[str], path: Path
) -> Iterator[Mistake]:
    for key in carried:
        message = (
            f"trạng thái {answer.status} không đi cùng {key}; bỏ {key} hoặc đổi status "
            "thành given"
        )
        yield Mistake((*path, key), Code.STATUS_CONTRADICTS, message, at_key=True)


def _given(
    answer: AnswerPart, criterion: Criterion, carried: list[str], path: Path
) -> Iterator[Mistake]:
    kind = criterion.answer.type
    fitting = _fitting(kind)
    unfit = [key for key in carried if key not in fitting]
    for key in unfit:
        message = f"{key} không dùng với kiểu {kind}; dùng {_wanted(criterion)}"
        yield Mistake((*path, key), Code.VALUE_UNFIT, message, at_key=True)
    if unfit:
        return
    if kind is AnswerKind.RATIO:
        yield from _ratio(answer, criterion.answer, path)
    if answer.value is not None:
        check = _VALUE_CHECKS.get(kind)
        if check is not None:
            yield from check(answer.value, criterion.answer, (*path, "value"))


def _fitting(kind: AnswerKind) -> tuple[str, ...]:
    return _FITTING.get(kind, ("value",))


_FITTING: dict[AnswerKind, tuple[str, ...]] = {
    AnswerKind.RATIO: ("value", "num", "den", "change"),
    AnswerKind.COUNT: ("value", "change"),
    AnswerKind.SCORE: ("value", "change"),
    AnswerKind.DOCUMENT: ("value", "document"),
    AnswerKind.BREAKDOWN: ("value", "change", "parts"),
    AnswerKind.INVENTORY: ("items",),
    AnswerKind.INITIATIVES: ("value", "initiatives"),
    AnswerKind.INDEX: ("value", "change", "index"),
}


def _wanted(criterion: Criterion) -> str:
    kind = criterion.answer.type
    if kind is AnswerKind.RATIO:
        return "num và den, hoặc value là tỷ lệ phần trăm"
    return "document hoặc value" if kind is AnswerKind.DOCUMENT else "value"


def _ratio(answer: AnswerPart, spec: AnswerSpec, path: Path) -> Iterator[Mistake]:
    num, den = answer.num, answer.den
    if answer.value is not None and (num is not None or den is not None):
        message = "chỉ ghi num và den, hoặc chỉ ghi value; bỏ một bên"
        yield Mistake((*path, "value"), Code.VALUE_UNFIT, message, at_key=True)
        return
    if (num is None) != (den is None):
        missing = "den" if den is None else "num"
        message = f"num và den phải đi cùng nhau; thêm {missing}"
        yield Mistake(path, Code.VALUE_MISSING, message)
    if num is not None and num < 0:
        message = f"tử số {num} nhỏ hơn 0; kiểm tra lại"
        yield Mistake((*path, "num"), Code.VALUE_OUT_OF_RANGE, message)
    if den is not None and den <= 0:
        message = (
            f"mẫu số {den} không tính được tỷ lệ; ghi mẫu số từ 1, hoặc status: "
            "not_applicable khi không phát sinh"
        )
        yield Mistake((*path, "den"), Code.DENOMINATOR_ZERO, message)
    elif num is not None and den is not None and num > den and spec.at_most_denominator:
        message = f"tử số {num} lớn hơn mẫu số {den}; kiểm tra lại số liệu"
        yield Mistake((*path, "num"), Code.NUMERATOR_ABOVE, message)


def _reported(
    answer: AnswerPart, criterion: Criterion, path: Path
) -> Iterator[Mistake]:
    if answer.reported is None or criterion.answer.type not in _NUMERIC:
        return
    wrong = number_problem(answer.reported)
    if wrong:
        yield Mistake((*path, "reported"), Code.VALUE_NOT_NUMBER, wrong[1])


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


_VALUE_CHECKS: dict[
    AnswerKind, Callable[[str, AnswerSpec, Path], Iterator[Mistake]]
] = {
    AnswerKind.RATIO: _percent,
    AnswerKind.COUNT: _count,
    AnswerKind.PHOTO: _count,
    AnswerKind.SCORE: _score,
    AnswerKind.YES_NO: _yes_no,
    AnswerKind.DATE: _date,
    AnswerKind.CHOICE: _choice,
}
