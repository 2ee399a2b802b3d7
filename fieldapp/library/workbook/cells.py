"""What stands in a workbook, as it was read: sheets, rows, cells."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

_LETTERS = 26
_LONGEST_REFERENCE = len("XFD1048576")


class Content(Enum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes_no"
    ERROR = "error"


class Look(Enum):
    """How a number is shown, as far as that changes what it says."""

    PLAIN = "plain"
    DATE = "date"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `text` is the text, the number as stored, or "yes"/"no".

    `formula` is true where a formula made it.
    """

    text: str
    content: Content = Content.TEXT
    look: Look = Look.PLAIN
    formula: bool = False


@dataclass
class Sheet:
    """A sheet's cells that hold something, by row and column, both 1-based."""

    name: str
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Book:
    """A workbook, sheets in their order; dates count from 30/12/1899."""

    sheets: tuple[Sheet, ...]

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name, whatever its case, or None."""
        wanted = name.casefold()
        return next((s for s in self.sheets if s.name.casefold() == wanted), None)

    def texts(self) -> Iterator[str]:
        """Every text of every sheet."""
        for sheet in self.sheets:
            for row in sheet.rows.values():
                yield from (c.text for c in row.values() if c.content is Content.TEXT)


def column_letters(number: int) -> str:
    """Return what a spreadsheet calls the column ("F" for 6)."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def place_of(reference: str) -> tuple[int, int]:
    """Return row and column of a reference ("F12"); (0, 0) where it is none."""
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    well_formed = letters.isascii() and letters.isalpha() and digits
    if not well_formed or len(reference) > _LONGEST_REFERENCE:
        return 0, 0
    column = 0
    for letter in letters.upper():
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(digits), column
