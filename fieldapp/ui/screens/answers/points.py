"""Points of one criterion: the computed ones, the unit's own, the team's."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from decimal import Decimal

import flet as ft

from fieldapp.domain.checklist import Criterion
from fieldapp.domain.record import CriterionScores
from fieldapp.domain.totals import CriterionScore
from fieldapp.ui import theme
from fieldapp.ui.components.hooks import NO_PROBLEMS, keyed, use_box, use_value
from fieldapp.ui.components.panels import warning
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.screens.answers.inputs.fields import quiet_action, side_by_side
from fieldapp.ui.state.cells import CellState
from fieldapp.ui.state.points import (
    points_text,
    read_scores,
    texts_of_scores,
    unexplained,
)


@dataclass(frozen=True)
class PointCalls:
    """Where points come from and go to; `step` is what they move by."""

    score: Callable[[Criterion], CriterionScore | None]
    given: Callable[[Criterion], CriterionScores]
    save: Callable[[CriterionScores], Awaitable[bool]]
    step: Decimal | None


@ft.component
def PointsRow(
    criterion: Criterion,
    cell: CellState,  # noqa: ARG001 - drawn anew when its answer changes
    calls: PointCalls,
) -> ft.Control:
    """One line; opened, the fields of both sides and the reason."""
    opened, set_opened = use_value(False)
    problems, set_problems = use_value(NO_PROBLEMS)
    saves, count_save = use_value(0)
    given = calls.given(criterion)
    texts = use_box(lambda: texts_of_scores(given)).current
    score = calls.score(criterion)
    if score is None or criterion.points is None:
        return ft.Container()
    highest = criterion.points.max

    async def open_fields() -> None:
        set_opened(True)

    async def left(_text: str) -> None:
        changed, found = read_scores(given, texts, highest, calls.step)
        set_problems(found)
        if changed is not None and changed != given and await calls.save(changed):
            count_save(saves + 1)

    def field(name: str, label: str, *, numeric: bool = True) -> ft.Control:
        async def typed(text: str) -> None:
            texts[name] = text

        entry = keyed(
            f"points-{criterion.id}-{name}",
            TextEntry,
            label=label,
            text=texts[name],
            on_typed=typed,
            on_left=left,
            identifier=f"points-{criterion.id}-{name}",
            problem=problems.get(name, ""),
            numeric=numeric,
            expand=True,
        )
        return ft.Row([entry])

    shown = opened or given != CriterionScores(criterion=criterion.id, unit=given.unit)
    line: list[ft.Control] = [
        ft.Text(points_text(score), size=15, color=theme.MUTED, expand=not shown)
    ]
    if not shown:
        name = f"points-{criterion.id}-open"
        line.append(
            quiet_action(name, "Chấm điểm", ft.Icons.GRADE_OUTLINED, open_fields)
        )
    parts: list[ft.Control] = [ft.Row(line)]
    if shown:
        pair = [
            field("self_score", "Đơn vị tự chấm"),
            field("appraised_score", "Đoàn thẩm định"),
        ]
        parts += [
            side_by_side(pair),
            field("reason", "Lý do chênh lệch", numeric=False),
        ]
    missing = unexplained(score, given)
    if missing:
        parts.append(warning(missing))
    return ft.Semantics(
        identifier=f"points-{criterion.id}",
        content=ft.Column(parts, spacing=12, tight=True),
    )
