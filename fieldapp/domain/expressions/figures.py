"""Arithmetic that cannot fail: what has no sensible result is missing.

40 digits are carried. Results beyond 10**30 are missing, like those of a division by
0, so that no answer, however large, makes a later step fail.
"""

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

LARGEST: Final = Decimal(10) ** 30
ZERO: Final = Decimal(0)
_CONTEXT: Final = Context(prec=40, traps=[])

Operation = Callable[[Decimal, Decimal], Decimal]
OPERATIONS: Final[Mapping[str, Operation]] = {
    "+": _CONTEXT.add,
    "-": _CONTEXT.subtract,
    "*": _CONTEXT.multiply,
    "/": _CONTEXT.divide,
}
"""Operators by their sign; their results go through `bounded`."""


def bounded(number: Decimal) -> Decimal | None:
    """Return `number`, 0 without sign; None when not finite or beyond 10**30."""
    if not number:
        return ZERO
    if number.is_finite() and -LARGEST <= number <= LARGEST:
        return number
    return None


def worked_out(sign: str, left: Decimal, right: Decimal) -> Decimal | None:
    """Return `left sign right`, or None."""
    return bounded(OPERATIONS[sign](left, right))


def negative(number: Decimal) -> Decimal | None:
    """Return the number with its sign turned."""
    return bounded(number.copy_negate())


def rounded(number: Decimal, places: int) -> Decimal | None:
    """Return `number` to `places` decimals, halves away from zero."""
    step = Decimal((0, (1,), -places))
    return bounded(number.quantize(step, ROUND_HALF_UP, _CONTEXT))


def total(numbers: list[Decimal]) -> Decimal | None:
    """Return the sum of numbers, each within bounds."""
    result = ZERO
    for number in numbers:
        result = _CONTEXT.add(result, number)
    return bounded(result)
