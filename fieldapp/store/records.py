"""Reads one inspection back from its heads."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from pydantic import ConfigDict, JsonValue, TypeAdapter, ValidationError
from sqlalchemy import Connection, bindparam, select

from fieldapp.domain import facts
from fieldapp.domain.answers import Answer, AnswerValue
from fieldapp.domain.entries import Entry, Sampling, is_entry
from fieldapp.domain.findings import Finding, Photo, Recommendation
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.meetings import Meeting, UnitResponse
from fieldapp.domain.ops import OpKind
from fieldapp.domain.record import (
    CriterionScores,
    InspectionRecord,
    LooseNote,
    NoticeDetails,
    SentenceEdit,
    SetAside,
    SignedPaper,
)
from fieldapp.domain.value import Text
from fieldapp.errors import ConflictError, IntegrityError, UserError
from fieldapp.store.tables import HEAD

T = TypeVar("T")

# Kinds of newer versions are kept but not read; a tombstone and null say nothing.
_KINDS = tuple(kind for kind in OpKind if kind is not OpKind.DELETE)
_COLUMNS = ("entity", "entity_id", "field", "value", "wall_time", "author")
SPEAKING = (HEAD.c.shown == 1, HEAD.c.kind.in_(_KINDS), HEAD.c.value != "null")

_RECORD = (
    select(*(HEAD.c[name] for name in _COLUMNS))
    .where(
        HEAD.c.inspection_id == bindparam("inspection_id"),
        HEAD.c.entity != facts.CHECKLIST,
        *SPEAKING,
    )
    .order_by(HEAD.c.born, HEAD.c.entity_id)
)
_VALUE = select(HEAD.c.value).where(
    HEAD.c.inspection_id == bindparam("inspection_id"),
    HEAD.c.entity == bindparam("entity"),
    HEAD.c.entity_id == bindparam("entity_id"),
    HEAD.c.field == bindparam("field"),
    *SPEAKING,
)

_BODIES = TypeAdapter(list[AnswerValue])
_NOTES = TypeAdapter(list[Text], config=ConfigDict(str_strip_whitespace=True))
_FINDINGS = TypeAdapter(list[Finding])
_RECOMMENDATIONS = TypeAdapter(list[Recommendation])
_PHOTOS = TypeAdapter(list[Photo])
_EDITS = TypeAdapter(list[SentenceEdit])
_DETAILS = TypeAdapter(list[NoticeDetails])
_ENTRIES = TypeAdapter(list[Entry])
_SAMPLINGS = TypeAdapter(list[Sampling])
_SCORES = TypeAdapter(list[CriterionScores])
_MEETINGS = TypeAdapter(list[Meeting])
_RESPONSES = TypeAdapter(list[UnitResponse])
_ASIDE = TypeAdapter(list[SetAside])
_SIGNED = TypeAdapter(list[SignedPaper])
_HEADERS = TypeAdapter(list[Inspection])


class Shown(NamedTuple):
    """A shown head: `value` is JSON text, `wall_time` ISO 8601."""

    entity: str
    entity_id: str
    field: str
    value: str
    wall_time: str = ""
    author: str = ""


def load_record(connection: Connection, inspection_id: str) -> InspectionRecord:
    """Everything known about an inspection; lists in the order things were added.

    Raises:
        UserError: There is no such inspection.
        IntegrityError: A stored value is not what its field holds.
    """
    by_field: defaultdict[tuple[str, str], list[Shown]] = defaultdict(list)
    for row in connection.execute(_RECORD, {"inspection_id": inspection_id}).all():
        by_field[row[0], row[2]].append(Shown(*row))
    headers = read_headers(by_field[facts.INSPECTION, facts.HEADER])
    if not headers:
        raise unknown(inspection_id)
    details = _read(_DETAILS, by_field[facts.NOTICE, facts.DETAILS])
    entries = tuple(_read(_ENTRIES, by_field[facts.ENTRY, facts.BODY]))
    gone = _Gone({entry.code for entry in entries})
    return InspectionRecord(
        inspection=headers[0],
        answers=tuple(a for a in _answers(by_field) if a.unit not in gone),
        findings=tuple(_read(_FINDINGS, by_field[facts.FINDING, facts.BODY])),
        recommendations=tuple(
            _read(_RECOMMENDATIONS, by_field[facts.RECOMMENDATION, facts.BODY])
        ),
        photos=tuple(
            photo
            for photo in _read(_PHOTOS, by_field[facts.PHOTO, facts.BODY])
            if photo.unit not in gone
        ),
        edits=tuple(_read(_EDITS, by_field[facts.SENTENCE, facts.EDIT])),
        notice=details[0] if details else NoticeDetails(),
        loose_notes=tuple(n for n in _loose_notes(by_field) if n.unit not in gone),
        signed=tuple(_read(_SIGNED, by_field[facts.SIGNED, facts.BODY])),
        entries=entries,
        samplings=tuple(_read(_SAMPLINGS, by_field[facts.SAMPLING, facts.DETAILS])),
        scores=tuple(_read(_SCORES, by_field[facts.ANSWER, facts.SCORES])),
        meetings=tuple(_read(_MEETINGS, by_field[facts.MEETING, facts.BODY])),
        responses=tuple(_read(_RESPONSES, by_field[facts.RESPONSE, facts.BODY])),
        aside=tuple(_read(_ASIDE, by_field[facts.ASIDE, facts.BODY])),
    )


def load_value(
    connection: Connection, inspection_id: str, entity: str, entity_id: str, field: str
) -> JsonValue:
    """The shown value of one field; None when there is none."""
    names = {"entity": entity, "entity_id": entity_id, "field": field}
    text = connection.execute(
        _VALUE, {"inspection_id": inspection_id, **names}
    ).scalar()
    value: JsonValue = json.loads(text) if text is not None else None
    return value


def load_checklist_text(connection: Connection, inspection_id: str) -> str:
    """The exact YAML text the inspection was made with.

    Raises:
        UserError: There is no such inspection, or it has no text of its checklist.
        IntegrityError: The text does not match its SHA-256.
    """
    where = (connection, inspection_id)
    header = load_value(*where, facts.INSPECTION, inspection_id, facts.HEADER)
    if not isinstance(header, dict):
        raise unknown(inspection_id)
    checklist = str(header.get("checklist"))
    match load_value(*where, facts.CHECKLIST, checklist, facts.TEXT):
        case None:
            raise UserError(
                f"Cuộc kiểm tra {inspection_id}: không có bộ tiêu chí {checklist} kèm "
                "theo. Hãy nhập lại cuộc kiểm tra cùng bộ tiêu chí."
            )
        case {"text": str(text), "sha256": sha256} if facts.sha256_of(text) == sha256:
            return text
        case _:
            raise _spoilt(facts.CHECKLIST, checklist)


def read_headers(rows: Sequence[Shown]) -> list[Inspection]:
    """The inspections' headers, one per row."""
    return _read(_HEADERS, rows)


