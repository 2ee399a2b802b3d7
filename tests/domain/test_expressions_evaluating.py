"""What expressions give, with all answers there and with some missing."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from fieldapp.domain.expressions import FUNCTIONS, Ref, Scalar, evaluate, parse


@dataclass
class Answers:
    """Answers by "C05" or "C05.num"; rows the same way; all others are missing."""

    values: Mapping[str, Scalar] = field(default_factory=dict)
    lines: Mapping[str, Sequence[Scalar | None]] = field(default_factory=dict)
    facts: Mapping[str, Scalar] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)

    def value(self, ref: Ref) -> Scalar | None:
        return self.values.get(key(ref))

    def rows(self, ref: Ref) -> Sequence[Scalar | None]:
        return self.lines.get(key(ref), ())

    def context(self, name: str) -> Scalar | None:
        return self.facts.get(name)

    def entry_count(self, section: str) -> int:
        return self.counts.get(section, 0)


def key(ref: Ref) -> str:
    return ref.name if ref.part == "value" else f"{ref.name}.{ref.part}"


def value(text: str, **values: object) -> object:
    """Evaluate with numbers given as int; underscores stand for dots."""
    made = {
        name.replace("_", "."): Decimal(v) if type(v) is int else v
        for name, v in values.items()
    }
    return evaluate(parse(text), Answers(made))  # type: ignore[arg-type]  # as written


def test_arithmetic_is_decimal_and_from_left_to_right() -> None:
    assert value("0.1 + 0.2 == 0.3") is True
    assert value("10 - 3 - 2") == 5
    assert value("12 / 4 * 3") == 9
    assert value("2 + 3 * -4") == -10
    assert value("-(2 - 5)") == 3


def test_dates_compare_and_count_their_days() -> None:
    day = dt.date(2025, 6, 30)

    assert value("D01 < 2025-07-01", D01=day) is True
    assert value("days(D01, 2025-07-15)", D01=day) == 15
    assert value("days(2025-07-15, D01)", D01=day) == -15
    assert value("max(D01, 2024-01-01)", D01=day) == day


def test_yes_no_and_choices_compare_with_literals() -> None:
    assert value("A04 == no", A04=False) is True
    assert value("A04 != yes", A04=True) is False
    assert value('M04 == "muon"', M04="muon") is True


@pytest.mark.parametrize(
    "text",
    [
        *("C05", "C05 + 1", "1 - C05", "C05 * 0", "-C05", "C05 > 1", "C05 != 1"),
        *("min(1, C05)", "max(C05, 1)", "abs(C05)", "round(C05, 2)"),
        *("div(C05, 1, 9)", "div(1, C05, 9)", "days(C05, 2025-01-01)"),
        *("not C05", "C05 and yes", "C05 or no", "if(C05, 1, 2)", "given(C05, C05)"),
        *("sum(C05)", "mean(C05)", "lowest(C05)", "highest(C05)", "year", "met(C05)"),
    ],
)
def test_what_hangs_on_a_missing_answer_is_missing(text: str) -> None:
    assert value(text) is None


def test_logic_knows_what_a_missing_answer_cannot_change() -> None:
    assert value("no and A") is value("A and no") is False
    assert value("yes or A") is value("A or yes") is True
    assert value("no and A or not A and yes") is None


def test_given_and_if_look_only_where_they_must() -> None:
    assert value("given(C05, 7)") == 7
    assert value("given(C05, 7)", C05=3) == 3
    assert value("if(yes, 1, C05)") == 1
    assert value("if(no, C05, 2)") == 2
    assert value("div(4, 0, C05)") is None
    assert value("div(4, 2, C05)") == 2


def test_div_takes_its_last_value_when_the_divisor_is_zero() -> None:
    assert value("div(C05, C06, 100)", C05=0, C06=0) == 100
    assert value("div(C05, C06, 100)", C05=3, C06=4) == Decimal("0.75")


def test_round_takes_halves_up() -> None:
    assert value("round(2.5)") == 3
    assert value("round(0.125, 2)") == Decimal("0.13")
    assert value("round(-2.5)") == -3
    assert str(value("round(1 / 3, 2)")) == "0.33"


def test_parts_and_states_are_read_as_such() -> None:
    assert value("C05.num / C05.den", C05_num=3, C05_den=4) == Decimal("0.75")
    assert value("M12.qua-han > 1", **{"M12_qua-han": 2}) is True
    assert value("met(C05) and not not_met(C05)", C05_met=True) is None
    assert value("answered(C05)", C05_answered=False) is False


def test_facts_of_the_inspection_are_read_by_name() -> None:
    facts: dict[str, Scalar] = {"year": Decimal(2025), "unit_kind": "phuong"}
    expression = parse('year >= 2025 and unit_kind == "phuong"')

    assert evaluate(expression, Answers(facts=facts)) is True


def over(text: str, **lines: list[Scalar | None]) -> Scalar | None:
    made = {name.replace("_", "."): rows for name, rows in lines.items()}
    return evaluate(parse(text), Answers(lines=made, counts={"S": 3}))


def test_row_functions_ignore_missing_rows() -> None:
    rows: list[Scalar | None] = [Decimal(1), None, Decimal(4)]

    assert over("sum(S02)", S02=rows) == 5
    assert over("mean(S02)", S02=rows) == Decimal("2.5")
    assert over("lowest(S02)", S02=rows) == 1
    assert over("highest(S02)", S02=rows) == 4
    assert over("sum(S02.cham)", S02_cham=rows) == 5


def test_counts_over_no_rows_are_zero_and_figures_are_missing() -> None:
    assert over("count_met(S07) + count_not_met(S07) + count_answered(S07)") == 0
    assert over("sum(S02)") is None
    assert over("mean(S02)", S02=[None, None]) is None
    assert over("entries(S)") == 3
    assert over("entries(Q)") == 0


def test_counts_count_only_what_is_known() -> None:
    assert over("count_met(S07)", S07_met=[True, False, None, True]) == 2


@pytest.mark.parametrize(
    "huge", ["1e31", "-1e31", "1e999999", "NaN", "sNaN", "-Infinity"]
)
def test_a_number_beyond_sense_is_missing(huge: str) -> None:
    number = Decimal(huge)

    assert value("C05", C05=number) is None
    assert value("C05 > 1", C05=number) is None
    assert over("sum(S02)", S02=[number]) is None


def test_a_result_beyond_sense_is_missing() -> None:
    large = Decimal("1e30")

    assert value("C05", C05=large) == large
    assert value("C05 + C05 > 0", C05=large) is None
    assert value("C05 * 10", C05=large) is None
    assert over("mean(S02)", S02=[large, large]) is None
    assert value("1 / C05", C05=Decimal("1e-40")) is None
    assert value("10 / C05", C05=Decimal("1e-999999")) is None
    assert value("1 / (C05 * C05)", C05=Decimal("1e-999999")) is None
    assert value("round(C05, 6)", C05=large) == large


def test_zero_has_no_sign() -> None:
    assert str(value("C05 * -1", C05=0)) == "0"
    assert str(value("round(C05)", C05=Decimal("-0.4"))) == "0"


def inspection() -> Answers:
    """Answers of one inspection, with an answer missing in every group of rows."""
    return Answers(
        {
            "A04": True,
            "A04.answered": True,
            "A04.met": False,
            "A04.not_met": True,
            "A04.applies": True,
            "C05": Decimal(-7),
            "C06": Decimal("2.25"),
            "D01": dt.date(2025, 6, 30),
            "D02": dt.date(2025, 7, 10),
            "U01": Decimal(10),
        },
        {
            "S02": [Decimal(1), None, Decimal(4)],
            "S03": [dt.date(2025, 1, 2), None, dt.date(2024, 12, 31)],
            "S07.met": [True, None, True, False],
            "S07.not_met": [False, None, False, True],
            "S07.answered": [True, False, True, True],
            "U01": [Decimal(3), Decimal(4)],
        },
        counts={"S": 4},
    )


EXAMPLES: dict[str, tuple[tuple[str, object], ...]] = {
    "answered": (("answered(A04)", True), ("answered(Q)", None)),
    "met": (("met(A04)", False), ("met(Q)", None)),
    "not_met": (("not_met(A04)", True), ("not_met(Q)", None)),
    "applies": (("applies(A04)", True), ("applies(Q)", None)),
    "given": (("given(C05, 1)", -7), ("given(Q, 1)", 1), ("given(Q, Q)", None)),
    "if": (("if(A04, 1, 2)", 1), ("if(not A04, 1, 2)", 2), ("if(Q, 1, 2)", None)),
    "min": (("min(C05, C06, 0)", -7), ("min(D02, D01)", dt.date(2025, 6, 30))),
    "max": (("max(C05, C06, 0)", Decimal("2.25")), ("max(C05, Q)", None)),
    "abs": (("abs(C05)", 7), ("abs(7)", 7), ("abs(Q)", None)),
    "round": (("round(C06)", 2), ("round(C06, 1)", Decimal("2.3"))),
    "div": (("div(C05, 2, 0)", Decimal("-3.5")), ("div(C05, 0, 9)", 9)),
    "days": (("days(D01, D02)", 10), ("days(D02, D01)", -10), ("days(D01, Q)", None)),
    "entries": (("entries(S)", 4),),
    "count_met": (("count_met(S07)", 2), ("count_met(Q)", 0)),
    "count_not_met": (("count_not_met(S07)", 1), ("count_not_met(Q)", 0)),
    "count_answered": (("count_answered(S07)", 3), ("count_answered(Q)", 0)),
    "sum": (("sum(S02)", 5), ("U01 - sum(U01)", 3), ("sum(Q)", None)),
    "lowest": (("lowest(S02)", 1), ("lowest(S03)", dt.date(2024, 12, 31))),
    "highest": (("highest(S02)", 4), ("highest(S03)", dt.date(2025, 1, 2))),
    "mean": (("mean(S02)", Decimal("2.5")), ("mean(U01)", Decimal("3.5"))),
}
"""What each function gives; Q is answered nowhere."""


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_function_gives_what_is_documented(name: str) -> None:
    for text, wanted in EXAMPLES[name]:
        assert evaluate(parse(text), inspection()) == wanted, text


def test_no_function_goes_without_an_example() -> None:
    assert list(EXAMPLES) == list(FUNCTIONS)


@pytest.mark.parametrize(
    ("operator", "below", "equal", "above"),
    [
        ("==", False, True, False),
        ("!=", True, False, True),
        ("<", True, False, False),
        ("<=", True, True, False),
        (">", False, False, True),
        (">=", False, True, True),
    ],
)
def test_every_comparison_knows_its_bound(
    operator: str, below: object, equal: object, above: object
) -> None:
    found = [value(f"C05 {operator} 80", C05=figure) for figure in (79, 80, 81)]
    days = [dt.date(2025, 6, 30), dt.date(2025, 7, 1), dt.date(2025, 7, 2)]
    dated = [value(f"D01 {operator} 2025-07-01", D01=day) for day in days]

    assert found == dated == [below, equal, above]


def test_a_comparison_is_of_figures_not_of_their_writing() -> None:
    assert value("C05 == 2.50", C05=Decimal("2.5")) is True
    assert value("C05 < 10", C05=9) is True


@pytest.mark.parametrize(
    ("one", "two", "both", "either"),
    [
        (True, True, True, True),
        (True, False, False, True),
        (True, None, None, True),
        (False, False, False, False),
        (False, None, False, None),
        (None, None, None, None),
    ],
)
def test_and_or_are_three_valued_whatever_the_order(
    one: object, two: object, both: object, either: object
) -> None:
    for first, second in ((one, two), (two, one)):
        assert value("A and B", A=first, B=second) is both
        assert value("A or B", A=first, B=second) is either


def test_not_of_what_is_missing_is_missing() -> None:
    assert value("not A", A=True) is False
    assert value("not A", A=False) is True
    assert value("not not A") is None
