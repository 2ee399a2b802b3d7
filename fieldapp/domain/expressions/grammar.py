"""The grammar of expressions, and how its pieces become nodes.

LALR with the nodes built while parsing: neither parser nor builder recurses, so no
text can exhaust the stack.
"""

from functools import cache
from typing import Final

from lark import Lark, Token, Transformer, v_args

from fieldapp.domain.expressions import literals
from fieldapp.domain.expressions.faults import FaultCode, mistake, shown
from fieldapp.domain.expressions.functions import COUNTING, ROW_PARTS, STATE_PARTS
from fieldapp.domain.expressions.kinds import CONTEXT, STATES, VALUE, Ref
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
    Negative,
    Node,
    Rows,
    Setting,
    State,
)

_ID = r"(?:[A-Za-z0-9_]|-(?=[A-Za-z0-9_]))*"

GRAMMAR: Final = rf"""
?start: any_of
?any_of: all_of ("or" all_of)*
?all_of: denial ("and" denial)*
?denial: NOT denial | comparison
?comparison: total (COMPARE total)?
?total: product ((PLUS|MINUS) product)*
?product: unary ((TIMES|OVER) unary)*
?unary: MINUS unary -> negative | atom
?atom: NAME -> name
    | NUMBER -> number
    | DATE -> date
    | TEXT -> text
    | YES -> yes
    | NO -> no
    | NAME "(" [start ("," start)*] ")" -> call
    | "(" start ")"

NOT: "not"
YES: "yes"
NO: "no"
COMPARE: "==" | "!=" | "<=" | ">=" | "<" | ">"
PLUS: "+"
MINUS: "-"
TIMES: "*"
OVER: "/"
NAME: /[A-Za-z]{_ID}(?:\.[A-Za-z0-9]{_ID})?/
NUMBER: /[0-9][0-9A-Za-z_.]*/
DATE.2: /[0-9]{{1,4}}-[0-9]{{1,2}}-[0-9]{{1,4}}/
TEXT: /"[^"\n]*"/
%ignore /\s+/
"""


class Builder(Transformer[Token, Node]):
    """Makes nodes of the grammar's pieces; raises ExpressionError for bad literals."""

    def any_of(self, operands: list[Node]) -> Node:
        """`a or b or …`."""
        return AnyOf(operands[0].column, tuple(operands))

    def all_of(self, operands: list[Node]) -> Node:
        """`a and b and …`."""
        return AllOf(operands[0].column, tuple(operands))

    @v_args(inline=True)
    def denial(self, sign: Token, operand: Node) -> Node:
        """`not a`."""
        return Denial(column_of(sign), operand)

    @v_args(inline=True)
    def comparison(self, left: Node, sign: Token, right: Node) -> Node:
        """`a == b` and its like."""
        return Comparison(column_of(sign), str(sign), left, right)

    @v_args(inline=True)
    def total(self, first: Node, *rest: Node | Token) -> Node:
        """`a + b - …`, and with the other signs `a * b / …`."""
        signs, operands = rest[::2], rest[1::2]
        steps = tuple(
            (str(sign), operand)
            for sign, operand in zip(signs, operands, strict=True)
            if isinstance(operand, Node)
        )
        return Arithmetic(first.column, first, steps)

    product = total

    @v_args(inline=True)
    def negative(self, sign: Token, operand: Node) -> Node:
        """`-a`."""
        return Negative(column_of(sign), operand)

    @v_args(inline=True)
    def name(self, token: Token) -> Node:
        """A criterion, one of its parts, or a fact of the inspection."""
        name, dot, part = str(token).partition(".")
        column = column_of(token)
        if name in CONTEXT or part in _UNWRITABLE:
            return _special(name, dot, part, column)
        return Answer(column, Ref(name, part or VALUE))

    @v_args(inline=True)
    def number(self, token: Token) -> Node:
        """A number."""
        column = column_of(token)
        return Constant(column, literals.number(str(token), column))

    @v_args(inline=True)
    def date(self, token: Token) -> Node:
        """A date."""
        column = column_of(token)
        return Constant(column, literals.date(str(token), column))

    @v_args(inline=True)
    def text(self, token: Token) -> Node:
        """A text."""
        column = column_of(token)
        return Constant(column, literals.text(str(token), column))

    @v_args(inline=True)
    def yes(self, token: Token) -> Node:
        """`yes`."""
        return Constant(column_of(token), value=True)

    @v_args(inline=True)
    def no(self, token: Token) -> Node:
        """`no`."""
        return Constant(column_of(token), value=False)

    @v_args(inline=True)
    def call(self, token: Token, *arguments: Node) -> Node:
        """A function; those that take a name, not a value, become their own nodes."""
        column, function = column_of(token), str(token)
        match arguments:
            case (Answer(_, ref),):
                return _of_name(column, function, ref) or Call(
                    column, function, arguments
                )
            case _:
                return Call(column, function, arguments)


@cache
def grammar() -> Lark:
    """Return the parser, made once, when the first expression is read."""
    return Lark(
        GRAMMAR,
        parser="lalr",
        lexer="basic",  # keeps `and` a keyword where a name could stand
        transformer=Builder(),
        maybe_placeholders=False,
    )


def column_of(token: Token) -> int:
    """The column of a token in the whole text, line breaks counted as characters."""
    return (token.start_pos or 0) + 1


_UNWRITABLE = STATES | {VALUE}


def _special(name: str, dot: str, part: str, column: int) -> Node:
    if not dot:
        return Setting(column, name)
    if name in CONTEXT:
        advice = f"{name} không có phần nào; viết {name}"
    elif part == VALUE:
        advice = f"giá trị của tiêu chí viết bằng mã của nó: {name}"
    else:
        advice = f"viết {part}({name})"
    what = f"không viết {shown(f'{name}.{part}')}; {advice}"
    raise mistake(column, FaultCode.SYNTAX, what)


def _of_name(column: int, function: str, ref: Ref) -> Node | None:
    """A function of one criterion or section; None when it is another, or misused."""
    bare = ref.part == VALUE
    if function in STATE_PARTS and bare:
        return State(column, Ref(ref.name, STATE_PARTS[function]))
    if function == "entries" and bare:
        return Entries(column, ref.name)
    if function in COUNTING and bare:
        return Rows(column, function, Ref(ref.name, ROW_PARTS[function]))
    if function in ROW_PARTS and function not in COUNTING:
        return Rows(column, function, ref)
    return None
