"""Phát hiện: what the answers say, and what people add by hand."""

import flet as ft

from fieldapp.domain.draft import Draft, DraftSentence
from fieldapp.ui import theme
from fieldapp.ui.components.frame import frame, inspection_places
from fieldapp.ui.components.hooks import keyed, use_optional
from fieldapp.ui.components.panels import column, heading, waiting
from fieldapp.ui.contexts import (
    use_action,
    use_inspection,
    use_surroundings,
    use_viewport,
)
from fieldapp.ui.inspection_menu import InspectionMenu
from fieldapp.ui.screens.findings.finding_cards import FindingCard, NewFinding
from fieldapp.ui.screens.findings.meeting_cards import meeting_cards
from fieldapp.ui.screens.findings.recommendation_cards import (
    NewRecommendation,
    RecommendationCard,
)
from fieldapp.ui.screens.findings.response_cards import response_cards
from fieldapp.ui.state.inspection import InspectionState, RecordState


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
        actions=[InspectionMenu(inspection)],
        back="/",
    )


@ft.component
def Desk(state: InspectionState, shared: RecordState) -> ft.Control:
    """Both lists; redrawn when the record changes."""
    around, work = use_surroundings(), use_action()
    draft, set_draft = use_optional(Draft)

    async def load() -> None:
        await work.run(around.services.draft, state.id, then=set_draft)

    ft.use_effect(load, [])
    record = shared.record
    return column(
        [
            heading("Phát hiện ghi thêm"),
            keyed("new-finding", NewFinding, state, around),
            *(
                keyed(f"finding-{f.id}", FindingCard, f, state, around)
                for f in record.findings
            ),
            heading("Kiến nghị ghi thêm"),
            keyed("new-recommendation", NewRecommendation, state, around),
            *(
                keyed(f"recommendation-{r.id}", RecommendationCard, r, state, around)
                for r in record.recommendations
            ),
            heading("Họp, hội nghị về cuộc kiểm tra"),
            *meeting_cards(state, record, around),
            heading("Ý kiến của đơn vị được kiểm tra"),
            *response_cards(state, record, around),
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
