"""What the entries of a group add up to, criterion by criterion."""

import flet as ft

from fieldapp.domain.checklist import Criterion, Section
from fieldapp.domain.vietnamese import decimal_text, rounded
from fieldapp.ui import theme
from fieldapp.ui.components.hooks import keyed, use_value
from fieldapp.ui.components.panels import heading, panel
from fieldapp.ui.screens.answers.inputs.fields import quiet_action
from fieldapp.ui.screens.answers.points import PointCalls, PointsRow
from fieldapp.ui.state.inspection import InspectionState, ShapeState
from fieldapp.ui.state.progress import ProgressState
from fieldapp.ui.state.tallies import Tally

_MOST_LINES = 12


@ft.component
def Summary(
    state: InspectionState,
    shape: ShapeState,  # noqa: ARG001 - drawn anew when an entry comes or goes
    progress: ProgressState,
    section: Section,
    points: PointCalls,
) -> ft.Control:
    """The criteria some entry fails, most failed first; and the points they make."""
    scoring, set_scoring = use_value(False)
    tallies = [(c, state.tally(c)) for c in section.criteria]
    if not any(tally.met or tally.not_met for _, tally in tallies):
        return ft.Container()

    async def turn() -> None:
        set_scoring(not scoring)

    lines = _failures(tallies, section.repeat.entry if section.repeat else "")
    scored = [criterion for criterion, tally in tallies if tally.score is not None]
    if scored:
        name = "Đóng phần điểm" if scoring else "Chấm điểm"
        identifier = f"scoring-{section.id}"
        action = quiet_action(identifier, name, ft.Icons.GRADE_OUTLINED, turn)
        lines.append(ft.Row([action]))
    if scoring:
        lines += [_scored(criterion, progress, points) for criterion in scored]
    return panel(heading("Tổng hợp"), *lines, identifier=f"summary-{section.id}")


def _failures(tallies: list[tuple[Criterion, Tally]], word: str) -> list[ft.Control]:
    failed = sorted(
        (pair for pair in tallies if pair[1].not_met),
        key=lambda pair: pair[1].not_met,
        reverse=True,
    )
    lines: list[ft.Control] = [
        _line(criterion, tally, word) for criterion, tally in failed[:_MOST_LINES]
    ]
    if not failed:
        lines.append(ft.Text(f"Chưa {word} nào không đạt.", size=15))
    rest = len(failed) - _MOST_LINES
    if rest > 0:
        lines.append(ft.Text(f"Và {rest} tiêu chí khác.", size=14, color=theme.MUTED))
    return lines


def _line(criterion: Criterion, tally: Tally, word: str) -> ft.Control:
    judged = tally.met + tally.not_met
    text = f"{criterion.id}. {criterion.name}: "
    told = f"{tally.not_met}/{judged} {word} chưa đạt"
    spans = [
        ft.TextSpan(text),
        ft.TextSpan(told, ft.TextStyle(font_family=theme.STRONG, color=theme.NOT_MET)),
    ]
    points = _points(tally)
    if points:
        spans.append(ft.TextSpan(points, ft.TextStyle(color=theme.MUTED)))
    return ft.Row(
        [
            ft.Icon(ft.Icons.CANCEL, color=theme.NOT_MET, size=20),
            ft.Text(spans=spans, size=15, expand=True),
        ],
        spacing=8,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _points(tally: Tally) -> str:
    score = tally.score
    if score is None or score.appraised is None:
        return ""
    got = decimal_text(rounded(score.appraised, 2))
    return f" · {got}/{decimal_text(score.max)} điểm"


def _scored(
    criterion: Criterion, progress: ProgressState, points: PointCalls
) -> ft.Control:
    """One criterion's points over all entries, with the fields of both sides."""
    name = ft.Text(f"{criterion.id}. {criterion.name}", size=15)
    row = keyed(f"points-{criterion.id}", PointsRow, criterion, progress, points)
    return ft.Column([name, row], spacing=4, tight=True)
