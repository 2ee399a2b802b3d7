"""Expressions in a checklist: every mistake with its place, cause and remedy."""

import time

import pytest

from fieldapp.domain.checklist import Checklist
from fieldapp.domain.dependencies import expressions_of, graph
from fieldapp.domain.known_names import KnownNames
from fieldapp.errors import Problem, ProblemsError
from fieldapp.library import parse_checklist

# Scopes: A of the unit, B of sub-units, C of both, S repeats; T can be anything.
FORM = """\
format: fieldapp/checklist@1
id: thu
title: "Phiếu thử"
version: "1"
choice_lists: {muc: [{id: muon, label: muộn}, {id: dung, label: đúng}]}
sections:
  - id: U
    title: "Đơn vị"
    criteria:
      - {id: A01, question: Hỏi, answer: {type: yes_no}}
      - {id: A02, question: Hỏi, answer: {type: count}}
      - {id: A03, question: Hỏi, answer: {type: ratio, numerator: tử, denominator: mẫu}}
      - {id: A04, question: Hỏi, answer: {type: date}}
      - {id: A05, question: Hỏi, answer: {type: choice, choices_from: muc}}
      - {id: A06, question: Hỏi, answer: {type: breakdown, parts: [
          {id: qua-han, label: quá}, {id: som, label: sớm}]}}
      - {id: A07, question: Hỏi, answer: {type: document}}
      - {id: A08, question: Hỏi, answer: {type: count, min: 1}}
      - {id: B01, question: Hỏi, answer: {type: yes_no}, asked_of: sub_units}
      - {id: B02, question: Hỏi, answer: {type: count}, asked_of: sub_units}
      - {id: C01, question: Hỏi, answer: {type: count}, asked_of: both}
  - id: S
    title: "Hồ sơ"
    repeat: {entry: "hồ sơ"}
    criteria:
      - {id: S01, question: Hỏi, answer: {type: yes_no}}
      - {id: S02, question: Hỏi, answer: {type: count}}
"""
UNIT = "  - id: X\n    title: Khác\n    criteria:\n"
ENTRY = ""
YES_NO = "{type: yes_no}"


def form(expression: str, more: str = "", where: str = UNIT, key: str = "when") -> str:
    """The form and one more criterion, T01; its expression stands in column 41."""
    asked = f"{{id: T01, question: Hỏi, {key}: '{expression}', answer: {YES_NO}{more}}}"
    return f"{FORM}{where}      - {asked}\n"


def problems_of(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsError) as caught:
        parse_checklist(text, "thu.yaml")
    return caught.value.problems


def told(expression: str, more: str = "", where: str = UNIT) -> tuple[str, str]:
    """Code and message of the one mistake."""
    (problem,) = problems_of(form(expression, more, where))
    return problem.code, problem.message


SUB_UNIT = ", asked_of: sub_units"


@pytest.mark.parametrize(
    "expression",
    [
        "A01",
        "not A01 or A02 > 3",
        "A03 >= 80 and A03.num / A03.den < 1",
        "A02 / A08 > 2",
        "A04 <= 2025-07-01",
        'A05 == "muon"',
        "A06.qua-han > 0",
        "answered(A07)",
        "count_met(B01) > 2",
        "sum(B02) == C01",
        "sum(C01) > 1",
        "entries(S) >= 10 and count_met(S01) > 3",
        'unit_kind == "phuong"',
        "year >= 2025",
    ],
)
def test_what_the_inspected_unit_can_see(expression: str) -> None:
    loaded = parse_checklist(form(expression))
    assert loaded.criterion("T01")


@pytest.mark.parametrize("expression", ["A01", "B01", "C01 > 1", "sum(S02) > 1"])
def test_what_a_sub_unit_can_see(expression: str) -> None:
    assert parse_checklist(form(expression, SUB_UNIT))
    assert parse_checklist(form(expression, ", asked_of: both"))


@pytest.mark.parametrize("expression", ["S01", "A01 and S02 > 1", "sum(B02) > 1"])
def test_what_an_entry_can_see(expression: str) -> None:
    assert parse_checklist(form(expression, where=ENTRY))


@pytest.mark.parametrize(
    ("expression", "more", "where"),
    [
        ("B01", "", UNIT),
        ("S01", "", UNIT),
        ("sum(A02) > 1", "", UNIT),
        ("sum(B02) > 1", SUB_UNIT, UNIT),
        ("sum(C01) > 1", SUB_UNIT, UNIT),
        ("S01", SUB_UNIT, UNIT),
        ("count_met(S01) > 1", "", ENTRY),
        ("B01", "", ENTRY),
    ],
)
def test_rows_and_single_values_are_told_apart(
    expression: str, more: str, where: str
) -> None:
    assert told(expression, more, where)[0] == "CK41"


