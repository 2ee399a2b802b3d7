"""How values and targets read."""

import pytest

from fieldapp.domain.answers import AnswerValue, DocumentRef
from fieldapp.domain.wording import target_label, target_text, value_text
from tests.builders import criterion


@pytest.mark.parametrize(
    ("num", "den", "shown"),
    [(15, 28, "53,6%"), (7, 11, "63,6%"), (59, 59, "100%"), (1, 2, "50%")],
)
def test_a_computed_percentage_is_rounded_half_up(
    num: int, den: int, shown: str
) -> None:
    assert value_text(criterion(), AnswerValue(num=num, den=den), 2026) == shown


def test_a_given_percentage_keeps_its_digits() -> None:
    assert value_text(criterion(), AnswerValue(value="34.8"), 2026) == "34,8%"
    assert value_text(criterion(), AnswerValue(value="34.80"), 2026) == "34,80%"


def test_a_rounded_percentage_never_seems_to_reach_a_target_it_misses() -> None:
    rate = criterion(target={"op": ">=", "value": "80", "unit": "%"})

    assert value_text(rate, AnswerValue(num=7996, den=10000), 2026) == "79,96%"
    assert value_text(rate, AnswerValue(num=8004, den=10000), 2026) == "80%"
    near = AnswerValue(num=9_999_999, den=12_500_000)
    assert value_text(rate, near, 2026) == "79,99999%"


def test_a_calculated_figure_is_shortened_for_reading_only() -> None:
    mean = criterion(kind="score", answer={"max": "5"}, calculate={"value": "mean(S)"})

    assert value_text(mean, AnswerValue(value="3.3333333333"), 2026) == "3,33"
    assert value_text(mean, AnswerValue(value="4"), 2026) == "4"


def test_a_measure_takes_no_leading_zero() -> None:
    shelf = criterion(kind="count", answer={"unit": "mét giá", "measure": "yes"})
    three = AnswerValue(value="3")

    assert value_text(shelf, three, 2026, leading_zero=True) == "3"
    assert value_text(criterion(kind="count"), three, 2026, leading_zero=True) == "03"


def test_other_kinds_read_as_people_say_them() -> None:
    document = DocumentRef.model_validate(
        {"number": "12/KH-UBND", "issued_on": "2026-01-05", "issuer": "UBND xã"}
    )
    assert value_text(criterion(kind="yes_no"), AnswerValue(value="no"), 1) == "Không"
    count = AnswerValue(value="113468")
    assert value_text(criterion(kind="count"), count, 1) == "113.468"
    date = AnswerValue(value="2026-02-05")
    assert value_text(criterion(kind="date"), date, 1) == "5/2/2026"
    paper = AnswerValue(document=document)
    assert (
        value_text(criterion(kind="document"), paper, 1)
        == "12/KH-UBND ngày 5/1/2026 của UBND xã"
    )


def test_targets_say_how_they_are_compared() -> None:
    rate = criterion(target={"op": ">=", "by_year": {"2024": "45"}, "unit": "%"})
    plan = criterion(kind="date", target={"op": "<=", "by_date": "{year}-02-29"})

    assert target_text(rate, 2024) == "45%"
    assert target_label(rate, 2024) == "từ 45%"
    assert target_label(rate, 2025) is None
    assert target_label(plan, 2026) == "chậm nhất 28/2/2026"
