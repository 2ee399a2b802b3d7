"""The serif face of every paper, embedded from the vendored files.

Liberation Serif has the widths of the Times New Roman the decree names, and an
open licence; it is the declared substitute.
"""

from functools import cache
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from fieldapp.errors import IntegrityError

REGULAR = "LiberationSerif"
BOLD = "LiberationSerif-Bold"
ITALIC = "LiberationSerif-Italic"
BOLD_ITALIC = "LiberationSerif-BoldItalic"

_FILES = {
    REGULAR: "LiberationSerif-Regular.ttf",
    BOLD: "LiberationSerif-Bold.ttf",
    ITALIC: "LiberationSerif-Italic.ttf",
    BOLD_ITALIC: "LiberationSerif-BoldItalic.ttf",
}


@cache
def register(fonts: Path) -> frozenset[str]:
    """Make the four styles known to reportlab; return the characters all can draw.

    Args:
        fonts: The folder with the four files.

    Raises:
        IntegrityError: A file is missing or damaged: the installation's fault.
    """
    faces = [_face(name, fonts / file) for name, file in _FILES.items()]
    for face in faces:
        registerFont(face)
    registerFontFamily(REGULAR, REGULAR, BOLD, ITALIC, BOLD_ITALIC)
    drawable = (set(face.face.charToGlyph) for face in faces)
    return frozenset(map(chr, set.intersection(*drawable)))


def _face(name: str, path: Path) -> TTFont:
    try:
        return TTFont(name, str(path))
    except TTFError as error:
        raise IntegrityError(
            f"Không đọc được phông chữ {path.name}; hãy cài lại chương trình."
        ) from error
