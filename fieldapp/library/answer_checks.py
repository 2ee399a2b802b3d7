"""Does an answer of an exchange file fit its criterion?"""

from collections.abc import Iterator

from fieldapp.domain.answers import CARRIERS, AnswerStatus, IndexStanding
from fieldapp.domain.asking import FIGURES, AnswerKind, AnswerSpec
from fieldapp.domain.checklist import Criterion
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path
from fieldapp.library.exchange_file import AnswerPart
from fieldapp.library.value_checks import VALUE_CHECKS
from fieldapp.library.written import number_problem


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
    yield from _beside_figure(answer, criterion, path)


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
    if kind is AnswerKind.BREAKDOWN:
        yield from _parts(answer, criterion.answer, path)
    if kind is AnswerKind.INDEX:
        yield from _index(answer, path)
    if answer.value is not None:
        check = VALUE_CHECKS.get(kind)
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
    return _WANTED.get(criterion.answer.type, "value")


_WANTED: dict[AnswerKind, str] = {
    AnswerKind.RATIO: "num và den, hoặc value là tỷ lệ phần trăm",
    AnswerKind.DOCUMENT: "document hoặc value",
    AnswerKind.BREAKDOWN: "value là tổng số, parts là các phần",
    AnswerKind.INVENTORY: "items",
    AnswerKind.INITIATIVES: "initiatives, hoặc value là số mô hình",
    AnswerKind.INDEX: "value là điểm, index, hoặc change",
}


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


def _parts(answer: AnswerPart, spec: AnswerSpec, path: Path) -> Iterator[Mistake]:
    known = [part.id for part in spec.parts]
    for part, count in answer.parts.items():
        at = (*path, "parts", part)
        if part not in known:
            message = f"không có phần “{part}”; các phần: {', '.join(known)}"
            yield Mistake(at, Code.UNKNOWN_PART, message, at_key=True)
        if count < 0:
            message = f"số đếm {count} nhỏ hơn 0; kiểm tra lại"
            yield Mistake(at, Code.VALUE_OUT_OF_RANGE, message)


def _index(answer: AnswerPart, path: Path) -> Iterator[Mistake]:
    index = answer.index
    if index is None:
        return
    if index == IndexStanding() and answer.value is None and answer.change is None:
        message = "index để trống; ghi rank, rank_change, band hoặc rank_text"
        yield Mistake((*path, "index"), Code.VALUE_MISSING, message, at_key=True)
    if index.rank and index.rank_of and index.rank > index.rank_of:
        message = f"hạng {index.rank} lớn hơn số đơn vị được xếp {index.rank_of}"
        at = (*path, "index", "rank")
        yield Mistake(at, Code.VALUE_OUT_OF_RANGE, f"{message}; kiểm tra lại")


def _beside_figure(
    answer: AnswerPart, criterion: Criterion, path: Path
) -> Iterator[Mistake]:
    """Yield what is wrong with what stands beside a figure: bound, change, report."""
    kind = criterion.answer.type
    if answer.comparator is not None and (answer.value is None or kind not in _BOUNDED):
        message = (
            "comparator chỉ đi cùng value là một con số (“trên 99%”: comparator: "
            '">", value: 99); bỏ comparator hoặc thêm value'
        )
        at = (*path, "comparator")
        yield Mistake(at, Code.COMPARATOR_UNFIT, message, at_key=True)
    figures = {"change": (answer.change or "").removeprefix("+")}
    if kind in FIGURES:
        figures["reported"] = answer.reported or ""
    for key, text in figures.items():
        wrong = number_problem(text) if getattr(answer, key) is not None else None
        if wrong:
            yield Mistake((*path, key), Code.VALUE_NOT_NUMBER, wrong[1])


_BOUNDED = FIGURES | {AnswerKind.BREAKDOWN, AnswerKind.INDEX}
