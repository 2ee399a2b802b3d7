"""The four checklists hold what their source tables ask: no more points, no less."""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.points import PointsRule
from fieldapp.domain.sentences import parse_template
from fieldapp.domain.wording import basis_in_force
from fieldapp.library import load_checklist

SHIPPED = Path(__file__).parents[1] / "checklists"

# Criterion, kind in the source's letters, points: the columns of the source tables.
ASKED = {
    "cchc-xa": """
        A01 D 1.5, A02 R 2, A03 R 1, A04 YN 0.5, A05 R 1, A06 R 1.5, A07 YN 0.5,
        A08 N 1, A09 YN 1, A10 N 1, A11 R 1, B01 YN 1, B02 R 2, B03 YN 1.5,
        B04 R 1.5, B05 YN 1, B06 YN 1, C01 R 2, C02 R 1.5, C03 YN 1, C04 R 2,
        C05 R 4, C06 N 2, C07 R 1.5, C08 R 1.5, C09 R 1, C10 N 1.5, C11 N 1,
        C12 YN 1, C13 S 1.5, C14 YN 1, C15 R 1, C16 N 0.5, D01 R 2, D02 R 1.5,
        D03 YN 1, D04 YN 1.5, D05 YN 1, D06 R 1, E01 R 2, E02 R 1, E03 R 1,
        E04 YN 1, E05 N 1.5, E06 R 2, E07 R 1, E08 N 1, E09 YN 0.5, E10 YN 1,
        F01 YN 2, F02 R 2, F03 YN 1, F04 YN 1.5, F05 R 1.5, G01 R 1.5, G02 R 3,
        G03 R 1.5, G04 R 3, G05 R 1.5, G06 R 3, G07 R 1, G08 R 1.5, G09 R 1,
        G10 R 0.5, G11 YN 0.5, H01 N 1, H02 R 4, H03 N 1.5, H04 R 1.5, H05 S 2""",
    "mot-cua-tthc": """
        M01 YN 4, M02 PH 2, M03 R 3, M04 C 3, M05 R 5, M06 YN 2, M07 R 4, M08 YN 2,
        M09 YN 2, M10 YN 3, M11 N 3, M12 N 6, M13 N 5, M14 YN 3, M15 YN 3,
        S01 T 0, S02 D 4, S03 YN 5, S04 YN 4, S05 C 7, S06 YN 5, S07 YN 6, S08 YN 4,
        S09 N 4, S10 YN 2, S11 YN 5, S12 YN 2, S13 YN 2, S14 PH 0""",
    "cong-vu-dot-xuat": """
        K01 D 0, K02 T 0, K03 DOC 0, K04 N 20, K05 T 0, K06 N 8, K07 N 10, K08 N 3,
        K09 R 7, K10 R 5, K11 C 8, K12 YN 6, K13 YN 6, K14 YN 4, K15 S 4, K16 N 5,
        K17 N 8, K18 N 6, K19 T 0, K20 C 0""",
    "van-thu-luu-tru": """
        V01 YN 5, V02 YN 6, V03 R 8, V04 YN 5, V05 R 4, V06 R 4, V07 R 8, V08 R 7,
        V09 YN 5, V10 YN 3, L01 YN 4, L02 N 8, L03 N 6, L04 R 7, L05 YN 6, L06 R 4,
        L07 YN 4, L08 YN 3, L09 YN 3""",
}
BESIDE = {
    "cchc-xa": "I01 I02 I03 I04",
    "mot-cua-tthc": """M07-kiem-ke S01-thu-tuc S01-kenh S01-tinh-trang S02-tiep-nhan
        S02-hen-tra S02-co-ket-qua S02-tra S07-so-ngay S09-phieu""",
    "cong-vu-dot-xuat": "K01-gio K20-ly-do",
    "van-thu-luu-tru": "",
}
"""What is asked beside the criteria of the source: figures without points."""

