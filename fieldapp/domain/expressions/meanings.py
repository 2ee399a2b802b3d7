"""What a node will give, as far as that is known without answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from fieldapp.domain.expressions.faults import Fault, FaultCode, fault_at, shown
from fieldapp.domain.expressions.kinds import KIND_NAMES, VALUE, Kind, Scalar, Symbol
from fieldapp.domain.expressions.nodes import (
    AllOf,
    Answer,
    AnyOf,
    Call,
    Comparison,
    Constant,
    Denial,
    Entries,
    Node,
    Rows,
    Setting,
    State,
)


class Word(NamedTuple):
    """A text written in the expression, and its column."""

    column: int
    text: str


class Meaning(NamedTuple):
    """What a node will give.

    `kind` is None where a fault was told already. `choices` are the ids it can be.
    `words` are all the texts it can be, when every one is written out, else None.
    `nonzero` is true only when it provably is never 0.
    """

    kind: Kind | None
    choices: tuple[str, ...] = ()
    words: tuple[Word, ...] | None = None
    nonzero: bool = False


UNKNOWN = Meaning(None)
NUMBER = Meaning(Kind.NUMBER)
BOOL = Meaning(Kind.BOOL)


@dataclass(slots=True)
class Inquiry:
    """One check under way: the known names, and the faults found so far."""

    symbols: Mapping[str, Symbol]
    rules: Mapping[type[Node], Callable[["Inquiry", Any], Meaning]]
    faults: list[Fault] = field(default_factory=list)

    def of(self, node: Node) -> Meaning:
        """Return what `node` will give, telling its faults."""
        return self.rules[type(node)](self, node)

    def tell(self, column: int, code: FaultCode, what: str) -> None:
        """Add a fault."""
        self.faults.append(fault_at(column, code, what))

    def want(self, node: Node, kind: Kind, who: str) -> Meaning:
        """Return what `node` will give, telling when it is not of `kind`."""
        return self.expect(node, self.of(node), kind, who)

    def expect(self, node: Node, found: Meaning, kind: Kind, who: str) -> Meaning:
        """Tell when `found`, the meaning of `node`, is not of `kind`."""
        if found.kind in {None, kind}:
            return found
        self.tell(
            node.column,
            FaultCode.WRONG_KIND,
            f"{who} cần {KIND_NAMES[kind]}, còn {described(node, found)}"
            f"{_remedy(node, found, kind)}",
        )
        return UNKNOWN

    def fits(self, words: Meaning, choices: tuple[str, ...]) -> None:
        """Tell every written text that is none of `choices` (empty: anything goes)."""
        for word in words.words or ():
            if choices and word.text not in choices:
                self.tell(
                    word.column,
                    FaultCode.UNKNOWN_CHOICE,
                    f'không có lựa chọn "{word.text}"; viết một trong: '
                    + ", ".join(f'"{choice}"' for choice in choices[:12]),
                )


def spelled(node: Node) -> str:
    """Say which part of the expression is meant, briefly."""
    if isinstance(node, Comparison | AllOf | AnyOf | Denial):
        return "điều kiện này"
    written = _written(node)
    return shown(written) if written else "phép tính này"


def described(node: Node, found: Meaning) -> str:
    """Say which part is meant and of what kind it is."""
    kind = f" là {KIND_NAMES[found.kind]}" if found.kind else ""
    return spelled(node) + kind


def _written(node: Node) -> str:
    written = ""
    match node:
        case Answer(_, ref):
            written = ref.name if ref.part == VALUE else f"{ref.name}.{ref.part}"
        case State(_, ref):
            written = f"{ref.part}({ref.name})"
        case Rows(_, function, ref):
            written = f"{function}({ref.name})"
        case Setting(_, name) | Entries(_, name):
            written = name
        case Call(_, function, _):
            written = f"{function}(…)"
        case Constant(_, value):
            written = _literal(value)
    return written


def _literal(value: Scalar) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _remedy(node: Node, found: Meaning, wanted: Kind) -> str:
    name = spelled(node).strip("«»") if isinstance(node, Answer | Setting) else "C05"
    if wanted is Kind.BOOL:
        example = {
            Kind.NUMBER: f"{name} > 0",
            Kind.DATE: f"{name} >= 2025-07-01",
            Kind.CHOICE: f'{name} == "{(*found.choices, "muon")[0]}"',
        }
        written = example.get(found.kind or Kind.TEXT, "answered(C05)")
        return f"; viết thành điều kiện, như {written}"
    if found.kind is Kind.TEXT and found.words:
        return "; bỏ dấu nháy kép"
    if found.kind is Kind.BOOL and wanted is Kind.NUMBER:
        return "; đổi thành số bằng if(…, 1, 0)"
    return "; thay bằng giá trị đúng loại"
