"""Reading expressions: what they depend on, and where they stop making sense."""

import ast
import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fieldapp.domain.expressions
from fieldapp.domain.expressions import ExpressionError, FaultCode, Ref, parse
from fieldapp.domain.expressions.nodes import (
    AllOf,
    Answer,
    AnyOf,
    Arithmetic,
    Comparison,
    Constant,
    Denial,
)
from fieldapp.domain.expressions.parsing import DEEPEST, LONGEST


def fault_of(text: str) -> ExpressionError:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    error = caught.value
    assert error.message.startswith(f"Cột {error.column}: "), error.message
    assert 1 <= error.column <= max(len(text), 0) + 1
    return error


def test_an_expression_knows_what_it_depends_on() -> None:
    text = "met(A01) and C05.num > sum(S02) and entries(S) > 3 and year > 2024"

    found = parse(text)

    assert found.names == {"A01", "C05", "S02", "S"}
    assert found.refs == {Ref("A01", "met"), Ref("C05", "num"), Ref("S02", "value")}


def test_or_binds_looser_than_and_and_not_looser_than_a_comparison() -> None:
    root = parse("A or B and not C == no").root

    assert isinstance(root, AnyOf)
    both = root.operands[1]
    assert isinstance(both, AllOf)
    denial = both.operands[1]
    assert isinstance(denial, Denial)
    assert isinstance(denial.operand, Comparison)


def test_times_binds_tighter_than_plus() -> None:
    root = parse("1 + 2 * 3").root

    assert isinstance(root, Arithmetic)
    assert isinstance(root.rest[0][1], Arithmetic)


def test_a_minus_inside_a_name_is_the_name_and_with_spaces_it_subtracts() -> None:
    assert parse("M12.qua-han").refs == {Ref("M12", "qua-han")}
    assert parse("A-1").names == {"A-1"}
    assert parse("A - 1").names == parse("A -1").names == parse("A- 1").names == {"A"}


def test_words_of_the_language_may_begin_a_name() -> None:
    assert parse("order or android and note").names == {"order", "android", "note"}


def test_literals_are_read_exactly() -> None:
    def value(text: str) -> object:
        root = parse(text).root
        assert isinstance(root, Constant)
        return root.value

    assert str(value("12.50")) == "12.50"
    assert value("2025-07-01") == dt.date(2025, 7, 1)
    assert value('"đúng giờ"') == "đúng giờ"
    assert value("yes") is True
    assert value("no") is False


def test_text_is_composed_like_all_text_of_the_app() -> None:
    root = parse('"đu\u0301ng"').root

    assert isinstance(root, Constant)
    assert root.value == "đúng"


def test_the_tree_keeps_nothing_of_the_parser() -> None:
    root = parse("A.num").root

    assert isinstance(root, Answer)
    assert {type(part) for part in root.ref} == {str}


def test_every_node_knows_its_column() -> None:
    root = parse("A01 ==\n  yes").root

    assert isinstance(root, Comparison)
    assert (root.left.column, root.column, root.right.column) == (1, 5, 10)


def test_equal_texts_are_read_once() -> None:
    assert parse("A01 == yes") is parse("A01 == yes")


SLIPS = {
    "A = 1": (3, "so sánh bằng viết là =="),
    "A && B": (3, "viết and"),
    "A || B": (3, "viết or"),
    "!A": (1, "phủ định viết là not"),
    "A <> B": (3, "khác nhau viết là !="),
    "A => B": (3, ">="),
    "A =< B": (3, "<="),
    "A ≥ 3": (3, "viết >="),
    "A ** 2": (3, "không có phép lũy thừa"),
    "2**99999": (2, "không có phép lũy thừa"),
    "A ^ 2": (3, "không có phép lũy thừa"),
    "M == 'muon'": (6, "nháy kép thẳng"),
    "M == “muon”": (6, "nháy kép thẳng"),
    'M == "muon': (6, "chữ chưa đóng"),
    "A + 12,5": (7, "dấu chấm"),
    "A, B": (2, "chỉ đứng trong hàm"),
    "max(1; 2)": (6, "dấu phẩy"),
    "A > 80%": (7, "không viết dấu phần trăm"),
    "A AND B": (3, "viết and bằng chữ thường"),
    "không A": (1, "phủ định viết là not"),
    "A == có": (6, "viết là yes"),
    "A và B": (3, "viết and"),
    "${A} > 1": (1, "không có dấu $"),
    "A ? B : C": (3, "if(điều kiện, a, b)"),
    "x if y else z": (3, "if(điều kiện, a, b)"),
    "A < B < C": (7, "a < b and b < c"),
    "A == B == C": (8, "không so sánh nối tiếp"),
    "": (1, "biểu thức trống"),
    "A ==": (5, "biểu thức dừng sau «==»"),
    "(A": (3, "thiếu dấu )"),
    "A)": (2, "thừa dấu «)»"),
    "max(A, )": (8, "thiếu một vế"),
    "A B": (3, "thiếu phép nối"),
    "and A": (1, "thiếu một vế"),
    "A == and": (6, "thiếu một vế"),
    "1.000": (1, "viết 1000, hoặc 1"),
    "1.234.567": (1, "không phải là số"),
    "2025-07": (6, "năm-tháng-ngày"),
    "01/07/2025": (1, "năm-tháng-ngày"),
    "2025-7-1": (1, "năm-tháng-ngày"),
    "2025-02-30": (1, "không phải là ngày"),
    "Đ05 > 1": (1, "chữ cái không dấu"),
    "A\u200bB": (2, "«U+200B»"),
    "A.met": (1, "viết met(A)"),
    "A.value": (1, "mã của nó: A"),
    "year.num": (1, "year không có phần nào"),
}


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_told_with_its_place_and_its_remedy(text: str) -> None:
    column, remedy = SLIPS[text]

    error = fault_of(text)

    assert (error.code, error.column) == (FaultCode.SYNTAX, column)
    assert remedy in error.message


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("__class__", 1),
        ("A.__class__", 2),
        ('"".__class__.__bases__', 3),
        ("A[0]", 2),
        ("A.num.real", 6),
        ("lambda x: x", 8),
        ("[x for x in A]", 1),
        ('"{0.__class__}"', 2),
        ('f"{A}"', 2),
        ("A; B", 2),
        ("A := 1", 3),
        ("A == @B", 6),
        ("A\x00", 2),
    ],
)
def test_nothing_of_python_can_be_written(text: str, column: int) -> None:
    error = fault_of(text)

    assert (error.code, error.column) == (FaultCode.SYNTAX, column)


