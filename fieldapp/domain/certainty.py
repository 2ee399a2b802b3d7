"""Whether a verdict known without a figure still holds under another target.

"Known to meet 45%" says that 30% is met too, and nothing about 60%.
"""

from decimal import Decimal
from enum import Enum, auto

from fieldapp.domain.answers import AnswerStatus
from fieldapp.domain.targets import Comparator, Target


class Shift(Enum):
    """What became of a target; OTHER cannot be compared."""

    NONE = auto()
    EASIER = auto()
    HARDER = auto()
    OTHER = auto()


_HOLDS_UNDER = {
    AnswerStatus.PASS_VALUE_MISSING: {Shift.NONE, Shift.EASIER},
    AnswerStatus.FAIL_VALUE_MISSING: {Shift.NONE, Shift.HARDER},
}
_HIGHER_IS_HARDER = {
    Comparator.AT_LEAST: True,
    Comparator.MORE_THAN: True,
    Comparator.AT_MOST: False,
    Comparator.LESS_THAN: False,
}


def still_holds(
    status: AnswerStatus, old: Target | None, new: Target | None, year: int
) -> bool:
    """True unless `status` was said of the target `old` and `new` is another.

    An answer with its figure is judged again, so it always holds.
    """
    known = _HOLDS_UNDER.get(status)
    return known is None or shift(old, new, year) in known


def shift(old: Target | None, new: Target | None, year: int) -> Shift:
    """Say whether a target got easier or harder to meet in `year`."""
    if old is None or new is None:
        return Shift.NONE if old is new else Shift.OTHER
    was, now = _limit(old, year), _limit(new, year)
    if (old.op, was, old.answer) == (new.op, now, new.answer):
        return Shift.NONE
    higher_is_harder = _HIGHER_IS_HARDER.get(new.op)
    if old.op is not new.op or was is None or now is None or higher_is_harder is None:
        return Shift.OTHER
    return Shift.HARDER if (now > was) is higher_is_harder else Shift.EASIER


def _limit(target: Target, year: int) -> Decimal | None:
    """Return what must be reached as a number; days are counted."""
    day = target.date_in(year)
    return target.value_in(year) if day is None else Decimal(day.toordinal())
