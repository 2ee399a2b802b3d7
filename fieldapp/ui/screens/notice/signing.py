"""Before and while signing: what is still open, certificate, password."""

from collections.abc import Callable

import flet as ft

from fieldapp.domain.readiness import Readiness
from fieldapp.services.notices import SignedNotice
from fieldapp.ui import theme
from fieldapp.ui.components.hooks import keyed, use_box, use_value
from fieldapp.ui.components.panels import Act, heading, panel, working
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.contexts import Surroundings, tell, use_action
from fieldapp.ui.state.inspection import InspectionState


def open_matters(ready: Readiness) -> ft.Control:
    """What a signer should know first: calm, one line each, hindering nobody."""
    rows = [_matter(text) for text in ready.warnings]
    return panel(heading("Trước khi ký"), *rows, identifier="open-matters")


def _matter(text: str) -> ft.Control:
    return ft.Row(
        [
            ft.Icon(ft.Icons.INFO_OUTLINED, color=theme.TO_CHECK, size=20),
            ft.Text(text, size=15, expand=True),
        ],
        spacing=8,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


@ft.component
def SignPanel(
    state: InspectionState,
    around: Surroundings,
    on_signed: Callable[[SignedNotice], None],
    refusal: str = "",
) -> ft.Control:
    """Certificate file and password; both are forgotten after use.

    `refusal` says why there is nothing to sign yet.
    """
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
        *([_matter(refusal)] if refusal else []),
        _sign_button(sign, busy=work.busy, refused=bool(refusal)),
        identifier="sign",
    )


def _sign_button(sign: Act, *, busy: bool, refused: bool) -> ft.Control:
    button = ft.FilledButton(
        "Đang ký…" if busy else "Ký thông báo",
        icon=ft.Icons.DRAW_OUTLINED,
        on_click=sign,
        disabled=busy or refused,
        height=48,
    )
    return ft.Row([button, *working("Đang ký", busy=busy)], spacing=12)
