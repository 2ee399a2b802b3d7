"""The sections of an inspection with their progress."""

from collections.abc import Awaitable, Callable

import flet as ft

from fieldapp.domain.checklist import Section
from fieldapp.ui import theme
from fieldapp.ui.components.marks import badge
from fieldapp.ui.components.panels import progress_bar
from fieldapp.ui.state.inspection import InspectionState
from fieldapp.ui.state.progress import ProgressState, SectionProgress

Open = Callable[[str], Awaitable[None]]


@ft.component
def WholeProgress(progress: ProgressState) -> ft.Control:
    """How much of everything is answered."""
    whole = progress.whole
    return ft.Column(
        [
            ft.Row(
                [
                    ft.Text(
                        f"Đã trả lời {whole.answered}/{whole.total}",
                        font_family=theme.STRONG,
                        expand=True,
                    ),
                    _not_met(whole),
                ]
            ),
            progress_bar(whole.answered, whole.total, "Tiến độ cuộc kiểm tra"),
            *_points(whole),
        ],
        spacing=8,
        tight=True,
    )


@ft.component
def SectionList(
    state: InspectionState, progress: ProgressState, current: str, on_open: Open
) -> ft.Control:
    """All sections; the current one is marked."""
    rows = [
        _row(s, progress.of(s.id), on_open, current=s.id == current)
        for s in state.checklist.sections
    ]
    return ft.Column(rows, spacing=8, tight=True)


def _row(
    section: Section, counts: SectionProgress, on_open: Open, *, current: bool
) -> ft.Control:
    async def opened() -> None:
        await on_open(section.id)

    surface = ft.Colors.SURFACE_CONTAINER_LOWEST
    border = ft.Colors.PRIMARY if current else ft.Colors.OUTLINE_VARIANT
    return ft.Semantics(
        identifier=f"section-{section.id}",
        selected=current,
        content=ft.Container(
            content=_face(section, counts),
            padding=16,
            border_radius=12,
            border=ft.Border.all(2 if current else 1, border),
            bgcolor=ft.Colors.PRIMARY_CONTAINER if current else surface,
            on_click=opened,
            ink=True,
        ),
    )


def _face(section: Section, counts: SectionProgress) -> ft.Control:
    title = f"{section.id}. {section.title}"
    done = _done(section, counts)
    bar = [progress_bar(counts.answered, counts.total, f"Tiến độ phần {section.id}")]
    bar = bar if counts.total else []
    return ft.Column(
        [
            ft.Row(
                [
                    ft.Text(title, expand=True, font_family=theme.MEDIUM),
                    ft.Icon(ft.Icons.CHEVRON_RIGHT, color=theme.MUTED),
                ]
            ),
            ft.Row(
                [ft.Text(done, size=14, color=theme.MUTED), _not_met(counts)],
                wrap=True,
                spacing=16,
                run_spacing=4,
            ),
            *bar,
            *_points(counts),
        ],
        spacing=8,
        tight=True,
    )


def _done(section: Section, counts: SectionProgress) -> str:
    """How far a section is; one without anything to answer says so."""
    if counts.total:
        return f"Đã trả lời {counts.answered}/{counts.total}"
    if section.repeat is not None and counts.applies:
        return f"Chưa có {section.repeat.entry} nào"
    return "Không áp dụng lúc này"


def _points(counts: SectionProgress) -> list[ft.Control]:
    said = (counts.points_text, counts.self_text)
    return [ft.Text(text, size=14, color=theme.MUTED) for text in said if text]


def _not_met(counts: SectionProgress) -> ft.Control:
    if not counts.not_met:
        return ft.Container()
    return badge(f"{counts.not_met} chưa đạt", ft.Icons.CANCEL, theme.NOT_MET)
