"""A verdict without a figure says nothing about a target it was not held against."""

import pytest

from fieldapp.domain.answers import AnswerStatus
from fieldapp.domain.certainty import still_holds
from fieldapp.domain.targets import Target

PASS, FAIL = AnswerStatus.PASS_VALUE_MISSING, AnswerStatus.FAIL_VALUE_MISSING


def at(op: str = ">=", **more: object) -> Target:
    return Target.model_validate({"op": op, **more})


@pytest.mark.parametrize(
    ("old", "new", "passes", "fails"),
    [
        (at(value=45), at(value=45), True, True),
        (at(value=45), at(value=60), False, True),
        (at(value=45), at(value=30), True, False),
        (at("<=", value=5), at("<=", value=3), False, True),
        (at("<=", value=5), at("<=", value=9), True, False),
        (
            at("<=", by_date="{year}-01-31"),
            at("<=", by_date="{year}-01-15"),
            False,
            True,
        ),
        (at("==", value=0), at("==", value=1), False, False),
        (at(value=45), at(">", value=45), False, False),
        (at(value=45), at(by_year={2023: 45}), False, False),
        (at(answer="yes"), at(answer="no"), False, False),
        (at(value=45), at(value=45, basis="Nghị quyết"), True, True),
        (at(value=45), None, False, False),
        (None, None, True, True),
    ],
)
def test_it_holds_only_where_the_old_target_decides_the_new(
    old: Target | None, new: Target | None, *, passes: bool, fails: bool
) -> None:
    assert still_holds(PASS, old, new, 2024) is passes
    assert still_holds(FAIL, old, new, 2024) is fails


def test_an_answer_with_a_figure_is_judged_again() -> None:
    assert still_holds(AnswerStatus.GIVEN, at(value=1), at(value=2), 2024)
