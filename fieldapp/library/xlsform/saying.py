"""Expressions of a form in our words; those that cannot be said are listed."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from fieldapp.library.xlsform.known import CALCULATION, CellKey
from fieldapp.library.xlsform.parts import Known, NoCounterpartError
from fieldapp.library.xlsform.remarks import Remarks
from fieldapp.library.xlsform.rows import FormRow
from fieldapp.library.xlsform.xpath import translated

_ZERO = "chia cho 0 thì lấy 0, vì ở đây phép chia luôn cần một giá trị thay"
_INVENTED = (
    "chia cho 0 thì không có giá trị nào để lấy; viết ${a} div ${b} * 100, hoặc if() "
    "với giá trị khi số chia bằng 0"
)
_SHOWN = 100
_OR = re.compile(r"\bor\b")


class Said(NamedTuple):
    """An expression and the cell that it (or its last part) came from."""

    words: str
    cell: CellKey


class Saying:
    """Says the expressions of one form; `failed` is what could not be said, and why."""

    def __init__(
        self,
        names: Mapping[str, Known],
        without: Mapping[CellKey, str],
        remarks: Remarks,
    ) -> None:
        self.failed: dict[CellKey, str] = {}
        self._names = names
        self._without = without
        self._remarks = remarks

    def known(self, name: str) -> Known | None:
        """What is known by that name, or None."""
        return self._names.get(name)

    def said(self, row: FormRow, column: str, own: Known | None = None) -> Said | None:
        """The expression in a cell, or None when there is none or it is left out."""
        source = row.get(column)
        return self.said_text(source, row, column, own) if source else None

    def said_text(
        self, source: str, row: FormRow, column: str, own: Known | None = None
    ) -> Said | None:
        """As `said`, for a part of what the cell says."""
        cell = (row.number, column)
        reason = self._without.get(cell)
        if reason is None:
            try:
                asks = column != CALCULATION
                words = translated(source, self._names, own, is_condition=asks)
            except NoCounterpartError as error:
                reason = str(error)
                self.failed[cell] = reason
            else:
                if "div(" not in words:
                    return Said(words, cell)
                if column != CALCULATION or words.startswith("if("):
                    self._remarks.add(row.place(column), _ZERO)
                    return Said(words, cell)
                reason = self.failed[cell] = _INVENTED
        shown = source if len(source) <= _SHOWN else f"{source[:_SHOWN]}…"
        message = f"“{shown}” không chuyển được: {reason}"
        self._remarks.add(row.place(column), message)
        return None

    def all_of(self, rows: Iterable[FormRow], column: str) -> Said | None:
        """The expressions of several rows joined by "and"; the last one's cell."""
        parts = [said for row in rows if (said := self.said(row, column))]
        if not parts:
            return None
        if len(parts) == 1:
            return parts[0]
        words = [f"({p.words})" if _OR.search(p.words) else p.words for p in parts]
        return Said(" and ".join(words), parts[-1].cell)
