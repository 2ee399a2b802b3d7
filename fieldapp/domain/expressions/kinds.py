"""What an expression speaks of: kinds of values, references, and known names."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from fieldapp.domain.units import UnitKind

Scalar = Decimal | str | bool | dt.date
"""One value of an expression; a missing one is None."""

VALUE: Final = "value"
"""The part of a criterion that its bare name stands for."""

STATES: Final = frozenset({"met", "not_met", "answered", "applies"})
"""Parts that are states of an answer; written as functions, not with a dot."""


class Kind(StrEnum):
    """Kind of a value; two values compare only when their kinds are the same."""

    NUMBER = "number"
    TEXT = "text"
    BOOL = "bool"
    DATE = "date"
    CHOICE = "choice"


KIND_NAMES: Final[Mapping[Kind, str]] = {
    Kind.NUMBER: "số",
    Kind.TEXT: "chữ",
    Kind.BOOL: "có hoặc không",
    Kind.DATE: "ngày",
    Kind.CHOICE: "lựa chọn",
}


class Ref(NamedTuple):
    """One thing read from a criterion.

    `part` is "value", "num", "den", the id of a breakdown's part, or one of STATES.
    """

    name: str
    part: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A name an expression may use where it stands.

    `parts` are what may follow a dot. `choices` are the ids a choice can have, or
    the only words a text can be; empty means any. `rows` marks a criterion with one
    value per entry or sub-unit, to be used inside row functions only; `rows_too` one
    that has a value here and rows beside it (the unit's own, and one per sub-unit);
    `section` a group, to be used in entries() only. `never_zero` names the parts (or
    "value") that validation keeps from being 0, so that one may divide by them.
    """

    kind: Kind
    parts: Mapping[str, Kind] = field(default_factory=dict)
    choices: tuple[str, ...] = ()
    rows: bool = False
    rows_too: bool = False
    section: bool = False
    never_zero: frozenset[str] = frozenset()


CONTEXT: Final[Mapping[str, Symbol]] = {
    "year": Symbol(Kind.NUMBER, never_zero=frozenset({VALUE})),
    "unit_kind": Symbol(Kind.TEXT, choices=tuple(kind.value for kind in UnitKind)),
    "mode": Symbol(Kind.TEXT, choices=("planned", "unannounced")),
    "visited_on": Symbol(Kind.DATE),
    "province": Symbol(Kind.TEXT),
}
"""Facts of the inspection itself; a criterion of the same id cannot be reached.

The words of `mode` are those of `InspectionMode`; a test holds them together.
"""
