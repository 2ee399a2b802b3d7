"""What is printed reads back letter for letter, whatever was typed."""

import itertools
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.errors import UserError
from fieldapp.papers import ReportlabPapers, wording
from tests.papers.notices import LONG, item, notice, part
from tests.papers.reading import words

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LOWER = [
    unicodedata.normalize("NFC", vowel + tone)
    for vowel, tone in itertools.product("aăâeêioôơuưy", TONES)
]
LETTERS = " ".join([*LOWER, "đ"])


def printed(desk: ReportlabPapers, text: str) -> str:
    return words(desk.render(notice(parts=(part("I", "Mục", item(text)),)), {}).pdf)


def test_all_146_letters_read_back(desk: ReportlabPapers) -> None:
    both = f"{LETTERS} {LETTERS.upper()}"
    assert both in printed(desk, both)


@pytest.mark.parametrize(
    "text",
    [LONG, "A & B <x> </para> &amp; <b>đậm</b>", "10% < 20% > 5%", "“Một cửa” – 24/7…"],
)
def test_text_reads_back_exactly(desk: ReportlabPapers, text: str) -> None:
    assert text in printed(desk, text)


def test_decomposed_input_comes_out_composed(desk: ReportlabPapers) -> None:
    typed = unicodedata.normalize("NFD", LONG)
    assert typed != LONG
    assert LONG in printed(desk, typed)


def test_a_very_long_word_is_broken_not_cut(desk: ReportlabPapers) -> None:
    word = "Nguyễnvănánh" * 40
    assert word in printed(desk, word).replace(" ", "")


def test_invisible_characters_are_dropped(desk: ReportlabPapers) -> None:
    typed = "Ủy\u200b ban\u00ad nhân\ufeff dân\nphường\tCái\u2028Răng\x00"
    assert "Ủy ban nhân dân phường Cái Răng" in printed(desk, typed)


def test_a_character_no_font_has_is_refused_by_name(desk: ReportlabPapers) -> None:
    with pytest.raises(UserError, match=r"“Đã xong 😀”.*không in được: 😀"):
        printed(desk, "Đã xong 😀")


def test_something_too_long_for_a_page_is_the_persons_mistake(
    desk: ReportlabPapers,
) -> None:
    with pytest.raises(UserError, match="quá dài"):
        desk.render(notice(agency="Sở Nội vụ " * 500), {})


def test_a_title_longer_than_a_page_goes_on(desk: ReportlabPapers) -> None:
    subject = "Kết luận kiểm tra công tác cải cách hành chính " * 80
    paper = desk.render(notice(subject=subject), {})
    assert words(paper.pdf).count("Kết luận kiểm tra công tác") >= 70


def test_a_heading_longer_than_a_page_goes_on(desk: ReportlabPapers) -> None:
    sections = (part("I", "Khái quát chung " * 300, item()),)
    assert desk.render(notice(parts=sections), {}).page_count > 2


def test_the_basis_ends_in_semicolons_and_a_full_stop(desk: ReportlabPapers) -> None:
    text = words(desk.render(notice(), {}).pdf)
    assert "ngày 10 tháng 01 năm 2026; Căn cứ Quyết định" in text
    assert "ngày 02 tháng 3 năm 2026; Căn cứ Biên bản" in text
    assert "ngày 20 tháng 3 năm 2026. Sở Nội vụ thông báo" in text


@pytest.mark.parametrize("closing", ["Đề nghị thực hiện", "Đề nghị thực hiện./."])
def test_the_content_ends_in_one_closing_mark(
    desk: ReportlabPapers, closing: str
) -> None:
    text = words(desk.render(notice(closing=closing), {}).pdf)
    assert "Đề nghị thực hiện./. Nơi nhận:" in text
    assert text.count("./.") == 1


def test_a_notice_with_hardly_anything_still_has_its_frame(
    desk: ReportlabPapers,
) -> None:
    names = ("parts", "legal_basis", "recipients", "signing_lines")
    empty: dict[str, object] = dict.fromkeys(names, ())
    paper = desk.render(notice(**empty, closing="", signer_name=""), {})
    assert paper.page_count == 1
    assert "như sau./. Nơi nhận:" in words(paper.pdf)
    bare = desk.render(notice(**empty, closing="", opening=""), {})
    assert "./. Nơi nhận:" in words(bare.pdf)


@given(st.text(max_size=80))
def test_printable_text_is_one_line_and_stays_as_it_is(text: str) -> None:
    once = wording.printable(text)
    assert wording.printable(once) == once
    assert "\n" not in once
    assert unicodedata.is_normalized("NFC", once)


TEXTS = st.text(alphabet=LETTERS.upper() + LETTERS + ",;%&<>", min_size=1)


@settings(max_examples=15)
@given(
    st.lists(st.tuples(TEXTS, st.booleans(), st.integers(1, 12)), max_size=40),
    TEXTS,
)
def test_any_body_comes_out_whole_and_in_order(
    desk: ReportlabPapers, drawn: list[tuple[str, bool, int]], closing: str
) -> None:
    texts = [" ".join([text] * times).strip() for text, _, times in drawn]
    items = [
        item(text or "x", heading=heading)
        for text, (_, heading, _) in zip(texts, drawn, strict=True)
    ]
    content = notice(parts=(part("I", "Mục", *items),), closing=closing)
    found = words(desk.render(content, {}).pdf).replace(" ", "")
    start = 0
    for text in (each.text for each in items[:-1]):
        letters = "".join(text.split())
        start = found.index(letters, start) + len(letters)
