"""The sentences of what people recorded by hand: each is told once, as written.

Findings and recommendations, meetings, and what the unit answered.
"""

from fieldapp.domain.draft import DraftPart, DraftSentence
from fieldapp.domain.findings import Finding, FindingKind, Recommendation
from fieldapp.domain.inspection import Inspection, Person
from fieldapp.domain.meetings import (
    RESPONSE_POSITION_NAMES,
    Meeting,
    ResponsePosition,
    UnitResponse,
)
from fieldapp.domain.sentences import capitalised
from fieldapp.domain.vietnamese import full_stop, joined, short_date

_PART_OF_FINDING = {
    FindingKind.ACHIEVEMENT: DraftPart.ACHIEVEMENT,
    FindingKind.SHORTCOMING: DraftPart.SHORTCOMING,
    FindingKind.CAUSE: DraftPart.CAUSE,
    FindingKind.NOTED: DraftPart.NOTED,
}

_ON_WHAT = {
    ResponsePosition.AGREED: "với nội dung đánh giá của Đoàn kiểm tra",
    ResponsePosition.MOSTLY_AGREED: "với nội dung đánh giá của Đoàn kiểm tra",
    ResponsePosition.EXPLAINED: "",
    ResponsePosition.NOTED: "ý kiến của Đoàn kiểm tra",
}


def finding_sentence(finding: Finding) -> DraftSentence:
    """A finding as written; a vague scope ends it ("… ở một vài xã.")."""
    text = _bare(finding.text)
    if finding.scope:
        text = f"{text} {finding.scope}"
    return _sentence(
        f"finding:{finding.id}",
        _PART_OF_FINDING[finding.kind],
        text,
        criterion=finding.criterion,
    )


def recommendation_sentence(recommendation: Recommendation) -> DraftSentence:
    """A recommendation as written, with its deadline, to its addressee."""
    text = _bare(recommendation.text)
    if recommendation.deadline:
        text = f"{text}, hoàn thành trước ngày {short_date(recommendation.deadline)}"
    key = f"recommendation:{recommendation.id}"
    part = DraftPart.RECOMMENDATION
    return _sentence(key, part, text, addressee=recommendation.to)


def meeting_sentence(inspection: Inspection, meeting: Meeting) -> DraftSentence:
    """What kind of meeting was held, when, who chaired it, who took part."""
    online = meeting.online and "trực tuyến" not in meeting.title.casefold()
    title = f"{_bare(meeting.title)}{' (trực tuyến)' if online else ''}"
    day = f"ngày {short_date(meeting.held_on)}" if meeting.held_on else ""
    chairs = joined([_person(p) for p in meeting.chairs])
    facts = (
        ", ".join(w for w in (title, day) if w),
        f"chủ trì: {chairs}" if chairs else "",
        _labelled("đơn vị dự", inspection, meeting.units),
    )
    text = "; ".join(f for f in facts if f)
    return _sentence(f"meeting:{meeting.id}", DraftPart.MEETING, text)


def response_sentence(inspection: Inspection, response: UnitResponse) -> DraftSentence:
    """How a unit stands to the conclusions, what it said, when it puts things right."""
    position = RESPONSE_POSITION_NAMES[response.position]
    who = response.who
    if response.units not in ((), (inspection.unit.code,)):
        who = f"{who} ({_unit_names(inspection, response.units)})"
    text = " ".join(w for w in (who, position, _ON_WHAT[response.position]) if w)
    if response.text:
        text = f"{text}: {_bare(response.text, capital=False)}"
    if response.remedy:
        text = f"{text}; khắc phục hạn chế: {_bare(response.remedy, capital=False)}"
    if response.remedy_by:
        text = f"{text}; khắc phục xong trước ngày {short_date(response.remedy_by)}"
    return _sentence(f"response:{response.id}", DraftPart.RESPONSE, text)


def _sentence(
    key: str, part: DraftPart, text: str, *, criterion: str = "", addressee: str = ""
) -> DraftSentence:
    text = full_stop(capitalised(text))
    return DraftSentence(
        key=key,
        part=part,
        text=text,
        derived=text,
        sources=(key,),
        criterion=criterion,
        addressee=addressee,
    )


def _bare(text: str, *, capital: bool = True) -> str:
    """Text without the signs that end it, so that words can follow."""
    bare = text.rstrip("./;,: ")
    return capitalised(bare) if capital else bare


def _person(person: Person) -> str:
    return f"{person.name} ({person.position})" if person.position else person.name


def _labelled(label: str, inspection: Inspection, codes: tuple[str, ...]) -> str:
    """The units that took part; the inspected unit alone goes without saying."""
    if codes in ((), (inspection.unit.code,)):
        return ""
    return f"{label}: {_unit_names(inspection, codes)}"


def _unit_names(inspection: Inspection, codes: tuple[str, ...]) -> str:
    units = [inspection.unit_of(code) for code in codes]
    return joined([unit.full_name for unit in units if unit])
