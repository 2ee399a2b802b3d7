"""Phát hiện: what the answers say, and what people add by hand."""

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from fieldapp.domain.draft import Draft, DraftSentence
from fieldapp.domain.findings import (
    FINDING_KIND_NAMES,
    Finding,
    FindingKind,
    Recommendation,
)
from fieldapp.domain.record import InspectionRecord
from fieldapp.ui import theme
from fieldapp.ui.components.frame import frame, inspection_places
from fieldapp.ui.components.panels import column, heading, panel, waiting
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.contexts import (
    Action,
    Surroundings,
    offer_undo,
    use_action,
    use_inspection,
    use_surroundings,
    use_viewport,
)
from fieldapp.ui.state.inspection import InspectionState, RecordState

Reload = Callable[[], Awaitable[None]]


@ft.component
def FindingsScreen() -> ft.View:
    """Findings and recommendations of one inspection."""
    inspection = ft.use_route_params().get("inspection", "")
    viewport, state = use_viewport(), use_inspection(inspection)
    body = column([waiting()]) if state is None else Desk(state, state.shared)
    return frame(
        route=ft.use_view_path(),
        title=state.record.inspection.unit.full_name if state else "Phát hiện",
        subtitle="Phát hiện và kiến nghị",
        body=ft.Container(body, expand=True),
        places=inspection_places(inspection),
        selected=1,
        wide=viewport.wide,
        back="/",
    )


@ft.component
def Desk(state: InspectionState, shared: RecordState) -> ft.Control:
    """Both lists; redrawn when the record changes."""
    around, work = use_surroundings(), use_action()
    draft, set_draft = ft.use_state(None)

    async def load() -> None:
        await work.run(around.services.draft, state.id, then=set_draft)

    ft.use_effect(load, [])
    record = shared.record
    return column(
        [
            heading("Phát hiện ghi thêm"),
            NewFinding(state, around, key="new-finding"),
            *(
                FindingCard(f, state, around, key=f"finding-{f.id}")
                for f in record.findings
            ),
            heading("Kiến nghị ghi thêm"),
            NewRecommendation(state, around, key="new-recommendation"),
            *(
                RecommendationCard(r, state, around, key=f"recommendation-{r.id}")
                for r in record.recommendations
            ),
            heading("Tự rút ra từ câu trả lời"),
            *_derived(draft),
        ],
        identifier="findings",
    )


def _derived(draft: Draft | None) -> list[ft.Control]:
    if draft is None:
        return [waiting("Đang rút từ câu trả lời…")]
    sentences = [s for s in draft.sentences if s.criterion]
    if not sentences:
        return [ft.Text("Chưa có. Hãy trả lời các tiêu chí trước.", color=theme.MUTED)]
    return [_derived_row(s) for s in sentences]


