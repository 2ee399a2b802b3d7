"""The calls the screens make, in one place.

All block and are made through `asyncio.to_thread`. `WorkspaceServices` forwards
to `fieldapp.services`; tests hand in something smaller with the same names.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.draft import Draft
from fieldapp.domain.entries import Entry, Sampling
from fieldapp.domain.findings import Finding, FindingKind, Photo, Recommendation
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.meetings import Meeting, UnitResponse
from fieldapp.domain.moving import MoveReport
from fieldapp.domain.record import CriterionScores, NoticeDetails
from fieldapp.errors import Problem
from fieldapp.services.inspections import (
    InspectionCard,
    NewInspection,
    OpenInspection,
)
from fieldapp.services.notices import SignedNotice


@dataclass(frozen=True)
class ChecklistChoice:
    """A checklist one can start from, or what is wrong with it."""

    id: str
    title: str
    version: str
    criteria_count: int
    problems: tuple[Problem, ...] = ()


class Services(Protocol):
    """Everything a screen may ask for. Errors: see `fieldapp.errors`."""

    def today(self) -> dt.date:
        """Return the day in Việt Nam."""
        ...

    def cards(self) -> tuple[InspectionCard, ...]:
        """Return all inspections, the last worked on first."""
        ...

    def checklists(self) -> tuple[ChecklistChoice, ...]:
        """Return the checklists that can be started from."""
        ...

    def start(self, new: NewInspection) -> str:
        """Make an inspection and return its id."""
        ...

    def rehearse(self, checklist: str) -> str:
        """Start a rehearsal on a made-up ward and return its id."""
        ...

    def rehearsals(self) -> tuple[InspectionCard, ...]:
        """Return all rehearsals, the last worked on first."""
        ...

    def newer_version(self, inspection: str) -> str:
        """Return the library's version of its checklist where it differs, else ""."""
        ...

    def move_report(self, inspection: str) -> MoveReport:
        """Return what moving to the library's version would do."""
        ...

    def move(self, inspection: str) -> MoveReport:
        """Move to the library's version; nothing is deleted."""
        ...

    def add_entry(self, inspection: str, section: str, unit: str) -> Entry:
        """Add an empty entry to a repeating section."""
        ...

    def copy_entry(self, inspection: str, code: str) -> Entry:
        """Add an entry with the answers of another."""
        ...

    def remove_entry(self, inspection: str, code: str) -> Entry:
        """Take an entry off; its answers stay."""
        ...

    def restore_entry(self, inspection: str, entry: Entry) -> None:
        """Put back what `remove_entry` returned."""
        ...

    def save_sampling(self, inspection: str, sampling: Sampling) -> None:
        """Save how the entries of a section were chosen."""
        ...

    def save_scores(self, inspection: str, scores: CriterionScores) -> dt.datetime:
        """Save the points people give to one criterion."""
        ...

    def import_yaml(self, file_name: str, data: bytes) -> str:
        """Take an exchange file in and return the inspection's id."""
        ...

    def export_yaml(self, inspection: str) -> bytes:
        """Return the inspection as an exchange file."""
        ...

    def open_inspection(self, inspection: str) -> OpenInspection:
        """Return checklist and record of one inspection."""
        ...

    def saved_answer(
        self, inspection: str, criterion: str, unit: str
    ) -> AnswerValue | None:
        """Return what is on disk now, whichever window saved it."""
        ...

    def save_answer(
        self, inspection: str, criterion: str, unit: str, body: AnswerValue | None
    ) -> dt.datetime:
        """Save durably and return when; None takes the answer away."""
        ...

    def save_note(
        self, inspection: str, criterion: str, unit: str, note: str
    ) -> dt.datetime:
        """Save the note beside an answer."""
        ...

    def attach_photo(
        self, inspection: str, criterion: str, unit: str, file_name: str, data: bytes
    ) -> Photo:
        """Check, keep and link a photo."""
        ...

    def caption_photo(self, inspection: str, photo_id: str, caption: str) -> Photo:
        """Save a photo's caption."""
        ...

    def remove_photo(self, inspection: str, photo_id: str) -> Photo:
        """Take a photo off the inspection; its file stays."""
        ...

    def restore_photo(self, inspection: str, photo: Photo) -> None:
        """Put back what `remove_photo` returned."""
        ...

    def thumbnail(self, inspection: str, sha256: str) -> bytes:
        """Return the small JPEG of a photo."""
        ...

    def add_finding(
        self,
        inspection: str,
        kind: FindingKind,
        text: str,
        units: tuple[str, ...],
        scope: str = "",
    ) -> Finding:
        """Add a finding written by hand."""
        ...

    def save_finding(self, inspection: str, finding: Finding) -> None:
        """Save a changed finding, or put a removed one back."""
        ...

    def remove_finding(self, inspection: str, finding_id: str) -> None:
        """Take a finding away."""
        ...

    def add_recommendation(
        self, inspection: str, to: str, text: str, deadline: dt.date | None
    ) -> Recommendation:
        """Add a recommendation written by hand."""
        ...

    def save_recommendation(
        self, inspection: str, recommendation: Recommendation
    ) -> None:
        """Save a changed recommendation, or put a removed one back."""
        ...

    def remove_recommendation(self, inspection: str, recommendation_id: str) -> None:
        """Take a recommendation away."""
        ...

    def save_meeting(self, inspection: str, meeting: Meeting) -> Meeting:
        """Save a meeting; one without an id is new. Also puts a removed one back."""
        ...

    def remove_meeting(self, inspection: str, meeting_id: str) -> None:
        """Take a meeting away."""
        ...

    def save_response(self, inspection: str, response: UnitResponse) -> UnitResponse:
        """Save what a unit answered; as `save_meeting`."""
        ...

    def remove_response(self, inspection: str, response_id: str) -> None:
        """Take away what a unit answered."""
        ...

    def draft(self, inspection: str) -> Draft:
        """Return the drafted conclusion."""
        ...

    def edit_sentence(self, inspection: str, key: str, text: str) -> None:
        """Put another wording in place of a drafted sentence."""
        ...

    def omit_sentence(self, inspection: str, key: str) -> None:
        """Leave a sentence out of the notice."""
        ...

    def restore_sentence(self, inspection: str, key: str) -> None:
        """Go back to what was drafted."""
        ...

    def save_header(self, inspection: Inspection) -> None:
        """Save the changed header of an inspection."""
        ...

    def save_notice_details(self, inspection: str, details: NoticeDetails) -> None:
        """Save what the leader decides about the paper."""
        ...

    def preview(self, inspection: str) -> tuple[bytes, ...]:
        """Return the notice's pages as PNG."""
        ...

    def paper(self, inspection: str) -> bytes:
        """Return the unsigned PDF."""
        ...

    def sign(self, inspection: str, p12: bytes, password: str) -> SignedNotice:
        """Sign the notice; the password is used once and kept nowhere."""
        ...

    def latest_signed(self, inspection: str) -> SignedNotice | None:
        """Return the notice signed last, None when there is none."""
        ...
