"""The exchange file: what it carries, and every mistake in it at its place."""

import datetime as dt
import hashlib
import json
import string
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.answers import (
    Answer,
    AnswerStatus,
    AnswerValue,
    DocumentRef,
    IndexStanding,
    Initiative,
    InventoryLine,
    ItemState,
    PartCount,
)
from fieldapp.domain.checklist import Checklist
from fieldapp.domain.drafting import draft_conclusion
from fieldapp.domain.entries import Entry, Sampling, SamplingMethod
from fieldapp.domain.findings import Finding, FindingKind, Photo, Recommendation
from fieldapp.domain.ids import UnitCode
from fieldapp.domain.inspection import (
    Campaign,
    Inspection,
    InspectionMode,
    Issuer,
    Period,
    Person,
    TeamMember,
    TeamRole,
)
from fieldapp.domain.meetings import (
    Meeting,
    MeetingKind,
    ResponsePosition,
    UnitResponse,
)
from fieldapp.domain.record import (
    CriterionScores,
    InspectionRecord,
    NoticeDetails,
    SentenceEdit,
)
from fieldapp.domain.targets import Comparator
from fieldapp.domain.units import Unit, UnitKind
from fieldapp.errors import Problem, ProblemsError, UserError
from fieldapp.library import (
    Library,
    checklist_schema,
    inspection_schema,
    load_inspection,
    parse_checklist,
    write_inspection,
)
from fieldapp.library.exchange import ImportedInspection, read_inspection

SHIPPED = Path(__file__).parents[2] / "checklists"
EXAMPLE = SHIPPED / "examples" / "cairang-2024.inspection.yaml"
LIBRARY = Library((SHIPPED,))

EVERY_KIND = parse_checklist(
    """\
format: fieldapp/checklist@1
id: moi-kieu
title: "Mọi kiểu"
version: "1"
sections:
  - id: A
    title: "A"
    criteria:
      - {id: co, question: "Có?", answer: {type: yes_no}}
      - {id: dem, question: "Đếm?", answer: {type: count, unit: "hồ sơ"}}
      - {id: le, question: "Lệ?", answer: {type: ratio, numerator: a, denominator: b}}
      - id: vuot
        question: "Vượt?"
        answer: {type: ratio, numerator: a, denominator: b, at_most_denominator: false}
      - {id: diem, question: "Điểm?", answer: {type: score, max: 1.5}}
      - {id: ngay, question: "Ngày?", answer: {type: date}}
      - {id: loi, question: "Lời?", answer: {type: text}}
      - id: chon
        question: "Chọn?"
        answer: {type: choice, choices: [{id: a, label: A}, {id: b, label: B}]}
      - {id: van-ban, question: "Văn bản?", answer: {type: document}}
      - {id: anh, question: "Ảnh?", answer: {type: photo}}
      - id: chia
        question: "Chia?"
        answer: {type: breakdown, parts: [{id: a, label: A}, {id: 1e5, label: B}]}
      - id: kho
        question: "Kho?"
        answer: {type: inventory, items: [{id: may-in, label: "máy in"}]}
      - {id: mo-hinh, question: "Mô hình?", answer: {type: initiatives}}
      - {id: chi-so, question: "Chỉ số?", answer: {type: index, unit: "%"}}
      - id: cham
        question: "Chấm?"
        answer: {type: yes_no}
        points: {max: 1.5}
  - id: L
    title: "Lặp"
    repeat: {entry: "hồ sơ", label: ten}
    criteria:
      - {id: ten, question: "Tên?", answer: {type: text}}
  - id: K
    title: "Lặp nữa"
    repeat: {entry: "hồ sơ", label: ten-khac}
    criteria:
      - {id: ten-khac, question: "Tên?", answer: {type: text}}
"""
)

