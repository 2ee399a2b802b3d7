"""Moving a running inspection to a newer version of its checklist.

Nothing is deleted: an answer the new version has no room for is set aside, readable
with the question it answered, and carried in the exchange file.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import StrEnum

from fieldapp.domain import facts
from fieldapp.domain.answers import Answer, AnswerStatus, AnswerValue
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.certainty import still_holds
from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.evaluation.places import meant_units
from fieldapp.domain.evaluation.scope import TargetBook
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.ops import Write
from fieldapp.domain.phrases import parts_text, rank_text
from fieldapp.domain.record import InspectionRecord, SetAside
from fieldapp.domain.rooms import Rooms
from fieldapp.domain.targets import Target
from fieldapp.domain.value import Text, Value
from fieldapp.domain.verdicts import figure
from fieldapp.domain.wording import status_text, value_text


class Outcome(StrEnum):
    """What becomes of one criterion when its inspection moves."""

    CARRIED = "carried"
    REWORDED = "reworded"
    POINTS = "points"
    ANEW = "anew"
    ASIDE = "aside"
    FRESH = "fresh"


OUTCOME_NAMES: dict[Outcome, str] = {
    Outcome.CARRIED: "Giữ nguyên trả lời",
    Outcome.REWORDED: "Giữ trả lời, câu hỏi đã đổi lời: cần xem lại",
    Outcome.POINTS: "Giữ trả lời, điểm đã chấm để riêng: chấm lại",
    Outcome.ANEW: "Phải trả lời lại (trả lời cũ để riêng)",
    Outcome.ASIDE: "Tiêu chí không còn (trả lời để riêng)",
    Outcome.FRESH: "Tiêu chí mới, chưa trả lời",
}


class Moved(Value):
    """One criterion's outcome; `answers` counts the answers and notes it holds."""

    criterion: str
    name: Text
    outcome: Outcome
    answers: int = 0


class MoveReport(Value):
    """What moving would do, in the new checklist's order, what is gone at the end."""

    old_version: Text
    new_version: Text
    moved: tuple[Moved, ...]

    def of(self, outcome: Outcome) -> tuple[Moved, ...]:
        """The criteria of one outcome."""
        return tuple(m for m in self.moved if m.outcome is outcome)


def report_move(old: Checklist, new: Checklist, record: InspectionRecord) -> MoveReport:
    """Say what moving would do; changes nothing."""
    rooms = Rooms(old, new)
    moved = [_outcome(old, rooms, c, record) for c in new.criteria()]
    gone = [c for c in old.criteria() if new.criterion(c.id) is None]
    moved += [_gone(criterion, record) for criterion in gone]
    return MoveReport(
        old_version=old.version,
        new_version=new.version,
        moved=tuple(m for m in moved if m is not None),
    )


def move_writes(
    old: Checklist, new: Checklist, text: str, record: InspectionRecord
) -> Iterator[Write]:
    """What to record, in one transaction: the new text, and what is set aside."""
    sha256 = facts.sha256_of(text)
    header = record.inspection.model_copy(update={"checklist_sha256": sha256})
    yield facts.write_checklist(new.id, text)
    yield facts.write_header(header)
    rooms = Rooms(old, new)
    for aside in _set_aside(rooms, record):
        yield facts.write_aside(aside)
        yield facts.write_answer(aside.criterion, aside.unit, None)
        if aside.note:
            yield facts.write_note(aside.criterion, aside.unit, "")
    yield from map(facts.write_aside, rooms.aside(record))
    yield from rooms.writes(record)


def carried_over(
    old: Checklist, new: Checklist, record: InspectionRecord
) -> InspectionRecord:
    """What the record would hold if only what has no room were set aside.

    Moving also sets aside what was known of another target (`_is_sure`).
    """
    rooms = Rooms(old, new)
    answers = (a for a in record.answers if _has_room(rooms, a, record))
    changed = {
        "answers": tuple(answers),
        "entries": rooms.entries(record),
        "scores": rooms.scores(record),
    }
    return record.model_copy(update=changed)


def fits(body: AnswerValue, criterion: Criterion) -> bool:
    """Whether an answer is one the criterion could have been given today."""
    if body.status is not AnswerStatus.GIVEN:
        return True
    check = _FITS.get(criterion.answer.type)
    return check is None or check(body, criterion)


def _outcome(
    old: Checklist, rooms: Rooms, criterion: Criterion, record: InspectionRecord
) -> Moved | None:
    before = old.criterion(criterion.id)
    answers = _answers(record, criterion.id)
    points = (s for s in record.scores if s.criterion == criterion.id)
    if before is None:
        outcome = Outcome.FRESH
    elif not all(_is_sure(rooms, a, record) for a in answers):
        outcome = Outcome.ANEW
    elif not all(rooms.takes_points(s) for s in points):
        outcome = Outcome.POINTS
    elif before.question != criterion.question and answers:
        outcome = Outcome.REWORDED
    elif answers:
        outcome = Outcome.CARRIED
    else:
        return None
    return _moved(criterion, outcome, record)


