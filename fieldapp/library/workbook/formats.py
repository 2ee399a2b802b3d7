"""Number formats of a workbook: which of them make a number a date or a percentage."""

import re

from fieldapp.library.workbook.cells import Look

_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Numbers of the built-in formats with days or times (ECMA-376 part 1, 18.8.30)."""
_PERCENT = frozenset({9, 10})
_NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DAY_OR_TIME = re.compile("[ymdhs]", re.IGNORECASE)


def look_of(number: int, codes: dict[int, str]) -> Look:
    """Return how a number in the format of that number is shown."""
    if number in _DATES and number not in codes:
        return Look.DATE
    if number in _PERCENT:
        return Look.PERCENT
    code = _NOT_CODE.sub("", codes.get(number, ""))
    if "%" in code:
        return Look.PERCENT
    is_date = _DAY_OR_TIME.search(code) and "general" not in code.lower()
    return Look.DATE if is_date else Look.PLAIN
