"""What the leader should look at before signing: shown on the desk, never printed."""

from collections.abc import Iterator

from fieldapp.domain.answers import Answer, AnswerValue
from fieldapp.domain.asking import FIGURES, AnswerKind, AnswerSpec, Scope
from fieldapp.domain.checklist import Criterion, EvidenceKind
from fieldapp.domain.filling import Facts
from fieldapp.domain.phrases import parts_text, unexplained
from fieldapp.domain.standing import asked_units
from fieldapp.domain.verdicts import Verdict, figure, measured
from fieldapp.domain.vietnamese import joined, number_text, rounded
from fieldapp.domain.wording import basis_in_force, target_label, target_text


def answer_warnings(
    facts: Facts, criterion: Criterion, answers: tuple[Answer, ...]
) -> tuple[str, ...]:
    """Everything doubtful about the answers one sentence stands on."""
    found = [*_target_doubts(facts, criterion), *_basis_doubts(facts, criterion)]
    for answer in answers:
        found += _reported_doubts(facts, criterion, answer)
        found += _sum_doubts(facts, criterion, answer)
        found += _evidence_doubts(facts, criterion, answer)
    return tuple(dict.fromkeys(found))


def reported_difference(criterion: Criterion, body: AnswerValue) -> str | None:
    """Say how the unit's own figure differs from the one found, None when it agrees.

    A computed percentage is held against the reported one at the reported number of
    decimals, half up: 15/28 is 53,6%, so a reported 53,5% differs.
    """
    if criterion.answer.type not in FIGURES:
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


def sum_difference(criterion: Criterion, body: AnswerValue) -> str | None:
    """Say what the parts of a breakdown leave unexplained, None when they agree.

    113.468 hồ sơ, 70.395 đúng hẹn, 0 trễ hẹn: "Còn 43.073 hồ sơ chưa rõ: …".
    """
    spec, left = criterion.answer, unexplained(criterion.answer, body)
    if not left or body.value is None:
        return None
    total, told = number_text(body.value), parts_text(spec, body)
    unit = f" {spec.unit}" if spec.unit else ""
    if left > 0:
        return (
            f"Còn {number_text(str(left))}{unit} chưa rõ: tổng số {total}, mới biết "
            f"{told}{_not_known(spec, body)}."
        )
    verb = "cộng lại lớn hơn" if spec.must_add_up else "có phần lớn hơn"
    more = number_text(str(-left))
    return f"Các phần ({told}) {verb} tổng số {total}: thừa {more}{unit}."


def _not_known(spec: AnswerSpec, body: AnswerValue) -> str:
    missing = [part.label for part in spec.parts if body.part(part.id) is None]
    return f"; chưa có số liệu {joined(missing)}" if missing else ""


def open_questions(facts: Facts) -> tuple[str, ...]:
    """Doubts that belong to no sentence: no target this year, no answer.

    Also a bound that does not decide: "trên 99%" against "từ 99,5%".
    """
    found = [*_without_target(facts), *_undecided(facts), *_violated(facts)]
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
    for criterion in facts.checklist.criteria():
        if criterion.target and any(_unjudged(facts, criterion.id)):
            yield (
                f"{criterion.short or criterion.id}: bộ tiêu chí không có chỉ tiêu năm "
                f"{facts.year} nên không kết luận đạt hay chưa đạt."
            )


def _unjudged(facts: Facts, criterion: str) -> Iterator[bool]:
    """Place by place: is there a figure, and no target to hold it against?"""
    for unit in asked_units(facts.evaluation, criterion):
        here = facts.evaluation.criterion(criterion, unit.code)
        answer = facts.answer(here, unit.code)
        has_figure = answer is not None and measured(answer.body) is not None
        yield has_figure and target_text(here, facts.year) is None


def _undecided(facts: Facts) -> Iterator[str]:
    for answer in facts.record.answers:
        known = facts.checklist.criterion(answer.criterion) is not None
        if not known or answer.body.comparator is None:
            continue
        criterion = facts.evaluation.criterion(answer.criterion, answer.unit)
        verdict = facts.evaluation.verdict(answer.criterion, answer.unit)
        if verdict is Verdict.UNKNOWN:
            value = facts.value_of(criterion, answer.body)
            target = target_label(criterion, facts.year)
            doubt = (
                f"{criterion.name}: “{value}” chưa đủ để kết luận đạt hay chưa đạt chỉ "
                f"tiêu {target}; cần số liệu chính xác."
            )
            yield _at(answer.unit, facts, doubt)


def _sum_doubts(facts: Facts, criterion: Criterion, answer: Answer) -> Iterator[str]:
    difference = sum_difference(criterion, answer.body)
    if difference:
        yield _at(answer.unit, facts, difference)


def _reported_doubts(
    facts: Facts, criterion: Criterion, answer: Answer
) -> Iterator[str]:
    difference = reported_difference(criterion, answer.body)
    if difference:
        yield _at(answer.unit, facts, difference)


def _evidence_doubts(
    facts: Facts, criterion: Criterion, answer: Answer
) -> Iterator[str]:
    wants_photo = EvidenceKind.PHOTO in criterion.evidence.required
    if wants_photo and not facts.record.photos_of(criterion.id, answer.unit):
        yield _at(answer.unit, facts, "Chưa có ảnh minh chứng.")


def _target_doubts(facts: Facts, criterion: Criterion) -> Iterator[str]:
    target = target_text(criterion, facts.year)
    if target and criterion.target and not criterion.target.verified:
        yield f"Chỉ tiêu {target} chưa xác minh: đối chiếu trước khi ký."


def _basis_doubts(facts: Facts, criterion: Criterion) -> Iterator[str]:
    day = facts.record.inspection.reference_day
    if criterion.legal_basis and basis_in_force(criterion, day) is None:
        yield f"Không có căn cứ còn hiệu lực tại ngày {day.day}/{day.month}/{day.year}."


def _at(place: str, facts: Facts, text: str) -> str:
    """The text behind the name of a sub-unit or entry."""
    inspection = facts.record.inspection
    if place == inspection.unit.code:
        return text
    unit = inspection.unit_of(place)
    name = unit.name if unit else facts.evaluation.place_name(place)
    return f"{name}: {text}" if name else text
