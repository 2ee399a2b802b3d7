"""Points added up: sections, samples, bonus, self scores, the whole scale."""

from decimal import Decimal
from typing import Any

from fieldapp.domain.answers import AnswerStatus
from fieldapp.domain.checklist import Checklist
from fieldapp.domain.entries import Entry
from fieldapp.domain.evaluation import Evaluation
from fieldapp.domain.record import CriterionScores, InspectionRecord
from fieldapp.domain.standing import score
from fieldapp.domain.totals import Score, criterion_score, section_score
from tests.builders import answered, checklist, criterion, record

NA = AnswerStatus.NOT_APPLICABLE


def yes_no(name: str, points: str, **more: Any) -> Any:
    rule = more.pop("rule", "full_or_zero")
    return criterion(name, "yes_no", points={"max": points, "rule": rule}, **more)


def sample() -> Checklist:
    made = checklist(yes_no("S07", "6"), points_step="0.25")
    first = made.sections[0]
    repeating = {**dict(first), "repeat": {"entry": "hồ sơ"}}
    return Checklist.model_validate({**dict(made), "sections": (repeating,)})


def entries(count: int) -> tuple[Entry, ...]:
    return tuple(Entry(id=f"e{n}", section="A", unit="X") for n in range(count))


def test_what_does_not_apply_leaves_both_sums_and_the_unknown_stays_open() -> None:
    made = checklist(yes_no("A", "3"), yes_no("B", "3"), yes_no("C", "4"))

    found = score(
        made, record(answered("A", "X", value="yes"), answered("B", "X", status=NA))
    )

    assert found == Score(
        got=Decimal(3), possible=Decimal(3), open_points=Decimal(4), left_out=Decimal(3)
    )


def test_a_criterion_that_is_not_relevant_leaves_the_sums_too() -> None:
    made = checklist(yes_no("A", "3"), yes_no("B", "5", when="not A"))

    assert score(made, record(answered("A", "X", value="yes"))).left_out == 5
    assert score(made, record(answered("A", "X", value="no"))).open_points == 5


def test_points_are_shown_on_the_whole_scale_when_a_part_does_not_apply() -> None:
    made = checklist(yes_no("A", "60"), yes_no("B", "20"), yes_no("C", "20"))
    answers = [
        answered("A", "X", value="yes"),
        answered("B", "X", value="no"),
        answered("C", "X", status=NA),
    ]

    assert score(made, record(*answers)).normalised == 75
    assert score(made, record(*answers[:2])).normalised is None, "C is open"


def test_bonus_points_come_on_top_and_are_in_no_total() -> None:
    made = checklist(yes_no("A", "3"), yes_no("B", "2", rule="bonus"))

    found = score(
        made, record(answered("A", "X", value="yes"), answered("B", "X", value="yes"))
    )

    assert found == Score(got=Decimal(3), bonus=Decimal(2), possible=Decimal(3))
    assert found.total == 5
    assert made.sections[0].max_points == 3


def test_a_sample_earns_the_mean_of_its_entries_by_the_step() -> None:
    answers = [
        answered("S07", f"X#e{n}", value=value)
        for n, value in enumerate(["yes", "yes", "no"])
    ]
    made: InspectionRecord = record(*answers, entries=entries(4))

    found = score(sample(), made)

    assert found.got == 4, "two of three known dossiers, 6 points"
    assert score(sample(), record(entries=entries(2))).open_points == 6
    assert score(sample(), record()).open_points == 6


def test_a_mean_is_rounded_to_the_step() -> None:
    values = ["yes"] * 2 + ["no"] * 5
    answers = [answered("S07", f"X#e{n}", value=v) for n, v in enumerate(values)]

    found = score(sample(), record(*answers, entries=entries(7)))

    assert found.got == Decimal("1.75"), "12/7 = 1,714…"


def test_the_teams_own_score_counts_and_the_units_stands_beside_it() -> None:
    made = checklist(yes_no("A", "3"), yes_no("B", "2"))
    given = (
        CriterionScores(
            criterion="A",
            unit="X",
            self_score="3",
            appraised_score="2.5",
            reason="Thiếu minh chứng",
        ),
        CriterionScores(criterion="B", unit="X", self_score="1"),
    )

    found = score(made, record(answered("A", "X", value="yes"), scores=given))

    assert found.got == Decimal("2.5")
    assert found.self_given == 4
    assert found.open_points == 2
    evaluation = Evaluation(made, record(answered("A", "X", value="yes")))
    one = criterion_score(evaluation, made.sections[0].criteria[0], given[0])
    assert one is not None
    assert one.computed == 3
    assert one.differs


def test_the_score_of_a_section_is_the_sum_of_its_criteria() -> None:
    made = checklist(yes_no("A", "3"), yes_no("B", "2"))
    evaluation = Evaluation(made, record(answered("A", "X", value="yes")))

    found = section_score(evaluation, made.sections[0], {})

    assert found.got == found.possible == 3
    assert found.open_points == 2
