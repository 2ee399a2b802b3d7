"""The head of page 1: ô 1 to 5a of NĐ 30/2020, Phụ lục I."""

from xml.sax.saxutils import escape

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer

from fieldapp.domain.notice import NoticeContent
from fieldapp.papers import geometry, styles, wording
from fieldapp.papers.columns import two_columns
from fieldapp.papers.flow import Ruled, balanced

_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_PARTIAL_RULE = 0.4
_ROW_GAP_PT = 6
_TITLE_GAP_PT = 16


def head(content: NoticeContent) -> list[Flowable]:
    """Return state title and agency, number and date, kind and subject."""
    columns = two_columns(
        [
            (_agency(content), _state()),
            ([_gap(), _number(content)], [_gap(), _place(content)]),
        ]
    )
    return [columns, Spacer(1, _TITLE_GAP_PT), *_title(content), _gap()]


def _gap() -> Spacer:
    return Spacer(1, _ROW_GAP_PT)


def _agency(content: NoticeContent) -> list[Flowable]:
    width_pt = geometry.LEFT_COLUMN_MM * mm
    parent = wording.markup(content.parent_agency.upper())
    agency = wording.markup(content.agency.upper())
    name = Ruled(balanced(agency, styles.AGENCY, width_pt), _PARTIAL_RULE)
    if not parent:
        return [name]
    return [balanced(parent, styles.PARENT_AGENCY, width_pt), name]


def _state() -> list[Flowable]:
    motto = Ruled(Paragraph(_MOTTO, styles.MOTTO), 1)
    return [Paragraph(_STATE, styles.STATE), motto]


def _number(content: NoticeContent) -> Paragraph:
    number = content.number and wording.printable(content.number)
    line = wording.number_line(number, wording.printable(content.symbol))
    return Paragraph(escape(line), styles.NUMBER)


def _place(content: NoticeContent) -> Paragraph:
    date = wording.date_words(content.issued_on)
    place = wording.markup(content.place)
    return Paragraph(f"{place}, {date}", styles.PLACE)


def _title(content: NoticeContent) -> list[Flowable]:
    kind = Paragraph(wording.markup(content.kind.upper()), styles.TITLE)
    subject = balanced(wording.markup(content.subject), styles.TITLE)
    return [kind, Ruled(subject, _PARTIAL_RULE)]
