"""Single values as YAML writes them: bare words, numbers, texts in quotes."""

import datetime as dt
import json
import re
from decimal import Decimal
from enum import StrEnum
from typing import Any

BREAKS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
"""Signs that YAML takes for line ends or refuses; they are escaped."""

_BARE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
# What other readers of YAML would not take for text.
_WORDS_WITH_MEANING = frozenset(
    {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
)


def scalar(value: Any) -> str:  # noqa: ANN401 - whatever a model holds
    """Return a value as YAML text; words that may stand bare do."""
    if value is None:
        return "null"
    if isinstance(value, int):
        return str(value).lower()  # True and False are whole numbers to Python
    if isinstance(value, Decimal):
        return format(value, "f")  # never "1E+3", which a file may not say
    if isinstance(value, dt.datetime):
        return double_quoted(value.isoformat())
    if isinstance(value, dt.date):
        return value.isoformat()
    text = value.value if isinstance(value, StrEnum) else str(value)
    is_bare = _BARE.fullmatch(text) and text.lower() not in _WORDS_WITH_MEANING
    return text if is_bare else double_quoted(text)


def double_quoted(text: str) -> str:
    """Return `text` in double quotes."""
    quoted = json.dumps(text, ensure_ascii=False)
    return BREAKS.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)


def readably_quoted(text: str) -> str:
    """Return `text` in double quotes, or in single ones where that spares escapes."""
    in_double = double_quoted(text)
    needs_no_escape = in_double[1:-1].replace('\\"', '"') == text
    if '"' in text and "'" not in text and needs_no_escape:
        return f"'{text}'"
    return in_double