@pytest.mark.parametrize(
    ("expression", "code", "hint"),
    [
        ("A01 =", "CK39", "=="),
        ("A01 and", "CK39", "viết tiếp"),
        ("A1", "CK40", "A01"),
        ("A03.tu > 1", "CK40", "A03.num"),
        ("entries(U) > 1", "CK40", "U"),
        ("answred(A01)", "CK40", "answered"),
        ('A05 == "muonn"', "CK40", "muon"),
        ("A02", "CK41", "A02 > 0"),
        ('A02 == "3"', "CK41", ""),
        ("met(A01, A02)", "CK41", ""),
        ("A02 / C01 > 1", "CK42", "div"),
        ("1 > 2", "CK44", "luôn sai"),
        ("yes", "CK44", "luôn đúng"),
        ("A01.__class__", "CK39", ""),
        ("__import__(0)", "CK39", ""),
        ("A02 > 9e999999999", "CK39", "số mũ"),
        ("A02 ** 9 > 1", "CK39", "lũy thừa"),
        ("A02 > 99999999999999999999", "CK39", "15"),
        ("(" * 10_000 + "A01" + ")" * 10_000, "CK39", "1000"),
        ("(" * 400 + "A01" + ")" * 400, "CK39", "40"),
    ],
)
def test_an_expression_that_cannot_stand(expression: str, code: str, hint: str) -> None:
    start = time.monotonic()
    found, message = told(expression)

    assert found == code
    assert hint in message
    assert time.monotonic() - start < 1


@pytest.mark.parametrize(
    ("quote", "expression", "column"),
    [
        ("'", "A01 and B9", 49),
        ('"', "A01 and B9", 49),
        ("", "A01 and B9", 48),
        ('"', "A01 and\\n B9", 40),
    ],
)
def test_a_mistake_stands_where_it_is_written(
    quote: str, expression: str, column: int
) -> None:
    """Escaped text is pointed at as a whole; anything else to the character."""
    text = form("@").replace("'@'", f"{quote}{expression}{quote}")
    (problem,) = problems_of(text)
    assert (problem.line, problem.column) == (31, column)
    assert text.splitlines()[30][33:].startswith("when: ")


def test_every_mistake_of_every_expression_is_told_at_once() -> None:
    text = form("A1 > 0 and A02 / C01 > B9")
    text += '      - {id: T02, question: Hỏi, when: "A01 &", answer: {type: yes_no}}\n'
    text += "    when: A99\n"
    codes = [(p.line, p.code) for p in problems_of(text)]
    assert codes == [
        (31, "CK40"),
        (31, "CK42"),
        (31, "CK40"),
        (32, "CK39"),
        (33, "CK40"),
    ]


def test_an_unreadable_expression_is_told_beside_a_wrong_shape() -> None:
    text = form("A01 &").replace("title: Khác", "titel: Khác")
    assert [p.code for p in problems_of(text)] == ["SC01", "SC02", "CK39"]


def test_a_wrong_shape_hides_no_other_mistake() -> None:
    text = form("A9 and B9 and S01").replace("title: Khác", "titel: Khác")
    assert [p.code for p in problems_of(text)] == [
        *("SC01", "SC02"),
        *("CK40", "CK40", "CK41"),
    ]


def test_what_depends_on_an_unreadable_criterion_is_left_alone() -> None:
    text = form("A02 > 3").replace("id: A02, question: Hỏi", "id: A02")
    assert [(p.line, p.code) for p in problems_of(text)] == [(11, "SC01")]
    unknown = form("A9 > 3").replace("id: A02, question: Hỏi", "question: Hỏi")
    assert [(p.line, p.code) for p in problems_of(unknown)] == [(11, "SC01")]


RATIO = "{type: ratio, numerator: tử, denominator: mẫu}"


@pytest.mark.parametrize(
    ("answer", "calculate"),
    [
        ("{type: count}", "{value: count_met(S01)}"),
        ("{type: yes_no}", "{value: A02 > 3}"),
        ("{type: score, max: 10}", "{value: 'min(10, A02)'}"),
        ("{type: date}", "{value: A04}"),
        (RATIO, "{num: count_met(S01), den: count_answered(S01)}"),
    ],
)
def test_answers_that_follow_from_others(answer: str, calculate: str) -> None:
    text = form("A01", f", calculate: {calculate}").replace(
        f"answer: {YES_NO}, calc", f"answer: {answer}, calc"
    )
    assert parse_checklist(text)


