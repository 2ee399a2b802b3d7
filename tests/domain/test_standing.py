"""What there is to answer, and where."""

from fieldapp.domain.evaluation import Evaluation
from fieldapp.domain.standing import asked_units, standings
from tests.builders import answered, checklist, criterion, inspection, record

WARDS = (
    {"code": "A", "name": "Một", "kind": "phuong"},
    {"code": "B", "name": "Hai", "kind": "phuong"},
)
WHERE = inspection(sub_units=WARDS)


def codes(scope: str, *answers: str) -> list[str]:
    asked = criterion("c", asked_of=scope)
    made = record(*(answered("c", u, value="1") for u in answers), inspection=WHERE)
    evaluation = Evaluation(checklist(asked), made)
    return [unit.code for unit in asked_units(evaluation, "c")]


def test_a_criterion_is_asked_of_the_unit_its_sub_units_or_both() -> None:
    assert codes("unit") == ["X"]
    assert codes("sub_units") == ["A", "B"]
    assert codes("both") == ["X", "A", "B"]


def test_an_answer_nobody_asked_for_is_still_shown() -> None:
    assert codes("unit", "B") == ["X", "B"]
    assert codes("sub_units", "X") == ["X", "A", "B"]


def test_without_sub_units_everything_is_asked_of_the_unit() -> None:
    asked = criterion("c", asked_of="sub_units")

    rows = standings(checklist(asked), record())

    assert [(row.unit.code, row.body) for row in rows] == [("X", None)]
