"""Points of one criterion: how an answer earns them."""

from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from fieldapp.domain.value import Value


class PointsRule(StrEnum):
    """How an answer becomes points (source: domain reference B.1)."""

    FULL_OR_ZERO = "full_or_zero"
    PROPORTIONAL = "proportional"
    BANDS = "bands"
    DEDUCT = "deduct"
    BONUS = "bonus"
    NONE = "none"


class Band(Value):
    """From `at_least` (in the answer's own unit) upward, `points` are given."""

    at_least: Decimal
    points: Decimal


class Points(Value):
    """Points of one criterion; `max` in [0, 100].

    `bands` for rule bands; `per_violation` for rule deduct: points taken off for
    each counted violation, never below 0; `per_item` for rule bonus: points added
    for each counted thing, never above `max` (without it: all of `max` when met).
    Bonus points come on top: they are in no total.
    """

    max: Decimal = Field(ge=0, le=100)
    rule: PointsRule = PointsRule.FULL_OR_ZERO
    bands: tuple[Band, ...] = ()
    per_violation: Decimal | None = None
    per_item: Decimal | None = None

    @property
    def is_bonus(self) -> bool:
        """True for points that come on top of the total."""
        return self.rule is PointsRule.BONUS
