"""Counts, scores and ratios; their bounds, and how they changed."""

import flet as ft

from fieldapp.domain.asking import AnswerKind, AnswerSpec
from fieldapp.domain.targets import Comparator
from fieldapp.domain.vietnamese import decimal_text
from fieldapp.domain.wording import COMPARATOR_WORDS
from fieldapp.ui.screens.answers.inputs.fields import (
    Field,
    InputCalls,
    Option,
    caption,
    entry,
    named_number,
    side_by_side,
    stacked,
    text_segments,
)
from fieldapp.ui.state.cells import CellState
from fieldapp.ui.state.entries.changes import DOWN, UP

_BOUNDS = (
    Comparator.MORE_THAN,
    Comparator.AT_LEAST,
    Comparator.LESS_THAN,
    Comparator.AT_MOST,
)
_WAYS = ((UP, "Tăng"), (DOWN, "Giảm"))


def number(cell: CellState, calls: InputCalls) -> ft.Control:
    """A count or a score."""
    spec = cell.criterion.answer
    label = "Số lượng" if spec.type is AnswerKind.COUNT else score_label(spec)
    field = Field("value", label, spec.unit, numeric=True)
    value = entry(cell, calls, field)
    return stacked([*bound(cell, calls), value, *change(cell, calls)])


def score_label(spec: AnswerSpec) -> str:
    """What a score may be, as its label says it."""
    low = decimal_text(spec.min) if spec.min is not None else "0"
    return f"Điểm ({low} đến {decimal_text(spec.max)})" if spec.max else "Điểm"


def ratio(cell: CellState, calls: InputCalls) -> ft.Control:
    """Two whole numbers; or, while there are none, the percentage alone."""
    spec = cell.criterion.answer
    num = named_number("num", "Tử số", spec.numerator)
    den = named_number("den", "Mẫu số", spec.denominator)
    parts = [side_by_side([entry(cell, calls, f) for f in (num, den)])]
    if not has_pair(cell):
        alone = Field("value", "Hoặc chỉ có tỷ lệ", "%", numeric=True)
        parts += [*bound(cell, calls), entry(cell, calls, alone)]
    return stacked([*parts, *change(cell, calls)])


def has_pair(cell: CellState) -> bool:
    """True while a ratio has one of its two numbers: then no bound is known."""
    return bool(cell.text("num") or cell.text("den"))


def reported_input(cell: CellState, calls: InputCalls) -> ft.Control:
    """The figure the unit itself reported, beside the one the team found."""
    spec = cell.criterion.answer
    sign = "%" if spec.type is AnswerKind.RATIO else spec.unit
    return entry(cell, calls, Field("reported", "Đơn vị báo cáo", sign, numeric=True))


def bound(cell: CellState, calls: InputCalls) -> list[ft.Control]:
    """The chooser for a figure of which only a bound is known, once asked for."""
    if not cell.has_field("comparator"):
        return []
    options = [_bound_option(comparator) for comparator in _BOUNDS]
    return [
        caption("Chỉ biết mức"),
        text_segments(cell, calls, "comparator", options),
    ]


def _bound_option(comparator: Comparator) -> Option:
    return comparator.value, COMPARATOR_WORDS[comparator].capitalize()


def change(
    cell: CellState, calls: InputCalls, words: str = "So với kỳ trước"
) -> list[ft.Control]:
    """How much it rose or fell and since when, once asked for."""
    if not has_change(cell):
        return []
    amount = Field("change", "Mức tăng hoặc giảm", numeric=True)
    since = Field("change_from", "So với", helper="Ví dụ: năm 2019, cùng kỳ")
    return [
        caption(words),
        text_segments(cell, calls, "change_way", _WAYS),
        side_by_side([entry(cell, calls, field) for field in (amount, since)]),
    ]


def has_change(cell: CellState) -> bool:
    """True once the fields of a change were asked for or filled."""
    return cell.has_field("change") or cell.has_field("change_from")
