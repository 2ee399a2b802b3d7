"""What is wrong with an expression before anybody answers."""

import pytest

from fieldapp.domain.expressions import (
    CONTEXT,
    FUNCTIONS,
    Fault,
    FaultCode,
    Kind,
    Symbol,
    check,
    parse,
)
from fieldapp.domain.expressions.calling import call
from fieldapp.domain.expressions.functions import ROW_PARTS, STATE_PARTS
from fieldapp.domain.expressions.meanings import Inquiry
from fieldapp.domain.expressions.nodes import Call
from fieldapp.domain.inspection import InspectionMode
from fieldapp.domain.units import UnitKind

RATIO = {"num": Kind.NUMBER, "den": Kind.NUMBER}
SYMBOLS = {
    "A04": Symbol(Kind.BOOL),
    "C05": Symbol(Kind.NUMBER, RATIO, never_zero=frozenset({"den"})),
    "C06": Symbol(Kind.NUMBER),
    "D01": Symbol(Kind.DATE),
    "D02": Symbol(Kind.DATE),
    "M04": Symbol(Kind.CHOICE, choices=("dung-gio", "muon")),
    "M12": Symbol(Kind.NUMBER, {"qua-han": Kind.NUMBER}),
    "T01": Symbol(Kind.TEXT),
    "U01": Symbol(Kind.NUMBER, {"cham": Kind.NUMBER}, rows_too=True),
    "S": Symbol(Kind.NUMBER, section=True),
    "S02": Symbol(Kind.NUMBER, {"cham": Kind.NUMBER}, rows=True),
    "S03": Symbol(Kind.DATE, rows=True),
    "S07": Symbol(Kind.BOOL, rows=True),
}


def faults(text: str, wanted: Kind | None = None) -> list[Fault]:
    found = check(parse(text), SYMBOLS, wanted)
    assert all(f.message.startswith(f"Cột {f.column}: ") for f in found)
    return found


RIGHT = {
    "A04 == no and not met(C05)": Kind.BOOL,
    "C05.num <= C05.den or answered(T01)": Kind.BOOL,
    'M04 == "muon"': Kind.BOOL,
    'unit_kind == "phuong" and province != "Hà Nội"': Kind.BOOL,
    'visited_on >= 2025-07-01 and mode == "planned"': Kind.BOOL,
    "days(D01, D02) > 15": Kind.BOOL,
    "M12.qua-han * 100 / C05.den": Kind.NUMBER,
    "C06 / year + C06 / 100 / -2": Kind.NUMBER,
    "C06 / max(C05.den, 2) / min(year, abs(-C05.den)) / (C05.den * 2)": Kind.NUMBER,
    "C06 / if(A04, C05.den, 1)": Kind.NUMBER,
    "div(C05, C06, 0)": Kind.NUMBER,
    "round(C05) + round(C05, 2)": Kind.NUMBER,
    "count_met(S07) + count_not_met(S07) + count_answered(S02)": Kind.NUMBER,
    "entries(S) + sum(S02) + sum(S02.cham) + mean(S02)": Kind.NUMBER,
    "U01 - sum(U01)": Kind.NUMBER,
    "U01.cham + sum(U01.cham) + mean(U01) + count_met(U01)": Kind.NUMBER,
    "met(U01) and answered(U01) and applies(U01)": Kind.BOOL,
    "highest(S03)": Kind.DATE,
    "max(D01, D02, visited_on)": Kind.DATE,
    'given(M04, "muon") != "muon"': Kind.BOOL,
    'if(A04, "dung-gio", "muon")': Kind.CHOICE,
    "if(A04, C05, given(C06, 0))": Kind.NUMBER,
    "applies(A04) == not_met(A04)": Kind.BOOL,
}


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_has_no_fault(text: str) -> None:
    assert faults(text, RIGHT[text]) == []


