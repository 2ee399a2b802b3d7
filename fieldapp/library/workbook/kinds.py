"""Kinds of columns: how a value of the model stands in a cell, and is read back."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from fieldapp.library.codes import Code
from fieldapp.library.workbook.cells import Cell, Content, Look
from fieldapp.library.workbook.words import EVIDENCE, YES_NO

Shown = str | int | float | dt.date
"""What is put into a cell."""

TEXT_FORMAT = "@"
DATE_FORMAT = "dd/mm/yyyy"
GENERAL = "General"

_DIGITS_KEPT = 15
_FIRST_DATE = dt.date(1900, 3, 1)
_DAY_ZERO = dt.date(1899, 12, 30)
_LAST_SERIAL = 2_958_465
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+")
_TYPED_DATE = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})")


class UnfitError(Exception):
    """A cell cannot be what its column asks for; the message says why."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True)
class Kind:
    """How a column's values are shown and read.

    `read` gives what a YAML file would say; it raises `UnfitError`. `options` fill
    the drop-down, `number_format` is the spreadsheet's.
    """

    show: Callable[[Any], Shown]
    read: Callable[[Cell], Any]
    options: tuple[str, ...] = ()
    number_format: str = TEXT_FORMAT


def plain_number(text: str) -> str:
    """Return a stored number as people write it: at most 15 digits, no exponent."""
    rounded = Decimal(format(Decimal(text), f".{_DIGITS_KEPT}g"))
    plain = format(rounded, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _show_number(value: Decimal | int) -> Shown:
    """Return a number the spreadsheet keeps exactly, or else its text."""
    text = format(Decimal(value), "f")
    if len(text.strip("-0.").replace(".", "")) > _DIGITS_KEPT:
        return text.replace(".", ",")
    return int(text) if "." not in text else float(text)


def _read_text(cell: Cell) -> str:
    if cell.content is Content.NUMBER:
        if cell.look is Look.DATE:
            raise UnfitError(
                Code.CELL_UNFIT,
                "ô chứa ngày mà cột này là chữ; đặt định dạng ô là Text rồi gõ lại",
            )
        shown = plain_number(cell.text)
        return f"{_percent(cell)}%" if cell.look is Look.PERCENT else shown
    if cell.content is Content.YES_NO:
        return "TRUE" if cell.text == "yes" else "FALSE"
    return cell.text


def _percent(cell: Cell) -> str:
    return plain_number(str(Decimal(cell.text) * 100))


def _read_number(cell: Cell) -> str:
    if cell.content is Content.NUMBER:
        if cell.look is Look.DATE:
            raise UnfitError(
                Code.NOT_A_NUMBER,
                "ô chứa ngày mà cột này là số; đặt định dạng ô là General rồi gõ lại",
            )
        return _percent(cell) if cell.look is Look.PERCENT else plain_number(cell.text)
    if cell.content is Content.YES_NO:
        raise UnfitError(Code.NOT_A_NUMBER, "ô chứa TRUE/FALSE, cần số; gõ lại số")
    return typed_number(cell.text.strip())


def typed_number(text: str) -> str:
    """Return a number typed as text; its decimal sign is the comma, or a point.

    Raises:
        UnfitError: "1.000" may be a thousand or one.
    """
    if _THOUSANDS.fullmatch(text):
        raise UnfitError(
            Code.NOT_A_NUMBER,
            f"“{text}” đọc được hai cách; gõ lại dạng số, không có dấu ngăn hàng nghìn",
        )
    swapped = text.replace(",", ".")
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", swapped):
        raise UnfitError(
            Code.NOT_A_NUMBER, f"“{text}” không phải là số; gõ bằng chữ số, ví dụ 12,5"
        )
    return swapped


def _show_date(day: dt.date) -> Shown:
    return day if day >= _FIRST_DATE else day.isoformat()


def date_of(cell: Cell) -> str:
    """Return the day a cell holds, as year-month-day.

    Raises:
        UnfitError: It holds none.
    """
    if cell.content is Content.TEXT:
        return _typed_date(cell.text.strip())
    if cell.content is not Content.NUMBER or cell.look is not Look.DATE:
        raise UnfitError(
            Code.NOT_A_DATE, f"“{_read_text(cell)}” không phải là ngày; {_HOW_TO_DATE}"
        )
    serial = Decimal(cell.text)
    if serial % 1 or not 0 < serial <= _LAST_SERIAL:
        raise UnfitError(
            Code.NOT_A_DATE, f"ô phải chứa ngày, không có giờ; {_HOW_TO_DATE}"
        )
    return (_DAY_ZERO + dt.timedelta(days=int(serial))).isoformat()


def _typed_date(text: str) -> str:
    match = _TYPED_DATE.fullmatch(text)
    if match is not None:
        text = f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}"
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise UnfitError(
            Code.NOT_A_DATE, f"“{text}” không phải là ngày; {_HOW_TO_DATE}"
        ) from None


