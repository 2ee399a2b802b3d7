"""The content of a notice, ô 6: basis, opening, parts and closing."""

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from fieldapp.domain.notice import NoticeContent, NoticeItem, NoticePart
from fieldapp.papers import geometry, styles, wording
from fieldapp.papers.flow import Block

_HEADINGS_MOST_PT = geometry.TEXT_HEIGHT_PT / 3
_FOOT_LINES_LEAST = 2


def body(content: NoticeContent, foot: Flowable) -> list[Flowable]:
    """Return ô 6 as blocks; the last one holds on to the signature `foot`."""
    everything = (*_before_parts(content), *_parts(content), *_closing(content))
    texts = [(text, style) for text, style in everything if text]
    last, style = texts[-1] if texts else ("", styles.BODY)
    texts[-1:] = [(wording.ended(last, "./."), style)]
    return _with_foot(list(_blocks(texts)), foot)


_Text = tuple[str, ParagraphStyle]


def _before_parts(content: NoticeContent) -> Iterator[_Text]:
    for place, basis in enumerate(content.legal_basis, start=1):
        mark = "." if place == len(content.legal_basis) else ";"
        yield wording.ended(basis, mark), styles.BASIS
    yield content.opening, styles.BODY


def _parts(content: NoticeContent) -> Iterator[_Text]:
    for part in content.parts:
        yield _part_title(part), styles.HEADING
        for item in part.items:
            yield _numbered(item), styles.HEADING if item.heading else styles.BODY


def _part_title(part: NoticePart) -> str:
    numeral = part.numeral.strip().rstrip(".")
    title = part.title.upper()
    return f"{numeral}. {title}" if numeral else title


def _numbered(item: NoticeItem) -> str:
    return f"{item.number} {item.text}" if item.number else item.text


def _closing(content: NoticeContent) -> Iterator[_Text]:
    yield content.closing, styles.BODY


def _blocks(texts: list[_Text]) -> Iterator[Block]:
    """Gather each run of headings with the paragraph that follows it."""
    headings: list[Paragraph] = []
    for place, (text, style) in enumerate(texts, start=1):
        paragraph = Paragraph(wording.markup(text), style)
        last = place == len(texts)
        if style is styles.HEADING and not last and _few([*headings, paragraph]):
            headings.append(paragraph)
        else:
            yield Block(headings, paragraph)
            headings = []


def _few(headings: list[Paragraph]) -> bool:
    """Say whether the headings leave room for text; else they flow like text."""
    return bool(sum(map(_height, headings)) < _HEADINGS_MOST_PT)


def _height(paragraph: Paragraph) -> float:
    wrapped = paragraph.wrap(geometry.TEXT_WIDTH_PT, geometry.TEXT_HEIGHT_PT)
    return float(wrapped[1])


def _with_foot(blocks: list[Block], foot: Flowable) -> list[Flowable]:
    """Tie the foot to the last block, and a last block of one line to its neighbour."""
    *others, last = blocks
    least = _FOOT_LINES_LEAST * geometry.BODY_LEADING_PT
    if others and _height(last.text) < least:
        *others, neighbour = others
        tail = (*last.before, last.text, foot)
        return [*others, Block(neighbour.before, neighbour.text, tail)]
    return [*others, Block(last.before, last.text, (foot,))]
