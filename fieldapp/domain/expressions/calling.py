"""Functions in expressions: how many values they take, and of what kinds."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from fieldapp.domain.expressions.comparing import agree
from fieldapp.domain.expressions.faults import FaultCode
from fieldapp.domain.expressions.functions import FUNCTIONS, ROW_PARTS, STATE_PARTS
from fieldapp.domain.expressions.kinds import Kind
from fieldapp.domain.expressions.meanings import (
    BOOL,
    NUMBER,
    UNKNOWN,
    Inquiry,
    Meaning,
    described,
)
from fieldapp.domain.expressions.naming import unknown_function
from fieldapp.domain.expressions.nodes import Answer, Call, Constant, Node

MOST_DECIMALS: Final = 6
_MANY = 1_000
_COUNTS: Final[Mapping[str, tuple[int, int]]] = {
    **dict.fromkeys((*STATE_PARTS, *ROW_PARTS, "entries", "abs"), (1, 1)),
    **dict.fromkeys(("given", "days"), (2, 2)),
    **dict.fromkeys(("if", "div"), (3, 3)),
    **dict.fromkeys(("min", "max"), (2, _MANY)),
    "round": (1, 2),
}
_INSTEAD: Final = {
    "sum": "cộng vài số thì dùng dấu +",
    "lowest": "số nhỏ nhất trong vài số là min(a, b)",
    "highest": "số lớn nhất trong vài số là max(a, b)",
    "min": "số nhỏ nhất qua các dòng là lowest(X)",
    "max": "số lớn nhất qua các dòng là highest(X)",
}


def call(inquiry: Inquiry, node: Call) -> Meaning:
    """Any function that is not yet a node of its own."""
    if node.function not in FUNCTIONS:
        unknown_function(inquiry, node.column, node.function)
        _look_inside(inquiry, node)
        return UNKNOWN
    fewest, most = _COUNTS[node.function]
    if not fewest <= len(node.arguments) <= most:
        _tell_count(inquiry, node, fewest, most)
        _look_inside(inquiry, node)
        return UNKNOWN
    return _RULES.get(node.function, _takes_a_name)(inquiry, node)


def _look_inside(inquiry: Inquiry, node: Call) -> None:
    """Find the faults inside; names alone may be meant as rows, so they wait."""
    for argument in node.arguments:
        if not isinstance(argument, Answer):
            inquiry.of(argument)


def _tell_count(inquiry: Inquiry, node: Call, fewest: int, most: int) -> None:
    name = node.function
    wanted = f"{fewest} giá trị"
    if most > fewest:
        wanted = (
            f"ít nhất {fewest} giá trị" if most == _MANY else f"{fewest} đến {most}"
        )
    instead = f"; {_INSTEAD[name]}" if name in _INSTEAD else ""
    inquiry.tell(
        node.column,
        FaultCode.WRONG_COUNT,
        f"hàm {name} nhận {wanted}, ở đây có {len(node.arguments)}; viết"
        f" {FUNCTIONS[name].signature}{instead}",
    )


def _takes_a_name(inquiry: Inquiry, node: Call) -> Meaning:
    """A function of a name was given something else."""
    name = node.function
    single = name in STATE_PARTS
    instead = f"; {_INSTEAD[name]}" if name in _INSTEAD else ""
    inquiry.tell(
        node.column,
        FaultCode.WRONG_KIND if single else FaultCode.NEEDS_ROWS,
        f"hàm {name} nhận một mã, không nhận phép tính hay phần; viết"
        f" {FUNCTIONS[name].signature}{instead}",
    )
    return BOOL if single else UNKNOWN


def _given(inquiry: Inquiry, node: Call) -> Meaning:
    return agree(inquiry, node.arguments, "hai giá trị của given")


def _if(inquiry: Inquiry, node: Call) -> Meaning:
    condition, *branches = node.arguments
    inquiry.want(condition, Kind.BOOL, "điều kiện của if")
    return agree(inquiry, tuple(branches), "hai nhánh của if")


def _extreme(inquiry: Inquiry, node: Call) -> Meaning:
    found = agree(inquiry, node.arguments, f"các giá trị của {node.function}")
    if found.kind in {None, Kind.NUMBER, Kind.DATE}:
        return found
    first = node.arguments[0]
    inquiry.tell(
        first.column,
        FaultCode.WRONG_KIND,
        f"{node.function} nhận số hoặc ngày, còn {described(first, found)}; thay bằng"
        " giá trị đúng loại",
    )
    return UNKNOWN


def _abs(inquiry: Inquiry, node: Call) -> Meaning:
    return inquiry.want(node.arguments[0], Kind.NUMBER, "abs")


def _round(inquiry: Inquiry, node: Call) -> Meaning:
    inquiry.want(node.arguments[0], Kind.NUMBER, "round")
    for places in node.arguments[1:]:
        if not _is_places(places):
            inquiry.tell(
                places.column,
                FaultCode.WRONG_KIND,
                "số chữ số lẻ của round phải viết sẵn, từ 0 đến 6; viết như"
                " round(C05, 2)",
            )
    return NUMBER


def _is_places(node: Node) -> bool:
    return (
        isinstance(node, Constant)
        and isinstance(node.value, Decimal)
        and node.value in range(MOST_DECIMALS + 1)
    )


def _div(inquiry: Inquiry, node: Call) -> Meaning:
    for argument in node.arguments:
        inquiry.want(argument, Kind.NUMBER, "div")
    return NUMBER


def _days(inquiry: Inquiry, node: Call) -> Meaning:
    for argument in node.arguments:
        inquiry.want(argument, Kind.DATE, "days")
    return NUMBER


_RULES: Final[Mapping[str, Callable[[Inquiry, Call], Meaning]]] = {
    "given": _given,
    "if": _if,
    "min": _extreme,
    "max": _extreme,
    "abs": _abs,
    "round": _round,
    "div": _div,
    "days": _days,
}