HEAD = """\
format: fieldapp/inspection@1
checklist: moi-kieu
campaign: {id: D1, name: "Đợt 1", year: 2025}
inspection:
  id: I1
  unit: {code: P1, name: "UBND phường Một", kind: phuong}
  sub_units: [{code: K1, name: "Khu 1", kind: khac}]
  issuer: {agency: "SỞ NỘI VỤ", symbol: TB-SNV, place: "Cần Thơ"}
"""


def lookup(checklist_id: str) -> Checklist:
    if checklist_id != EVERY_KIND.id:
        message = f"không có bộ tiêu chí “{checklist_id}”"
        raise UserError(message)
    return EVERY_KIND


def imported(text: str, folder: Path = SHIPPED) -> ImportedInspection:
    return read_inspection(text, lookup, folder)


def problems_of(text: str, folder: Path = SHIPPED) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsError) as caught:
        imported(text, folder)
    return caught.value.problems


def places(text: str, folder: Path = SHIPPED) -> list[str]:
    return [f"{p.line}:{p.column}:{p.code}" for p in problems_of(text, folder)]


def answering(answer: str) -> str:
    return f"{HEAD}answers:\n  - {{{answer}}}\n"


def assert_marked(text: str, codes: str, folder: Path = SHIPPED) -> None:
    """The problems stand exactly at the marks ¶, with `codes` in order."""
    marks = []
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        starts = [i for i, sign in enumerate(line) if sign == "¶"]
        marks += [f"{number}:{at - before + 1}" for before, at in enumerate(starts)]
    pairs = zip(marks, codes.split(), strict=True)
    expected = [f"{mark}:{code}" for mark, code in pairs]
    assert places(text.replace("¶", ""), folder) == expected


def test_the_example_gives_exactly_what_the_sources_give() -> None:
    found = load_inspection(EXAMPLE, LIBRARY.load)
    record = found.record
    assert found.inspection.id == "CR-2024"
    assert found.inspection.visited_on is None
    assert found.inspection.period.end == dt.date(2024, 4, 15)
    assert len(found.inspection.sub_units) == 7
    assert len(found.answers) == 30
    digits = record.value("so-hoa", "CR")
    assert digits is not None
    assert digits.value == "55.96"
    assert record.value("tiep-nhan-mot-cua", "CR") == AnswerValue(value="no")
    missing = record.value("so-hoa", "TT")
    assert missing == AnswerValue(status=AnswerStatus.FAIL_VALUE_MISSING)
    assert [f.id for f in found.findings] == ["f-1", "f-2", "f-3"]
    assert [r.id for r in found.recommendations] == ["r-1", "r-2", "r-3", "r-4", "r-5"]


def test_the_example_exported_and_imported_gives_the_same_draft() -> None:
    first = load_inspection(EXAMPLE, LIBRARY.load)
    text = write_inspection(first.record, first.checklist)
    again = read_inspection(text, LIBRARY.load, SHIPPED)
    assert again.record == first.record
    before = draft_conclusion(first.checklist, first.record)
    assert draft_conclusion(again.checklist, again.record) == before


def test_writing_what_was_read_changes_nothing_any_more() -> None:
    first = load_inspection(EXAMPLE, LIBRARY.load)
    text = write_inspection(first.record, first.checklist)
    again = read_inspection(text, LIBRARY.load, SHIPPED)
    assert write_inspection(again.record, again.checklist) == text


def test_the_same_content_as_json_gives_the_same_inspection() -> None:
    content = {
        "format": "fieldapp/inspection@1",
        "checklist": "moi-kieu",
        "campaign": {"id": "D1", "name": "Đợt 1", "year": 2025},
        "inspection": {
            "id": "I1",
            "unit": {"code": "P1", "name": "UBND phường Một", "kind": "phuong"},
            "sub_units": [{"code": "K1", "name": "Khu 1", "kind": "khac"}],
            "issuer": {"agency": "SỞ NỘI VỤ", "symbol": "TB-SNV", "place": "Cần Thơ"},
        },
    }
    for indent in (None, 2, "\t"):
        text = json.dumps(content, indent=indent, ensure_ascii=indent is None)
        assert imported(text).record == imported(HEAD).record


