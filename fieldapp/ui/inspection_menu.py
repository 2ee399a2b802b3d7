"""What one does with a whole inspection: its information, its file."""

import flet as ft

from fieldapp.ui.components.frame import go
from fieldapp.ui.contexts import tell, use_action, use_surroundings


@ft.component
def InspectionMenu(inspection: str) -> ft.Control:
    """The menu in the bar of every screen of an inspection."""
    around, work = use_surroundings(), use_action()

    async def information() -> None:
        await go(f"/kiem-tra/{inspection}/thong-tin")

    async def export() -> None:
        made: list[bytes] = []
        call = around.services.export_yaml
        if not await work.run(call, inspection, then=made.append):
            return
        await ft.FilePicker().save_file(
            dialog_title="Lưu tệp cuộc kiểm tra",
            file_name=f"{inspection}.inspection.yaml",
            src_bytes=made[0],
        )
        tell("Đã xuất tệp, chưa kèm ảnh. Máy khác mở bằng “Nhập tệp”.")

    async def versions() -> None:
        await go(f"/kiem-tra/{inspection}/ban-moi")

    items = [
        ft.PopupMenuItem(
            content="Thông tin cuộc kiểm tra",
            icon=ft.Icons.INFO_OUTLINED,
            on_click=information,
        ),
        ft.PopupMenuItem(
            content="Xuất tệp", icon=ft.Icons.FILE_DOWNLOAD_OUTLINED, on_click=export
        ),
        ft.PopupMenuItem(
            content="Bản bộ tiêu chí", icon=ft.Icons.RULE_OUTLINED, on_click=versions
        ),
    ]
    return ft.Semantics(
        identifier="inspection-menu",
        content=ft.PopupMenuButton(
            icon=ft.Icons.MORE_VERT, items=items, tooltip="Việc khác"
        ),
    )
