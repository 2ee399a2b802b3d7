"""What must be reached, and the one table that says it by year, kind and province.

Targets change every year and from province to province (domain reference B.3), so
staff edit them in a table of their own and never touch the criteria.
"""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from pydantic import Field

from fieldapp.domain.asking import Identifier
from fieldapp.domain.units import UnitKind
from fieldapp.domain.value import Text, Value
from fieldapp.domain.vietnamese import search_key


class Comparator(StrEnum):
    """How a value is held against its target; always compared unrounded."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    EQUAL = "=="


class Target(Value):
    """What must be reached.

    At most one of: `value` (every year), `by_year` (a year without an entry has no
    target), `by_date` ("{year}-01-31": the last good day), `answer` ("yes"/"no").
    None of them means that the checklist's target table has it. `unit` is "%" or a
    word. `verified` is false where the figure is a default that no authoritative text
    confirmed: the app then shows "chưa xác minh".
    """

    op: Comparator = Comparator.AT_LEAST
    value: Decimal | None = None
    by_year: dict[int, Decimal] = Field(default_factory=dict)
    by_date: str | None = None
    answer: str | None = None
    unit: Text = ""
    basis: Text = ""
    verified: bool = True

    def value_in(self, year: int) -> Decimal | None:
        """The number to reach in `year`; None where the checklist sets none."""
        return self.value if self.value is not None else self.by_year.get(year)

    def date_in(self, year: int) -> dt.date | None:
        """The last good day in `year`, or None.

        The text was checked at load; 29/2 in a common year becomes 28/2.
        """
        if self.by_date is None:
            return None
        text = self.by_date.replace("{year}", str(year))
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return dt.date.fromisoformat(text.replace("-02-29", "-02-28"))


class TargetRow(Value):
    """One line of the target table: what one criterion must reach in one year.

    Without `unit_kind` it holds for every kind, without `province` everywhere;
    `basis` names the text that sets it ("Nghị quyết số 01/NQ-CP ngày 8/1/2022").
    """

    criterion: Identifier
    year: int = Field(ge=2000, le=2100)
    unit_kind: UnitKind | None = None
    province: Text = ""
    value: Decimal
    basis: Text = ""
    verified: bool = True

    @property
    def place(self) -> tuple[str, int, UnitKind | None, str]:
        """What may stand only once in a table."""
        return (self.criterion, self.year, self.unit_kind, province_key(self.province))


class TargetScope(Value):
    """For whom a target is looked up."""

    year: int
    unit_kind: UnitKind
    province: Text = ""


@lru_cache(maxsize=256)
def province_key(name: str) -> str:
    """Two spellings of one province are one: "TP. Cần Thơ", "Thành phố Cần Thơ"."""
    bare = search_key(name).replace(".", " ").split()
    for words in (["thanh", "pho"], ["tinh"], ["tp"]):
        if bare[: len(words)] == words and len(bare) > len(words):
            bare = bare[len(words) :]
    return " ".join(bare)


def row_for(rows: Iterable[TargetRow], scope: TargetScope) -> TargetRow | None:
    """The most specific of one criterion's `rows` that holds in `scope`, or None.

    A row of the province goes before one of the kind of unit, both before either.
    """
    fitting = [row for row in rows if _fits(row, scope)]
    return max(
        fitting, key=lambda r: (bool(r.province), r.unit_kind is not None), default=None
    )


def _fits(row: TargetRow, scope: TargetScope) -> bool:
    in_province = province_key(row.province) == province_key(scope.province)
    return (
        row.year == scope.year
        and row.unit_kind in (None, scope.unit_kind)
        and (not row.province or in_province)
    )