@pytest.mark.parametrize(
    ("answer", "codes"),
    [
        ("{criterion: co, unit: P1, value: ¶có}", "EX14"),
        ("¶{criterion: co, unit: P1, ¶valu: no}", "EX07 SC02"),
        ("{criterion: ¶khong, unit: P1, value: no}", "EX03"),
        ("{criterion: co, unit: ¶P9, value: no}", "EX04"),
        ("¶{criterion: co, unit: P1}", "EX07"),
        ("{criterion: co, unit: P1, status: unknown, ¶value: no}", "EX06"),
        ("{criterion: co, unit: P1, status: ¶biet}", "SC06"),
        ("{criterion: co, unit: P1, ¶num: 1, ¶den: 2}", "EX08 EX08"),
        ("{criterion: dem, unit: P1, value: ¶'12,5'}", "EX09"),
        ("{criterion: dem, unit: P1, value: ¶12.5}", "EX09"),
        ("{criterion: dem, unit: P1, value: ¶-1}", "EX16"),
        ("{criterion: le, unit: P1, value: ¶'12,5'}", "EX09"),
        ("{criterion: le, unit: P1, value: ¶12.5%}", "EX09"),
        ("{criterion: le, unit: P1, value: ¶1e1}", "EX09"),
        ("{criterion: le, unit: P1, value: ¶nan}", "EX09"),
        ("{criterion: le, unit: P1, value: ¶100.01}", "EX12"),
        ("{criterion: le, unit: P1, value: ¶-1}", "EX16"),
        ("¶{criterion: le, unit: P1, num: 1}", "EX07"),
        ("{criterion: le, unit: P1, num: 0, den: ¶0}", "EX10"),
        ("{criterion: le, unit: P1, num: ¶3, den: 2}", "EX11"),
        ("{criterion: le, unit: P1, num: ¶-3, den: 2}", "EX16"),
        ("{criterion: le, unit: P1, num: ¶1.5, den: 2}", "SC04"),
        ("{criterion: le, unit: P1, num: 1, den: 2, ¶value: 50}", "EX08"),
        ("{criterion: le, unit: P1, num: 1, den: 2, reported: ¶50%}", "EX09"),
        ("{criterion: diem, unit: P1, value: ¶1.6}", "EX16"),
        ("{criterion: ngay, unit: P1, value: ¶2025-02-30}", "EX15"),
        ("{criterion: ngay, unit: P1, value: ¶5/2/2025}", "EX15"),
        ("{criterion: chon, unit: P1, value: ¶c}", "EX13"),
        ("{criterion: loi, unit: P1, ¶document: {number: '1'}}", "EX08"),
        ("{criterion: co, unit: P1, value: no, saved_at: ¶hôm qua}", "SC05"),
        ("¶{criterion: le, unit: P1, ¶comparator: '>'}", "EX07 EX31"),
        ("{criterion: le, unit: P1, ¶comparator: '>', num: 1, den: 2}", "EX31"),
        ("{criterion: loi, unit: P1, value: x, ¶comparator: '>'}", "EX31"),
        ("{criterion: co, unit: P1, status: unknown, ¶comparator: '>'}", "EX31"),
        ("{criterion: le, unit: P1, value: 9, comparator: ¶trên}", "SC06"),
        ("{criterion: dem, unit: P1, change: ¶tăng}", "EX09"),
        ("{criterion: dem, unit: P1, change: ¶'1,5'}", "EX09"),
        ("{criterion: co, unit: P1, ¶change: 4}", "EX08"),
        ("{criterion: chia, unit: P1, value: ¶1.5}", "EX09"),
        ("{criterion: chia, unit: P1, value: 9, parts: {¶b: 1}}", "EX32"),
        ("{criterion: chia, unit: P1, value: 9, parts: {a: ¶-1}}", "EX16"),
        ("{criterion: chia, unit: P1, value: 9, parts: {a: ¶1.5}}", "SC04"),
        ("{criterion: chia, unit: P1, ¶num: 1, ¶den: 2}", "EX08 EX08"),
        ("{criterion: kho, unit: P1, ¶value: 9}", "EX08"),
        ("{criterion: kho, unit: P1, items: [{item: may-in, count: ¶-1}]}", "SC09"),
        ("{criterion: kho, unit: P1, items: [{item: x, state: ¶moi}]}", "SC06"),
        ("{criterion: kho, unit: P1, items: [¶{count: 1}]}", "SC01"),
        ("{criterion: mo-hinh, unit: P1, initiatives: [{name: ¶''}]}", "SC08"),
        ("{criterion: mo-hinh, unit: P1, value: ¶nhiều}", "EX09"),
        ("{criterion: chi-so, unit: P1, ¶index: {}}", "EX07"),
        ("{criterion: chi-so, unit: P1, index: {rank: ¶9, rank_of: 8}}", "EX16"),
        ("{criterion: chi-so, unit: P1, index: {rank_change: ¶+2}}", "SC04"),
        ("{criterion: chi-so, unit: P1, index: {year: ¶20}}", "SC09"),
    ],
)
def test_each_mistake_of_an_answer_has_its_place(answer: str, codes: str) -> None:
    assert_marked(f"{HEAD}answers:\n  - {answer}\n", codes)


