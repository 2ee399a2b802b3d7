"""For an address that leads nowhere."""

import flet as ft

from fieldapp.ui.components.frame import go
from fieldapp.ui.components.panels import empty_state


@ft.component
def LostScreen() -> ft.Control:
    """Offers the way home."""

    async def home() -> None:
        await go("/")

    return empty_state(
        ft.Icons.SIGNPOST_OUTLINED,
        "Không có trang này",
        "Địa chỉ không dẫn tới màn hình nào.",
        ft.FilledButton("Về danh sách kiểm tra", on_click=home, height=48),
    )
