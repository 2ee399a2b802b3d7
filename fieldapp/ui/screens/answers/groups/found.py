"""A criterion of a repeating section among what was looked for: where it stands."""

import flet as ft

from fieldapp.domain.checklist import Criterion, Section
from fieldapp.domain.entries import Entry
from fieldapp.domain.units import Unit
from fieldapp.domain.verdicts import Verdict
from fieldapp.ui import theme
from fieldapp.ui.components.marks import verdict_icon
from fieldapp.ui.components.panels import panel
from fieldapp.ui.screens.answers.groups.calls import GroupCalls
from fieldapp.ui.state.inspection import InspectionState
from fieldapp.ui.state.progress import ProgressState

_MOST_ENTRIES = 8
_ORDER = (Verdict.NOT_MET, Verdict.UNKNOWN)


@ft.component
def FoundInGroup(
    state: InspectionState,
    progress: ProgressState,  # noqa: ARG001 - drawn anew when an entry is answered
    criterion: Criterion,
    calls: GroupCalls,
) -> ft.Control:
    """Its counts, and the ways to the entries that fail it or do not answer it."""
    section = state.evaluation.section(criterion.id)
    word = section.repeat.entry if section.repeat else ""
    tally = state.tally(criterion)
    said = f"Đã trả lời {tally.answered}/{tally.total} {word}"
    if tally.not_met:
        said = f"{said} · {tally.not_met} chưa đạt"
    open_ones = _open_ones(state, criterion)
    chips = [
        _chip(state, section, criterion, place, calls)
        for place in open_ones[:_MOST_ENTRIES]
    ]
    rest = len(open_ones) - _MOST_ENTRIES
    if rest > 0:
        chips.append(_all(section, f"Và {rest} {word} khác", calls))
    return panel(
        ft.Text(criterion.id, font_family=theme.STRONG, color=ft.Colors.PRIMARY),
        ft.Text(criterion.question.replace("{year}", str(state.year)), size=16),
        ft.Text(said, size=15, color=theme.MUTED),
        ft.Row(chips, wrap=True, spacing=8, run_spacing=8),
        identifier=f"criterion-{criterion.id}",
    )


def _open_ones(state: InspectionState, criterion: Criterion) -> list[Unit]:
    """The entries that fail it, then those where it is not answered."""
    places = state.units_of(criterion)
    verdicts = {p.code: state.evaluation.verdict(criterion.id, p.code) for p in places}
    return [p for wanted in _ORDER for p in places if verdicts[p.code] is wanted]


def _chip(
    state: InspectionState,
    section: Section,
    criterion: Criterion,
    place: Unit,
    calls: GroupCalls,
) -> ft.Control:
    entry = _entry(state, section, place)

    async def opened() -> None:
        await calls.open(section, entry)

    verdict = state.evaluation.verdict(criterion.id, place.code)
    return ft.Semantics(
        identifier=f"unit-{criterion.id}-{place.code}",
        content=ft.Chip(
            label=place.name,
            leading=verdict_icon(verdict, 18),
            on_click=opened,
            label_text_style=ft.TextStyle(size=15, font_family=theme.MEDIUM),
            padding=ft.Padding.symmetric(horizontal=8, vertical=12),
        ),
    )


def _all(section: Section, name: str, calls: GroupCalls) -> ft.Control:
    async def opened() -> None:
        await calls.open(section, None)

    return ft.TextButton(name, on_click=opened, height=48)


def _entry(state: InspectionState, section: Section, place: Unit) -> Entry | None:
    entries = state.entries(section.id)
    return next((e for e in entries if e.code == place.code), None)
