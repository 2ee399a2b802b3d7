"""What cards report, wired to autosave, photos and messages."""

import asyncio
import datetime as dt

import flet as ft

from fieldapp.domain.findings import Photo
from fieldapp.ui.components.photo_strip import PhotoCalls
from fieldapp.ui.contexts import (
    Surroundings,
    autosave_of,
    offer_undo,
    tell_error,
)
from fieldapp.ui.screens.answers.card import CardCalls
from fieldapp.ui.screens.answers.inputs import InputCalls
from fieldapp.ui.state.cells import CellState
from fieldapp.ui.state.inspection import InspectionState


def card_calls(around: Surroundings, state: InspectionState) -> CardCalls:
    """The callbacks of every card of one inspection."""
    autosave = autosave_of(around, state)

    async def today() -> dt.date:
        return await asyncio.to_thread(around.services.today)

    async def add_photo(cell: CellState) -> None:
        files = await ft.FilePicker().pick_files(
            dialog_title="Chọn ảnh",
            file_type=ft.FilePickerFileType.IMAGE,
            allow_multiple=True,
            with_data=True,
            cancel_upload_on_window_blur=False,
        )
        for file in files:
            await autosave.attach(cell, file.name, file.bytes or b"")

    async def thumbnail(sha256: str) -> bytes | None:
        try:
            return await asyncio.to_thread(around.services.thumbnail, sha256)
        except Exception as error:  # noqa: BLE001 - told to the person
            tell_error(error)
            return None

    def photo_calls(cell: CellState) -> PhotoCalls:
        async def caption(photo: Photo, text: str) -> None:
            await autosave.caption(cell, photo, text)

        async def remove(photo: Photo) -> None:
            async def undo() -> None:
                await autosave.put_back(cell, photo)

            if await autosave.remove(cell, photo):
                offer_undo("Đã bỏ ảnh.", undo)

        return PhotoCalls(thumbnail, caption, remove)

    return CardCalls(
        input=InputCalls(
            typed=autosave.typed,
            left=autosave.left,
            chosen=autosave.chosen,
            today=today,
        ),
        typed_note=autosave.typed_note,
        left_note=autosave.left_note,
        add_photo=add_photo,
        photo=photo_calls,
    )
