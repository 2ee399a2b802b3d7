"""The paper desk: from content to a PDF/A-2b with a place to sign."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from fieldapp.domain.notice import NoticeContent, Paper
from fieldapp.papers import archive, pages, preview, typefaces, wording
from fieldapp.papers.annex import annex
from fieldapp.papers.body import body
from fieldapp.papers.foot import foot
from fieldapp.papers.head import head


class ReportlabPapers:
    """Lays notices out after NĐ 30/2020; implements `services.ports.PaperDesk`.

    `assets` holds `fonts/` and `icc/`; `clock` gives the creation time written
    into the file. Equal content, photos and time give equal bytes.
    """

    def __init__(self, assets: Path, clock: Callable[[], dt.datetime]) -> None:
        self._fonts = assets / "fonts"
        self._profile = assets / "icc" / "sRGB2014.icc"
        self._clock = clock

    def render(self, content: NoticeContent, photos: dict[str, Path]) -> Paper:
        """Return a PDF/A-2b; `photos` maps SHA-256 to the paper derivative.

        Raises:
            UserError: A character the fonts do not have, or a part that cannot
                fit a page; the message says which.
            IntegrityError: A photo has no readable derivative, or the result is
                not PDF/A-2b; it is not handed out.
        """
        wording.require_drawable(_texts(content), typefaces.register(self._fonts))
        end = foot(content)
        notice = [*head(content), *body(content, end.columns), *end.more]
        pictures = annex(content, photos) if content.photos else []
        raw, count = pages.lay_out(notice, pictures, sample=content.sample)
        pdf = archive.archived(
            raw, self._label(content), end.place.drawn_at, self._profile.read_bytes()
        )
        return Paper(pdf=pdf, page_count=count, signature=end.place.drawn_at)

    def page_images(self, pdf: bytes, width_px: int) -> tuple[bytes, ...]:
        """Return every page as PNG, `width_px` wide.

        Raises:
            UserError: `pdf` is not a PDF.
        """
        return preview.page_images(pdf, width_px)

    def _label(self, content: NoticeContent) -> archive.Label:
        return archive.Label(
            title=wording.printable(f"{content.kind}: {content.subject}"),
            author=wording.printable(content.agency),
            made_at=self._clock(),
        )


def _texts(content: NoticeContent) -> Iterator[str]:
    """Yield every text that will be drawn."""
    yield from _strings(content.model_dump(exclude={"photos"}))
    yield from (photo.caption for photo in content.photos)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _strings(part)
