"""For an address that leads nowhere, or to an inspection that cannot be opened."""

from collections.abc import Callable

import flet as ft

from fieldapp.errors import FieldappError
from fieldapp.ui.components.frame import frame, go
from fieldapp.ui.components.hooks import use_value
from fieldapp.ui.components.panels import column, empty_state, waiting
from fieldapp.ui.contexts import tell_error, use_surroundings, use_viewport

Screen = Callable[[], ft.View]


@ft.component
def LostScreen() -> ft.Control:
    """Offers the way home."""
    return _dead_end("Không có trang này", "Địa chỉ không dẫn tới màn hình nào.")


def opened_only(screen: Screen) -> Screen:
    """Show `screen` once its inspection is open; say so when it cannot be opened."""

    @ft.component
    def Opened() -> ft.View:
        inspection = ft.use_route_params().get("inspection", "")
        around, viewport = use_surroundings(), use_viewport()
        here = around.inspections.kept(inspection) is not None
        refused, set_refused = use_value(("", ""))
        _, set_opened = use_value("")

        async def load() -> None:
            if here:
                return
            try:
                await around.inspections.open(inspection)
            except FieldappError as error:
                set_refused((inspection, error.message))
            except Exception as error:  # noqa: BLE001 - told to the person
                tell_error(error)
            else:
                set_opened(inspection)

        ft.use_effect(load, [inspection])
        if here:
            return screen()
        lost = refused[0] == inspection and bool(refused[1])
        told = _dead_end("Không mở được cuộc kiểm tra", refused[1])
        return frame(
            route=ft.use_view_path(),
            title="Cuộc kiểm tra",
            body=column([told if lost else waiting()]),
            wide=viewport.wide,
            back="/",
        )

    return Opened


def _dead_end(title: str, why: str) -> ft.Control:
    async def home() -> None:
        await go("/")

    return empty_state(
        ft.Icons.SIGNPOST_OUTLINED,
        title,
        why,
        ft.FilledButton("Về danh sách kiểm tra", on_click=home, height=48),
    )
