"""What people type into number and date fields."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.typing_in import (
    read_date,
    read_decimal,
    read_percent,
    read_whole,
)
from fieldapp.domain.vietnamese import number_text


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("8650", "8650"),
        ("8.650", "8650"),
        ("1.234", "1234"),
        ("113.468", "113468"),
        ("8 650", "8650"),
        ("07", "7"),
        ("", None),
        ("  ", None),
    ],
)
def test_a_whole_number_may_be_grouped_by_dots(typed: str, digits: str | None) -> None:
    assert read_whole(typed).digits == digits
    assert read_whole(typed).problem is None


@pytest.mark.parametrize("typed", ["12,5", "12.5", "-3", "abc", "1.23.4", "½", "1e5"])
def test_a_whole_number_field_refuses_anything_else(typed: str) -> None:
    read = read_whole(typed)

    assert read.digits is None
    assert read.problem
    assert typed in read.problem


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("34,80", "34.80"),
        ("16.72%", "16.72"),
        ("16,72 %", "16.72"),
        ("100", "100"),
        ("1.234,5", "1234.5"),
        ("0,5", "0.5"),
    ],
)
def test_a_decimal_keeps_its_digits(typed: str, digits: str) -> None:
    assert read_decimal(typed).digits == digits


def test_a_dot_before_three_digits_is_asked_back_and_never_guessed() -> None:
    read = read_decimal("1.234")

    assert read.digits is None
    assert read.problem
    assert "1234" in read.problem
    assert "1,234" in read.problem


def test_a_percentage_above_100_is_refused_only_where_asked() -> None:
    assert read_percent("100").digits == "100"
    assert read_percent("100,01").problem
    assert read_percent("120", at_most_100=False).digits == "120"


def test_dates_are_read_day_first() -> None:
    assert read_date("5/2/2026").digits == "2026-02-05"
    assert read_date("05-02-2026").digits == "2026-02-05"
    assert "30/2/2026" in (read_date("30/2/2026").problem or "")
    assert read_date("2026-02-05").problem


@given(st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False))
def test_what_is_shown_can_be_typed_in_again(value: Decimal) -> None:
    shown = number_text(format(value, "f"))

    assert read_decimal(shown).number == value


@given(st.integers(min_value=0, max_value=10**14))
def test_a_shown_count_can_be_typed_in_again(value: int) -> None:
    assert read_whole(number_text(str(value))).digits == str(value)


@given(st.text(max_size=30))
def test_no_text_makes_a_field_fall_over(text: str) -> None:
    for reader in (read_whole, read_decimal, read_percent, read_date):
        read = reader(text)
        assert read.digits is None or read.problem is None
