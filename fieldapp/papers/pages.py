"""Page frames, page numbers and the mark of a sample, drawn on every page."""

import io
from collections.abc import Sequence

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)
from reportlab.platypus.doctemplate import LayoutError

from fieldapp.errors import UserError
from fieldapp.papers import geometry, typefaces
from fieldapp.papers.wording import SAMPLE_MARK

# Photos as they are, not in ASCII clothes a quarter larger.
rl_config.useA85 = 0

_NOTICE, _ANNEX = "notice", "annex"
_MARK_RED = (0.75, 0, 0)
_MARK_PT = 12
# Nothing to read aloud, copy or search: the red mark below says the same.
_UNREAD = "/Span <</ActualText ()>> BDC"
_WATERMARK_ANGLE = 54.7
_WATERMARK_PT = 46
_WATERMARK_GREY = 0.93


def lay_out(
    notice: Sequence[Flowable], annex: Sequence[Flowable], *, sample: bool
) -> tuple[bytes, int]:
    """Return the raw PDF and its number of pages; the annex counts its own pages.

    Raises:
        UserError: Something is too long to fit a page.
    """
    out = io.BytesIO()
    document = _Document(out, sample=sample)
    turn = [NextPageTemplate(_ANNEX), PageBreak()] if annex else []
    try:
        document.build([*notice, *turn, *annex])
    except LayoutError as error:
        raise UserError(
            "Thông báo có một phần quá dài, không dàn được vào trang A4."
            " Hãy rút ngắn tên cơ quan, chức vụ hoặc tiêu đề."
        ) from error
    return out.getvalue(), document.page


class _Document(BaseDocTemplate):  # type: ignore[misc]  # reportlab has no types
    def __init__(self, out: io.BytesIO, *, sample: bool) -> None:
        super().__init__(
            out,
            pagesize=geometry.PAGE_SIZE_PT,
            initialFontName=typefaces.REGULAR,
            lang="vi-VN",
            invariant=1,
            pageCompression=1,
            pageTemplates=[_template(_NOTICE), _template(_ANNEX)],
        )
        self._sample = sample
        self._annex_from = 0

    def handle_pageBegin(self) -> None:  # noqa: N802  # reportlab's name
        """Draw what stands outside the frame, below everything else."""
        super().handle_pageBegin()
        if self.pageTemplate.id == _ANNEX and not self._annex_from:
            self._annex_from = self.page
        self.canv.saveState()
        if self._sample:
            _draw_mark(self.canv)
        _draw_number(self.canv, self.page - max(self._annex_from - 1, 0))
        self.canv.restoreState()


def _template(name: str) -> PageTemplate:
    frame = Frame(
        geometry.LEFT_MM * mm,
        geometry.BOTTOM_MM * mm,
        geometry.TEXT_WIDTH_PT,
        geometry.TEXT_HEIGHT_PT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate(id=name, frames=[frame], pagesize=geometry.PAGE_SIZE_PT)


def _draw_number(canvas: Canvas, number: int) -> None:
    """Centre the number in the top margin; page 1 has none."""
    if number > 1:
        middle = (geometry.LEFT_MM + geometry.TEXT_WIDTH_MM / 2) * mm
        baseline = (geometry.PAGE_HEIGHT_MM - geometry.TOP_MM / 2) * mm
        canvas.setFont(typefaces.REGULAR, geometry.PAGE_NUMBER_PT)
        half_digit = geometry.PAGE_NUMBER_PT / 3
        canvas.drawCentredString(middle, baseline - half_digit, str(number))


def _draw_mark(canvas: Canvas) -> None:
    canvas.setFont(typefaces.BOLD, _MARK_PT)
    canvas.setFillColorRGB(*_MARK_RED)
    middle = (geometry.LEFT_MM + geometry.TEXT_WIDTH_MM / 2) * mm
    canvas.drawCentredString(middle, geometry.BOTTOM_MM / 2 * mm, SAMPLE_MARK)
    canvas.saveState()
    canvas.setFont(typefaces.BOLD, _WATERMARK_PT)
    canvas.setFillGray(_WATERMARK_GREY)
    canvas.translate(geometry.PAGE_WIDTH_MM / 2 * mm, geometry.PAGE_HEIGHT_MM / 2 * mm)
    canvas.rotate(_WATERMARK_ANGLE)
    canvas.addLiteral(_UNREAD)
    canvas.drawCentredString(0, -_WATERMARK_PT / 3, SAMPLE_MARK)
    canvas.addLiteral("EMC")
    canvas.restoreState()
    canvas.setFillGray(0)