def is_here(connection: Connection, inspection_id: str) -> bool:
    """Whether the inspection is in this file."""
    where = (facts.INSPECTION, inspection_id, facts.HEADER)
    return load_value(connection, inspection_id, *where) is not None


def taken(inspection_id: str) -> ConflictError:
    """An inspection of that id is here already."""
    return ConflictError(
        f"Cuộc kiểm tra {inspection_id} đã có trên máy này nên không nhập đè. Hãy mở "
        "cuộc kiểm tra đó hoặc nhập vào thư mục dữ liệu khác."
    )


def unknown(inspection_id: str) -> UserError:
    """There is no such inspection here."""
    return UserError(
        f"Không có cuộc kiểm tra {inspection_id} trên máy này. Hãy xem danh sách cuộc "
        "kiểm tra hoặc nhập cuộc kiểm tra này trước."
    )


def _notes(by_field: dict[tuple[str, str], list[Shown]]) -> dict[str, str]:
    rows = by_field[facts.ANSWER, facts.NOTE]
    ids = (row.entity_id for row in rows)
    return dict(zip(ids, _read(_NOTES, rows), strict=True))


class _Gone:
    """The places of entries that were taken off: their answers wait unseen."""

    def __init__(self, entries: set[str]) -> None:
        self._entries = entries

    def __contains__(self, place: str) -> bool:
        return is_entry(place) and place not in self._entries


def _loose_notes(
    by_field: dict[tuple[str, str], list[Shown]],
) -> Iterator[LooseNote]:
    answered = {row.entity_id for row in by_field[facts.ANSWER, facts.BODY]}
    for entity_id, text in _notes(by_field).items():
        if text and entity_id not in answered:
            criterion, _, unit = entity_id.partition("/")
            yield LooseNote(criterion=criterion, unit=unit, text=text)


def _answers(by_field: dict[tuple[str, str], list[Shown]]) -> tuple[Answer, ...]:
    bodies = by_field[facts.ANSWER, facts.BODY]
    note_of = _notes(by_field)
    return tuple(
        _answer(row, body, note_of.get(row.entity_id, ""))
        for row, body in zip(bodies, _read(_BODIES, bodies), strict=True)
    )


def _answer(row: Shown, body: AnswerValue, note: str) -> Answer:
    """Put together from parts already checked: checking again doubles the time."""
    criterion, _, unit = row.entity_id.partition("/")
    return Answer.model_construct(
        criterion=criterion,
        unit=unit,
        body=body,
        note=note,
        saved_at=dt.datetime.fromisoformat(row.wall_time),
        author=row.author,
    )


def _read(adapter: TypeAdapter[list[T]], rows: Sequence[Shown]) -> list[T]:
    """All values of one shape in one validation: 2,000 cost as much as 200 singly.

    Keys a newer version added are left out here and stay in the op.
    """
    text = f"[{','.join(row.value for row in rows)}]"
    try:
        return adapter.validate_json(text, extra="ignore")
    except ValidationError as error:
        where = error.errors()[0]["loc"]
        row = rows[where[0]] if where and isinstance(where[0], int) else rows[0]
        raise _spoilt(row.entity, row.entity_id) from error


def _spoilt(entity: str, entity_id: str) -> IntegrityError:
    return IntegrityError(
        f"Dữ liệu đã lưu của {entity}/{entity_id} không đọc được. Hãy cập nhật ứng "
        "dụng; nếu vẫn lỗi, giữ nguyên tệp dữ liệu và báo bộ phận kỹ thuật."
    )
