"""The foot of the last page: Nơi nhận (ô 9b) beside the signature (ô 7a to 7c)."""

from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer

from fieldapp.domain.notice import NoticeContent
from fieldapp.papers import geometry, styles, wording
from fieldapp.papers.columns import two_columns
from fieldapp.papers.flow import MarkedBox, balanced

# Ô 9b is 12 points, ô 7a is 14: this brings their first lines level.
_LEVEL_PT = 1.8
_RECIPIENTS_MOST_PT = 110 * mm
_GAP_PT = 12


@dataclass(frozen=True)
class Foot:
    """The two columns, the empty place to sign, and recipients that did not fit."""

    columns: Flowable
    place: MarkedBox
    more: list[Paragraph]


def foot(content: NoticeContent) -> Foot:
    """Return the foot; a list of recipients too long for it goes on below."""
    place = MarkedBox(
        geometry.SIGNATURE_WIDTH_MM * mm,
        geometry.SIGNATURE_HEIGHT_MM * mm,
    )
    beside, below = _fitting(_recipients(content))
    title = Paragraph("Nơi nhận:", styles.RECIPIENTS_TITLE)
    columns = two_columns(
        [([Spacer(1, _LEVEL_PT), title, *beside], _signing(content, place))]
    )
    columns.spaceBefore = _GAP_PT
    return Foot(columns, place, below)


def _recipients(content: NoticeContent) -> list[Paragraph]:
    names = [wording.markup(wording.ended(name, "")) for name in content.recipients]
    ends = [";"] * (len(names) - 1) + ["."]
    return [
        Paragraph(f"- {name}{end}", styles.RECIPIENTS)
        for name, end in zip(names, ends, strict=False)
    ]


def _fitting(lines: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """Part the recipients into those beside the signature and those below it."""
    used = 0.0
    for place, line in enumerate(lines):
        used += line.wrap(geometry.LEFT_COLUMN_MM * mm, geometry.TEXT_HEIGHT_PT)[1]
        if used > _RECIPIENTS_MOST_PT:
            return lines[:place], lines[place:]
    return lines, []


def _signing(content: NoticeContent, place: MarkedBox) -> list[Flowable]:
    lines = [_centred(line.upper()) for line in content.signing_lines]
    return [*lines, place, _centred(content.signer_name)]


def _centred(line: str) -> Paragraph:
    width_pt = geometry.RIGHT_COLUMN_MM * mm
    return balanced(wording.markup(line), styles.SIGNING, width_pt)
