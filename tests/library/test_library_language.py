"""What the language says beyond single criteria: lists, targets, points, groups."""

from decimal import Decimal

import pytest

from fieldapp.domain.checklist import Checklist
from fieldapp.domain.linking import linked
from fieldapp.errors import Problem, ProblemsError
from fieldapp.library import parse_checklist

HEAD = 'format: fieldapp/checklist@1\nid: thu\ntitle: "Phiếu thử"\nversion: "1"\n'
LISTS = """\
choice_lists:
  dung-gio:
    - {id: dung, label: "đúng giờ", met: yes}
    - {id: muon, label: "muộn", met: no}
"""
RATIO = "{type: ratio, numerator: tử, denominator: mẫu}"
PARTS = "parts: [{id: som, label: sớm}, {id: muon, label: quá hạn}]"


def problems_of(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsError) as caught:
        parse_checklist(text, "thu.yaml")
    return caught.value.problems


def places(text: str) -> list[str]:
    return [f"{p.line}:{p.column}:{p.code}" for p in problems_of(text)]


def checklist(*criteria: str, head: str = "", section: str = "") -> str:
    """A checklist of one section A; each criterion is written in one line `{…}`.

    Without a head, the first criterion stands in line 9.
    """
    lines = "".join(f"      - {written}\n" for written in criteria)
    start = f"{HEAD}{head}sections:\n  - id: A\n    title: Phần A\n{section}"
    return f"{start}    criteria:\n{lines}"


def asked(criterion_id: str, answer: str, more: str = "") -> str:
    return f"{{id: {criterion_id}, question: Hỏi., answer: {answer}{more}}}"


CHOSEN = asked("A01", "{type: choice, choices_from: dung-gio}")


def test_criteria_share_a_list_of_choices() -> None:
    again = asked("A02", "{type: choice, choices_from: dung-gio}")
    loaded = parse_checklist(checklist(CHOSEN, again, head=LISTS))

    for criterion in loaded.criteria():
        assert [c.id for c in criterion.answer.choices] == ["dung", "muon"]
        assert criterion.answer.choices_from == "dung-gio"
    assert loaded.criterion("A02") == list(loaded.criteria())[1]


def test_linking_changes_nothing_where_nothing_is_shared_or_known() -> None:
    plain = parse_checklist(checklist(asked("A01", "{type: yes_no}")))
    assert linked(plain) is plain
    once = parse_checklist(checklist(CHOSEN, head=LISTS))
    assert linked(once) == once
    unknown = once.model_copy(update={"choice_lists": {}})
    assert linked(unknown) == unknown


def test_linking_leaves_no_old_answer_to_be_looked_up() -> None:
    text = checklist(CHOSEN, head=LISTS)
    once = parse_checklist(text)
    bare = once.criterion("A01")
    assert bare is not None
    spec = bare.answer.model_copy(update={"choices": ()})
    section = once.sections[0].model_copy(
        update={"criteria": (bare.model_copy(update={"answer": spec}),)}
    )
    written = Checklist.model_construct(
        **{**dict(once), "sections": (section,)}  # as the file says it
    )
    assert written.criterion("A01") is section.criteria[0]

    found = linked(written).criterion("A01")

    assert found is not None
    assert len(found.answer.choices) == 2


def test_an_unknown_list_is_told_with_the_likely_one() -> None:
    text = checklist(CHOSEN, CHOSEN.replace("A01", "A02"), head=LISTS)
    text = text.replace(
        "A02, question: Hỏi., answer: {type: choice, choices_from: ",
        "A02, question: Hỏi., answer: {type: choice, choices_from: muon-",
    )
    (problem,) = problems_of(text)
    assert (problem.line, problem.column, problem.code) == (14, 72, "CK22")
    assert "“dung-gio”" in problem.message


