"""Expressions held against a small evaluator of their own, on made-up trees."""

import datetime as dt
import operator
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.expressions import (
    Kind,
    Ref,
    Scalar,
    Symbol,
    check,
    evaluate,
    parse,
)

SYMBOLS = {
    **dict.fromkeys(("A04", "B-2", "not_1"), Symbol(Kind.BOOL)),
    **dict.fromkeys(("C05", "C06"), Symbol(Kind.NUMBER)),
    "R07": Symbol(
        Kind.NUMBER,
        {"num": Kind.NUMBER, "den": Kind.NUMBER},
        never_zero=frozenset({"den"}),
    ),
    **dict.fromkeys(("D01", "D02"), Symbol(Kind.DATE)),
    "M04": Symbol(Kind.CHOICE, choices=("muon", "dung-gio")),
    "S02": Symbol(Kind.NUMBER, {"cham": Kind.NUMBER}, rows=True),
    "S03": Symbol(Kind.DATE, rows=True),
    "S07": Symbol(Kind.BOOL, rows=True),
    "U01": Symbol(Kind.NUMBER, rows_too=True),
    "S": Symbol(Kind.NUMBER, section=True),
}
Tree = tuple[Any, ...]
"""("lit", text, value), ("ref", text, Ref), ("rows", function, Ref), ("entries", S),
("fact", name),
("not", a), ("neg", a), (an operator, a, b), (a function, a, …)."""

LOOSE = {"or": 1, "and": 2, "not": 3, "neg": 7}
LOOSE |= dict.fromkeys(("==", "!=", "<", "<=", ">", ">="), 4)
LOOSE |= {"+": 5, "-": 5, "*": 6, "/": 6}
TIGHT = 9


def literal(value: Scalar) -> Tree:
    if isinstance(value, bool):
        return ("lit", "yes" if value else "no", value)
    return ("lit", f'"{value}"' if isinstance(value, str) else str(value), value)


def ref(name: str, part: str = "value") -> Tree:
    written = name if part == "value" else f"{name}.{part}"
    if part in {"met", "not_met", "answered", "applies"}:
        written = f"{part}({name})"
    return ("ref", written, Ref(name, part))


def rows(function: str, name: str, part: str) -> Tree:
    return ("rows", function, Ref(name, part))


LITERALS = st.decimals(0, 10**6, places=2, allow_nan=False).map(literal)
NONZERO = st.one_of(
    st.integers(1, 99).map(lambda n: literal(Decimal(n))),
    st.just(ref("R07", "den")),
)
NUMBERS = st.one_of(
    LITERALS,
    st.sampled_from(
        [
            *(ref("C05"), ref("C06"), ref("R07"), ref("R07", "num")),
            *(rows(f, "S02", "value") for f in ("sum", "lowest", "highest", "mean")),
            *(rows("sum", "S02", "cham"), rows("count_met", "S07", "met")),
            rows("count_not_met", "S07", "not_met"),
            rows("count_answered", "S07", "answered"),
            *(ref("U01"), rows("sum", "U01", "value"), ("entries", "S")),
            ("fact", "year"),
        ]
    ),
)
DATES = st.one_of(
    st.dates(dt.date(2000, 1, 1), dt.date(2050, 1, 1)).map(literal),
    st.sampled_from([ref("D01"), ref("D02"), rows("highest", "S03", "value")]),
)
TRUTHS = st.one_of(
    st.sampled_from([literal(value=True), literal(value=False)]),
    st.sampled_from([ref(n) for n in ("A04", "B-2", "not_1")]),
    st.sampled_from([ref("M04", p) for p in ("met", "not_met", "answered", "applies")]),
    st.tuples(
        st.sampled_from(["==", "!="]),
        st.just(ref("M04")),
        st.sampled_from([literal("muon"), literal("dung-gio")]),
    ),
)


def number_trees(children: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    places = st.integers(0, 6).map(lambda n: literal(Decimal(n)))
    return st.one_of(
        st.tuples(st.sampled_from("+-*"), children, children),
        st.tuples(st.just("/"), children, NONZERO),
        st.tuples(st.sampled_from(["neg", "abs"]), children),
        st.tuples(st.sampled_from(["min", "max"]), children, children, children),
        st.tuples(st.just("round"), children, places),
        st.tuples(st.just("div"), children, children, children),
        st.tuples(st.just("given"), children, children),
        st.tuples(st.just("if"), TRUTHS, children, children),
        st.tuples(st.just("days"), DATES, DATES),
    )


NUMBER_TREES = st.recursive(NUMBERS, number_trees, max_leaves=8)
ORDERS = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])


