"""What the leader should look at before signing: shown on the desk, never printed."""

from collections.abc import Iterator

from fieldapp.domain.answers import Answer, AnswerValue
from fieldapp.domain.asking import AnswerKind, Scope
from fieldapp.domain.checklist import Criterion, EvidenceKind
from fieldapp.domain.filling import Facts
from fieldapp.domain.units import Unit
from fieldapp.domain.verdicts import figure, measured
from fieldapp.domain.vietnamese import joined, number_text, rounded
from fieldapp.domain.wording import basis_in_force, target_text

_NUMERIC = frozenset({AnswerKind.COUNT, AnswerKind.RATIO, AnswerKind.SCORE})


def answer_warnings(
    facts: Facts, criterion: Criterion, answers: tuple[Answer, ...]
) -> tuple[str, ...]:
    """Everything doubtful about the answers one sentence stands on."""
    found = [*_target_doubts(facts, criterion), *_basis_doubts(facts, criterion)]
    for answer in answers:
        found += _reported_doubts(facts, criterion, answer)
        found += _evidence_doubts(facts, criterion, answer)
    return tuple(dict.fromkeys(found))


def reported_difference(criterion: Criterion, body: AnswerValue) -> str | None:
    """Say how the unit's own figure differs from the one found, None when it agrees.

    A computed percentage is held against the reported one at the reported number of
    decimals, half up: 15/28 is 53,6%, so a reported 53,5% differs.
    """
    if criterion.answer.type not in _NUMERIC:
        return None
    found, reported = measured(body), figure(body.reported)
    if found is None or reported is None or body.reported is None:
        return None
    places = max(0, -int(reported.as_tuple().exponent))
    shown = rounded(found, places)
    if shown == reported:
        return None
    sign = "%" if criterion.answer.type is AnswerKind.RATIO else ""
    verb = "tính lại" if body.num is not None else "đoàn kiểm tra xác minh"
    theirs, ours = number_text(body.reported), number_text(format(shown, "f"))
    return f"Đơn vị báo cáo {theirs}{sign}; {verb} {ours}{sign}."


def open_questions(facts: Facts) -> tuple[str, ...]:
    """Doubts that belong to no sentence: no target this year, no answer."""
    found = [*_without_target(facts), *_violated(facts)]
    for criterion in facts.checklist.criteria():
        in_group = facts.evaluation.section(criterion.id).repeat is not None
        below = facts.record.inspection.sub_units
        if not in_group and (criterion.asked_of is Scope.UNIT or not below):
            continue
        roll = facts.roll(criterion)
        if roll.unknown and roll.total > len(roll.unknown):
            names = joined([m.unit.name for m in roll.unknown])
            name = criterion.short or criterion.id
            found.append(
                f"{name}: còn {len(roll.unknown)}/{roll.total} {roll.unit_kind} "
                f"chưa có số liệu ({names})."
            )
    return tuple(found)


def _violated(facts: Facts) -> Iterator[str]:
    """The constraints that do not hold, each with where; a repeated one once."""
    found: dict[str, list[str]] = {}
    for criterion in facts.checklist.criteria():
        if not criterion.constraints:
            continue
        name = criterion.short or criterion.id
        for place in facts.evaluation.places(criterion.id):
            for broken in facts.evaluation.violations(criterion.id, place.code):
                found.setdefault(f"{name}: {broken.message}", []).append(place.name)
    unit = facts.record.inspection.unit.name
    for text, places in found.items():
        yield text if places == [unit] else f"{text} ({joined(places)})"


def _without_target(facts: Facts) -> Iterator[str]:
    told = {a.criterion for a in facts.record.answers if measured(a.body) is not None}
    for listed in facts.checklist.criteria():
        unit = facts.record.inspection.unit.code
        criterion = facts.evaluation.criterion(listed.id, unit)
        has_none = target_text(criterion, facts.year) is None
        if criterion.target and has_none and criterion.id in told:
            name = criterion.short or criterion.id
            yield (
                f"{name}: bộ tiêu chí không có chỉ tiêu năm {facts.year} nên không kết "
                "luận đạt hay chưa đạt."
            )


def _reported_doubts(
    facts: Facts, criterion: Criterion, answer: Answer
) -> Iterator[str]:
    difference = reported_difference(criterion, answer.body)
    if difference:
        unit = facts.record.inspection.unit_of(answer.unit)
        yield _at(unit, facts, difference)


def _evidence_doubts(
    facts: Facts, criterion: Criterion, answer: Answer
) -> Iterator[str]:
    wants_photo = EvidenceKind.PHOTO in criterion.evidence.required
    if wants_photo and not facts.record.photos_of(criterion.id, answer.unit):
        unit = facts.record.inspection.unit_of(answer.unit)
        yield _at(unit, facts, "Chưa có ảnh minh chứng.")


def _target_doubts(facts: Facts, criterion: Criterion) -> Iterator[str]:
    target = target_text(criterion, facts.year)
    if target and criterion.target and not criterion.target.verified:
        yield f"Chỉ tiêu {target} chưa xác minh: đối chiếu trước khi ký."


def _basis_doubts(facts: Facts, criterion: Criterion) -> Iterator[str]:
    day = facts.record.inspection.reference_day
    if criterion.legal_basis and basis_in_force(criterion, day) is None:
        yield f"Không có căn cứ còn hiệu lực tại ngày {day.day}/{day.month}/{day.year}."


def _at(unit: Unit | None, facts: Facts, text: str) -> str:
    if unit is None or unit == facts.record.inspection.unit:
        return text
    return f"{unit.name}: {text}"
