"""Sentences: templates that can be read, and that stand when a figure is missing."""

import difflib
import re
from collections.abc import Iterator
from functools import lru_cache

from fieldapp.domain.asking import AnswerKind, AnswerSpec
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.sentences import (
    AGGREGATE_PLACEHOLDERS,
    INDEX_PLACEHOLDERS,
    PART,
    PLACEHOLDERS,
    VALUE_PLACEHOLDERS,
    WITH_ID,
    PlaceholderUse,
    Template,
    TemplateError,
    parse_template,
    placeholder_kind,
)
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path

SENTENCES = (
    "achievement",
    "achievement_aggregate",
    "shortcoming",
    "shortcoming_aggregate",
    "zero",
    "recommendation",
)
_CHANGING = frozenset(
    {
        *(AnswerKind.COUNT, AnswerKind.RATIO, AnswerKind.SCORE),
        *(AnswerKind.BREAKDOWN, AnswerKind.INDEX),
    }
)
_ONLY_OF: dict[str, frozenset[AnswerKind]] = {
    **dict.fromkeys(("num", "den", "gap", "pct"), frozenset({AnswerKind.RATIO})),
    **dict.fromkeys(("change", "change_from"), _CHANGING),
    **dict.fromkeys(("parts", PART, "unexplained"), frozenset({AnswerKind.BREAKDOWN})),
    **dict.fromkeys(INDEX_PLACEHOLDERS, frozenset({AnswerKind.INDEX})),
    "items": frozenset({AnswerKind.INVENTORY}),
    "initiatives": frozenset({AnswerKind.INITIATIVES}),
}
"""The kinds of answer a placeholder can come from; the others come from any."""

_SOMETIMES = frozenset({"ref", "deadline", "legal_basis", "target_basis"})
_MAY_BE_MISSING: dict[str, frozenset[str]] = {
    "shortcoming": VALUE_PLACEHOLDERS | _SOMETIMES,
    "recommendation": VALUE_PLACEHOLDERS | _SOMETIMES,
    "shortcoming_aggregate": AGGREGATE_PLACEHOLDERS
    - {"fail_count", "fail_list", "total", "parent_kind"},
    "achievement_aggregate": AGGREGATE_PLACEHOLDERS
    - {"pass_count", "pass_list", "total", "parent_kind"},
}
_NAME = re.compile(r"(?<!\{)\{([^{}]*)\}")


def sentence_mistakes(criterion: Criterion, path: Path) -> Iterator[Mistake]:
    """Yield what is wrong with a criterion's sentences."""
    if "{" in criterion.question or "}" in criterion.question:
        message = "câu hỏi không có chỗ điền { }; viết bằng lời thường"
        yield Mistake((*path, "question"), Code.QUESTION_PLACEHOLDER, message)
    for field in SENTENCES:
        text = getattr(criterion, field)
        if text:
            yield from _one(criterion, field, text, (*path, field))


def _one(criterion: Criterion, field: str, text: str, at: Path) -> Iterator[Mistake]:
    unknown = [n for n in _NAME.findall(text) if not _is_known(n)]
    if unknown:
        for name in unknown:
            yield Mistake(at, Code.UNKNOWN_PLACEHOLDER, _unknown(name))
        return
    try:
        template = _parsed(text)
    except TemplateError as error:
        yield Mistake(at, Code.BAD_TEMPLATE, f"mẫu câu không đọc được: {error}")
        return
    uses = list(_uses(template))
    for name in dict.fromkeys(use.name for use in uses):
        reason = _not_here(criterion, field, name)
        if reason:
            message = f"không dùng được {{{name}}} trong {field}: {reason}"
            yield Mistake(at, Code.PLACEHOLDER_NOT_HERE, message)
    yield from _unprotected(field, uses, at)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Template:
    return parse_template(text)


def _uses(template: Template) -> Iterator[PlaceholderUse]:
    """Yield every placeholder; those after a bar are not protected by anything."""
    yield from template.placeholders
    for part in template.parts:
        for name, is_name in part.instead or ():
            if is_name:
                yield PlaceholderUse(name, optional=False)


def _is_known(name: str) -> bool:
    kind = placeholder_kind(name)
    return kind in PLACEHOLDERS and (kind in WITH_ID or kind == name)


def _unknown(name: str) -> str:
    close = difflib.get_close_matches(name, sorted(PLACEHOLDERS), n=1)
    if close:
        return f"không có chỗ điền {{{name}}}; có phải là {{{close[0]}}}?"
    known = ", ".join(sorted(PLACEHOLDERS))
    return f"không có chỗ điền {{{name}}}; dùng được: {known}"


def _not_here(criterion: Criterion, field: str, name: str) -> str | None:
    """Say why a placeholder never has a value in this sentence, or None."""
    over_sub_units = field.endswith("_aggregate")
    kind = placeholder_kind(name)
    if kind in AGGREGATE_PLACEHOLDERS and not over_sub_units:
        return "chỉ dùng trong câu tổng hợp (…_aggregate)"
    if kind in VALUE_PLACEHOLDERS and over_sub_units:
        return "câu tổng hợp không có số liệu của riêng một đơn vị"
    if kind in VALUE_PLACEHOLDERS:
        return _not_of_answer(criterion.answer, kind, name)
    if kind in {"target", "target_basis"} and criterion.target is None:
        return "tiêu chí không có target"
    if name == "legal_basis" and not criterion.legal_basis:
        return "tiêu chí không có legal_basis"
    return None


def _not_of_answer(spec: AnswerSpec, kind: str, name: str) -> str | None:
    fitting = _ONLY_OF.get(kind)
    if fitting and spec.type not in fitting:
        return f"chỉ có ở kiểu {', '.join(sorted(fitting))}"
    if kind == PART and spec.part(name.partition(".")[2]) is None:
        known = ", ".join(part.id for part in spec.parts)
        return f"tiêu chí không có phần ấy; các phần: {known or 'chưa khai'}"
    return None


def _unprotected(field: str, uses: list[PlaceholderUse], at: Path) -> Iterator[Mistake]:
    may_be_missing = _MAY_BE_MISSING.get(field, frozenset())
    names = [u.name for u in uses if not u.optional and u.kind in may_be_missing]
    for name in dict.fromkeys(names):
        message = (
            f"{{{name}}} có thể không có giá trị: đặt trong ngoặc vuông, ví dụ "
            f"[ {{{name}}}], để câu vẫn đứng được khi thiếu số liệu"
        )
        yield Mistake(at, Code.PLACEHOLDER_UNPROTECTED, message)