def _derived_row(sentence: DraftSentence) -> ft.Control:
    icon = ft.Icon(ft.Icons.AUTO_AWESOME_OUTLINED, size=20, color=theme.MUTED)
    return ft.Row(
        [icon, ft.Text(f"{sentence.criterion}: {sentence.derived}", expand=True)],
        spacing=8,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _replace(state: InspectionState, **parts: Sequence[object]) -> None:
    state.shared.record = state.record.model_copy(update=parts)


def _without(record: InspectionRecord, finding: str) -> tuple[Finding, ...]:
    return tuple(f for f in record.findings if f.id != finding)


@ft.component
def NewFinding(state: InspectionState, around: Surroundings) -> ft.Control:
    """The form that adds a finding."""
    work = use_action()
    text = ft.use_ref("")
    kind, set_kind = ft.use_state(FindingKind.SHORTCOMING)
    generation, set_generation = ft.use_state(0)
    problem, set_problem = ft.use_state("")

    async def typed(value: str) -> None:
        text.current = value

    def added(finding: Finding) -> None:
        _replace(state, findings=(*state.record.findings, finding))
        text.current = ""
        set_generation(generation + 1)

    async def add() -> None:
        set_problem("" if text.current.strip() else "Hãy ghi nội dung phát hiện.")
        if text.current.strip():
            call = around.services.add_finding
            await work.run(call, state.id, kind, text.current, (), then=added)

    return panel(
        _kinds(kind, set_kind, "new-finding-kind"),
        ft.Row(
            [
                TextEntry(
                    key=f"new-{generation}",
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
        _add_button("Thêm phát hiện", add, work),
    )


def _add_button(label: str, add: Reload, work: Action) -> ft.Control:
    return ft.Row(
        [
            ft.FilledTonalButton(
                label, icon=ft.Icons.ADD, on_click=add, disabled=work.busy, height=48
            )
        ]
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
            _replace(
                state,
                findings=tuple(changed if f.id == changed.id else f for f in known),
            )

        await work.run(services.save_finding, state.id, changed, then=saved)

    async def left(text: str) -> None:
        if text.strip() and text.strip() != finding.text:
            await save(finding.model_copy(update={"text": text.strip()}))

    async def put_back() -> None:
        def restored(_none: None) -> None:
            _replace(state, findings=(*state.record.findings, finding))

        await work.run(services.save_finding, state.id, finding, then=restored)

    async def remove() -> None:
        def removed(_none: None) -> None:
            _replace(state, findings=_without(state.record, finding.id))
            offer_undo("Đã xóa phát hiện.", put_back)

        await work.run(services.remove_finding, state.id, finding.id, then=removed)

    return panel(
        _label(FINDING_KIND_NAMES[finding.kind]),
        _text(finding.text, "Nội dung", left, f"finding-{finding.id}-text"),
        _remove_button("Xóa phát hiện", remove),
        identifier=f"finding-{finding.id}",
    )


def _label(text: str) -> ft.Control:
    return ft.Text(text, size=15, font_family=theme.MEDIUM, color=ft.Colors.PRIMARY)


def _text(
    text: str, label: str, left: Callable[[str], Awaitable[None]], identifier: str
) -> ft.Control:
    entry = TextEntry(
        key=identifier,
        label=label,
        text=text,
        on_left=left,
        identifier=identifier,
        lines=2,
        expand=True,
    )
    return ft.Row([entry])


def _remove_button(label: str, remove: Reload) -> ft.Control:
    return ft.Row(
        [ft.TextButton(label, icon=ft.Icons.DELETE_OUTLINE, on_click=remove, height=48)]
    )


@ft.component
def NewRecommendation(state: InspectionState, around: Surroundings) -> ft.Control:
    """The form that adds a recommendation."""
    work = use_action()
    to = ft.use_ref(state.record.inspection.unit.full_name)
    text = ft.use_ref("")
    generation, set_generation = ft.use_state(0)
    problem, set_problem = ft.use_state("")

    async def typed(value: str) -> None:
        text.current = value

    async def typed_to(value: str) -> None:
        to.current = value

    def added(made: Recommendation) -> None:
        _replace(state, recommendations=(*state.record.recommendations, made))
        text.current = ""
        set_generation(generation + 1)

    async def add() -> None:
        complete = bool(text.current.strip() and to.current.strip())
        set_problem("" if complete else "Hãy ghi nơi nhận và nội dung kiến nghị.")
        if complete:
            call = around.services.add_recommendation
            await work.run(call, state.id, to.current, text.current, None, then=added)

    return panel(
        ft.Row(
            [
                TextEntry(
                    key="to",
                    label="Kiến nghị với",
                    text=to.current,
                    on_typed=typed_to,
                    identifier="new-recommendation-to",
                    expand=True,
                )
            ]
        ),
        ft.Row(
            [
                TextEntry(
                    key=f"new-{generation}",
                    label="Nội dung kiến nghị",
                    text=text.current,
                    on_typed=typed,
                    identifier="new-recommendation-text",
                    problem=problem,
                    lines=2,
                    expand=True,
                )
            ]
        ),
        _add_button("Thêm kiến nghị", add, work),
    )


@ft.component
def RecommendationCard(
    recommendation: Recommendation, state: InspectionState, around: Surroundings
) -> ft.Control:
    """One recommendation; its text is saved on leaving the field."""
    work = use_action()
    services = around.services

    def others() -> tuple[Recommendation, ...]:
        known = state.record.recommendations
        return tuple(r for r in known if r.id != recommendation.id)

    async def left(text: str) -> None:
        if not text.strip() or text.strip() == recommendation.text:
            return
        changed = recommendation.model_copy(update={"text": text.strip()})

        def saved(_none: None) -> None:
            known = state.record.recommendations
            replaced = tuple(changed if r.id == changed.id else r for r in known)
            _replace(state, recommendations=replaced)

        await work.run(services.save_recommendation, state.id, changed, then=saved)

    async def put_back() -> None:
        def restored(_none: None) -> None:
            _replace(state, recommendations=(*others(), recommendation))

        call = services.save_recommendation
        await work.run(call, state.id, recommendation, then=restored)

    async def remove() -> None:
        def removed(_none: None) -> None:
            _replace(state, recommendations=others())
            offer_undo("Đã xóa kiến nghị.", put_back)

        call = services.remove_recommendation
        await work.run(call, state.id, recommendation.id, then=removed)

    identifier = f"recommendation-{recommendation.id}"
    return panel(
        _label(recommendation.to),
        _text(recommendation.text, "Nội dung", left, f"{identifier}-text"),
        _remove_button("Xóa kiến nghị", remove),
        identifier=identifier,
    )
