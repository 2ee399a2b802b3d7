"""Forms of ODK and Kobo become checklists; what does not come over is said."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.domain.asking import AnswerKind
from fieldapp.library import parse_checklist
from fieldapp.library.checklist_text import write_checklist
from fieldapp.library.xlsform.asked import METADATA, PLAIN
from fieldapp.library.xlsform.xpath import FUNCTIONS
from tests.library.forms_made import SURVEY, came, form, refused

DOCUMENT = (Path(__file__).parents[2] / "docs/xlsform.md").read_text("utf-8")
YES_NO = (("yn", "yes", "Có"), ("yn", "no", "Không"))
LEVELS = (("muc", "1", "Tốt"), ("muc", "2", "Kém"))
WITH_LOGIC = (*SURVEY, "relevant", "constraint", "constraint_message", "calculation")
WARD = (
    ("begin group", "tthc", "Thủ tục hành chính", "", "", "", ""),
    ("integer", "nhan", "Số hồ sơ tiếp nhận?", "", ". <= 5000", "Quá nhiều.", ""),
    ("integer", "han", "Số đúng hạn?", "${nhan} > 0", ". <= ${nhan}", "", ""),
    ("calculate", "ty_le", "Tỷ lệ?", "", "", "", "${han} * 100 div ${nhan}"),
    ("select_one muc", "muc_do", "Mức độ?", "${ty_le} < 95", "", "", ""),
    ("text", "ly_do", "Vì sao kém?", "selected(${muc_do}, '2')", "", "", ""),
    ("end group", "", "", "", "", "", ""),
    ("begin repeat", "ho_so", "Hồ sơ", "", "", "", ""),
    ("text", "ma", "Mã hồ sơ?", "", "", "", ""),
    ("decimal", "phi", "Phí?", "", "", "", ""),
    ("end repeat", "", "", "", "", "", ""),
    ("calculate", "tong_phi", "Tổng phí?", "", "", "", "sum(${phi})"),
)


def test_a_form_becomes_a_checklist_with_its_logic(tmp_path: Path) -> None:
    head = (("form_title", "form_id", "version"), ("Một cửa", "mot_cua", 2026))
    checklist = came(tmp_path, form(WARD, LEVELS, head, columns=WITH_LOGIC)).checklist
    by_id = {c.id: c for c in checklist.criteria()}

    assert (checklist.id, checklist.title) == ("mot_cua", "Một cửa")
    assert checklist.version == "2026"
    assert [s.title for s in checklist.sections] == [
        "Thủ tục hành chính",
        "Hồ sơ",
        "Câu hỏi chung",
    ]
    assert checklist.sections[1].repeat is not None
    assert by_id["nhan"].constraints[0].check == "nhan <= 5000"
    assert by_id["nhan"].constraints[0].message == "Quá nhiều."
    assert (by_id["han"].when, by_id["han"].constraints[0].check) == (
        "nhan > 0",
        "han <= nhan",
    )
    assert by_id["ty_le"].calculate is not None
    assert by_id["ty_le"].calculate.num == "han"
    assert by_id["ty_le"].calculate.den == "nhan"
    assert by_id["ly_do"].when == 'muc_do == "2"'
    assert by_id["tong_phi"].calculate is not None
    assert by_id["tong_phi"].calculate.value == "sum(phi)"
    assert [c.label for c in by_id["muc_do"].answer.choices] == ["Tốt", "Kém"]


def test_what_came_over_is_a_checklist_like_any_other(tmp_path: Path) -> None:
    made = came(tmp_path, form(WARD, LEVELS, columns=WITH_LOGIC)).checklist
    assert parse_checklist(write_checklist(made)) == made


@pytest.mark.parametrize(("word", "kind"), sorted(PLAIN.items()))
def test_every_plain_type_becomes_its_kind(
    word: str, kind: AnswerKind, tmp_path: Path
) -> None:
    checklist = came(tmp_path, form([(word, "x", "Hỏi gì?")])).checklist
    assert [c.answer.type for c in checklist.criteria()] == [kind]


@pytest.mark.parametrize(
    "word", ["select_multiple muc", "geopoint", "rank muc", "time", "range", "barcode"]
)
def test_a_type_without_a_counterpart_is_asked_as_text_and_said(
    word: str, tmp_path: Path
) -> None:
    read = came(tmp_path, form([(word, "x", "Hỏi gì?")], LEVELS))
    assert [c.answer.type for c in read.checklist.criteria()] == [AnswerKind.TEXT]
    (notice,) = (n for n in read.notices if "survey" in n.message)
    assert notice.code == "XL13"
    assert "dòng 2, cột “type” (A2)" in notice.message


def test_a_list_of_yes_and_no_is_a_yes_or_no(tmp_path: Path) -> None:
    rows = [
        ("select_one yn", "co", "Có bảng niêm yết?", ""),
        ("text", "dau", "Ở đâu?", "${co} = 'yes'"),
    ]
    book = form(rows, YES_NO, columns=(*SURVEY, "relevant"))
    first, second = came(tmp_path, book).checklist.criteria()
    assert first.answer.type is AnswerKind.YES_NO
    assert second.when == "co == yes"


def test_notes_become_help_and_the_phones_own_rows_are_left_out(tmp_path: Path) -> None:
    rows = [
        *((word, word, "") for word in sorted(METADATA)),
        ("note", "n", "Xem sổ trước."),
        ("text", "x", "Hỏi gì?"),
    ]
    read = came(tmp_path, form(rows))
    (criterion,) = read.checklist.criteria()
    assert criterion.help == "Xem sổ trước."
    assert len(read.notices) == len(METADATA) + 1


def test_both_languages_come_over(tmp_path: Path) -> None:
    columns = ("type", "name", "label::English (en)", "label::Tiếng Việt (vi)")
    book = form([("text", "x", "Where?", "Ở đâu?")], columns=columns)
    (criterion,) = came(tmp_path, book).checklist.criteria()
    assert criterion.question == "Ở đâu?"
    assert criterion.en is not None
    assert criterion.en.question == "Where?"


def test_conditions_of_groups_hold_for_every_question_in_them(tmp_path: Path) -> None:
    rows = [
        ("integer", "a", "A?", ""),
        ("begin group", "ngoai", "Ngoài", "${a} > 1"),
        ("begin group", "trong", "Trong", "${a} < 9"),
        ("text", "x", "X?", "${a} != 5"),
        ("end group", "", "", ""),
        ("text", "y", "Y?", ""),
        ("end group", "", "", ""),
    ]
    read = came(tmp_path, form(rows, columns=(*SURVEY, "relevant")))
    told = [
        (s.title, s.when, [(c.id, c.when) for c in s.criteria])
        for s in read.checklist.sections
    ]
    assert told == [
        ("Câu hỏi chung", "", [("a", "")]),
        ("Trong", "a > 1 and a < 9", [("x", "a != 5")]),
        ("Ngoài", "a > 1", [("y", "")]),
    ]
    (notice,) = read.notices
    assert (
        "dòng 4, cột “type” (A4): nhóm trong nhóm: thành phần riêng" in notice.message
    )


@pytest.mark.parametrize(
    "source", ["regex(., '[0-9]+')", "${a} mod 2 = 0", "${b} =", "'\"' = ."]
)
def test_an_expression_that_cannot_be_said_is_told_and_the_question_kept(
    source: str, tmp_path: Path
) -> None:
    columns = (*SURVEY, "constraint")
    read = came(tmp_path, form([("integer", "a", "A?", source)], columns=columns))
    (criterion,) = read.checklist.criteria()
    (notice,) = read.notices
    assert criterion.constraints == ()
    assert source in notice.message
    assert "dòng 2, cột “constraint” (D2)" in notice.message


def test_columns_without_a_place_are_told_where_they_are_filled(tmp_path: Path) -> None:
    columns = (*SURVEY, "appearance", "required", "image::English")
    rows = [("text", "x", "X?", "multiline", "yes", "x.png"), ("text", "y", "Y?")]
    said = [n.message for n in came(tmp_path, form(rows, columns=columns)).notices]
    assert len(said) == 3
    assert all("dòng 2" in message for message in said)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "không có câu hỏi nào"),
        ([("text", "", "X?")], "thiếu tên câu hỏi"),
        ([("text", "x", "X?"), ("text", "x", "Y?")], "tên x đã dùng ở trên"),
        ([("select_one gi", "x", "X?")], "không có danh sách lựa chọn “gi”"),
        ([("begin group", "g", "G"), ("text", "x", "X?")], "nhóm này chưa đóng"),
        ([("text", "x", "X?"), ("end group", "", "")], "đóng một nhóm chưa mở"),
        ([("text", "x", "=1+1")], "ô là công thức"),
    ],
)
def test_a_wrong_form_is_refused_with_the_place(
    rows: list[tuple[str, str, str]], said: str, tmp_path: Path
) -> None:
    problems = refused(tmp_path, form(rows))
    assert any(said in problem for problem in problems)
    assert all("Trang tính “survey”" in problem for problem in problems)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, form([("text", "X?")], columns=("type", "label")))
    assert problem.startswith("XL07")
    assert "thiếu cột name" in problem


def test_merged_cells_and_doubled_choices_are_refused_together(tmp_path: Path) -> None:
    book = form([("select_one muc", "x", "X?")], (*LEVELS, LEVELS[0]))
    book["survey"].merge_cells("A2:A3")
    said = "\n".join(refused(tmp_path, book))
    assert "XL09" in said
    book["survey"].unmerge_cells("A2:A3")
    assert "lựa chọn 1 đã có trong danh sách muc" in "\n".join(refused(tmp_path, book))


def test_a_mistake_of_the_checklist_stands_at_its_row_of_the_form(
    tmp_path: Path,
) -> None:
    endless = [("begin repeat", "r", "R", 20_000), ("text", "x", "X?", "")]
    rows = [*endless, ("end repeat", "", "", "")]
    book = form(rows, columns=(*SURVEY, "repeat_count"))
    assert "dòng 2, cột “repeat_count” (D2)" in "".join(refused(tmp_path, book))


NAMES = st.text(
    st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs")),
    max_size=12,
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["text", "integer", "begin group", "end group", "begin repeat", "note"]
            ),
            NAMES,
            NAMES,
            st.sampled_from(["", "${a} > 1", "not(${b})", "count(${a}) = 2", "((("]),
        ),
        max_size=12,
    )
)
def test_any_rows_give_a_whole_checklist_or_problems_never_a_crash(
    tmp_path: Path, rows: list[tuple[str, str, str, str]]
) -> None:
    book = form([], columns=(*SURVEY, "relevant"))
    for number, row in enumerate(rows, start=2):
        for column, text in enumerate(row, start=1):
            cell = book["survey"].cell(number, column)
            cell.value, cell.data_type = text, "s"
    if not refused(tmp_path, book):
        made = came(tmp_path, book).checklist
        assert parse_checklist(write_checklist(made)) == made


def test_the_page_on_forms_lists_every_function_and_type() -> None:
    words = set(re.findall(r"`([a-z_]+)`", DOCUMENT))
    assert set(FUNCTIONS) | set(PLAIN) <= words


@pytest.mark.parametrize(
    ("source", "when"),
    [
        ("${co}", "answered(co)"),
        ("not(${co})", "not answered(co)"),
        ("${co} and ${a} > 1", "answered(co) and a > 1"),
        ("${co} = 'yes'", "co == yes"),
    ],
)
def test_the_name_of_a_choice_alone_asks_whether_it_is_answered(
    source: str, when: str, tmp_path: Path
) -> None:
    rows = [
        ("select_one yn", "co", "Có không?", ""),
        ("integer", "a", "A?", ""),
        ("text", "x", "X?", source),
    ]
    book = form(rows, YES_NO, columns=(*SURVEY, "relevant"))
    *_, last = came(tmp_path, book).checklist.criteria()
    assert last.when == when