@pytest.mark.parametrize(
    "text", ["1e999999", "1E9", "1.5e3", "9" * 16, "1.1234567", "1" * 900]
)
def test_a_number_too_large_to_mean_anything_is_refused(text: str) -> None:
    error = fault_of(text)

    assert (error.code, error.column) == (FaultCode.NUMBER_TOO_LARGE, 1)
    assert len(error.message) < 120


def test_the_largest_numbers_are_read() -> None:
    root = parse("9" * 15 + ".123456").root

    assert isinstance(root, Constant)
    assert root.value == Decimal("9" * 15 + ".123456")


def test_a_long_text_is_refused_before_it_is_read() -> None:
    error = fault_of("(" * 10_000 + "A" + ")" * 10_000)

    assert (error.code, error.column) == (FaultCode.TOO_LONG, LONGEST + 1)
    assert "20001 ký tự" in error.message


def test_the_longest_text_is_read_and_one_character_more_is_not() -> None:
    longest = "A" + " " * (LONGEST - 1)

    assert parse(longest).names == {"A"}
    assert fault_of(longest + " ").column == LONGEST + 1 == 1_001


def deep(layers: int) -> list[str]:
    return [
        "(" * layers + "A" + ")" * layers,
        "abs(" * layers + "A" + ")" * layers,
        "not " * layers + "A",
        "- " * layers + "A",
    ]


@pytest.mark.parametrize("text", deep(150), ids=["brackets", "calls", "not", "minus"])
def test_deep_nesting_is_one_clear_fault(text: str) -> None:
    error = fault_of(text)

    assert error.code is FaultCode.TOO_DEEP
    assert f"quá {DEEPEST} lớp" in error.message


@pytest.mark.parametrize("text", deep(DEEPEST - 1))
def test_nesting_within_the_limit_is_read(text: str) -> None:
    assert parse(text).names == {"A"}


@pytest.mark.parametrize("layer", ["(", "abs(", "not ", "- "])
def test_one_layer_beyond_the_limit_is_refused(layer: str) -> None:
    layers = DEEPEST + (layer == "(")
    text = layer * layers + "A" + ")" * layer.count("(") * layers

    assert fault_of(text).code is FaultCode.TOO_DEEP


def test_brackets_inside_text_do_not_nest() -> None:
    assert parse(f'A == "{"(" * 100}"').names == {"A"}


def test_a_long_sum_is_not_deep() -> None:
    names = [f"C{number:02}" for number in range(100)]

    assert parse(" + ".join(names)).names == set(names)


@given(
    st.one_of(
        st.text(max_size=60),
        st.text('ABy0159.,-+*/<>=!()"&|_ \n{}[]éđ', max_size=60),
        st.lists(
            st.sampled_from(
                [
                    *("A", "B.num", "yes", "not", "and", "or", "==", "<", "+", "-"),
                    *("*", "/", "(", ")", ",", "max(", "12.5", "2025-07-01"),
                ]
            ),
            max_size=20,
        ).map(" ".join),
    )
)
def test_any_text_is_an_expression_or_one_fault(text: str) -> None:
    try:
        parse(text)
    except ExpressionError:
        fault_of(text)


FORBIDDEN = {
    *("eval", "exec", "compile", "__import__", "globals", "locals", "vars", "open"),
    *("getattr", "setattr", "delattr", "attrgetter", "methodcaller", "format_map"),
}
ALLOWED = {
    *("collections", "dataclasses", "datetime", "decimal", "difflib", "enum"),
    *("functools", "lark", "operator", "re", "typing"),
    "fieldapp",
}


def sources() -> list[ast.AST]:
    folder = Path(fieldapp.domain.expressions.__file__).parent
    return [
        node
        for path in sorted(folder.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    ]


def test_the_package_evaluates_no_code_and_looks_up_no_attributes() -> None:
    names = [node.id for node in sources() if isinstance(node, ast.Name)]
    attributes = {
        node.attr
        for node in sources()
        if isinstance(node, ast.Attribute) and ast.unparse(node) != "re.compile"
    }

    assert len(names) > 500
    assert FORBIDDEN & (set(names) | attributes) == set()
    assert {a for a in attributes if a.startswith("__")} == {"__init__", "__name__"}


def test_the_package_imports_nothing_that_could_run_code() -> None:
    imported = {
        name.partition(".")[0]
        for node in sources()
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
        )
    }

    assert imported == ALLOWED