@pytest.mark.parametrize(
    ("answer", "head", "found"),
    [
        ("{type: choice, choices_from: x}", "", "9:72:CK22"),
        (
            "{type: choice, choices_from: dung-gio, choices: [{id: a, label: a}]}",
            LISTS,
            "13:58:CK23",
        ),
        ("{type: yes_no}", LISTS, "6:3:CK24"),
        ("{type: yes_no, choices_from: dung-gio}", LISTS, "13:58:CK12"),
        (
            "{type: choice, choices_from: m}",
            "choice_lists:\n  m: [{id: a, label: a}]\n",
            "6:3:CK12",
        ),
        (
            "{type: choice, choices_from: m}",
            "choice_lists: {m: [{id: a, label: a}, {id: a, label: b}]}\n",
            "5:44:CK04",
        ),
    ],
)
def test_shared_lists_that_cannot_be_used(answer: str, head: str, found: str) -> None:
    assert places(checklist(asked("A01", answer), head=head)) == [found]


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("{type: breakdown, parts: [{id: a, label: a}]}", "9:68:CK25"),
        ("{type: breakdown}", "9:43:CK25"),
        (
            "{type: breakdown, parts: [{id: a, label: a}, {id: a, label: b}]}",
            "9:93:CK25",
        ),
        (
            "{type: breakdown, parts: [{id: met, label: a}, {id: b, label: b}]}",
            "9:74:CK25",
        ),
        (f"{{type: breakdown, {PARTS}, judged: mon}}", "9:129:CK25"),
        (
            "{type: inventory, items: [{id: a, label: a}, {id: a, label: b}]}",
            "9:93:CK27",
        ),
        (f"{{type: count, {PARTS}}}", "9:57:CK26"),
        ("{type: count, must_add_up: no}", "9:57:CK26"),
        ("{type: count, judged: x}", "9:57:CK26"),
        ("{type: count, items: [{id: a, label: a}]}", "9:57:CK26"),
        ("{type: count, step: 1}", "9:57:CK26"),
        ("{type: score, max: 10, step: 0}", "9:72:CK28"),
        ("{type: score, max: 10, step: 0.3}", "9:62:CK28"),
        ("{type: index, choices: [{id: a, label: a}, {id: b, label: b}]}", "9:57:CK12"),
    ],
)
def test_keys_of_an_answer_that_do_not_fit(answer: str, found: str) -> None:
    assert places(checklist(asked("A01", answer))) == [found]


@pytest.mark.parametrize(
    "answer",
    [
        f"{{type: breakdown, {PARTS}, judged: muon, must_add_up: no}}",
        "{type: inventory}",
        "{type: inventory, items: [{id: a, label: a}]}",
        "{type: initiatives}",
        "{type: index, unit: điểm}",
        "{type: score, min: 0.5, max: 10, step: 0.25}",
    ],
)
def test_answers_of_every_new_kind_load(answer: str) -> None:
    assert parse_checklist(checklist(asked("A01", answer))).criterion("A01")


def table(*rows: str) -> str:
    return "targets:\n" + "".join(f"  - {row}\n" for row in rows)


OPEN = ', target: {op: ">=", unit: "%"}'
ROW = "{criterion: A01, year: 2025, value: 45}"


def test_a_target_may_stand_in_the_table_alone() -> None:
    loaded = parse_checklist(checklist(asked("A01", RATIO, OPEN), head=table(ROW)))
    assert [r.value for r in loaded.target_rows("A01")] == [Decimal(45)]


@pytest.mark.parametrize(
    ("criterion", "rows", "found"),
    [
        (
            asked("A01", RATIO, OPEN),
            [ROW.replace("A01", "A1")],
            ["6:17:CK29", "11:99:CK10"],
        ),
        (asked("A01", "{type: text}"), [ROW], ["6:17:CK29"]),
        (asked("A01", RATIO), [ROW], ["6:17:CK31"]),
        (asked("A01", RATIO, OPEN), [ROW, ROW], ["7:5:CK30"]),
        (
            asked("A01", RATIO, ", target: {by_year: {2025: 40}}"),
            [ROW],
            ["6:28:CK32"],
        ),
    ],
)
def test_a_line_of_the_target_table_that_fits_nothing(
    criterion: str, rows: list[str], found: list[str]
) -> None:
    assert places(checklist(criterion, head=table(*rows))) == found


def test_two_spellings_of_a_province_are_one_place() -> None:
    rows = [
        ROW.replace("value", f'province: "{name}", value')
        for name in ("TP. Cần Thơ", "Thành phố Cần Thơ", "Tỉnh Đồng Tháp")
    ]
    text = checklist(asked("A01", RATIO, OPEN), head=table(*rows))
    assert places(text) == ["7:5:CK30"]


def test_a_target_without_any_figure_is_a_mistake() -> None:
    text = checklist(asked("A01", RATIO, OPEN))
    assert places(text) == ["9:99:CK10"]


