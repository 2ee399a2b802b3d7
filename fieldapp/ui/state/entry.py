"""From what is typed into a criterion's fields to an answer, and back.

Pure. Field names: "num" and "den" of a ratio, "value" of everything else,
"number"/"issued_on"/"issuer" of a document, "reported" beside every figure.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from fieldapp.domain.answers import AnswerStatus, AnswerValue, DocumentRef
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.typing_in import (
    Typed,
    read_date,
    read_decimal,
    read_percent,
    read_whole,
)
from fieldapp.domain.vietnamese import decimal_text, number_text, short_date


@dataclass(frozen=True)
class Entry:
    """What the fields say: an answer (None when empty), or problems by field.

    `unfinished` is true while a ratio has one of its two numbers: nothing to save
    yet, and nothing to complain about while the person is still typing.
    """

    body: AnswerValue | None = None
    problems: Mapping[str, str] = field(default_factory=dict)
    unfinished: bool = False


NUMERIC = frozenset({AnswerKind.COUNT, AnswerKind.RATIO, AnswerKind.SCORE})
"""The kinds with a figure the unit may have reported itself."""


def read_entry(
    criterion: Criterion, texts: Mapping[str, str], before: AnswerValue | None = None
) -> Entry:
    """Read the fields of one criterion.

    `before` is the answer they were filled with: what has no field is kept from it,
    and empty fields under a chosen status ("không áp dụng") leave the status.
    """
    entry = _READERS[criterion.answer.type](criterion, texts)
    if not (entry.problems or entry.unfinished):
        entry = Entry(kept(entry.body or _status_of(before), before))
    if criterion.answer.type in NUMERIC:
        return _with_reported(criterion, texts, entry, before)
    return entry


def kept(body: AnswerValue | None, before: AnswerValue | None) -> AnswerValue | None:
    """`body` with what the unit reported and the document that stood in `before`."""
    if body is None or before is None:
        return body
    parts: dict[str, object] = {"reported": body.reported or before.reported}
    if body.status is AnswerStatus.GIVEN:
        parts["document"] = body.document or before.document
    return body.model_copy(update=parts)


def texts_of(criterion: Criterion, body: AnswerValue | None) -> dict[str, str]:
    """The texts that stand in the fields for a saved answer; none is empty."""
    if body is None:
        return {}
    texts: dict[str, str] = {}
    if body.document is not None and criterion.answer.type is AnswerKind.DOCUMENT:
        texts |= _document_texts(body.document)
    if body.num is not None and body.den is not None:
        texts |= {"num": number_text(str(body.num)), "den": number_text(str(body.den))}
    elif body.value is not None:
        texts["value"] = _shown(criterion.answer.type, body.value)
    if body.reported and criterion.answer.type in NUMERIC:
        texts["reported"] = _shown(criterion.answer.type, body.reported)
    return {name: text for name, text in texts.items() if text}


def _status_of(before: AnswerValue | None) -> AnswerValue | None:
    """The chosen status an answer stands under, None for one with figures."""
    without = before is not None and before.status is not AnswerStatus.GIVEN
    return before if without else None


def _with_reported(
    criterion: Criterion,
    texts: Mapping[str, str],
    entry: Entry,
    before: AnswerValue | None,
) -> Entry:
    """Add the unit's own figure; alone it stands under "chưa có số liệu"."""
    typed = _read_reported(criterion, texts.get("reported", ""), before)
    if typed.problem:
        problems = {**entry.problems, "reported": typed.problem}
        return replace(entry, body=None, problems=problems)
    if entry.problems or entry.unfinished:
        return entry
    body = entry.body
    if body is None and typed.digits:
        body = AnswerValue(status=AnswerStatus.UNKNOWN)
    return Entry(body and body.model_copy(update={"reported": typed.digits}))


def _read_reported(
    criterion: Criterion, text: str, before: AnswerValue | None
) -> Typed:
    if before is not None and text == texts_of(criterion, before).get("reported", ""):
        return Typed(digits=before.reported or None)
    if criterion.answer.type is AnswerKind.RATIO:
        bounded = criterion.answer.at_most_denominator
        return read_percent(text, at_most_100=bounded)
    is_count = criterion.answer.type is AnswerKind.COUNT
    return read_whole(text) if is_count else read_decimal(text)


