"""Calculated answers: the keys that fit their kind."""

from collections.abc import Iterator

from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Calculation, Criterion
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path

CALCULATED = frozenset(
    {
        AnswerKind.YES_NO,
        AnswerKind.COUNT,
        AnswerKind.RATIO,
        AnswerKind.SCORE,
        AnswerKind.DATE,
        AnswerKind.INDEX,
    }
)
"""The kinds of answer that can follow from others."""


def calculation_mistakes(criterion: Criterion, path: Path) -> Iterator[Mistake]:
    """Yield why a criterion's answer cannot be calculated in this way."""
    calculation = criterion.calculate
    if calculation is None:
        return
    reason = _reason(calculation, criterion.answer.type)
    if reason:
        at = (*path, "calculate")
        yield Mistake(at, Code.CALCULATION_UNFIT, reason, at_key=True)


def _reason(calculation: Calculation, kind: AnswerKind) -> str | None:
    halves = [key for key in ("num", "den") if getattr(calculation, key)]
    if kind not in CALCULATED:
        fitting = ", ".join(kind for kind in AnswerKind if kind in CALCULATED)
        return f"kiểu {kind} không tự tính được, chỉ {fitting}; bỏ calculate"
    if kind is AnswerKind.RATIO:
        return _ratio(calculation, halves)
    if halves:
        return f"num và den chỉ dùng với kiểu ratio, không phải {kind}; dùng value"
    if not calculation.value:
        return "calculate trống; ghi biểu thức ở value"
    return None


def _ratio(calculation: Calculation, halves: list[str]) -> str | None:
    if calculation.value:
        return "tỷ lệ tự tính bằng num và den, không bằng value; bỏ value"
    if not halves:
        return "calculate của tỷ lệ cần hai biểu thức num và den; thêm cả hai"
    if len(halves) == 1:
        missing = "den" if halves == ["num"] else "num"
        return f"num và den phải đi cùng nhau; thêm {missing}"
    return None
