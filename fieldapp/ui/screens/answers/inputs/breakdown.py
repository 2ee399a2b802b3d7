"""A total, its parts, and at once what they leave unexplained."""

import flet as ft

from fieldapp.domain.verdicts import VERDICT_NAMES, Verdict
from fieldapp.ui import theme
from fieldapp.ui.components.marks import badge, verdict_badge
from fieldapp.ui.screens.answers.inputs.fields import (
    Field,
    InputCalls,
    entry,
    named_number,
    side_by_side,
    stacked,
)
from fieldapp.ui.screens.answers.inputs.figures import bound, change
from fieldapp.ui.state.cells import CellState
from fieldapp.ui.state.entries.parts import part_ids, part_name, parts_sum

_UNJUDGED = frozenset({Verdict.UNKNOWN, Verdict.RECORDED})


def breakdown(cell: CellState, calls: InputCalls) -> ft.Control:
    """The total, one field for each part, the sum; the judged part is marked."""
    spec = cell.criterion.answer
    total = Field("value", "Tổng số", spec.unit, numeric=True)
    texts = cell.texts()
    fields = [_part(cell, calls, p) for p in part_ids(spec, texts)]
    return stacked(
        [
            *bound(cell, calls),
            entry(cell, calls, total),
            side_by_side(fields),
            *_sum(cell),
            *change(cell, calls),
        ]
    )


def _part(cell: CellState, calls: InputCalls, part: str) -> ft.Control:
    spec = cell.criterion.answer
    known = spec.part(part)
    words = known.label if known else part
    field = entry(cell, calls, named_number(part_name(part), "Số lượng", words))
    if part != spec.judged:
        return field
    verdict = calls.judge(cell)
    mark = badge("Phần xét chỉ tiêu", ft.Icons.FLAG_OUTLINED, theme.MUTED)
    if cell.text(part_name(part)) and verdict not in _UNJUDGED:
        mark = verdict_badge(verdict, f"Phần xét chỉ tiêu: {VERDICT_NAMES[verdict]}")
    return stacked([field, mark], spacing=4)


def _sum(cell: CellState) -> list[ft.Control]:
    found = parts_sum(cell.criterion.answer, cell.shown)
    if not found.text or cell.problems:
        return []
    marks = [badge(found.text, ft.Icons.FUNCTIONS, theme.MUTED)]
    if found.doubt:
        marks.append(badge(found.doubt, ft.Icons.WARNING_AMBER))
    return [
        ft.Semantics(
            identifier=f"{cell.identity}-sum",
            content=ft.Row(marks, wrap=True, spacing=16, run_spacing=4),
        )
    ]