@pytest.mark.parametrize(
    "answer",
    [
        "criterion: dem, unit: P1, value: 0",
        "criterion: le, unit: P1, value: 1.234",
        "criterion: le, unit: P1, value: 100",
        "criterion: le, unit: P1, num: 0, den: 1",
        "criterion: vuot, unit: P1, num: 3, den: 2",
        "criterion: vuot, unit: P1, value: 150",
        "criterion: diem, unit: P1, value: 1.5",
        "criterion: loi, unit: K1, value: no",
        "criterion: van-ban, unit: P1, document: {number: 12/KH-UBND}",
        "criterion: anh, unit: P1",
        "criterion: co, unit: P1, status: not_applicable, note: chưa có",
        "criterion: le, unit: P1, value: 99, comparator: '>'",
        "criterion: dem, unit: P1, change: -40, change_from: cùng kỳ",
        "criterion: dem, unit: P1, change: '+40'",
        "criterion: chia, unit: P1, value: 9, parts: {a: 0}",
        "criterion: kho, unit: P1, items: [{item: máy khác}]",
        "criterion: mo-hinh, unit: P1, value: 3",
        "criterion: mo-hinh, unit: P1, initiatives: [{name: 6 trong 1}]",
        "criterion: chi-so, unit: P1, change: 1.04, index: {rank_change: -2}",
    ],
)
def test_answers_that_fit_are_taken(answer: str) -> None:
    assert len(imported(answering(answer)).answers) == 1


def test_digits_are_kept_as_given() -> None:
    found = imported(answering("criterion: le, unit: P1, value: 34.80"))
    assert found.answers[0].body.value == "34.80"


def test_one_misspelt_key_does_not_hide_the_other_mistakes() -> None:
    text = HEAD.replace("  issuer:", "  ¶visited: x\n  issuer:") + (
        "answers:\n"
        "  - {criterion: co, unit: P1, value: no}\n"
        "  - {criterion: le, unit: P1, num: ¶x, den: 2}\n"
        "  - ¶{criterion: co, unit: P1, value: yes}\n"
        "  - {criterion: le, unit: K1, num: 1, den: ¶0}\n"
        "¶photo: []\n"
    )
    assert_marked(text, "SC02 SC04 EX05 EX10 SC02")


def test_a_likely_criterion_and_unit_are_named() -> None:
    problems = problems_of(answering("criterion: van-bann, unit: P1, value: x"))
    assert "có phải là “van-ban”?" in problems[0].message


def test_an_unknown_checklist_is_told_and_the_rest_too() -> None:
    text = HEAD.replace("moi-kieu", "¶la")
    assert_marked(text + "findings: [{kind: cause, text: ¶''}]\n", "EX02 SC08")


