"""Sentence templates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.sentences import PLACEHOLDERS, TemplateError, parse_template


def test_an_optional_part_disappears_with_its_value() -> None:
    template = parse_template("vẫn còn[ {value}] hồ sơ trễ hẹn.")

    assert template.render({"value": "12"}) == "Vẫn còn 12 hồ sơ trễ hẹn."
    assert template.render({"value": None}) == "Vẫn còn hồ sơ trễ hẹn."


def test_an_optional_part_may_name_what_stands_instead() -> None:
    template = parse_template("Mới ban hành của [{num}/{den}|một số] phòng.")

    assert template.render({"num": "7", "den": "11"}) == "Mới ban hành của 7/11 phòng."
    assert template.render({"num": "7"}) == "Mới ban hành của một số phòng."


def test_an_unprotected_placeholder_without_a_value_makes_no_sentence() -> None:
    assert parse_template("Đạt {pct}.").render({}) is None


def test_doubled_signs_are_literal() -> None:
    assert parse_template("a {{x}} [[y]]").render({}) == "A {x} [y]"


@pytest.mark.parametrize(
    "text", ["{pct", "[ {pct}", "pct}", "x ]", "[x]", "{sai}", "[ {pct} [ {num} ] ]"]
)
def test_a_malformed_template_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(TemplateError, match=r"\w"):
        parse_template(text)


@given(st.text(alphabet="ab {}[]|đ", max_size=20))
def test_reading_any_text_ends_in_a_template_or_a_reason(text: str) -> None:
    try:
        template = parse_template(text)
    except TemplateError:
        return
    template.render(dict.fromkeys(PLACEHOLDERS, "1"))


def test_a_count_in_a_fraction_has_no_leading_zero() -> None:
    values = {"gap": "01", "den": "04"}

    assert parse_template("Có[ {gap}/{den}] quầy, {gap} máy").render(values) == (
        "Có 1/4 quầy, 01 máy"
    )
