"""The part of the services kept in memory that deals with meetings and answers."""

from fieldapp.domain.meetings import Meeting, UnitResponse
from fieldapp.domain.record import InspectionRecord


class MemoryMeetings:
    """Works on the records of `MemoryServices`."""

    records: dict[str, InspectionRecord]

    def _id(self) -> str:
        raise NotImplementedError

    def _change(self, key: str, /, **parts: object) -> None:
        raise NotImplementedError

    def save_meeting(self, inspection: str, meeting: Meeting) -> Meeting:
        made = meeting.model_copy(update={"id": meeting.id or self._id()})
        self.remove_meeting(inspection, made.id)
        known = self.records[inspection].meetings
        self._change(inspection, meetings=(*known, made))
        return made

    def remove_meeting(self, inspection: str, meeting_id: str) -> None:
        known = self.records[inspection].meetings
        left = tuple(m for m in known if m.id != meeting_id)
        self._change(inspection, meetings=left)

    def save_response(self, inspection: str, response: UnitResponse) -> UnitResponse:
        made = response.model_copy(update={"id": response.id or self._id()})
        self.remove_response(inspection, made.id)
        known = self.records[inspection].responses
        self._change(inspection, responses=(*known, made))
        return made

    def remove_response(self, inspection: str, response_id: str) -> None:
        known = self.records[inspection].responses
        left = tuple(r for r in known if r.id != response_id)
        self._change(inspection, responses=left)
