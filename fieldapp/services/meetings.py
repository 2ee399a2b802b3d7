"""Meetings about an inspection, and what the unit answered."""

from fieldapp.domain import facts
from fieldapp.domain.meetings import Meeting, UnitResponse
from fieldapp.services.workspace import Workspace


def save_meeting(ws: Workspace, inspection_id: str, meeting: Meeting) -> Meeting:
    """Save a meeting; one without an id is new and returned with one.

    Also puts a removed one back.
    """
    made = meeting if meeting.id else meeting.model_copy(update={"id": ws.new_id()})
    ws.record(inspection_id, facts.write_meeting(made))
    return made


def remove_meeting(ws: Workspace, inspection_id: str, meeting_id: str) -> None:
    """Remove a meeting; `save_meeting` puts it back."""
    ws.record(inspection_id, facts.write_removal(facts.MEETING, meeting_id))


def save_response(
    ws: Workspace, inspection_id: str, response: UnitResponse
) -> UnitResponse:
    """Save what a unit answered; as `save_meeting`."""
    made = response if response.id else response.model_copy(update={"id": ws.new_id()})
    ws.record(inspection_id, facts.write_response(made))
    return made


def remove_response(ws: Workspace, inspection_id: str, response_id: str) -> None:
    """Remove an answer of a unit; `save_response` puts it back."""
    ws.record(inspection_id, facts.write_removal(facts.RESPONSE, response_id))
