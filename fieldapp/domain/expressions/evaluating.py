"""The value of a checked expression for one inspection.

Total: whatever the answers, there is a value or None, which means "missing". Missing
values spread through arithmetic and comparison; and, or, not are three-valued
(Kleene), so `no and A` is no even while A is missing.
"""

import datetime as dt
import operator
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, Protocol

from fieldapp.domain.expressions.applying import ROW_FUNCTIONS, STRICT_FUNCTIONS
from fieldapp.domain.expressions.figures import bounded, negative, worked_out
from fieldapp.domain.expressions.kinds import Ref, Scalar
from fieldapp.domain.expressions.nodes import (
    AllOf,
    Answer,
    AnyOf,
    Arithmetic,
    Call,
    Comparison,
    Constant,
    Denial,
    Entries,
    Expression,
    Negative,
    Node,
    Rows,
    Setting,
    State,
)


class Environment(Protocol):
    """Where an expression reads its answers; each of its symbol's kind, or None."""

    def value(self, ref: Ref) -> Scalar | None:
        """Return one value; for the states (met, …) a bool, None where not known."""
        ...

    def rows(self, ref: Ref) -> Sequence[Scalar | None]:
        """Return one value for every entry or sub-unit, in any order."""
        ...

    def context(self, name: str) -> Scalar | None:
        """Return a fact of the inspection (a name of CONTEXT)."""
        ...

    def entry_count(self, section: str) -> int:
        """Return how many entries a group has."""
        ...


def evaluate(expression: Expression, environment: Environment) -> Scalar | None:
    """Return the value for these answers; None where it is missing.

    Never fails for an expression that `check` found no fault in. Numbers that are
    not finite or beyond 10**30 are missing, be they answers or results.
    """
    return _value(expression.root, environment)


def _value(node: Node, environment: Environment) -> Scalar | None:
    return _VALUES[type(node)](node, environment)


def _constant(node: Constant, _environment: Environment) -> Scalar | None:
    return node.value


def _read(value: Scalar | None) -> Scalar | None:
    return bounded(value) if isinstance(value, Decimal) else value


def _setting(node: Setting, environment: Environment) -> Scalar | None:
    return _read(environment.context(node.name))


def _answer(node: Answer | State, environment: Environment) -> Scalar | None:
    return _read(environment.value(node.ref))


def _rows(node: Rows, environment: Environment) -> Scalar | None:
    return ROW_FUNCTIONS[node.function](environment.rows(node.ref))


def _entries(node: Entries, environment: Environment) -> Scalar | None:
    return Decimal(environment.entry_count(node.section))


def _denial(node: Denial, environment: Environment) -> Scalar | None:
    value = _value(node.operand, environment)
    return not value if isinstance(value, bool) else None


def _negative(node: Negative, environment: Environment) -> Scalar | None:
    value = _value(node.operand, environment)
    return negative(value) if isinstance(value, Decimal) else None


def _all_of(node: AllOf, environment: Environment) -> Scalar | None:
    result: bool | None = True
    for operand in node.operands:
        value = _value(operand, environment)
        if value is False:
            return False
        if value is not True:
            result = None
    return result


def _any_of(node: AnyOf, environment: Environment) -> Scalar | None:
    result: bool | None = False
    for operand in node.operands:
        value = _value(operand, environment)
        if value is True:
            return True
        if value is not False:
            result = None
    return result


def _comparison(node: Comparison, environment: Environment) -> Scalar | None:
    left = _value(node.left, environment)
    right = _value(node.right, environment)
    if left is None or right is None:
        return None
    if node.operator == "==":
        return left == right
    if node.operator == "!=":
        return left != right
    compares = _ORDER[node.operator]
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return compares(left, right)
    if isinstance(left, dt.date) and isinstance(right, dt.date):
        return compares(left.toordinal(), right.toordinal())
    return None


_ORDER: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def _arithmetic(node: Arithmetic, environment: Environment) -> Scalar | None:
    result = _value(node.first, environment)
    for sign, operand in node.rest:
        value = _value(operand, environment)
        if not isinstance(result, Decimal) or not isinstance(value, Decimal):
            return None
        result = worked_out(sign, result, value)
    return result


def _call(node: Call, environment: Environment) -> Scalar | None:
    lazy = _LAZY.get(node.function)
    if lazy is not None:
        return lazy(node.arguments, environment)
    values = []
    for argument in node.arguments:
        value = _value(argument, environment)
        if value is None:
            return None
        values.append(value)
    return STRICT_FUNCTIONS[node.function](values)


def _given(arguments: tuple[Node, ...], environment: Environment) -> Scalar | None:
    value = _value(arguments[0], environment)
    return _value(arguments[1], environment) if value is None else value


def _if(arguments: tuple[Node, ...], environment: Environment) -> Scalar | None:
    condition = _value(arguments[0], environment)
    if not isinstance(condition, bool):
        return None
    return _value(arguments[1 if condition else 2], environment)


def _div(arguments: tuple[Node, ...], environment: Environment) -> Scalar | None:
    left = _value(arguments[0], environment)
    right = _value(arguments[1], environment)
    if not isinstance(left, Decimal) or not isinstance(right, Decimal):
        return None
    return worked_out("/", left, right) if right else _value(arguments[2], environment)


_LAZY: Final[Mapping[str, Callable[[tuple[Node, ...], Environment], Scalar | None]]] = {
    "given": _given,
    "if": _if,
    "div": _div,
}
"""Functions that may have a value while one of their arguments is missing."""

_VALUES: Final[Mapping[type[Node], Callable[[Any, Environment], Scalar | None]]] = {
    Constant: _constant,
    Setting: _setting,
    Answer: _answer,
    State: _answer,
    Rows: _rows,
    Entries: _entries,
    Denial: _denial,
    Negative: _negative,
    AllOf: _all_of,
    AnyOf: _any_of,
    Comparison: _comparison,
    Arithmetic: _arithmetic,
    Call: _call,
}