def _gone(criterion: Criterion, record: InspectionRecord) -> Moved | None:
    moved = _moved(criterion, Outcome.ASIDE, record)
    return moved if moved.answers else None


def _moved(criterion: Criterion, outcome: Outcome, record: InspectionRecord) -> Moved:
    notes = sum(note.criterion == criterion.id for note in record.loose_notes)
    count = len(_answers(record, criterion.id)) + notes
    return Moved(
        criterion=criterion.id, name=criterion.name, outcome=outcome, answers=count
    )


def _answers(record: InspectionRecord, criterion: str) -> list[Answer]:
    return [a for a in record.answers if a.criterion == criterion]


def _has_room(rooms: Rooms, answer: Answer, record: InspectionRecord) -> bool:
    """Whether it can stand in the new checklist; what neither knows stays."""
    before = rooms.old.criterion(answer.criterion)
    criterion = rooms.new.criterion(answer.criterion)
    if before is None or criterion is None:
        return before is None
    return (
        before.answer.type is criterion.answer.type
        and criterion.calculate is None
        and rooms.takes(criterion.id, answer.unit)
        and not _asked_no_more(before, criterion, answer.unit, record.inspection)
        and fits(answer.body, criterion)
    )


def _asked_no_more(
    before: Criterion, criterion: Criterion, place: str, inspection: Inspection
) -> bool:
    was, now = (meant_units(c, inspection) for c in (before, criterion))
    return any(u.code == place for u in was) and not any(u.code == place for u in now)


def _is_sure(rooms: Rooms, answer: Answer, record: InspectionRecord) -> bool:
    """Whether it has room and, known without a figure, says as much of the new target.

    "Đạt" of 45% says nothing about 60%: a notice must not say that 60% was met.
    """
    if not _has_room(rooms, answer, record):
        return False
    inspection = record.inspection
    was, now = (_target(side, answer, inspection) for side in (rooms.old, rooms.new))
    return still_holds(answer.body.status, was, now, inspection.campaign.year)


def _target(
    checklist: Checklist, answer: Answer, inspection: Inspection
) -> Target | None:
    criterion = checklist.criterion(answer.criterion)
    if criterion is None:
        return None
    return TargetBook(checklist, inspection).at(criterion, answer.unit).target


def _set_aside(rooms: Rooms, record: InspectionRecord) -> Iterator[SetAside]:
    for answer in record.answers:
        before = rooms.old.criterion(answer.criterion)
        if before is not None and not _is_sure(rooms, answer, record):
            yield SetAside(
                criterion=answer.criterion,
                unit=answer.unit,
                question=before.question,
                version=rooms.old.version,
                body=answer.body,
                said=_said(before, answer.body, record.inspection.campaign.year),
                note=answer.note,
            )
    for note in record.loose_notes:
        before = rooms.old.criterion(note.criterion)
        if before is not None and not rooms.takes(note.criterion, note.unit):
            yield SetAside(
                criterion=note.criterion,
                unit=note.unit,
                question=before.question,
                version=rooms.old.version,
                note=note.text,
            )


def _said(criterion: Criterion, body: AnswerValue, year: int) -> str:
    """The answer in words: its figures, else its parts or rank, else its status."""
    found = value_text(criterion, body, year)
    if body.num is not None and body.den is not None:
        found = f"{body.num}/{body.den}, {found}"
    told = (found, parts_text(criterion.answer, body), rank_text(body.index))
    return "; ".join(text for text in told if text) or status_text(body)


def _in_limits(body: AnswerValue, criterion: Criterion) -> bool:
    value, spec = figure(body.value), criterion.answer
    if value is None:
        return True
    lowest = Decimal(0) if spec.min is None else spec.min
    return lowest <= value and (spec.max is None or value <= spec.max)


def _in_choices(body: AnswerValue, criterion: Criterion) -> bool:
    return any(choice.id == body.value for choice in criterion.answer.choices)


def _in_parts(body: AnswerValue, criterion: Criterion) -> bool:
    return all(criterion.answer.part(part.part) for part in body.parts)


def _below_denominator(body: AnswerValue, criterion: Criterion) -> bool:
    if not criterion.answer.at_most_denominator:
        return True
    if body.num is not None and body.den is not None:
        return body.num <= body.den
    value = figure(body.value)
    return value is None or value <= _WHOLE


_WHOLE = Decimal(100)
_FITS: dict[AnswerKind, Callable[[AnswerValue, Criterion], bool]] = {
    AnswerKind.COUNT: _in_limits,
    AnswerKind.SCORE: _in_limits,
    AnswerKind.CHOICE: _in_choices,
    AnswerKind.BREAKDOWN: _in_parts,
    AnswerKind.RATIO: _below_denominator,
}
