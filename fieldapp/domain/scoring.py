"""From one answer to points. Decimal throughout.

A score is None while it cannot be known: not answered, known to fail without a
figure where the figure decides the points, or without a target in its year. Nothing
is assumed. Sums are in `fieldapp.domain.totals`.
"""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.points import Points, PointsRule
from fieldapp.domain.verdicts import Verdict, measured, verdict_of

_JUDGED = frozenset(
    {
        *(AnswerKind.COUNT, AnswerKind.RATIO, AnswerKind.SCORE, AnswerKind.CHOICE),
        *(AnswerKind.BREAKDOWN, AnswerKind.INDEX),
    }
)
"""Kinds whose answer earns points by what it says, not by being there."""


def score_of(
    criterion: Criterion, body: AnswerValue | None, year: int
) -> Decimal | None:
    """Points of one answer in [0, max]; None when not known or not applicable."""
    points = criterion.points
    if points is None or points.rule is PointsRule.NONE or body is None:
        return None
    verdict = verdict_of(criterion, body, year)
    if verdict in {Verdict.UNKNOWN, Verdict.NOT_APPLICABLE}:
        return None
    if body.status is AnswerStatus.PASS_VALUE_MISSING and not points.per_item:
        return points.max
    return _RULES[points.rule](criterion, points, body, verdict, year)


def stepped(score: Decimal, step: Decimal | None) -> Decimal:
    """Round half up to a multiple of `step`; unchanged without one."""
    if not step:
        return score
    return (score / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _full_or_zero(
    criterion: Criterion, points: Points, _b: AnswerValue, verdict: Verdict, _y: int
) -> Decimal | None:
    judged = criterion.answer.type in _JUDGED or criterion.target is not None
    if verdict is Verdict.RECORDED and judged:
        return None  # there is nothing to hold it against in this year
    return Decimal(0) if verdict is Verdict.NOT_MET else points.max


def _proportional(
    criterion: Criterion, points: Points, body: AnswerValue, verdict: Verdict, year: int
) -> Decimal | None:
    """`max × min(1, value / target)` (domain reference B.1)."""
    value, full = _figure(criterion, body), _full_at(criterion, year)
    if value is None:
        return None
    if full is None or full <= 0 or not criterion.higher_is_better:
        return _full_or_zero(criterion, points, body, verdict, year)
    return points.max * min(Decimal(1), value / full)


def _full_at(criterion: Criterion, year: int) -> Decimal | None:
    limit = criterion.target.value_in(year) if criterion.target else None
    is_score = criterion.answer.type is AnswerKind.SCORE
    return criterion.answer.max if limit is None and is_score else limit


def _figure(criterion: Criterion, body: AnswerValue) -> Decimal | None:
    """The number that earns points: of a breakdown, its judged part."""
    judged = criterion.answer.judged
    if not judged:
        return measured(body)
    count = body.part(judged)
    return None if count is None else Decimal(count)


def _bands(
    criterion: Criterion, points: Points, body: AnswerValue, _v: Verdict, _y: int
) -> Decimal | None:
    value = _figure(criterion, body)
    if value is None:
        return None
    reached = [band.points for band in points.bands if value >= band.at_least]
    return max(reached, default=Decimal(0))


def _deduct(
    criterion: Criterion, points: Points, body: AnswerValue, _v: Verdict, _y: int
) -> Decimal | None:
    value = _figure(criterion, body)
    if value is None:
        return None
    each = points.per_violation or points.max
    return max(Decimal(0), points.max - each * value)


def _bonus(
    criterion: Criterion, points: Points, body: AnswerValue, verdict: Verdict, year: int
) -> Decimal | None:
    """So much for each counted thing, or all of it when met."""
    if points.per_item is None:
        return _full_or_zero(criterion, points, body, verdict, year)
    value = _figure(criterion, body)
    return None if value is None else min(points.max, points.per_item * value)


_RULES: dict[
    PointsRule,
    Callable[[Criterion, Points, AnswerValue, Verdict, int], Decimal | None],
] = {
    PointsRule.FULL_OR_ZERO: _full_or_zero,
    PointsRule.PROPORTIONAL: _proportional,
    PointsRule.BANDS: _bands,
    PointsRule.DEDUCT: _deduct,
    PointsRule.BONUS: _bonus,
}