SECTIONS = {
    "cchc-xa": {"A": 12, "B": 8, "C": 24, "D": 8, "E": 12, "F": 8, "G": 18, "H": 10},
    "mot-cua-tthc": {"M": 50, "S": 50},
    "cong-vu-dot-xuat": {"K": 100},
    "van-thu-luu-tru": {"V": 55, "L": 45},
}
COUNTS = {
    "cchc-xa": 70,
    "mot-cua-tthc": 15 + 14,
    "cong-vu-dot-xuat": 20,
    "van-thu-luu-tru": 19,
}
KINDS = {
    "YN": AnswerKind.YES_NO,
    "N": AnswerKind.COUNT,
    "R": AnswerKind.RATIO,
    "S": AnswerKind.SCORE,
    "D": AnswerKind.DATE,
    "T": AnswerKind.TEXT,
    "C": AnswerKind.CHOICE,
    "DOC": AnswerKind.DOCUMENT,
    "PH": AnswerKind.PHOTO,
}
OTHER_KINDS = {
    **dict.fromkeys(("E05", "M11", "M12", "K04"), AnswerKind.BREAKDOWN),
    "S02": AnswerKind.YES_NO,
}
"""A count that the source splits into parts, and four dates asked for one by one."""


@pytest.fixture(scope="module", params=sorted(ASKED))
def checklist(request: pytest.FixtureRequest) -> Checklist:
    return load_checklist(SHIPPED / f"{request.param}.yaml")


def asked(checklist_id: str) -> dict[str, tuple[str, Decimal]]:
    rows = (row.split() for row in ASKED[checklist_id].split(","))
    return {name: (kind, Decimal(points)) for name, kind, points in rows}


def sentences(criterion: Criterion) -> Iterator[str]:
    yield criterion.achievement
    yield criterion.achievement_aggregate
    yield criterion.shortcoming
    yield criterion.shortcoming_aggregate
    yield criterion.zero
    yield criterion.recommendation


def scored(checklist: Checklist) -> list[Criterion]:
    return [c for c in checklist.criteria() if c.points and c.points.max]


def test_a_set_asks_what_its_table_asks_in_that_order(checklist: Checklist) -> None:
    beside = set(BESIDE[checklist.id].split())
    found = [c.id for c in checklist.criteria() if c.id not in beside]
    assert found == list(asked(checklist.id))
    assert len(found) == COUNTS[checklist.id]
    assert beside <= {c.id for c in checklist.criteria()}


def test_every_criterion_has_its_points(checklist: Checklist) -> None:
    found = {c.id: c.points.max for c in scored(checklist) if c.points}
    wanted = {name: points for name, (_, points) in asked(checklist.id).items()}
    assert found == {name: points for name, points in wanted.items() if points}


def test_the_points_are_100_in_each_set(checklist: Checklist) -> None:
    sums = {s.id: s.max_points for s in checklist.sections if s.max_points}
    assert sums == SECTIONS[checklist.id]
    assert sum(sums.values()) == checklist.total_points == 100
    assert checklist.points_step == Decimal("0.25")


def test_answers_are_of_the_kind_the_table_gives(checklist: Checklist) -> None:
    for name, (letters, _) in asked(checklist.id).items():
        criterion = checklist.criterion(name)
        assert criterion is not None
        assert criterion.answer.type is OTHER_KINDS.get(name, KINDS[letters]), name


def test_whatever_earns_points_is_told_either_way(checklist: Checklist) -> None:
    for criterion in scored(checklist):
        assert criterion.achievement, criterion.id
        assert criterion.shortcoming, criterion.id
        assert criterion.recommendation, criterion.id
        assert criterion.legal_basis, criterion.id
        assert criterion.evidence.required, criterion.id
        assert criterion.evidence.description, criterion.id


def test_what_earns_no_points_of_the_table_earns_none(checklist: Checklist) -> None:
    for name in BESIDE[checklist.id].split():
        criterion = checklist.criterion(name)
        assert criterion is not None
        assert criterion.points is not None
        assert criterion.points.rule is PointsRule.NONE, name


