"""Giới thiệu: what this is, and where one's data lie."""

import flet as ft

from fieldapp import __version__
from fieldapp.ui.components.frame import HOME_PLACES, frame
from fieldapp.ui.components.hooks import use_value
from fieldapp.ui.components.panels import column, heading, panel
from fieldapp.ui.contexts import use_viewport


@ft.component
def AboutScreen() -> ft.View:
    """A few words and the choice of light or dark."""
    viewport = use_viewport()
    page = ft.context.page
    mode, set_mode = use_value(page.theme_mode or ft.ThemeMode.SYSTEM)

    async def changed(event: ft.Event[ft.SegmentedButton]) -> None:
        chosen = ft.ThemeMode(event.control.selected[0])
        page.theme_mode = chosen
        page.update()
        set_mode(chosen)

    segments = [
        ft.Segment(value=value.value, label=ft.Text(label, size=15))
        for value, label in (
            (ft.ThemeMode.SYSTEM, "Theo máy"),
            (ft.ThemeMode.LIGHT, "Sáng"),
            (ft.ThemeMode.DARK, "Tối"),
        )
    ]
    picker = ft.SegmentedButton(
        segments=segments,
        selected=[mode.value],
        show_selected_icon=False,
        on_change=changed,
        expand=True,
    )
    body = column(
        [
            panel(
                heading("Kiểm tra cải cách hành chính"),
                ft.Text(
                    "Ghi kết quả kiểm tra tại cơ sở, tự soạn dự thảo kết luận và "
                    "lập thông báo kết luận có chữ ký số."
                ),
                ft.Text(f"Phiên bản {__version__}"),
            ),
            panel(
                heading("Dữ liệu"),
                ft.Text(
                    "Mọi câu trả lời được ghi ngay vào máy này. Khi màn hình báo "
                    "“Đã lưu”, dữ liệu đã nằm trên đĩa, mất điện cũng không mất."
                ),
            ),
            panel(heading("Giao diện"), ft.Row([picker])),
            panel(
                heading("Phông chữ"),
                ft.Text("Be Vietnam Pro, giấy phép SIL Open Font License 1.1."),
            ),
        ]
    )
    return frame(
        route=ft.use_view_path(),
        title="Giới thiệu",
        body=body,
        places=HOME_PLACES,
        selected=2,
        wide=viewport.wide,
    )
