"""Every paper is PDF/A-2b, says what it is, and comes out the same twice."""

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import pdfa
from reportlab.pdfgen.canvas import Canvas

from fieldapp.domain.notice import SignatureBox
from fieldapp.errors import IntegrityError, UserError
from fieldapp.papers import ReportlabPapers, archive
from tests.papers.conftest import ASSETS, MADE_AT, Photos
from tests.papers.notices import notice

Make = Callable[[int], Photos]


@pytest.mark.parametrize("sample", [False, True])
@pytest.mark.parametrize("count", [0, 12, 60])
def test_a_paper_is_pdf_a_2b(
    desk: ReportlabPapers, photos: Make, count: int, *, sample: bool
) -> None:
    listed, files = photos(count)
    paper = desk.render(notice(photos=listed, sample=sample), files)
    report = pdfa.validate_written(io.BytesIO(paper.pdf), "2b")
    assert report.findings == []
    with pikepdf.open(io.BytesIO(paper.pdf)) as pdf:
        assert len(pdf.pages) == paper.page_count


def test_a_file_that_is_not_pdf_a_is_not_handed_out() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(100, 100, "Helvetica is not embedded")
    canvas.save()
    box = SignatureBox(page=0, left_pt=0, bottom_pt=0, right_pt=1, top_pt=1)
    label = archive.Label("Thử", "Sở Nội vụ", MADE_AT)
    icc = (ASSETS / "icc" / "sRGB2014.icc").read_bytes()
    with pytest.raises(IntegrityError, match="không đạt chuẩn"):
        archive.archived(out.getvalue(), label, box, icc)


def test_equal_content_and_time_give_equal_bytes(
    desk: ReportlabPapers, photos: Make
) -> None:
    listed, files = photos(2)
    content = notice(photos=listed)
    assert desk.render(content, files) == desk.render(content, files)


def test_the_file_carries_title_author_language_and_time(
    desk: ReportlabPapers,
) -> None:
    paper = desk.render(notice(subject="Kết luận A & B <x>"), {})
    with pikepdf.open(io.BytesIO(paper.pdf)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "THÔNG BÁO: Kết luận A & B <x>"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20260321100000+07'00'"
        assert str(pdf.Root.Lang) == "vi-VN"
        xmp = pdf.Root.Metadata.read_bytes().decode()
    assert "Kết luận A &amp; B &lt;x&gt;" in xmp
    assert "2026-03-21T10:00:00+07:00" in xmp


def test_photos_are_stored_as_they_are(desk: ReportlabPapers, photos: Make) -> None:
    listed, files = photos(3)
    paper = desk.render(notice(photos=listed), files)
    with pikepdf.open(io.BytesIO(paper.pdf)) as pdf:
        streams = [
            image.read_raw_bytes()
            for page in pdf.pages
            for image in page.get_images().values()
        ]
    assert sorted(streams) == sorted(path.read_bytes() for path in files.values())


def test_a_missing_font_is_the_installations_fault(tmp_path: Path) -> None:
    desk = ReportlabPapers(tmp_path, lambda: dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    with pytest.raises(IntegrityError, match=r"LiberationSerif-Regular\.ttf"):
        desk.render(notice(), {})


def test_every_page_becomes_a_picture_of_the_width_asked_for(
    desk: ReportlabPapers,
) -> None:
    paper = desk.render(notice(), {})
    images = desk.page_images(paper.pdf, 400)
    assert len(images) == paper.page_count
    for image in images:
        assert image.startswith(b"\x89PNG")
        assert int.from_bytes(image[16:20], "big") == 400


def test_no_picture_of_what_is_not_a_pdf(desk: ReportlabPapers) -> None:
    with pytest.raises(UserError, match="không phải PDF"):
        desk.page_images(b"chu", 400)