def truth_trees(children: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    return st.one_of(
        st.tuples(st.sampled_from(["and", "or", "==", "!="]), children, children),
        st.tuples(st.just("not"), children),
        st.tuples(ORDERS, NUMBER_TREES, NUMBER_TREES),
        st.tuples(ORDERS, DATES, DATES),
        st.tuples(st.just("if"), children, children, children),
    )


TREES = st.one_of(NUMBER_TREES, st.recursive(TRUTHS, truth_trees, max_leaves=6))


class Writer:
    """Writes a tree as text: random spaces, brackets where needed and elsewhere."""

    def __init__(self, draw: Callable[..., Any]) -> None:
        self.draw = draw

    def space(self) -> str:
        return str(self.draw(st.sampled_from(["", " ", "  ", "\n"])))

    def write(self, tree: Tree, least: int = 0) -> str:
        text = self.bare(tree)
        needed = LOOSE.get(tree[0], TIGHT) < least
        if needed or self.draw(st.integers(0, 7)) == 0:
            return f"({self.space()}{text}{self.space()})"
        return text

    def bare(self, tree: Tree) -> str:
        head, *parts = tree
        own = LOOSE.get(head, TIGHT)
        if head in {"lit", "ref"}:
            return str(parts[0])
        if head == "rows":
            name, part = parts[1]
            dotted = f"{name}.{part}" if part == "cham" else name
            return f"{parts[0]}({self.space()}{dotted}{self.space()})"
        if head in {"entries", "fact"}:
            return str(parts[0]) if head == "fact" else f"entries({parts[0]})"
        if head in {"not", "neg"}:
            return f"{'not' if head == 'not' else '-'} {self.write(parts[0], own)}"
        if own != TIGHT:
            left = self.write(parts[0], own + (own == LOOSE["=="]))
            return f"{left} {self.space()}{head} {self.write(parts[1], own + 1)}"
        inside = f"{self.space()},{self.space()}".join(map(self.write, parts))
        return f"{head}{self.space()}({inside})"


FACTS: dict[str, Scalar] = {"year": Decimal(2025), "mode": "planned"}


class Answers:
    """Answers of the right kinds or none, made from one draw."""

    def __init__(self, values: Mapping[Ref, Any], lines: Mapping[Ref, Any]) -> None:
        self.values, self.lines = values, lines

    def value(self, ref: Ref) -> Scalar | None:
        found: Scalar | None = self.values.get(ref)
        return found

    def rows(self, ref: Ref) -> Sequence[Scalar | None]:
        found: Sequence[Scalar | None] = self.lines.get(ref, ())
        return found

    def context(self, name: str) -> Scalar | None:
        return FACTS[name]

    def entry_count(self, section: str) -> int:
        assert section == "S"
        return len(self.rows(Ref("S02", "value")))


def optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


FIGURES = st.decimals(-(10**6), 10**6, places=2) | st.sampled_from([Decimal(0)])
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2050, 1, 1))
CHOSEN = st.sampled_from(["muon", "dung-gio"])


def answers(figures: st.SearchStrategy[Decimal]) -> st.SearchStrategy[Answers]:
    single: dict[Ref, st.SearchStrategy[Any]] = {
        **{Ref(n, "value"): st.booleans() for n in ("A04", "B-2", "not_1")},
        **{
            Ref("M04", p): st.booleans()
            for p in ("met", "not_met", "answered", "applies")
        },
        **{Ref(n, "value"): figures for n in ("C05", "C06", "R07", "U01")},
        **{Ref(n, "value"): DAYS for n in ("D01", "D02")},
        Ref("R07", "num"): figures,
        Ref("R07", "den"): figures.filter(bool),
        Ref("M04", "value"): CHOSEN,
    }
    many: dict[Ref, st.SearchStrategy[Any]] = {
        Ref("S02", "value"): figures,
        Ref("S02", "cham"): figures,
        Ref("S03", "value"): DAYS,
        Ref("U01", "value"): figures,
        **{Ref("S07", p): st.booleans() for p in ("met", "not_met", "answered")},
    }
    return st.builds(
        Answers,
        st.fixed_dictionaries({r: optional(s) for r, s in single.items()}),
        st.fixed_dictionaries(
            {r: st.lists(optional(s), max_size=4) for r, s in many.items()}
        ),
    )


BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
PLAIN: dict[str, Callable[..., Any]] = {
    **BINARY,
    "not": operator.not_,
    "neg": lambda a: 0 - a,
    "abs": abs,
    "min": min,
    "max": max,
    "round": lambda a, n: a.quantize(Decimal(1).scaleb(-int(n)), ROUND_HALF_UP),
    "days": lambda a, b: Decimal((b - a).days),
}


def expected(tree: Tree, given: Answers) -> Any:
    """Say what a tree must give, in the plainest way."""
    head, *parts = tree
    leaf: dict[str, Callable[[], Any]] = {
        "lit": lambda: parts[1],
        "ref": lambda: given.value(parts[1]),
        "entries": lambda: Decimal(given.entry_count("S")),
        "fact": lambda: FACTS[parts[0]],
        "rows": lambda: over_rows(parts[0], given.rows(parts[1])),
    }
    if head in leaf:
        return leaf[head]()
    values = [expected(part, given) for part in parts]
    if head in LAZY:
        return LAZY[head](*values)
    return None if None in values else sensible(PLAIN[head](*values))


def junction(one: Any, two: Any, *, deciding: bool) -> Any:
    if deciding in (one, two):
        return deciding
    return None if None in (one, two) else not deciding


def div(one: Any, two: Any, otherwise: Any) -> Any:
    if None in (one, two):
        return None
    return sensible(one / two) if two else otherwise


LAZY: dict[str, Callable[..., Any]] = {
    "and": lambda a, b: junction(a, b, deciding=False),
    "or": lambda a, b: junction(a, b, deciding=True),
    "given": lambda a, b: b if a is None else a,
    "if": lambda c, a, b: None if c is None else (a if c else b),
    "div": div,
}


def over_rows(function: str, lines: Sequence[Any]) -> Any:
    there = [line for line in lines if line is not None]
    if function.startswith("count_"):
        return Decimal(there.count(True))
    if not there:
        return None
    if function in {"lowest", "highest"}:
        return min(there) if function == "lowest" else max(there)
    whole = sum(there, Decimal(0))
    return whole if function == "sum" else whole / len(there)


def sensible(value: Any) -> Any:
    too_large = isinstance(value, Decimal) and abs(value) > Decimal(10) ** 30
    return None if too_large else value


@given(TREES, answers(FIGURES), st.data())
def test_a_written_tree_gives_what_the_tree_means(
    tree: Tree, given_answers: Answers, data: st.DataObject
) -> None:
    text = Writer(data.draw).write(tree)
    if len(text) > 1000:
        return

    expression = parse(text)

    assert check(expression, SYMBOLS, None) == []
    with localcontext(Context(prec=40)):
        wanted = expected(tree, given_answers)
    assert evaluate(expression, given_answers) == wanted
    again = parse(Writer(data.draw).write(tree)[:1000]) if len(text) < 300 else None
    if again is not None:
        assert (again.refs, again.names) == (expression.refs, expression.names)


WILD = st.one_of(
    st.decimals(),
    st.sampled_from(
        ["1e30", "-1e30", "1e-999999", "9.9e999999", "NaN", "sNaN", "0", "-0", "1e6144"]
    ).map(Decimal),
)


@given(TREES, answers(WILD), st.data())
def test_a_checked_expression_has_a_value_or_none_for_any_answers(
    tree: Tree, given_answers: Answers, data: st.DataObject
) -> None:
    text = Writer(data.draw).write(tree)
    if len(text) > 1000:
        return

    value = evaluate(parse(text), given_answers)

    if isinstance(value, Decimal):
        assert value.is_finite()
        assert abs(value) <= Decimal(10) ** 30


@given(
    st.lists(
        st.sampled_from(
            [
                *("A04", "C05", "R07.num", "R07.den", "D01", "M04", "S02", "S07", "S"),
                *("yes", "no", "0", "12.5", "2025-07-01", '"muon"', "year", "mode"),
                *("and", "or", "not", "==", "!=", "<", ">=", "+", "-", "*", "/"),
                *("(", ")", ",", "if(", "sum(", "met(", "div(", "min(", "days("),
            ]
        ),
        max_size=14,
    ).map(" ".join),
    answers(WILD),
)
def test_whatever_passes_the_check_evaluates(text: str, given_answers: Answers) -> None:
    try:
        expression = parse(text)
    except ValueError:
        return
    if check(expression, SYMBOLS, None) == []:
        evaluate(expression, given_answers)
