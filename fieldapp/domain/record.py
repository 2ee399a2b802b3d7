"""Everything known about one inspection at one moment, as one frozen value.

The store folds it from ops, the exchange file carries it, drafting reads it.
"""

import datetime as dt
from functools import cached_property
from hashlib import sha256

from fieldapp.domain.answers import Answer, AnswerValue, answer_id
from fieldapp.domain.entries import Entry, Sampling
from fieldapp.domain.findings import Finding, Photo, Recommendation
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.meetings import Meeting, UnitResponse
from fieldapp.domain.value import Text, Value


class SentenceEdit(Value):
    """What a person made of a drafted sentence.

    `key` is the draft sentence's key; `text` is the new wording, empty when the
    sentence is left out; `derived` is the wording it replaced, so that a later
    change of the facts beneath is noticed.
    """

    key: str
    text: Text = ""
    derived: Text = ""


class NoticeDetails(Value):
    """What the leader decides about the paper; blanks stay blank on paper.

    `number` and `issued_on` are given by the records office, never by a device.
    `signing_authority` e.g. "KT. GIÁM ĐỐC", `signer_title` "PHÓ GIÁM ĐỐC" (empty
    when the head signs: then only `signing_authority`, "GIÁM ĐỐC"). `report_before`
    is the day by which the unit reports what it put right.
    """

    number: Text = ""
    issued_on: dt.date | None = None
    signing_authority: Text = ""
    signer_title: Text = ""
    signer_name: Text = ""
    report_before: dt.date | None = None
    recipients: tuple[Text, ...] = ()
    drafting_unit: Text = ""


class SignedPaper(Value):
    """A notice that was signed: `sha256` of the PDF finds the file.

    `file_name` is what it is called when handed out; `signer` as in the certificate.
    """

    sha256: str
    file_name: Text
    signer: Text
    signed_at: dt.datetime
    sample: bool = False


class LooseNote(Value):
    """A note beside a criterion that has no answer yet at that unit."""

    criterion: str
    unit: str
    text: Text


class CriterionScores(Value):
    """Points given by people beside the computed ones, for one criterion at one unit.

    `self_score` is what the unit gave itself (điểm tự chấm), `appraised_score` what
    the team gives where it differs from the computed score (điểm thẩm định); both keep
    their digits. `reason` says why they differ.
    """

    criterion: str
    unit: str
    self_score: Text | None = None
    appraised_score: Text | None = None
    reason: Text = ""


class SetAside(Value):
    """An answer that a newer version of the checklist has no room for.

    `question` and `version` are those it was given under; `body` is None for a note
    that stood alone, and for points or a way of sampling told in words. `said` is the
    answer in words, for the criterion that knew its choices and units is gone with its
    checklist.
    """

    criterion: str
    unit: str
    question: Text
    version: Text
    body: AnswerValue | None = None
    said: Text = ""
    note: Text = ""

    @property
    def id(self) -> str:
        """The id under which it is stored: another answer never takes its place."""
        told = sha256(self.model_dump_json().encode()).hexdigest()[:12]
        return f"{self.criterion}/{self.unit}/{self.version}/{told}"


class InspectionRecord(Value):
    """One inspection with all that hangs on it.

    `answers` holds at most one entry per (criterion, unit); a note without an answer
    is in `loose_notes` (see `note`); photos, findings and
    recommendations are in the order they were added.
    """

    inspection: Inspection
    answers: tuple[Answer, ...] = ()
    findings: tuple[Finding, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    photos: tuple[Photo, ...] = ()
    edits: tuple[SentenceEdit, ...] = ()
    notice: NoticeDetails = NoticeDetails()
    signed: tuple[SignedPaper, ...] = ()
    loose_notes: tuple[LooseNote, ...] = ()
    entries: tuple[Entry, ...] = ()
    samplings: tuple[Sampling, ...] = ()
    scores: tuple[CriterionScores, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    responses: tuple[UnitResponse, ...] = ()
    aside: tuple[SetAside, ...] = ()

    def answer(self, criterion: str, unit: str) -> Answer | None:
        """The answer, or None when not answered yet."""
        return self._by_id.get(answer_id(criterion, unit))

    @cached_property
    def _by_id(self) -> dict[str, Answer]:
        return {a.id: a for a in self.answers}

    def value(self, criterion: str, unit: str) -> AnswerValue | None:
        """What was found, or None when not answered yet."""
        answer = self.answer(criterion, unit)
        return answer.body if answer else None

    def note(self, criterion: str, unit: str) -> str:
        """The note beside a criterion, answered or not; "" without one."""
        answer = self.answer(criterion, unit)
        return answer.note if answer else self._loose.get((criterion, unit), "")

    @cached_property
    def _loose(self) -> dict[tuple[str, str], str]:
        return {(n.criterion, n.unit): n.text for n in self.loose_notes}

    def entries_of(self, section: str, unit: str | None = None) -> tuple[Entry, ...]:
        """The entries of a repeating section, at one unit or (None) at any."""
        return tuple(
            e for e in self.entries if e.section == section and unit in (None, e.unit)
        )

    def scores_of(self, criterion: str, unit: str) -> CriterionScores:
        """The points people gave; blank when none."""
        found = self._scores.get((criterion, unit))
        return found or CriterionScores(criterion=criterion, unit=unit)

    @cached_property
    def _scores(self) -> dict[tuple[str, str], CriterionScores]:
        return {(s.criterion, s.unit): s for s in self.scores}

    def photos_of(self, criterion: str, unit: str | None = None) -> tuple[Photo, ...]:
        """Photos of a criterion, at one unit or (None) at any."""
        return tuple(
            photo
            for photo in self._photos_by_criterion.get(criterion, ())
            if unit in (None, photo.unit)
        )

    @cached_property
    def _photos_by_criterion(self) -> dict[str, list[Photo]]:
        found: dict[str, list[Photo]] = {}
        for photo in self.photos:
            found.setdefault(photo.criterion, []).append(photo)
        return found
