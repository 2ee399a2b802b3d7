"""Expressions: readable, of known names and the right kind, and saying something."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.dependencies import expressions_of
from fieldapp.domain.expressions import (
    Expression,
    ExpressionError,
    Fault,
    FaultCode,
    Kind,
    Symbol,
    check,
    evaluate,
    parse,
)
from fieldapp.domain.expressions.nodes import (
    Answer,
    Entries,
    Node,
    Rows,
    Setting,
    State,
)
from fieldapp.domain.known_names import KnownNames
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path

_CODES: dict[FaultCode, Code] = {
    FaultCode.SYNTAX: Code.EXPRESSION_UNREADABLE,
    FaultCode.TOO_LONG: Code.EXPRESSION_UNREADABLE,
    FaultCode.TOO_DEEP: Code.EXPRESSION_UNREADABLE,
    FaultCode.NUMBER_TOO_LARGE: Code.EXPRESSION_UNREADABLE,
    FaultCode.UNKNOWN_NAME: Code.EXPRESSION_NAME,
    FaultCode.UNKNOWN_FUNCTION: Code.EXPRESSION_NAME,
    FaultCode.UNKNOWN_CHOICE: Code.EXPRESSION_NAME,
    FaultCode.WRONG_KIND: Code.EXPRESSION_KIND,
    FaultCode.WRONG_COUNT: Code.EXPRESSION_KIND,
    FaultCode.NEEDS_ROWS: Code.EXPRESSION_KIND,
    FaultCode.DIVISION: Code.EXPRESSION_DIVISION,
}
_READ = (Answer, State, Rows, Entries, Setting)


class _Place(NamedTuple):
    """An expression, where it stands, and what it must give."""

    path: Path
    text: str
    wanted: Kind
    is_condition: bool


def unreadable_mistakes(criterion: Criterion, path: Path) -> Iterator[Mistake]:
    """Yield the expressions of one criterion that are no expressions."""
    for written in expressions_of(criterion):
        yield from _unreadable(written.text, (*path, *written.keys))


def expression_mistakes(
    checklist: Checklist, unreadable: frozenset[str] = frozenset()
) -> Iterator[Mistake]:
    """Yield what is wrong with every expression that can be read.

    An expression that names one of the `unreadable` criteria is not judged.
    """
    known = KnownNames(checklist)
    for number, section in enumerate(checklist.sections):
        if section.when:
            at: Path = ("sections", number, "when")
            yield from _unreadable(section.when, at)
            place = _Place(at, section.when, Kind.BOOL, is_condition=True)
            yield from _faults(place, known.seen_from(section), unreadable)
        for index, criterion in enumerate(section.criteria):
            at = ("sections", number, "criteria", index)
            for place in _places(criterion, at):
                names = known.seen_from(section, criterion)
                yield from _faults(place, names, unreadable)


def _places(criterion: Criterion, at: Path) -> Iterator[_Place]:
    for written in expressions_of(criterion):
        is_condition = written.keys[0] != "calculate"
        yield _Place((*at, *written.keys), written.text, written.wanted, is_condition)


def _unreadable(text: str, at: Path) -> Iterator[Mistake]:
    try:
        parse(text)
    except ExpressionError as error:
        yield _mistake(at, error.fault)


def _faults(
    place: _Place, names: Mapping[str, Symbol], unreadable: frozenset[str]
) -> Iterator[Mistake]:
    try:
        expression = parse(place.text)
    except ExpressionError:
        return  # told with its criterion
    if expression.names & unreadable:
        return  # nobody can say before that criterion is repaired
    faults = check(expression, names, place.wanted)
    for fault in faults:
        yield _mistake(place.path, fault)
    if place.is_condition and not faults and _is_constant(expression):
        yield Mistake(place.path, Code.EXPRESSION_CONSTANT, _constant(expression))


def _mistake(at: Path, fault: Fault) -> Mistake:
    reason = fault.message.removeprefix(f"Cột {fault.column}: ")
    message = f"biểu thức sai ở ký tự thứ {fault.column}: {reason}"
    return Mistake(at, _CODES[fault.code], message, offset=fault.column - 1)


def _is_constant(expression: Expression) -> bool:
    """True when nothing that can change is read."""
    waiting: list[Node] = [expression.root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, _READ):
            return False
        waiting += node.children()
    return True


def _constant(expression: Expression) -> str:
    always = "đúng" if evaluate(expression, _Nothing()) is True else "sai"
    return (
        f"điều kiện “{expression.text}” luôn {always}, không dựa vào câu trả lời nào; "
        "bỏ điều kiện, hoặc dùng mã tiêu chí"
    )


class _Nothing:
    """The environment of an expression that reads nothing."""

    def value(self, _ref: object) -> None:
        """No answer."""

    def context(self, _name: str) -> None:
        """No fact."""

    def rows(self, _ref: object) -> tuple[None, ...]:
        """No rows."""
        return ()

    def entry_count(self, _section: str) -> int:
        """No entries."""
        return 0
