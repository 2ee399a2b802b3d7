"""Lists of rows among the fields: "line-3-count" is the count of row 3.

A row keeps its number while it is on screen, so that nothing typed is moved; only
their order counts. The numbers from `OFFERED` on are for rows that were not saved.
"""

import re
from collections.abc import Sequence

from fieldapp.ui.state.entries.pieces import Texts

OFFERED = 10_000
_ROW = re.compile(r"([a-z]+)-(\d+)-([a-z]+)")


def row_prefix(kind: str, number: int) -> str:
    """What the names of a row's fields begin with."""
    return f"{kind}-{number}-"


def row_numbers(texts: Texts, kind: str) -> list[int]:
    """The numbers of the rows of a kind, in their order."""
    found = (_ROW.fullmatch(name) for name in texts)
    return sorted({int(m[2]) for m in found if m is not None and m[1] == kind})


def row_texts(texts: Texts, kind: str, number: int) -> dict[str, str]:
    """The fields of one row that were filled or typed into, by their own names."""
    prefix = row_prefix(kind, number)
    return {
        name.removeprefix(prefix): text.strip()
        for name, text in texts.items()
        if name.startswith(prefix)
    }


def next_number(texts: Texts, kind: str, reserved: int = 0) -> int:
    """A number no row has; the first `reserved` offered ones stay free."""
    return max([*row_numbers(texts, kind), OFFERED + reserved - 1]) + 1


def rows_as_texts(kind: str, rows: Sequence[Texts]) -> dict[str, str]:
    """The texts of saved rows, numbered from 0."""
    return {
        f"{row_prefix(kind, number)}{name}": text
        for number, row in enumerate(rows)
        for name, text in row.items()
    }
