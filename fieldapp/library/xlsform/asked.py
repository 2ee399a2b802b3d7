"""What a type of XLSForm asks for, in our kinds of answers."""

from dataclasses import dataclass, field
from typing import Any

from fieldapp.domain.asking import AnswerKind
from fieldapp.library.xlsform.choices import FormList

METADATA = frozenset(
    {
        *("start", "end", "today", "deviceid", "username", "phonenumber", "email"),
        *("simserial", "subscriberid", "audit", "background-audio", "start-geopoint"),
        *("hidden", "xml-external", "csv-external", "entity", "background-geopoint"),
    }
)
"""Never asked: filled in by a phone (the log of every save has time and author)."""

PLAIN: dict[str, AnswerKind] = {
    "text": AnswerKind.TEXT,
    "string": AnswerKind.TEXT,
    "integer": AnswerKind.COUNT,
    "int": AnswerKind.COUNT,
    # Unlike a score an index has no top, so nothing is said to be met or missed.
    "decimal": AnswerKind.INDEX,
    "date": AnswerKind.DATE,
    "datetime": AnswerKind.DATE,
    "image": AnswerKind.PHOTO,
    "photo": AnswerKind.PHOTO,
    "file": AnswerKind.DOCUMENT,
    "acknowledge": AnswerKind.YES_NO,
    "trigger": AnswerKind.YES_NO,
}
"""Types with a counterpart; all others become text and are listed."""

REMARKS: dict[str, str] = {
    "decimal": "số lẻ thành kiểu index, từ 0 trở lên; là tỷ lệ thì sửa thành ratio",
    "select_multiple": "chọn nhiều không có ở đây: thành kiểu text, ghi các lựa chọn",
    "datetime": "chỉ giữ ngày, không giữ giờ",
}


@dataclass(frozen=True)
class Asked:
    """The answer part of a criterion, and what to tell about it."""

    kind: AnswerKind
    answer: dict[str, Any] = field(default_factory=dict)
    remark: str = ""


def asked_for(kind: str, choices: FormList | None) -> Asked:
    """What a row's type asks for; `kind` is the first word of the type."""
    if kind == "select_one" and choices is not None:
        return _one_of(choices)
    found = PLAIN.get(kind)
    if found is not None:
        return Asked(found, {"type": str(found)}, REMARKS.get(kind, ""))
    remark = REMARKS.get(kind, f"kiểu {kind} không có ở đây: thành kiểu text")
    return Asked(AnswerKind.TEXT, {"type": "text"}, remark)


def _one_of(choices: FormList) -> Asked:
    if choices.is_yes_no:
        return Asked(AnswerKind.YES_NO, {"type": "yes_no"})
    if len(choices.rows) < 2:  # noqa: PLR2004 - a choice is between two at least
        remark = "danh sách chỉ có một lựa chọn: thành kiểu text"
        return Asked(AnswerKind.TEXT, {"type": "text"}, remark)
    answer = {"type": "choice", "choices_from": choices.id}
    return Asked(AnswerKind.CHOICE, answer)
