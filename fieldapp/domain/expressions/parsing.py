"""From a text to an expression, or to its first mistake.

Limits keep every text harmless: its length before anything is read, its depth
counted without recursion.
"""

from functools import lru_cache
from typing import Final

from lark.exceptions import UnexpectedInput

from fieldapp.domain.expressions.advice import explain
from fieldapp.domain.expressions.faults import ExpressionError, FaultCode, mistake
from fieldapp.domain.expressions.grammar import grammar
from fieldapp.domain.expressions.kinds import Ref
from fieldapp.domain.expressions.nodes import (
    Answer,
    Entries,
    Expression,
    Node,
    Rows,
    State,
)

LONGEST: Final = 1_000
"""Characters of one expression."""
DEEPEST: Final = 40
"""Levels of brackets, and of nodes."""
_REMEMBERED = 16_384


@lru_cache(maxsize=_REMEMBERED)
def parse(text: str) -> Expression:
    """Read an expression; equal texts give the same object.

    Raises:
        ExpressionError: The author's mistake, with its column and what to do.
    """
    if len(text) > LONGEST:
        raise mistake(
            LONGEST + 1,
            FaultCode.TOO_LONG,
            f"biểu thức dài {len(text)} ký tự, nhiều nhất là {LONGEST}; chia thành"
            " nhiều tiêu chí tự tính",
        )
    _refuse_deep_brackets(text)
    return _surveyed(text, _tree_of(text))


def _tree_of(text: str) -> Node:
    try:
        # lark types what its own builder returns as a tree
        tree: object = grammar().parse(text)
    except UnexpectedInput as error:
        raise explain(text, error) from None
    if not isinstance(tree, Node):  # pragma: no cover - the builder makes only nodes
        raise TypeError(type(tree).__name__)
    return tree


def _refuse_deep_brackets(text: str) -> None:
    if text.count("(") <= DEEPEST:
        return
    depth, in_text = 0, False
    for column, character in enumerate(text, 1):
        if character == '"':
            in_text = not in_text
        elif not in_text and character in "()":
            depth += 1 if character == "(" else -1
            if depth > DEEPEST:
                raise _too_deep(column)


def _surveyed(text: str, root: Node) -> Expression:
    """Collect what the tree reads, and refuse one that is too deep."""
    refs: set[Ref] = set()
    names: set[str] = set()
    waiting = [(root, 1)]
    while waiting:
        node, depth = waiting.pop()
        if depth > DEEPEST:
            raise _too_deep(node.column)
        if isinstance(node, Answer | State | Rows):
            refs.add(node.ref)
            names.add(node.ref.name)
        elif isinstance(node, Entries):
            names.add(node.section)
        else:
            waiting += [(child, depth + 1) for child in node.children()]
    return Expression(text, root, frozenset(refs), frozenset(names))


def _too_deep(column: int) -> ExpressionError:
    return mistake(
        column,
        FaultCode.TOO_DEEP,
        f"biểu thức lồng nhau quá {DEEPEST} lớp; bớt ngoặc, hoặc chia thành nhiều"
        " tiêu chí tự tính",
    )
