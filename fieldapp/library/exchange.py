"""An exchange file to an inspection, or every mistake in it at once."""

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from fieldapp.domain import facts
from fieldapp.domain.answers import Answer, AnswerValue, PartCount
from fieldapp.domain.checklist import Checklist
from fieldapp.domain.findings import Finding, Recommendation
from fieldapp.domain.inspection import Inspection, Period
from fieldapp.domain.meetings import Meeting, UnitResponse
from fieldapp.domain.record import InspectionRecord, NoticeDetails, SentenceEdit
from fieldapp.errors import Problem, ProblemsError, UserError
from fieldapp.library.checklists import parse_checklist
from fieldapp.library.codes import Code
from fieldapp.library.documents import Document, Mistake
from fieldapp.library.exchange_checks import ExchangeChecks, photo_path
from fieldapp.library.exchange_file import (
    FORMAT,
    AnswerPart,
    ExchangeFile,
    FindingPart,
    MeetingPart,
    PhotoPart,
    RecommendationPart,
    ResponsePart,
)
from fieldapp.library.exchange_salvage import Salvage
from fieldapp.library.files import read_text
from fieldapp.library.memory import collector_paused
from fieldapp.library.shape import read_shape
from fieldapp.library.versions import Format
from fieldapp.library.yaml_text import read_document

ChecklistLookup = Callable[[str], Checklist]
"""Gives the checklist of an id or raises `UserError`; `Library.load` is one."""

P = TypeVar("P", FindingPart, RecommendationPart, PhotoPart, MeetingPart, ResponsePart)

_FORMAT = Format(
    FORMAT,
    Code.EXCHANGE_FORMAT,
    "tệp cuộc kiểm tra",
    "cập nhật chương trình hoặc xuất lại từ bản cũ hơn",
)


@dataclass(frozen=True)
class ImportedPhoto:
    """A photo that lies beside the file; not yet opened, its format not yet known.

    `sha256` is empty when the file did not say; when it did, the bytes agree.
    """

    path: Path
    id: str
    sha256: str
    criterion: str
    unit: str
    caption: str
    taken_at: datetime | None
    file_name: str


@dataclass(frozen=True)
class ImportedInspection:
    """What an exchange file holds. `record` has everything but the photos.

    `checklist_text` is the text the file carries, "" where it carries none.
    """

    record: InspectionRecord
    photos: tuple[ImportedPhoto, ...]
    checklist: Checklist
    checklist_text: str = ""

    @property
    def inspection(self) -> Inspection:
        """The header."""
        return self.record.inspection

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers in file order."""
        return self.record.answers

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in file order."""
        return self.record.findings

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """The recommendations in file order."""
        return self.record.recommendations

    @property
    def edits(self) -> tuple[SentenceEdit, ...]:
        """Wordings people gave to drafted sentences."""
        return self.record.edits

    @property
    def notice(self) -> NoticeDetails:
        """What the leader decided about the paper."""
        return self.record.notice


def load_inspection(path: Path, lookup: ChecklistLookup) -> ImportedInspection:
    """Return the inspection in the file at `path`; photos lie relative to it.

    Raises:
        ProblemsError: The file cannot be read or has mistakes; all of them.
    """
    text, problems = read_text(path)
    if problems:
        raise _refused(path.name, problems)
    return read_inspection(text, lookup, path.parent, path.name)


def read_inspection(
    text: str,
    lookup: ChecklistLookup,
    folder: Path,
    file: str = "inspection.yaml",
) -> ImportedInspection:
    """Return the inspection in `text` (YAML or JSON); photos lie in `folder`.

    `file` is the name shown in problems.

    Raises:
        ProblemsError: The text has mistakes; all of them. Nothing was changed.
    """
    with collector_paused():
        document, problems = read_document(text, file)
        if document is None:
            raise _refused(file, problems)
        content, checklist, mistakes = _read(document, lookup, folder)
    problems += document.problems(mistakes)
    if content is None or checklist is None or problems:
        raise _refused(file, problems)
    return _imported(content, checklist, folder)


def _refused(file: str, problems: list[Problem]) -> ProblemsError:
    message = f"Tệp {file} có {len(problems)} lỗi; chưa nhập gì. Sửa rồi nhập lại."
    return ProblemsError(message, sorted(problems))


