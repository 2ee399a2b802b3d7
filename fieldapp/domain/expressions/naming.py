"""Names in expressions: are they known here, and used as what they are?"""

import difflib
import re
from collections.abc import Iterable
from typing import Final

from fieldapp.domain.expressions.faults import FaultCode, shown
from fieldapp.domain.expressions.functions import COUNTING, FUNCTIONS
from fieldapp.domain.expressions.kinds import CONTEXT, KIND_NAMES, VALUE, Kind, Symbol
from fieldapp.domain.expressions.meanings import (
    BOOL,
    NUMBER,
    UNKNOWN,
    Inquiry,
    Meaning,
)
from fieldapp.domain.expressions.nodes import Answer, Entries, Rows, Setting, State

_FOREIGN: Final = {
    **dict.fromkeys(("true", "co", "dung"), "câu trả lời viết là yes"),
    **dict.fromkeys(("false", "khong", "sai"), "câu trả lời viết là no"),
    **dict.fromkeys(("null", "none"), "thiếu câu trả lời viết là not answered(X)"),
}
_FURTHEST = 2
"""Names whose lengths differ by more are not taken for a slip."""


def setting(_inquiry: Inquiry, node: Setting) -> Meaning:
    """A fact of the inspection."""
    symbol = CONTEXT[node.name]
    return Meaning(
        symbol.kind, choices=symbol.choices, nonzero=VALUE in symbol.never_zero
    )


def answer(inquiry: Inquiry, node: Answer) -> Meaning:
    """A criterion's value or part, where it has one value."""
    name, part = node.ref
    symbol = _single(inquiry, node.column, name)
    kind = _kind_of(inquiry, node, symbol) if symbol else None
    if symbol is None or kind is None:
        return UNKNOWN
    choices = symbol.choices if part == VALUE else ()
    return Meaning(kind, choices=choices, nonzero=part in symbol.never_zero)


def state(inquiry: Inquiry, node: State) -> Meaning:
    """The state of a criterion, where it has one."""
    name, part = node.ref
    over = f"count_{part}" if f"count_{part}" in COUNTING else ""
    _single(inquiry, node.column, name, over)
    return BOOL


def rows(inquiry: Inquiry, node: Rows) -> Meaning:
    """A function over the rows of a criterion."""
    counting = node.function in COUNTING
    symbol = known(inquiry, node.column, node.ref.name)
    if symbol is None:
        return NUMBER if counting else UNKNOWN
    if symbol.section or not (symbol.rows or symbol.rows_too):
        inquiry.tell(node.column, FaultCode.NEEDS_ROWS, _not_rows(node, symbol))
        return NUMBER if counting else UNKNOWN
    return NUMBER if counting else _over(inquiry, node, symbol)


def entries(inquiry: Inquiry, node: Entries) -> Meaning:
    """The number of a group's entries."""
    symbol = known(inquiry, node.column, node.section, sections=True)
    if symbol is not None and not symbol.section:
        inquiry.tell(
            node.column,
            FaultCode.NEEDS_ROWS,
            f"entries nhận mã một phần lặp, {shown(node.section)} là tiêu chí; đếm"
            f" dòng đã trả lời bằng count_answered({node.section})",
        )
    return NUMBER


def known(
    inquiry: Inquiry, column: int, name: str, *, sections: bool = False
) -> Symbol | None:
    """Return the symbol of a name; an unknown one is told with what it may be."""
    symbol = inquiry.symbols.get(name)
    if symbol is None:
        what = f"không có tiêu chí {shown(name)} ở đây"
        if sections:
            what = f"không có phần {shown(name)}"
        remedy = _remedy(inquiry, name, sections=sections)
        inquiry.tell(column, FaultCode.UNKNOWN_NAME, f"{what}; {remedy}")
    return symbol


