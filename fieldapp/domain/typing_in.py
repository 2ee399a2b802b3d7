"""What a person typed into a field, read without guessing.

"16,72" and "16.72" are both 16.72 where decimals are allowed; "8.650" is 8650 in
a whole-number field, but in a decimal field a dot before exactly three digits
may be either, so the person is asked (domain reference E).
"""

import datetime as dt
import re
from decimal import Decimal

from fieldapp.domain.value import Value

# ASCII: other scripts' digits would be printed as they are.
_WHOLE = re.compile(r"\d{1,15}", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[. ]\d{3}){1,4}", re.ASCII)
_DECIMAL = re.compile(r"(\d{1,15})[.,](\d{1,6})", re.ASCII)
_GROUPED_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{3}){1,4}),(\d{1,6})", re.ASCII)
_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


class Typed(Value):
    """A read field: either `digits` (decimal point, as typed) or `problem`.

    Both are None for an empty field.
    """

    digits: str | None = None
    problem: str | None = None

    @property
    def number(self) -> Decimal | None:
        """The value as a Decimal, None when empty or wrong."""
        return None if self.digits is None else Decimal(self.digits)


def read_whole(text: str) -> Typed:
    """Read a whole number of at least 0; dots or spaces may group thousands."""
    bare = text.strip()
    if not bare:
        return Typed()
    if _WHOLE.fullmatch(bare):
        return Typed(digits=str(int(bare)))
    if _GROUPED.fullmatch(bare):
        return Typed(digits=str(int(re.sub(r"[. ]", "", bare))))
    if _DECIMAL.fullmatch(bare):
        return Typed(problem=f"“{bare}” không phải số nguyên. Hãy gõ số đếm, ví dụ 12.")
    return Typed(problem=f"“{bare}” không phải là số. Hãy gõ số nguyên, ví dụ 8650.")


def read_decimal(text: str) -> Typed:
    """Read a number that may have decimals; digits stay as typed.

    "1.234" is refused as ambiguous; "1.234,5" is not.
    """
    bare = text.strip().removesuffix("%").rstrip()
    if not bare:
        return Typed()
    if _WHOLE.fullmatch(bare):
        return Typed(digits=bare.lstrip("0") or "0")
    grouped = _GROUPED_DECIMAL.fullmatch(bare)
    if grouped:
        return Typed(digits=f"{grouped[1].replace('.', '')}.{grouped[2]}")
    if _GROUPED.fullmatch(bare) and "." in bare:
        return _ambiguous(bare)
    plain = _DECIMAL.fullmatch(bare)
    if plain:
        return Typed(digits=f"{int(plain[1])}.{plain[2]}")
    return Typed(problem=f"“{bare}” không phải là số. Hãy gõ ví dụ 12,5.")


def _ambiguous(bare: str) -> Typed:
    whole = bare.replace(".", "")
    if bare.count(".") > 1:
        return Typed(
            problem=f"“{bare}”: nếu là {whole}, hãy gõ {whole} không dấu chấm."
        )
    comma = bare.replace(".", ",")
    return Typed(problem=f"“{bare}” có thể hiểu hai cách: hãy gõ {whole} hoặc {comma}.")


def read_percent(text: str, *, at_most_100: bool = True) -> Typed:
    """Read a percentage; the % sign may be typed. Above 100 is refused if asked."""
    typed = read_decimal(text)
    if at_most_100 and typed.number is not None and typed.number > 100:  # noqa: PLR2004 - per cent
        shown = text.strip().removesuffix("%")
        return Typed(problem=f"Tỷ lệ {shown}% lớn hơn 100%. Hãy kiểm tra lại số liệu.")
    return typed


def read_date(text: str) -> Typed:
    """Read ngày/tháng/năm; `digits` is then ISO 8601 (2026-02-05)."""
    bare = text.strip()
    if not bare:
        return Typed()
    match = _DATE.fullmatch(bare)
    if match:
        day, month, year = (int(part) for part in match.groups())
        try:
            return Typed(digits=dt.date(year, month, day).isoformat())
        except ValueError:
            return Typed(problem=f"Không có ngày {bare}. Hãy kiểm tra ngày và tháng.")
    return Typed(problem=f"“{bare}” không phải là ngày. Hãy gõ ví dụ 27/7/2026.")
