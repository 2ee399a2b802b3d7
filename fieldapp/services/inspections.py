"""Inspections: list, start, open, carry in and out."""

import datetime as dt
import re
from functools import lru_cache
from weakref import WeakKeyDictionary

from pydantic import Field

from fieldapp.domain import facts
from fieldapp.domain.checklist import Checklist
from fieldapp.domain.ids import UnitCode
from fieldapp.domain.inspection import (
    Campaign,
    Inspection,
    InspectionMode,
    Issuer,
    Period,
    TeamMember,
    TeamRole,
)
from fieldapp.domain.ops import Write
from fieldapp.domain.overview import InspectionHeader
from fieldapp.domain.record import InspectionRecord
from fieldapp.domain.standing import standings
from fieldapp.domain.units import Unit, UnitKind, sub_unit_kind
from fieldapp.domain.value import Label, Text, Value
from fieldapp.domain.verdicts import Verdict
from fieldapp.domain.vietnamese import search_key
from fieldapp.errors import FieldappError
from fieldapp.library import Entry, parse_checklist
from fieldapp.services.workspace import Workspace
from fieldapp.store import Store


class InspectionCard(Value):
    """One inspection in the list; `total` counts what there is to answer."""

    id: str
    unit_name: str
    campaign_name: str
    checklist_title: str
    answered: int
    total: int
    not_met: int
    photo_count: int
    visited_on: dt.date | None
    last_saved_at: dt.datetime | None


class OpenInspection(Value):
    """An inspection with the very checklist it was made with."""

    checklist: Checklist
    record: InspectionRecord


class NewInspection(Value):
    """What a person enters to start an inspection."""

    checklist: str
    campaign_name: Label
    year: int = Field(ge=2011, le=2100)
    unit_name: Label
    unit_kind: UnitKind = UnitKind.PHUONG
    sub_unit_names: tuple[Label, ...] = ()
    sub_unit_kind: UnitKind | None = None
    parent: Text = ""
    agency: Label = "SỞ NỘI VỤ"
    symbol: Label = "TB-SNV"
    place: Label
    province: Text = ""
    mode: InspectionMode = InspectionMode.PLANNED
    visited_on: dt.date | None = None
    leader_name: Text = ""
    leader_position: Text = ""


def cards(ws: Workspace) -> tuple[InspectionCard, ...]:
    """All inspections, the one saved last first."""
    found = [_known_card(ws, header) for header in ws.store.headers()]
    oldest = dt.datetime.min.replace(tzinfo=dt.UTC)
    return tuple(sorted(found, key=lambda c: c.last_saved_at or oldest, reverse=True))


def checklists(ws: Workspace) -> tuple[Entry, ...]:
    """All checklists of the library, broken ones with their problems."""
    return ws.library.entries()


def start(ws: Workspace, new: NewInspection) -> str:
    """Start an inspection; returns its id. The checklist is pinned word for word.

    Raises:
        UserError: No such checklist, or it has problems.
    """
    text = ws.library.text(new.checklist)
    inspection = _inspection(
        new, f"{_slug(new.unit_name)}-{new.year}-{ws.new_id()[-6:]}"
    )
    create(ws, inspection, text)
    return inspection.id


def create(ws: Workspace, inspection: Inspection, text: str, *more: Write) -> None:
    """Record a new inspection with its checklist and whatever comes with it.

    Raises:
        ConflictError: An inspection of that id is here already.
    """
    pinned = inspection.model_copy(update={"checklist_sha256": facts.sha256_of(text)})
    ws.record(
        inspection.id,
        facts.write_header(pinned),
        facts.write_checklist(inspection.checklist, text),
        *more,
        new=True,
    )


def open_inspection(ws: Workspace, inspection_id: str) -> OpenInspection:
    """Open an inspection with the checklist it was made with.

    Raises:
        UserError: No such inspection.
    """
    record = ws.store.load(inspection_id)
    text = ws.store.checklist_text(inspection_id)
    checklist = _parsed(text, record.inspection.checklist)
    return OpenInspection.model_construct(checklist=checklist, record=record)


def save_header(ws: Workspace, inspection: Inspection) -> None:
    """Save the changed header of an inspection.

    Which checklist it is made with stays as stored: only `versions.move` changes it.
    """
    stored = ws.store.load(inspection.id).inspection
    pinned = {
        "checklist": stored.checklist,
        "checklist_sha256": stored.checklist_sha256,
    }
    ws.record(inspection.id, facts.write_header(inspection.model_copy(update=pinned)))


# An inspection is judged again only when an op was added to it.
_CARDS: WeakKeyDictionary[Store, dict[str, tuple[int, InspectionCard]]] = (
    WeakKeyDictionary()
)


def _known_card(ws: Workspace, header: InspectionHeader) -> InspectionCard:
    known = _CARDS.setdefault(ws.store, {})
    revision, card = known.get(header.inspection.id, (0, None))
    if card is None or revision != header.revision:
        card = _card(ws, header)
        known[header.inspection.id] = (header.revision, card)
    return card


def _card(ws: Workspace, header: InspectionHeader) -> InspectionCard:
    """Judge an inspection; one whose checklist cannot be read is still listed."""
    inspection = header.inspection
    card = InspectionCard(
        id=inspection.id,
        unit_name=inspection.unit.name,
        campaign_name=inspection.campaign.name,
        checklist_title=f"Không đọc được bộ tiêu chí {inspection.checklist}",
        answered=header.answered,
        total=header.answered,
        not_met=0,
        photo_count=header.photos,
        visited_on=inspection.visited_on,
        last_saved_at=header.last_saved_at,
    )
    try:
        opened = open_inspection(ws, inspection.id)
    except FieldappError:
        return card  # opening it says what is wrong
    rows = standings(opened.checklist, opened.record)
    judged = {
        "checklist_title": opened.checklist.title,
        "answered": sum(1 for row in rows if row.body is not None),
        "total": len(rows),
        "not_met": sum(1 for row in rows if row.verdict is Verdict.NOT_MET),
    }
    return card.model_copy(update=judged)


def _inspection(new: NewInspection, inspection_id: str) -> Inspection:
    unit = Unit(code=UnitCode("DV"), name=new.unit_name, kind=new.unit_kind)
    below = new.sub_unit_kind or sub_unit_kind(new.unit_kind)
    subs = tuple(
        Unit(code=UnitCode(f"DV{i:02d}"), name=name, kind=below)
        for i, name in enumerate(new.sub_unit_names, start=1)
    )
    return Inspection(
        id=inspection_id,
        checklist=new.checklist,
        campaign=Campaign(
            id=f"CT-{new.year}",
            name=new.campaign_name,
            year=new.year,
            province=new.province,
        ),
        mode=new.mode,
        unit=unit,
        sub_units=subs,
        period=Period(),
        visited_on=new.visited_on,
        issuer=Issuer(
            parent=new.parent, agency=new.agency, symbol=new.symbol, place=new.place
        ),
        team=_team(new),
    )


def _team(new: NewInspection) -> tuple[TeamMember, ...]:
    if not new.leader_name:
        return ()
    leader = TeamMember(
        role=TeamRole.TEAM_LEADER,
        name=new.leader_name,
        position=new.leader_position,
    )
    return (leader,)


def _slug(text: str) -> str:
    """ASCII words joined by hyphens, at most 40 characters."""
    words = re.findall(r"[a-z0-9]+", search_key(text))
    return "-".join(words).upper()[:40].strip("-") or "DON-VI"


@lru_cache(maxsize=32)
def _parsed(text: str, checklist_id: str) -> Checklist:
    return parse_checklist(text, f"{checklist_id}.yaml")