_HOW_TO_DATE = "gõ ngày/tháng/năm, ví dụ 01/07/2025"


def _read_day_or_text(cell: Cell) -> str:
    """A deadline is mostly text ("{year}-01-31"), but a program may make it a date."""
    return date_of(cell) if cell.look is Look.DATE else _read_text(cell)


def _words(words: Mapping[str, str]) -> Kind:
    """A column of one of `words`; the codes are understood too."""
    known = {word.casefold(): code for code, word in words.items()}
    known |= {str(code).casefold(): str(code) for code in words}

    def read(cell: Cell) -> str:
        said = cell.text if cell.content is Content.YES_NO else _read_text(cell)
        code = known.get(" ".join(said.split()).casefold())
        if code is None:
            shown = ", ".join(words.values())
            message = f"“{said}” không dùng được ở đây; chọn một trong: {shown}"
            raise UnfitError(Code.NOT_IN_LIST, message)
        return str(code)

    return Kind(lambda code: words[code], read, tuple(words.values()))


def _show_evidence(codes: Iterable[str]) -> str:
    return " và ".join(EVIDENCE[code] for code in codes)


def _read_evidence(cell: Cell) -> list[str]:
    parts = re.split(r"\s*[,;+]\s*|\s+và\s+", _read_text(cell).strip())
    one = _words(EVIDENCE)
    return [one.read(Cell(part)) for part in parts if part]


def _show_years(by_year: Mapping[int, Decimal]) -> str:
    told = (f"{y}: {format(v, 'f').replace('.', ',')}" for y, v in by_year.items())
    return "; ".join(told)


def _read_years(cell: Cell) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in filter(None, (p.strip() for p in _read_text(cell).split(";"))):
        year, colon, value = (p.strip() for p in part.partition(":"))
        if not colon or not re.fullmatch("[0-9]{4}", year) or year in found:
            raise UnfitError(
                Code.CELL_UNFIT,
                f"“{part}” chưa đúng; viết mỗi năm một lần, ví dụ 2025: 60; 2026: 70,5",
            )
        found[year] = typed_number(value)
    return found


def _yes_no() -> Kind:
    words = _words(YES_NO)
    known = {True: "có", False: "không", "yes": "có", "no": "không"}
    aliases = {"true": "yes", "false": "no"}

    def read(cell: Cell) -> Any:  # noqa: ANN401 - as every reader
        return aliases.get(cell.text.strip().casefold()) or words.read(cell)

    return Kind(lambda value: known[value], read, words.options)


TEXT = Kind(str, _read_text)
NUMBER = Kind(_show_number, _read_number, number_format=GENERAL)
DATE = Kind(_show_date, date_of, number_format=DATE_FORMAT)
DAY_OR_TEXT = Kind(str, _read_day_or_text)
FLAG = _yes_no()
YEARS = Kind(_show_years, _read_years)
EVIDENCE_LIST = Kind(
    _show_evidence,
    _read_evidence,
    ("văn bản", "ảnh", "văn bản và ảnh", "ảnh và văn bản"),
)
one_of = _words
"""The kind of a column that takes one of some words."""
