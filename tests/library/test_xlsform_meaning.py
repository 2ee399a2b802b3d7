"""An expression of a form and its translation give the same for the same answers."""

import operator
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.expressions import Kind, Ref, Scalar, Symbol, check, parse
from fieldapp.domain.expressions import evaluate as ours
from fieldapp.library.xlsform.parts import Known
from fieldapp.library.xlsform.xpath import translated

FIGURES = ("so_mot", "so-hai", "so.ba")
NAMES = {
    "so_mot": Known("a", AnswerKind.COUNT),
    "so-hai": Known("b", AnswerKind.INDEX),
    "so.ba": Known("c", AnswerKind.COUNT),
    "co": Known("y", AnswerKind.YES_NO, words={"1": "yes", "0": "no"}),
    "muc": Known("m", AnswerKind.CHOICE, words={"1": '"1"', "tot": '"tot"'}),
    "hs": Known("S", None, "S"),
    "phi": Known("s", AnswerKind.INDEX, "S"),
}
SYMBOLS = {
    **dict.fromkeys("abc", Symbol(Kind.NUMBER)),
    "y": Symbol(Kind.BOOL),
    "m": Symbol(Kind.CHOICE, choices=("1", "tot")),
    "s": Symbol(Kind.NUMBER, rows=True),
    "S": Symbol(Kind.NUMBER, section=True),
}
Tree = tuple[Any, ...]
"""("is", XPath, value from answers) or (an operator or a function, a, …)."""
LOOSE = {"or": 1, "and": 2, "+": 4, "-": 4, "*": 5, "div": 5, "neg": 6}
LOOSE |= dict.fromkeys(("=", "!=", "<", "<=", ">", ">="), 3)
TIGHT = 9


def leaf(xpath: str, get: Callable[[Mapping[str, Any]], Any]) -> Tree:
    return ("is", xpath, get)


def figure(name: str) -> Tree:
    return leaf(f"${{{name}}}", lambda given: given[NAMES[name].id])


NUMBERS = st.one_of(
    st.sampled_from(FIGURES).map(figure),
    st.integers(0, 30).map(lambda n: leaf(str(n), lambda _: Decimal(n))),
    st.just(leaf("count(${hs})", lambda given: Decimal(len(given["s"])))),
    st.just(leaf("sum(${phi})", lambda given: sum(given["s"], Decimal(0)))),
    st.just(leaf("max(${phi})", lambda given: max(given["s"]))),
)
TRUTHS = st.sampled_from(
    [
        leaf("${co} = '1'", lambda given: given["y"]),
        leaf("${co} = 0", lambda given: not given["y"]),
        leaf("selected(${co}, '1')", lambda given: given["y"]),
        leaf("selected(${muc}, 'tot')", lambda given: given["m"] == "tot"),
        leaf("${muc} != 1", lambda given: given["m"] != "1"),
        leaf("'tot' = ${muc}", lambda given: given["m"] == "tot"),
        leaf("${so_mot} != ''", lambda _: True),
        leaf("${so_mot} = ''", lambda _: False),
        leaf("${so_mot} >= '5'", lambda given: given["a"] >= 5),
    ]
)