def _read(
    document: Document, lookup: ChecklistLookup, folder: Path
) -> tuple[ExchangeFile | None, Checklist | None, list[Mistake]]:
    """Return content and checklist when they could be read, and all mistakes."""
    version = list(_FORMAT.mistakes(document.data))
    if version:
        return None, None, version
    content, mistakes = read_shape(ExchangeFile, document.data)
    salvaged = Salvage(document.data, mistakes)
    readable = content or salvaged.content()
    if readable is None:
        return None, None, mistakes
    if readable.checklist_text:
        checklist, unknown = _carried(readable)
    else:
        checklist, unknown = _looked_up(readable.checklist, lookup)
    found = ExchangeChecks(readable, checklist, folder).mistakes()
    return content, checklist, mistakes + unknown + salvaged.replaced(found)


def _looked_up(
    checklist_id: str, lookup: ChecklistLookup
) -> tuple[Checklist | None, list[Mistake]]:
    try:
        return lookup(checklist_id), []
    except UserError as error:
        return None, [Mistake(("checklist",), Code.UNKNOWN_CHECKLIST, error.message)]


def _carried(content: ExchangeFile) -> tuple[Checklist | None, list[Mistake]]:
    """The checklist in the file itself, which must be the one it says it is."""
    at, text = ("checklist_text",), content.checklist_text
    try:
        checklist = parse_checklist(text, f"{content.checklist}.yaml")
    except ProblemsError as error:
        first = error.problems[0]
        message = f"bộ tiêu chí kèm trong tệp có lỗi; lỗi đầu tiên: {first}"
        return None, [Mistake(at, Code.UNKNOWN_CHECKLIST, message, at_key=True)]
    made_with = content.checklist_sha256
    if made_with not in ("", facts.sha256_of(text)) or (
        checklist.id != content.checklist
    ):
        message = (
            "bộ tiêu chí kèm trong tệp không phải bản mà cuộc kiểm tra đã dùng (khác "
            "mã hoặc khác SHA-256); xuất lại từ máy cũ, không sửa phần này"
        )
        return checklist, [Mistake(at, Code.OTHER_CHECKLIST, message, at_key=True)]
    return checklist, []


def _imported(
    content: ExchangeFile, checklist: Checklist, folder: Path
) -> ImportedInspection:
    findings = _with_ids("f", content.findings)
    recommendations = _with_ids("r", content.recommendations)
    meetings = _with_ids("m", content.meetings)
    responses = _with_ids("u", content.responses)
    record = InspectionRecord(
        inspection=_inspection(content),
        answers=tuple(_answer(part) for part in content.answers),
        findings=tuple(Finding(**dict(part)) for part in findings),
        recommendations=tuple(Recommendation(**dict(part)) for part in recommendations),
        meetings=tuple(Meeting(**dict(part)) for part in meetings),
        responses=tuple(UnitResponse(**dict(part)) for part in responses),
        entries=content.entries,
        samplings=content.samplings,
        scores=content.scores,
        loose_notes=content.loose_notes,
        aside=content.aside,
        edits=content.edits,
        notice=content.notice,
    )
    photos = tuple(_photo(part, folder) for part in _with_ids("p", content.photos))
    return ImportedInspection(
        record=record,
        photos=photos,
        checklist=checklist,
        checklist_text=content.checklist_text,
    )


def _inspection(content: ExchangeFile) -> Inspection:
    header = dict(content.inspection) | {
        "period": Period(**dict(content.inspection.period))
    }
    return Inspection(
        checklist=content.checklist,
        checklist_sha256=content.checklist_sha256,
        campaign=content.campaign,
        **header,
    )


def _answer(part: AnswerPart) -> Answer:
    content = dict(part)
    body = {key: content.pop(key) for key in AnswerValue.model_fields}
    counts = body["parts"].items()
    body["parts"] = tuple(PartCount(part=name, count=n) for name, n in counts)
    return Answer(body=AnswerValue(**body), **content)


def _photo(part: PhotoPart, folder: Path) -> ImportedPhoto:
    content = dict(part)
    name = content.pop("file")
    path = photo_path(folder, name)
    if path is None:
        message = f"ảnh “{name}” nằm ngoài thư mục của tệp"
        raise UserError(message)
    content["file_name"] = part.file_name or path.name
    return ImportedPhoto(path=path, **content)


def _with_ids(prefix: str, parts: Iterable[P]) -> list[P]:
    """Give parts without an id the next free "f-1", "f-2", … by their place."""
    listed = list(parts)
    taken = {part.id for part in listed}
    named = []
    for number, part in enumerate(listed, start=1):
        fresh = part.id or _free(prefix, number, taken)
        taken.add(fresh)
        named.append(part.model_copy(update={"id": fresh}))
    return named


def _free(prefix: str, number: int, taken: set[str]) -> str:
    return next(
        name for n in itertools.count(number) if (name := f"{prefix}-{n}") not in taken
    )
