"""The tree of an expression: small frozen nodes, no trace of the parser.

Every node knows its column (from 1): that of its name, literal or prefix; a comparison
has that of its operator, a chain that of its first part. Chains are flat: `a + b + c`
is one node of depth 1, so a long sum of criteria is not a deep expression.
"""

from dataclasses import dataclass

from fieldapp.domain.expressions.kinds import Ref, Scalar


@dataclass(frozen=True, slots=True)
class Node:
    """Any part of an expression."""

    column: int

    def children(self) -> tuple["Node", ...]:
        """Return the nodes directly below this one, left to right."""
        return ()


@dataclass(frozen=True, slots=True)
class Constant(Node):
    """A literal: 12.5, "chữ", yes, no, 2025-07-01."""

    value: Scalar


@dataclass(frozen=True, slots=True)
class Setting(Node):
    """A fact of the inspection: year, unit_kind and the like."""

    name: str


@dataclass(frozen=True, slots=True)
class Answer(Node):
    """A criterion's value or one of its parts: C05, C05.num."""

    ref: Ref


@dataclass(frozen=True, slots=True)
class State(Node):
    """met(C05), not_met(C05), answered(C05), applies(C05)."""

    ref: Ref


@dataclass(frozen=True, slots=True)
class Rows(Node):
    """A function over the entries of a group or the sub-units: sum(S02)."""

    function: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class Entries(Node):
    """How many entries a group has: entries(S)."""

    section: str


@dataclass(frozen=True, slots=True)
class Denial(Node):
    """Logical not."""

    operand: Node

    def children(self) -> tuple[Node, ...]:
        """The denied node."""
        return (self.operand,)


@dataclass(frozen=True, slots=True)
class Negative(Node):
    """A number with its sign turned."""

    operand: Node

    def children(self) -> tuple[Node, ...]:
        """The number."""
        return (self.operand,)


@dataclass(frozen=True, slots=True)
class AllOf(Node):
    """Operands joined by `and`."""

    operands: tuple[Node, ...]

    def children(self) -> tuple[Node, ...]:
        """The operands."""
        return self.operands


@dataclass(frozen=True, slots=True)
class AnyOf(Node):
    """Operands joined by `or`."""

    operands: tuple[Node, ...]

    def children(self) -> tuple[Node, ...]:
        """The operands."""
        return self.operands


@dataclass(frozen=True, slots=True)
class Comparison(Node):
    """`left operator right`; the operator is one of == != < <= > >=."""

    operator: str
    left: Node
    right: Node

    def children(self) -> tuple[Node, ...]:
        """Both sides."""
        return (self.left, self.right)


@dataclass(frozen=True, slots=True)
class Arithmetic(Node):
    """`first`, then each operator with its operand, worked from left to right.

    The operators of one chain are all of + and -, or all of * and /.
    """

    first: Node
    rest: tuple[tuple[str, Node], ...]

    def children(self) -> tuple[Node, ...]:
        """The operands."""
        return (self.first, *(operand for _, operand in self.rest))


@dataclass(frozen=True, slots=True)
class Call(Node):
    """Any other function; also one whose name or arguments are wrong (see check)."""

    function: str
    arguments: tuple[Node, ...]

    def children(self) -> tuple[Node, ...]:
        """The arguments."""
        return self.arguments


@dataclass(frozen=True, slots=True)
class Expression:
    """A parsed text.

    `refs` is everything it reads from criteria, `names` the ids of the criteria and
    sections it depends on; facts of the inspection (CONTEXT) are in neither.
    """

    text: str
    root: Node
    refs: frozenset[Ref]
    names: frozenset[str]