WRONG = {
    "C05": (1, FaultCode.WRONG_KIND, "như C05 > 0"),
    "M04": (1, FaultCode.WRONG_KIND, 'như M04 == "dung-gio"'),
    "D01": (1, FaultCode.WRONG_KIND, "D01 >= 2025-07-01"),
    "T01": (1, FaultCode.WRONG_KIND, "answered"),
    "A04 and C05": (9, FaultCode.WRONG_KIND, "and cần có hoặc không"),
    "not D01": (5, FaultCode.WRONG_KIND, "not cần có hoặc không"),
    'M04 == "muonn"': (8, FaultCode.UNKNOWN_CHOICE, '"dung-gio", "muon"'),
    'unit_kind == "phuongg"': (14, FaultCode.UNKNOWN_CHOICE, '"phuong"'),
    'given(M04, "x") == "muon"': (12, FaultCode.UNKNOWN_CHOICE, '"muon"'),
    "M04 == muon": (8, FaultCode.UNKNOWN_NAME, 'viết "muon"'),
    "M04 == yes": (5, FaultCode.WRONG_KIND, "trong dấu nháy kép"),
    "M04 == T01": (5, FaultCode.WRONG_KIND, "hai vế phải cùng loại"),
    'M04 < "muon"': (5, FaultCode.WRONG_KIND, "chỉ số và ngày"),
    "A04 > no": (5, FaultCode.WRONG_KIND, "chỉ số và ngày"),
    'A04 == "yes"': (5, FaultCode.WRONG_KIND, "không có dấu nháy"),
    "A04 == 1": (5, FaultCode.WRONG_KIND, "với yes, no"),
    'C05 == "12"': (5, FaultCode.WRONG_KIND, "con số viết không có dấu nháy"),
    'D01 > "2025-07-01"': (5, FaultCode.WRONG_KIND, "ngày viết không có dấu nháy"),
    'C05 + "12" > 1': (7, FaultCode.WRONG_KIND, "bỏ dấu nháy kép"),
    "-T01 > 1": (2, FaultCode.WRONG_KIND, "thay bằng giá trị đúng loại"),
    "C05 + no > 1": (7, FaultCode.WRONG_KIND, "còn «no» là có hoặc không"),
    'if(A04, "muon", "x") == M04': (17, FaultCode.UNKNOWN_CHOICE, '"muon"'),
    'given("x", "muon") == M04': (7, FaultCode.UNKNOWN_CHOICE, '"muon"'),
    "D01 > 5": (5, FaultCode.WRONG_KIND, "«D01» là ngày, «5» là số"),
    "D02 - D01 > 3": (1, FaultCode.WRONG_KIND, "days(ngày trước, ngày sau)"),
    "D01 + 1 > D02": (1, FaultCode.WRONG_KIND, "phép cộng cần số"),
    "C05 + A04 > 1": (7, FaultCode.WRONG_KIND, "if(…, 1, 0)"),
    "-A04 > 1": (2, FaultCode.WRONG_KIND, "dấu trừ cần số"),
    "C05 / C06 > 1": (7, FaultCode.DIVISION, "div(a, b, thay)"),
    "C05 / C05.num > 1": (7, FaultCode.DIVISION, "«C05.num» có thể bằng 0"),
    "C05 / 0.0 > 1": (7, FaultCode.DIVISION, "không chia cho 0"),
    "C05 / (C05.den + 1) > 1": (8, FaultCode.DIVISION, "div(a, b, thay)"),
    "C05 / (C05.den - C05.den) > 1": (8, FaultCode.DIVISION, "có thể bằng 0"),
    "C05 / round(C05.den) > 1": (7, FaultCode.DIVISION, "có thể bằng 0"),
    "C05 / entries(S) > 1": (7, FaultCode.DIVISION, "có thể bằng 0"),
    "C06 / if(A04, C05.den, 0) > 1": (7, FaultCode.DIVISION, "có thể bằng 0"),
    "C55 > 1": (1, FaultCode.UNKNOWN_NAME, "viết C05"),
    "c06 > 1": (1, FaultCode.UNKNOWN_NAME, "viết C06"),
    "yaer > 2024": (1, FaultCode.UNKNOWN_NAME, "viết year"),
    "C05-C06 > 1": (1, FaultCode.UNKNOWN_NAME, "C05 - C06"),
    "C05-1 > 1": (1, FaultCode.UNKNOWN_NAME, "C05 - 1"),
    "true": (1, FaultCode.UNKNOWN_NAME, "viết là yes"),
    "C05.nun > 1": (1, FaultCode.UNKNOWN_NAME, "C05.num, C05.den"),
    "C06.num > 1": (1, FaultCode.UNKNOWN_NAME, "viết C06"),
    "count_mett(S07) > 1": (1, FaultCode.UNKNOWN_FUNCTION, "viết count_met"),
    "exec(1)": (1, FaultCode.UNKNOWN_FUNCTION, "một trong: answered, met"),
    "C05.num(1)": (1, FaultCode.UNKNOWN_FUNCTION, "«C05.num»"),
    "S02 > 1": (1, FaultCode.NEEDS_ROWS, "sum(S02)"),
    "S07 == no": (1, FaultCode.NEEDS_ROWS, "count_met(S07)"),
    "answered(S07)": (1, FaultCode.NEEDS_ROWS, "count_answered(S07)"),
    "S > 1": (1, FaultCode.NEEDS_ROWS, "entries(S)"),
    "sum(C05) > 1": (1, FaultCode.NEEDS_ROWS, "viết C05"),
    "count_met(A04) > 1": (1, FaultCode.NEEDS_ROWS, "viết met(A04)"),
    "sum(S) > 1": (1, FaultCode.NEEDS_ROWS, "entries(S)"),
    "entries(S02) > 1": (1, FaultCode.NEEDS_ROWS, "count_answered(S02)"),
    "entries(Q) > 1": (1, FaultCode.UNKNOWN_NAME, "không có phần «Q»"),
    "sum(S02 * 2) > 1": (1, FaultCode.NEEDS_ROWS, "không nhận phép tính"),
    "sum(S07) > 1": (1, FaultCode.WRONG_KIND, "count_met(S07)"),
    "sum(U01.x) > 1": (1, FaultCode.UNKNOWN_NAME, "U01.cham"),
    "entries(U01) > 1": (1, FaultCode.NEEDS_ROWS, "count_answered(U01)"),
    "C05 / U01 > 1": (7, FaultCode.DIVISION, "«U01» có thể bằng 0"),
    "C05 / sum(U01) > 1": (7, FaultCode.DIVISION, "có thể bằng 0"),
    "sum(S02.x) > 1": (1, FaultCode.UNKNOWN_NAME, "S02.cham"),
    "sum(C05, C06) > 1": (1, FaultCode.WRONG_COUNT, "dùng dấu +"),
    "min(C05) > 1": (1, FaultCode.WRONG_COUNT, "lowest(X)"),
    "if(A04, yes)": (1, FaultCode.WRONG_COUNT, "if(điều kiện, a, b)"),
    "round() > 1": (1, FaultCode.WRONG_COUNT, "nhận 1 đến 2, ở đây có 0"),
    "if(C05, yes, no)": (4, FaultCode.WRONG_KIND, "điều kiện của if"),
    "if(A04, 1, D01) == 1": (12, FaultCode.WRONG_KIND, "hai nhánh của if"),
    "round(C05, C06) > 1": (12, FaultCode.WRONG_KIND, "từ 0 đến 6"),
    "round(C05, 7) > 1": (12, FaultCode.WRONG_KIND, "từ 0 đến 6"),
    "round(C05, 0.5) > 1": (12, FaultCode.WRONG_KIND, "từ 0 đến 6"),
    "met(year)": (1, FaultCode.WRONG_KIND, "viết met(X)"),
    "met(C05.num)": (1, FaultCode.WRONG_KIND, "viết met(X)"),
    "days(D01, 3) > 1": (11, FaultCode.WRONG_KIND, "days cần ngày"),
    "max(A04, A04)": (5, FaultCode.WRONG_KIND, "số hoặc ngày"),
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_told_once_with_place_and_remedy(text: str) -> None:
    column, code, remedy = WRONG[text]

    found = faults(text, Kind.BOOL)

    assert [(f.column, f.code) for f in found] == [(column, code)]
    assert remedy in found[0].message


def test_every_kind_of_fault_has_its_example() -> None:
    of_reading = {
        *(FaultCode.SYNTAX, FaultCode.TOO_LONG, FaultCode.TOO_DEEP),
        FaultCode.NUMBER_TOO_LARGE,
    }

    assert {code for _, code, _ in WRONG.values()} | of_reading == set(FaultCode)


def test_all_faults_are_told_at_once_from_left_to_right() -> None:
    found = faults('Q1 and C05 and M04 == "x" and foo(Q2 + 1)', Kind.BOOL)

    assert [(f.column, f.code) for f in found] == [
        (1, FaultCode.UNKNOWN_NAME),
        (8, FaultCode.WRONG_KIND),
        (23, FaultCode.UNKNOWN_CHOICE),
        (31, FaultCode.UNKNOWN_FUNCTION),
        (35, FaultCode.UNKNOWN_NAME),
    ]


def test_a_choice_that_is_calculated_must_be_one_of_its_choices() -> None:
    expression = parse('if(A04, "dat", "chuaa")')

    found = check(expression, SYMBOLS, Kind.CHOICE, ("dat", "chua"))

    assert [(f.column, f.code) for f in found] == [(16, FaultCode.UNKNOWN_CHOICE)]
    assert check(expression, SYMBOLS, Kind.CHOICE, ("dat", "chuaa")) == []
    assert [f.code for f in faults("C05", Kind.CHOICE)] == [FaultCode.WRONG_KIND]


def test_deep_arithmetic_is_looked_at_once() -> None:
    text = "Q9 + " + "1 + (" * 30 + "1" + ")" * 30

    assert [f.code for f in faults(text)] == [FaultCode.UNKNOWN_NAME]


def test_the_words_of_the_context_are_those_of_the_inspection() -> None:
    assert set(CONTEXT["mode"].choices) == {mode.value for mode in InspectionMode}
    assert set(CONTEXT["unit_kind"].choices) == {kind.value for kind in UnitKind}
    assert all(type(word) is str for word in CONTEXT["unit_kind"].choices)


def test_every_documented_function_is_known_and_no_other() -> None:
    for name, function in FUNCTIONS.items():
        assert function.signature.startswith(f"{name}(")
        assert function.does
        inquiry = Inquiry({}, {})
        call(inquiry, Call(1, name, ()))
        assert [fault.code for fault in inquiry.faults] == [FaultCode.WRONG_COUNT]
    assert set(STATE_PARTS) | set(ROW_PARTS) <= set(FUNCTIONS)
