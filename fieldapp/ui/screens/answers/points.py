"""Points of one criterion: the computed ones, the unit's own, the team's."""

from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from decimal import Decimal

import flet as ft

from fieldapp.domain.checklist import Criterion
from fieldapp.domain.record import CriterionScores
from fieldapp.domain.totals import CriterionScore
from fieldapp.ui import theme
from fieldapp.ui.components.hooks import keyed, use_box, use_value
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
from fieldapp.ui.state.progress import ProgressState

Act = Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class PointCalls:
    """Where points come from and go to; `step` is what they move by.

    `typed` keeps what is typed and not saved, by criterion; `later` does something
    once the typing rests.
    """

    score: Callable[[Criterion], CriterionScore | None]
    given: Callable[[Criterion], CriterionScores]
    save: Callable[[CriterionScores], Awaitable[bool]]
    step: Decimal | None
    typed: MutableMapping[str, dict[str, str]]
    later: Callable[[str, Act], None]


@ft.component
def PointsRow(
    criterion: Criterion,
    watched: CellState | ProgressState,  # noqa: ARG001 - drawn anew when it changes
    calls: PointCalls,
) -> ft.Control:
    """One line; opened, the fields of both sides and the reason."""
    opened, set_opened = use_value(False)
    kept, given, score = _standing(criterion, calls)
    texts = use_box(lambda: kept or texts_of_scores(given)).current
    problems, set_problems = use_value(_problems(criterion, calls, kept))
    saves, (_, redraw) = use_box(lambda: 0), use_value(0)
    if score is None or criterion.points is None:
        return ft.Container()

    async def open_fields() -> None:
        set_opened(True)

    async def save() -> None:
        before = calls.given(criterion)
        changed, found = _read(criterion, calls, before, texts)
        set_problems(found)
        if changed is None:
            return
        told = dict(texts)
        if changed == before or await calls.save(changed):
            if texts == told:  # nothing was typed while it was being saved
                calls.typed.pop(criterion.id, None)
            saves.current += 1
            redraw(saves.current)

    async def typed(name: str, text: str) -> None:
        texts[name] = text
        calls.typed[criterion.id] = texts
        set_opened(True)  # emptied and saved, the fields must not go from under one
        calls.later(criterion.id, save)

    shown = opened or bool(kept) or given != _nothing(given)
    parts: list[ft.Control] = [_line(criterion, score, None if shown else open_fields)]
    if shown:
        form = _Form(criterion, texts, problems, typed, save)
        pair = [
            form.field("self_score", "Đơn vị tự chấm"),
            form.field(
                "appraised_score", "Đoàn thẩm định", "Để trống: lấy điểm tự tính"
            ),
        ]
        parts += [
            side_by_side(pair),
            form.field("reason", "Lý do chênh lệch", numeric=False),
        ]
    missing = unexplained(score, given)
    if missing:
        parts.append(warning(missing))
    return ft.Semantics(
        identifier=f"points-{criterion.id}",
        content=ft.Column(parts, spacing=12, tight=True),
    )


def _standing(
    criterion: Criterion, calls: PointCalls
) -> tuple[dict[str, str] | None, CriterionScores, CriterionScore | None]:
    """What is typed and not saved, what people gave, and what it comes to."""
    kept = calls.typed.get(criterion.id)
    return kept, calls.given(criterion), calls.score(criterion)


def _nothing(given: CriterionScores) -> CriterionScores:
    return CriterionScores(criterion=given.criterion, unit=given.unit)


def _read(
    criterion: Criterion,
    calls: PointCalls,
    before: CriterionScores,
    texts: dict[str, str],
) -> tuple[CriterionScores | None, dict[str, str]]:
    highest = criterion.points.max if criterion.points else Decimal(0)
    return read_scores(before, texts, highest, calls.step)


def _problems(
    criterion: Criterion, calls: PointCalls, kept: dict[str, str] | None
) -> dict[str, str]:
    """What is wrong with the text that was left here, told again."""
    if kept is None:
        return {}
    return _read(criterion, calls, calls.given(criterion), kept)[1]


def _line(
    criterion: Criterion, score: CriterionScore, open_fields: Act | None
) -> ft.Control:
    said = ft.Text(points_text(score), size=15, color=theme.MUTED)
    if open_fields is None:
        return said
    name, icon = f"points-{criterion.id}-open", ft.Icons.GRADE_OUTLINED
    action = quiet_action(name, "Chấm điểm", icon, open_fields)
    return ft.Row([ft.Container(said, expand=True), action])


@dataclass(frozen=True)
class _Form:
    """The fields of one criterion's points."""

    criterion: Criterion
    texts: dict[str, str]
    problems: dict[str, str]
    typed: Callable[[str, str], Awaitable[None]]
    save: Act

    def field(
        self, name: str, label: str, helper: str = "", *, numeric: bool = True
    ) -> ft.Control:
        """One field; saved when left, or when the typing rests."""

        async def typed(text: str) -> None:
            await self.typed(name, text)

        async def left(_text: str) -> None:
            await self.save()

        identifier = f"points-{self.criterion.id}-{name}"
        entry = keyed(
            identifier,
            TextEntry,
            label=label,
            text=self.texts[name],
            on_typed=typed,
            on_left=left,
            identifier=identifier,
            problem=self.problems.get(name, ""),
            helper=helper,
            numeric=numeric,
            expand=True,
        )
        return ft.Row([entry])
