"""Bản bộ tiêu chí: which version an inspection is made with, moving to a newer one."""

import flet as ft

from fieldapp.domain.moving import OUTCOME_NAMES, Moved, MoveReport, Outcome
from fieldapp.domain.record import SetAside
from fieldapp.ui import theme
from fieldapp.ui.components.frame import frame, go, inspection_places
from fieldapp.ui.components.hooks import use_optional, use_value
from fieldapp.ui.components.panels import column, heading, panel, waiting, warning
from fieldapp.ui.contexts import (
    tell,
    use_action,
    use_inspection,
    use_surroundings,
    use_viewport,
)
from fieldapp.ui.inspection_menu import InspectionMenu
from fieldapp.ui.state.inspection import InspectionState

_MOST_NAMES = 30


@ft.component
def VersionsScreen() -> ft.View:
    """What moving would do, the button that does it, and what was set aside."""
    inspection = ft.use_route_params().get("inspection", "")
    viewport, state = use_viewport(), use_inspection(inspection)
    body: ft.Control = column([waiting()])
    if state is not None:
        body = VersionsDesk(state)
    return frame(
        route=ft.use_view_path(),
        title="Bản bộ tiêu chí",
        subtitle=state.record.inspection.unit.full_name if state else "",
        body=body,
        places=inspection_places(inspection),
        wide=viewport.wide,
        actions=[InspectionMenu(inspection)],
        back=f"/kiem-tra/{inspection}",
    )


@ft.component
def VersionsDesk(state: InspectionState) -> ft.Control:
    """The report as long as there is a newer version; then only what is in use."""
    around, work = use_surroundings(), use_action()
    newer, set_newer = use_value("")
    report, set_report = use_optional(MoveReport)

    async def load() -> None:
        services = around.services
        await work.run(services.newer_version, state.id, then=set_newer)

    async def read() -> None:
        if newer:
            await work.run(around.services.move_report, state.id, then=set_report)

    async def move() -> None:
        def done(moved: MoveReport) -> None:
            set_report(None)
            set_newer("")
            tell(f"Đã chuyển sang bản {moved.new_version}. Không có gì bị xóa.")

        if await work.run(around.services.move, state.id, then=done):
            await around.inspections.open(state.id)
            await go(f"/kiem-tra/{state.id}")

    ft.use_effect(load, [state.id])
    ft.use_effect(read, [newer])
    parts: list[ft.Control] = [_in_use(state)]
    if report is not None:
        parts += _told(report)
        button = ft.FilledButton(
            f"Chuyển sang bản {report.new_version}",
            icon=ft.Icons.UPGRADE,
            on_click=move,
            disabled=work.busy,
            height=48,
        )
        parts.append(ft.Row([button]))
    parts += _aside(state)
    return column(parts, identifier="versions")


def _in_use(state: InspectionState) -> ft.Control:
    checklist = state.checklist
    return panel(
        heading("Đang dùng"),
        ft.Text(f"{checklist.title}, bản {checklist.version}", size=16),
        ft.Text(
            "Cuộc kiểm tra giữ đúng bản này cho đến khi có người chuyển.",
            size=14,
            color=theme.MUTED,
        ),
    )


def _told(report: MoveReport) -> list[ft.Control]:
    """One panel an outcome, what needs attention first."""
    order = (
        *(Outcome.ANEW, Outcome.ASIDE, Outcome.POINTS),
        *(Outcome.REWORDED, Outcome.FRESH),
    )
    parts: list[ft.Control] = [
        warning(f"Có bản mới: {report.new_version}. Dưới đây là điều sẽ xảy ra.")
    ]
    parts += [
        _outcome(outcome, report.of(outcome)) for outcome in order if report.of(outcome)
    ]
    carried = report.of(Outcome.CARRIED)
    name = OUTCOME_NAMES[Outcome.CARRIED]
    parts.append(ft.Text(f"{name}: {len(carried)} tiêu chí.", size=15))
    return parts


def _outcome(outcome: Outcome, moved: tuple[Moved, ...]) -> ft.Control:
    lines: list[ft.Control] = [
        ft.Text(f"{m.criterion}. {m.name}", size=15) for m in moved[:_MOST_NAMES]
    ]
    rest = len(moved) - _MOST_NAMES
    if rest > 0:
        lines.append(ft.Text(f"Và {rest} tiêu chí khác.", size=14, color=theme.MUTED))
    return panel(heading(OUTCOME_NAMES[outcome]), *lines)


def _aside(state: InspectionState) -> list[ft.Control]:
    kept = state.record.aside
    if not kept:
        return []
    cards = [_kept(state, aside) for aside in kept[:_MOST_NAMES]]
    return [heading("Để riêng"), *cards]


def _kept(state: InspectionState, aside: SetAside) -> ft.Control:
    said = aside.said or "Chỉ có ghi chú"
    where = state.evaluation.place_name(aside.unit) or aside.unit
    parts: list[ft.Control] = [
        ft.Text(f"{aside.criterion}. {aside.question}", size=16),
        ft.Text(said, size=16, font_family=theme.STRONG),
        ft.Text(f"{where} · bản {aside.version}", size=14, color=theme.MUTED),
    ]
    if aside.note:
        parts.append(ft.Text(f"Ghi chú: {aside.note}", size=15))
    return panel(*parts)
