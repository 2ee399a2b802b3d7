"""The photos of one answer: thumbnail, caption, remove."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.findings import Photo
from fieldapp.ui import theme
from fieldapp.ui.components.hooks import keyed
from fieldapp.ui.components.text_entry import TextEntry

_THUMBNAIL_PX = 96


@dataclass(frozen=True)
class PhotoCalls:
    """What a photo reports; `thumbnail` returns the small JPEG, None if unreadable."""

    thumbnail: Callable[[str], Awaitable[bytes | None]]
    caption: Callable[[Photo, str], Awaitable[None]]
    remove: Callable[[Photo], Awaitable[None]]


@ft.component
def PhotoRow(photo: Photo, calls: PhotoCalls, number: int) -> ft.Control:
    """One photo with its caption."""
    small, set_small = ft.use_state(b"")

    async def load() -> None:
        set_small(await calls.thumbnail(photo.sha256) or b"")

    ft.use_effect(load, [photo.sha256])

    async def left(text: str) -> None:
        if text.strip() != photo.caption:
            await calls.caption(photo, text.strip())

    async def remove() -> None:
        await calls.remove(photo)

    name = photo.caption or photo.file_name or f"Ảnh {number}"
    return ft.Semantics(
        identifier=f"photo-{photo.id}",
        content=ft.Row(
            [
                _thumbnail(small, f"Ảnh {number}: {name}"),
                ft.Column(
                    [
                        ft.Row(
                            [
                                keyed(
                                    f"caption-{photo.id}",
                                    TextEntry,
                                    label=f"Chú thích ảnh {number}",
                                    text=photo.caption,
                                    on_left=left,
                                    identifier=f"caption-{photo.id}",
                                    expand=True,
                                )
                            ]
                        ),
                        ft.TextButton(
                            f"Bỏ ảnh {number}",
                            icon=ft.Icons.DELETE_OUTLINE,
                            on_click=remove,
                            height=48,
                        ),
                    ],
                    spacing=4,
                    expand=True,
                    tight=True,
                ),
            ],
            spacing=12,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
    )


def _thumbnail(data: bytes, label: str) -> ft.Control:
    if not data:
        return ft.Container(
            content=ft.Icon(ft.Icons.IMAGE_OUTLINED, color=theme.MUTED),
            width=_THUMBNAIL_PX,
            height=_THUMBNAIL_PX,
            border_radius=12,
            bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH,
            alignment=ft.Alignment.CENTER,
        )
    return ft.Image(
        src=data,
        width=_THUMBNAIL_PX,
        height=_THUMBNAIL_PX,
        fit=ft.BoxFit.COVER,
        border_radius=12,
        semantics_label=label,
    )
