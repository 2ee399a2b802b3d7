"""Paragraph styles of a notice: size, style and alignment of each ô."""

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from fieldapp.papers import geometry, typefaces


def _style(font: str, size_pt: int, alignment: int, **more: object) -> ParagraphStyle:
    settings = {
        "fontName": font,
        "fontSize": size_pt,
        "leading": round(size_pt * 1.2, 1),
        "alignment": alignment,
        "allowWidows": 0,
        "allowOrphans": 0,
        "splitLongWords": 1,
    }
    return ParagraphStyle(f"{font}-{size_pt}", **(settings | more))


def _body(font: str, alignment: int = TA_JUSTIFY) -> ParagraphStyle:
    return _style(
        font,
        geometry.BODY_PT,
        alignment,
        leading=geometry.BODY_LEADING_PT,
        spaceBefore=geometry.PARAGRAPH_GAP_PT,
        firstLineIndent=geometry.FIRST_LINE_INDENT_MM * mm,
    )


STATE = _style(typefaces.BOLD, geometry.STATE_PT, TA_CENTER)
MOTTO = _style(typefaces.BOLD, geometry.MOTTO_PT, TA_CENTER)
PARENT_AGENCY = _style(typefaces.REGULAR, geometry.AGENCY_PT, TA_CENTER)
AGENCY = _style(typefaces.BOLD, geometry.AGENCY_PT, TA_CENTER)
NUMBER = _style(typefaces.REGULAR, geometry.NUMBER_PT, TA_CENTER)
PLACE = _style(typefaces.ITALIC, geometry.PLACE_PT, TA_CENTER)
TITLE = _style(typefaces.BOLD, geometry.TITLE_PT, TA_CENTER)
BASIS = _body(typefaces.ITALIC)
BODY = _body(typefaces.REGULAR)
HEADING = _body(typefaces.BOLD)
SIGNING = _style(typefaces.BOLD, geometry.BODY_PT, TA_CENTER)
RECIPIENTS_TITLE = _style(
    typefaces.BOLD_ITALIC,
    geometry.RECIPIENTS_TITLE_PT,
    TA_LEFT,
)
RECIPIENTS = _style(typefaces.REGULAR, geometry.RECIPIENTS_PT, TA_LEFT)
REFERENCE = _style(typefaces.ITALIC, geometry.BODY_PT, TA_CENTER)
CAPTION = _style(
    typefaces.REGULAR,
    geometry.CAPTION_PT,
    TA_CENTER,
    spaceBefore=3,
    leftIndent=geometry.CAPTION_INSET_MM * mm,
    rightIndent=geometry.CAPTION_INSET_MM * mm,
)
DIGEST = _style(typefaces.REGULAR, geometry.DIGEST_PT, TA_CENTER)
