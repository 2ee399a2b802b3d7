"""Rules of an exchange file beyond its shape: who and what it speaks of exists."""

import difflib
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath

from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.entries import SIGN, is_entry
from fieldapp.domain.record import CriterionScores, LooseNote
from fieldapp.library.answer_checks import answer_mistakes
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path
from fieldapp.library.exchange_file import AnswerPart, ExchangeFile, PhotoPart
from fieldapp.library.exchange_groups import (
    entry_mistakes,
    place_mistakes,
    score_mistakes,
)

AtPlace = AnswerPart | LooseNote | PhotoPart | CriterionScores
"""What names a criterion and the unit or entry it is answered at."""


class ExchangeChecks:
    """All checks of one file against its checklist (None while it is unknown)."""

    def __init__(
        self, content: ExchangeFile, checklist: Checklist | None, folder: FilePath
    ) -> None:
        self._content = content
        self._folder = folder
        self._checklist = checklist
        self._criteria: dict[str, Criterion] | None = None
        if checklist is not None:
            self._criteria = {c.id: c for c in checklist.criteria()}
        part = content.inspection
        self._units = {unit.code for unit in (part.unit, *part.sub_units)}
        self._entries = {entry.code: entry for entry in content.entries}

    def mistakes(self) -> Iterator[Mistake]:
        """Yield everything wrong."""
        yield from self._header()
        yield from self._groups()
        yield from self._answers()
        yield from self._loose_notes()
        yield from self._findings()
        yield from self._meetings()
        yield from self._photos()
        yield from self._ids()

    def _header(self) -> Iterator[Mistake]:
        part = self._content.inspection
        start, end = part.period.start, part.period.end
        if start and end and end < start:
            message = "ngày cuối (to) trước ngày đầu (from); sửa lại"
            at: Path = ("inspection", "period", "to")
            yield Mistake(at, Code.PERIOD_REVERSED, message)
        yield from _unit_code(part.unit.code, ("inspection", "unit", "code"))
        seen = {part.unit.code}
        for index, unit in enumerate(part.sub_units):
            yield from _unit_code(unit.code, ("inspection", "sub_units", index, "code"))
            if unit.code in seen:
                message = f"mã đơn vị “{unit.code}” đã dùng ở trên; đặt mã khác"
                at = ("inspection", "sub_units", index, "code")
                yield Mistake(at, Code.DUPLICATE_UNIT, message)
            seen.add(unit.code)
        for index, code in enumerate(part.sub_units_visited):
            yield from self._unit(code, ("inspection", "sub_units_visited", index))

    def _groups(self) -> Iterator[Mistake]:
        """Entries, samplings and points: what they name exists, then what fits."""
        for index, entry in enumerate(self._content.entries):
            yield from self._unit(entry.unit, ("entries", index, "unit"))
        for index, sampling in enumerate(self._content.samplings):
            yield from self._unit(sampling.unit, ("samplings", index, "unit"))
        for index, scores in enumerate(self._content.scores):
            yield from self._at_place(scores, ("scores", index))
        if self._checklist is not None:
            yield from entry_mistakes(self._content, self._checklist)
            yield from score_mistakes(self._content, self._checklist)

    def _answers(self) -> Iterator[Mistake]:
        seen: set[tuple[str, str]] = set()
        for index, answer in enumerate(self._content.answers):
            path: Path = ("answers", index)
            yield from self._at_place(answer, path)
            if (answer.criterion, answer.unit) in seen:
                message = (
                    f"tiêu chí {answer.criterion} ở đơn vị {answer.unit} đã có câu trả "
                    "lời ở trên; giữ một"
                )
                yield Mistake(path, Code.DUPLICATE_ANSWER, message)
            seen.add((answer.criterion, answer.unit))
            criterion = (self._criteria or {}).get(answer.criterion)
            if criterion is not None:
                yield from answer_mistakes(answer, criterion, path)

    def _loose_notes(self) -> Iterator[Mistake]:
        for index, note in enumerate(self._content.loose_notes):
            yield from self._at_place(note, ("loose_notes", index))

    def _findings(self) -> Iterator[Mistake]:
        for index, finding in enumerate(self._content.findings):
            path: Path = ("findings", index)
            if finding.criterion:
                yield from self._criterion(finding.criterion, (*path, "criterion"))
            for number, code in enumerate(finding.units):
                yield from self._unit(code, (*path, "units", number))

    def _meetings(self) -> Iterator[Mistake]:
        for key in ("meetings", "responses"):
            for index, part in enumerate(getattr(self._content, key)):
                for number, code in enumerate(part.units):
                    yield from self._unit(code, (key, index, "units", number))

    def _photos(self) -> Iterator[Mistake]:
        for index, photo in enumerate(self._content.photos):
            path: Path = ("photos", index)
            yield from self._at_place(photo, path)
            yield from self._photo_file(photo.file, photo.sha256, path)

    def _photo_file(self, name: str, sha256: str, path: Path) -> Iterator[Mistake]:
        file = photo_path(self._folder, name)
        if file is None:
            message = f"ảnh “{name}” nằm ngoài thư mục của tệp hoặc có tên không dùng"
            message += " được; chép ảnh vào cạnh tệp"
            yield Mistake((*path, "file"), Code.PHOTO_MISSING, message)
        elif not file.is_file():
            message = f"không tìm thấy ảnh “{name}”; chép ảnh vào cạnh tệp rồi nhập lại"
            yield Mistake((*path, "file"), Code.PHOTO_MISSING, message)
        elif sha256 and _sha256(file) != sha256:
            message = f"ảnh “{name}” không còn như lúc xuất (sai mã SHA-256); chép lại"
            yield Mistake((*path, "sha256"), Code.PHOTO_HASH, message)

    def _ids(self) -> Iterator[Mistake]:
        for key in ("findings", "recommendations", "meetings", "responses", "photos"):
            yield from _twice(key, (part.id for part in getattr(self._content, key)))

    def _criterion(self, criterion: str, at: Path) -> Iterator[Mistake]:
        if self._criteria is not None and criterion not in self._criteria:
            where = f"bộ tiêu chí {self._content.checklist}"
            message = f"{where} không có tiêu chí “{criterion}”"
            message += _likely(criterion, self._criteria)
            yield Mistake(at, Code.UNKNOWN_CRITERION, message)

    def _at_place(self, part: AtPlace, path: Path) -> Iterator[Mistake]:
        """Yield what is wrong with a criterion and the place it is answered at."""
        if part.criterion:
            yield from self._criterion(part.criterion, (*path, "criterion"))
        if not part.unit:
            return
        at = (*path, "unit")
        if part.unit not in self._entries:
            yield from self._unit(part.unit, at)
        if self._checklist is not None and part.criterion:
            yield from place_mistakes(
                part.criterion, part.unit, self._entries, self._checklist, at
            )

    def _unit(self, code: str, at: Path) -> Iterator[Mistake]:
        if code not in self._units:
            what = f"mục “{code}” trong entries" if is_entry(code) else ""
            what = what or f"đơn vị mã “{code}” trong unit và sub_units"
            message = f"không có {what}"
            message += _likely(code, self._units)
            yield Mistake(at, Code.UNKNOWN_UNIT, message)


def photo_path(folder: FilePath, name: str) -> FilePath | None:
    """Return the photo's file, or None when `name` leads out of `folder`."""
    try:
        file = (folder / name).resolve()
        file.is_file()  # raises for a name no system takes, too long for instance
    except (OSError, ValueError, RuntimeError):
        return None
    return file if file.is_relative_to(folder.resolve()) else None


def _unit_code(code: str, at: Path) -> Iterator[Mistake]:
    """A code with one of these signs would be read as an entry's or an answer's."""
    if SIGN in code or "/" in code:
        message = f"mã đơn vị “{code}” có dấu # hoặc /; đặt mã không có hai dấu ấy"
        yield Mistake(at, Code.UNIT_CODE, message)


def _twice(key: str, ids: Iterable[str]) -> Iterator[Mistake]:
    seen: set[str] = set()
    for index, value in enumerate(ids):
        if value and value in seen:
            message = f"mã “{value}” đã dùng ở trên; đặt mã khác hoặc bỏ id"
            yield Mistake((key, index, "id"), Code.DUPLICATE_ID, message)
        seen.add(value)


def _likely(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; có phải là “{close[0]}”?" if close else "; kiểm tra lại mã"


def _sha256(file: FilePath) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
