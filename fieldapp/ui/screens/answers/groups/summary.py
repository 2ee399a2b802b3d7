"""What the entries of a group add up to, criterion by criterion."""

import flet as ft

from fieldapp.domain.checklist import Criterion, Section
from fieldapp.domain.vietnamese import decimal_text, rounded
from fieldapp.ui import theme
from fieldapp.ui.components.panels import heading, panel
from fieldapp.ui.state.inspection import InspectionState
from fieldapp.ui.state.tallies import Tally

_MOST_LINES = 12


def summary(state: InspectionState, section: Section) -> list[ft.Control]:
    """The criteria some entry fails, most failed first; before any judging nothing."""
    word = section.repeat.entry if section.repeat else ""
    tallies = [(c, state.tally(c)) for c in section.criteria]
    failed = sorted(
        (pair for pair in tallies if pair[1].not_met),
        key=lambda pair: pair[1].not_met,
        reverse=True,
    )
    if not any(tally.met or tally.not_met for _, tally in tallies):
        return []
    lines: list[ft.Control] = [
        _line(criterion, tally, word) for criterion, tally in failed[:_MOST_LINES]
    ]
    if not failed:
        lines.append(ft.Text(f"Chưa {word} nào không đạt.", size=15))
    rest = len(failed) - _MOST_LINES
    if rest > 0:
        lines.append(ft.Text(f"Và {rest} tiêu chí khác.", size=14, color=theme.MUTED))
    return [panel(heading("Tổng hợp"), *lines, identifier=f"summary-{section.id}")]


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
