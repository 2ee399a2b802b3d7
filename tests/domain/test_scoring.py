"""From answers to points."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.scoring import score_of, stepped
from tests.builders import criterion


def rate(rule: str = "proportional", **more: object) -> Criterion:
    target = {"op": ">=", "value": "80", "unit": "%"}
    return criterion(target=target, points={"max": "3", "rule": rule, **more})


def test_full_or_zero() -> None:
    assert score_of(rate("full_or_zero"), AnswerValue(value="80"), 1) == 3
    assert score_of(rate("full_or_zero"), AnswerValue(value="79.9"), 1) == 0


def test_proportional_is_capped_at_the_target() -> None:
    assert score_of(rate(), AnswerValue(value="40"), 1) == Decimal("1.5")
    assert score_of(rate(), AnswerValue(value="95"), 1) == 3


def test_bands_take_the_highest_reached() -> None:
    bands = ({"at_least": "50", "points": "1"}, {"at_least": "80", "points": "2"})
    banded = rate("bands", bands=bands)

    assert score_of(banded, AnswerValue(value="49"), 1) == 0
    assert score_of(banded, AnswerValue(value="79"), 1) == 1
    assert score_of(banded, AnswerValue(value="100"), 1) == 2


def test_deduction_never_goes_below_zero() -> None:
    target = {"op": "==", "value": "0"}
    points = {"max": "2", "rule": "deduct", "per_violation": "0.5"}
    violations = criterion(kind="count", target=target, points=points)

    assert score_of(violations, AnswerValue(value="0"), 1) == 2
    assert score_of(violations, AnswerValue(value="3"), 1) == Decimal("0.5")
    assert score_of(violations, AnswerValue(value="9"), 1) == 0


def test_points_that_hang_on_a_missing_figure_are_not_guessed() -> None:
    failing = AnswerValue(status=AnswerStatus.FAIL_VALUE_MISSING)
    passing = AnswerValue(status=AnswerStatus.PASS_VALUE_MISSING)

    assert score_of(rate(), failing, 1) is None
    assert score_of(rate("full_or_zero"), failing, 1) == 0
    assert score_of(rate(), passing, 1) == 3


def test_bonus_points_are_earned_by_each_thing_up_to_their_maximum() -> None:
    points = {"max": "2", "rule": "bonus", "per_item": "0.5"}
    models = criterion(kind="count", points=points)

    assert score_of(models, AnswerValue(value="0"), 1) == 0
    assert score_of(models, AnswerValue(value="3"), 1) == Decimal("1.5")
    assert score_of(models, AnswerValue(value="9"), 1) == 2


def test_the_judged_part_of_a_breakdown_earns_the_points() -> None:
    answer = {
        "parts": ({"id": "som", "label": "trước hạn"}, {"id": "muon", "label": "trễ"}),
        "judged": "muon",
    }
    points = {"max": "2", "rule": "deduct", "per_violation": "0.5"}
    handled = criterion(
        kind="breakdown",
        answer=answer,
        target={"op": "<=", "value": "0"},
        points=points,
    )
    parts = ({"part": "som", "count": 90}, {"part": "muon", "count": 3})

    late = AnswerValue.model_validate({"value": "93", "parts": parts})

    assert score_of(handled, late, 1) == Decimal("0.5")
    assert score_of(handled, AnswerValue(value="93"), 1) is None


def test_scores_are_rounded_half_up_to_the_step() -> None:
    step = Decimal("0.25")

    assert stepped(Decimal("1.125"), step) == Decimal("1.25")
    assert stepped(Decimal("1.1249"), step) == 1
    assert stepped(Decimal("1.1249"), None) == Decimal("1.1249")


@given(st.decimals(min_value=0, max_value=1000, places=3, allow_nan=False))
def test_points_stay_between_zero_and_the_maximum(value: Decimal) -> None:
    for rule in ("full_or_zero", "proportional", "deduct", "bands", "bonus"):
        score = score_of(rate(rule), AnswerValue(value=str(value)), 1)
        assert score is not None
        assert 0 <= score <= 3


def test_a_year_without_a_target_earns_no_points() -> None:
    target = {"op": ">=", "by_year": {"2024": "45"}, "unit": "%"}
    for rule in ("full_or_zero", "proportional"):
        rated = criterion(target=target, points={"max": "3", "rule": rule})

        assert score_of(rated, AnswerValue(value="1"), 2024) != 3
        assert score_of(rated, AnswerValue(value="1"), 2025) is None


def test_a_document_without_a_target_earns_its_points_by_being_there() -> None:
    plan = criterion(kind="document", points={"max": "1", "rule": "full_or_zero"})

    assert score_of(plan, AnswerValue(value="12/KH-UBND"), 2025) == 1


@pytest.mark.parametrize("kind", ["photo", "inventory", "initiatives"])
def test_a_target_missing_this_year_gives_no_points_for_being_there(kind: str) -> None:
    points = {"max": "3"}
    target = {"op": ">=", "by_year": {"2024": "2"}}
    body = {
        "photo": AnswerValue(value="1"),
        "inventory": AnswerValue.model_validate({"items": [{"item": "bàn"}]}),
        "initiatives": AnswerValue.model_validate({"initiatives": [{"name": "A"}]}),
    }[kind]

    assert score_of(criterion(kind=kind, points=points), body, 2026) == 3
    with_target = criterion(kind=kind, points=points, target=target)
    assert score_of(with_target, body, 2026) is None