def _shown(kind: AnswerKind, value: str) -> str:
    if kind is AnswerKind.DATE:
        return short_date(dt.date.fromisoformat(value))
    if kind in {AnswerKind.COUNT, AnswerKind.SCORE, AnswerKind.RATIO}:
        return value.replace(".", ",")
    return value


def _document_texts(document: DocumentRef) -> dict[str, str]:
    issued = short_date(document.issued_on) if document.issued_on else ""
    return {
        "number": document.number,
        "issued_on": issued,
        "issuer": document.issuer,
    }


def _from_typed(typed: Typed, name: str = "value") -> Entry:
    if typed.problem:
        return Entry(problems={name: typed.problem})
    return Entry(AnswerValue(value=typed.digits) if typed.digits else None)


def _ratio(criterion: Criterion, texts: Mapping[str, str]) -> Entry:
    num, den = read_whole(texts.get("num", "")), read_whole(texts.get("den", ""))
    if num.digits is None and den.digits is None and not (num.problem or den.problem):
        bounded = criterion.answer.at_most_denominator
        return _from_typed(
            read_percent(texts.get("value", ""), at_most_100=bounded), "value"
        )
    problems = {n: t.problem for n, t in (("num", num), ("den", den)) if t.problem}
    if problems:
        return Entry(problems=problems)
    if num.digits is None or den.digits is None:
        return Entry(unfinished=True)
    return _two_numbers(criterion, int(num.digits), int(den.digits))


def _two_numbers(criterion: Criterion, num: int, den: int) -> Entry:
    if den == 0:
        message = "Mẫu số phải từ 1. Nếu không phát sinh, chọn “Không áp dụng”."
        return Entry(problems={"den": message})
    if criterion.answer.at_most_denominator and num > den:
        shown = f"{number_text(str(num))} lớn hơn {number_text(str(den))}"
        return Entry(problems={"num": f"{shown}: tỷ lệ vượt 100%. Hãy kiểm tra lại."})
    return Entry(AnswerValue(num=num, den=den))


def _count(_criterion: Criterion, texts: Mapping[str, str]) -> Entry:
    return _from_typed(read_whole(texts.get("value", "")))


def _score(criterion: Criterion, texts: Mapping[str, str]) -> Entry:
    typed = read_decimal(texts.get("value", ""))
    low, high = criterion.answer.min or 0, criterion.answer.max
    number = typed.number
    if number is not None and (number < low or (high is not None and number > high)):
        top = decimal_text(high) if high is not None else ""
        return Entry(problems={"value": f"Điểm phải từ {low} đến {top}."})
    return _from_typed(typed)


def _date(_criterion: Criterion, texts: Mapping[str, str]) -> Entry:
    return _from_typed(read_date(texts.get("value", "")))


def _plain(_criterion: Criterion, texts: Mapping[str, str]) -> Entry:
    text = texts.get("value", "").strip()
    return Entry(AnswerValue(value=text) if text else None)


def _document(_criterion: Criterion, texts: Mapping[str, str]) -> Entry:
    issued = read_date(texts.get("issued_on", ""))
    if issued.problem:
        return Entry(problems={"issued_on": issued.problem})
    document = DocumentRef(
        number=texts.get("number", ""),
        issued_on=dt.date.fromisoformat(issued.digits) if issued.digits else None,
        issuer=texts.get("issuer", ""),
    )
    named = None if document == DocumentRef() else document
    words = texts.get("value", "").strip() or None
    if named is None and words is None:
        return Entry()
    return Entry(AnswerValue(value=words, document=named))


_READERS: dict[AnswerKind, Callable[[Criterion, Mapping[str, str]], Entry]] = {
    AnswerKind.YES_NO: _plain,
    AnswerKind.COUNT: _count,
    AnswerKind.RATIO: _ratio,
    AnswerKind.SCORE: _score,
    AnswerKind.DATE: _date,
    AnswerKind.TEXT: _plain,
    AnswerKind.CHOICE: _plain,
    AnswerKind.DOCUMENT: _document,
    AnswerKind.PHOTO: _plain,
}
