"""`Services` over the real use cases and one workspace."""

import datetime as dt

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.draft import Draft
from fieldapp.domain.findings import Finding, FindingKind, Photo, Recommendation
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.record import NoticeDetails
from fieldapp.services import (
    capture,
    conclusions,
    exchange,
    findings,
    inspections,
    notices,
)
from fieldapp.services.workspace import Workspace
from fieldapp.ui.state.services import ChecklistChoice, Services

_VIETNAM = dt.timezone(dt.timedelta(hours=7))


class WorkspaceServices(Services):
    """Forwards every call; the docstrings are the protocol's."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws

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

    def import_yaml(self, file_name: str, data: bytes) -> str:
        return exchange.import_yaml(self._ws, file_name, data)

    def export_yaml(self, inspection: str) -> bytes:
        return exchange.export_yaml(self._ws, inspection)

    def open_inspection(self, inspection: str) -> inspections.OpenInspection:
        return inspections.open_inspection(self._ws, inspection)

    def saved_answer(
        self, inspection: str, criterion: str, unit: str
    ) -> AnswerValue | None:
        return capture.saved_answer(self._ws, inspection, criterion, unit)

    def save_answer(
        self, inspection: str, criterion: str, unit: str, body: AnswerValue | None
    ) -> dt.datetime:
        return capture.save_answer(self._ws, inspection, criterion, unit, body)

    def save_note(
        self, inspection: str, criterion: str, unit: str, note: str
    ) -> dt.datetime:
        return capture.save_note(self._ws, inspection, criterion, unit, note)

    def attach_photo(
        self, inspection: str, criterion: str, unit: str, file_name: str, data: bytes
    ) -> Photo:
        return capture.attach_photo(
            self._ws, inspection, criterion, unit, file_name, data
        )

    def caption_photo(self, inspection: str, photo_id: str, caption: str) -> Photo:
        return capture.caption_photo(self._ws, inspection, photo_id, caption)

    def remove_photo(self, inspection: str, photo_id: str) -> Photo:
        return capture.remove_photo(self._ws, inspection, photo_id)

    def restore_photo(self, inspection: str, photo: Photo) -> None:
        capture.restore_photo(self._ws, inspection, photo)

    def thumbnail(self, sha256: str) -> bytes:
        return capture.thumbnail(self._ws, sha256)

    def add_finding(
        self, inspection: str, kind: FindingKind, text: str, units: tuple[str, ...]
    ) -> Finding:
        return findings.add_finding(self._ws, inspection, kind, text, units)

    def save_finding(self, inspection: str, finding: Finding) -> None:
        findings.save_finding(self._ws, inspection, finding)

    def remove_finding(self, inspection: str, finding_id: str) -> None:
        findings.remove_finding(self._ws, inspection, finding_id)

    def add_recommendation(
        self, inspection: str, to: str, text: str, deadline: dt.date | None
    ) -> Recommendation:
        return findings.add_recommendation(self._ws, inspection, to, text, deadline)

    def save_recommendation(
        self, inspection: str, recommendation: Recommendation
    ) -> None:
        findings.save_recommendation(self._ws, inspection, recommendation)

    def remove_recommendation(self, inspection: str, recommendation_id: str) -> None:
        findings.remove_recommendation(self._ws, inspection, recommendation_id)

    def draft(self, inspection: str) -> Draft:
        return conclusions.draft(self._ws, inspection)

    def edit_sentence(self, inspection: str, key: str, text: str) -> None:
        conclusions.edit_sentence(self._ws, inspection, key, text)

    def omit_sentence(self, inspection: str, key: str) -> None:
        conclusions.omit_sentence(self._ws, inspection, key)

    def restore_sentence(self, inspection: str, key: str) -> None:
        conclusions.restore_sentence(self._ws, inspection, key)

    def save_header(self, inspection: Inspection) -> None:
        inspections.save_header(self._ws, inspection)

    def save_notice_details(self, inspection: str, details: NoticeDetails) -> None:
        conclusions.save_notice_details(self._ws, inspection, details)

    def preview(self, inspection: str) -> tuple[bytes, ...]:
        return notices.preview(self._ws, inspection)

    def paper(self, inspection: str) -> bytes:
        return notices.render(self._ws, inspection).pdf

    def sign(self, inspection: str, p12: bytes, password: str) -> notices.SignedNotice:
        return notices.sign(self._ws, inspection, p12, password)

    def latest_signed(self, inspection: str) -> notices.SignedNotice | None:
        return notices.latest_signed(self._ws, inspection)
