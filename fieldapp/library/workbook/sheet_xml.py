"""One sheet of a workbook, from its XML."""

from fieldapp.library.workbook.cells import Cell, Content, Look, Sheet, place_of
from fieldapp.library.workbook.xml_parts import Attributes, Looks, unescaped, walk

_SHIFT_1904 = 1462
"""Days from 30/12/1899 to 1/1/1904."""
_BEYOND = 1e18
"""Larger than any figure; what is written with more digits is no figure."""


class SheetReader:
    """Reads one sheet; cells that hold nothing are passed over.

    Raises:
        XmlError: The sheet is damaged.
    """

    def __init__(
        self, sheet: Sheet, strings: list[str], looks: Looks, *, from_1904: bool
    ) -> None:
        self._sheet = sheet
        self._strings = strings
        self._looks = looks
        self._from_1904 = from_1904
        self._row = self._column = 0
        self._type = self._style = self._value = ""
        self._inside = self._formula = self._phonetic = False

    def read(self, data: bytes) -> None:
        """Fill the sheet from its part."""
        walk(data, self._start, self._end, self._text)

    def _start(self, name: str, attributes: Attributes) -> None:
        if name == "row":
            row, _ = place_of(f"A{attributes.get('r', '')}")
            self._row = row or self._row + 1
            self._column = 0
        elif name == "c":
            self._open_cell(attributes)
        elif name == "f":
            self._formula = True
        elif name in {"v", "t"}:
            self._inside = not self._phonetic
        elif name == "rPh":
            self._phonetic = True
        elif name == "mergeCell":
            self._sheet.merged.append(attributes.get("ref", ""))

    def _open_cell(self, attributes: Attributes) -> None:
        row, column = place_of(attributes.get("r", ""))
        self._row = row or self._row
        self._column = column or self._column + 1
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self._value, self._formula = "", False

    def _text(self, text: str) -> None:
        if self._inside:
            self._value += text

    def _end(self, name: str) -> None:
        if name in {"v", "t"}:
            self._inside = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "c" and (self._value or self._formula):
            self._close_cell()

    def _close_cell(self) -> None:
        cell = self._cell()
        if cell.content is Content.TEXT and not cell.text.strip() and not cell.formula:
            return
        self._sheet.rows.setdefault(self._row, {})[self._column] = cell

    def _cell(self) -> Cell:
        value = self._value
        if self._type == "s":
            known = value.isdigit() and int(value) < len(self._strings)
            text = self._strings[int(value)] if known else ""
            return Cell(text, formula=self._formula)
        if self._type in {"str", "inlineStr"}:
            return Cell(unescaped(value), formula=self._formula)
        if self._type == "b":
            said = "yes" if value == "1" else "no"
            return Cell(said, Content.YES_NO, formula=self._formula)
        if self._type == "n":
            return self._number(value)
        if self._type == "d":
            return Cell(value.removesuffix("T00:00:00"), formula=self._formula)
        return Cell(value, Content.ERROR, formula=self._formula)

    def _number(self, value: str) -> Cell:
        look = self._looks.of(self._style)
        try:
            number = float(value)
        except ValueError:
            return Cell(value, Content.ERROR, formula=self._formula)
        if not abs(number) < _BEYOND:  # so that NaN is refused too
            return Cell(value, Content.ERROR, formula=self._formula)
        if look is Look.DATE and self._from_1904:
            value = str(number + _SHIFT_1904)
        return Cell(value.strip(), Content.NUMBER, look, self._formula)