def test_another_version_of_the_format_is_told_alone() -> None:
    assert places(HEAD.replace("@1", "@2")) == ["1:9:EX01"]
    assert places("format: fieldapp/checklist@1\nid: x\n") == ["1:9:EX01"]


def test_each_mistake_of_the_header_has_its_place() -> None:
    text = HEAD.replace("code: K1", "code: ¶P1").replace(
        "  issuer",
        "  sub_units_visited: [P1, ¶X]\n"
        "  period: {from: 2025-03-01, to: ¶2025-02-01}\n"
        "  issuer",
    )
    assert_marked(text, "EX19 EX04 EX21")


def test_findings_and_photos_speak_of_known_units_and_criteria() -> None:
    text = HEAD + (
        "findings:\n"
        "  - {id: x, kind: cause, text: a, units: [P1, ¶Q], criterion: ¶khong}\n"
        "  - {id: ¶x, kind: cause, text: b}\n"
        "photos:\n"
        "  - {file: ¶khong-co.jpg, criterion: ¶khong, unit: ¶Q}\n"
    )
    assert_marked(text, "EX04 EX03 EX20 EX17 EX03 EX04")


def test_a_photo_lies_beside_the_file_and_is_what_it_was(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    file = tmp_path / "photos" / "a.jpg"
    file.write_bytes(b"picture")
    right = hashlib.sha256(file.read_bytes()).hexdigest()
    line = "photos:\n  - {{file: photos/a.jpg, sha256: {sha}, caption: Hay}}\n"
    (photo,) = imported(HEAD + line.format(sha=right), tmp_path).photos
    assert (photo.path, photo.id, photo.caption) == (file, "p-1", "Hay")
    wrong = line.format(sha="¶" + "0" * 64)
    assert_marked(HEAD + wrong, "EX18", tmp_path)


@pytest.mark.parametrize("name", ["../ngoai.jpg", "/etc/hostname", "."])
def test_a_photo_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "ngoai.jpg").write_bytes(b"x")
    inside = tmp_path / "trong"
    inside.mkdir()
    assert_marked(f"{HEAD}photos: [{{file: ¶{name}}}]\n", "EX17", inside)


def test_ids_are_kept_and_the_missing_ones_given_by_place() -> None:
    text = HEAD + (
        "findings:\n"
        "  - {id: f-2, kind: cause, text: a}\n"
        "  - {kind: cause, text: b}\n"
        "  - {kind: cause, text: c}\n"
    )
    assert [f.id for f in imported(text).findings] == ["f-2", "f-3", "f-4"]


def test_entries_stand_once_in_repeating_sections_of_known_units() -> None:
    text = HEAD + (
        "entries:\n"
        "  - {id: e1, section: L, unit: P1}\n"
        "  - {id: ¶e1, section: L, unit: P1}\n"
        "  - {id: e1, section: L, unit: ¶Q}\n"
        "  - {id: e2, section: ¶Z, unit: P1}\n"
        "  - {id: e3, section: ¶A, unit: P1}\n"
        "samplings:\n"
        "  - {section: L, unit: P1, population: 9, sample_size: 9}\n"
        "  - ¶{section: L, unit: P1}\n"
        "  - {section: ¶A, unit: ¶Q, population: 9, sample_size: ¶10}\n"
    )
    assert_marked(text, "EX20 EX04 EX24 EX25 EX26 EX25 EX04 EX16")


def test_a_criterion_of_a_repeating_section_is_answered_at_its_entries() -> None:
    text = HEAD + (
        "entries:\n"
        "  - {id: e1, section: L, unit: P1}\n"
        "  - {id: e1, section: K, unit: K1}\n"
        "answers:\n"
        "  - {criterion: ten, unit: P1#e1, value: x}\n"
        "  - {criterion: ten, unit: ¶P1, value: x}\n"
        "  - {criterion: ten, unit: ¶K1#e1, value: x}\n"
        "  - {criterion: ten, unit: ¶P1#e9, value: x}\n"
        "  - {criterion: co, unit: ¶P1#e1, value: yes}\n"
        "loose_notes:\n"
        "  - {criterion: ten-khac, unit: ¶K1, text: x}\n"
    )
    assert_marked(text, "EX28 EX28 EX04 EX28 EX28")


