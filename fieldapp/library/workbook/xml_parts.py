"""The XML inside a workbook, part by part; no name in it is looked up anywhere."""

import re
from collections.abc import Callable
from xml.parsers import expat

from fieldapp.library.workbook.cells import Look
from fieldapp.library.workbook.formats import look_of

Attributes = dict[str, str]

_ESCAPE = re.compile("_x((?![dD][89a-fA-F])[0-9A-Fa-f]{4})_")
"""Half a pair of UTF-16 stays as it is written: it is no letter."""


class XmlError(Exception):
    """A part is not the XML it should be."""


def walk(
    data: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call `start` and `end` for every element, by its name without namespace.

    Raises:
        XmlError: The data is not well-formed, or has a document type.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(
        name.rpartition(" ")[2], attributes
    )
    if end is not None:
        parser.EndElementHandler = lambda name: end(name.rpartition(" ")[2])
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_type
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own signature: the last piece
    except expat.ExpatError as error:
        raise XmlError(str(error)) from error


def _refuse_type(*_: object) -> None:
    raise XmlError("document type")


def unescaped(text: str) -> str:
    """Return text as people see it: "_x000D_" stands for the sign itself."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


class SharedStrings:
    """The texts that cells name by number."""

    def __init__(self, data: bytes) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._inside = False
        self._phonetic = False
        if data:
            walk(data, self._start, self._end, self._text)

    def _start(self, name: str, _attributes: Attributes) -> None:
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._phonetic = True
        elif name == "t":
            self._inside = not self._phonetic

    def _end(self, name: str) -> None:
        if name == "si":
            self.texts.append(unescaped("".join(self._pieces)))
        elif name == "rPh":
            self._phonetic = False
        elif name == "t":
            self._inside = False

    def _text(self, text: str) -> None:
        if self._inside:
            self._pieces.append(text)


class Looks:
    """How numbers look, by the style that a cell names."""

    def __init__(self, data: bytes) -> None:
        self.looks: list[Look] = []
        self._codes: dict[int, str] = {}
        self._in_cells = False
        if data:
            walk(data, self._start, self._end)

    def of(self, style: str) -> Look:
        """The look of a style's number; plain where there is none."""
        number = int(style) if style.isdigit() else 0
        return self.looks[number] if number < len(self.looks) else Look.PLAIN

    def _start(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            number = attributes.get("numFmtId", "")
            if number.isdigit():
                self._codes[int(number)] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            number = attributes.get("numFmtId", "0")
            known = int(number) if number.isdigit() else 0
            self.looks.append(look_of(known, self._codes))

    def _end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False
