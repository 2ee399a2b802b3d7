"""Points: a rule that the answer and its target can feed."""

from collections.abc import Iterator
from itertools import pairwise

from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.points import Points, PointsRule
from fieldapp.library.checks.targets import NUMERIC
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path

_KINDS: dict[PointsRule, frozenset[AnswerKind]] = {
    PointsRule.FULL_OR_ZERO: frozenset(AnswerKind) - {AnswerKind.TEXT},
    PointsRule.PROPORTIONAL: NUMERIC,
    PointsRule.BANDS: NUMERIC,
    PointsRule.DEDUCT: frozenset({AnswerKind.COUNT}),
    PointsRule.NONE: frozenset(AnswerKind),
}


def points_mistakes(criterion: Criterion, path: Path) -> Iterator[Mistake]:
    """Yield what is wrong with a criterion's points."""
    points, at = criterion.points, (*path, "points")
    if points is None:
        return
    reason = _unfit(criterion, points)
    if reason:
        message = f"cách tính điểm {points.rule} không hợp: {reason}"
        yield Mistake((*at, "rule"), Code.POINTS_UNFIT, message)
    yield from _needed_words(points, at)
    yield from _bands(points, at)


def _unfit(criterion: Criterion, points: Points) -> str | None:
    kind, target = criterion.answer.type, criterion.target
    if kind not in _KINDS[points.rule]:
        fitting = [str(rule) for rule, kinds in _KINDS.items() if kind in kinds]
        return f"kiểu {kind} chỉ dùng được {', '.join(fitting)}"
    if points.rule is PointsRule.PROPORTIONAL and target is None:
        if kind is not AnswerKind.SCORE:
            return "cần target để biết mức nào được đủ điểm"
    elif points.rule is PointsRule.PROPORTIONAL and not criterion.higher_is_better:
        return 'tính theo tỷ lệ chỉ khi càng cao càng tốt (op ">=" hoặc ">")'
    if points.rule is PointsRule.FULL_OR_ZERO and kind in NUMERIC and target is None:
        return "cần target để biết đạt hay không"
    return None


def _needed_words(points: Points, at: Path) -> Iterator[Mistake]:
    if points.rule is PointsRule.DEDUCT and points.per_violation is None:
        message = "cách tính deduct cần per_violation (điểm trừ mỗi lần); thêm vào"
        yield Mistake(at, Code.POINTS_UNFIT, message)
    if points.rule is not PointsRule.DEDUCT and points.per_violation is not None:
        message = "per_violation chỉ dùng với rule: deduct; bỏ đi hoặc đổi rule"
        where = (*at, "per_violation")
        yield Mistake(where, Code.POINTS_UNFIT, message, at_key=True)
    if points.per_violation is not None and points.per_violation <= 0:
        message = "per_violation phải lớn hơn 0; viết số điểm trừ, không có dấu trừ"
        yield Mistake((*at, "per_violation"), Code.POINTS_UNFIT, message)


def _bands(points: Points, at: Path) -> Iterator[Mistake]:
    if points.rule is PointsRule.BANDS and not points.bands:
        message = "cách tính bands cần danh sách bands; thêm từng mức"
        yield Mistake(at, Code.BANDS, message)
    if points.rule is not PointsRule.BANDS and points.bands:
        message = "bands chỉ dùng với rule: bands; bỏ đi hoặc đổi rule"
        yield Mistake((*at, "bands"), Code.BANDS, message, at_key=True)
    for index, (lower, upper) in enumerate(pairwise(points.bands), start=1):
        if lower.at_least >= upper.at_least or lower.points > upper.points:
            message = "các mức phải xếp từ thấp lên cao, cả at_least lẫn points"
            yield Mistake((*at, "bands", index), Code.BANDS, message)
    for index, band in enumerate(points.bands):
        if not 0 <= band.points <= points.max:
            message = f"điểm của mức phải từ 0 đến max ({points.max})"
            yield Mistake((*at, "bands", index, "points"), Code.BANDS, message)