@pytest.mark.parametrize(
    ("answer", "more"),
    [
        (f"{{type: breakdown, {PARTS}}}", ", target: {value: 3}, points: {max: 1}"),
        (
            f"{{type: breakdown, {PARTS}, judged: muon}}",
            ", points: {max: 1, rule: deduct, per_violation: 0.5}",
        ),
        ("{type: inventory}", ", points: {max: 1}"),
        (
            "{type: initiatives}",
            ", target: {value: 2}, points: {max: 1, rule: proportional}",
        ),
        ("{type: initiatives}", ", points: {max: 1, rule: bonus, per_item: 0.5}"),
        ("{type: yes_no}", ", points: {max: 1, rule: bonus}"),
        ("{type: index}", ", target: {value: 80}, points: {max: 1}"),
    ],
)
def test_points_of_every_new_kind_load(answer: str, more: str) -> None:
    head = "points_step: 0.25\n"
    assert parse_checklist(checklist(asked("A01", answer, more), head=head))


@pytest.mark.parametrize(
    ("answer", "points", "found"),
    [
        ("{type: text}", "{max: 1, rule: bonus}", "CK16"),
        ("{type: count}", "{max: 1, rule: bonus}", "CK16"),
        ("{type: yes_no}", "{max: 1, rule: bonus, per_item: 1}", "CK16"),
        ("{type: yes_no}", "{max: 1, per_item: 1}", "CK16"),
        ("{type: count}", "{max: 1, rule: bonus, per_item: 0}", "CK16"),
        ("{type: index}", "{max: 1}", "CK16"),
        ("{type: inventory}", "{max: 1, rule: proportional}", "CK16"),
        (f"{{type: breakdown, {PARTS}}}", "{max: 1, rule: bands}", "CK15 CK16"),
        (
            f"{{type: breakdown, {PARTS}}}",
            "{max: 1, rule: deduct, per_violation: 1}",
            "CK16",
        ),
        ("{type: yes_no}", "{max: 1.1}", "CK33"),
    ],
)
def test_points_that_do_not_fit(answer: str, points: str, found: str) -> None:
    text = checklist(
        asked("A01", answer, f", points: {points}"), head="points_step: 0.25\n"
    )
    assert sorted(p.code for p in problems_of(text)) == found.split()


def test_bonus_points_come_on_top_of_the_total() -> None:
    text = checklist(
        asked("A01", "{type: yes_no}", ", points: {max: 10}"),
        asked("A02", "{type: yes_no}", ", points: {max: 2, rule: bonus}"),
        head="total_points: 10\n",
    )
    assert parse_checklist(text).sections[0].max_points == 10


def test_a_points_step_of_zero_is_told() -> None:
    text = checklist(asked("A01", "{type: yes_no}"), head="points_step: 0\n")
    assert places(text) == ["5:14:CK33"]


def test_the_points_of_bands_are_steps_too() -> None:
    bands = "{max: 1, rule: bands, bands: [{at_least: 1, points: 0.3}]}"
    text = checklist(
        asked("A01", "{type: count}", f", points: {bands}"), head="points_step: 0.25\n"
    )
    assert [p.code for p in problems_of(text)] == ["CK33"]


REPEAT = "    repeat: {entry: hồ sơ, label: A01}\n"


def test_a_repeating_section_is_named_by_one_of_its_texts() -> None:
    text = checklist(asked("A01", "{type: text}"), section=REPEAT)
    assert parse_checklist(text).sections[0].repeat
    assert places(text.replace("text}", "count}")) == ["8:35:CK34"]
    assert places(text.replace("label: A01", "label: A1")) == ["8:35:CK34"]


def test_a_repeating_section_asks_no_sub_units() -> None:
    text = checklist(asked("A01", "{type: text}", ", asked_of: both"), section=REPEAT)
    assert places(text) == ["10:57:CK35"]


def test_a_section_and_a_criterion_cannot_share_an_id() -> None:
    text = checklist(asked("A", "{type: text}"))
    assert places(text) == ["6:9:CK36"]


def test_a_sentence_names_only_criteria_it_can_see() -> None:
    late = ', shortcoming: "Trễ[ {answer.A03} ngày| hạn]."'
    fine = checklist(
        asked("A01", "{type: yes_no}", late.replace("A03", "A02")),
        asked("A02", "{type: count}"),
    )
    assert parse_checklist(fine).criterion("A02")

    wrong = checklist(
        asked("A01", "{type: yes_no}", late), asked("A02", "{type: count}")
    )
    (problem,) = problems_of(wrong)

    assert problem.code == "CK06"
    assert "không có tiêu chí “A03”; có phải là A0" in problem.message
