"""Every fault an expression has where it stands, before anybody answers."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from fieldapp.domain.expressions.calling import call
from fieldapp.domain.expressions.comparing import comparison
from fieldapp.domain.expressions.faults import Fault, FaultCode
from fieldapp.domain.expressions.kinds import KIND_NAMES, Kind, Scalar, Symbol
from fieldapp.domain.expressions.meanings import (
    BOOL,
    NUMBER,
    UNKNOWN,
    Inquiry,
    Meaning,
    Word,
    described,
    spelled,
)
from fieldapp.domain.expressions.naming import answer, entries, rows, setting, state
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


def check(
    expression: Expression,
    symbols: Mapping[str, Symbol],
    wanted: Kind | None,
    choices: tuple[str, ...] = (),
) -> list[Fault]:
    """Return every fault, by column; none means that it evaluates for any answers.

    Args:
        expression: What `parse` gave.
        symbols: The criteria and sections that may be named here; CONTEXT is known
            everywhere.
        wanted: The kind the whole must be; None allows any. A CHOICE may also be
            given as text: `if(A01, "dat", "chua")`.
        choices: Where the whole is a choice, the ids it may be.
    """
    inquiry = Inquiry(symbols, _RULES)
    if wanted in {None, Kind.CHOICE}:
        found = inquiry.of(expression.root)
        if wanted is not None:
            _wants_choice(inquiry, expression.root, found, choices)
    else:
        inquiry.want(expression.root, wanted, "biểu thức")
    return sorted(inquiry.faults, key=lambda fault: fault.column)


def _wants_choice(
    inquiry: Inquiry, root: Node, found: Meaning, choices: tuple[str, ...]
) -> None:
    if found.kind in {None, Kind.CHOICE} or found.words is not None:
        inquiry.fits(found, choices)
        return
    inquiry.tell(
        root.column,
        FaultCode.WRONG_KIND,
        f"biểu thức cần {KIND_NAMES[Kind.CHOICE]}, còn {described(root, found)}; viết"
        " mã lựa chọn trong dấu nháy kép",
    )


def _kind_of(value: Scalar) -> Kind:
    if isinstance(value, bool):
        return Kind.BOOL
    if isinstance(value, str):
        return Kind.TEXT
    return Kind.NUMBER if isinstance(value, Decimal) else Kind.DATE


def _constant(_inquiry: Inquiry, node: Constant) -> Meaning:
    value = node.value
    return Meaning(
        _kind_of(value),
        words=(Word(node.column, value),) if isinstance(value, str) else None,
        nonzero=isinstance(value, Decimal) and value != 0,
    )


def _denial(inquiry: Inquiry, node: Denial) -> Meaning:
    inquiry.want(node.operand, Kind.BOOL, "not")
    return BOOL


def _junction(inquiry: Inquiry, node: AllOf | AnyOf) -> Meaning:
    who = "and" if isinstance(node, AllOf) else "or"
    for operand in node.operands:
        inquiry.want(operand, Kind.BOOL, who)
    return BOOL


def _negative(inquiry: Inquiry, node: Negative) -> Meaning:
    return inquiry.want(node.operand, Kind.NUMBER, "dấu trừ")


def _arithmetic(inquiry: Inquiry, node: Arithmetic) -> Meaning:
    found = [inquiry.of(operand) for operand in node.children()]
    if node.rest[0][0] == "-" and [f.kind for f in found] == [Kind.DATE, Kind.DATE]:
        inquiry.tell(
            node.column,
            FaultCode.WRONG_KIND,
            "hai ngày không trừ nhau bằng dấu -; viết days(ngày trước, ngày sau)",
        )
        return NUMBER
    signs = (node.rest[0][0], *(sign for sign, _ in node.rest))
    found = [
        inquiry.expect(operand, meaning, Kind.NUMBER, f"phép {_NAMES[sign]}")
        for sign, operand, meaning in zip(signs, node.children(), found, strict=True)
    ]
    for (sign, operand), meaning in zip(node.rest, found[1:], strict=True):
        if sign == "/" and meaning.kind is Kind.NUMBER and not meaning.nonzero:
            _tell_division(inquiry, operand)
    if any(meaning.kind is None for meaning in found):
        return UNKNOWN
    multiplies = signs[0] in {"*", "/"}
    return Meaning(Kind.NUMBER, nonzero=multiplies and all(m.nonzero for m in found))


_NAMES: Final = {"+": "cộng", "-": "trừ", "*": "nhân", "/": "chia"}


def _tell_division(inquiry: Inquiry, divisor: Node) -> None:
    if isinstance(divisor, Constant):
        what = "không chia cho 0; sửa số chia"
    else:
        what = (
            f"số chia {spelled(divisor)} có thể bằng 0; viết div(a, b, thay): thay là"
            " giá trị khi b bằng 0"
        )
    inquiry.tell(divisor.column, FaultCode.DIVISION, what)


_RULES: Final[Mapping[type[Node], Callable[[Inquiry, Any], Meaning]]] = {
    Constant: _constant,
    Setting: setting,
    Answer: answer,
    State: state,
    Rows: rows,
    Entries: entries,
    Denial: _denial,
    Negative: _negative,
    AllOf: _junction,
    AnyOf: _junction,
    Comparison: comparison,
    Arithmetic: _arithmetic,
    Call: call,
}
