"""Repeating groups and points in an exchange file: what they name exists and fits.

Entries stand in repeating sections, criteria of those sections are answered at
entries, and points that people gave keep to what the criterion can earn.
"""

from collections.abc import Iterator
from decimal import Decimal

from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.entries import Entry, is_entry
from fieldapp.domain.record import CriterionScores
from fieldapp.domain.vietnamese import decimal_text
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path
from fieldapp.library.exchange_file import ExchangeFile
from fieldapp.library.written import number_problem


def entry_mistakes(content: ExchangeFile, checklist: Checklist) -> Iterator[Mistake]:
    """Yield entries and samplings of sections that do not repeat, and doubled ones."""
    codes: set[str] = set()
    for index, entry in enumerate(content.entries):
        path: Path = ("entries", index)
        yield from _section(entry.section, checklist, (*path, "section"))
        if entry.code in codes:
            message = f"mã “{entry.id}” đã dùng ở trên cho {entry.unit}; đặt mã khác"
            yield Mistake((*path, "id"), Code.DUPLICATE_ID, message)
        codes.add(entry.code)
    yield from _samplings(content, checklist)


def _samplings(content: ExchangeFile, checklist: Checklist) -> Iterator[Mistake]:
    seen: set[tuple[str, str]] = set()
    for index, sampling in enumerate(content.samplings):
        path: Path = ("samplings", index)
        yield from _section(sampling.section, checklist, (*path, "section"))
        place = (sampling.section, sampling.unit)
        if place in seen:
            message = (
                f"cách chọn mẫu của phần {sampling.section} ở {sampling.unit} đã có ở "
                "trên; giữ một"
            )
            yield Mistake(path, Code.PLACE_TWICE, message)
        seen.add(place)
        total, size = sampling.population, sampling.sample_size
        if total is not None and size is not None and size > total:
            message = f"cỡ mẫu {size} lớn hơn tổng số {total}; kiểm tra lại"
            yield Mistake((*path, "sample_size"), Code.VALUE_OUT_OF_RANGE, message)


def _section(section_id: str, checklist: Checklist, at: Path) -> Iterator[Mistake]:
    section = checklist.section(section_id)
    if section is None:
        known = ", ".join(s.id for s in checklist.sections if s.repeat)
        message = (
            f"bộ tiêu chí {checklist.id} không có phần “{section_id}”; các phần lặp: "
            f"{known or 'không có'}"
        )
        yield Mistake(at, Code.UNKNOWN_SECTION, message)
    elif section.repeat is None:
        message = (
            f"phần {section_id} ({section.title}) không lặp lại; trả lời thẳng ở đơn vị"
        )
        yield Mistake(at, Code.NOT_REPEATING, message)


def place_mistakes(
    criterion: str,
    place: str,
    entries: dict[str, Entry],
    checklist: Checklist,
    at: Path,
) -> Iterator[Mistake]:
    """Yield a criterion answered at the wrong kind of place.

    Criteria of a repeating section belong to an entry of that section, all others
    to a unit.
    """
    section = checklist.section_of(criterion)
    if section is None:
        return
    entry = entries.get(place)
    if section.repeat is not None and not is_entry(place):
        message = (
            f"tiêu chí {criterion} thuộc phần lặp {section.id}: ghi mã một mục, ví dụ "
            f"“{place}#e1”"
        )
        yield Mistake(at, Code.WRONG_PLACE, message)
    elif entry is not None and entry.section != section.id:
        message = (
            f"“{place}” là mục của phần {entry.section}, còn tiêu chí {criterion} "
            f"thuộc phần {section.id}; ghi đúng nơi"
        )
        yield Mistake(at, Code.WRONG_PLACE, message)


def score_mistakes(content: ExchangeFile, checklist: Checklist) -> Iterator[Mistake]:
    """Yield points that a criterion cannot have, and doubled ones."""
    seen: set[tuple[str, str]] = set()
    for index, scores in enumerate(content.scores):
        path: Path = ("scores", index)
        place = (scores.criterion, scores.unit)
        if place in seen:
            message = (
                f"điểm của tiêu chí {scores.criterion} ở {scores.unit} đã có ở trên; "
                "giữ một"
            )
            yield Mistake(path, Code.PLACE_TWICE, message)
        seen.add(place)
        criterion = checklist.criterion(scores.criterion)
        if criterion is not None:
            yield from _points(scores, criterion, checklist.points_step, path)


def _points(
    scores: CriterionScores, criterion: Criterion, step: Decimal | None, path: Path
) -> Iterator[Mistake]:
    if criterion.points is None:
        message = f"tiêu chí {criterion.id} không có điểm; bỏ dòng này"
        yield Mistake(path, Code.NO_POINTS, message)
        return
    for key in ("self_score", "appraised_score"):
        text = getattr(scores, key)
        if text is not None:
            yield from _one(text, criterion.points.max, step, (*path, key))


def _one(text: str, top: Decimal, step: Decimal | None, at: Path) -> Iterator[Mistake]:
    wrong = number_problem(text)
    if wrong:
        yield Mistake(at, Code.VALUE_NOT_NUMBER, wrong[1])
    elif not 0 <= Decimal(text) <= top:
        message = f"điểm {text} phải từ 0 đến {decimal_text(top)}; kiểm tra lại"
        yield Mistake(at, Code.VALUE_OUT_OF_RANGE, message)
    elif step and Decimal(text) % step:
        message = f"điểm {text} không phải bội số của {decimal_text(step)}; sửa lại"
        yield Mistake(at, Code.SCORE_OFF_STEP, message)
