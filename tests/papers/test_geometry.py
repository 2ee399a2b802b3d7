"""Sizes, styles and places of NĐ 30/2020, Phụ lục I, measured on the finished page."""

import datetime as dt

import pytest

from fieldapp.papers import ReportlabPapers
from tests.papers.notices import notice
from tests.papers.reading import Line, lines

MM = 72 / 25.4
LEFT, RIGHT = 30 * MM, (210 - 15) * MM
TOP, BOTTOM = (297 - 20) * MM, 20 * MM
MIDDLE = (LEFT + RIGHT) / 2
# Side bearings: a glyph's box is not its advance.
SLACK = 2.5
REGULAR, BOLD = "LiberationSerif", "LiberationSerif-Bold"
ITALIC, BOLD_ITALIC = "LiberationSerif-Italic", "LiberationSerif-BoldItalic"


@pytest.fixture(scope="module")
def page(desk: ReportlabPapers) -> list[Line]:
    return lines(desk.render(notice(number="5"), {}).pdf)


def line(found: list[Line], start: str) -> Line:
    return next(each for each in found if each.text.startswith(start))


@pytest.mark.parametrize(
    ("start", "font", "size"),
    [
        ("CỘNG HÒA XÃ HỘI", BOLD, 12),
        ("Độc lập - Tự do - Hạnh phúc", BOLD, 13),
        ("UBND THÀNH PHỐ CẦN THƠ", REGULAR, 12),
        ("SỞ NỘI VỤ", BOLD, 12),
        ("Số: 05/TB-SNV", REGULAR, 13),
        ("Cần Thơ, ngày", ITALIC, 13),
        ("THÔNG BÁO", BOLD, 14),
        ("Kết luận kiểm tra", BOLD, 14),
        ("Căn cứ Kế hoạch", ITALIC, 14),
        ("Sở Nội vụ thông báo", REGULAR, 14),
        ("I. KHÁI QUÁT", BOLD, 14),
        ("1. Công tác chỉ đạo", BOLD, 14),
        ("a) Đã công khai", REGULAR, 14),
        ("KT. GIÁM ĐỐC", BOLD, 14),
        ("Nguyễn Văn Ánh", BOLD, 14),
        ("Nơi nhận:", BOLD_ITALIC, 12),
        ("- UBND phường", REGULAR, 11),
        ("2", REGULAR, 14),
    ],
)
def test_a_component_has_its_size_and_style(
    page: list[Line], start: str, font: str, size: int
) -> None:
    found = line(page, start)
    assert (found.font, found.size) == (font, size)


def test_nothing_but_the_page_number_leaves_the_margins(page: list[Line]) -> None:
    for each in page:
        if each.text.isdigit():
            continue
        assert each.left >= LEFT - SLACK, each
        assert each.right <= RIGHT + SLACK, each
        assert BOTTOM <= each.baseline <= TOP, each


def test_paragraphs_are_justified_with_a_first_line_indent_of_1_cm(
    page: list[Line],
) -> None:
    first = line(page, "Qua kiểm tra")
    second = page[page.index(first) + 1]
    assert first.left == pytest.approx(LEFT + 10 * MM, abs=SLACK)
    assert second.left == pytest.approx(LEFT, abs=SLACK)
    assert first.right == pytest.approx(RIGHT, abs=SLACK)
    assert second.right == pytest.approx(RIGHT, abs=SLACK)


def test_paragraphs_are_6_points_apart_and_lines_at_most_one_and_a_half(
    page: list[Line],
) -> None:
    first = line(page, "Qua kiểm tra")
    second, third = page[page.index(first) + 1 :][:2]
    heading = line(page, "I. KHÁI QUÁT")
    spacing = first.baseline - second.baseline
    assert spacing == pytest.approx(second.baseline - third.baseline, abs=0.2)
    assert 14 * 1.149 <= spacing <= 14 * 1.149 * 1.5
    assert heading.baseline - first.baseline == pytest.approx(spacing + 6, abs=0.2)


def test_number_and_place_share_a_baseline_and_so_do_recipients_and_title(
    page: list[Line],
) -> None:
    number, place = line(page, "Số:"), line(page, "Cần Thơ,")
    assert number.baseline == place.baseline
    recipients, title = line(page, "Nơi nhận:"), line(page, "KT. GIÁM ĐỐC")
    assert recipients.baseline == pytest.approx(title.baseline, abs=0.5)


def test_the_page_number_is_centred_in_the_top_margin_from_page_2(
    page: list[Line],
) -> None:
    numbers = [each for each in page if each.text.isdigit()]
    assert [(each.page, each.text) for each in numbers] == [(1, "2")]
    middle = (numbers[0].left + numbers[0].right) / 2
    assert middle == pytest.approx(MIDDLE, abs=0.5)
    assert TOP < numbers[0].baseline < 297 * MM - 8 * MM


def test_number_and_date_stay_blank_until_given(desk: ReportlabPapers) -> None:
    found = lines(desk.render(notice(), {}).pdf)
    number = line(found, "Số:")
    assert number.text.split() == ["Số:", "/TB-SNV"]
    filled = lines(desk.render(notice(number="123"), {}).pdf)
    assert number.right - number.left >= (
        line(filled, "Số:").right - line(filled, "Số:").left
    )


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (dt.date(2026, 2, 5), "Cần Thơ, ngày 05 tháng 02 năm 2026"),
        (dt.date(2026, 7, 27), "Cần Thơ, ngày 27 tháng 7 năm 2026"),
        (dt.date(2026, 12, 1), "Cần Thơ, ngày 01 tháng 12 năm 2026"),
    ],
)
def test_the_date_has_the_decrees_zeros(
    desk: ReportlabPapers, date: dt.date, words: str
) -> None:
    found = lines(desk.render(notice(issued_on=date), {}).pdf)
    assert line(found, "Cần Thơ,").text == words


def test_the_signature_box_lies_between_title_and_name(desk: ReportlabPapers) -> None:
    paper = desk.render(notice(), {})
    found = lines(paper.pdf)
    box, title, name = (
        paper.signature,
        line(found, "PHÓ GIÁM ĐỐC"),
        line(found, "Nguyễn Văn Ánh"),
    )
    assert box.page == title.page == name.page == paper.page_count - 1
    assert name.baseline < box.bottom_pt < box.top_pt < title.baseline
    assert box.left_pt < (name.left + name.right) / 2 < box.right_pt
