"""What the placeholders of a sentence stand for: from facts to words.

A placeholder without a value is None, never a guess; see
`fieldapp.domain.sentences` for what a template does with that.
"""

from functools import cached_property

from fieldapp.domain.answers import Answer, AnswerValue
from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.evaluation import Evaluation
from fieldapp.domain.record import InspectionRecord
from fieldapp.domain.rollup import Member, RollUp, roll_up, told_answer
from fieldapp.domain.units import Unit
from fieldapp.domain.value import Value
from fieldapp.domain.vietnamese import joined, number_text, short_date
from fieldapp.domain.wording import (
    basis_in_force,
    percent_text,
    target_text,
    value_text,
)

Values = dict[str, str | None]


class Facts(Value):
    """What every sentence of one inspection may draw on."""

    checklist: Checklist
    record: InspectionRecord

    @property
    def year(self) -> int:
        """The campaign's year: it chooses targets."""
        return self.record.inspection.campaign.year

    @property
    def decimals(self) -> int:
        """Decimals shown of computed percentages."""
        return self.checklist.percent_decimals

    @cached_property
    def evaluation(self) -> Evaluation:
        """What applies and what follows, worked out once per draft."""
        return Evaluation(self.checklist, self.record)

    def answer(self, criterion: Criterion, place: str) -> Answer | None:
        """What was found at a place: stored, calculated or told by photos.

        None where it does not apply, whatever was answered before.
        """
        if not self.evaluation.applies(criterion.id, place):
            return None
        body = self.evaluation.body(criterion.id, place)
        return told_answer(self.record, criterion.id, place, body)

    def roll(self, criterion: Criterion) -> RollUp:
        """The criterion over all sub-units or entries, worked out once per draft."""
        found = self._rolls.get(criterion.id)
        if found is None:
            found = roll_up(criterion, self.record, self.evaluation)
            self._rolls[criterion.id] = found
        return found

    @cached_property
    def _rolls(self) -> dict[str, RollUp]:
        return {}

    def value_of(self, criterion: Criterion, body: AnswerValue) -> str | None:
        """The value in words."""
        return value_text(criterion, body, self.year, self.decimals)


def context_values(facts: Facts, criterion: Criterion, unit: Unit) -> Values:
    """Placeholders that need no answer."""
    inspection = facts.record.inspection
    basis = basis_in_force(criterion, inspection.reference_day)
    deadline = facts.record.notice.report_before
    return {
        "unit": unit.full_name,
        "unit_kind": unit.kind_name,
        "year": str(facts.year),
        "target": target_text(criterion, facts.year),
        "legal_basis": basis.citation if basis else None,
        "deadline": short_date(deadline) if deadline else None,
    }


def answer_values(facts: Facts, criterion: Criterion, body: AnswerValue) -> Values:
    """Placeholders that come from one answer."""
    gap = None if body.num is None or body.den is None else body.den - body.num
    return {
        "value": facts.value_of(criterion, body),
        "num": _count(body.num),
        "den": _count(body.den),
        "gap": _count(gap) if gap is not None and gap > 0 else None,
        "pct": percent_text(body, criterion.target, facts.year, facts.decimals),
    }


def aggregate_values(facts: Facts, roll: RollUp, parent: AnswerValue | None) -> Values:
    """Placeholders that come from a roll-up; a count of 0 has no value."""
    criterion = roll.criterion
    parent_value = facts.value_of(criterion, parent) if parent else None
    return {
        "unit_kind": roll.unit_kind,
        "fail_count": _positive(len(roll.fails)),
        "pass_count": _positive(len(roll.passes)),
        "unknown_count": _positive(len(roll.unknown)),
        "total": _positive(roll.total),
        "fail_list": _listed(facts, criterion, roll.fails),
        "pass_list": _listed(facts, criterion, roll.passes),
        "parent_kind": facts.record.inspection.unit.kind_name,
        "parent_value": parent_value,
    }


def _listed(
    facts: Facts, criterion: Criterion, members: tuple[Member, ...]
) -> str | None:
    return joined([_named(facts, criterion, m) for m in members]) or None


def _named(facts: Facts, criterion: Criterion, member: Member) -> str:
    body = member.answer.body if member.answer else None
    value = facts.value_of(criterion, body) if body else None
    return f"{member.unit.name} ({value})" if value else member.unit.name


def _count(number: int | None) -> str | None:
    return None if number is None else number_text(str(number))


def _positive(number: int) -> str | None:
    return _count(number) if number else None
