"""From answers to points. Decimal throughout; rounding happens only on screen.

A score is None while it cannot be known: not answered, known to fail without a
figure where the figure decides the points, or without a target in its year. Nothing
is assumed.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.points import Points, PointsRule
from fieldapp.domain.value import Value
from fieldapp.domain.verdicts import Verdict, measured, verdict_of

_JUDGED = frozenset(
    {AnswerKind.COUNT, AnswerKind.RATIO, AnswerKind.SCORE, AnswerKind.CHOICE}
)
"""Kinds whose answer earns points by what it says, not by being there."""


class Score(Value):
    """Points got out of points possible.

    `possible` counts only criteria whose points are known; `open_points` are the
    points of criteria not answered yet or without a figure.
    """

    got: Decimal = Decimal(0)
    possible: Decimal = Decimal(0)
    open_points: Decimal = Decimal(0)


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
    if body.status is AnswerStatus.PASS_VALUE_MISSING:
        return points.max
    return _RULES[points.rule](criterion, points, body, verdict, year)


def total(scores: Iterable[tuple[Criterion, AnswerValue | None]], year: int) -> Score:
    """Add up answers; criteria that do not apply leave both sums."""
    got = possible = still_open = Decimal(0)
    for criterion, body in scores:
        if criterion.points is None or _leaves_out(body):
            continue
        score = score_of(criterion, body, year)
        if score is None:
            still_open += criterion.points.max
        else:
            got += score
            possible += criterion.points.max
    return Score(got=got, possible=possible, open_points=still_open)


def _leaves_out(body: AnswerValue | None) -> bool:
    return body is not None and body.status is AnswerStatus.NOT_APPLICABLE


def _full_or_zero(
    criterion: Criterion, points: Points, _b: AnswerValue, verdict: Verdict, _y: int
) -> Decimal | None:
    if verdict is Verdict.RECORDED and criterion.answer.type in _JUDGED:
        return None  # there is nothing to hold it against in this year
    return Decimal(0) if verdict is Verdict.NOT_MET else points.max


def _proportional(
    criterion: Criterion, points: Points, body: AnswerValue, verdict: Verdict, year: int
) -> Decimal | None:
    """`max × min(1, value / target)` (domain reference B.1)."""
    value, full = measured(body), _full_at(criterion, year)
    if value is None:
        return None
    if full is None or full <= 0 or not criterion.higher_is_better:
        return _full_or_zero(criterion, points, body, verdict, year)
    return points.max * min(Decimal(1), value / full)


def _full_at(criterion: Criterion, year: int) -> Decimal | None:
    limit = criterion.target.value_in(year) if criterion.target else None
    is_score = criterion.answer.type is AnswerKind.SCORE
    return criterion.answer.max if limit is None and is_score else limit


def _bands(
    _c: Criterion, points: Points, body: AnswerValue, _v: Verdict, _y: int
) -> Decimal | None:
    value = measured(body)
    if value is None:
        return None
    reached = [band.points for band in points.bands if value >= band.at_least]
    return max(reached, default=Decimal(0))


def _deduct(
    _c: Criterion, points: Points, body: AnswerValue, _v: Verdict, _y: int
) -> Decimal | None:
    value = measured(body)
    if value is None:
        return None
    each = points.per_violation or points.max
    return max(Decimal(0), points.max - each * value)


_RULES: dict[
    PointsRule,
    Callable[[Criterion, Points, AnswerValue, Verdict, int], Decimal | None],
] = {
    PointsRule.FULL_OR_ZERO: _full_or_zero,
    PointsRule.PROPORTIONAL: _proportional,
    PointsRule.BANDS: _bands,
    PointsRule.DEDUCT: _deduct,
}
