"""A composite index: its score and rank, and how both moved."""

import flet as ft

from fieldapp.ui.screens.answers.inputs.fields import (
    Field,
    InputCalls,
    caption,
    entry,
    side_by_side,
    stacked,
    text_segments,
)
from fieldapp.ui.screens.answers.inputs.figures import (
    bound,
    change,
    has_change,
    score_label,
)
from fieldapp.ui.state.cells import CellState
from fieldapp.ui.state.entries.changes import DOWN, UP

_RANK_WAYS = ((UP, "Tăng hạng"), (DOWN, "Giảm hạng"))


def index(cell: CellState, calls: InputCalls) -> ft.Control:
    """Year, score, rank and band; the change of rank once it is asked for."""
    spec = cell.criterion.answer
    rows = (
        (
            Field("year", "Năm của chỉ số", numeric=True),
            Field("value", score_label(spec), spec.unit, numeric=True),
        ),
        (
            Field("rank", "Xếp hạng", numeric=True),
            Field("rank_of", "Trên tổng số đơn vị", numeric=True),
        ),
        (
            Field("band", "Nhóm, mức xếp loại", helper="Ví dụ: Khá tốt"),
            Field("rank_text", "Hạng nói bằng chữ", helper="Ví dụ: trong tốp đầu"),
        ),
    )
    made = [side_by_side([entry(cell, calls, f) for f in row]) for row in rows]
    changed = change(cell, calls, "Điểm so với kỳ trước")
    return stacked([*bound(cell, calls), *made, *changed, *_moved(cell, calls)])


def _moved(cell: CellState, calls: InputCalls) -> list[ft.Control]:
    """The rank's change stands with the score's."""
    if not (has_change(cell) or cell.has_field("rank_change")):
        return []
    return [
        caption("Thứ hạng so với kỳ trước"),
        text_segments(cell, calls, "rank_change_way", _RANK_WAYS),
        entry(cell, calls, Field("rank_change", "Số bậc", numeric=True)),
    ]
