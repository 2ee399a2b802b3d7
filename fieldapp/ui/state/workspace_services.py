"""`Services` over the real use cases and one workspace."""

import datetime as dt

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.draft import Draft
from fieldapp.domain.entries import Entry, Sampling
from fieldapp.domain.findings import Finding, FindingKind, Photo, Recommendation
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.meetings import Meeting, UnitResponse
from fieldapp.domain.moving import MoveReport
from fieldapp.domain.record import CriterionScores, NoticeDetails
from fieldapp.services import (
    capture,
    conclusions,
    exchange,
    findings,
    groups,
    inspections,
    meetings,
    notices,
    rehearsal,
    versions,
)
from fieldapp.services.workspace import Workspace
from fieldapp.ui.state.services import ChecklistChoice, Services

_VIETNAM = dt.timezone(dt.timedelta(hours=7))


class WorkspaceServices(Services):
    """Forwards every call; the docstrings are the protocol's."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws

    def _at(self, inspection: str) -> Workspace:
        """The desk an inspection lies on: rehearsals have one of their own."""
        return rehearsal.desk_of(self._ws, inspection)

    def today(self) -> dt.date:
        return self._ws.clock().astimezone(_VIETNAM).date()

    def cards(self) -> tuple[inspections.InspectionCard, ...]:
        return inspections.cards(self._ws)

    def checklists(self) -> tuple[ChecklistChoice, ...]:
        return tuple(
            ChecklistChoice(e.id, e.title, e.version, e.criteria_count, e.problems)
            for e in inspections.checklists(self._ws)
        )

    def start(self, new: inspections.NewInspection) -> str:
        return inspections.start(self._ws, new)

    def rehearse(self, checklist: str) -> str:
        return rehearsal.rehearse(self._ws, checklist)

    def rehearsals(self) -> tuple[inspections.InspectionCard, ...]:
        return rehearsal.rehearsals(self._ws)

    def newer_version(self, inspection: str) -> str:
        return versions.newer_version(self._at(inspection), inspection)

    def move_report(self, inspection: str) -> MoveReport:
        return versions.move_report(self._at(inspection), inspection)

    def move(self, inspection: str) -> MoveReport:
        return versions.move(self._at(inspection), inspection)

    def add_entry(self, inspection: str, section: str, unit: str) -> Entry:
        return groups.add_entry(self._at(inspection), inspection, section, unit)

    def copy_entry(self, inspection: str, code: str) -> Entry:
        return groups.copy_entry(self._at(inspection), inspection, code)

    def remove_entry(self, inspection: str, code: str) -> Entry:
        return groups.remove_entry(self._at(inspection), inspection, code)

    def restore_entry(self, inspection: str, entry: Entry) -> None:
        groups.restore_entry(self._at(inspection), inspection, entry)

    def save_sampling(self, inspection: str, sampling: Sampling) -> None:
        groups.save_sampling(self._at(inspection), inspection, sampling)

    def save_scores(self, inspection: str, scores: CriterionScores) -> dt.datetime:
        return capture.save_scores(self._at(inspection), inspection, scores)

    def import_yaml(self, file_name: str, data: bytes) -> str:
        return exchange.import_yaml(self._ws, file_name, data)

    def export_yaml(self, inspection: str) -> bytes:
        return exchange.export_yaml(self._at(inspection), inspection)

    def open_inspection(self, inspection: str) -> inspections.OpenInspection:
        return inspections.open_inspection(self._at(inspection), inspection)

    def saved_answer(
        self, inspection: str, criterion: str, unit: str
    ) -> AnswerValue | None:
        return capture.saved_answer(self._at(inspection), inspection, criterion, unit)

    def save_answer(
        self, inspection: str, criterion: str, unit: str, body: AnswerValue | None
    ) -> dt.datetime:
        return capture.save_answer(
            self._at(inspection), inspection, criterion, unit, body
        )

    def save_note(
        self, inspection: str, criterion: str, unit: str, note: str
    ) -> dt.datetime:
        return capture.save_note(
            self._at(inspection), inspection, criterion, unit, note
        )

    def attach_photo(
        self, inspection: str, criterion: str, unit: str, file_name: str, data: bytes
    ) -> Photo:
        return capture.attach_photo(
            self._at(inspection), inspection, criterion, unit, file_name, data
        )

    def caption_photo(self, inspection: str, photo_id: str, caption: str) -> Photo:
        return capture.caption_photo(
            self._at(inspection), inspection, photo_id, caption
        )

    def remove_photo(self, inspection: str, photo_id: str) -> Photo:
        return capture.remove_photo(self._at(inspection), inspection, photo_id)

    def restore_photo(self, inspection: str, photo: Photo) -> None:
        capture.restore_photo(self._at(inspection), inspection, photo)

    def thumbnail(self, inspection: str, sha256: str) -> bytes:
        return capture.thumbnail(self._at(inspection), sha256)

    def add_finding(
        self,
        inspection: str,
        kind: FindingKind,
        text: str,
        units: tuple[str, ...],
        scope: str = "",
    ) -> Finding:
        return findings.add_finding(
            self._at(inspection), inspection, kind, text, units, scope
        )

    def save_finding(self, inspection: str, finding: Finding) -> None:
        findings.save_finding(self._at(inspection), inspection, finding)

    def remove_finding(self, inspection: str, finding_id: str) -> None:
        findings.remove_finding(self._at(inspection), inspection, finding_id)

    def add_recommendation(
        self, inspection: str, to: str, text: str, deadline: dt.date | None
    ) -> Recommendation:
        return findings.add_recommendation(
            self._at(inspection), inspection, to, text, deadline
        )

    def save_recommendation(
        self, inspection: str, recommendation: Recommendation
    ) -> None:
        findings.save_recommendation(self._at(inspection), inspection, recommendation)

    def remove_recommendation(self, inspection: str, recommendation_id: str) -> None:
        findings.remove_recommendation(
            self._at(inspection), inspection, recommendation_id
        )

    def save_meeting(self, inspection: str, meeting: Meeting) -> Meeting:
        return meetings.save_meeting(self._at(inspection), inspection, meeting)

    def remove_meeting(self, inspection: str, meeting_id: str) -> None:
        meetings.remove_meeting(self._at(inspection), inspection, meeting_id)

    def save_response(self, inspection: str, response: UnitResponse) -> UnitResponse:
        return meetings.save_response(self._at(inspection), inspection, response)

    def remove_response(self, inspection: str, response_id: str) -> None:
        meetings.remove_response(self._at(inspection), inspection, response_id)

    def draft(self, inspection: str) -> Draft:
        return conclusions.draft(self._at(inspection), inspection)

    def edit_sentence(self, inspection: str, key: str, text: str) -> None:
        conclusions.edit_sentence(self._at(inspection), inspection, key, text)

    def omit_sentence(self, inspection: str, key: str) -> None:
        conclusions.omit_sentence(self._at(inspection), inspection, key)

    def restore_sentence(self, inspection: str, key: str) -> None:
        conclusions.restore_sentence(self._at(inspection), inspection, key)

    def save_header(self, inspection: Inspection) -> None:
        inspections.save_header(self._at(inspection.id), inspection)

    def save_notice_details(self, inspection: str, details: NoticeDetails) -> None:
        conclusions.save_notice_details(self._at(inspection), inspection, details)

    def preview(self, inspection: str) -> tuple[bytes, ...]:
        return notices.preview(self._at(inspection), inspection)

    def paper(self, inspection: str) -> bytes:
        return notices.render(self._at(inspection), inspection).pdf

    def sign(self, inspection: str, p12: bytes, password: str) -> notices.SignedNotice:
        return notices.sign(self._at(inspection), inspection, p12, password)

    def latest_signed(self, inspection: str) -> notices.SignedNotice | None:
        return notices.latest_signed(self._at(inspection), inspection)
