"""Entries of a repeating group (one dossier of a sample) and how they were chosen.

An entry is a place where criteria are answered, as a unit is one: its code is
"CR#e1", the unit's code, the sign #, the entry's id (ADR 0013). So answers, notes and
photos of an entry are stored, merged and carried like those of a unit.
"""

import datetime as dt
from enum import StrEnum

from pydantic import Field

from fieldapp.domain.asking import Identifier
from fieldapp.domain.ids import UnitCode
from fieldapp.domain.units import Unit, UnitKind
from fieldapp.domain.value import Text, Value

SIGN = "#"


class Entry(Value):
    """One entry of the repeating section `section`, looked at in `unit`."""

    id: Identifier
    section: str
    unit: str

    @property
    def code(self) -> str:
        """The code of the entry as a place."""
        return f"{self.unit}{SIGN}{self.id}"

    def as_unit(self, name: str) -> Unit:
        """The entry as a place that criteria are asked of, called `name`."""
        return Unit(code=UnitCode(self.code), name=name, kind=UnitKind.KHAC)


def is_entry(code: str) -> bool:
    """True for the code of an entry, False for a unit's."""
    return SIGN in code


def unit_code_of(code: str) -> str:
    """The code of the unit a place belongs to; a unit's own code is given back."""
    return code.partition(SIGN)[0]


class SamplingMethod(StrEnum):
    """How a sample was chosen (domain reference B.6.2)."""

    RANDOM = "random"
    BY_FIELD = "by_field"
    BY_STATUS = "by_status"
    OTHER = "other"


SAMPLING_METHOD_NAMES: dict[SamplingMethod, str] = {
    SamplingMethod.RANDOM: "ngẫu nhiên",
    SamplingMethod.BY_FIELD: "theo lĩnh vực",
    SamplingMethod.BY_STATUS: "theo tình trạng trễ hạn",
    SamplingMethod.OTHER: "cách khác",
}


class Sampling(Value):
    """How the entries of `section` in `unit` were chosen; None and "" are not known.

    `population` is what was chosen from, `sample_size` how many were meant to be
    looked at, `seed` what makes a random choice repeatable.
    """

    section: str
    unit: str
    method: SamplingMethod = SamplingMethod.RANDOM
    population: int | None = Field(default=None, ge=0)
    sample_size: int | None = Field(default=None, ge=0)
    seed: Text = ""
    chosen_on: dt.date | None = None
    chosen_by: Text = ""
    note: Text = ""

    @property
    def id(self) -> str:
        """The id under which it is stored."""
        return f"{self.section}/{self.unit}"
