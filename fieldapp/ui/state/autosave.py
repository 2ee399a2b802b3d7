"""Saving without a Save button: after a short rest, on leaving a field, at a tap.

"Đã lưu" appears only after the service came back, which is after the commit. One
lock per inspection keeps saves in the order they were made. What another window
saved meanwhile is replaced like anything else, but never without saying so.
"""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.findings import Photo
from fieldapp.ui.state.cells import CellState, Phase
from fieldapp.ui.state.entry import kept
from fieldapp.ui.state.inspection import InspectionState, Tell

Result = TypeVar("Result")

REST_S = 0.6


@dataclass(frozen=True)
class Replaced:
    """What another window had saved and this one has just replaced."""

    cell: CellState
    theirs: AnswerValue | None


def _silently(_replaced: Replaced) -> None:
    """Tell nobody."""


@dataclass
class Autosave:
    """Saves the cells of one inspection; lives as long as its screens do."""

    state: InspectionState
    tell_error: Tell
    tell_replaced: Callable[[Replaced], None] = _silently
    _timers: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    async def typed(self, cell: CellState, name: str, text: str) -> None:
        """Take one keystroke: show the verdict, save after a rest."""
        cell.put_text(name, text)
        self._preview(cell)
        self.after_rest(f"{cell.identity}/answer", lambda: self._rested(cell))

    async def put(self, cell: CellState, texts: Mapping[str, str]) -> None:
        """Take fields filled by a tap: a state, a way, a new row; save now."""
        cell.arrange(texts)
        self._preview(cell)
        await self.left(cell)

    async def drop(self, cell: CellState, prefix: str) -> dict[str, str]:
        """Take a row off by how its fields begin; `put` of what returns undoes it."""
        gone = cell.forget(prefix)
        self._preview(cell)
        await self.left(cell)
        return gone

    async def left(self, cell: CellState) -> None:
        """Save now: the field lost its focus."""
        self._stop(f"{cell.identity}/answer")
        await self._rested(cell)

    async def chosen(self, cell: CellState, body: AnswerValue | None) -> bool:
        """Save a tapped answer or status at once; True when it is on disk."""
        self._stop(f"{cell.identity}/answer")
        whole = kept(cell.criterion, body, cell.preview)
        cell.fill(whole)
        return await self._save(cell, whole)

    async def put_answer_back(
        self, cell: CellState, body: AnswerValue | None, texts: dict[str, str]
    ) -> None:
        """Undo `chosen`: the saved answer, and what stood typed in the fields."""
        cell.fill(body)
        await self._save(cell, body)
        cell.refill(texts)
        await self._rested(cell)

    async def typed_note(self, cell: CellState, text: str) -> None:
        """Take one keystroke of the note."""
        cell.put_note(text)
        self.after_rest(f"{cell.identity}/note", lambda: self._save_note(cell))

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

    def after_rest(self, key: str, act: Callable[[], Awaitable[None]]) -> None:
        """Do something once nothing was typed for a while; `key` names the field."""
        self._stop(key)

        async def rest() -> None:
            await asyncio.sleep(REST_S)
            self._timers.pop(key, None)
            await act()

        self._timers[key] = asyncio.create_task(rest())

    def _preview(self, cell: CellState) -> None:
        """Show what the fields say, unless it cannot be read yet."""
        entry = cell.read()
        if not entry.problems and not entry.unfinished:
            cell.preview = entry.body
            cell.problems, cell.unfinished = (), False

    def _show_photos(self, cell: CellState, photos: tuple[Photo, ...]) -> None:
        cell.photos = photos
        self.state.saved(cell)

    async def _rested(self, cell: CellState) -> None:
        if cell.is_untouched:
            cell.problems, cell.unfinished = (), False
            return
        entry = cell.read()
        cell.problems = tuple(entry.problems.items())
        cell.unfinished = entry.unfinished and not entry.problems
        if entry.problems or entry.unfinished or entry.body == cell.body:
            return
        await self._save(cell, entry.body)

    async def _save(self, cell: CellState, body: AnswerValue | None) -> bool:
        services, where = self.state.services, self._where(cell)

        def work() -> tuple[AnswerValue | None, dt.datetime]:
            return services.saved_answer(*where), services.save_answer(*where, body)

        done = await self._guarded(cell, work)
        if done is None:
            return False
        theirs, last_seen = done[0], cell.body
        cell.body, cell.saved_at = body, done[1]
        self.state.saved(cell)
        if theirs not in (last_seen, body):
            self.tell_replaced(Replaced(cell, theirs))
        return True

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

    def _stop(self, key: str) -> None:
        timer = self._timers.pop(key, None)
        if timer is not None:
            timer.cancel()
