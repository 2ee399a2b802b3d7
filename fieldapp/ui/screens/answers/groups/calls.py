"""What one does with the entries of a repeating section."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from fieldapp.domain.checklist import Section
from fieldapp.domain.entries import Entry, Sampling
from fieldapp.ui.components.frame import go
from fieldapp.ui.contexts import Surroundings, offer_undo, tell_error, today_of
from fieldapp.ui.screens.answers.points import PointCalls
from fieldapp.ui.state.inspection import InspectionState

Result = TypeVar("Result")


@dataclass(frozen=True)
class GroupCalls:
    """Callbacks of one inspection's groups; one object, so panels stay still."""

    add: Callable[[Section, str], Awaitable[None]]
    copy: Callable[[Section, Entry], Awaitable[None]]
    remove: Callable[[Section, Entry], Awaitable[None]]
    open: Callable[[Section, Entry | None], Awaitable[None]]
    save_sampling: Callable[[Sampling], Awaitable[bool]]
    today: Callable[[], Awaitable[dt.date]]
    points: PointCalls


def group_calls(
    around: Surroundings, state: InspectionState, points: PointCalls
) -> GroupCalls:
    """The callbacks over the services; every error is told, nothing is lost."""
    services = around.services

    async def opened(section: Section, entry: Entry | None) -> None:
        tail = f"/{entry.id}" if entry else ""
        await go(f"/kiem-tra/{state.id}/muc/{section.id}{tail}")

    async def add(section: Section, unit: str) -> None:
        entry = await _tried(state, services.add_entry, state.id, section.id, unit)
        if entry is not None:
            state.entries_changed(section.id, (*state.entries(section.id), entry))
            await opened(section, entry)

    async def copy(section: Section, entry: Entry) -> None:
        made = await _tried(state, services.copy_entry, state.id, entry.code)
        if made is not None:
            await around.inspections.open(state.id)  # its answers came along
            await opened(section, made)

    async def remove(section: Section, entry: Entry) -> None:
        gone = await _tried(state, services.remove_entry, state.id, entry.code)
        if gone is None:
            return
        before = state.entries(section.id)
        left = tuple(e for e in before if e.code != entry.code)
        state.entries_changed(section.id, left)

        def put_back() -> bool:
            services.restore_entry(state.id, gone)
            return True

        async def undo() -> None:
            if await _tried(state, put_back):
                await around.inspections.open(state.id)  # its answers come back too

        word = section.repeat.entry if section.repeat else ""
        offer_undo(f"Đã bỏ một {word}.", undo)

    async def save_sampling(sampling: Sampling) -> bool:
        def work() -> bool:
            services.save_sampling(state.id, sampling)
            return True

        if not await _tried(state, work):
            return False
        others = (s for s in state.record.samplings if s.id != sampling.id)
        changed = {"samplings": (*others, sampling)}
        state.shared.record = state.record.model_copy(update=changed)
        return True

    today = today_of(around)
    return GroupCalls(add, copy, remove, opened, save_sampling, today, points)


async def _tried(
    state: InspectionState, call: Callable[..., Result], *args: object
) -> Result | None:
    """Call in a thread, in the order of all saves; None when it failed and was told."""
    try:
        async with state.saving:
            return await asyncio.to_thread(call, *args)
    except Exception as error:  # noqa: BLE001 - told to the person
        tell_error(error)
        return None
