"""Saving without a Save button: after a short rest, on leaving a field, at a tap.

"Đã lưu" appears only after the service came back, which is after the commit. One
lock per inspection keeps saves in the order they were made.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.findings import Photo
from fieldapp.ui.state.cells import CellState, Phase
from fieldapp.ui.state.entry import Entry, read_entry
from fieldapp.ui.state.inspection import InspectionState, Tell

Result = TypeVar("Result")

REST_S = 0.6


@dataclass
class Autosave:
    """Saves the cells of one inspection; lives as long as its screens do."""

    state: InspectionState
    tell_error: Tell
    _timers: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    async def typed(self, cell: CellState, name: str, text: str) -> None:
        """Take one keystroke: show the verdict, save after a rest."""
        cell.put_text(name, text)
        entry = read_entry(cell.criterion, cell.texts())
        if not entry.problems and not entry.unfinished:
            cell.preview = entry.body
            cell.problems = ()
        self._after_rest(f"{cell.identity}/answer", lambda: self._rested(cell))

    async def left(self, cell: CellState) -> None:
        """Save now: the field lost its focus."""
        self._stop(f"{cell.identity}/answer")
        await self._rested(cell)

    async def chosen(self, cell: CellState, body: AnswerValue | None) -> None:
        """Save a tapped answer or status at once."""
        self._stop(f"{cell.identity}/answer")
        cell.fill(body)
        await self._save(cell, body)

    async def typed_note(self, cell: CellState, text: str) -> None:
        """Take one keystroke of the note."""
        cell.put_note(text)
        self._after_rest(f"{cell.identity}/note", lambda: self._save_note(cell))

    async def left_note(self, cell: CellState) -> None:
        """Save the note now."""
        self._stop(f"{cell.identity}/note")
        await self._save_note(cell)

    async def attach(self, cell: CellState, file_name: str, data: bytes) -> None:
        """Attach a photo."""
        services, where = self.state.services, self._where(cell)

        def work() -> Photo:
            return services.attach_photo(*where, file_name, data)

        photo = await self._guarded(cell, work)
        if photo is not None:
            self._show_photos(cell, (*cell.photos, photo))

    async def remove(self, cell: CellState, photo: Photo) -> bool:
        """Take a photo off; True when done, so that undoing can be offered."""
        remove, inspection = self.state.services.remove_photo, self.state.id
        removed = await self._guarded(cell, lambda: remove(inspection, photo.id))
        if removed is not None:
            left = tuple(p for p in cell.photos if p.id != photo.id)
            self._show_photos(cell, left)
        return removed is not None

    async def put_back(self, cell: CellState, photo: Photo) -> None:
        """Undo `remove`."""
        restore, inspection = self.state.services.restore_photo, self.state.id

        def work() -> Photo:
            restore(inspection, photo)
            return photo

        if await self._guarded(cell, work) is not None:
            self._show_photos(cell, (*cell.photos, photo))

    async def caption(self, cell: CellState, photo: Photo, text: str) -> None:
        """Save a photo's caption."""
        call, inspection = self.state.services.caption_photo, self.state.id
        named = await self._guarded(cell, lambda: call(inspection, photo.id, text))
        if named is not None:
            cell.photos = tuple(named if p.id == photo.id else p for p in cell.photos)

    def _show_photos(self, cell: CellState, photos: tuple[Photo, ...]) -> None:
        cell.photos = photos
        self.state.count()

    async def _rested(self, cell: CellState) -> None:
        entry = read_entry(cell.criterion, cell.texts())
        cell.problems = tuple(entry.problems.items())
        if entry.problems or entry.unfinished or _same(entry, cell.body):
            return
        await self._save(cell, entry.body)

    async def _save(self, cell: CellState, body: AnswerValue | None) -> None:
        services, where = self.state.services, self._where(cell)
        saved = await self._guarded(cell, lambda: services.save_answer(*where, body))
        if saved is not None:
            cell.body, cell.saved_at = body, saved
            self.state.count()

    async def _save_note(self, cell: CellState) -> None:
        text = cell.typed_note
        if text == cell.note:
            return
        services, where = self.state.services, self._where(cell)
        saved = await self._guarded(cell, lambda: services.save_note(*where, text))
        if saved is not None:
            cell.note, cell.saved_at = text, saved

    async def _guarded(
        self, cell: CellState, work: Callable[[], Result]
    ) -> Result | None:
        cell.phase = Phase.SAVING
        try:
            async with self.state.saving:
                result = await asyncio.to_thread(work)
        except Exception as error:  # noqa: BLE001 - told to the person, text is kept
            cell.phase = Phase.FAILED
            self.tell_error(error)
            return None
        cell.phase = Phase.SAVED
        return result

    def _where(self, cell: CellState) -> tuple[str, str, str]:
        return self.state.id, cell.criterion.id, cell.unit.code

    def _after_rest(self, key: str, act: Callable[[], Awaitable[None]]) -> None:
        self._stop(key)

        async def rest() -> None:
            await asyncio.sleep(REST_S)
            self._timers.pop(key, None)
            await act()

        self._timers[key] = asyncio.create_task(rest())

    def _stop(self, key: str) -> None:
        timer = self._timers.pop(key, None)
        if timer is not None:
            timer.cancel()


def _same(entry: Entry, body: AnswerValue | None) -> bool:
    """True when the fields say what is saved.

    Empty fields under a chosen status ("không áp dụng") are not a wish to clear it.
    """
    if entry.body is None and body is not None:
        return body.status is not AnswerStatus.GIVEN
    return entry.body == body
