"""How far an inspection is: every criterion at every unit it is asked of."""

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.asking import AnswerKind, Scope
from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.record import InspectionRecord
from fieldapp.domain.scoring import Score, total
from fieldapp.domain.units import Unit
from fieldapp.domain.value import Value
from fieldapp.domain.verdicts import Verdict, verdict_of


class Standing(Value):
    """One criterion at one unit; `body` is None while not answered.

    A photo criterion is answered by its photos: their number is its value.
    """

    criterion: Criterion
    unit: Unit
    body: AnswerValue | None
    verdict: Verdict
    photo_count: int


def asked_units(criterion: Criterion, record: InspectionRecord) -> tuple[Unit, ...]:
    """The units a criterion is asked of; without sub-units always the unit itself.

    Also those it was answered at all the same, in a file: what the notice says must
    be seen and changed on screen.
    """
    asked = {unit.code for unit in _meant(criterion, record.inspection)}
    return tuple(
        unit
        for unit in record.inspection.units
        if unit.code in asked or record.value(criterion.id, unit.code) is not None
    )


def _meant(criterion: Criterion, inspection: Inspection) -> tuple[Unit, ...]:
    if criterion.asked_of is Scope.UNIT or not inspection.sub_units:
        return (inspection.unit,)
    if criterion.asked_of is Scope.SUB_UNITS:
        return inspection.sub_units
    return inspection.units


def standing_of(criterion: Criterion, unit: Unit, record: InspectionRecord) -> Standing:
    """Where one criterion stands at one unit."""
    body = record.value(criterion.id, unit.code)
    photos = len(record.photos_of(criterion.id, unit.code))
    if body is None and photos and criterion.answer.type is AnswerKind.PHOTO:
        body = AnswerValue(value=str(photos))
    year = record.inspection.campaign.year
    return Standing.model_construct(
        criterion=criterion,
        unit=unit,
        body=body,
        verdict=verdict_of(criterion, body, year),
        photo_count=photos,
    )


def standings(checklist: Checklist, record: InspectionRecord) -> tuple[Standing, ...]:
    """Everything there is to answer, in the checklist's order, unit by unit."""
    return tuple(
        standing_of(criterion, unit, record)
        for criterion in checklist.criteria()
        for unit in asked_units(criterion, record)
    )


def score(checklist: Checklist, record: InspectionRecord) -> Score:
    """The inspected unit's points over the whole checklist."""
    unit = record.inspection.unit
    answers = ((c, standing_of(c, unit, record).body) for c in checklist.criteria())
    return total(answers, record.inspection.campaign.year)
