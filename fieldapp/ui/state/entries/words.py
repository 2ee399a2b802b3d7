"""Words, dates, documents, and everything that is tapped rather than typed.

Field names: "value"; "number", "issued_on" and "issuer" of a document.
"""

import datetime as dt

from fieldapp.domain.answers import AnswerValue, DocumentRef
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.typing_in import read_date
from fieldapp.domain.vietnamese import short_date
from fieldapp.ui.state.entries.pieces import Family, Piece, Texts

_VALUE = frozenset({"value"})


def _read(_criterion: Criterion, texts: Texts, _before: AnswerValue | None) -> Piece:
    text = texts.get("value", "").strip()
    return Piece({"value": text} if text else {})


def _write(_criterion: Criterion, body: AnswerValue) -> dict[str, str]:
    return {"value": body.value or ""}


def _read_date(
    _criterion: Criterion, texts: Texts, _before: AnswerValue | None
) -> Piece:
    typed = read_date(texts.get("value", ""))
    if typed.problem:
        return Piece(problems={"value": typed.problem})
    return Piece({"value": typed.digits} if typed.digits else {})


def _write_date(_criterion: Criterion, body: AnswerValue) -> dict[str, str]:
    day = body.value
    return {"value": short_date(dt.date.fromisoformat(day)) if day else ""}


def _read_document(
    _criterion: Criterion, texts: Texts, _before: AnswerValue | None
) -> Piece:
    issued = read_date(texts.get("issued_on", ""))
    if issued.problem:
        return Piece(problems={"issued_on": issued.problem})
    document = DocumentRef(
        number=texts.get("number", ""),
        issued_on=dt.date.fromisoformat(issued.digits) if issued.digits else None,
        issuer=texts.get("issuer", ""),
    )
    return Piece({} if document == DocumentRef() else {"document": document})


def _write_document(_criterion: Criterion, body: AnswerValue) -> dict[str, str]:
    document = body.document or DocumentRef()
    issued = short_date(document.issued_on) if document.issued_on else ""
    return {
        "number": document.number,
        "issued_on": issued,
        "issuer": document.issuer,
    }


WORDS = Family(_read, _write, _VALUE)
DATE = Family(_read_date, _write_date, _VALUE)
DOCUMENT = Family(_read_document, _write_document, frozenset({"document"}))
