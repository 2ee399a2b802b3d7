"""Flowables reportlab lacks: a ruled line of text, blocks kept whole, a marked box."""

from collections.abc import Sequence
from itertools import takewhile

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from fieldapp.domain.notice import SignatureBox
from fieldapp.papers import geometry

_RULE_GAP_PT = 3
_BALANCE_STEP_PT = 8


def balanced(
    markup: str, style: ParagraphStyle, width_pt: float = geometry.TEXT_WIDTH_PT
) -> Paragraph:
    """Return a centred paragraph set narrower, so that its lines are near equal.

    Without it a title can leave one word alone on its last line.
    """
    lines = _line_count(markup, style, 0, width_pt)
    indents = range(0, int(width_pt / 3), _BALANCE_STEP_PT)
    kept = takewhile(
        lambda indent: _line_count(markup, style, indent, width_pt) == lines, indents
    )
    return Paragraph(markup, _indented(style, max(kept, default=0)))


def _line_count(
    markup: str, style: ParagraphStyle, indent_pt: int, width_pt: float
) -> int:
    paragraph = Paragraph(markup, _indented(style, indent_pt))
    _, height = paragraph.wrap(width_pt, geometry.TEXT_HEIGHT_PT)
    lines: int = round(height / style.leading)
    return lines


def _indented(style: ParagraphStyle, indent_pt: int) -> ParagraphStyle:
    return style.clone(style.name, leftIndent=indent_pt, rightIndent=indent_pt)


class Ruled(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A centred paragraph over a solid rule `share` as long as its last line.

    Ô 1 has a rule as long as the line (share 1), ô 2 and ô 5a of 1/3 to 1/2.
    """

    def __init__(self, text: Paragraph, share: float) -> None:
        super().__init__()
        self.text = text
        self.share = share

    def wrap(self, width_pt: float, height_pt: float) -> tuple[float, float]:
        """Take the whole width, the paragraph's height and the rule's."""
        _, height = self.text.wrap(width_pt, height_pt)
        self.width, self.height = width_pt, height + 2 * _RULE_GAP_PT
        return self.width, self.height

    def split(self, width_pt: float, height_pt: float) -> list[Flowable]:
        """Give the rule to the second half; for titles longer than a page."""
        pieces = self.text.split(width_pt, height_pt)
        if len(pieces) < 2:  # noqa: PLR2004  # two halves or no split
            return []
        return [pieces[0], Ruled(pieces[1], self.share)]

    def draw(self) -> None:
        """Draw the paragraph and the rule below it."""
        self.text.drawOn(self.canv, 0, 2 * _RULE_GAP_PT)
        length = self.text.getActualLineWidths0()[-1] * self.share
        left = (self.width - length) / 2
        self.canv.setLineWidth(geometry.RULE_WIDTH_PT)
        self.canv.line(left, _RULE_GAP_PT, left + length, _RULE_GAP_PT)


class Block(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Headings, one paragraph and what must follow it, never torn apart badly.

    Only `text` may be split between pages, at least two lines on either side: so
    no heading ends a page, and the signature foot in `after` always has two lines
    of text above it.
    """

    def __init__(
        self,
        before: Sequence[Flowable],
        text: Paragraph,
        after: Sequence[Flowable] = (),
    ) -> None:
        super().__init__()
        self.before = tuple(before)
        self.text = text
        self.after = tuple(after)

    @property
    def _stack(self) -> tuple[Flowable, ...]:
        return (*self.before, self.text, *self.after)

    def getSpaceBefore(self) -> float:  # noqa: N802  # reportlab's name
        """Return the gap the first flowable wants above it, in points."""
        return float(self._stack[0].getSpaceBefore())

    def wrap(self, width_pt: float, height_pt: float) -> tuple[float, float]:
        """Take the whole width and the heights of all parts with their gaps."""
        del height_pt
        self.width = width_pt
        self._heights = _heights(self._stack, width_pt)
        self.height = sum(self._heights) + _gaps(self._stack)
        return self.width, self.height

    def split(self, width_pt: float, height_pt: float) -> list[Flowable]:
        """Break inside `text`, or nowhere."""
        *above, text_pt = _heights((*self.before, self.text), width_pt)
        room = height_pt - sum(above) - _gaps((*self.before, self.text))
        if self.after:
            room = min(room, text_pt - 2 * self.text.style.leading)
        pieces = self.text.split(width_pt, room)
        if len(pieces) < 2:  # noqa: PLR2004  # two halves or no split
            return []
        return [Block(self.before, pieces[0]), Block((), pieces[1], self.after)]

    def draw(self) -> None:
        """Draw the parts from the top down."""
        top = self.height
        for place, part in enumerate(self._stack):
            top -= (part.getSpaceBefore() if place else 0) + self._heights[place]
            part.drawOn(self.canv, 0, top)


def _heights(parts: Sequence[Flowable], width_pt: float) -> list[float]:
    return [part.wrap(width_pt, geometry.TEXT_HEIGHT_PT)[1] for part in parts]


def _gaps(parts: Sequence[Flowable]) -> float:
    """Return the gaps between `parts`; the one above the first is the frame's."""
    return float(sum(part.getSpaceBefore() for part in parts[1:]))


class MarkedBox(Flowable):  # type: ignore[misc]  # reportlab has no types
    """An empty place; after the build `drawn_at` says where it came to lie."""

    def __init__(self, width_pt: float, height_pt: float) -> None:
        super().__init__()
        self.width = width_pt
        self.height = height_pt
        self.hAlign = "CENTER"
        self._box: SignatureBox | None = None

    @property
    def drawn_at(self) -> SignatureBox:
        """Where it lies; only known after the build."""
        assert self._box is not None, "not drawn yet"  # noqa: S101  # our fault
        return self._box

    def draw(self) -> None:
        """Draw nothing; remember page and corners."""
        left, bottom = self.canv.absolutePosition(0, 0)
        self._box = SignatureBox(
            page=self.canv.getPageNumber() - 1,
            left_pt=round(left, 2),
            bottom_pt=round(bottom, 2),
            right_pt=round(left + self.width, 2),
            top_pt=round(bottom + self.height, 2),
        )
