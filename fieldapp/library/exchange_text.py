"""An inspection as the text of an exchange file.

Written by hand rather than by a YAML emitter: one answer a line, every text in
double quotes, so that a person can read and compare two files line by line.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from fieldapp.domain.answers import Answer
from fieldapp.domain.checklist import Checklist
from fieldapp.domain.findings import Photo
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.record import InspectionRecord
from fieldapp.library.exchange_file import FORMAT
from fieldapp.library.yaml_scalars import BREAKS, double_quoted, scalar

_EXTENSIONS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/heic": "heic",
}


def write_inspection(
    record: InspectionRecord, checklist: Checklist, text: str = ""
) -> str:
    """Return `record` as the text of an exchange file.

    `checklist` only gives the answers their headings; `text`, when given, is the text
    it was read from and is carried along. Photos are named
    `photos/<sha256>.jpg`; the caller puts the files there. Read again, the text
    gives the same record.
    """
    lines = [
        "# Một cuộc kiểm tra, xuất từ phần mềm; nhập lại ở máy khác cho cùng kết quả.",
        f"format: {FORMAT}",
        *_header(record.inspection),
        *_list("entries", (_filled(part) for part in record.entries)),
        *_list("samplings", (_filled(part) for part in record.samplings)),
        *_answers(record.answers, checklist),
        *_list("scores", (_filled(part) for part in record.scores)),
        *_list("findings", (_filled(part) for part in record.findings)),
        *_list("recommendations", (_filled(r) for r in record.recommendations)),
        *_list("meetings", (_filled(part) for part in record.meetings)),
        *_list("responses", (_filled(part) for part in record.responses)),
        *_list("photos", (_photo(photo) for photo in record.photos)),
        *_list("loose_notes", (_filled(note) for note in record.loose_notes)),
        *_list("edits", (_filled(edit) for edit in record.edits)),
        *_group("notice", _filled(record.notice), ""),
        *_list("aside", (_filled(part) for part in record.aside)),
        *(_carried(text) if text else ()),
    ]
    return "\n".join(lines) + "\n"


def _carried(text: str) -> Iterator[str]:
    """The checklist's text, line by line where YAML gives it back to the letter."""
    if BREAKS.search(text) or "\r" in text:
        yield f"checklist_text: {double_quoted(text)}"
        return
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    yield f"checklist_text: |2{'-' if ends == 0 else '' if ends == 1 else '+'}"
    yield from (f"  {line}" if line else "" for line in body.split("\n"))
    yield from ("" for _ in range(ends - 1))


def photo_name(photo: Photo) -> str:
    """Return the path of a photo's file beside the exchange file."""
    return f"photos/{photo.sha256}.{_EXTENSIONS.get(photo.media_type, 'bin')}"


def _header(inspection: Inspection) -> Iterator[str]:
    yield f"checklist: {_flow(inspection.checklist)}"
    if inspection.checklist_sha256:
        yield f"checklist_sha256: {_flow(inspection.checklist_sha256)}"
    yield f"campaign: {_flow(_filled(inspection.campaign))}"
    yield "inspection:"
    yield f"  id: {_flow(inspection.id)}"
    if inspection.rehearsal:
        yield "  rehearsal: true"
    yield f"  mode: {_flow(inspection.mode)}"
    yield f"  unit: {_flow(_filled(inspection.unit))}"
    if inspection.unit_head:
        yield f"  unit_head: {_flow(_filled(inspection.unit_head))}"
    yield from _list("sub_units", (_filled(u) for u in inspection.sub_units), "  ")
    if inspection.sub_units_visited:
        yield f"  sub_units_visited: {_flow(list(inspection.sub_units_visited))}"
    period = inspection.period
    named = {"from": period.start, "to": period.end, "text": period.text}
    yield f"  period: {_flow({key: value for key, value in named.items() if value})}"
    yield f"  visited_on: {_flow(inspection.visited_on)}"
    yield f"  issuer: {_flow(_filled(inspection.issuer))}"
    yield from _list("team", (_filled(person) for person in inspection.team), "  ")
    yield from _list("legal_basis", inspection.legal_basis, "  ")


def _answers(answers: tuple[Answer, ...], checklist: Checklist) -> Iterator[str]:
    if not answers:
        return
    yield "answers:"
    names = {c.id: c.short or c.question for c in checklist.criteria()}
    before = None
    for answer in answers:
        if answer.criterion != before and answer.criterion in names:
            yield f"  # {' '.join(names[answer.criterion].split())}"
        before = answer.criterion
        content = _filled(answer)
        body = content.pop("body")
        if answer.body.parts:
            body["parts"] = {p.part: p.count for p in answer.body.parts}
        head = {"criterion": content.pop("criterion"), "unit": content.pop("unit")}
        status = {"status": answer.body.status}
        yield f"  - {_flow(head | status | body | content)}"


def _photo(photo: Photo) -> dict[str, Any]:
    keys = ("id", "sha256", "criterion", "unit", "caption", "taken_at", "file_name")
    content = _filled(photo)
    told = {key: content[key] for key in keys if key in content}
    return {"file": photo_name(photo), **told}


def _filled(value: BaseModel) -> dict[str, Any]:
    """Return the keys that differ from their defaults, in the model's order."""
    return value.model_dump(exclude_defaults=True)


def _list(key: str, items: Iterable[Any], indent: str = "") -> Iterator[str]:
    lines = [f"{indent}  - {_flow(item)}" for item in items]
    if lines:
        yield f"{indent}{key}:"
        yield from lines


def _group(key: str, content: dict[str, Any], indent: str) -> Iterator[str]:
    if content:
        yield f"{indent}{key}:"
        for name, value in content.items():
            yield f"{indent}  {name}: {_flow(value)}"


def _flow(value: Any) -> str:  # noqa: ANN401 - whatever a model dumps
    """Return a value in YAML's flow style."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    return scalar(value)
