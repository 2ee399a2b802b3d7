"""Trying a checklist on a made-up ward; nothing of it meets a real inspection.

Rehearsals lie in a file and a photo folder of their own, their ids begin with a sign no
real inspection has, and their papers are marked as samples and never signed.
"""

from fieldapp.domain.asking import Scope
from fieldapp.domain.checklist import Checklist
from fieldapp.domain.ids import UnitCode
from fieldapp.domain.inspection import REHEARSAL_PREFIX as PREFIX
from fieldapp.domain.inspection import Campaign, Inspection, Issuer
from fieldapp.domain.units import Unit, UnitKind
from fieldapp.domain.vietnamese import VIETNAM
from fieldapp.errors import RefusedError
from fieldapp.library import parse_checklist
from fieldapp.services.inspections import InspectionCard, cards, create
from fieldapp.services.workspace import Workspace

_WARD = Unit(code=UnitCode("DV"), name="UBND phường Diễn Tập", kind=UnitKind.PHUONG)
_BELOW = tuple(
    Unit(code=UnitCode(f"DV{n:02d}"), name=f"Tổ dân phố {n}", kind=UnitKind.KHAC)
    for n in (1, 2, 3)
)


def is_rehearsal(inspection_id: str) -> bool:
    """Whether an id is that of a rehearsal.

    Ids of real inspections made here are in capitals; imported ones are checked.
    """
    return inspection_id.startswith(PREFIX)


def desk_of(ws: Workspace, inspection_id: str) -> Workspace:
    """The desk an inspection lies on: `ws` itself, or the one for rehearsals."""
    return rehearsal_desk(ws) if is_rehearsal(inspection_id) else ws


def rehearsal_desk(ws: Workspace) -> Workspace:
    """The desk for rehearsals.

    Raises:
        RefusedError: This device has none.
    """
    if ws.rehearsals is None:
        raise RefusedError("Thiết bị này không mở được diễn tập. Hãy dùng máy tính.")
    return ws.rehearsals()


def rehearse(ws: Workspace, checklist_id: str) -> str:
    """Start a rehearsal with a checklist of the library; returns its id.

    Raises:
        UserError: No such checklist, or it has problems.
    """
    return rehearse_text(ws, ws.library.text(checklist_id), f"{checklist_id}.yaml")


def rehearse_text(ws: Workspace, text: str, file: str) -> str:
    """Start a rehearsal with the checklist in `text`; `file` is named in problems.

    Raises:
        ProblemsError: The text has mistakes; nothing is started.
    """
    checklist = parse_checklist(text, file)
    desk = rehearsal_desk(ws)
    made = made_up(checklist, f"{PREFIX}{ws.new_id()[-8:]}", _year(ws))
    create(desk, made, text)
    return made.id


def rehearsals(ws: Workspace) -> tuple[InspectionCard, ...]:
    """All rehearsals, the one worked on last first."""
    return cards(rehearsal_desk(ws))


def made_up(checklist: Checklist, inspection_id: str, year: int) -> Inspection:
    """A ward that does not exist, with what the checklist asks about below it.

    The province of the target table's first row is taken, so that its targets are
    seen at work.
    """
    below = any(c.asked_of is not Scope.UNIT for c in checklist.criteria())
    province = next((row.province for row in checklist.targets if row.province), "")
    return Inspection(
        id=inspection_id,
        checklist=checklist.id,
        rehearsal=True,
        campaign=Campaign(
            id="DIEN-TAP",
            name=f"Diễn tập: {checklist.title}",
            year=year,
            province=province,
        ),
        unit=_WARD,
        sub_units=_BELOW if below else (),
        issuer=Issuer(agency="SỞ NỘI VỤ", symbol="TB-SNV", place="Diễn Tập"),
    )


def _year(ws: Workspace) -> int:
    return ws.clock().astimezone(VIETNAM).year