@pytest.mark.parametrize(
    ("answer", "calculate", "code"),
    [
        ("{type: count}", "{value: A01}", "CK41"),
        ("{type: yes_no}", "{value: A02}", "CK41"),
        ("{type: text}", "{value: A07}", "CK38"),
        ("{type: count}", "{num: A02, den: A08}", "CK38"),
        ("{type: count}", "{}", "CK38"),
        (RATIO, "{num: A02}", "CK38"),
        (RATIO, "{}", "CK38"),
        (RATIO, "{value: A02}", "CK38"),
        (RATIO, "{num: A02, den: A01}", "CK41"),
    ],
)
def test_answers_that_cannot_follow(answer: str, calculate: str, code: str) -> None:
    text = form("A01", f", calculate: {calculate}").replace(
        f"answer: {YES_NO}, calc", f"answer: {answer}, calc"
    )
    assert {p.code for p in problems_of(text)} == {code}


def test_a_calculated_denominator_may_be_zero() -> None:
    derived = (
        f"      - {{id: R01, question: Hỏi, answer: {RATIO}, "
        "calculate: {num: A02, den: C01}}\n"
    )
    assert told("R01.num / R01.den > 1", where=UNIT + derived)[0] == "CK42"


def test_a_criterion_cannot_depend_on_itself() -> None:
    code, message = told("not T01")
    assert code == "CK43"
    assert "T01 dựa vào chính nó" in message


def test_a_constraint_may_speak_of_its_own_criterion() -> None:
    rule = ', constraints: [{check: "T01 or A01", message: "Xem lại."}]'
    assert parse_checklist(form("A01", rule))


@pytest.mark.parametrize("check", ["A02", "yes", "T1"])
def test_a_constraint_is_a_condition(check: str) -> None:
    rule = f', constraints: [{{check: "{check}", message: "Xem lại."}}]'
    (problem,) = problems_of(form("A01", rule))
    assert problem.column > 90


def test_a_ring_is_told_once_with_every_step() -> None:
    more = (
        "      - {id: T02, question: Hỏi, answer: {type: yes_no}, "
        "calculate: {value: not T03}}\n"
        "      - {id: T03, question: Hỏi, answer: {type: yes_no}, when: T01}\n"
    )
    (problem,) = problems_of(form("T02") + more)

    assert (problem.line, problem.code) == (31, "CK43")
    steps = "T01 dựa vào T02, T02 dựa vào T03, T03 dựa vào T01"
    assert problem.message.startswith(steps)


def test_a_section_that_waits_for_its_own_criterion_is_a_ring() -> None:
    (problem, *others) = problems_of(form("A01") + "    when: T01\n")
    assert (problem.line, problem.code) == (32, "CK43")
    assert {p.code for p in others} <= {"CK43"}


def test_words_of_the_language_are_no_ids_where_they_are_used() -> None:
    year = "      - {id: year, question: Hỏi, answer: {type: count}}\n"
    assert parse_checklist(form("A01", where=UNIT + year))
    code, message = told("year > 3", where=UNIT + year)
    assert code == "CK37"
    assert "“year”" in message


def test_a_function_is_no_id_where_the_word_is_used_alone() -> None:
    row = "      - {id: sum, question: Hỏi, answer: {type: count}}\n"
    assert parse_checklist(form("sum(B02) > 3", where=UNIT + row))
    assert told("sum > 3", where=UNIT + row)[0] == "CK37"


def test_the_graph_says_who_waits_for_whom() -> None:
    text = form("A01 and A02 > year", where="  - id: X\n    title: Khác\n" + CRITERIA)
    found = graph(parse_checklist(text + "    when: entries(S) > 0\n"))
    assert found == {"X": {"S"}, "T01": {"S", "A01", "A02"}}


CRITERIA = "    criteria:\n"


def test_the_expressions_of_a_criterion_come_with_their_kinds() -> None:
    rule = (
        ', constraints: [{check: "A01", message: "Xem."}], calculate: {value: A02 > 1}'
    )
    criterion = parse_checklist(form("A01", rule)).criterion("T01")
    assert criterion is not None
    found = [(w.keys, str(w.wanted), w.decides) for w in expressions_of(criterion)]
    assert found == [
        (("when",), "bool", True),
        (("constraints", 0, "check"), "bool", False),
        (("calculate", "value"), "bool", True),
    ]


def test_names_are_gathered_once_for_each_place() -> None:
    loaded: Checklist = parse_checklist(FORM)
    names = KnownNames(loaded)
    unit, repeating = loaded.sections
    first = names.seen_from(unit, unit.criteria[0])
    assert names.seen_from(unit, unit.criteria[1]) is first
    assert names.seen_from(repeating) is first
    below = loaded.criterion("B01")
    assert names.seen_from(unit, below) is not first
    assert names.seen_from(repeating, repeating.criteria[0]) is not first


def test_a_section_of_sub_units_only_is_seen_from_them() -> None:
    text = form("A01", SUB_UNIT) + "    when: B01\n"
    assert parse_checklist(text)
    of_unit = text.replace(f"{SUB_UNIT}}}\n    when", "}\n    when")
    assert [p.code for p in problems_of(of_unit)] == ["CK41"]
