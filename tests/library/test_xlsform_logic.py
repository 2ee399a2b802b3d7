"""The logic of a form comes over as far as it can be said, cell by cell."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.cli.main import run
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.errors import ProblemsError
from fieldapp.library import load_checklist, parse_checklist
from fieldapp.library.checklist_text import write_checklist
from fieldapp.library.xlsform.reading import XlsForm, read_xlsform
from tests.library import forms_made

Row = Sequence[object]
CHOICES: tuple[Row, ...] = (
    ("list_name", "name", "label::Vietnamese (vi)", "label::English (en)"),
    ("yn", "yes", "Có", "Yes"),
    ("yn", "no", "Không", "No"),
    ("gio", "dung_gio", "đúng giờ", "on time"),
    ("gio", "muon", "muộn", "late"),
)

HEADINGS = (
    *("type", "name", "label", "hint", "relevant", "constraint"),
    *("constraint_message", "calculation", "required", "default", "repeat_count"),
)


def row(kind: str, name: str = "", label: str = "", **more: str) -> Row:
    cells = {"type": kind, "name": name, "label": label} | more
    return tuple(cells.get(heading) or None for heading in HEADINGS)


def saved(
    folder: Path,
    rows: Sequence[Row],
    choices: Sequence[Row] = CHOICES,
    settings: Sequence[Row] = (),
) -> Path:
    """Write a form; every sheet with its headings first."""
    book = forms_made.form(
        rows[1:],
        choices[1:],
        settings,
        columns=[str(heading) for heading in rows[0]],
        choice_columns=[str(heading) for heading in choices[0]],
    )
    path = folder / "bieu-mau.xlsx"
    book.save(path)
    return path


def read(
    folder: Path,
    rows: Sequence[Row],
    choices: Sequence[Row] = CHOICES,
    settings: Sequence[Row] = (),
) -> XlsForm:
    return read_xlsform(saved(folder, rows, choices, settings))


def refused(
    folder: Path, rows: Sequence[Row], choices: Sequence[Row] = CHOICES
) -> list[str]:
    try:
        read(folder, rows, choices)
    except ProblemsError as error:
        return [f"{p.code} {p.message}" for p in error.problems]
    return []


def remarks_of(form: XlsForm) -> list[str]:
    """What is told of the survey and the settings; unused lists left out."""
    said = [notice.message for notice in form.notices]
    return [line for line in said if "“choices”" not in line]


def survey(*rows: Row) -> list[Row]:
    return [HEADINGS, *rows]


def criteria(folder: Path, *rows: Row) -> dict[str, Criterion]:
    return {c.id: c for c in read(folder, survey(*rows)).checklist.criteria()}


def remarks(folder: Path, *rows: Row) -> str:
    return "\n".join(remarks_of(read(folder, survey(*rows))))


def test_each_type_becomes_its_kind_of_answer(tmp_path: Path) -> None:
    found = criteria(
        tmp_path,
        row("text", "a", "A?"),
        row("integer", "b", "B?"),
        row("decimal", "c", "C?", constraint=". >= 0 and . <= 12.5"),
        row("date", "d", "D?"),
        row("image", "e", "E?"),
        row("select_one yn", "f", "F?"),
        row("select_one gio", "g", "G?"),
        row("file", "h", "H?"),
    )
    kinds = {name: criterion.answer.type for name, criterion in found.items()}
    assert kinds == {
        "a": AnswerKind.TEXT,
        "b": AnswerKind.COUNT,
        "c": AnswerKind.INDEX,
        "d": AnswerKind.DATE,
        "e": AnswerKind.PHOTO,
        "f": AnswerKind.YES_NO,
        "g": AnswerKind.CHOICE,
        "h": AnswerKind.DOCUMENT,
    }
    assert [c.label for c in found["g"].answer.choices] == ["đúng giờ", "muộn"]
    assert [c.en for c in found["g"].answer.choices] == ["on time", "late"]


def test_groups_become_sections_and_repeats_repeat(tmp_path: Path) -> None:
    form = read(
        tmp_path,
        survey(
            row("text", "ten", "Tên?"),
            row("begin_group", "A", "Phần A"),
            row("text", "a1", "A1?"),
            row("begin group", "B", "Phần B", relevant="${a1} != ''"),
            row("text", "b1", "B1?"),
            row("end group"),
            row("text", "a2", "A2?"),
            row("end_group"),
            row("begin_repeat", "ho_so", "Hồ sơ", repeat_count="5"),
            row("text", "ma", "Mã?"),
            row("begin_group", "C", "Trong hồ sơ", relevant="${ma} = 'x'"),
            row("integer", "phi", "Phí?", relevant="${xong} = 'yes' or ${ma} = 'y'"),
            row("end_group"),
            row("select_one yn", "xong", "Xong?"),
            row("end_repeat"),
        ),
    )
    told = [
        (s.title, s.when, [c.id for c in s.criteria]) for s in form.checklist.sections
    ]
    assert told == [
        ("Câu hỏi chung", "", ["ten"]),
        ("Phần A", "", ["a1"]),
        ("Phần B", "answered(a1)", ["b1"]),
        ("Phần A (tiếp)", "", ["a2"]),
        ("Hồ sơ", "", ["ma", "phi", "xong"]),
    ]
    repeat = form.checklist.sections[-1].repeat
    assert repeat is not None
    assert (repeat.entry, repeat.label, repeat.fewest) == ("Hồ sơ", "ma", 5)
    phi = form.checklist.criterion("phi")
    assert phi is not None
    assert phi.when == 'ma == "x" and (xong == yes or ma == "y")'
    nested, inside, title, unused = (notice.message for notice in form.notices)
    assert "dòng 5, cột “type” (A5): nhóm trong nhóm: thành phần riêng" in nested
    assert "dòng 12, cột “type” (A12): nhóm trong nhóm lặp: gộp vào" in inside
    assert "dòng 12, cột “label” (C12): tên nhóm trong nhóm lặp" in title
    assert "dòng 4, cột “list_name” (A4): danh sách không câu hỏi nào dùng" in unused


def test_settings_give_id_title_and_version(tmp_path: Path) -> None:
    settings = [
        ("form_title", "form_id", "version", "style"),
        ("Kiểm tra một cửa", "kt mot cửa", 2025070101, "pages"),
    ]
    rows = survey(row("select_one gio", "a", "A?"))
    form = read(tmp_path, rows, settings=settings)
    checklist = form.checklist
    assert checklist.id == "kt-mot-cua"
    assert (checklist.title, checklist.version) == ("Kiểm tra một cửa", "2025070101")
    assert len(remarks_of(form)) == 1
    assert "“settings”, dòng 2, cột “style” (D2)" in remarks_of(form)[0]


@pytest.mark.parametrize(
    "headings",
    [
        ("label::Vietnamese (vi)", "label::English (en)", "label::French (fr)"),
        ("label::Tiếng Việt", "label:English", "label::Slovenian"),
        ("label", "label::en", "label::Français (fr)"),
    ],
)
def test_vietnamese_and_english_are_told_apart_from_other_languages(
    headings: tuple[str, str, str], tmp_path: Path
) -> None:
    vietnamese, english, other = headings
    rows = [
        ("type", "name", other, english, vietnamese),
        ("text", "a", "Nom?", "Name?", "Tên?"),
    ]
    form = read(tmp_path, rows)
    found = form.checklist.criterion("a")
    assert found is not None
    assert (found.question, found.en.question) == ("Tên?", "Name?")
    assert "chỉ nhập tiếng Việt và tiếng Anh" in remarks_of(form)[0]


def test_notes_and_hints_become_help(tmp_path: Path) -> None:
    found = criteria(
        tmp_path,
        row("note", "n", "Xem sổ gốc."),
        row("text", "a", "A?", hint="Ghi đủ."),
        row("note", "m", "Xong."),
    )
    assert found["a"].help == "Ghi đủ.\nXem sổ gốc.\nXong."


def test_a_calculation_is_of_the_kind_that_it_gives(tmp_path: Path) -> None:
    found = criteria(
        tmp_path,
        row("integer", "a", "A?"),
        row("integer", "b", "B?"),
        row("calculate", "tong", calculation="${a} + ${b}"),
        row("calculate", "nua", calculation="${a} * 0.5"),
        row("calculate", "nhieu", calculation="${a} > 3"),
        row("calculate", "ngay", calculation="if(${a} > 3, ${d}, ${d})"),
        row("calculate", "ty_le", calculation="${a} div ${b} * 100"),
        row("date", "d", "D?", relevant="${nhieu}"),
    )
    kinds = {name: found[name].answer.type.value for name in found}
    assert kinds["tong"] == "count"
    assert kinds["nua"] == "index"
    assert kinds["nhieu"] == "yes_no"
    assert kinds["ngay"] == "date"
    assert kinds["ty_le"] == "ratio"
    calculation = found["ty_le"].calculate
    assert calculation is not None
    assert (calculation.num, calculation.den) == ("a", "b")
    assert found["d"].when == "nhieu"


def test_no_number_is_made_up_for_a_division_by_zero(tmp_path: Path) -> None:
    rows = (
        row("integer", "a", "A?"),
        row("calculate", "x", calculation="${a} div ${a}"),
        row("calculate", "y", calculation="if(${a} > 0, 5 div ${a}, 0)"),
    )
    assert set(criteria(tmp_path, *rows)) == {"a", "y"}
    assert "chia cho 0 thì không có giá trị nào để lấy" in remarks(tmp_path, *rows)


UNSAID: list[tuple[dict[str, Any], str]] = [
    ({"relevant": "${b} > today()"}, "cột “relevant” (E3): “${b} > today()”"),
    ({"constraint": "regex(., '[a-z]+')"}, "hàm regex() không có ở đây"),
    ({"constraint": "string-length(.) > 3"}, "hàm string-length() không có ở đây"),
    ({"relevant": "${khong_co} = 1"}, "không có câu hỏi tên khong_co"),
    ({"relevant": "${b} mod 2 = 0"}, "phép mod không có ở đây"),
    ({"relevant": "../b = 1"}, "không đọc được từ ký tự"),
    ({"relevant": "selected(${g}, 'som')"}, "danh sách không có lựa chọn som"),
    ({"relevant": "selected(${m}, 'muon')"}, "selected() chỉ dùng với câu hỏi chọn"),
    ({"relevant": "${b} and 1"}, "biểu thức sai ở ký tự thứ"),
    ({"relevant": "true()"}, "luôn đúng"),
    ({"default": "5"}, "cột “default” (J3): “5”: câu trả lời điền sẵn"),
    ({"required": "yes"}, "cột “required” (I3): cột required không cần"),
    ({"relevant": "(" * 300 + "1" + ")" * 300}, "không chuyển được"),
    ({"relevant": "${b} > " + "1" * 1000}, "dài hơn 1000 ký tự"),
]


@pytest.mark.parametrize(("cells", "said"), UNSAID)
def test_what_has_no_counterpart_is_listed_with_its_cell(
    cells: dict[str, str], said: str, tmp_path: Path
) -> None:
    rows = (
        row("integer", "b", "B?"),
        row("integer", "a", "A?", **cells),
        row("select_one gio", "g", "G?"),
        row("select_multiple gio", "m", "M?"),
    )
    form = read(tmp_path, survey(*rows))
    found = form.checklist.criterion("a")
    assert found is not None
    assert (found.when, found.constraints) == ("", ())
    told = [line for line in remarks_of(form) if "dòng 3" in line]
    assert len(told) == 1
    assert said in told[0]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("select_multiple gio", "chọn nhiều không có ở đây"),
        ("select_one gio or_other", "or_other không có ở đây"),
        ("geopoint", "kiểu geopoint không có ở đây: thành kiểu text"),
        ("audio", "kiểu audio"),
        ("rank gio", "kiểu rank"),
        ("select_one_from_file x.csv", "kiểu select_one_from_file"),
        ("dateTime", "chỉ giữ ngày"),
        ("decimal", "thành kiểu index"),
    ],
)
def test_a_type_without_counterpart_is_asked_as_text_and_listed(
    kind: str, said: str, tmp_path: Path
) -> None:
    rows = (row(kind, "a", "A?"),)
    assert set(criteria(tmp_path, *rows)) == {"a"}
    assert said in remarks(tmp_path, *rows)


def test_what_a_phone_fills_in_is_listed_and_not_asked(tmp_path: Path) -> None:
    rows = (row("start", "start"), row("deviceid", "may"), row("text", "a", "A?"))
    assert set(criteria(tmp_path, *rows)) == {"a"}
    assert remarks(tmp_path, *rows).count("không phải câu hỏi, không nhập") == 2


def test_names_that_cannot_be_ids_get_one_and_are_listed(tmp_path: Path) -> None:
    rows = (
        row("integer", "year", "Năm?"),
        row("integer", "1.số", "Số?", relevant="${year} > 2020"),
        row("integer", "a.b", "AB?", relevant="${a.b} > 1"),
    )
    assert list(criteria(tmp_path, *rows)) == ["year-x", "x-1-so", "a-b"]
    assert "name “1.số” thành mã “x-1-so”" in remarks(tmp_path, *rows)


def test_an_answer_inside_a_question_is_listed(tmp_path: Path) -> None:
    rows = (row("text", "a", "A?"), row("text", "b", "Tuổi của ${a}?"))
    assert criteria(tmp_path, *rows)["b"].question == "Tuổi của (a)?"
    assert "không chèn được câu trả lời khác" in remarks(tmp_path, *rows)


def test_decomposed_letters_of_a_form_are_repaired_and_told(tmp_path: Path) -> None:
    rows = (row("text", "a", "Te\u0302n?"),)
    assert criteria(tmp_path, *rows)["a"].question == "Tên?"
    assert "đã chuyển sang Unicode dựng sẵn" in remarks(tmp_path, *rows)


def test_choices_named_by_numbers_are_understood(tmp_path: Path) -> None:
    choices: list[Row] = [
        ("list_name", "name", "label"),
        ("muc", 1, "Tốt"),
        ("muc", 2, "Khá"),
        ("cn", 1, "Có"),
        ("cn", 0, "Không"),
    ]
    rows = survey(
        row("select_one muc", "a", "A?"),
        row("select_one cn", "b", "B?"),
        row("text", "c", "C?", relevant="${a} = 2 and ${b} = '1'"),
    )
    form = read(tmp_path, rows, choices)
    found = form.checklist.criterion("c")
    assert found is not None
    assert found.when == 'a == "2" and b == yes'


REFUSED: list[tuple[list[Row], str]] = [
    (
        [row("begin_group", "g", "G"), row("text", "a", "A?")],
        "XL12 Trang tính “survey”",
    ),
    (
        [row("text", "a", "A?"), row("end_group")],
        "dòng 3, cột “type” (A3): đóng một nhóm",
    ),
    (
        [row("begin_repeat", "g", "G"), row("text", "a", "A?"), row("end_group")],
        "end group không khớp",
    ),
    ([row("", "a", "A?")], "dòng không có type"),
    ([row("note", "a", "A")], "biểu mẫu không có câu hỏi nào"),
    ([row("text", "", "A?")], "XL11 Trang tính “survey”, dòng 2, cột “name” (B2)"),
    ([row("select_one x", "a", "A?")], "XL11 Trang tính “survey”, dòng 2"),
    ([row("text", "a", "=1+1")], "XL10 Trang tính “survey”, dòng 2, cột “label” (C2)"),
]


@pytest.mark.parametrize(("rows", "said"), REFUSED)
def test_a_broken_form_is_refused_with_its_cell(
    rows: list[Row], said: str, tmp_path: Path
) -> None:
    assert any(said in line for line in refused(tmp_path, survey(*rows)))


def test_a_form_without_its_columns_is_refused(tmp_path: Path) -> None:
    found = refused(tmp_path, [("name", "label"), ("a", "A?")])
    assert len(found) == 1
    assert "XL07 Trang tính “survey”, dòng 1: thiếu cột type" in found[0]


def test_the_same_choice_twice_is_refused_with_its_cell(tmp_path: Path) -> None:
    choices = [*CHOICES, ("gio", "muon", "muộn nữa", "")]
    found = refused(tmp_path, survey(row("select_one gio", "a", "A?")), choices)
    assert found
    assert "Trang tính “choices”, dòng 6, cột “name” (B6)" in found[0]


def test_the_command_knows_a_form_by_its_sheets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = saved(tmp_path, survey(row("text", "a", "A?"), row("audio", "b", "B?")))
    out = tmp_path / "bo.yaml"
    assert run(["checklist", "import", str(form), "--out", str(out)]) == 0
    said = capsys.readouterr()
    assert "1 phần, 2 tiêu chí" in said.out
    assert "XL13 Trang tính “survey”, dòng 3, cột “type” (A3): kiểu audio" in said.err
    assert [c.id for c in load_checklist(out).criteria()] == ["a", "b"]


def test_a_refused_form_leaves_the_file_alone(tmp_path: Path) -> None:
    form = saved(tmp_path, survey(row("begin_group", "g", "G")))
    out = tmp_path / "bo.yaml"
    out.write_text("cũ", "utf-8")
    assert run(["checklist", "import", str(form), "--out", str(out)]) == 1
    assert out.read_text("utf-8") == "cũ"


NAMES = ("a", "b", "c", "year", "1x", "ho so", "khong_co")
EXPRESSIONS = (
    *("", "${a} > 1", "${b} = 'yes'", "selected(${c}, 'muon')", "count(${a}) > 0"),
    *("sum(${b})", "${a} div ${b}", "${a} div ${b} * 100", "not(${a})", ". > 1"),
    *("${year} = ${1x}", "today()", "((", "if(${a} > 1, ${b}, 2)", "'x'", "-${a}"),
    *("min(${a}, ${b})", "${a} = '' or ${b} != ''", "${khong_co}", "date('2025-1-1')"),
)
KINDS = (
    *("text", "integer", "decimal", "date", "image", "note", "calculate", "start"),
    *("select_one yn", "select_one gio", "select_multiple gio", "geopoint"),
    *("begin_group", "end_group", "begin_repeat", "end_repeat"),
)


@st.composite
def surveys(draw: st.DrawFn) -> list[Row]:
    rows = []
    for _ in range(draw(st.integers(1, 12))):
        cells = {
            name: draw(st.sampled_from(EXPRESSIONS))
            for name in ("relevant", "constraint", "calculation")
            if draw(st.booleans())
        }
        name = draw(st.sampled_from(NAMES))
        rows.append(row(draw(st.sampled_from(KINDS)), name, f"{name}?", **cells))
    return survey(*rows)


@given(surveys())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_form_becomes_a_checklist_that_loads_or_is_refused(
    tmp_path: Path, rows: list[Row]
) -> None:
    try:
        form = read(tmp_path, rows)
    except ProblemsError:
        return
    assert parse_checklist(write_checklist(form.checklist)) == form.checklist
