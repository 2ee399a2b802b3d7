"""The photo annex and the mark of a sample."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from fieldapp.errors import IntegrityError
from fieldapp.papers import ReportlabPapers
from fieldapp.papers.wording import SAMPLE_MARK
from tests.papers.conftest import Photos
from tests.papers.notices import notice
from tests.papers.reading import lines, words

Make = Callable[[int], Photos]
MM = 72 / 25.4


def test_the_annex_starts_its_own_page_and_counts_its_own_pages(
    desk: ReportlabPapers, photos: Make
) -> None:
    listed, files = photos(12)
    alone = desk.render(notice(), {}).page_count
    paper = desk.render(notice(photos=listed), files)
    found = lines(paper.pdf)
    first = next(line for line in found if line.text == "Phụ lục")
    assert first.page == alone
    numbers = {line.page: line.text for line in found if line.text.isdigit()}
    after = range(alone + 1, paper.page_count)
    assert numbers == {
        **{page: str(page + 1) for page in range(1, alone)},
        **{page: str(page - alone + 1) for page in after},
    }


def test_every_photo_is_drawn_two_to_a_row_in_its_shape(
    desk: ReportlabPapers, photos: Make
) -> None:
    listed, files = photos(5)
    paper = desk.render(notice(photos=listed), files)
    boxes = image_boxes(paper.pdf)
    assert len(boxes) == 5
    rows = sorted({round(bottom) for _, bottom, _, _ in boxes}, reverse=True)
    assert [sum(round(box[1]) == row for box in boxes) for row in rows] == [2, 2, 1]
    for left, bottom, right, top in boxes:
        shape = (right - left) / (top - bottom)
        assert any(abs(shape - s) < 0.01 for s in (614 / 460, 460 / 614))
        assert right - left <= 78.1 * MM
        assert left >= 30 * MM
        assert right <= 195 * MM


def image_boxes(pdf: bytes) -> list[tuple[float, float, float, float]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            each.get_bounds()
            for page in document
            for each in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        ]
    finally:
        document.close()


def test_a_caption_names_the_photo_and_the_start_of_its_digest(
    desk: ReportlabPapers, photos: Make
) -> None:
    listed, files = photos(3)
    text = words(desk.render(notice(photos=listed), files).pdf)
    for number, photo in enumerate(listed, start=1):
        assert f"Ảnh {number}. Quầy số {number}" in text
        assert photo.sha256[:16] in text


def test_the_reference_to_the_notice_stays_blank_as_the_decree_says(
    desk: ReportlabPapers, photos: Make
) -> None:
    listed, files = photos(1)
    text = words(desk.render(notice(photos=listed, number="12"), files).pdf)
    assert "(Kèm theo Thông báo số /TB-SNV ngày tháng năm của Sở Nội vụ)" in text


def test_a_caption_of_pages_does_not_stop_the_press(
    desk: ReportlabPapers, photos: Make
) -> None:
    listed, files = photos(3)
    wordy = listed[1].model_copy(update={"caption": "Chú thích rất dài " * 300})
    content = notice(photos=(listed[0], wordy, listed[2]))
    text = words(desk.render(content, files).pdf)
    assert text.count("Chú thích rất dài") == 300


def test_a_photo_without_its_print_copy_is_not_left_out_silently(
    desk: ReportlabPapers, photos: Make, tmp_path: Path
) -> None:
    listed, files = photos(2)
    with pytest.raises(IntegrityError, match="Ảnh 1"):
        desk.render(notice(photos=listed), {})
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"not a photo")
    with pytest.raises(IntegrityError, match="ảnh 2"):
        desk.render(notice(photos=listed), files | {listed[1].sha256: broken})


def test_a_sample_says_so_on_every_page(desk: ReportlabPapers, photos: Make) -> None:
    listed, files = photos(8)
    paper = desk.render(notice(photos=listed, sample=True), files)
    marks = [line.page for line in lines(paper.pdf) if line.text == SAMPLE_MARK]
    assert marks == list(range(paper.page_count))


def test_a_real_notice_bears_no_mark(desk: ReportlabPapers) -> None:
    assert "MẪU" not in words(desk.render(notice(), {}).pdf)
