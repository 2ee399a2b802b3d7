"""Reads a PDF back as lines with place, size and font, through PDFium."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

import pypdfium2
from pypdfium2 import raw


@dataclass(frozen=True)
class Line:
    """Characters on one baseline; points from the lower left corner; page from 0."""

    page: int
    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str


@dataclass(frozen=True)
class _Char:
    char: str
    left: float
    right: float
    baseline: float
    size: float
    font: str


def lines(pdf: bytes) -> list[Line]:
    """Return the lines of all pages; slanted text is left out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            line
            for number in range(len(document))
            for line in _page_lines(number, document[number])
        ]
    finally:
        document.close()


def words(pdf: bytes) -> str:
    """Return the whole text without page numbers, single spaces."""
    kept = (line.text for line in lines(pdf) if not line.text.isdigit())
    return " ".join(" ".join(kept).split())


def _page_lines(number: int, page: pypdfium2.PdfPage) -> Iterator[Line]:
    text = page.get_textpage()
    chars = [_char(text, place) for place in range(text.count_chars())]
    drawn = _with_spaces([char for char in chars if char])
    for _, run in groupby(drawn, key=lambda char: (char.baseline, char.font)):
        row = list(run)
        yield Line(
            number,
            "".join(char.char for char in row).strip(),
            row[0].left,
            max(char.right for char in row),
            row[0].baseline,
            row[0].size,
            row[0].font,
        )


def _with_spaces(chars: list[_Char]) -> Iterator[_Char]:
    """Give each space the line of the letter before it; PDFium invents some."""
    last = None
    for char in chars:
        if not char.char.isspace():
            last = char
            yield char
        elif last:
            yield replace(last, char=" ")


def _char(text: pypdfium2.PdfTextPage, place: int) -> _Char | None:
    if raw.FPDFText_GetCharAngle(text, place) > 0.1:
        return None
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, place, x, y)
    left, _, right, _ = text.get_charbox(place)
    name = ctypes.create_string_buffer(100)
    raw.FPDFText_GetFontInfo(text, place, name, 100, ctypes.c_int())
    return _Char(
        chr(raw.FPDFText_GetUnicode(text, place)),
        left,
        right,
        round(y.value, 1),
        round(raw.FPDFText_GetFontSize(text, place), 1),
        name.value.decode().rpartition("+")[2],
    )
