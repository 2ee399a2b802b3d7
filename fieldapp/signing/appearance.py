"""What a signature looks like on paper, drawn by reportlab.

pyHanko's own text stamps write wrong glyph widths for these fonts and break
PDF/A; so the picture is a one-page PDF and pyHanko only imports it.
"""

import datetime as dt
import io
from functools import cache
from pathlib import Path

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from fieldapp.errors import IntegrityError
from fieldapp.signing.sample_ca import SAMPLE_MARK

_FONT = "fieldapp-signature"
_SIZE_PT = 11
_SMALLEST_PT = 5
_LEADING = 1.25
_HANOI = dt.timezone(dt.timedelta(hours=7))
# NĐ 30/2020, Phụ lục I: a person's signature is blue.
_BLUE = (0, 0.13, 0.62)


def drawn(
    name: str,
    signed_at: dt.datetime,
    size_pt: tuple[float, float],
    fonts: Path,
    *,
    sample: bool,
) -> bytes:
    """Return a one-page PDF of `size_pt` (width, height) with name and time.

    A long name wraps, then shrinks; letters the font lacks become "?".

    Raises:
        IntegrityError: The font is missing or damaged.
    """
    drawable = _register(fonts / "LiberationSerif-Regular.ttf")
    lines = [f"Ký bởi: {name}", f"Thời gian ký: {local_time(signed_at)}"]
    lines += [SAMPLE_MARK] if sample else []
    shown = ["".join(c if c in drawable else "?" for c in line) for line in lines]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size_pt, initialFontName=_FONT, invariant=1)
    _write(canvas, shown, size_pt)
    canvas.save()
    return out.getvalue()


def local_time(moment: dt.datetime) -> str:
    """Return ISO 8601 with seconds at +07:00, as Phụ lục I asks."""
    return moment.astimezone(_HANOI).isoformat(timespec="seconds")


def _write(canvas: Canvas, lines: list[str], size_pt: tuple[float, float]) -> None:
    width, height = size_pt
    size, rows = _fitted(lines, width, height)
    canvas.setFillColorRGB(*_BLUE)
    canvas.setFont(_FONT, size)
    top = (height + len(rows) * size * _LEADING) / 2
    for place, row in enumerate(rows, start=1):
        canvas.drawCentredString(width / 2, top - place * size * _LEADING + 2, row)


def _fitted(lines: list[str], width: float, height: float) -> tuple[int, list[str]]:
    """Return the largest size whose rows fit, and the rows; at worst cut off."""
    size, rows = _SMALLEST_PT, lines
    for size in range(_SIZE_PT, _SMALLEST_PT - 1, -1):
        rows = [row for line in lines for row in simpleSplit(line, _FONT, size, width)]
        if len(rows) * size * _LEADING <= height:
            break
    return size, rows


@cache
def _register(path: Path) -> frozenset[str]:
    try:
        font = TTFont(_FONT, str(path))
    except TTFError as error:
        raise IntegrityError(
            f"Không đọc được phông chữ {path.name}; hãy cài lại chương trình."
        ) from error
    registerFont(font)
    return frozenset(map(chr, font.face.charToGlyph))
