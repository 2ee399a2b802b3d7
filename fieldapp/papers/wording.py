"""Small fixed wordings of a notice: endings, blanks, dates, text made printable.

Source: NĐ 30/2020/NĐ-CP, Phụ lục I; domain reference C.1.
"""

import datetime as dt
import unicodedata
from collections.abc import Iterable
from xml.sax.saxutils import escape

from fieldapp.domain.value import clean_text
from fieldapp.errors import UserError

SAMPLE_MARK = "MẪU - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"
_NBSP = "\u00a0"
NUMBER_BLANK = _NBSP * 10
DAY_BLANK = _NBSP * 6
YEAR_BLANK = _NBSP * 8
_MONTHS_WITH_ZERO = 2


def printable(text: str) -> str:
    """Return `text` as one NFC line without invisible characters.

    Line breaks and every kind of space become one space; control and format
    characters (zero width, byte order marks, soft hyphens) are dropped.
    """
    return "".join(map(_visible, clean_text(text)))


def _visible(char: str) -> str:
    kind = unicodedata.category(char)
    if char.isspace() or kind in {"Zs", "Zl", "Zp"}:
        return " "
    return "" if kind in {"Cc", "Cf"} else char


def markup(text: str) -> str:
    """Return `text` safe for a reportlab paragraph, whose text is markup."""
    return escape(printable(text))


def require_drawable(texts: Iterable[str], drawable: frozenset[str]) -> None:
    """Check that the fonts have every character of `texts`.

    Raises:
        UserError: Some text has a character without a glyph, such as an emoji;
            on paper it would be an empty box.
    """
    for text in texts:
        missing = sorted(set(printable(text)) - drawable)
        if missing:
            raise UserError(
                f"Đoạn “{_start(text)}” có ký tự không in được: {' '.join(missing)}."
                " Hãy xóa hoặc thay các ký tự này."
            )


def _start(text: str) -> str:
    most = 60
    line = printable(text)
    return line if len(line) <= most else line[:most] + "…"


def ended(text: str, mark: str) -> str:
    """Return `text` ending in `mark` ("./.", ";", ".") instead of its own ending."""
    return text.rstrip(" .:;,/") + mark


def number_line(number: str | None, symbol: str) -> str:
    """Return ô 3, "Số: 05/TB-SNV"; a blank stands for a number not given yet."""
    return f"Số: {_number(number)}/{symbol.lstrip('/')}"


def _number(number: str | None) -> str:
    if not number:
        return NUMBER_BLANK
    return number.zfill(2) if number.isdigit() else number


def date_words(date: dt.date | None) -> str:
    """Return "ngày 05 tháng 02 năm 2026"; zero only for days < 10 and months 1, 2.

    Without a date all three stay blank: nobody knows yet which year it will be.
    """
    if date is None:
        # Held together: a line broken at a blank would hide the blank.
        return _NBSP.join(("ngày", DAY_BLANK, "tháng", DAY_BLANK, "năm", YEAR_BLANK))
    month = f"{date.month:02}" if date.month <= _MONTHS_WITH_ZERO else str(date.month)
    return f"ngày {date.day:02} tháng {month} năm {date.year}"