def test_points_that_people_gave_keep_to_what_can_be_earned() -> None:
    text = HEAD + (
        "scores:\n"
        "  - {criterion: cham, unit: P1, self_score: 1.5, appraised_score: 0}\n"
        "  - ¶{criterion: cham, unit: P1, self_score: ¶1.75}\n"
        "  - {criterion: cham, unit: K1, self_score: ¶nhiều, appraised_score: ¶-1}\n"
        "  - {criterion: ¶khong, unit: P1, self_score: 1}\n"
        "  - ¶{criterion: co, unit: ¶Q, self_score: 1}\n"
    )
    assert_marked(text, "EX26 EX16 EX09 EX16 EX03 EX29 EX04")


def test_meetings_and_responses_speak_of_known_units() -> None:
    text = HEAD + (
        "meetings:\n"
        "  - {id: m, kind: review, title: Họp, units: [P1, ¶Q]}\n"
        "  - {id: ¶m, kind: review, title: Họp}\n"
        "responses:\n"
        "  - {id: u, who: Lãnh đạo, units: [¶Q]}\n"
        "  - {id: ¶u, who: Lãnh đạo}\n"
    )
    assert_marked(text, "EX04 EX20 EX04 EX20")


def test_a_units_code_has_no_sign_of_an_entry() -> None:
    text = HEAD.replace("code: K1", "code: ¶K#1").replace("code: P1", "code: ¶P/1")
    assert_marked(text, "EX27 EX27")


words = st.text(
    alphabet=string.ascii_letters + string.digits + " .,:;#{}[]&*!|>'\"%@`-?~\\\n\t"
    "ăâđêôơưĐỨỸạảấầẫậ“”…\u2028\x85🙂",
    max_size=40,
)
labels = words.map(str.strip).filter(bool)
identifiers = st.one_of(
    st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,12}", fullmatch=True),
    st.sampled_from(["null", "no", "Yes", "1e5", "007", "true", "0x1F"]),
)
days = st.dates(min_value=dt.date(1, 1, 1))
moments = st.datetimes(timezones=st.just(dt.UTC))
shas = st.binary(max_size=4).map(lambda data: hashlib.sha256(data).hexdigest())
counts = st.integers(0, 10**9)
figures = st.decimals(0, 100, places=2).map(lambda figure: format(figure, "f"))

