"""Findings written by hand."""

from collections.abc import Awaitable, Callable

import flet as ft

from fieldapp.domain.findings import (
    FINDING_KIND_NAMES,
    Finding,
    FindingKind,
)
from fieldapp.domain.record import InspectionRecord
from fieldapp.ui.components.hooks import keyed, use_box, use_value
from fieldapp.ui.components.panels import panel
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.contexts import (
    Surroundings,
    offer_undo,
    use_action,
)
from fieldapp.ui.screens.findings.parts import (
    add_button,
    label,
    remove_button,
    replace,
    text_entry,
    unit_chips,
)
from fieldapp.ui.state.inspection import InspectionState

_NO_UNITS: tuple[str, ...] = ()
_SCOPE = "Phạm vi chung"
_SCOPE_HELP = "Khi không nêu tên nơi nào, ví dụ: ở một vài xã"


@ft.component
def NewFinding(state: InspectionState, around: Surroundings) -> ft.Control:
    """The form that adds a finding."""
    work = use_action()
    text, scope = use_box(lambda: ""), use_box(lambda: "")
    kind, set_kind = use_value(FindingKind.SHORTCOMING)
    generation, set_generation = use_value(0)
    units, set_units = use_value(_NO_UNITS)
    problem, set_problem = use_value("")

    async def typed(value: str) -> None:
        text.current = value

    async def typed_scope(value: str) -> None:
        scope.current = value

    def added(finding: Finding) -> None:
        replace(state, findings=(*state.record.findings, finding))
        text.current = scope.current = ""
        set_units(_NO_UNITS)
        set_generation(generation + 1)

    async def choose_units(wanted: tuple[str, ...]) -> None:
        set_units(wanted)

    async def add() -> None:
        set_problem("" if text.current.strip() else "Hãy ghi nội dung phát hiện.")
        if text.current.strip():
            call = around.services.add_finding
            what = (kind, text.current, units, scope.current.strip())
            await work.run(call, state.id, *what, then=added)

    return panel(
        _kinds(kind, set_kind, "new-finding-kind"),
        ft.Row(
            [
                keyed(
                    f"new-{generation}",
                    TextEntry,
                    label="Nội dung phát hiện",
                    text=text.current,
                    on_typed=typed,
                    identifier="new-finding-text",
                    problem=problem,
                    lines=2,
                    expand=True,
                )
            ]
        ),
        ft.Row(
            [
                keyed(
                    f"new-scope-{generation}",
                    TextEntry,
                    label=_SCOPE,
                    text=scope.current,
                    on_typed=typed_scope,
                    identifier="new-finding-scope",
                    helper=_SCOPE_HELP,
                    expand=True,
                )
            ]
        ),
        *unit_chips(state, units, choose_units, "new-finding-unit"),
        add_button("Thêm phát hiện", add, work),
    )


def _kinds(
    kind: FindingKind, choose: Callable[[FindingKind], object], identifier: str
) -> ft.Control:
    async def changed(event: ft.Event[ft.RadioGroup]) -> None:
        outcome = choose(FindingKind(event.control.value or FindingKind.SHORTCOMING))
        if isinstance(outcome, Awaitable):
            await outcome

    return ft.Semantics(
        identifier=identifier,
        content=ft.RadioGroup(
            value=kind.value,
            on_change=changed,
            content=ft.Row(
                [
                    ft.Radio(value=k.value, label=FINDING_KIND_NAMES[k])
                    for k in FindingKind
                ],
                wrap=True,
                spacing=16,
                run_spacing=0,
            ),
        ),
    )


@ft.component
def FindingCard(
    finding: Finding, state: InspectionState, around: Surroundings
) -> ft.Control:
    """One finding; its text is saved on leaving the field."""
    work = use_action()
    services = around.services

    async def save(changed: Finding) -> None:
        def saved(_none: None) -> None:
            known = state.record.findings
            replace(
                state,
                findings=tuple(changed if f.id == changed.id else f for f in known),
            )

        await work.run(services.save_finding, state.id, changed, then=saved)

    async def left(text: str) -> None:
        if text.strip() and text.strip() != finding.text:
            await save(finding.model_copy(update={"text": text.strip()}))

    async def left_scope(text: str) -> None:
        if text.strip() != finding.scope:
            await save(finding.model_copy(update={"scope": text.strip()}))

    async def choose_units(wanted: tuple[str, ...]) -> None:
        await save(finding.model_copy(update={"units": wanted}))

    async def put_back() -> None:
        def restored(_none: None) -> None:
            replace(state, findings=(*state.record.findings, finding))

        await work.run(services.save_finding, state.id, finding, then=restored)

    async def remove() -> None:
        def removed(_none: None) -> None:
            replace(state, findings=_without(state.record, finding.id))
            offer_undo("Đã xóa phát hiện.", put_back)

        await work.run(services.remove_finding, state.id, finding.id, then=removed)

    return panel(
        label(FINDING_KIND_NAMES[finding.kind]),
        text_entry(finding.text, "Nội dung", left, f"finding-{finding.id}-text"),
        text_entry(
            finding.scope,
            _SCOPE,
            left_scope,
            f"finding-{finding.id}-scope",
            helper=_SCOPE_HELP,
            lines=1,
        ),
        *unit_chips(state, finding.units, choose_units, f"finding-{finding.id}-unit"),
        remove_button("Xóa phát hiện", remove),
        identifier=f"finding-{finding.id}",
    )


def _without(record: InspectionRecord, finding: str) -> tuple[Finding, ...]:
    return tuple(f for f in record.findings if f.id != finding)
