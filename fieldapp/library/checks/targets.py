"""Targets: of the kind the answer can be held against, and only one of them."""

import datetime as dt
import re
from collections.abc import Iterator

from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.targets import Comparator, Target
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path

_NUMBER_KEYS = ("value", "by_year")
_FITTING: dict[AnswerKind, tuple[str, ...]] = {
    AnswerKind.YES_NO: ("answer",),
    AnswerKind.DATE: ("by_date",),
    AnswerKind.COUNT: _NUMBER_KEYS,
    AnswerKind.RATIO: _NUMBER_KEYS,
    AnswerKind.SCORE: _NUMBER_KEYS,
    AnswerKind.PHOTO: _NUMBER_KEYS,
    AnswerKind.TEXT: (),
    AnswerKind.DOCUMENT: (),
    AnswerKind.CHOICE: (),
    AnswerKind.BREAKDOWN: _NUMBER_KEYS,
    AnswerKind.INVENTORY: _NUMBER_KEYS,
    AnswerKind.INITIATIVES: _NUMBER_KEYS,
    AnswerKind.INDEX: _NUMBER_KEYS,
}
NUMBER_KINDS = frozenset(kind for kind, keys in _FITTING.items() if "value" in keys)
"""The kinds of answer that are held against a number."""
_LEAP_YEAR = "2024"
_BY_DATE = re.compile(r"(\{year\}|\d{4})-\d{2}-\d{2}")


def target_mistakes(criterion: Criterion, path: Path) -> Iterator[Mistake]:
    """Yield what is wrong with a criterion's own target.

    One without any figure is left to the target table's checks: it may be there.
    """
    target, at = criterion.target, (*path, "target")
    if target is None:
        return
    used = given_keys(target)
    if len(used) > 1:
        said = f"đang có {', '.join(used)}"
        message = f"chỉ tiêu cần đúng một trong value, by_year, by_date, answer; {said}"
        yield Mistake(at, Code.TARGET_NOT_ONE, message)
        return
    if not used:
        return
    yield from _unfit(criterion.answer.type, used[0], at)
    yield from _answer(target, at)
    yield from _by_date(target, at)


def given_keys(target: Target) -> list[str]:
    """Which of the keys that say what must be reached stand in the criterion."""
    keys = (*_NUMBER_KEYS, "by_date", "answer")
    return [key for key in keys if _has(target, key)]


def _has(target: Target, key: str) -> bool:
    value = getattr(target, key)
    return value is not None and value != {}


def _unfit(kind: AnswerKind, key: str, at: Path) -> Iterator[Mistake]:
    fitting = _FITTING[kind]
    if key in fitting:
        return
    if kind is AnswerKind.CHOICE:
        advice = "ghi met: yes hoặc met: no ở từng lựa chọn thay cho target"
    elif fitting:
        advice = f"dùng {' hoặc '.join(fitting)}"
    else:
        advice = "bỏ target"
    message = f"chỉ tiêu {key} không hợp với kiểu trả lời {kind}; {advice}"
    yield Mistake((*at, key), Code.TARGET_UNFIT, message, at_key=True)


def _answer(target: Target, at: Path) -> Iterator[Mistake]:
    if target.answer not in (None, "yes", "no"):
        message = f"answer phải là yes hoặc no, không phải “{target.answer}”"
        yield Mistake((*at, "answer"), Code.TARGET_ANSWER, message)


def _by_date(target: Target, at: Path) -> Iterator[Mistake]:
    if target.by_date is None:
        return
    if not _is_day(target.by_date):
        message = (
            f"“{target.by_date}” không phải mẫu ngày; viết năm-tháng-ngày, có thể thay "
            "năm bằng {year}, ví dụ {year}-01-31"
        )
        yield Mistake((*at, "by_date"), Code.TARGET_DATE, message)
    elif target.op not in (Comparator.AT_MOST, Comparator.LESS_THAN):
        message = 'hạn chót cần op: "<=" (chậm nhất ngày đó); thêm hoặc sửa op'
        yield Mistake((*at, "by_date"), Code.TARGET_DATE, message, at_key=True)


def _is_day(text: str) -> bool:
    if not _BY_DATE.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat(text.replace("{year}", _LEAP_YEAR))
    except ValueError:
        return False
    return True
