"""A list of the record whose cards save themselves: put, taken off, put back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from fieldapp.domain.meetings import Meeting, UnitResponse
from fieldapp.ui.contexts import Action, offer_undo
from fieldapp.ui.screens.findings.parts import replace
from fieldapp.ui.state.inspection import InspectionState

Kept = TypeVar("Kept", Meeting, UnitResponse)


@dataclass(frozen=True)
class KeptList(Generic[Kept]):
    """The record's list called `name`, and the calls that change it on disk."""

    state: InspectionState
    name: str
    save_call: Callable[[str, Kept], Kept]
    remove_call: Callable[[str, str], None]
    removed_words: str

    async def save(self, work: Action, item: Kept) -> None:
        """Save a new, changed or removed one; it keeps its place."""
        await work.run(self.save_call, self.state.id, item, then=self._put)

    async def remove(self, work: Action, item: Kept) -> None:
        """Take one off and offer to put it back."""

        async def undo() -> None:
            await self.save(work, item)

        def removed(_none: None) -> None:
            left = tuple(i for i in self._items() if i.id != item.id)
            replace(self.state, **{self.name: left})
            offer_undo(self.removed_words, undo)

        await work.run(self.remove_call, self.state.id, item.id, then=removed)

    def _put(self, made: Kept) -> None:
        items: tuple[Kept, ...] = self._items()
        known = made.id in {i.id for i in items}
        changed = tuple(made if i.id == made.id else i for i in items)
        replace(self.state, **{self.name: changed if known else (*items, made)})

    def _items(self) -> tuple[Kept, ...]:
        return tuple(getattr(self.state.record, self.name))
