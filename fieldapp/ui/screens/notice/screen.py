"""Thông báo: details, page images, signing, opening."""

from collections.abc import Callable

import flet as ft

from fieldapp.domain.notice import SignatureVerdict, Verification
from fieldapp.services.notices import SignedNotice
from fieldapp.ui import theme
from fieldapp.ui.components.frame import frame, inspection_places
from fieldapp.ui.components.hooks import keyed, use_box, use_optional, use_value
from fieldapp.ui.components.panels import Act, column, heading, panel, waiting, working
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.contexts import (
    Action,
    Surroundings,
    tell,
    use_action,
    use_inspection,
    use_surroundings,
    use_viewport,
)
from fieldapp.ui.documents import ShelvedDocument
from fieldapp.ui.screens.inspection_menu import InspectionMenu
from fieldapp.ui.screens.notice.details import DetailsForm
from fieldapp.ui.state.cells import moment_text
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

    async def draw() -> None:
        await work.run(around.services.preview, state.id, then=set_pages)

    async def load() -> None:
        await work.run(around.services.latest_signed, state.id, then=set_signed)
        await draw()

    ft.use_effect(load, [])
    parts: list[ft.Control] = [
        keyed(f"details-{shared.reads}", DetailsForm, state, draw),
        keyed("sign", SignPanel, state, around, set_signed),
    ]
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
        return ft.Row([_open_button("Mở dự thảo PDF", address)])
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


def _open_button(label: str, address: str) -> ft.Control:
    """Opens in a browser tab; a desktop window has no server to ask."""
    return ft.OutlinedButton(
        label,
        icon=ft.Icons.OPEN_IN_NEW,
        url=ft.Url(address, target=ft.UrlTarget.BLANK),
        height=48,
    )


@ft.component
def SignPanel(
    state: InspectionState,
    around: Surroundings,
    on_signed: Callable[[SignedNotice], None],
) -> ft.Control:
    """Certificate file and password; both are forgotten after use."""
    work = use_action()
    chosen, set_chosen = use_value(("", b""))
    password = use_box(lambda: "")
    generation, set_generation = use_value(0)

    async def pick() -> None:
        files = await ft.FilePicker().pick_files(
            dialog_title="Chọn tệp chứng thư số (.p12, .pfx)",
            with_data=True,
            cancel_upload_on_window_blur=False,
        )
        for file in files[:1]:
            set_chosen((file.name, file.bytes or b""))

    async def typed(text: str) -> None:
        password.current = text

    async def sign() -> None:
        if not chosen[1]:
            tell("Hãy chọn tệp chứng thư số trước.")
            return
        secret, password.current = password.current, ""
        set_generation(generation + 1)
        call = around.services.sign
        if await work.run(call, state.id, chosen[1], secret, then=on_signed):
            set_chosen(("", b""))
            tell("Đã ký thông báo.")

    return panel(
        heading("Ký số"),
        ft.Row(
            [
                ft.OutlinedButton(
                    "Chọn chứng thư số",
                    icon=ft.Icons.KEY,
                    on_click=pick,
                    height=48,
                ),
                ft.Text(chosen[0] or "Tệp .p12 hoặc .pfx", size=15, color=theme.MUTED),
            ],
            wrap=True,
            spacing=12,
        ),
        ft.Row(
            [
                keyed(
                    f"password-{generation}",
                    TextEntry,
                    label="Mật khẩu chứng thư",
                    on_typed=typed,
                    identifier="password",
                    helper="Chỉ dùng một lần để ký, không được lưu lại.",
                    secret=True,
                    expand=True,
                )
            ]
        ),
        _sign_button(sign, work),
        identifier="sign",
    )


def _sign_button(sign: Act, work: Action) -> ft.Control:
    button = ft.FilledButton(
        "Đang ký…" if work.busy else "Ký thông báo",
        icon=ft.Icons.DRAW_OUTLINED,
        on_click=sign,
        disabled=work.busy,
        height=48,
    )
    return ft.Row([button, *working("Đang ký", busy=work.busy)], spacing=12)


@ft.component
def SignedPanel(signed: SignedNotice, around: Surroundings) -> ft.Control:
    """The signed file: verification, open, save."""
    address = ft.use_memo(
        lambda: around.documents.put(
            ShelvedDocument(signed.file_name, "application/pdf", signed.pdf)
        ),
        [signed.file_name],
    )

    async def save() -> None:
        await ft.FilePicker().save_file(
            dialog_title="Lưu thông báo đã ký",
            file_name=signed.file_name,
            src_bytes=signed.pdf,
        )

    return panel(
        heading("Thông báo đã ký"),
        ft.Text(signed.file_name, size=15),
        *_verification(signed.verification),
        ft.Row(
            [
                _open_button("Mở thông báo", address),
                ft.OutlinedButton(
                    "Lưu tệp",
                    icon=ft.Icons.DOWNLOAD_OUTLINED,
                    on_click=save,
                    height=48,
                ),
            ],
            wrap=True,
            spacing=8,
        ),
        identifier="signed",
    )


def _verification(found: Verification) -> list[ft.Control]:
    rows = [_fact(found.summary, good=found.valid)]
    for verdict in found.signatures:
        rows.extend(_verdict(verdict))
    return rows


def _verdict(verdict: SignatureVerdict) -> list[ft.Control]:
    when = f", {moment_text(verdict.signed_at)}" if verdict.signed_at else ""
    rows = [
        ft.Text(f"Người ký: {verdict.signer}{when}", size=15),
        _fact(
            "Nội dung còn nguyên vẹn" if verdict.intact else "Nội dung đã bị thay đổi",
            good=verdict.intact,
        ),
        _fact(
            "Có nội dung thêm sau khi ký"
            if verdict.changed_after
            else "Không có gì thêm sau khi ký",
            good=not verdict.changed_after,
        ),
    ]
    rows.extend(ft.Text(reason, size=15) for reason in verdict.reasons)
    return rows


def _fact(text: str, *, good: bool) -> ft.Control:
    icon = ft.Icons.VERIFIED_OUTLINED if good else ft.Icons.WARNING_AMBER
    colour = theme.MET if good else theme.TO_CHECK
    return ft.Row(
        [ft.Icon(icon, color=colour, size=20), ft.Text(text, expand=True)],
        spacing=8,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
