"""Tables that only place things: head, foot and rows of pictures."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table, TableStyle

from fieldapp.papers import geometry, typefaces

Cell = Sequence[Flowable]

# The explicit font keeps reportlab's default, never embedded, out of the file.
_BARE = TableStyle(
    [
        ("FONT", (0, 0), (-1, -1), typefaces.REGULAR, geometry.BODY_PT),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
)
_PICTURES = TableStyle(
    [
        ("ALIGN", (0, 0), (-1, -1), "CENTER"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("NOSPLIT", (0, 0), (-1, -1)),
    ]
)
_COLUMNS_PT = (geometry.LEFT_COLUMN_MM * mm, geometry.RIGHT_COLUMN_MM * mm)


def two_columns(rows: Sequence[tuple[Cell, Cell]]) -> Table:
    """Return the columns of head and foot: no lines, no padding, cells at the top."""
    cells = [[list(left), list(right)] for left, right in rows]
    return Table(cells, colWidths=_COLUMNS_PT, style=_BARE)


def picture_row(pictures: Cell, words: Sequence[Cell]) -> Table:
    """Return up to two pictures side by side, feet level, words below, never split."""
    missing = 2 - len(pictures)
    cells = [[*pictures, *[""] * missing], [*map(list, words), *[""] * missing]]
    row = Table(cells, colWidths=[geometry.TEXT_WIDTH_PT / 2] * 2, style=_BARE)
    row.setStyle(_PICTURES)
    return row
