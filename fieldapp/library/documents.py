"""A file that was read: plain data, and where every value of it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from fieldapp.errors import Problem
from fieldapp.library.codes import Code

Path = tuple[str | int, ...]
"""Keys and list positions from the top of the file to a value."""


class Spot:
    """Where a value stands; line and column are 0-based as parsers count.

    `key` is where its key stands (None in a list); `children` the spots inside.
    """

    __slots__ = ("children", "column", "key", "line")

    def __init__(
        self, line: int, column: int, key: tuple[int, int] | None = None
    ) -> None:
        self.line = line
        self.column = column
        self.key = key
        self.children: dict[str | int, Spot] = {}


@dataclass(frozen=True)
class Mistake:
    """Something wrong at `path`; `at_key` when the key itself is meant.

    `offset` counts characters into a text, where one of them is meant.
    """

    path: Path
    code: Code
    message: str
    at_key: bool = False
    offset: int = 0


@dataclass(frozen=True)
class Document:
    """Plain data where every scalar is the text as written, or None.

    `file` is the name shown in problems, `text` what was read: it is looked at only to
    find a place inside a value.
    """

    file: str
    data: Any
    spot: Spot
    text: str = ""

    def where(self, path: Path, *, at_key: bool = False) -> tuple[int, int]:
        """Return line and column, 1-based, of the value (or key) at `path`.

        A path that does not exist stands where its nearest parent does.
        """
        spot = self.spot
        for step in path:
            child = spot.children.get(step)
            if child is None:
                break
            spot = child
        at = spot.key if at_key and spot.key else (spot.line, spot.column)
        return at[0] + 1, at[1] + 1

    def problem(self, mistake: Mistake) -> Problem:
        """Return the mistake with its place in the file."""
        line, column = self.where(mistake.path, at_key=mistake.at_key)
        if mistake.offset:
            column += self._inside(mistake, line, column)
        return Problem(self.file, line, column, mistake.code, mistake.message)

    def _inside(self, mistake: Mistake, line: int, column: int) -> int:
        """How far from its start the meant character of a value stands.

        0 where the value is written otherwise than it reads: on several lines, or with
        characters escaped.
        """
        value = self.data
        for step in mistake.path:
            value = value[step]
        written = self.text.split("\n")[line - 1][column - 1 :]
        quote = 1 if written[:1] in {"'", '"'} else 0
        if not isinstance(value, str) or not written[quote:].startswith(value):
            return 0
        return quote + len(value) - len(value.lstrip()) + mistake.offset

    def problems(self, mistakes: Iterable[Mistake]) -> list[Problem]:
        """Return all mistakes with their places."""
        return [self.problem(mistake) for mistake in mistakes]
