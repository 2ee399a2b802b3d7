"""Numbers, dates and words as Vietnamese official writing wants them.

Decimal comma and thousands dot; the percent sign stands without a space; days
below 10 and the months 1 and 2 take a leading zero in the long form (NĐ
30/2020/NĐ-CP, Phụ lục I; domain reference E).
"""

import datetime as dt
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

from fieldapp.domain.value import clean_text


def number_text(digits: str) -> str:
    """Return digits with a decimal point as Vietnamese text, digits unchanged.

    Example:
        >>> number_text("34.80"), number_text("113468"), number_text("-8650.5")
        ('34,80', '113.468', '-8.650,5')
    """
    sign = "-" if digits.startswith("-") else ""
    whole, _, fraction = digits.removeprefix("-").partition(".")
    grouped = f"{int(whole):,}".replace(",", ".") if whole.isdigit() else whole
    return f"{sign}{grouped},{fraction}" if fraction else f"{sign}{grouped}"


def decimal_text(value: Decimal) -> str:
    """Return a decimal without trailing zeros: 3.00 → "3", 0.50 → "0,5"."""
    plain = format(value.normalize(), "f")
    return number_text(plain)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Round half up, as people do (53.55 → 53.6)."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def percent_of(num: int, den: int) -> Decimal:
    """The unrounded percentage; `den` is at least 1."""
    return Decimal(num) * 100 / Decimal(den)


def long_date(day: dt.date) -> str:
    """The date as in the head of a document.

    Example:
        >>> long_date(dt.date(2026, 2, 5)), long_date(dt.date(2023, 7, 27))
        ('ngày 05 tháng 02 năm 2026', 'ngày 27 tháng 7 năm 2023')
    """
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)  # noqa: PLR2004 - February
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


VIETNAM = dt.timezone(dt.timedelta(hours=7))
"""Vietnam has no daylight saving time."""


def local_time(moment: dt.datetime) -> str:
    """An aware moment as Vietnamese local time, ISO 8601 with +07:00, to the second."""
    return moment.astimezone(VIETNAM).isoformat(timespec="seconds")


def short_date(day: dt.date) -> str:
    """The date in running text: 27/7/2023."""
    return f"{day.day}/{day.month}/{day.year}"


def search_key(text: str) -> str:
    """Return `text` without diacritics, case or doubled spaces, for searching.

    Example:
        >>> search_key("Đặc  khu PHÚ QUỐC") == search_key("dac khu phu quoc")
        True
    """
    folded = unicodedata.normalize("NFD", clean_text(text).casefold())
    bare = "".join(c for c in folded if unicodedata.category(c) != "Mn")
    return " ".join(bare.replace("đ", "d").split())


def joined(parts: tuple[str, ...] | list[str]) -> str:
    """Join the items of a list in a sentence with commas."""
    return ", ".join(parts)


def full_stop(text: str) -> str:
    """Return `text` ending with a full stop unless it ends a sentence already.

    "./." ends a document, never a sentence inside it.

    Example:
        >>> full_stop("Còn chậm;"), full_stop("Còn chậm./."), full_stop("Vì sao?")
        ('Còn chậm.', 'Còn chậm.', 'Vì sao?')
    """
    text = text.rstrip().removesuffix("./.").rstrip(" ;,:")
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
