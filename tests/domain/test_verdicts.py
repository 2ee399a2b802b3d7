"""Holding answers against targets."""

import pytest

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.verdicts import Verdict, measured, verdict_of
from tests.builders import criterion

AT_LEAST_80 = {"op": ">=", "value": "80", "unit": "%"}


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        ("80", Verdict.MET),
        ("80.00", Verdict.MET),
        ("80.89", Verdict.MET),
        ("79.99", Verdict.NOT_MET),
        ("79.999999999999999999999999", Verdict.NOT_MET),
    ],
)
def test_equality_meets_and_nothing_is_rounded_before(
    value: str, verdict: Verdict
) -> None:
    rate = criterion(target=AT_LEAST_80)

    assert verdict_of(rate, AnswerValue(value=value), 2026) is verdict


def test_a_ratio_is_compared_unrounded() -> None:
    rate = criterion(target={"op": ">=", "value": "66.67", "unit": "%"})

    assert verdict_of(rate, AnswerValue(num=2, den=3), 2026) is Verdict.NOT_MET


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (AnswerStatus.FAIL_VALUE_MISSING, Verdict.NOT_MET),
        (AnswerStatus.PASS_VALUE_MISSING, Verdict.MET),
        (AnswerStatus.UNKNOWN, Verdict.UNKNOWN),
        (AnswerStatus.NOT_APPLICABLE, Verdict.NOT_APPLICABLE),
    ],
)
def test_a_status_without_a_value_has_its_verdict(
    status: AnswerStatus, verdict: Verdict
) -> None:
    rate = criterion(target=AT_LEAST_80)

    assert verdict_of(rate, AnswerValue(status=status), 2026) is verdict


def test_not_answered_is_not_the_same_as_zero() -> None:
    overdue = criterion(kind="count", target={"op": "==", "value": "0"})

    assert verdict_of(overdue, None, 2026) is Verdict.UNKNOWN
    assert verdict_of(overdue, AnswerValue(value="0"), 2026) is Verdict.MET
    assert verdict_of(overdue, AnswerValue(value="3"), 2026) is Verdict.NOT_MET


def test_a_year_without_a_target_is_only_recorded() -> None:
    rate = criterion(target={"by_year": {"2024": "45", "2025": "60"}, "unit": "%"})
    body = AnswerValue(value="50")

    assert verdict_of(rate, body, 2024) is Verdict.MET
    assert verdict_of(rate, body, 2025) is Verdict.NOT_MET
    assert verdict_of(rate, body, 2026) is Verdict.RECORDED


def test_a_plan_issued_on_the_last_good_day_is_in_time() -> None:
    plan = criterion(kind="date", target={"op": "<=", "by_date": "{year}-01-31"})

    assert verdict_of(plan, AnswerValue(value="2026-01-31"), 2026) is Verdict.MET
    assert verdict_of(plan, AnswerValue(value="2026-02-01"), 2026) is Verdict.NOT_MET


def test_yes_no_score_choice_and_document() -> None:
    choices = (
        {"id": "dung-gio", "label": "đúng giờ", "met": True},
        {"id": "muon", "label": "muộn", "met": False},
        {"id": "khac", "label": "khác"},
    )
    choice = criterion(kind="choice", answer={"choices": choices})
    score = criterion(kind="score", answer={"max": "1.5"})

    assert verdict_of(criterion(kind="yes_no"), AnswerValue(value="no"), 1) == "not_met"
    assert verdict_of(score, AnswerValue(value="1.5"), 2026) is Verdict.MET
    assert verdict_of(score, AnswerValue(value="1.25"), 2026) is Verdict.NOT_MET
    assert verdict_of(choice, AnswerValue(value="dung-gio"), 2026) is Verdict.MET
    assert verdict_of(choice, AnswerValue(value="muon"), 2026) is Verdict.NOT_MET
    assert verdict_of(choice, AnswerValue(value="khac"), 2026) is Verdict.RECORDED
    text = criterion(kind="text")
    assert verdict_of(text, AnswerValue(value="Đã có"), 2026) is Verdict.RECORDED


def test_a_lower_is_better_target_counts_equality() -> None:
    staff = criterion(target={"op": "<=", "value": "100", "unit": "%"})

    assert verdict_of(staff, AnswerValue(num=20, den=20), 2026) is Verdict.MET
    assert verdict_of(staff, AnswerValue(num=21, den=20), 2026) is Verdict.NOT_MET


def test_words_that_look_like_numbers_are_no_figure() -> None:
    for text in ("NaN", "Infinity", "-sNaN", "mười"):
        assert measured(AnswerValue(value=text)) is None
