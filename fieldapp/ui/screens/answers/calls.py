"""What cards report, wired to autosave, photos and messages."""

import asyncio
import datetime as dt

import flet as ft

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.findings import Photo
from fieldapp.domain.record import CriterionScores
from fieldapp.domain.verdicts import Verdict
from fieldapp.ui.components.photo_strip import PhotoCalls
from fieldapp.ui.contexts import (
    Surroundings,
    autosave_of,
    offer_undo,
    tell_error,
)
from fieldapp.ui.screens.answers.body import CardCalls
from fieldapp.ui.screens.answers.inputs.fields import InputCalls
from fieldapp.ui.screens.answers.points import PointCalls
from fieldapp.ui.state.autosave import Autosave
from fieldapp.ui.state.cells import CellState
from fieldapp.ui.state.inspection import InspectionState

_REPLACED = "Đã ghi tình trạng thay cho số liệu."
_CLEARED = "Đã xóa trả lời."


def replaces_much(
    texts: dict[str, str], before: AnswerValue | None, body: AnswerValue | None
) -> bool:
    """True when a tap took away more than one tap brings back."""
    if body is None:
        return bool(texts) or before is not None
    return body.status is not AnswerStatus.GIVEN and len(texts) > ("reported" in texts)


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
            return await asyncio.to_thread(around.services.thumbnail, state.id, sha256)
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

    async def chosen(cell: CellState, body: AnswerValue | None) -> None:
        before, texts = cell.body, cell.texts()

        async def undo() -> None:
            await autosave.put_answer_back(cell, before, texts)

        if await autosave.chosen(cell, body) and replaces_much(texts, before, body):
            offer_undo(_REPLACED if body else _CLEARED, undo)

    async def drop(cell: CellState, prefix: str, said: str) -> None:
        gone = await autosave.drop(cell, prefix)

        async def undo() -> None:
            await autosave.put(cell, gone)

        if any(gone.values()):
            offer_undo(said, undo)

    def judge(cell: CellState) -> Verdict:
        return state.verdict(cell.criterion, cell.shown)

    return CardCalls(
        input=InputCalls(
            typed=autosave.typed,
            left=autosave.left,
            chosen=chosen,
            today=today,
            add_photo=add_photo,
            put=autosave.put,
            drop=drop,
            judge=judge,
        ),
        typed_note=autosave.typed_note,
        left_note=autosave.left_note,
        photo=photo_calls,
        points=_point_calls(around, state, autosave),
    )


def _point_calls(
    around: Surroundings, state: InspectionState, autosave: Autosave
) -> PointCalls:
    """Points of the inspected unit."""
    unit = state.record.inspection.unit.code

    async def save(scores: CriterionScores) -> bool:
        try:
            async with state.saving:
                await asyncio.to_thread(around.services.save_scores, state.id, scores)
        except Exception as error:  # noqa: BLE001 - told to the person
            tell_error(error)
            return False
        state.scores_saved(scores)
        return True

    return PointCalls(
        score=lambda criterion: state.tally(criterion).score,
        given=lambda criterion: state.record.scores_of(criterion.id, unit),
        save=save,
        step=state.checklist.points_step,
        typed=state.point_texts,
        later=lambda name, act: autosave.after_rest(f"points/{name}", act),
    )
