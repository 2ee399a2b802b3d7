"""Sentences that draw on another criterion: it exists and can be seen from there."""

import difflib
from collections.abc import Iterator

from fieldapp.domain.checklist import Checklist, Criterion, Section
from fieldapp.domain.sentences import ANSWER, TemplateError, parse_template
from fieldapp.library.checks.sentences import SENTENCES
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake


def named_answer_mistakes(checklist: Checklist) -> Iterator[Mistake]:
    """Yield each `{answer.ID}` that names nothing readable from its criterion."""
    for number, section in enumerate(checklist.sections):
        for index, criterion in enumerate(section.criteria):
            at = ("sections", number, "criteria", index)
            for field, other in _named(criterion):
                reason = _unreadable(checklist, section, other)
                if reason:
                    message = f"không dùng được {{{ANSWER}.{other}}}: {reason}"
                    yield Mistake((*at, field), Code.UNKNOWN_PLACEHOLDER, message)


def _named(criterion: Criterion) -> Iterator[tuple[str, str]]:
    for field in SENTENCES:
        try:
            uses = parse_template(getattr(criterion, field)).placeholders
        except TemplateError:
            continue  # told by the check of the sentence itself
        for use in uses:
            if use.kind == ANSWER:
                yield field, use.name.partition(".")[2]


def _unreadable(checklist: Checklist, section: Section, other: str) -> str | None:
    there = checklist.section_of(other)
    if there is None:
        ids = [criterion.id for criterion in checklist.criteria()]
        close = difflib.get_close_matches(other, ids, n=1)
        hint = f"; có phải là {close[0]}?" if close else "; kiểm tra lại mã"
        return f"không có tiêu chí “{other}”{hint}"
    if there.repeat is not None and there.id != section.id:
        return f"tiêu chí {other} có nhiều câu trả lời (phần lặp {there.id})"
    return None
