"""Names of expressions: no ring of dependence, no id that means something else."""

import re
from collections.abc import Iterator
from itertools import pairwise

from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.dependencies import expressions_of, graph, readable
from fieldapp.domain.expressions import CONTEXT, FUNCTIONS, cycles
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path

_RESERVED = {*CONTEXT, *FUNCTIONS, "and", "or", "not", "yes", "no"}
_LONGEST_TOLD = 12


def ring_mistakes(checklist: Checklist) -> Iterator[Mistake]:
    """Yield every ring of criteria that depend on each other, once."""
    for ring in cycles(graph(checklist)):
        yield Mistake(_place(checklist, ring), Code.EXPRESSION_CYCLE, _message(ring))


def reserved_mistakes(checklist: Checklist) -> Iterator[Mistake]:
    """Yield ids that some expression of this checklist would read as something else.

    Ids that are words of the language do no harm where no expression uses the word.
    """
    ids = list(_ids(checklist))
    if not any(name in _RESERVED for _, name in ids):
        return
    used = _words(checklist)
    for path, name in ids:
        if name in _RESERVED and name in used:
            message = (
                f"mã “{name}” trùng một từ của biểu thức và có biểu thức dùng từ này; "
                "đặt mã khác, ví dụ thêm số"
            )
            yield Mistake(path, Code.RESERVED_ID, message)


def _message(ring: tuple[str, ...]) -> str:
    if len(ring) == 1:
        said = f"{ring[0]} dựa vào chính nó"
    else:
        steps = [f"{a} dựa vào {b}" for a, b in pairwise((*ring, ring[0]))]
        more = len(steps) - _LONGEST_TOLD
        said = ", ".join(steps[:_LONGEST_TOLD]) + (f", … (thêm {more})" * (more > 0))
    return f"{said}; không tính được vòng này: bỏ một chỗ dựa (when, calculate)"


def _place(checklist: Checklist, ring: tuple[str, ...]) -> Path:
    """Where the first name of a ring comes to depend on the second."""
    name, depends_on = ring[0], ring[1 % len(ring)]
    for number, section in enumerate(checklist.sections):
        at: Path = ("sections", number)
        if section.id == name:
            return (*at, "when")
        for index, criterion in enumerate(section.criteria):
            if criterion.id == name:
                keys = _keys(criterion, depends_on)
                return (*at, "criteria", index, *keys) if keys else (*at, "when")
    return ()


def _keys(criterion: Criterion, depends_on: str) -> Path:
    """The keys of what depends on a name; none when only the section's `when` does."""
    for written in expressions_of(criterion):
        expression = readable(written.text) if written.decides else None
        if expression is not None and depends_on in expression.names:
            return written.keys
    return ()


def _ids(checklist: Checklist) -> Iterator[tuple[Path, str]]:
    for number, section in enumerate(checklist.sections):
        if section.repeat is not None:
            yield ("sections", number, "id"), section.id
        for index, criterion in enumerate(section.criteria):
            yield ("sections", number, "criteria", index, "id"), criterion.id


def _words(checklist: Checklist) -> set[str]:
    """Words that stand in expressions as names; functions stand before a bracket."""
    texts = [section.when for section in checklist.sections]
    texts += [w.text for c in checklist.criteria() for w in expressions_of(c)]
    return {word for text in texts for word in _NAME.findall(_TEXT.sub(" ", text))}


_TEXT = re.compile(r'"[^"]*"')
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(?![A-Za-z0-9_-]|\s*\()")
