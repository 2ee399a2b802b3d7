"""From an inspection's header to fields and back. Pure."""

import datetime as dt
from dataclasses import dataclass, field

from fieldapp.domain.inspection import (
    Inspection,
    Issuer,
    Period,
    Person,
    TeamMember,
    TeamRole,
)
from fieldapp.domain.typing_in import read_date
from fieldapp.domain.vietnamese import short_date

_DATES = ("visited_on", "period_start", "period_end")
_REQUIRED = {
    "agency": "Hãy ghi cơ quan ban hành thông báo.",
    "symbol": "Hãy ghi ký hiệu văn bản, ví dụ TB-SNV.",
    "place": "Hãy ghi địa danh, ví dụ Cần Thơ.",
}


@dataclass
class MemberRow:
    """One person of the team as typed; `number` tells rows apart on screen."""

    number: int
    name: str = ""
    position: str = ""
    role: TeamRole = TeamRole.MEMBER


@dataclass
class HeaderForm:
    """The fields of the header, by name, and the team's rows."""

    texts: dict[str, str]
    team: list[MemberRow] = field(default_factory=list)

    def new_row(self) -> MemberRow:
        """Add an empty row; the first one is the leader's."""
        number = max((row.number for row in self.team), default=0) + 1
        role = TeamRole.MEMBER if self.team else TeamRole.TEAM_LEADER
        self.team.append(MemberRow(number, role=role))
        return self.team[-1]


def form_of(inspection: Inspection) -> HeaderForm:
    """The fields as they stand for a header."""
    head, period, issuer = inspection.unit_head, inspection.period, inspection.issuer
    texts = {
        "visited_on": _day(inspection.visited_on),
        "period_text": period.text,
        "period_start": _day(period.start),
        "period_end": _day(period.end),
        "head_name": head.name if head else "",
        "head_position": head.position if head else "",
        "legal_basis": "\n".join(inspection.legal_basis),
        "parent": issuer.parent,
        "agency": issuer.agency,
        "symbol": issuer.symbol,
        "place": issuer.place,
        "province": inspection.campaign.province,
    }
    team = [
        MemberRow(n, m.name, m.position, m.role)
        for n, m in enumerate(inspection.team, start=1)
    ]
    return HeaderForm(texts, team)


def problems_in(form: HeaderForm) -> dict[str, str]:
    """What is wrong, by field; empty when it can be saved."""
    read = {name: read_date(form.texts[name]) for name in _DATES}
    found = {name: typed.problem for name, typed in read.items() if typed.problem}
    start, end = read["period_start"].digits, read["period_end"].digits
    if start and end and end < start:
        found["period_end"] = "Ngày cuối của thời kỳ phải sau ngày đầu."
    missing = {n: m for n, m in _REQUIRED.items() if not form.texts[n].strip()}
    if form.texts["head_position"].strip() and not form.texts["head_name"].strip():
        missing["head_name"] = "Hãy ghi họ tên người đứng đầu."
    unnamed = {
        f"member-{row.number}-name": "Hãy ghi họ tên, hoặc bỏ dòng này."
        for row in form.team
        if row.position.strip() and not row.name.strip()
    }
    return {**found, **missing, **unnamed}


def header_from(form: HeaderForm, inspection: Inspection) -> Inspection:
    """The header as entered, for a form without problems; rows without a name wait."""
    texts = {name: text.strip() for name, text in form.texts.items()}
    days = {name: _read_day(texts[name]) for name in _DATES}
    head = texts["head_name"]
    period = Period(
        start=days["period_start"], end=days["period_end"], text=texts["period_text"]
    )
    team = tuple(
        TeamMember(role=row.role, name=row.name.strip(), position=row.position.strip())
        for row in form.team
        if row.name.strip()
    )
    lines = (line.strip() for line in texts["legal_basis"].splitlines())
    return inspection.model_copy(
        update={
            "visited_on": days["visited_on"],
            "campaign": inspection.campaign.model_copy(
                update={"province": texts["province"]}
            ),
            "period": period,
            "unit_head": Person(name=head, position=texts["head_position"])
            if head
            else None,
            "team": team,
            "legal_basis": tuple(line for line in lines if line),
            "issuer": Issuer(
                parent=texts["parent"],
                agency=texts["agency"],
                symbol=texts["symbol"],
                place=texts["place"],
            ),
        }
    )


def _day(day: dt.date | None) -> str:
    return short_date(day) if day else ""


def _read_day(text: str) -> dt.date | None:
    digits = read_date(text).digits
    return dt.date.fromisoformat(digits) if digits else None
