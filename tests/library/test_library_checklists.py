"""Rules of the checklist language: each mistake with its line, column and code."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Checklist
from fieldapp.domain.points import PointsRule
from fieldapp.domain.sentences import PLACEHOLDERS, parse_template
from fieldapp.errors import Problem, ProblemsError
from fieldapp.library import load_checklist, parse_checklist
from fieldapp.library.checks.sentences import SENTENCES

SHIPPED = Path(__file__).parents[2] / "checklists"

HEAD = """\
format: fieldapp/checklist@1
id: thu
title: "Phiếu thử"
version: "1"
sections:
  - id: A
    title: "Phần A"
    criteria:
"""


def problems_of(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsError) as caught:
        parse_checklist(text, "thu.yaml")
    return caught.value.problems


def places(text: str) -> list[str]:
    return [f"{p.line}:{p.column}:{p.code}" for p in problems_of(text)]


def criterion(lines: str) -> str:
    """Return a checklist with one criterion whose `id` stands at line 9, column 13."""
    body = "\n".join(f"        {line}" for line in lines.strip().splitlines())
    return f"{HEAD}      - id: A01\n        question: Hỏi?\n{body}\n"


RATIO = 'answer: {type: ratio, numerator: "tử", denominator: "mẫu"}\n'
DESCENDING = (
    "{max: 1, rule: bands, bands: [{at_least: 5, points: 1}, {at_least: 1, points: 0}]}"
)
TARGET = 'target: {value: 80, unit: "%"}\n'


def test_a_whole_file_of_mistakes_is_told_at_once() -> None:
    text = """\
format: fieldapp/checklist@1
id: thử
titel: "Phiếu"
version: "1"
total_points: mười
sections:
  - id: A
    title: "Phần A"
    criteria:
      - id: A01
        question: "Hỏi?"
        answer: {type: yesno}
        shortcoming: "Chưa đạt {gia_tri}."
      - id: A01
        question: "Hỏi nữa?"
        answer: {type: ratio}
        shortcomming: "Sai."
      - id: A03
        question: "Hỏi ba?"
        answer: {type: score}
        shortcoming: "Đạt {value}."
  - id: A
    title: ""
    criteria: []
