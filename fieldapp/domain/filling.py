"""What the placeholders of a sentence stand for: from facts to words.

A placeholder without a value is None, never a guess; see
`fieldapp.domain.sentences` for what a template does with that.
"""

from functools import cached_property

from fieldapp.domain.answers import Answer, AnswerValue
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.entries import is_entry
from fieldapp.domain.evaluation import Evaluation
from fieldapp.domain.phrases import (
    change_text,
    count_text,
    initiatives_text,
    items_text,
    part_texts,
    parts_text,
    rank_change_text,
    rank_text,
    unexplained,
)
from fieldapp.domain.record import InspectionRecord
from fieldapp.domain.rollup import Member, RollUp, roll_up, told_answer
from fieldapp.domain.sentences import ANSWER, parse_template
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

    @property
    def leading_zero(self) -> bool:
        """True where counts below 10 are written "02"."""
        return self.checklist.leading_zero

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
        zero = self.leading_zero
        return value_text(criterion, body, self.year, self.decimals, leading_zero=zero)


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
        "target_basis": criterion.target.basis if criterion.target else None,
        "ref": _entry_name(facts, criterion, unit),
        "legal_basis": basis.citation if basis else None,
        "deadline": short_date(deadline) if deadline else None,
    }


def answer_values(facts: Facts, criterion: Criterion, body: AnswerValue) -> Values:
    """Placeholders that come from one answer."""
    gap = None if body.num is None or body.den is None else body.den - body.num
    zero = facts.leading_zero
    values = {
        "value": _value(facts, criterion, body),
        "num": _count(body.num),
        "den": _count(body.den),
        "gap": _counted(gap, leading_zero=zero),
        "pct": percent_text(body, criterion.target, facts.year, facts.decimals),
        "change": change_text(criterion.answer, body.change, leading_zero=zero),
        "change_from": body.change_from or None,
        "items": items_text(criterion.answer, body.items, leading_zero=zero),
        "initiatives": initiatives_text(body.initiatives),
    }
    return values | _part_values(facts, criterion, body) | _index_values(facts, body)


def _value(facts: Facts, criterion: Criterion, body: AnswerValue) -> str | None:
    """The value; of initiatives how many there are, when the source says so."""
    if criterion.answer.type is AnswerKind.INITIATIVES:
        return count_text(body.value) if body.value else None
    return facts.value_of(criterion, body)


def _part_values(facts: Facts, criterion: Criterion, body: AnswerValue) -> Values:
    zero, spec = facts.leading_zero, criterion.answer
    told = part_texts(spec, body, leading_zero=zero)
    return {f"part.{part}": count for part, count in told.items()} | {
        "parts": parts_text(spec, body, leading_zero=zero),
        "unexplained": _counted(unexplained(spec, body), leading_zero=zero),
    }


def _index_values(facts: Facts, body: AnswerValue) -> Values:
    index = body.index
    return {
        "rank": rank_text(index),
        "rank_change": rank_change_text(index, leading_zero=facts.leading_zero),
        "band": index.band if index else None,
        "rank_text": index.rank_text if index else None,
        "index_year": str(index.year) if index and index.year else None,
    }


def _entry_name(facts: Facts, criterion: Criterion, unit: Unit) -> str | None:
    """What an entry of a repeating section is called; None at a unit."""
    section = facts.checklist.section_of(criterion.id)
    if section is None or section.repeat is None or not is_entry(unit.code):
        return None
    label = facts.record.value(section.repeat.label, unit.code)
    return label.value if label else None


def other_values(facts: Facts, criterion: Criterion, place: str, text: str) -> Values:
    """What `{answer.ID}` stands for: other criteria, seen from this one's place."""
    uses = parse_template(text).placeholders
    ids = {u.name: u.name.partition(".")[2] for u in uses if u.kind == ANSWER}
    return {name: _other(facts, criterion, place, other) for name, other in ids.items()}


def _other(facts: Facts, host: Criterion, place: str, other: str) -> str | None:
    criterion = facts.checklist.criterion(other)
    if criterion is None:
        return None
    answer = facts.answer(criterion, facts.evaluation.seen_from(host.id, place, other))
    return _value(facts, criterion, answer.body) if answer else None


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
    """The place with its value; a bare yes or no says nothing beside a name."""
    body = member.answer.body if member.answer else None
    if criterion.answer.type is AnswerKind.YES_NO:
        return member.unit.name
    value = facts.value_of(criterion, body) if body else None
    return f"{member.unit.name} ({value})" if value else member.unit.name


def _count(number: int | None) -> str | None:
    return None if number is None else number_text(str(number))


def _counted(number: int | None, *, leading_zero: bool) -> str | None:
    """A count above 0 in running text."""
    if number is None or number <= 0:
        return None
    return count_text(str(number), leading_zero=leading_zero)


def _positive(number: int) -> str | None:
    return _count(number) if number else None