def test_every_question_has_its_words_in_english(checklist: Checklist) -> None:
    assert checklist.en
    for section in checklist.sections:
        assert section.en
    for criterion in checklist.criteria():
        assert criterion.short, criterion.id
        assert len(criterion.short) <= 60, criterion.id
        assert criterion.en.question.endswith("?"), criterion.id
        assert criterion.en.short, criterion.id


def test_figures_that_change_by_year_stand_in_the_table_alone(
    checklist: Checklist,
) -> None:
    for criterion in checklist.criteria():
        target, rows = criterion.target, checklist.target_rows(criterion.id)
        inline = target is not None and (
            target.value is not None or target.by_date or target.answer
        )
        assert target is None or not target.by_year, criterion.id
        assert bool(rows) == (target is not None and not inline), criterion.id
        if rows:
            everywhere = {r.year for r in rows if not r.province and not r.unit_kind}
            assert {2025, 2026} <= everywhere, criterion.id


def test_no_figure_of_the_table_passes_for_verified(checklist: Checklist) -> None:
    verified = {(r.criterion, r.year) for r in checklist.targets if r.verified}
    known = {("G02", 2024), ("G04", 2024), ("G06", 2024)}
    assert verified == (known if checklist.id == "cchc-xa" else set())
    for row in checklist.targets:
        assert row.basis, row.place
        assert not row.verified or row.province == "Thành phố Cần Thơ", row.place


def test_a_year_without_a_row_leaves_every_sentence_standing(
    checklist: Checklist,
) -> None:
    known = {"year": "2035", "value": "7", "pct": "7%", "num": "7", "den": "10"}
    for criterion in checklist.criteria():
        if checklist.target_rows(criterion.id):
            for sentence in (criterion.shortcoming, criterion.recommendation):
                text = parse_template(sentence).render(known)
                assert text is not None, criterion.id
                assert not re.search(r" [.,)]|\(\)", text), text


def test_deductions_are_defaults_and_marked_so(checklist: Checklist) -> None:
    for criterion in scored(checklist):
        points = criterion.points
        if points and points.rule is PointsRule.DEDUCT:
            assert not criterion.verified, criterion.id
            assert points.per_violation
            assert points.per_violation % Decimal("0.25") == 0
            assert points.per_violation <= points.max


DAY_BEFORE, DAY_OF = dt.date(2025, 6, 30), dt.date(2025, 7, 1)


def test_decree_118_is_cited_from_its_first_day_on(checklist: Checklist) -> None:
    for criterion in checklist.criteria():
        refs = [basis.ref for basis in criterion.legal_basis]
        if refs[:1] == ["118/2025/NĐ-CP"]:
            before = basis_in_force(criterion, DAY_BEFORE)
            after = basis_in_force(criterion, DAY_OF)
            assert before is not None, criterion.id
            assert after is not None
            assert before.ref == "61/2018/NĐ-CP", criterion.id
            assert after.ref == "118/2025/NĐ-CP", criterion.id


def test_no_text_made_under_decree_118_is_cited_before_it(
    checklist: Checklist,
) -> None:
    later = {"118/2025/NĐ-CP", "367/2025/NĐ-CP", "03/2025/TT-VPCP", "33/2024/QH15"}
    for criterion in checklist.criteria():
        for basis in criterion.legal_basis:
            if basis.ref in later:
                assert not basis.in_force_on(DAY_BEFORE), criterion.id
                assert basis.in_force_on(DAY_OF), criterion.id


ALLOWED = {"02", "100"}
"""Chính quyền địa phương 02 cấp; 100% TTHC thuộc danh mục."""


def test_no_sentence_brings_a_number_of_its_own(checklist: Checklist) -> None:
    for criterion in checklist.criteria():
        source = [criterion.question, criterion.help, str(criterion.answer.max)]
        source += [f"{basis.ref} {basis.cite}" for basis in criterion.legal_basis]
        known = set(re.findall(r"\d+", " ".join(source))) | ALLOWED
        if criterion.id == "S09":  # its target is 1, written as people write it
            known.add("01")
        for sentence in sentences(criterion):
            bare = re.sub(r"\{[^}]*\}", "", sentence)
            assert set(re.findall(r"\d+", bare)) <= known, (criterion.id, sentence)


