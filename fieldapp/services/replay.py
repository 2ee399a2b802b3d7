"""Every inspection of the desk read again under another version of its checklist."""

from fieldapp.domain.checklist import Checklist
from fieldapp.domain.replaying import Replay, replayed
from fieldapp.domain.value import Text, Value
from fieldapp.errors import FieldappError
from fieldapp.services.inspections import open_inspection
from fieldapp.services.workspace import Workspace


class Unreadable(Value):
    """An inspection that could not be read again, and why."""

    inspection: str
    reason: Text


class ReplayReport(Value):
    """What a version would make of each inspection made with its checklist.

    In the order of their ids. Rehearsals are not among them.
    """

    checklist: str
    version: Text
    replays: tuple[Replay, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


def replay(ws: Workspace, new: Checklist) -> ReplayReport:
    """Read every inspection made with the checklist of that id under `new`.

    Nothing is written: each inspection keeps the version it was made with.
    """
    replays, unreadable = [], []
    ids = [
        header.inspection.id
        for header in ws.store.headers()
        if header.inspection.checklist == new.id
    ]
    for inspection_id in sorted(ids):
        try:
            opened = open_inspection(ws, inspection_id)
        except FieldappError as error:
            unreadable.append(
                Unreadable(inspection=inspection_id, reason=error.message)
            )
        else:
            replays.append(replayed(opened.checklist, new, opened.record))
    return ReplayReport(
        checklist=new.id,
        version=new.version,
        replays=tuple(replays),
        unreadable=tuple(unreadable),
    )
