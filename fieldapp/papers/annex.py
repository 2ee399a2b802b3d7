"""The photo annex: its own pages, photos two to a row (domain reference C.1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, Image, Paragraph, Spacer

from fieldapp.domain.notice import AnnexPhoto, NoticeContent
from fieldapp.errors import IntegrityError
from fieldapp.papers import geometry, styles, wording
from fieldapp.papers.columns import picture_row
from fieldapp.papers.flow import balanced

_DIGEST_SHOWN = 16
_CAPTION_MOST_PT = 60 * mm
_ROW_GAP_PT = 12


@dataclass(frozen=True)
class _Figure:
    image: Image
    caption: Paragraph
    digest: Paragraph

    @property
    def is_wordy(self) -> bool:
        width = geometry.PHOTO_WIDTH_MM * mm
        height = self.caption.wrap(width, geometry.TEXT_HEIGHT_PT)[1]
        return bool(height > _CAPTION_MOST_PT)


def annex(content: NoticeContent, photos: dict[str, Path]) -> list[Flowable]:
    """Return title, reference to the notice, and the photos with captions.

    Raises:
        IntegrityError: A photo of the annex has no readable paper derivative.
    """
    figures = [
        _figure(place, photo, photos)
        for place, photo in enumerate(content.photos, start=1)
    ]
    return [*_title(content), *_rows(figures)]


def _title(content: NoticeContent) -> list[Flowable]:
    return [
        Paragraph("Phụ lục", styles.TITLE),
        Paragraph("ẢNH GHI NHẬN TRONG QUÁ TRÌNH KIỂM TRA", styles.TITLE),
        balanced(_reference(content), styles.REFERENCE),
        Spacer(1, _ROW_GAP_PT),
    ]


def _reference(content: NoticeContent) -> str:
    # In an electronic document number and date stay blank (Phụ lục I, III.1.c).
    number = wording.number_line(None, wording.markup(content.symbol))
    date = wording.date_words(None)
    kind = wording.markup(content.kind.capitalize())
    agency = wording.markup(content.agency_in_text or content.agency)
    return f"(Kèm theo {kind} {number.replace('Số:', 'số')} {date} của {agency})"


def _figure(place: int, photo: AnnexPhoto, photos: dict[str, Path]) -> _Figure:
    caption = f"Ảnh {place}. {photo.caption}" if photo.caption else f"Ảnh {place}"
    return _Figure(
        _image(place, photos.get(photo.sha256)),
        Paragraph(wording.markup(caption), styles.CAPTION),
        Paragraph(f"SHA-256: {photo.sha256[:_DIGEST_SHOWN]}…", styles.DIGEST),
    )


def _image(place: int, path: Path | None) -> Image:
    if path is None:
        raise IntegrityError(f"Ảnh {place} của phụ lục không có bản in.")
    try:
        width, height = ImageReader(str(path)).getSize()
    except OSError as error:
        raise IntegrityError(
            f"Không đọc được bản in của ảnh {place} ({path.name})."
        ) from error
    scale = min(
        geometry.PHOTO_WIDTH_MM * mm / width, geometry.PHOTO_HEIGHT_MM * mm / height
    )
    # A path, never bytes: reportlab then holds one photo in memory at a time.
    return Image(str(path), width=width * scale, height=height * scale)


def _rows(figures: list[_Figure]) -> Iterator[Flowable]:
    """Yield rows of two; a photo with a very long caption stands alone."""
    waiting: list[_Figure] = []
    for figure in figures:
        if figure.is_wordy:
            yield from _row(waiting)
            waiting = []
            yield from (_spaced(figure.image), figure.caption, figure.digest)
        elif waiting:
            yield from _row([*waiting, figure])
            waiting = []
        else:
            waiting = [figure]
    yield from _row(waiting)


def _row(figures: list[_Figure]) -> Iterator[Flowable]:
    if figures:
        images = [figure.image for figure in figures]
        words = [(figure.caption, figure.digest) for figure in figures]
        yield _spaced(picture_row(images, words))


def _spaced(flowable: Flowable) -> Flowable:
    flowable.spaceBefore = _ROW_GAP_PT
    return flowable
