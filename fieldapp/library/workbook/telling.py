"""Mistakes of the language in the words of a workbook: columns, not keys."""

import re
from collections.abc import Mapping

from fieldapp.domain.points import PointsRule
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake
from fieldapp.library.workbook.columns import Table
from fieldapp.library.workbook.criterion_columns import CRITERIA
from fieldapp.library.workbook.tables import (
    BANDS,
    CHOICES,
    CONSTRAINTS,
    HEAD,
    LAWS,
    PARTS_AND_ITEMS,
    SECTIONS,
    TARGETS,
)
from fieldapp.library.workbook.words import ANSWER_KINDS, RULES

_OF_CODE: Mapping[Code, str] = {
    Code.MISSING: "ô trống; cần điền",
    Code.BLANK: "ô trống; cần điền",
    Code.UNKNOWN_KEY: "cột này không dùng cho dòng này; xóa ô",
    Code.TOO_FEW: "chưa có dòng nào; thêm ít nhất một dòng",
    Code.UNUSED_CHOICE_LIST: "chưa tiêu chí nào dùng danh sách này; dùng hoặc xóa",
}
_QUOTED = re.compile("“[^”]*”|\"[^\"]*\"|'[^']*'")
_WORD = re.compile(r"\b[a-z]+(?:_[a-z]+)*\b")
_BANDS_RULE = re.compile("(?<=cách tính )bands|(?<=rule: )bands")
"""The one word that is both a rule and a list."""
_OTHER_WORDS = {
    "target": "chỉ tiêu",
    "targets": f"“{TARGETS.name}”",
    "choices": f"các dòng ở trang tính {CHOICES.name}",
    "choice_lists": f"trang tính {CHOICES.name}",
    "parts": f"các phần ở trang tính {PARTS_AND_ITEMS.name}",
    "items": f"các đồ vật ở trang tính {PARTS_AND_ITEMS.name}",
    "bands": f"các dòng ở trang tính {BANDS.name}",
    "yes": "có",
    "calculate": "tự tính",
    "repeat": "phần lặp",
}
_AMBIGUOUS = {"no", "op", "by", "is", "en", "id", "check", "list", "sheet", "year"}
"""Words that a sentence or an expression may hold for another reason."""


def said_of_cell(mistake: Mistake) -> str:
    """Return what is wrong with a cell, its keys told by the headings of columns."""
    said = _OF_CODE.get(mistake.code)
    if said is not None:
        return said
    headings = _headings(_table_of(mistake), _group_of(mistake))
    pieces = []
    end = 0
    for quote in _QUOTED.finditer(mistake.message):
        pieces += [_told(mistake.message[end : quote.start()], headings), quote.group()]
        end = quote.end()
    return "".join([*pieces, _told(mistake.message[end:], headings)])


def _told(text: str, headings: Mapping[str, str]) -> str:
    text = _BANDS_RULE.sub(f"“{RULES[PointsRule.BANDS]}”", text)
    return _WORD.sub(lambda match: headings.get(match.group(), match.group()), text)


def _table_of(mistake: Mistake) -> Table:
    path = mistake.path
    of_list = {
        "choices": CHOICES,
        "parts": PARTS_AND_ITEMS,
        "items": PARTS_AND_ITEMS,
        "bands": BANDS,
        "constraints": CONSTRAINTS,
        "legal_basis": LAWS,
        "choice_lists": CHOICES,
        "targets": TARGETS,
    }
    found = next((of_list[s] for s in map(str, path) if s in of_list), None)
    if found is not None:
        return found
    if "criteria" in path:
        return CRITERIA
    return SECTIONS if "sections" in path else HEAD


def _group_of(mistake: Mistake) -> str:
    """Return the group inside a criterion ("target") that is meant."""
    return (
        str(mistake.path[4])
        if "criteria" in mistake.path[:3:2]
        and len(mistake.path) > len(("sections", 0, "criteria", 0))
        else ""
    )


def _headings(table: Table, group: str) -> dict[str, str]:
    """Return what to say for each key: the nearest table's column goes first."""
    told = dict(_OTHER_WORDS)
    for code, word in (*ANSWER_KINDS.items(), *RULES.items()):
        told.setdefault(str(code), f"“{word}”")
    of_group = [c for c in table.columns if c.steps[0] == group]
    for column in (*of_group, *table.columns, *CRITERIA.columns, *HEAD.columns):
        told.setdefault(column.steps[-1], f"“{column.heading}”")
    return {key: word for key, word in told.items() if key not in _AMBIGUOUS}
