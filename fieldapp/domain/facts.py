"""What an inspection's facts are called in the op log, and how each is written.

The only place that spells entities and fields. `fieldapp.store.records` reads them
back; unknown ones are kept untouched for newer versions.
"""

import hashlib

from fieldapp.domain.answers import AnswerValue, answer_id
from fieldapp.domain.entries import Entry, Sampling
from fieldapp.domain.findings import Finding, Photo, Recommendation
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.meetings import Meeting, UnitResponse
from fieldapp.domain.ops import OpKind, Write
from fieldapp.domain.record import (
    CriterionScores,
    NoticeDetails,
    SentenceEdit,
    SetAside,
    SignedPaper,
)
from fieldapp.domain.value import Value

INSPECTION = "inspection"
CHECKLIST = "checklist"
ANSWER = "answer"
FINDING = "finding"
RECOMMENDATION = "recommendation"
PHOTO = "photo"
SENTENCE = "sentence"
NOTICE = "notice"
SIGNED = "signed"
ENTRY = "entry"
SAMPLING = "sampling"
MEETING = "meeting"
RESPONSE = "response"
ASIDE = "aside"

HEADER = "header"
STATE = "state"
TEXT = "text"
BODY = "body"
NOTE = "note"
EDIT = "edit"
DETAILS = "details"
SCORES = "scores"


def sha256_of(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, lower-case hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def write_header(inspection: Inspection) -> Write:
    """Record the inspection's header, whole."""
    return _set(INSPECTION, inspection.id, HEADER, inspection)


def write_state(inspection_id: str, state: str) -> Write:
    """Record the inspection's state."""
    return Write(
        kind=OpKind.SET,
        entity=INSPECTION,
        entity_id=inspection_id,
        field=STATE,
        value=state,
    )


def write_checklist(checklist_id: str, yaml_text: str) -> Write:
    """Pin the exact YAML text the inspection is made with, and its SHA-256."""
    return Write(
        kind=OpKind.SET,
        entity=CHECKLIST,
        entity_id=checklist_id,
        field=TEXT,
        value={"text": yaml_text, "sha256": sha256_of(yaml_text)},
    )


def write_answer(criterion: str, unit: str, body: AnswerValue | None) -> Write:
    """Record what was found, whole; None takes the answer back."""
    return _set(ANSWER, answer_id(criterion, unit), BODY, body)


def write_note(criterion: str, unit: str, note: str) -> Write:
    """Record the note beside an answer."""
    return Write(
        kind=OpKind.SET,
        entity=ANSWER,
        entity_id=answer_id(criterion, unit),
        field=NOTE,
        value=note,
    )


def write_scores(scores: CriterionScores) -> Write:
    """Record the points people give to one criterion at one unit, whole."""
    return _set(ANSWER, answer_id(scores.criterion, scores.unit), SCORES, scores)


def write_no_scores(criterion: str, unit: str) -> Write:
    """Take back the points people gave to one criterion at one unit."""
    return _set(ANSWER, answer_id(criterion, unit), SCORES, None)


def write_entry(entry: Entry) -> Write:
    """Add an entry to a repeating group; its answers are recorded like a unit's."""
    return _set(ENTRY, entry.code, BODY, entry)


def write_sampling(sampling: Sampling) -> Write:
    """Record how the entries of a group were chosen, whole."""
    return _set(SAMPLING, sampling.id, DETAILS, sampling)


def write_no_sampling(sampling: Sampling) -> Write:
    """Take back how the entries of a group were chosen."""
    return _set(SAMPLING, sampling.id, DETAILS, None)


def write_meeting(meeting: Meeting) -> Write:
    """Record a meeting, whole."""
    return _set(MEETING, meeting.id, BODY, meeting)


def write_response(response: UnitResponse) -> Write:
    """Record what a unit answered, whole."""
    return _set(RESPONSE, response.id, BODY, response)


def write_aside(aside: SetAside) -> Write:
    """Keep an answer that a newer checklist has no room for, whole."""
    return _set(ASIDE, aside.id, BODY, aside)


def write_finding(finding: Finding) -> Write:
    """Record a finding, whole."""
    return _set(FINDING, finding.id, BODY, finding)


def write_recommendation(recommendation: Recommendation) -> Write:
    """Record a recommendation, whole."""
    return _set(RECOMMENDATION, recommendation.id, BODY, recommendation)


def write_photo(photo: Photo) -> Write:
    """Attach a photo, or change its caption; its file is on disk already."""
    return Write(
        kind=OpKind.ATTACH,
        entity=PHOTO,
        entity_id=photo.id,
        field=BODY,
        value=photo.model_dump(mode="json"),
    )


def write_removal(entity: str, entity_id: str) -> Write:
    """Remove a finding, photo, entry or the like; its history stays."""
    return Write(kind=OpKind.DELETE, entity=entity, entity_id=entity_id, field=BODY)


def write_sentence(key: str, edit: SentenceEdit | None) -> Write:
    """Record a person's wording of a drafted sentence; None takes it back."""
    return _set(SENTENCE, key, EDIT, edit)


def write_notice(details: NoticeDetails) -> Write:
    """Record what the leader decided about the paper, whole."""
    return _set(NOTICE, NOTICE, DETAILS, details)


def write_signed(paper: SignedPaper) -> Write:
    """Record that a notice was signed; its file is on disk already."""
    return _set(SIGNED, paper.sha256, BODY, paper)


def _set(entity: str, entity_id: str, field: str, value: Value | None) -> Write:
    return Write(
        kind=OpKind.SET,
        entity=entity,
        entity_id=entity_id,
        field=field,
        value=value.model_dump(mode="json") if value else None,
    )
