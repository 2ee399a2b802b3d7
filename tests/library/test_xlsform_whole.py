"""Every word of a form is in the checklist, or listed at the cell where it stands."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from fieldapp.library.checklist_text import write_checklist
from fieldapp.library.xlsform.reading import XlsForm
from tests.library.forms_made import SURVEY, came, form

TWO = (("p", "x", "X"), ("p", "y", "Y"))
NESTED = "nhóm trong nhóm: thành phần riêng, ngang hàng với nhóm ngoài"


def listed(folder: Path, book: Workbook) -> str:
    return "\n".join(notice.message for notice in came(folder, book).notices)


CELLS = {
    "message of no constraint": ("constraint_message", "text"),
    "message in English": ("constraint_message::English (en)", "text"),
    "more help in English": ("guidance_hint::English (en)", "text"),
    "a column of the author": ("ghi chú riêng", "text"),
    "hint of a note": ("hint", "note"),
    "guidance of a note": ("guidance_hint", "note"),
    "condition of a note": ("relevant", "note"),
    "English of a note": ("label::English (en)", "note"),
}


@pytest.mark.parametrize("what", CELLS)
def test_a_cell_that_has_no_place_is_listed(what: str, tmp_path: Path) -> None:
    column, kind = CELLS[what]
    other = ["constraint_message"] * ("constraint_message::" in column)
    other += ["guidance_hint"] * ("guidance_hint::" in column)
    columns = (*SURVEY, column, *other)
    rows = [
        ("text", "a", "A?"),
        (kind, "b", "B?", "lời riêng", *(["lời"] * len(other))),
        ("text", "c", "C?"),
    ]

    said = listed(tmp_path, form(rows, columns=columns))

    assert f"dòng 3, cột “{column.lower()}” (D3)" in said


def test_cells_without_a_heading_or_under_a_doubled_one_are_listed(
    tmp_path: Path,
) -> None:
    columns = (*SURVEY, "label", "", "hint")
    rows = [("text", "a", "A?", "lần hai", "không tên", "gợi ý")]

    said = listed(tmp_path, form(rows, columns=columns))

    assert "dòng 2, cột “label (D)” (D2)" in said
    assert "dòng 2, cột “(E)” (E2)" in said
    assert "(F2)" not in said


def test_choices_that_are_not_as_they_were_are_listed(tmp_path: Path) -> None:
    choices = [
        ("p", "đúng_hạn", "Đúng hạn"),
        ("p", "muon", "Muộn"),
        ("p", "", "Không tên"),
        ("", "lac", "Không danh sách"),
        ("yn", "yes", "Đạt yêu cầu"),
        ("yn", "no", "Không"),
    ]
    rows = [("select_one p", "a", "A?"), ("select_one yn", "b", "B?")]

    said = listed(tmp_path, form(rows, choices)).splitlines()

    assert [line.partition("”, ")[2] for line in said] == [
        "dòng 2, cột “name” (B2): name “đúng_hạn” thành “dung_han”",
        "dòng 4: dòng thiếu list_name hoặc name: không nhập",
        "dòng 5: dòng thiếu list_name hoặc name: không nhập",
        "dòng 6, cột “label” (C6): lời này không giữ: câu trả lời là có hoặc không",
    ]


def test_groups_that_become_no_section_are_listed(tmp_path: Path) -> None:
    rows = [
        ("begin group", "chi_nhom", "Chỉ có nhóm"),
        ("begin group", "phần_một", "Phần một"),
        ("text", "a", "A?"),
        ("end group",),
        ("end group",),
        ("begin group", "trong", "Không có gì"),
        ("end group",),
        ("begin group", "loi_dan", "Lời dẫn"),
        ("note", "n", "Đọc kỹ trước khi hỏi."),
        ("end group",),
        ("text", "b", "B?"),
    ]
    read = came(tmp_path, form(rows))

    said = [n.message.partition("”, ")[2] for n in read.notices]
    assert said == [
        "dòng 2: nhóm chỉ chứa nhóm khác: chỉ các nhóm trong thành phần",
        f"dòng 3, cột “type” (A3): {NESTED}",
        "dòng 3, cột “name” (B3): name “phần_một” thành mã phần “phan_mot”",
        "dòng 7: nhóm không có câu hỏi nào: không nhập",
        "dòng 9: nhóm không còn câu hỏi nào: không thành phần",
        "dòng 10, cột “type” (A10): ghi chú: đưa vào lời hướng dẫn của câu sau",
    ]
    assert [c.help for c in read.checklist.criteria()] == ["", "Đọc kỹ trước khi hỏi."]


def test_a_note_after_the_last_question_is_kept(tmp_path: Path) -> None:
    rows = [("text", "a", "A?"), ("begin group", "g", "G"), ("note", "n", "Cảm ơn.")]

    (criterion,) = came(tmp_path, form([*rows, ("end group",)])).checklist.criteria()

    assert criterion.help == "Cảm ơn."


def test_a_question_without_words_and_a_calculation_of_nothing_are_listed(
    tmp_path: Path,
) -> None:
    rows = [("text", "don_vi", ""), ("calculate", "c", "Tổng")]
    read = came(tmp_path, form(rows, columns=(*SURVEY, "calculation")))

    assert [c.question for c in read.checklist.criteria()] == ["don_vi"]
    told, dropped = (n.message for n in read.notices)
    assert "dòng 2, cột “label” (C2): câu hỏi không có label" in told
    assert "dòng 3: calculate không có calculation: bỏ cả dòng" in dropped


def test_other_sheets_and_more_settings_are_listed(tmp_path: Path) -> None:
    head = (("form_title", "style"), ("Một cửa", "pages"), ("Một cửa 2", ""))
    book = form([("text", "a", "A?")], settings=head)
    book.create_sheet("entities").append(["dataset"])
    book.create_sheet("Sheet4")

    said = listed(tmp_path, book)

    assert "Trang tính “settings”, dòng 2, cột “style” (B2)" in said
    assert "Trang tính “settings”, dòng 3: chỉ dòng đầu" in said
    assert "Trang tính “entities”: trang tính này không có chỗ ở đây" in said
    assert "Sheet4" not in said


HEADINGS = (
    *("type", "name", "label", "label::Tiếng Việt (vi)", "label::English (en)"),
    *("label::French (fr)", "hint", "hint::English (en)", "guidance_hint"),
    *("guidance_hint::English (en)", "constraint", "constraint_message"),
    *("constraint_message::English (en)", "relevant", "calculation", "default"),
    *("appearance", "required", "repeat_count", "media::image", "ghi chú", ""),
)
EXPRESSIONS = {"constraint", "relevant", "calculation"}
KINDS = (
    *("text", "integer", "decimal", "date", "image", "note", "calculate", "start"),
    *("select_one p", "select_multiple p", "geopoint", "begin_group", "begin_repeat"),
)


@st.composite
def forms(draw: st.DrawFn) -> list[list[str | None]]:
    """Rows whose words are all different; each group is closed after some rows."""
    rows: list[list[str | None]] = [
        ["text", "dau", "Câu đầu?", *[None] * (len(HEADINGS) - 3)]
    ]
    opened: list[str] = []
    for number in range(draw(st.integers(1, 6))):
        kind = draw(st.sampled_from(KINDS))
        filled = draw(st.sets(st.sampled_from(HEADINGS[2:]), max_size=6))
        row: list[str | None] = [kind, f"ten{number}"]
        for at, heading in enumerate(HEADINGS[2:]):
            word = f"chữ{number}n{at}n"
            if heading in EXPRESSIONS:
                word = f"${{dau}} != '{word}'"
            row.append(word if heading in filled else None)
        rows.append(row)
        if kind.startswith("begin"):
            opened.append(kind.replace("begin", "end"))
        closes = draw(st.booleans())
        if opened and closes:
            rows.append([opened.pop()])
    rows += [[kind] for kind in reversed(opened)]
    return rows


def is_told(read: XlsForm, row: int, column: int, kind: str) -> bool:
    """Whether the cell, its row, or its column in an earlier row is listed."""
    letter = get_column_letter(column)
    whole = [f"“survey”, dòng {row}: "]
    if kind == "start":
        whole.append(f"(A{row}): start: ")
    if kind == "calculate":  # goes as a whole when its expression does
        whole.append(f"({get_column_letter(HEADINGS.index('calculation') + 1)}{row})")
    for notice in read.notices:
        message = notice.message
        if any(part in message for part in (f"({letter}{row})", *whole)):
            return True
        found = re.search(rf"“survey”, .*\({letter}([0-9]+)\)", message)
        for_all = "các dòng sau" in message or "mọi tiêu chí" in message
        if found and for_all and int(found[1]) < row:
            return True
    return False


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(forms())
def test_no_word_of_a_form_is_dropped_in_silence(
    tmp_path: Path, rows: list[list[str | None]]
) -> None:
    read = came(tmp_path, form(rows, TWO, columns=HEADINGS))
    written = write_checklist(read.checklist)

    for number, row in enumerate(rows, 2):
        for column, text in enumerate(row, 1):
            word = text and re.search(r"chữ\w+", text)
            if word and word[0] not in written:
                assert is_told(read, number, column, row[0] or ""), (number, column)
