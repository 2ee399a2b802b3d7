"""Kiểm tra: all inspections with their progress."""

from collections.abc import Callable

import flet as ft

from fieldapp.domain.vietnamese import search_key, short_date
from fieldapp.services.inspections import InspectionCard
from fieldapp.ui import theme
from fieldapp.ui.components.frame import HOME_PLACES, frame, go
from fieldapp.ui.components.hooks import use_optional, use_value
from fieldapp.ui.components.marks import badge
from fieldapp.ui.components.panels import (
    Act,
    column,
    empty_state,
    progress_bar,
    waiting,
)
from fieldapp.ui.components.text_entry import TextEntry, Typed
from fieldapp.ui.contexts import Action, use_action, use_surroundings, use_viewport
from fieldapp.ui.state.cells import moment_text

_PAGE_SIZE = 20
_SEARCH_FROM = 4


@ft.component
def HomeScreen() -> ft.View:
    """The list, reread whenever one comes back to it."""
    around, viewport = use_surroundings(), use_viewport()
    here = ft.use_route_location() in {"/", ""}
    cards, set_cards = use_optional(tuple[InspectionCard, ...])
    query, set_query = use_value("")
    work = use_action()

    async def load() -> None:
        if here:
            await work.run(around.services.cards, then=set_cards)

    ft.use_effect(load, [here])

    async def take_in() -> None:
        await import_file(work, around.services.import_yaml)

    async def search(text: str) -> None:
        set_query(text)

    body = _body(cards, query, take_in, search)
    return frame(
        route="/",
        title="Cuộc kiểm tra",
        body=body,
        places=HOME_PLACES,
        wide=viewport.wide,
    )


async def import_file(work: Action, import_yaml: Callable[[str, bytes], str]) -> None:
    """Let the person choose an exchange file, take it in, open it."""
    files = await ft.FilePicker().pick_files(
        dialog_title="Chọn tệp cuộc kiểm tra", with_data=True
    )
    opened: list[str] = []
    for file in files[:1]:
        data = file.bytes or b""
        if await work.run(import_yaml, file.name, data, then=opened.append):
            await go(f"/kiem-tra/{opened[0]}")


def _body(
    cards: tuple[InspectionCard, ...] | None, query: str, take_in: Act, search: Typed
) -> ft.Control:
    if cards is None:
        return column([waiting("Đang đọc danh sách…")])
    if not cards:
        return column([_nothing_yet(take_in)])
    words = search_key(query).split()
    shown = [c for c in cards if _says(c, words)]
    parts: list[ft.Control] = [_buttons(take_in)]
    if len(cards) >= _SEARCH_FROM:
        parts.append(_search(search))
    parts.extend(_card(c) for c in shown[:_PAGE_SIZE])
    if len(shown) > _PAGE_SIZE:
        rest = len(shown) - _PAGE_SIZE
        parts.append(ft.Text(f"Còn {rest} cuộc kiểm tra. Hãy gõ tên đơn vị để tìm."))
    if not shown:
        parts.append(ft.Text("Không có cuộc kiểm tra nào khớp. Hãy gõ từ khác."))
    return column(parts)


def _search(search: Typed) -> ft.Control:
    entry = TextEntry(
        label="Tìm đơn vị",
        on_typed=search,
        identifier="search",
        icon=ft.Icons.SEARCH,
        expand=True,
    )
    return ft.Row([entry])


def _says(card: InspectionCard, words: list[str]) -> bool:
    text = search_key(f"{card.unit_name} {card.campaign_name} {card.checklist_title}")
    return all(word in text for word in words)


def _nothing_yet(take_in: Act) -> ft.Control:
    return empty_state(
        ft.Icons.ASSIGNMENT_ADD,
        "Chưa có cuộc kiểm tra nào",
        "Bắt đầu theo một bộ tiêu chí có sẵn, hoặc nhập tệp do máy khác gửi.",
        _buttons(take_in, centred=True),
    )


def _buttons(take_in: Act, *, centred: bool = False) -> ft.Control:
    async def new() -> None:
        await go("/moi")

    side = ft.MainAxisAlignment.CENTER if centred else ft.MainAxisAlignment.START
    return ft.Row(
        [
            ft.FilledButton(
                "Cuộc kiểm tra mới", icon=ft.Icons.ADD, on_click=new, height=48
            ),
            ft.OutlinedButton(
                "Nhập tệp",
                icon=ft.Icons.FILE_OPEN_OUTLINED,
                on_click=take_in,
                height=48,
            ),
        ],
        wrap=True,
        spacing=8,
        run_spacing=8,
        alignment=side,
    )


def _card(card: InspectionCard) -> ft.Control:
    async def opened() -> None:
        await go(f"/kiem-tra/{card.id}")

    facts: list[ft.Control] = [
        ft.Text(f"Đã trả lời {card.answered}/{card.total}", size=15),
    ]
    if card.not_met:
        facts.append(badge(f"{card.not_met} chưa đạt", ft.Icons.CANCEL, theme.NOT_MET))
    if card.photo_count:
        photos = f"{card.photo_count} ảnh"
        facts.append(badge(photos, ft.Icons.PHOTO_OUTLINED, theme.MUTED))
    visited = f" · {short_date(card.visited_on)}" if card.visited_on else ""
    lines: list[ft.Control] = [
        ft.Text(card.unit_name, theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
        ft.Text(f"{card.campaign_name}{visited}", size=15, color=theme.MUTED),
        progress_bar(card.answered, card.total, f"Tiến độ {card.unit_name}"),
        ft.Row(facts, wrap=True, spacing=16, run_spacing=4),
    ]
    if card.last_saved_at:
        saved = f"Lưu lần cuối {moment_text(card.last_saved_at)}"
        lines.append(ft.Text(saved, size=14, color=theme.MUTED))
    return ft.Semantics(
        identifier=f"inspection-{card.id}",
        content=ft.Container(
            content=ft.Column(lines, spacing=8, tight=True),
            padding=16,
            border_radius=12,
            border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
            on_click=opened,
            ink=True,
        ),
    )
