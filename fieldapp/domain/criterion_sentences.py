"""The sentences one criterion gives: over all sub-units, or unit by unit.

Nothing here may know a particular unit, criterion or checklist.
"""

from collections.abc import Iterable, Iterator

from fieldapp.domain.answers import Answer, AnswerValue
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.doubts import answer_warnings
from fieldapp.domain.draft import DraftPart, DraftSentence
from fieldapp.domain.entries import is_entry
from fieldapp.domain.filling import (
    Facts,
    aggregate_values,
    answer_values,
    context_values,
    other_values,
)
from fieldapp.domain.phrases import COUNTED
from fieldapp.domain.rollup import RollUp
from fieldapp.domain.sentences import Template, capitalised, parse_template
from fieldapp.domain.units import Unit
from fieldapp.domain.verdicts import Verdict, figure, measured
from fieldapp.domain.vietnamese import full_stop


def criterion_sentences(facts: Facts, criterion: Criterion) -> Iterator[DraftSentence]:
    """Yield the achievement and shortcoming sentences of one criterion.

    Sub-units are told in one sentence where the checklist has words for it, each
    on its own otherwise. The inspected unit's own answer is told beside it unless
    that sentence already says it.
    """
    unit = facts.record.inspection.unit
    roll = facts.roll(criterion)
    own = facts.answer(criterion, unit.code)
    whole = _over_sub_units(facts, roll, own)
    if whole is not None:
        yield whole
    if whole is None or own is None or own.id not in whole.sources:
        yield from _of_one_unit(facts, criterion, unit, own)
    if whole is None:
        for member in roll.members:
            yield from _of_one_unit(facts, criterion, member.unit, member.answer)


def criterion_recommendation(
    facts: Facts, criterion: Criterion
) -> DraftSentence | None:
    """The recommendation a criterion makes when some unit fails it, or None."""
    if not criterion.recommendation:
        return None
    failing = _failing(facts, criterion)
    if not failing:
        return None
    unit = facts.record.inspection.unit
    criterion = facts.evaluation.criterion(criterion.id, failing[0].unit)
    values = context_values(facts, criterion, unit)
    if len(failing) == 1:
        values |= answer_values(facts, criterion, failing[0].body)
        values["note"] = failing[0].note or None
    values |= other_values(facts, criterion, failing[0].unit, criterion.recommendation)
    text = parse_template(criterion.recommendation).render(values)
    if text is None:
        return None
    return DraftSentence(
        key=f"{criterion.id}#recommendation",
        part=DraftPart.RECOMMENDATION,
        text=full_stop(text),
        derived=full_stop(text),
        sources=tuple(a.id for a in failing),
        criterion=criterion.id,
        addressee=unit.name,
    )


def _over_sub_units(
    facts: Facts, roll: RollUp, own: Answer | None
) -> DraftSentence | None:
    part, template = _aggregate_template(roll)
    if not template:
        return None
    values = context_values(facts, roll.criterion, facts.record.inspection.unit)
    values |= aggregate_values(facts, roll, own.body if own else None)
    parsed = parse_template(template)
    text = parsed.render(values)
    if text is None:
        return None
    told = [m.answer for m in roll.members if m.answer]
    if own and values["parent_value"] and _uses(parsed, "parent_value"):
        told.append(own)
    key = f"{roll.criterion.id}#aggregate"
    return _sentence(facts, roll.criterion, key, part, text, told)


def _aggregate_template(roll: RollUp) -> tuple[DraftPart, str]:
    if roll.fails:
        return DraftPart.SHORTCOMING, roll.criterion.shortcoming_aggregate
    if roll.passes and not roll.unknown:
        return DraftPart.ACHIEVEMENT, roll.criterion.achievement_aggregate
    return DraftPart.ACHIEVEMENT, ""


