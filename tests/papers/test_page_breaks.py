"""No heading ends a page and the signature never stands without text."""

import pytest

from fieldapp.papers import ReportlabPapers
from tests.papers.notices import LONG, item, notice, part
from tests.papers.reading import Line, lines

BOLD = "LiberationSerif-Bold"
BODY_SIZE = 14


def body(pdf: bytes) -> list[Line]:
    return [line for line in lines(pdf) if not line.text.isdigit()]


def by_page(found: list[Line]) -> list[list[Line]]:
    last = found[-1].page
    return [[x for x in found if x.page == page] for page in range(last + 1)]


def filler(count: int) -> list[str]:
    """Return short paragraphs of one line each."""
    return [f"Nội dung kiểm tra thứ {number}." for number in range(count)]


@pytest.mark.parametrize("count", range(14, 30))
def test_a_heading_is_never_the_last_line_of_a_page(
    desk: ReportlabPapers, count: int
) -> None:
    head = [item(text) for text in filler(count)]
    sections = (
        part("I", "Khái quát", *head),
        part("II", "Tồn tại", item("Về thể chế", "1.", heading=True), item(), item()),
    )
    for page in by_page(body(desk.render(notice(parts=sections), {}).pdf)):
        assert page[-1].font != BOLD or "Ánh" in page[-1].text, page[-1]


@pytest.mark.parametrize("closing", ["Đề nghị thực hiện.", LONG, LONG * 3, ""])
@pytest.mark.parametrize("count", range(20, 44, 2))
def test_two_lines_of_text_stand_above_the_signature(
    desk: ReportlabPapers, count: int, closing: str
) -> None:
    sections = (
        part("I", "Khái quát", *(item(text) for text in filler(count))),
        part("II", "Tổ chức thực hiện", item("Báo cáo kết quả.")),
    )
    content = notice(parts=sections, closing=closing)
    last = by_page(body(desk.render(content, {}).pdf))[-1]
    title = next(n for n, line in enumerate(last) if line.text == "Nơi nhận:")
    above = [line for line in last[:title] if line.size == BODY_SIZE]
    assert len(above) >= 2


@pytest.mark.parametrize("count", range(12))
def test_no_paragraph_leaves_one_line_alone(desk: ReportlabPapers, count: int) -> None:
    sections = (
        part("I", "Khái quát", *(item(text) for text in filler(count))),
        part("II", "Tồn tại", *[item()] * 14),
    )
    pages = by_page(body(desk.render(notice(parts=sections), {}).pdf))
    starts, ends = "Qua kiểm tra", "cách hành chính."
    for page in pages[:-1]:
        assert not page[-1].text.startswith(starts)
    for page in pages[1:]:
        assert not page[0].text.endswith(ends) or page[0].text.startswith(starts)


def test_only_two_lines_of_a_long_closing_follow_the_signature_to_a_new_page(
    desk: ReportlabPapers,
) -> None:
    found = [_lines_above_the_foot(desk, count) for count in range(10, 19)]
    moved = [lines_above for pages, lines_above in found if pages == 2]
    assert 2 in moved
    assert max(moved) <= 4


def _lines_above_the_foot(desk: ReportlabPapers, count: int) -> tuple[int, int]:
    sections = (part("I", "Khái quát", *(item(text) for text in filler(count))),)
    content = notice(parts=sections, closing=LONG * 2)
    pages = by_page(body(desk.render(content, {}).pdf))
    return len(pages), [line.text for line in pages[-1]].index("Nơi nhận:")


def test_sixty_recommendations_come_out_whole_and_in_order(
    desk: ReportlabPapers,
) -> None:
    advice = [item(LONG, f"{number}.") for number in range(1, 61)]
    pdf = desk.render(notice(parts=(part("V", "Kiến nghị", *advice),)), {}).pdf
    numbers = [
        line.text.split(".")[0]
        for line in body(pdf)
        if "Qua kiểm tra hồ sơ" in line.text
    ]
    assert numbers == [str(number) for number in range(1, 61)]


def test_recipients_too_many_for_the_column_go_on_below(desk: ReportlabPapers) -> None:
    names = [f"Ủy ban nhân dân phường số {number}" for number in range(1, 81)]
    found = body(desk.render(notice(recipients=names), {}).pdf)
    listed = [line.text for line in found if line.text.startswith("- Ủy ban")]
    assert listed == [f"- {name};" for name in names[:-1]] + [f"- {names[-1]}."]
