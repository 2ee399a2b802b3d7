"""From the draft to the notice: which words stand in which part of the paper.

Order and parts follow the sources (results, shortcomings, causes,
recommendations, execution: domain reference A.3, C.5). A part with nothing to say
is left out; what is not known stays blank and is never invented.
"""

import re
from collections.abc import Iterable, Iterator

from fieldapp.domain.checklist import Checklist
from fieldapp.domain.draft import Draft, DraftPart, DraftSentence
from fieldapp.domain.entries import is_entry
from fieldapp.domain.evaluation import Evaluation
from fieldapp.domain.inspection import TEAM_ROLE_NAMES, Inspection, TeamMember
from fieldapp.domain.notice import AnnexPhoto, NoticeContent, NoticeItem, NoticePart
from fieldapp.domain.record import InspectionRecord
from fieldapp.domain.vietnamese import full_stop, joined, short_date

ABBREVIATIONS = {
    "CCHC": "cải cách hành chính",
    "DVC": "dịch vụ công",
    "TTHC": "thủ tục hành chính",
    "UBND": "Ủy ban nhân dân",
}
_HEADS = {"SỞ ": "GIÁM ĐỐC", "ĐOÀN ": "TRƯỞNG ĐOÀN"}
_REPEATED = re.compile(r"^(thông báo\s+)?kết luận\s+", re.IGNORECASE)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_OTHER = "Nội dung khác"
_BLANK_DATE = "…/…/…"


def compose_notice(
    checklist: Checklist,
    record: InspectionRecord,
    draft: Draft,
    *,
    sample: bool = False,
) -> NoticeContent:
    """Put a draft on paper. The same arguments always give the same content."""
    inspection, details = record.inspection, record.notice
    return NoticeContent(
        parent_agency=inspection.issuer.parent,
        agency=inspection.issuer.agency,
        agency_in_text=inspection.issuer.agency_in_text,
        number=_number(details.number, inspection.issuer.symbol),
        symbol=inspection.issuer.symbol,
        place=inspection.issuer.place,
        issued_on=details.issued_on,
        subject=_subject(inspection),
        legal_basis=_without_ends(inspection.legal_basis),
        opening=_opening(inspection),
        parts=_numbered(_parts(checklist, record, draft)),
        closing=_closing(inspection),
        signing_lines=_signing_lines(record),
        signer_name=details.signer_name,
        recipients=_without_ends(details.recipients) or _default_recipients(record),
        photos=tuple(_annex(checklist, record)),
        sample=sample,
    )


def _number(number: str, symbol: str) -> str | None:
    """The bare number, below 10 with a zero (NĐ 30/2020); None while not given."""
    bare = number.removesuffix(f"/{symbol}").rstrip("/ ")
    return (bare.zfill(2) if bare.isdigit() else bare) or None


