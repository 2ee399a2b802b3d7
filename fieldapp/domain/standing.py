"""How far an inspection is: every criterion at every place it is asked of."""

from collections.abc import Iterator

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.evaluation import Evaluation
from fieldapp.domain.record import InspectionRecord
from fieldapp.domain.totals import Score, given_scores, whole_score
from fieldapp.domain.units import Unit
from fieldapp.domain.value import Value
from fieldapp.domain.verdicts import Verdict


class Standing(Value):
    """One criterion at one place (`unit`: a unit or an entry of a group).

    `criterion` has the target of that place. `body` is None while not answered; a photo
    criterion is answered by its photos, a calculated one by others.
    """

    criterion: Criterion
    unit: Unit
    body: AnswerValue | None
    verdict: Verdict
    is_calculated: bool = False


def asked_units(evaluation: Evaluation, criterion_id: str) -> tuple[Unit, ...]:
    """The places a criterion is asked of, entries among them.

    Also those it was answered at all the same, in a file: what the notice says must
    be seen and changed on screen.
    """
    meant = evaluation.places(criterion_id)
    if evaluation.section(criterion_id).repeat is not None:
        return meant
    asked = {unit.code for unit in meant}
    return tuple(
        unit
        for unit in evaluation.inspection.units
        if unit.code in asked or evaluation.answered(criterion_id, unit.code)
    )


def standing_of(evaluation: Evaluation, criterion_id: str, unit: Unit) -> Standing:
    """Where one criterion stands at one place."""
    criterion = evaluation.criterion(criterion_id, unit.code)
    return Standing.model_construct(
        criterion=criterion,
        unit=unit,
        body=evaluation.body(criterion_id, unit.code),
        verdict=evaluation.verdict(criterion_id, unit.code),
        is_calculated=criterion.calculate is not None,
    )


def standings(checklist: Checklist, record: InspectionRecord) -> tuple[Standing, ...]:
    """Everything that applies, in the checklist's order, place by place."""
    return tuple(rows(Evaluation(checklist, record)))


def rows(evaluation: Evaluation) -> Iterator[Standing]:
    """As `standings`, of an evaluation already made."""
    for criterion in evaluation.checklist.criteria():
        for unit in asked_units(evaluation, criterion.id):
            if evaluation.applies(criterion.id, unit.code):
                yield standing_of(evaluation, criterion.id, unit)


def score(checklist: Checklist, record: InspectionRecord) -> Score:
    """The inspected unit's points over the whole checklist."""
    unit = record.inspection.unit.code
    evaluation = Evaluation(checklist, record)
    return whole_score(evaluation, given_scores(record.scores, unit))
