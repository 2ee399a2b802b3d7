"""Points typed by people: read, held to their limits, told in words."""

from decimal import Decimal

import pytest

from fieldapp.domain.record import CriterionScores
from fieldapp.domain.totals import CriterionScore
from fieldapp.ui.state.points import (
    UNEXPLAINED,
    points_text,
    read_scores,
    texts_of_scores,
    unexplained,
)

STEP = Decimal("0.25")
NONE = CriterionScores(criterion="C05", unit="X")


def typed(**texts: str) -> dict[str, str]:
    return {"self_score": "", "appraised_score": "", "reason": "", **texts}


def test_what_is_typed_comes_back_as_it_was() -> None:
    read, problems = read_scores(
        NONE,
        typed(self_score="4", appraised_score="3,25", reason="Thiếu"),
        Decimal(4),
        STEP,
    )

    assert problems == {}
    assert read is not None
    assert (read.self_score, read.appraised_score) == ("4", "3.25")
    assert texts_of_scores(read) == typed(
        self_score="4", appraised_score="3,25", reason="Thiếu"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("4,5", "từ 0 đến 4"),
        ("3,1", "bội của 0,25"),
        ("ba", "không phải là số"),
        ("-1", "không phải là số"),
    ],
)
def test_points_outside_their_limits_say_so_at_the_field(text: str, said: str) -> None:
    read, problems = read_scores(NONE, typed(self_score=text), Decimal(4), STEP)

    assert read is None
    assert said in problems["self_score"]


def test_emptied_fields_take_the_points_back() -> None:
    before = NONE.model_copy(update={"self_score": "4", "reason": "x"})

    assert read_scores(before, typed(), Decimal(4), STEP) == (NONE, {})


@pytest.mark.parametrize(
    ("score", "said"),
    [
        ({}, "Điểm: chưa chấm/4"),
        ({"computed": 3, "appraised": 3}, "Điểm: 3/4 (tự tính)"),
        ({"computed": 3, "appraised": "2.5"}, "Điểm: 2,5/4"),
        (
            {"computed": 3, "appraised": 3, "self_given": 4},
            "Điểm: 3/4 (tự tính) · đơn vị tự chấm 4",
        ),
        ({"is_bonus": True, "appraised": 1}, "Điểm thưởng: 1/4"),
        ({"left_out": True}, "Không tính điểm: không áp dụng"),
    ],
)
def test_where_the_points_stand_in_words(score: dict[str, object], said: str) -> None:
    assert points_text(CriterionScore.model_validate({"max": 4, **score})) == said


def test_a_difference_without_a_reason_is_asked_for() -> None:
    score = CriterionScore(max=Decimal(4), appraised=Decimal(3), self_given=Decimal(4))

    assert unexplained(score, NONE) == UNEXPLAINED
    assert unexplained(score, NONE.model_copy(update={"reason": "Thiếu"})) == ""