@pytest.mark.parametrize("name", sorted(ASKED))
def test_a_checklist_writes_counts_as_offices_do(name: str) -> None:
    assert load_checklist(SHIPPED / f"{name}.yaml").leading_zero


@pytest.fixture(scope="module")
def one_stop() -> Checklist:
    return load_checklist(SHIPPED / "mot-cua-tthc.yaml")


def test_dossiers_are_told_one_by_one_and_together(one_stop: Checklist) -> None:
    section = one_stop.section("S")
    assert section is not None
    assert section.repeat is not None
    assert (section.repeat.label, section.repeat.fewest) == ("S01", 10)
    assert section.repeat.sampled
    known = {"ref": "H1", "fail_count": "3", "pass_count": "7", "total": "10"}
    for criterion in section.criteria:
        if not criterion.shortcoming:
            continue
        alone = parse_template(criterion.shortcoming).render(known)
        together = parse_template(criterion.shortcoming_aggregate)
        failing = together.render(known | {"fail_list": "H1, H4, H9"})
        passing = parse_template(criterion.achievement_aggregate).render(known)
        assert alone is not None
        assert alone.startswith("Hồ sơ H1 "), criterion.id
        assert failing is not None
        assert failing.startswith("3/10 hồ sơ "), criterion.id
        assert failing.endswith(": H1, H4, H9."), criterion.id
        assert passing is not None
        assert passing.startswith("7/10 hồ sơ "), criterion.id


@pytest.mark.parametrize(
    ("name", "criterion_id", "values", "sentence"),
    [
        ("mot-cua-tthc", "M04", {}, "Công chức tại quầy chưa có mặt đúng giờ."),
        ("mot-cua-tthc", "M04", {"value": "vắng mặt"}, "Công chức tại quầy vắng mặt."),
        (
            "mot-cua-tthc",
            "S05",
            {"ref": "H1", "value": "thừa"},
            "Hồ sơ H1 có thành phần hồ sơ thừa so với quy định.",
        ),
        (
            "mot-cua-tthc",
            "S07",
            {"ref": "H1", "answer.S07-so-ngay": "3"},
            "Hồ sơ H1 trả kết quả trễ 3 ngày.",
        ),
        ("mot-cua-tthc", "S07", {}, "Hồ sơ trả kết quả trễ hạn."),
        ("cong-vu-dot-xuat", "K09", {}, "Còn có người chưa đeo thẻ."),
        (
            "cong-vu-dot-xuat",
            "K09",
            {"gap": "2", "den": "15"},
            "2/15 người chưa đeo thẻ.",
        ),
        (
            "van-thu-luu-tru",
            "V03",
            {"gap": "4", "den": "20", "note": "thiếu căn cứ"},
            "4/20 văn bản sai thể thức: thiếu căn cứ.",
        ),
        ("van-thu-luu-tru", "L03", {}, "Còn tài liệu tích đống chưa chỉnh lý."),
        ("van-thu-luu-tru", "L06", {}, "Số hóa tài liệu lưu trữ chưa đạt kế hoạch."),
    ],
)
def test_shortcomings_read_well_with_and_without_figures(
    name: str, criterion_id: str, values: dict[str, str], sentence: str
) -> None:
    criterion = load_checklist(SHIPPED / f"{name}.yaml").criterion(criterion_id)
    assert criterion is not None
    assert parse_template(criterion.shortcoming).render(values) == sentence


def test_the_data_beside_the_main_checklist_is_there() -> None:
    main = load_checklist(SHIPPED / "cchc-xa.yaml")
    section = main.section("I")
    assert section is not None
    kinds = [c.answer.type for c in section.criteria]
    assert kinds == [
        AnswerKind.INITIATIVES,
        AnswerKind.INVENTORY,
        AnswerKind.INDEX,
        AnswerKind.INDEX,
    ]
    assert [item.label for item in section.criteria[1].answer.items] == [
        "máy vi tính",
        "máy in",
        "máy scan",
        "máy photocopy",
        "máy lấy số",
        "máy nước nóng lạnh",
    ]