def _of_one_unit(
    facts: Facts, criterion: Criterion, unit: Unit, answer: Answer | None
) -> Iterator[DraftSentence]:
    if answer is None:
        return
    verdict = facts.evaluation.verdict(criterion.id, unit.code)
    criterion = facts.evaluation.criterion(criterion.id, unit.code)
    if verdict is Verdict.NOT_MET:
        part, template = DraftPart.SHORTCOMING, criterion.shortcoming
    elif verdict is Verdict.MET or _stands_alone(criterion, verdict):
        part, template = DraftPart.ACHIEVEMENT, criterion.achievement
    else:
        return
    template, text = _told(facts, criterion, unit, answer, template)
    if text is None and part is DraftPart.SHORTCOMING:
        text = _plain_shortcoming(facts, criterion, answer)
    if text is None:
        return
    named = "{unit}" in template or (is_entry(unit.code) and unit.name in text)
    if unit != facts.record.inspection.unit and not named:
        text = f"{capitalised(unit.full_name)}: {text}"
    key = f"{criterion.id}@{unit.code}"
    yield _sentence(facts, criterion, key, part, text, [answer])


def _told(
    facts: Facts, criterion: Criterion, unit: Unit, answer: Answer, template: str
) -> tuple[str, str | None]:
    """The template that tells an answer, and what it says; `zero` goes first."""
    if criterion.zero and _is_zero(criterion, answer.body):
        text = _filled(facts, criterion, unit, answer, criterion.zero)
        if text is not None:
            return criterion.zero, text
    return template, _filled(facts, criterion, unit, answer, template)


def _is_zero(criterion: Criterion, body: AnswerValue) -> bool:
    """True when exactly nothing was counted, which is not "not measured".

    Of a breakdown the judged part is looked at, else the total.
    """
    kind, judged = criterion.answer.type, criterion.answer.judged
    if body.comparator is not None or kind not in COUNTED:
        return False
    if kind is AnswerKind.BREAKDOWN and judged:
        return body.part(judged) == 0
    return figure(body.value) == 0


def _stands_alone(criterion: Criterion, verdict: Verdict) -> bool:
    """True for what is told without a target; one missing this year is no success."""
    return verdict is Verdict.RECORDED and criterion.target is None


def _filled(
    facts: Facts, criterion: Criterion, unit: Unit, answer: Answer, template: str
) -> str | None:
    if not template:
        return None
    values = context_values(facts, criterion, unit)
    values |= answer_values(facts, criterion, answer.body)
    values["note"] = answer.note or None
    values |= other_values(facts, criterion, unit.code, template)
    return parse_template(template).render(values)


def _plain_shortcoming(facts: Facts, criterion: Criterion, answer: Answer) -> str:
    """Say that a criterion is not met where the checklist has no words for it."""
    name = criterion.short or criterion.question.rstrip("? ")
    value = facts.value_of(criterion, answer.body)
    return capitalised(f"{name}: {value}, chưa đạt." if value else f"{name}: chưa đạt.")


def _sentence(
    facts: Facts,
    criterion: Criterion,
    key: str,
    part: DraftPart,
    text: str,
    told: Iterable[Answer],
) -> DraftSentence:
    answers = tuple(told)
    text = full_stop(text)
    return DraftSentence(
        key=key,
        part=part,
        text=text,
        derived=text,
        sources=tuple(a.id for a in answers),
        criterion=criterion.id,
        has_figure=any(measured(a.body) is not None for a in answers),
        warnings=answer_warnings(facts, criterion, answers),
    )


def _failing(facts: Facts, criterion: Criterion) -> list[Answer]:
    """The failing answers, the inspected unit's own first, then the worst first."""
    code = facts.record.inspection.unit.code
    own, verdict = facts.answer(criterion, code), facts.evaluation.verdict
    fails = verdict(criterion.id, code) is Verdict.NOT_MET
    mine = [own] if own and fails else []
    return [*mine, *(m.answer for m in facts.roll(criterion).fails if m.answer)]


def _uses(template: Template, name: str) -> bool:
    return any(use.name == name for use in template.placeholders)
