"""Literals: numbers, dates and texts, refused where they could be misread."""

import datetime as dt
import re
from decimal import Decimal
from typing import Final

from fieldapp.domain.expressions.faults import FaultCode, mistake, shown
from fieldapp.domain.value import clean_text

LONGEST_WHOLE: Final = 15
LONGEST_FRACTION: Final = 6

_PLAIN = re.compile(r"([0-9]+)(?:\.([0-9]+))?")
_EXPONENT = re.compile(r"[0-9.]+[eE][0-9]*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def number(written: str, column: int) -> Decimal:
    """Read a number of at most 15 digits and 6 decimals, without exponent.

    Refused with it: what Vietnamese eyes read as thousands ("1.000"), and leading
    zeros, which come from dates ("2025-07", "01/07/2025").
    """
    plain = _PLAIN.fullmatch(written)
    if plain is None:
        raise _no_number(written, column)
    whole, fraction = plain[1], plain[2] or ""
    if len(whole) > LONGEST_WHOLE or len(fraction) > LONGEST_FRACTION:
        raise mistake(
            column,
            FaultCode.NUMBER_TOO_LARGE,
            f"số {shown(_short(written))} quá dài; viết nhiều nhất {LONGEST_WHOLE} chữ"
            f" số và {LONGEST_FRACTION} số lẻ",
        )
    if len(whole) > 1 and whole[0] == "0":
        raise mistake(
            column,
            FaultCode.SYNTAX,
            f"số {shown(written)} bắt đầu bằng 0; bỏ số 0 ở đầu, hoặc nếu là ngày thì"
            " viết năm-tháng-ngày như 2025-07-01",
        )
    if fraction == "000":
        raise mistake(
            column,
            FaultCode.SYNTAX,
            f"số {shown(written)} dễ hiểu nhầm; không viết dấu tách hàng nghìn:"
            f" viết {whole}000, hoặc {whole}",
        )
    return Decimal(written)


def date(written: str, column: int) -> dt.date:
    """Read a date written year-month-day, all its zeros there."""
    try:
        if _DAY.fullmatch(written):
            return dt.date.fromisoformat(written)
    except ValueError:
        pass
    raise mistake(
        column,
        FaultCode.SYNTAX,
        f"{shown(written)} không phải là ngày; viết năm-tháng-ngày như 2025-07-01, còn"
        " phép trừ thì để dấu cách hai bên dấu trừ",
    )


def text(written: str, column: int) -> str:
    """Read a text between straight double quotes; NFC, without braces."""
    for place, character in enumerate(written):
        if character in "{}\\":
            raise mistake(
                column + place,
                FaultCode.SYNTAX,
                f"chữ trong biểu thức không chứa {shown(character)}; bỏ dấu này",
            )
    return clean_text(written[1:-1])


def _no_number(written: str, column: int) -> Exception:
    if _EXPONENT.fullmatch(written):
        return mistake(
            column,
            FaultCode.NUMBER_TOO_LARGE,
            f"số {shown(_short(written))} viết bằng số mũ; viết đủ các chữ số, nhiều"
            f" nhất {LONGEST_WHOLE} chữ số",
        )
    return mistake(
        column,
        FaultCode.SYNTAX,
        f"{shown(_short(written))} không phải là số; số viết như 1234 hoặc 12.5, còn"
        " mã tiêu chí bắt đầu bằng chữ cái",
    )


def _short(written: str) -> str:
    longest = 24
    return written if len(written) <= longest else written[: longest - 1] + "…"
