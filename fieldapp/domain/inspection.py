"""An inspection: who visits whom, when, under which campaign, with which checklist."""

import datetime as dt
from enum import StrEnum

from pydantic import Field

from fieldapp.domain.agencies import agency_in_text
from fieldapp.domain.asking import Identifier
from fieldapp.domain.units import Unit
from fieldapp.domain.value import Label, Text, Value


class InspectionMode(StrEnum):
    """Announced by plan, or without notice."""

    PLANNED = "planned"
    UNANNOUNCED = "unannounced"


class TeamRole(StrEnum):
    """Role in the inspection team (đoàn kiểm tra)."""

    TEAM_LEADER = "team_leader"
    DEPUTY_LEADER = "deputy_leader"
    SECRETARY = "secretary"
    MEMBER = "member"


TEAM_ROLE_NAMES: dict[TeamRole, str] = {
    TeamRole.TEAM_LEADER: "Trưởng đoàn",
    TeamRole.DEPUTY_LEADER: "Phó Trưởng đoàn",
    TeamRole.SECRETARY: "Thư ký",
    TeamRole.MEMBER: "Thành viên",
}


class Person(Value):
    """A named person; `position` as on paper."""

    name: Label
    position: Text = ""


class TeamMember(Person):
    """A member of the inspection team."""

    role: TeamRole


class Campaign(Value):
    """Đợt kiểm tra; `year` and `province` choose targets, `year` fills "năm {year}".

    `province` as people write it ("Thành phố Cần Thơ"); blank: targets set for a
    province do not apply.
    """

    id: Identifier
    name: Label
    year: int = Field(ge=2000, le=2100)
    province: Text = ""


class Period(Value):
    """Thời kỳ kiểm tra, as dates and as people say it; both ends included."""

    start: dt.date | None = None
    end: dt.date | None = None
    text: Text = ""


class Issuer(Value):
    """The agency that issues the notice (ô 2, 3, 4 of NĐ 30/2020, Phụ lục I).

    `parent` and `agency` upper case as printed; `symbol` without the number
    ("TB-SNV"); `place` is the địa danh.
    """

    parent: Text = ""
    agency: Label
    symbol: Label
    place: Label

    @property
    def agency_in_text(self) -> str:
        """The agency as running text writes it: "Sở Nội vụ"."""
        return agency_in_text(self.agency)


REHEARSAL_PREFIX = "dien-tap-"
"""How the ids of rehearsals begin, and of nothing else."""


class Inspection(Value):
    """The header of an inspection; answers and findings lie beside it.

    `visited_on` is None while not known: it stays blank on paper. `sub_units` are
    what roll-ups count over. `checklist` is the id; `checklist_sha256` pins the
    exact version it was made with (empty until pinned). `rehearsal` marks a made-up
    inspection to try a checklist with: its papers are samples and it lies in a store
    of its own.
    """

    id: Identifier
    checklist: Identifier
    checklist_sha256: str = ""
    rehearsal: bool = False
    campaign: Campaign
    mode: InspectionMode = InspectionMode.PLANNED
    unit: Unit
    unit_head: Person | None = None
    sub_units: tuple[Unit, ...] = ()
    sub_units_visited: tuple[str, ...] = ()
    period: Period = Period()
    visited_on: dt.date | None = None
    issuer: Issuer
    team: tuple[TeamMember, ...] = ()
    legal_basis: tuple[Label, ...] = ()

    @property
    def units(self) -> tuple[Unit, ...]:
        """The inspected unit first, then its sub-units."""
        return (self.unit, *self.sub_units)

    def unit_of(self, code: str) -> Unit | None:
        """The unit with that code, or None."""
        return next((u for u in self.units if u.code == code), None)

    @property
    def reference_day(self) -> dt.date:
        """The day whose law and targets apply.

        The visit's day; while unknown the end of the review period, then the last
        day of the campaign's year.
        """
        return self.visited_on or self.period.end or dt.date(self.campaign.year, 12, 31)
