"""Thông báo: details, page images, signing, opening."""

import flet as ft

from fieldapp.domain.readiness import Readiness, readiness
from fieldapp.services.notices import SignedNotice
from fieldapp.ui.components.frame import frame, inspection_places
from fieldapp.ui.components.hooks import keyed, use_optional, use_value
from fieldapp.ui.components.panels import column, heading, waiting, working
from fieldapp.ui.contexts import (
    Surroundings,
    use_action,
    use_inspection,
    use_surroundings,
    use_viewport,
)
from fieldapp.ui.documents import ShelvedDocument
from fieldapp.ui.inspection_menu import InspectionMenu
from fieldapp.ui.screens.notice.details import DetailsForm
from fieldapp.ui.screens.notice.signed import SignedPanel, open_button
from fieldapp.ui.screens.notice.signing import SignPanel, open_matters
from fieldapp.ui.state.inspection import InspectionState, RecordState

_PAGE_RATIO = 297 / 210


@ft.component
def NoticeScreen() -> ft.View:
    """The paper of one inspection."""
    inspection = ft.use_route_params().get("inspection", "")
    viewport, state = use_viewport(), use_inspection(inspection)
    body = column([waiting()]) if state is None else PaperDesk(state, state.shared)
    return frame(
        route=ft.use_view_path(),
        title=state.record.inspection.unit.full_name if state else "Thông báo",
        subtitle="Thông báo kết luận",
        body=ft.Container(body, expand=True),
        places=inspection_places(inspection),
        selected=3,
        wide=viewport.wide,
        actions=[InspectionMenu(inspection)],
        back="/",
    )


@ft.component
def PaperDesk(state: InspectionState, shared: RecordState) -> ft.Control:
    """Details above, then signing, then the pages."""
    around, work = use_surroundings(), use_action()
    pages, set_pages = use_optional(tuple[bytes, ...])
    signed, set_signed = use_optional(SignedNotice)
    ready, set_ready = use_optional(Readiness)

    def judge() -> Readiness:
        opened = around.services.open_inspection(state.id)
        return readiness(opened.checklist, opened.record)

    async def load() -> None:
        await work.run(judge, then=set_ready)
        await work.run(around.services.latest_signed, state.id, then=set_signed)
        await work.run(around.services.preview, state.id, then=set_pages)

    ft.use_effect(load, [])
    parts: list[ft.Control] = [
        keyed(f"details-{shared.reads}", DetailsForm, state, load)
    ]
    if ready is not None and ready.warnings:
        parts.append(open_matters(ready))
    refusal = ready.refusal if ready else ""
    parts.append(keyed("sign", SignPanel, state, around, set_signed, refusal))
    if signed is not None:
        parts.append(keyed(signed.file_name, SignedPanel, signed, around))
    parts.append(heading("Xem trước"))
    parts.append(keyed("open-draft", OpenDraft, state, around))
    if pages is not None and work.busy:
        parts.append(waiting("Đang dựng lại trang…"))
    parts.extend(_pages(pages, busy=work.busy))
    return column(parts, identifier="notice")


def _pages(pages: tuple[bytes, ...] | None, *, busy: bool) -> list[ft.Control]:
    if pages is None:
        text = "Đang dựng trang…" if busy else "Chưa dựng được trang xem trước."
        return [waiting(text) if busy else ft.Text(text)]
    return [_page(p, n, len(pages)) for n, p in enumerate(pages, start=1)]


def _page(data: bytes, number: int, count: int) -> ft.Control:
    return ft.Container(
        content=ft.Image(
            src=data,
            fit=ft.BoxFit.FIT_WIDTH,
            semantics_label=f"Trang {number} trên {count}",
            gapless_playback=True,
        ),
        border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
        bgcolor=ft.Colors.WHITE,
        aspect_ratio=1 / _PAGE_RATIO,
    )


@ft.component
def OpenDraft(state: InspectionState, around: Surroundings) -> ft.Control:
    """Makes the unsigned PDF and offers it."""
    work = use_action()
    address, set_address = use_value("")

    def made(pdf: bytes) -> None:
        name = f"du-thao-{state.id}.pdf"
        set_address(around.documents.put(ShelvedDocument(name, "application/pdf", pdf)))

    async def make() -> None:
        await work.run(around.services.paper, state.id, then=made)

    if address:
        return ft.Row([open_button("Mở dự thảo PDF", address)])
    return ft.Row(
        [
            ft.OutlinedButton(
                "Lập dự thảo PDF",
                icon=ft.Icons.PICTURE_AS_PDF_OUTLINED,
                on_click=make,
                disabled=work.busy,
                height=48,
            ),
            *working("Đang lập dự thảo", busy=work.busy),
        ],
        spacing=12,
    )
