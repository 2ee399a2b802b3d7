"""Columns of the sheets: heading, what they mean, where their value goes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from fieldapp.library.workbook.kinds import TEXT, Kind

Steps = tuple[str, ...]
"""Keys from a row's own group down to one value ("target", "value")."""


@dataclass(frozen=True)
class Column:
    """A column; `help` is shown at its heading, `width` counts characters.

    `steps` is where its value goes. A value equal to `blank` is not written: the
    language takes it where the cell is empty. `group` is the band above the headings.
    """

    heading: str
    steps: Steps
    help: str
    kind: Kind = TEXT
    width: int = 14
    blank: Any = ""
    group: str = ""
    english: bool = False


@dataclass(frozen=True)
class Table:
    """A sheet of rows; `about` stands in the list of sheets.

    `of_section` is true for the sheets of the sections, which have names of their own.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    of_section: bool = False

    def column(self, *steps: str) -> Column:
        """The column of the value at `steps`; KeyError when there is none."""
        found = next((c for c in self.columns if c.steps == steps), None)
        if found is None:
            raise KeyError(steps)
        return found


def value_at(row: BaseModel, steps: Iterable[str]) -> Any:  # noqa: ANN401 - whatever a model holds
    """Return the value at `steps` below `row`; None where a group is absent."""
    value: Any = row
    for step in steps:
        if value is None:
            return None
        value = getattr(value, step)
    return value


def grouped(group: str, *columns: Column) -> tuple[Column, ...]:
    """Return the columns, under one band."""
    return tuple(replace(column, group=group) for column in columns)