"""
    assert places(text) == [
        "1:1:SC01",  # title
        "2:5:SC07",
        "3:1:SC02",
        "5:15:SC04",
        "12:24:SC06",
        "14:13:CK03",
        "17:9:SC02",
        "20:17:CK14",
        "21:22:CK08",
        "22:9:CK02",
        "23:12:SC08",
        "24:15:SC11",
    ]


def test_a_misspelt_key_gets_the_likely_one() -> None:
    (problem,) = problems_of(criterion("answer: {type: yes_no}\nshortcomming: Sai."))
    assert problem.message == (
        "không có khóa “shortcomming”; có phải là “shortcoming”?"
    )
    assert str(problem).startswith("thu.yaml:12:9: SC02 ")


def test_a_key_in_a_nested_part_gets_the_keys_of_that_part() -> None:
    (problem,) = problems_of(criterion(RATIO + "target: {valu: 80, value: 80}"))
    assert "có phải là “value”?" in problem.message


def test_a_misspelt_word_gets_the_list_and_the_likely_one() -> None:
    (problem,) = problems_of(criterion("answer: {type: ration}"))
    assert "yes_no, count, ratio" in problem.message
    assert "có phải là “ratio”?" in problem.message


def test_another_version_of_the_language_is_told_alone() -> None:
    (problem,) = problems_of("format: fieldapp/checklist@2\nbroken: [1]\n")
    assert (problem.line, problem.column, problem.code) == (1, 9, "CK01")
    assert "phiên bản 2" in problem.message


@pytest.mark.parametrize("text", ["- a\n", "chỉ là chữ\n", "42\n", "~\n"])
def test_a_file_that_is_no_mapping_is_told(text: str) -> None:
    assert places(text)[0].split(":")[2] in {"SC03", "SC08"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("answer: {type: choice, choices: [{id: a, label: A}]}", ["11:17:CK12"]),
        (
            "answer: {type: choice, choices: [{id: a, label: A}, {id: a, label: B}]}",
            ["11:66:CK04"],
        ),
        ("answer: {type: yes_no, choices: [{id: a, label: A}]}", ["11:32:CK12"]),
        ('answer: {type: ratio, numerator: "tử"}', ["11:17:CK13"]),
        ('answer: {type: count, numerator: "tử"}', ["11:17:CK13"]),
        ("answer: {type: score}", ["11:17:CK14"]),
        ("answer: {type: score, max: 0}", ["11:36:CK14"]),
        ("answer: {type: count, min: 5, max: 1}", ["11:36:CK14"]),
        ("answer: {type: count, min: 5,5}", ["11:38:SC02"]),
        ('answer: {type: count, min: "5,5"}', ["11:36:SC04"]),
        ("answer: {type: count, min: 1_000}", ["11:36:SC04"]),
    ],
)
def test_each_mistake_of_an_answer_has_its_place(
    lines: str, expected: list[str]
) -> None:
    assert places(criterion(lines)) == expected


@pytest.mark.parametrize(
    ("kind", "target", "expected"),
    [
        ("{type: yes_no}", "{value: 1}", ["12:18:CK09"]),
        ("{type: count}", '{answer: "yes"}', ["12:18:CK09"]),
        ("{type: date}", "{value: 1}", ["12:18:CK09"]),
        ("{type: text}", "{value: 1}", ["12:18:CK09"]),
        ("{type: document}", "{value: 1}", ["12:18:CK09"]),
        (
            "{type: choice, choices: [{id: a, label: A}, {id: b, label: B}]}",
            "{value: 1}",
            ["12:18:CK09"],
        ),
        ("{type: count}", "{unit: hồ sơ}", ["12:17:CK10"]),
        ("{type: count}", "{value: 1, by_year: {2025: 2}}", ["12:17:CK10"]),
        ("{type: count}", "{by_year: {năm nay: 2}}", ["12:28:SC04"]),
        ("{type: count}", "{by_year: {2025: hai}}", ["12:34:SC04"]),
        ("{type: yes_no}", "{answer: có}", ["12:26:CK19"]),
        ("{type: date}", '{op: "<=", by_date: "31/01"}', ["12:37:CK11"]),
        ("{type: date}", '{op: "<=", by_date: "{year}-02-30"}', ["12:37:CK11"]),
        ("{type: date}", '{by_date: "{year}-01-31"}', ["12:18:CK11"]),
        ("{type: count}", '{op: "=>", value: 1}', ["12:22:SC06"]),
    ],
)
def test_each_mistake_of_a_target_has_its_place(
    kind: str, target: str, expected: list[str]
) -> None:
    assert places(criterion(f"answer: {kind}\ntarget: {target}")) == expected


@pytest.mark.parametrize("day", ["{year}-01-31", "{year}-02-29", "2025-06-30"])
def test_a_deadline_may_be_of_every_year_or_of_one(day: str) -> None:
    text = criterion(f'answer: {{type: date}}\ntarget: {{op: "<=", by_date: "{day}"}}')
    assert parse_checklist(text).criterion("A01") is not None


@pytest.mark.parametrize(
    ("answer", "points", "expected"),
    [
        ("{type: text}", "{max: 1}", ["13:17:CK16"]),
        ("{type: yes_no}", "{max: 1, rule: proportional}", ["13:32:CK16"]),
        ("{type: yes_no}", "{max: 1, rule: deduct}", ["13:17:CK16", "13:32:CK16"]),
        ("{type: count}", "{max: 1, per_violation: 1}", ["13:26:CK16"]),
        ("{type: count}", "{max: 1, rule: bands}", ["13:17:CK15"]),
        (
            "{type: count}",
            "{max: 1, bands: [{at_least: 1, points: 1}]}",
            ["13:26:CK15"],
        ),
        (
            "{type: count}",
            DESCENDING,
            ["13:73:CK15"],
        ),
        (
            "{type: count}",
            "{max: 1, rule: bands, bands: [{at_least: 5, points: 2}]}",
            ["13:69:CK15"],
        ),
        ("{type: count}", "{max: 101}", ["13:23:SC09"]),
        ("{type: count}", "{max: -1}", ["13:23:SC09"]),
    ],
)
def test_each_mistake_of_points_has_its_place(
    answer: str, points: str, expected: list[str]
) -> None:
    target = "target: {value: 1}" if "count" in answer else "help: x"
    lines = f"answer: {answer}\n{target}\npoints: {points}"
    assert places(criterion(lines)) == expected


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ("help: x", "proportional"),
        ("help: x", "full_or_zero"),
        ('target: {op: "<=", value: 100}', "proportional"),
    ],
)
def test_points_of_a_figure_need_a_target_they_can_follow(
    target: str, rule: str
) -> None:
    lines = f"{RATIO}{target}\npoints: {{max: 1, rule: {rule}}}"
    assert places(criterion(lines)) == ["13:32:CK16"]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ('shortcoming: "Đạt[ {gia_tri}]."', "CK06"),
        ('shortcoming: "Đạt [{pct}."', "CK05"),
        ('shortcoming: "Đạt {pct."', "CK05"),
        ('shortcoming: "Đạt [không có gì]."', "CK05"),
        ('shortcoming: "Đạt ]."', "CK05"),
        ('shortcoming: "Đạt {pct}."', "CK08"),
        ('shortcoming: "Đạt [{pct}|{num}]."', "CK08"),
        ('shortcoming: "Đạt[ {pct}] ({note})."', "CK08"),
        ('recommendation: "Làm trước {deadline}."', "CK08"),
        ('shortcoming: "Chưa đạt[ {fail_list}]."', "CK07"),
        ('shortcoming_aggregate: "Chưa đạt {value}: {fail_list}."', "CK07"),
        ('shortcoming_aggregate: "Có {pass_count} đạt: {fail_list}."', "CK08"),
        ('achievement_aggregate: "Có {fail_count} chưa đạt: {pass_list}."', "CK08"),
        ('shortcoming: "Chưa đạt[ theo {legal_basis}]."', "CK07"),
    ],
)
def test_each_mistake_of_a_sentence_has_its_code(sentence: str, code: str) -> None:
    column = 9 + sentence.index(":") + 2
    place = f"13:{column}:{code}"
    assert places(criterion(RATIO + TARGET + sentence)) == [place]


@pytest.mark.parametrize("name", ["num", "den", "gap", "pct"])
def test_parts_of_a_ratio_stand_only_in_a_ratio(name: str) -> None:
    lines = "answer: {type: count}\ntarget: {value: 1}\n"
    lines += f'shortcoming: "Có[ {{{name}}}]."'
    assert places(criterion(lines)) == ["13:22:CK07"]


def test_a_target_in_a_sentence_needs_one_in_the_criterion() -> None:
    lines = 'answer: {type: yes_no}\nshortcoming: "Dưới {target}."'
    assert places(criterion(lines)) == ["12:22:CK07"]


def test_an_achievement_may_depend_on_its_figure() -> None:
    text = criterion(RATIO + 'achievement: "Đạt {num}/{den}."')
    assert parse_checklist(text).criterion("A01") is not None


def test_a_question_has_no_placeholders() -> None:
    text = HEAD + '      - id: A01\n        question: "Năm {year}?"\n'
    text += "        answer: {type: yes_no}\n"
    assert places(text) == ["10:19:CK20"]


def test_a_legal_text_cannot_end_before_it_begins() -> None:
    lines = """\
