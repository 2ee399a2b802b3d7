"""What the functions give for values that are there.

Values of a kind the function does not take (a checked expression has none) give a
missing result.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from fieldapp.domain.expressions.figures import (
    ZERO,
    bounded,
    rounded,
    total,
    worked_out,
)
from fieldapp.domain.expressions.kinds import Scalar

Function = Callable[[Sequence[Scalar]], Scalar | None]


def extreme(values: Sequence[Scalar | None], *, highest: bool) -> Scalar | None:
    """Return the lowest or highest of numbers or of dates; missing when none is."""
    figures = figures_of(values)
    if figures:
        return max(figures) if highest else min(figures)
    days = [value for value in values if isinstance(value, dt.date)]
    if days:
        return max(days) if highest else min(days)
    return None


def figures_of(values: Sequence[Scalar | None]) -> list[Decimal]:
    """Return the numbers that are there, without those beyond bounds."""
    found = (bounded(value) for value in values if isinstance(value, Decimal))
    return [value for value in found if value is not None]


def _lowest(values: Sequence[Scalar | None]) -> Scalar | None:
    return extreme(values, highest=False)


def _highest(values: Sequence[Scalar | None]) -> Scalar | None:
    return extreme(values, highest=True)


def _count(values: Sequence[Scalar | None]) -> Scalar | None:
    return Decimal(sum(value is True for value in values))


def _sum(values: Sequence[Scalar | None]) -> Scalar | None:
    figures = figures_of(values)
    return total(figures) if figures else None


def _mean(values: Sequence[Scalar | None]) -> Scalar | None:
    figures = figures_of(values)
    whole = total(figures) if figures else None
    return None if whole is None else worked_out("/", whole, Decimal(len(figures)))


def _abs(values: Sequence[Scalar]) -> Scalar | None:
    return values[0].copy_abs() if isinstance(values[0], Decimal) else None


def _round(values: Sequence[Scalar]) -> Scalar | None:
    number, places = (*values, ZERO)[:2]
    if isinstance(number, Decimal) and isinstance(places, Decimal):
        return rounded(number, int(places))
    return None


def _days(values: Sequence[Scalar]) -> Scalar | None:
    first, second = values
    if isinstance(first, dt.date) and isinstance(second, dt.date):
        return Decimal(second.toordinal() - first.toordinal())
    return None


ROW_FUNCTIONS: Final[
    Mapping[str, Callable[[Sequence[Scalar | None]], Scalar | None]]
] = {
    "count_met": _count,
    "count_not_met": _count,
    "count_answered": _count,
    "sum": _sum,
    "lowest": _lowest,
    "highest": _highest,
    "mean": _mean,
}
"""Functions over rows, missing ones among them."""

STRICT_FUNCTIONS: Final[Mapping[str, Function]] = {
    "min": _lowest,
    "max": _highest,
    "abs": _abs,
    "round": _round,
    "days": _days,
}
"""Functions that are missing as soon as one argument is."""
