"""May two values stand side by side? Only when they are of one kind."""

from fieldapp.domain.expressions.faults import FaultCode, shown
from fieldapp.domain.expressions.kinds import VALUE, Kind
from fieldapp.domain.expressions.meanings import (
    BOOL,
    UNKNOWN,
    Inquiry,
    Meaning,
    described,
)
from fieldapp.domain.expressions.nodes import Answer, Comparison, Node

_EQUALITY = {"==", "!="}
_ORDERED = {None, Kind.NUMBER, Kind.DATE}


def comparison(inquiry: Inquiry, node: Comparison) -> Meaning:
    """Both sides of one kind; before and after only for numbers and dates."""
    sides = (node.left, node.right)
    if _tells_bare_choice(inquiry, *sides) or _tells_bare_choice(inquiry, *sides[::-1]):
        return BOOL
    left, right = inquiry.of(node.left), inquiry.of(node.right)
    found = _join(inquiry, node.column, (node.left, left), (node.right, right))
    if node.operator not in _EQUALITY and found.kind not in _ORDERED:
        inquiry.tell(
            node.column,
            FaultCode.WRONG_KIND,
            f"chỉ số và ngày so được bằng {shown(node.operator)}, còn"
            f" {described(node.left, left)}; viết == hoặc !=",
        )
    return BOOL


def agree(inquiry: Inquiry, nodes: tuple[Node, ...], who: str) -> Meaning:
    """Return what any of `nodes` may give; they must be of one kind."""
    first, *others = nodes
    result = inquiry.of(first)
    for other in others:
        found = inquiry.of(other)
        result = _join(inquiry, other.column, (first, result), (other, found), who)
    return result


def _join(
    inquiry: Inquiry,
    column: int,
    one: tuple[Node, Meaning],
    two: tuple[Node, Meaning],
    who: str = "hai vế",
) -> Meaning:
    left, right = one[1], two[1]
    if left.kind is None or right.kind is None:
        return UNKNOWN
    for words, other in ((left, right), (right, left)):
        inquiry.fits(words, other.choices)
    if left.kind is right.kind or _is_choice_and_words(left, right):
        return _either(left, right)
    inquiry.tell(
        column,
        FaultCode.WRONG_KIND,
        f"{who} phải cùng loại, còn {described(*one)}, {described(*two)};"
        f" {_remedy(left, right)}",
    )
    return UNKNOWN


def _is_choice_and_words(left: Meaning, right: Meaning) -> bool:
    for choice, words in ((left, right), (right, left)):
        if choice.kind is Kind.CHOICE and words.kind is Kind.TEXT and words.words:
            return True
    return False


def _either(left: Meaning, right: Meaning) -> Meaning:
    kind = Kind.CHOICE if Kind.CHOICE in {left.kind, right.kind} else left.kind
    both_written = left.words is not None and right.words is not None
    return Meaning(
        kind,
        choices=tuple(dict.fromkeys(left.choices + right.choices)),
        words=(left.words or ()) + (right.words or ()) if both_written else None,
        nonzero=left.nonzero and right.nonzero,
    )


def _tells_bare_choice(inquiry: Inquiry, side: Node, other: Node) -> bool:
    """Tell `M04 == muon`: a choice written without its quotes."""
    if not isinstance(side, Answer) or not isinstance(other, Answer):
        return False
    name, symbol = other.ref.name, inquiry.symbols.get(side.ref.name)
    if symbol is None or other.ref.part != VALUE or name in inquiry.symbols:
        return False
    if name not in symbol.choices:
        return False
    inquiry.tell(
        other.column,
        FaultCode.UNKNOWN_NAME,
        f'lựa chọn {shown(name)} thiếu dấu nháy kép; viết "{name}"',
    )
    return True


def _remedy(left: Meaning, right: Meaning) -> str:
    kinds = {left.kind, right.kind}
    if Kind.CHOICE in kinds:
        choices = left.choices or right.choices or ("muon",)
        return f'so lựa chọn với mã của nó trong dấu nháy kép, như "{choices[0]}"'
    if kinds == {Kind.BOOL, Kind.TEXT}:
        return "viết yes hoặc no, không có dấu nháy"
    if kinds == {Kind.DATE, Kind.TEXT}:
        return "ngày viết không có dấu nháy, như 2025-07-01"
    if kinds == {Kind.NUMBER, Kind.TEXT}:
        return "con số viết không có dấu nháy, như 12.5"
    if Kind.BOOL in kinds:
        return "so có hoặc không với yes, no"
    return "so với giá trị cùng loại"
