"""An inspection judged again under another version of its checklist, for comparison.

Nothing is written: what is told is the difference between two readings of the same
facts, verdict by verdict, point by point, sentence by sentence.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from fieldapp.domain.certainty import still_holds
from fieldapp.domain.checklist import Checklist
from fieldapp.domain.draft import DraftPart, DraftSentence
from fieldapp.domain.drafting import draft_conclusion
from fieldapp.domain.evaluation import Evaluation
from fieldapp.domain.moving import Moved, Outcome, carried_over, report_move
from fieldapp.domain.record import InspectionRecord
from fieldapp.domain.standing import Standing, rows
from fieldapp.domain.totals import (
    CriterionScore,
    Score,
    criterion_score,
    given_scores,
    whole_score,
)
from fieldapp.domain.value import Text, Value
from fieldapp.domain.verdicts import Verdict


class VerdictChange(Value):
    """One answer that is judged otherwise; None: it is not asked there."""

    criterion: str
    name: Text
    unit: str
    unit_name: Text
    old: Verdict | None
    new: Verdict | None


class Unsure(Value):
    """An answer without a figure, held against a target that is another now.

    That the old target was met (or missed) says nothing about the new one.
    """

    criterion: str
    name: Text
    unit: str
    unit_name: Text
    verdict: Verdict


class PointsChange(Value):
    """One criterion that earns other points; None: not known, or it has none."""

    criterion: str
    name: Text
    old: Decimal | None
    new: Decimal | None


class SentenceChange(Value):
    """One sentence of the conclusion that reads otherwise; "" where it is not."""

    key: str
    part: DraftPart
    criterion: str = ""
    old: Text = ""
    new: Text = ""


class Replay(Value):
    """What another version would make of one inspection.

    `moved` are the criteria that do not simply carry over: answers that no longer fit
    or whose criterion is gone, criteria asked anew, questions with other words.
    """

    inspection: str
    unit_name: Text
    old_version: Text
    new_version: Text
    verdicts: tuple[VerdictChange, ...] = ()
    unsure: tuple[Unsure, ...] = ()
    points: tuple[PointsChange, ...] = ()
    old_score: Score
    new_score: Score
    sentences: tuple[SentenceChange, ...] = ()
    moved: tuple[Moved, ...] = ()

    @property
    def changes_nothing(self) -> bool:
        """True when the inspection would read exactly as it does."""
        same_score = self.old_score == self.new_score
        told = (self.verdicts, self.unsure, self.points, self.sentences, self.moved)
        return same_score and not any(told)


def replayed(old: Checklist, new: Checklist, record: InspectionRecord) -> Replay:
    """Read `record`, made with `old`, under `new` and say what differs."""
    report = report_move(old, new, record)
    before = _Reading(old, record)
    after = _Reading(new, carried_over(old, new, record))
    return Replay(
        inspection=record.inspection.id,
        unit_name=record.inspection.unit.name,
        old_version=old.version,
        new_version=new.version,
        verdicts=tuple(_verdicts(before, after)),
        unsure=tuple(_unsure(before, after)),
        points=tuple(_points(before, after)),
        old_score=before.score,
        new_score=after.score,
        sentences=tuple(_sentences(before, after)),
        moved=tuple(m for m in report.moved if m.outcome is not Outcome.CARRIED),
    )


class _Place(NamedTuple):
    criterion: str
    unit: str


class _Reading:
    """One inspection under one version."""

    def __init__(self, checklist: Checklist, record: InspectionRecord) -> None:
        evaluation = Evaluation(checklist, record)
        given = given_scores(record.scores, record.inspection.unit.code)
        self.checklist = checklist
        self.year = evaluation.year
        self.answered: dict[_Place, Standing] = {
            _Place(row.criterion.id, row.unit.code): row
            for row in rows(evaluation)
            if row.body is not None
        }
        self.points: dict[str, CriterionScore | None] = {
            criterion.id: criterion_score(
                evaluation, criterion, given.get(criterion.id)
            )
            for criterion in checklist.criteria()
        }
        self.score = whole_score(evaluation, given)
        draft = draft_conclusion(checklist, record)
        self.sentences = {s.key: s for s in draft.sentences if not s.omitted}

    def appraised(self, criterion_id: str) -> Decimal | None:
        """The points that count for a criterion."""
        points = self.points.get(criterion_id)
        return points.appraised if points else None


def _verdicts(before: _Reading, after: _Reading) -> Iterator[VerdictChange]:
    """Yield what is judged otherwise; what is gone or set aside is told elsewhere."""
    for place in {**after.answered, **before.answered}:
        was, now = before.answered.get(place), after.answered.get(place)
        row = now or was
        old, new = was and was.verdict, now and now.verdict
        if row and old is not new and after.checklist.criterion(place.criterion):
            yield VerdictChange(
                criterion=place.criterion,
                name=row.criterion.name,
                unit=place.unit,
                unit_name=row.unit.full_name,
                old=old,
                new=new,
            )


def _unsure(before: _Reading, after: _Reading) -> Iterator[Unsure]:
    for place, row in after.answered.items():
        was = before.answered.get(place)
        if was is None or row.body is None or was.verdict is not row.verdict:
            continue
        targets = was.criterion.target, row.criterion.target
        if not still_holds(row.body.status, *targets, after.year):
            yield Unsure(
                criterion=place.criterion,
                name=row.criterion.name,
                unit=place.unit,
                unit_name=row.unit.full_name,
                verdict=row.verdict,
            )


def _points(before: _Reading, after: _Reading) -> Iterator[PointsChange]:
    for criterion in after.checklist.criteria():
        old, new = (side.appraised(criterion.id) for side in (before, after))
        if old != new:
            yield PointsChange(
                criterion=criterion.id, name=criterion.name, old=old, new=new
            )


def _sentences(before: _Reading, after: _Reading) -> Iterator[SentenceChange]:
    for key in {**after.sentences, **before.sentences}:
        was, now = before.sentences.get(key), after.sentences.get(key)
        sentence = now or was
        if sentence and (was is None or now is None or _reads(was) != _reads(now)):
            yield SentenceChange(
                key=key,
                part=sentence.part,
                criterion=sentence.criterion,
                old=was.text if was else "",
                new=now.text if now else "",
            )


def _reads(sentence: DraftSentence) -> tuple[DraftPart, str]:
    return sentence.part, sentence.text