answer: {type: yes_no}
legal_basis:
  - {ref: X, valid_from: 2025-07-01, valid_to: 2025-06-30}
"""
    assert places(criterion(lines)) == ["13:56:CK18"]


@pytest.mark.parametrize("day", ["2025", "01/07/2025", "2025-13-01", "1751328000"])
def test_a_date_is_written_in_full_or_refused(day: str) -> None:
    lines = f"answer: {{type: yes_no}}\nlegal_basis: [{{ref: X, valid_from: {day}}}]"
    assert places(criterion(lines)) == ["12:44:SC05"]


def test_points_must_add_up_to_the_total() -> None:
    text = criterion("answer: {type: yes_no}\npoints: {max: 1.5}")
    text = text.replace("sections:", "total_points: 10\nsections:")
    (problem,) = problems_of(text)
    assert (problem.line, problem.code) == (5, "CK17")
    assert "1,5" in problem.message


def test_equal_ids_are_told_across_sections() -> None:
    text = criterion("answer: {type: yes_no}")
    again = text.split("sections:\n")[1].replace("id: A\n", "id: B\n")
    assert places(text + again) == ["15:13:CK03"]


@pytest.fixture(scope="module")
def commune() -> Checklist:
    return load_checklist(SHIPPED / "cchc-xa.yaml")


def test_the_commune_checklist_has_70_criteria_and_100_points(
    commune: Checklist,
) -> None:
    scored = [s for s in commune.sections if s.max_points]
    assert sum(len(s.criteria) for s in scored) == 70
    assert sum(s.max_points for s in commune.sections) == Decimal(100)
    assert [s.max_points for s in scored] == [12, 8, 24, 8, 12, 8, 18, 10]
    assert [len(s.criteria) for s in scored] == [11, 6, 16, 6, 10, 5, 11, 5]


def test_every_criterion_of_the_commune_checklist_is_complete(
    commune: Checklist,
) -> None:
    for criterion in commune.criteria():
        if criterion.id.startswith("I"):  # data beside the criteria
            continue
        assert criterion.target, criterion.id
        assert criterion.points, criterion.id
        assert criterion.evidence.required, criterion.id
        assert criterion.evidence.description, criterion.id
        assert criterion.achievement, criterion.id
        assert criterion.shortcoming, criterion.id
        assert criterion.recommendation, criterion.id
        assert criterion.legal_basis, criterion.id
        assert 0 < len(criterion.short) <= 60, criterion.id


def test_rates_are_proportional_except_where_less_is_better(commune: Checklist) -> None:
    for criterion in commune.criteria():
        if criterion.answer.type is AnswerKind.RATIO and criterion.points:
            wanted = criterion.higher_is_better
            is_proportional = criterion.points.rule is PointsRule.PROPORTIONAL
            assert is_proportional == wanted, criterion.id


def test_staff_may_exceed_what_was_assigned(commune: Checklist) -> None:
    staff = commune.criterion("D06")
    assert staff is not None
    assert not staff.answer.at_most_denominator


def test_targets_nobody_confirmed_are_marked(commune: Checklist) -> None:
    marked = {c.id for c in commune.criteria() if c.target and not c.target.verified}
    marked |= {row.criterion for row in commune.targets if not row.verified}
    assert {"A01", "A05", "C05", "F02", "G03", "G04", "G05", "G06", "G09"} <= marked
    assert marked.isdisjoint({"A02", "C06", "D01", "G10"})


def test_the_law_cited_is_the_one_in_force(commune: Checklist) -> None:
    reception = commune.criterion("C04")
    assert reception is not None
    in_force = {b.ref: (b.valid_from, b.valid_to) for b in reception.legal_basis}
    assert str(in_force["118/2025/NĐ-CP"][0]) == "2025-07-01"
    assert str(in_force["61/2018/NĐ-CP"][1]) == "2025-06-30"


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda p: p.stem)
def test_every_shipped_checklist_loads_and_says_nothing_odd(path: Path) -> None:
    checklist = load_checklist(path)
    assert checklist.id == path.stem
    for criterion in checklist.criteria():
        for field in SENTENCES:
            sentence = getattr(criterion, field)
            assert "  " not in sentence
            assert not sentence or sentence.endswith("."), (criterion.id, field)


UNCLEAR = "có Giấy tiếp nhận và hẹn trả kết quả ghi chưa đầy đủ."
INDEX_766 = "Điểm Bộ chỉ số phục vụ người dân, doanh nghiệp"
CONTEXT = {"unit": "xã A", "unit_kind": "xã", "year": "2026", "target": "80%"}


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda p: p.stem)
def test_every_shortcoming_stands_when_nothing_is_known(path: Path) -> None:
    for criterion in load_checklist(path).criteria():
        for sentence in (criterion.shortcoming, criterion.recommendation):
            text = parse_template(sentence).render(CONTEXT)
            assert text is not None, criterion.id
            assert not re.search(r" [,.;:)]|\( |\(\)|[,;:]\.|  ", text), text


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda p: p.stem)
def test_no_sentence_runs_words_together_when_everything_is_known(path: Path) -> None:
    everything = dict.fromkeys(PLACEHOLDERS, "§")
    for criterion in load_checklist(path).criteria():
        for field in SENTENCES:
            text = parse_template(getattr(criterion, field)).render(everything)
            assert text is not None, criterion.id
            assert not re.search(r"\w§|§\w", text), (criterion.id, field, text)


@pytest.mark.parametrize(
    ("criterion_id", "values", "sentence"),
    [
        (
            "C05",
            {"gap": "12", "pct": "97,6%", "target": "98%"},
            "Còn 12 hồ sơ giải quyết trễ hạn; tỷ lệ đúng hạn đạt 97,6% (chỉ tiêu 98%).",
        ),
        ("C05", {}, "Còn hồ sơ giải quyết trễ hạn."),
        (
            "C08",
            {"gap": "2", "den": "10"},
            "2/10 hồ sơ kiểm tra " + UNCLEAR,
        ),
        (
            "C08",
            {},
            "Một số hồ sơ kiểm tra " + UNCLEAR,
        ),
        (
            "H05",
            {"value": "76,5", "target": "80 điểm"},
            INDEX_766 + " đạt 76,5/100 điểm, dưới mức 80 điểm.",
        ),
        (
            "G07",
            {},
            "Tỷ lệ cấp kết quả điện tử chưa đạt yêu cầu.",
        ),
    ],
)
def test_sentences_of_the_commune_checklist_read_well(
    commune: Checklist, criterion_id: str, values: dict[str, str], sentence: str
) -> None:
    criterion = commune.criterion(criterion_id)
    assert criterion is not None
    assert parse_template(criterion.shortcoming).render(values) == sentence
