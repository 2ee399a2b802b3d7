"""Points: a rule that the answer and its target can feed."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from fieldapp.domain.asking import FIGURES, AnswerKind
from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.points import Points, PointsRule
from fieldapp.domain.vietnamese import decimal_text
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path

_LISTS = frozenset({AnswerKind.INVENTORY, AnswerKind.INITIATIVES})
_FIGURES = FIGURES | {AnswerKind.BREAKDOWN, AnswerKind.INDEX}
"""Kinds that are neither met nor missed without a target."""
_COUNTABLE = _LISTS | {AnswerKind.COUNT, AnswerKind.BREAKDOWN, AnswerKind.PHOTO}
_KINDS: dict[PointsRule, frozenset[AnswerKind]] = {
    PointsRule.FULL_OR_ZERO: frozenset(AnswerKind) - {AnswerKind.TEXT},
    PointsRule.PROPORTIONAL: _FIGURES | _LISTS,
    PointsRule.BANDS: FIGURES,
    PointsRule.DEDUCT: frozenset({AnswerKind.COUNT, AnswerKind.BREAKDOWN}),
    PointsRule.BONUS: frozenset(AnswerKind) - {AnswerKind.TEXT},
    PointsRule.NONE: frozenset(AnswerKind),
}
_KEYS_OF: dict[str, tuple[PointsRule, str]] = {
    "per_violation": (PointsRule.DEDUCT, "viết số điểm trừ, không có dấu trừ"),
    "per_item": (PointsRule.BONUS, "viết số điểm cộng cho mỗi mục"),
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


def step_mistakes(checklist: Checklist) -> Iterator[Mistake]:
    """Yield points that the checklist's `points_step` cannot give."""
    step = checklist.points_step
    if step is None:
        return
    if step <= 0:
        message = "points_step (bước điểm) phải lớn hơn 0; ví dụ 0.25"
        yield Mistake(("points_step",), Code.POINTS_STEP, message)
        return
    for number, section in enumerate(checklist.sections):
        for index, criterion in enumerate(section.criteria):
            if criterion.points is not None:
                at = ("sections", number, "criteria", index, "points")
                yield from _off_step(criterion.points, step, at)


def _off_step(points: Points, step: Decimal, at: Path) -> Iterator[Mistake]:
    figures: list[tuple[Path, Decimal]] = [((*at, "max"), points.max)]
    for index, band in enumerate(points.bands):
        figures.append(((*at, "bands", index, "points"), band.points))
    for where, figure in figures:
        if figure % step:
            message = (
                f"điểm {decimal_text(figure)} không chia hết cho bước điểm "
                f"{decimal_text(step)}; sửa điểm hoặc points_step"
            )
            yield Mistake(where, Code.POINTS_STEP, message)


def _unfit(criterion: Criterion, points: Points) -> str | None:
    kind, rule, target = criterion.answer.type, points.rule, criterion.target
    if kind not in _KINDS[rule]:
        fitting = [str(rule) for rule, kinds in _KINDS.items() if kind in kinds]
        return f"kiểu {kind} chỉ dùng được {', '.join(fitting)}"
    if rule is PointsRule.PROPORTIONAL and target is None:
        if kind is not AnswerKind.SCORE:
            return "cần target để biết mức nào được đủ điểm"
    elif rule is PointsRule.PROPORTIONAL and not criterion.higher_is_better:
        return 'tính theo tỷ lệ chỉ khi càng cao càng tốt (op ">=" hoặc ">")'
    if rule is PointsRule.DEDUCT and kind is AnswerKind.BREAKDOWN:
        return _without_judged(criterion)
    if rule is PointsRule.FULL_OR_ZERO and kind in _FIGURES and target is None:
        return "cần target để biết đạt hay không"
    return _bonus_unfit(criterion, points) if points.is_bonus else None


def _without_judged(criterion: Criterion) -> str | None:
    if criterion.answer.judged:
        return None
    return "cần judged ở answer để biết phần nào bị trừ điểm"


def _bonus_unfit(criterion: Criterion, points: Points) -> str | None:
    kind = criterion.answer.type
    if points.per_item is not None:
        if kind in _COUNTABLE:
            return None
        return f"per_item cần kiểu đếm được, không phải {kind}; bỏ per_item"
    if kind in _FIGURES and criterion.target is None:
        return "cần target để biết khi nào được cộng, hoặc per_item để cộng theo mục"
    return None


def _needed_words(points: Points, at: Path) -> Iterator[Mistake]:
    if points.rule is PointsRule.DEDUCT and points.per_violation is None:
        message = "cách tính deduct cần per_violation (điểm trừ mỗi lần); thêm vào"
        yield Mistake(at, Code.POINTS_UNFIT, message)
    for key, (rule, advice) in _KEYS_OF.items():
        amount: Decimal | None = getattr(points, key)
        if amount is not None and points.rule is not rule:
            message = f"{key} chỉ dùng với rule: {rule}; bỏ đi hoặc đổi rule"
            yield Mistake((*at, key), Code.POINTS_UNFIT, message, at_key=True)
        if amount is not None and amount <= 0:
            message = f"{key} phải lớn hơn 0; {advice}"
            yield Mistake((*at, key), Code.POINTS_UNFIT, message)


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