def _without_ends(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines of a list without the signs that separate them; empty ones left out."""
    bare = (line.removeprefix("- ").rstrip(" .;,/") for line in lines)
    return tuple(line for line in bare if line)


def _opening(inspection: Inspection) -> str:
    agency = inspection.issuer.agency_in_text
    return f"{agency} thông báo kết luận kiểm tra như sau:"


def _parts(
    checklist: Checklist, record: InspectionRecord, draft: Draft
) -> Iterable[tuple[str, tuple[NoticeItem, ...]]]:
    yield "KHÁI QUÁT", _overview(checklist, record, draft)
    achievements = draft.part(DraftPart.ACHIEVEMENT)
    yield "KẾT QUẢ ĐẠT ĐƯỢC", _by_section(checklist, achievements)
    yield "TỒN TẠI, HẠN CHẾ", _listed(draft.part(DraftPart.SHORTCOMING))
    yield "NGUYÊN NHÂN", _listed(draft.part(DraftPart.CAUSE))
    recommendations = draft.part(DraftPart.RECOMMENDATION)
    yield "KIẾN NGHỊ, ĐỀ NGHỊ", _by_addressee(recommendations)
    yield "GHI NHẬN KHÁC", _listed(draft.part(DraftPart.NOTED))
    yield "Ý KIẾN CỦA ĐƠN VỊ", _listed(draft.part(DraftPart.RESPONSE))
    yield "TỔ CHỨC THỰC HIỆN", _execution(record)


def _numbered(
    parts: Iterable[tuple[str, tuple[NoticeItem, ...]]],
) -> tuple[NoticePart, ...]:
    said = [(title, items) for title, items in parts if items]
    return tuple(
        NoticePart(numeral=numeral, title=title, items=items)
        for numeral, (title, items) in zip(_ROMAN, said, strict=False)
    )


def _overview(
    checklist: Checklist, record: InspectionRecord, draft: Draft
) -> tuple[NoticeItem, ...]:
    inspection = record.inspection
    visited = [inspection.unit_of(code) for code in inspection.sub_units_visited]
    facts = [
        ("Đơn vị được kiểm tra", inspection.unit.name),
        ("Người đứng đầu đơn vị", _head(inspection)),
        ("Thời kỳ kiểm tra", _period(inspection)),
        ("Ngày kiểm tra", _visited_on(inspection)),
        ("Nơi kiểm tra thực tế", joined([u.full_name for u in visited if u])),
        ("Thành phần Đoàn kiểm tra", "; ".join(_member(m) for m in inspection.team)),
        ("Nội dung kiểm tra", f"theo bộ tiêu chí “{checklist.title}”"),
        ("Chữ viết tắt", _abbreviations(draft)),
    ]
    known = [full_stop(f"{name}: {words}") for name, words in facts if words]
    known += [sentence.text for sentence in draft.part(DraftPart.MEETING)]
    return tuple(
        NoticeItem(number=f"{i}.", text=text) for i, text in enumerate(known, start=1)
    )


def _abbreviations(draft: Draft) -> str:
    """Abbreviations the sentences use, explained once (domain reference E)."""
    told = " ".join(s.text for s in draft.sentences if not s.omitted)
    used = [
        f"{short} là {words}"
        for short, words in ABBREVIATIONS.items()
        if re.search(rf"\b{short}\b", told)
    ]
    return "; ".join(used)


def _head(inspection: Inspection) -> str:
    head = inspection.unit_head
    return ", ".join(p for p in (head.name, head.position) if p) if head else ""


def _period(inspection: Inspection) -> str:
    period = inspection.period
    if period.text:
        return period.text
    start = f"từ ngày {short_date(period.start)}" if period.start else ""
    end = f"đến ngày {short_date(period.end)}" if period.end else ""
    return f"{start} {end}".strip()


def _visited_on(inspection: Inspection) -> str:
    return short_date(inspection.visited_on) if inspection.visited_on else ""


def _member(member: TeamMember) -> str:
    words = [member.name, member.position]
    role = TEAM_ROLE_NAMES[member.role]
    return f"{', '.join(w for w in words if w)} ({role})"


def _listed(sentences: tuple[DraftSentence, ...]) -> tuple[NoticeItem, ...]:
    return tuple(
        NoticeItem(number=f"{i}.", text=s.text)
        for i, s in enumerate(sentences, start=1)
    )


def _by_section(
    checklist: Checklist, sentences: tuple[DraftSentence, ...]
) -> tuple[NoticeItem, ...]:
    """Group under the checklist's sections once more than one has something to say."""
    groups: dict[str, list[DraftSentence]] = {}
    for sentence in sentences:
        section = checklist.section_of(sentence.criterion)
        groups.setdefault(section.title if section else _OTHER, []).append(sentence)
    if len(checklist.sections) == 1 or len(groups) <= 1:
        return _listed(sentences)
    return _grouped(groups)


def _by_addressee(sentences: tuple[DraftSentence, ...]) -> tuple[NoticeItem, ...]:
    groups: dict[str, list[DraftSentence]] = {}
    for sentence in sentences:
        title = f"Đối với {sentence.addressee}" if sentence.addressee else _OTHER
        groups.setdefault(title, []).append(sentence)
    return _grouped(groups)


def _grouped(groups: dict[str, list[DraftSentence]]) -> tuple[NoticeItem, ...]:
    items = []
    for i, (title, sentences) in enumerate(groups.items(), start=1):
        items.append(NoticeItem(number=f"{i}.", text=title, heading=True))
        items += [NoticeItem(number="-", text=s.text) for s in sentences]
    return tuple(items)


def _subject(inspection: Inspection) -> str:
    name = _REPEATED.sub("", inspection.campaign.name)
    first, _, rest = name.partition(" ")
    # An abbreviation keeps its capitals: "CCHC", not "cCHC".
    lowered = first if first.isupper() else first[:1].lower() + first[1:]
    where = _in_full(inspection.unit.name)
    return f"Kết luận {f'{lowered} {rest}'.strip()} tại {where}"


def _in_full(name: str) -> str:
    """The first mention is in full (domain reference E, "Names and titles")."""
    return name.replace("UBND", "Ủy ban nhân dân", 1)


def _execution(record: InspectionRecord) -> tuple[NoticeItem, ...]:
    """To whom the unit reports by when; a unit reports nothing to itself."""
    unit, day = record.inspection.unit.name, record.notice.report_before
    before = short_date(day) if day else _BLANK_DATE
    agency = record.inspection.issuer.agency_in_text
    if agency == unit:
        return ()
    text = f"{unit} báo cáo kết quả khắc phục về {agency} trước ngày {before}."
    return (NoticeItem(text=text),)


def _closing(inspection: Inspection) -> str:
    subject = _subject(inspection)
    return (
        f"Trên đây là Thông báo {subject[:1].lower()}{subject[1:]}, "
        f"đề nghị {inspection.unit.name} nghiêm túc thực hiện./."
    )


def _signing_lines(record: InspectionRecord) -> tuple[str, ...]:
    details = record.notice
    lines = (details.signing_authority, details.signer_title)
    said = tuple(line.upper() for line in lines if line)
    return said or _head_of(record.inspection.issuer.agency.upper())


def _head_of(agency: str) -> tuple[str, ...]:
    """Who signs for an agency unless told otherwise (domain reference C.2)."""
    found = (title for kind, title in _HEADS.items() if agency.startswith(kind))
    return tuple(found)[:1]


def _default_recipients(record: InspectionRecord) -> tuple[str, ...]:
    drafter = record.notice.drafting_unit or "CCHC"
    return (
        f"{record.inspection.unit.name} (để thực hiện)",
        "Thành viên Đoàn kiểm tra",
        f"Lưu: VT, {drafter}",
    )


def _annex(checklist: Checklist, record: InspectionRecord) -> Iterator[AnnexPhoto]:
    """The photos, each with its caption, or else what it is of and where."""
    evaluation = Evaluation(checklist, record) if record.entries else None
    for photo in record.photos:
        unit = record.inspection.unit_of(photo.unit)
        where = unit.full_name if unit else ""
        if evaluation is not None and is_entry(photo.unit):
            where = evaluation.place_name(photo.unit)
        code = f"Tiêu chí {photo.criterion}" if photo.criterion else ""
        caption = photo.caption or ", ".join(w for w in (code, where) if w)
        yield AnnexPhoto(sha256=photo.sha256, caption=caption)