GIVEN = {
    "co": st.sampled_from(["yes", "no"]).map(lambda v: AnswerValue(value=v)),
    "dem": st.integers(0, 10**9).map(lambda n: AnswerValue(value=str(n))),
    "le": st.one_of(
        st.builds(
            lambda den, share: AnswerValue(num=den * share // 100, den=den),
            st.integers(1, 10**6),
            st.integers(0, 100),
        ),
        st.builds(AnswerValue, value=figures, reported=st.none() | figures),
    ),
    "vuot": st.builds(AnswerValue, num=st.integers(0, 99), den=st.integers(1, 9)),
    "diem": st.decimals(0, Decimal("1.5"), places=1).map(
        lambda v: AnswerValue(value=format(v, "f"))
    ),
    "ngay": days.map(lambda day: AnswerValue(value=day.isoformat())),
    "loi": words.map(lambda text: AnswerValue(value=text)),
    "chon": st.sampled_from(["a", "b"]).map(lambda v: AnswerValue(value=v)),
    "van-ban": st.builds(
        lambda number, day: AnswerValue(
            document=DocumentRef(number=number, issued_on=day)
        ),
        words,
        st.none() | days,
    ),
    "anh": st.just(AnswerValue()),
    "chia": st.builds(
        AnswerValue,
        value=counts.map(str),
        comparator=st.none() | st.sampled_from(list(Comparator)),
        parts=st.lists(
            st.builds(PartCount, part=st.sampled_from(["a", "1e5"]), count=counts),
            unique_by=lambda part: part.part,
            max_size=2,
        ).map(tuple),
    ),
    "kho": st.lists(
        st.builds(
            InventoryLine,
            item=labels,
            count=st.none() | counts,
            state=st.none() | st.sampled_from(list(ItemState)),
            where=words,
        ),
        min_size=1,
        max_size=2,
    ).map(lambda lines: AnswerValue(items=tuple(lines))),
    "mo-hinh": st.lists(
        st.builds(Initiative, name=labels, scope=words, result=words, where=words),
        min_size=1,
        max_size=2,
    ).map(lambda named: AnswerValue(initiatives=tuple(named))),
    "chi-so": st.builds(
        AnswerValue,
        value=st.none() | figures,
        change=st.sampled_from(["1.04", "-3.50", "+2", "0"]),
        change_from=words,
        index=st.none()
        | st.builds(
            IndexStanding,
            rank_change=st.none() | st.integers(-9, 9),
            band=words,
            rank_text=words,
        ),
    ),
}
NOT_GIVEN = st.sampled_from(
    [AnswerValue(status=s) for s in AnswerStatus if s is not AnswerStatus.GIVEN]
)


@st.composite
def records(draw: st.DrawFn) -> InspectionRecord:
    codes = draw(st.lists(identifiers, min_size=1, max_size=4, unique=True))
    units = [
        Unit(
            code=UnitCode(code),
            name=draw(labels),
            kind=draw(st.sampled_from(list(UnitKind))),
        )
        for code in codes
    ]
    inspection = Inspection(
        id=draw(identifiers),
        checklist="moi-kieu",
        checklist_sha256=draw(st.just("") | shas),
        campaign=Campaign(
            id=draw(identifiers), name=draw(labels), year=draw(st.integers(2000, 2100))
        ),
        mode=draw(st.sampled_from(list(InspectionMode))),
        unit=units[0],
        unit_head=draw(st.none() | st.builds(Person, name=labels, position=words)),
        sub_units=tuple(units[1:]),
        sub_units_visited=tuple(draw(st.lists(st.sampled_from(codes), max_size=2))),
        period=draw(
            st.one_of(
                st.builds(Period, start=days, text=words),
                st.builds(Period, end=days),
                st.just(Period()),
            )
        ),
        visited_on=draw(st.none() | days),
        issuer=draw(
            st.builds(Issuer, parent=words, agency=labels, symbol=labels, place=labels)
        ),
        team=tuple(
            draw(
                st.lists(
                    st.builds(
                        TeamMember, role=st.sampled_from(list(TeamRole)), name=labels
                    ),
                    max_size=2,
                )
            )
        ),
        legal_basis=tuple(draw(st.lists(labels, max_size=2))),
    )
    pairs = draw(
        st.lists(
            st.tuples(st.sampled_from(sorted(GIVEN)), st.sampled_from(codes)),
            unique=True,
            max_size=8,
        )
    )
    answers = tuple(
        Answer(
            criterion=criterion,
            unit=unit,
            body=draw(st.one_of(GIVEN[criterion], NOT_GIVEN)),
            note=draw(words),
            saved_at=draw(st.none() | moments),
            author=draw(st.just("") | labels),
        )
        for criterion, unit in pairs
    )
    ids = st.lists(identifiers, unique=True, max_size=3)
    some_units = st.lists(st.sampled_from(codes), max_size=2).map(tuple)
    entries = tuple(
        Entry(id=i, section="L", unit=draw(st.sampled_from(codes))) for i in draw(ids)
    )
    answers += tuple(
        Answer(criterion="ten", unit=e.code, body=AnswerValue(value=draw(labels)))
        for e in entries
    )
    return InspectionRecord(
        entries=entries,
        samplings=tuple(
            draw(
                st.builds(
                    Sampling,
                    section=st.just("L"),
                    unit=st.just(code),
                    method=st.sampled_from(list(SamplingMethod)),
                    population=st.none() | counts,
                    seed=words,
                    chosen_on=st.none() | days,
                    chosen_by=words,
                )
            )
            for code in codes[:1]
        ),
        scores=tuple(
            draw(
                st.builds(
                    CriterionScores,
                    criterion=st.just("cham"),
                    unit=st.just(code),
                    self_score=st.none() | st.sampled_from(["0", "1.50"]),
                    reason=words,
                )
            )
            for code in codes[:1]
        ),
        meetings=tuple(
            draw(
                st.builds(
                    Meeting,
                    id=st.just(i),
                    kind=st.sampled_from(list(MeetingKind)),
                    title=labels,
                    held_on=st.none() | days,
                    online=st.booleans(),
                    chairs=st.lists(
                        st.builds(Person, name=labels, position=words), max_size=2
                    ).map(tuple),
                    units=some_units,
                )
            )
            for i in draw(ids)
        ),
        responses=tuple(
            draw(
                st.builds(
                    UnitResponse,
                    id=st.just(i),
                    who=labels,
                    position=st.sampled_from(list(ResponsePosition)),
                    text=words,
                    remedy=words,
                    remedy_by=st.none() | days,
                    units=some_units,
                )
            )
            for i in draw(ids)
        ),
        inspection=inspection,
        answers=answers,
        findings=tuple(
            Finding(
                id=i,
                kind=draw(st.sampled_from(list(FindingKind))),
                text=draw(labels),
                scope=draw(words),
                units=draw(some_units),
                criterion=draw(st.just("") | st.sampled_from(sorted(GIVEN))),
            )
            for i in draw(ids)
        ),
        recommendations=tuple(
            Recommendation(
                id=i,
                to=draw(labels),
                text=draw(labels),
                deadline=draw(st.none() | days),
            )
            for i in draw(ids)
        ),
        edits=tuple(
            draw(
                st.lists(
                    st.builds(SentenceEdit, key=labels, text=words, derived=words),
                    max_size=2,
                )
            )
        ),
        notice=draw(
            st.builds(
                NoticeDetails,
                number=words,
                issued_on=st.none() | days,
                signer_name=words,
                report_before=st.none() | days,
                recipients=st.lists(words, max_size=2).map(tuple),
            )
        ),
    )


@given(records())
def test_a_record_written_and_read_is_the_same(record: InspectionRecord) -> None:
    text = write_inspection(record, EVERY_KIND)
    assert imported(text).record == record


def test_photos_are_named_by_content_and_come_back(tmp_path: Path) -> None:
    data = b"one picture"
    sha256 = hashlib.sha256(data).hexdigest()
    photo = Photo(
        id="p-7",
        sha256=sha256,
        media_type="image/jpeg",
        size_bytes=len(data),
        width_px=1,
        height_px=1,
        criterion="co",
        unit="P1",
        caption="Quầy số 1: “mới”",
        taken_at=dt.datetime(2025, 2, 5, 1, 30, tzinfo=dt.UTC),
        file_name="IMG 1.jpg",
    )
    record = imported(HEAD).record.model_copy(update={"photos": (photo,)})
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / f"{sha256}.jpg").write_bytes(data)
    (back,) = imported(write_inspection(record, EVERY_KIND), tmp_path).photos
    told = (back.id, back.sha256, back.criterion, back.unit, back.caption)
    assert told == ("p-7", sha256, "co", "P1", photo.caption)
    assert (back.taken_at, back.file_name) == (photo.taken_at, "IMG 1.jpg")


def test_the_schemas_name_every_key_and_refuse_others() -> None:
    schema = inspection_schema()
    assert schema["additionalProperties"] is False
    assert {"format", "checklist", "campaign", "inspection"} <= set(schema["required"])
    assert {"from", "to"} <= set(schema["$defs"]["PeriodPart"]["properties"])
    assert "sections" in checklist_schema()["required"]
    json.dumps([schema, checklist_schema()])
