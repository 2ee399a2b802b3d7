"""Files and characters: what never gets as far as the checklist language."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from fieldapp.errors import ProblemsError
from fieldapp.library import load_checklist, yaml_text
from fieldapp.library.codes import Code
from fieldapp.library.files import MAX_SIZE_BYTES
from fieldapp.library.letters import letter_problems, looks_legacy
from fieldapp.library.yaml_text import MAX_DEPTH, read_document


def places(text: str) -> list[str]:
    _, problems = read_document(text, "x.yaml")
    return [f"{p.line}:{p.column}:{p.code}" for p in problems]


def loading(path: Path) -> list[str]:
    with pytest.raises(ProblemsError) as caught:
        load_checklist(path)
    return [f"{p.line}:{p.column}:{p.code}" for p in caught.value.problems]


@pytest.mark.parametrize(
    "text",
    [
        "a: no\nb: [1, ~, 'x']\nc:\n  - {d: \"e\"}\n  - |\n    f\n",
        "a: 1\na: 2\n",
        "a: [1\nb: 2\n",
        "a:\n\t- b\n",
        "a: &x 1\n",
    ],
)
def test_without_the_c_parser_everything_is_read_the_same(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick, quick_places = read_document(text, "x")[0], places(text)
    monkeypatch.setattr(yaml_text, "YAML", lambda **_: YAML(typ="safe", pure=True))
    slow, slow_places = read_document(text, "x")[0], places(text)
    assert slow_places == quick_places
    assert (slow and slow.data) == (quick and quick.data)


def test_scalars_stay_the_text_as_written() -> None:
    document, problems = read_document(
        "a: no\nb: 34.80\nc: 2024\nd: 0o7\ne: 1_000\nf: 'null'\ng: 2024-01-05\n", "x"
    )
    assert problems == []
    assert document is not None
    assert document.data == {
        "a": "no",
        "b": "34.80",
        "c": "2024",
        "d": "0o7",
        "e": "1_000",
        "f": "null",
        "g": "2024-01-05",
    }


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_unquoted_nulls_are_nothing(written: str) -> None:
    document, _ = read_document(f"a: {written}\n", "x")
    assert document is not None
    assert document.data == {"a": None}


def test_json_is_read_too() -> None:
    document, problems = read_document('{"a": [1, true, null], "b": "x\\ny"}', "x")
    assert problems == []
    assert document is not None
    assert document.data == {"a": ["1", "true", None], "b": "x\ny"}


def test_every_value_and_key_has_its_place() -> None:
    document, _ = read_document("a:\n  - x\n  - {b: c}\n", "x")
    assert document is not None
    assert document.where(("a",)) == (2, 3)
    assert document.where(("a",), at_key=True) == (1, 1)
    assert document.where(("a", 1, "b")) == (3, 9)
    assert document.where(("a", 1, "b"), at_key=True) == (3, 6)


def test_a_path_that_is_missing_stands_at_its_parent() -> None:
    document, _ = read_document("a:\n  b: c\n", "x")
    assert document is not None
    assert document.where(("a", "none", 3)) == (2, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1:TX03"]),
        (" \n\n", ["1:1:TX03"]),
        ("a: [1\nb: 2\n", ["2:2:TX09"]),
        ("a: 'x\n", ["2:1:TX09"]),
        ("a: Còn: nữa\n", ["1:7:TX09"]),
        ("a: {x}% đạt\n", ["1:7:TX09"]),
        ("a: @x\n", ["1:4:TX09"]),
        ('a: "x" thừa\n', ["1:8:TX09"]),
        ("a:\n\t- b\n\t- c\n", ["2:1:TX08", "3:1:TX08"]),
        ("a: 1\nb: 2\na: 3\n", ["3:1:TX10"]),
        ("a: &x 1\nb: *x\n", ["1:4:TX11"]),
        ("a: !!python/object:os.system x\n", ["1:4:TX12"]),
        ("a: !x {b: c}\n", ["1:4:TX12"]),
        ("a: 1\n---\nb: 2\n", ["2:1:TX13"]),
        ("a: b\x07c\n", ["1:5:TX16"]),
        ("? [x, y]\n: z\n", ["1:3:TX17"]),
        ("a: {{b}: c}\n", ["1:5:TX17"]),
    ],
)
def test_each_mistake_of_the_text_has_its_place(text: str, expected: list[str]) -> None:
    assert places(text) == expected


def test_a_syntax_mistake_says_where_the_unclosed_part_began() -> None:
    _, problems = read_document("a: [1\nb: 2\n", "x.yaml")
    assert "bắt đầu ở dòng 1" in problems[0].message


def test_decomposed_letters_are_told_line_by_line() -> None:
    text = unicodedata.normalize("NFD", "a: Hòa\nb: tốt\nc: on\n")
    assert places(text) == ["1:5:TX06", "2:5:TX06"]


@pytest.mark.parametrize("letter", ["\u00d0", "\u00f0", "\u0189"])
def test_letters_that_only_look_like_d_are_told(letter: str) -> None:
    assert places(f"ok: Đạt\na: x {letter}ạt\n") == ["2:6:TX07"]


def test_a_lookalike_written_as_an_escape_is_told() -> None:
    assert places('a: "\\u00D0ạt"\n') == ["1:4:TX07"]


def test_wrong_letters_and_duplicate_keys_are_told_together() -> None:
    assert places("a: Ðạt\na: x\n") == ["1:4:TX07", "2:1:TX10"]


@pytest.mark.parametrize(
    "text",
    [
        "a: Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do\n",
        "a: Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\n",
    ],
)
def test_text_of_old_encodings_is_refused_not_guessed(text: str) -> None:
    assert looks_legacy(text)
    assert places(text) == ["1:1:TX05"]


@pytest.mark.parametrize(
    "text",
    ["Cộng hòa xã hội chủ nghĩa Việt Nam", "plain English only", "à la carte, naïve"],
)
def test_other_text_is_not_taken_for_an_old_encoding(text: str) -> None:
    assert not looks_legacy(text)


@given(st.text(alphabet="aăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệ ĐỨỸ\n"))
def test_composed_vietnamese_is_never_refused(text: str) -> None:
    assert letter_problems(unicodedata.normalize("NFC", text), "x") == []


@given(st.text(alphabet="aàảãáạăằẳẵắặâầẩẫấậbcdđ \n", min_size=1))
def test_decomposed_text_is_always_told(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    told = bool(letter_problems(decomposed, "x"))
    assert told == (decomposed != unicodedata.normalize("NFC", text))


def test_nesting_deeper_than_the_limit_is_refused() -> None:
    deep = "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)
    assert places(f"a: {deep}\n") == [f"1:{4 + MAX_DEPTH - 1}:TX14"]


def test_a_hundred_thousand_brackets_are_refused_at_once() -> None:
    assert places("a: " + "[" * 100_000)[0].endswith("TX14")


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for n in range(1, 30):
        items = ", ".join([f"*a{n - 1}"] * 9)
        lines.append(f"a{n}: &a{n} [{items}]")
    assert places("\n".join(lines)) == ["1:5:TX11"]


def test_too_many_values_are_refused() -> None:
    assert places("a: [" + "x," * 500_001 + "]")[0].endswith("TX15")


def test_a_large_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "lon.yaml"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    assert loading(path) == ["0:0:TX02"]


def test_a_file_of_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "vua.yaml"
    path.write_bytes(b"a: b #" + b"x" * (MAX_SIZE_BYTES - 6))
    assert "0:0:TX02" not in loading(path)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    assert loading(tmp_path / "khong-co.yaml") == ["0:0:TX01"]
    assert loading(tmp_path) == ["0:0:TX01"]


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_bytes("format: fieldapp/checklist@2\n".encode("utf-8-sig"))
    assert loading(path) == [f"1:9:{Code.CHECKLIST_FORMAT}"]


@pytest.mark.parametrize("encoding", ["utf-16", "cp1258"])
def test_a_file_that_is_not_utf8_is_told(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "khac.yaml"
    path.write_bytes("a: đạt".encode(encoding, errors="replace"))
    assert loading(path)[0].endswith("TX04")


def test_bytes_of_tcvn3_are_named_so(tmp_path: Path) -> None:
    path = tmp_path / "tcvn3.yaml"
    path.write_bytes("a: Céng hßa x· héi chñ nghÜa".encode("latin-1"))
    assert loading(path) == ["1:5:TX05"]