def unknown_function(inquiry: Inquiry, column: int, name: str) -> None:
    """Tell that there is no such function."""
    near = close_to(name, FUNCTIONS)
    listed = near or "một trong: " + ", ".join(FUNCTIONS)
    inquiry.tell(
        column,
        FaultCode.UNKNOWN_FUNCTION,
        f"không có hàm {shown(name)}; viết {listed}",
    )


def close_to(name: str, names: Iterable[str]) -> str:
    """Return up to three names like `name`, joined by "hoặc"; empty when none is."""
    alike = {
        other.casefold(): other
        for other in names
        if abs(len(other) - len(name)) <= _FURTHEST
    }
    found = difflib.get_close_matches(name.casefold(), alike, cutoff=0.6)
    return " hoặc ".join(alike[key] for key in found)


def _remedy(inquiry: Inquiry, name: str, *, sections: bool) -> str:
    pieces = re.split("-", name)
    if len(pieces) > 1 and all(p.isdigit() or p in inquiry.symbols for p in pieces):
        return f"phép trừ để dấu cách hai bên: {' - '.join(pieces)}"
    if name.casefold() in _FOREIGN:
        return _FOREIGN[name.casefold()]
    of_kind = [n for n, symbol in inquiry.symbols.items() if symbol.section == sections]
    near = close_to(name, of_kind if sections else (*CONTEXT, *of_kind))
    if near:
        return f"viết {near}"
    if sections:
        return "sửa theo mã phần lặp trong bộ tiêu chí"
    return "sửa theo mã trong bộ tiêu chí; còn chữ thì đặt trong dấu nháy kép"


def _single(inquiry: Inquiry, column: int, name: str, over: str = "") -> Symbol | None:
    """The symbol of a name that must have one value here."""
    symbol = known(inquiry, column, name)
    if symbol is None or not (symbol.section or symbol.rows):
        return symbol
    if symbol.section:
        what = f"{shown(name)} là một phần; đếm mục của phần bằng entries({name})"
    else:
        over = over or ("sum" if symbol.kind is Kind.NUMBER else "count_met")
        what = (
            f"{shown(name)} có nhiều dòng, không phải một giá trị; gộp lại bằng hàm,"
            f" như {over}({name})"
        )
    inquiry.tell(column, FaultCode.NEEDS_ROWS, what)
    return None


def _kind_of(inquiry: Inquiry, node: Answer | Rows, symbol: Symbol) -> Kind | None:
    name, part = node.ref
    if part == VALUE:
        return symbol.kind
    kind = symbol.parts.get(part)
    if kind is None:
        listed = ", ".join(f"{name}.{other}" for other in symbol.parts)
        remedy = f"viết một trong: {listed}" if listed else f"viết {name}"
        inquiry.tell(
            node.column,
            FaultCode.UNKNOWN_NAME,
            f"{shown(name)} không có phần {shown(part)}; {remedy}",
        )
    return kind


def _over(inquiry: Inquiry, node: Rows, symbol: Symbol) -> Meaning:
    kind = _kind_of(inquiry, node, symbol)
    allowed = {Kind.NUMBER}
    if node.function in {"lowest", "highest"}:
        allowed.add(Kind.DATE)
    if kind is None or kind in allowed:
        return Meaning(kind)
    inquiry.tell(
        node.column,
        FaultCode.WRONG_KIND,
        f"{node.function} cần số, còn {shown(node.ref.name)} là {KIND_NAMES[kind]};"
        f" đếm bằng count_met({node.ref.name}) hoặc count_answered({node.ref.name})",
    )
    return UNKNOWN


def _not_rows(node: Rows, symbol: Symbol) -> str:
    name = node.ref.name
    if symbol.section:
        return f"{shown(name)} là một phần; đếm mục của phần bằng entries({name})"
    single = {
        "count_met": f"met({name})",
        "count_not_met": f"not_met({name})",
        "count_answered": f"answered({name})",
    }.get(node.function, name)
    return (
        f"{node.function} gộp nhiều dòng, còn {shown(name)} ở đây chỉ có một giá trị;"
        f" viết {single}"
    )
