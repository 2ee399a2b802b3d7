"""From answers to points."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.scoring import Score, score_of, total
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


def test_what_does_not_apply_leaves_both_sums() -> None:
    absent = AnswerValue(status=AnswerStatus.NOT_APPLICABLE)
    rows = [(rate(), AnswerValue(value="40")), (rate(), absent), (rate(), None)]

    assert total(rows, 1) == Score(
        got=Decimal("1.5"), possible=Decimal(3), open_points=Decimal(3)
    )


@given(st.decimals(min_value=0, max_value=1000, places=3, allow_nan=False))
def test_points_stay_between_zero_and_the_maximum(value: Decimal) -> None:
    for rule in ("full_or_zero", "proportional", "deduct", "bands"):
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