def deeper(children: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    return st.one_of(
        st.tuples(st.sampled_from(["+", "-", "*", "div"]), children, children),
        st.tuples(st.sampled_from(["neg", "abs", "number"]), children),
        st.tuples(st.sampled_from(["min", "max", "coalesce"]), children, children),
        st.tuples(st.just("round"), children.map(lambda tree: ("abs", tree))),
        st.tuples(st.just("if"), TRUTHS, children, children),
    )


CHAINS = st.recursive(
    NUMBERS,
    lambda children: st.one_of(
        st.tuples(st.sampled_from(["+", "-", "*", "div"]), children, children),
        st.tuples(st.just("neg"), children),
    ),
    max_leaves=10,
)
"""Signs only: brackets and the order of working out."""
FIGURE_TREES = st.recursive(NUMBERS, deeper, max_leaves=8)


ORDERS = st.sampled_from(["=", "!=", "<", "<=", ">", ">="])
TREES = st.recursive(
    st.one_of(TRUTHS, st.tuples(ORDERS, NUMBERS, NUMBERS | FIGURE_TREES)),
    lambda children: st.one_of(
        st.tuples(st.sampled_from(["and", "or"]), children, children),
        st.tuples(st.just("not"), children),
    ),
    max_leaves=5,
)


def written(tree: Tree, least: int = 0) -> str:
    """The tree as XPath, brackets only where they are needed."""
    head, *parts = tree
    own = LOOSE.get(head, TIGHT)
    if head == "is":
        own = 3 if "= " in parts[0] else TIGHT
        text = parts[0]
    elif head == "neg":
        text = f"-{written(parts[0], own)}"
    elif own != TIGHT:
        left = written(parts[0], own + (own == LOOSE["="]))
        text = f"{left} {head} {written(parts[1], own + 1)}"
    else:
        text = f"{head}({', '.join(map(written, parts))})"
    return f"({text})" if own < least else text


PLAIN: dict[str, Callable[..., Any]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "and": lambda a, b: a and b,
    "or": lambda a, b: a or b,
    "not": operator.not_,
    "neg": lambda a: 0 - a,
    "abs": abs,
    "number": lambda a: a,
    "min": min,
    "max": max,
    "coalesce": lambda a, _: a,
    "round": lambda a: a.quantize(Decimal(1), ROUND_HALF_UP),
    "if": lambda c, a, b: a if c else b,
    "div": lambda a, b: a / b if b else Decimal(0),  # documented: by zero is 0
}


def meant(tree: Tree, answers: Mapping[str, Any]) -> Any:
    """What a tree gives, in the plainest way."""
    head, *parts = tree
    if head == "is":
        return parts[1](answers)
    return PLAIN[head](*(meant(part, answers) for part in parts))


class Answers:
    """All answers are there."""

    def __init__(self, answers: Mapping[str, Any]) -> None:
        self.answers = answers

    def value(self, ref: Ref) -> Scalar | None:
        found: Scalar = ref.part == "answered" or self.answers[ref.name]
        return found

    def rows(self, ref: Ref) -> Sequence[Scalar | None]:
        found: Sequence[Scalar] = self.answers[ref.name]
        return found

    def context(self, name: str) -> Scalar | None:
        raise AssertionError(name)

    def entry_count(self, section: str) -> int:
        assert section == "S"
        return len(self.answers["s"])


WHOLE = st.integers(0, 40).map(Decimal)
ANSWERS = st.fixed_dictionaries(
    {
        **dict.fromkeys("abc", WHOLE),
        "y": st.booleans(),
        "m": st.sampled_from(["1", "tot"]),
        "s": st.lists(WHOLE, min_size=1, max_size=3),
    }
)


def hold(tree: Tree, answers: Mapping[str, Any]) -> None:
    """Hold the translation of a tree to what the tree gives."""
    source = written(tree)
    if len(source) > 400:
        return
    expression = parse(translated(source, NAMES))
    assert check(expression, SYMBOLS, None) == [], expression.text
    with localcontext(prec=40):
        wanted = meant(tree, answers)
    assert ours(expression, Answers(answers)) == wanted, expression.text


def test_a_divisor_that_only_begins_with_a_number_is_divided_by_as_a_whole() -> None:
    assert translated("${so_mot} div (1 + ${so-hai})", NAMES) == "div(a, 1 + b, 0)"
    assert translated("${so_mot} div (2)", NAMES) == "a / 2"


@given(CHAINS, ANSWERS)
def test_brackets_and_signs_keep_their_meaning(
    tree: Tree, answers: dict[str, Any]
) -> None:
    hold(tree, answers)


@given(FIGURE_TREES, ANSWERS)
def test_functions_keep_their_meaning(tree: Tree, answers: dict[str, Any]) -> None:
    hold(tree, answers)


@given(TREES, ANSWERS)
def test_conditions_keep_their_meaning(tree: Tree, answers: dict[str, Any]) -> None:
    hold(tree, answers)
