"""What a type of XLSForm asks for, in our kinds of answers."""

from dataclasses import dataclass, field

from fieldapp.domain.asking import AnswerKind

CALCULATED = "calculate"

METADATA = frozenset(
    {
        *("start", "end", "today", "deviceid", "username", "phonenumber", "email"),
        *("simserial", "subscriberid", "audit", "background-audio", "start-geopoint"),
    }
)
"""Filled in by a phone; here the log of every save has time, device and author."""

PLAIN: dict[str, AnswerKind] = {
    "text": AnswerKind.TEXT,
    "string": AnswerKind.TEXT,
    "integer": AnswerKind.COUNT,
    "int": AnswerKind.COUNT,
    # Unlike a score an index has no top, so nothing is said to be met or missed.
    "decimal": AnswerKind.INDEX,
    "calculate": AnswerKind.INDEX,
    "date": AnswerKind.DATE,
    "datetime": AnswerKind.DATE,
    "image": AnswerKind.PHOTO,
    "photo": AnswerKind.PHOTO,
}
"""Types with a counterpart; all others become text and are listed."""

REMARKS: dict[str, str] = {
    "decimal": "số lẻ thành kiểu index, từ 0 trở lên",
    "select_multiple": "chọn nhiều không có ở đây: thành kiểu text, ghi các lựa chọn",
    "datetime": "chỉ giữ ngày, không giữ giờ",
    "time": "giờ thành kiểu text",
    "range": "thang số thành kiểu text",
    "rank": "xếp thứ tự thành kiểu text",
}


@dataclass(frozen=True)
class Asked:
    """The answer part of a criterion, and what to tell about it."""

    kind: AnswerKind
    answer: dict[str, str] = field(default_factory=dict)
    remark: str = ""


def asked_for(kind: str, choices: frozenset[str], list_id: str) -> Asked:
    """What a row's type asks for; `choices` are the names in its list.

    `kind` is the first word of the type, `list_id` the id of its choice list.
    """
    if kind == "select_one":
        if choices == {"yes", "no"}:
            return Asked(AnswerKind.YES_NO, {"type": "yes_no"})
        return Asked(AnswerKind.CHOICE, {"type": "choice", "choices_from": list_id})
    found = PLAIN.get(kind)
    if found is not None:
        return Asked(found, {"type": str(found)}, REMARKS.get(kind, ""))
    remark = REMARKS.get(kind, f"kiểu {kind} không có ở đây: thành kiểu text")
    return Asked(AnswerKind.TEXT, {"type": "text"}, remark)
