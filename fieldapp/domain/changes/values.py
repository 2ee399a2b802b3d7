"""How a value reads in a change: figures with their digits, texts in quotes.

A long text is shown by what changed in it, so that one wrong digit is seen.
"""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from fieldapp.domain.changes.names import WORDS
from fieldapp.domain.vietnamese import number_text, short_date

_SHORT = 60
_CONTEXT = 6
"""Tokens kept around what changed: three words and the spaces between them."""
_TOKEN = re.compile(r"\s+|\S+")
_EVERY_YEAR = re.compile(r"\{year\}-(\d\d)-(\d\d)")
_CUT = "…"


def shown(value: object) -> str:
    """Return a value as people read it; "" for none.

    Digits stay as the author wrote them: 3.0 is "3,0".
    """
    if value is None or value == "":
        return ""
    say = next((say for kind, say in _SAYINGS if isinstance(value, kind)), str)
    return say(value)


def quoted(text: str) -> str:
    """Return a text in quotes, in one line."""
    return f"“{_one_line(text)}”"


def deadline(text: str | None) -> str:
    """Return a deadline as people say it: "31/1 hằng năm"; as written if odd."""
    if text is None:
        return ""
    yearly = _EVERY_YEAR.fullmatch(text)
    if yearly:
        return f"{int(yearly[2])}/{int(yearly[1])} hằng năm"
    try:
        return short_date(dt.date.fromisoformat(text))
    except ValueError:
        return quoted(text)


def both_shown(old: object, new: object) -> tuple[str, str]:
    """Return how two different values read beside each other."""
    if not (isinstance(old, str) and isinstance(new, str)):
        return shown(old), shown(new)
    if isinstance(old, StrEnum) or not (old and new):
        return shown(old), shown(new)
    if max(len(old), len(new)) <= _SHORT:
        return quoted(old), quoted(new)
    return _parts(old, new)


def _parts(old: str, new: str) -> tuple[str, str]:
    """Return what changed in a long text, with a few words around it."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    groups = list(matcher.get_grouped_opcodes(_CONTEXT))
    was = [(group[0][1], group[-1][2]) for group in groups]
    now = [(group[0][3], group[-1][4]) for group in groups]
    return _windows(before, was), _windows(after, now)


def _windows(tokens: list[str], spans: list[tuple[int, int]]) -> str:
    parts = ["".join(tokens[start:end]) for start, end in spans]
    text = f" {_CUT} ".join(part.strip() for part in parts)
    if spans[0][0] > 0:
        text = f"{_CUT} {text}"
    if spans[-1][1] < len(tokens):
        text = f"{text} {_CUT}"
    return quoted(text)


def _one_line(text: str) -> str:
    return text.replace("\n", " / ").replace("\t", " ")


_SAYINGS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda value: "có" if value else "không"),
    (Decimal, lambda value: number_text(format(value, "f"))),
    (dt.date, short_date),
    (StrEnum, lambda value: WORDS[value]),
    (tuple, lambda value: ", ".join(map(shown, value))),
    (str, quoted),
)
"""The first that fits: a StrEnum is a str, a bool is a whole number."""
