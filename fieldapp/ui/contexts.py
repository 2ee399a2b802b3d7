"""What every screen may reach: services, window width, and the one error path."""

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar, cast

import flet as ft

from fieldapp.domain.answers import STATUS_NAMES, AnswerStatus
from fieldapp.domain.wording import value_text
from fieldapp.errors import FieldappError, ProblemsError
from fieldapp.ui.documents import DocumentShelf
from fieldapp.ui.state.autosave import Autosave, Replaced
from fieldapp.ui.state.entry import texts_of
from fieldapp.ui.state.inspection import InspectionShelf, InspectionState
from fieldapp.ui.state.services import Services

_LOG = logging.getLogger(__name__)
_UNEXPECTED = (
    "Có lỗi ngoài dự kiến, việc vừa rồi chưa làm được. "
    "Hãy thử lại; nếu vẫn lỗi, hãy báo người phụ trách phần mềm."
)

Result = TypeVar("Result")

_UNDO_MS = 8_000
"""Long enough to read the sentence and to want it back."""


@dataclass(frozen=True)
class Surroundings:
    """What one browser session works with; the same object while it lives."""

    services: Services
    documents: DocumentShelf
    inspections: InspectionShelf
    form: dict[str, str] = field(default_factory=dict)
    """What was typed into the new-inspection form, so that leaving loses nothing."""
    autosaves: dict[str, Autosave] = field(default_factory=dict)


@dataclass(frozen=True)
class Viewport:
    """How much room there is."""

    width_px: float = 390

    @property
    def wide(self) -> bool:
        """True for the laptop layout."""
        return self.width_px >= 700  # noqa: PLR2004 - theme.WIDE_FROM_PX


surroundings_context = ft.create_context(cast("Surroundings | None", None))
viewport_context = ft.create_context(Viewport())


def use_surroundings() -> Surroundings:
    """Return the session's surroundings; only inside a component under `App`."""
    found = ft.use_context(surroundings_context)
    if found is None:
        raise RuntimeError("component used outside App")
    return found


def use_viewport() -> Viewport:
    """Return the window's size class."""
    return ft.use_context(viewport_context)


def tell(message: str) -> None:
    """Show a short message at the bottom of the screen."""
    ft.context.page.show_dialog(ft.SnackBar(ft.Text(message), show_close_icon=True))


def tell_error(error: Exception) -> None:
    """Show what went wrong in Vietnamese; a fault of ours also goes to the log."""
    if isinstance(error, ProblemsError):
        ft.context.page.show_dialog(_problems_dialog(error))
    elif isinstance(error, FieldappError):
        tell(error.message)
    else:
        _LOG.error("unexpected error in an action", exc_info=error)
        tell(_UNEXPECTED)


def _problems_dialog(error: ProblemsError) -> ft.AlertDialog:
    rows: list[ft.Control] = [
        ft.Text(f"Dòng {p.line}: {p.message} ({p.code})" if p.line else p.message)
        for p in error.problems
    ]

    async def close() -> None:
        ft.context.page.pop_dialog()

    return ft.AlertDialog(
        title=error.message,
        content=ft.Column(rows, scroll=ft.ScrollMode.AUTO, tight=True, width=560),
        actions=[ft.TextButton("Đóng", on_click=close)],
    )


@dataclass(frozen=True)
class Action:
    """One kind of work of a screen; `busy` while it runs."""

    busy: bool
    _set_busy: Callable[[bool], None]

    async def run(
        self,
        call: Callable[..., Result],
        *args: object,
        then: Callable[[Result], None] | None = None,
    ) -> bool:
        """Run blocking `call(*args)` in a thread, then `then(result)` on the loop.

        Returns False when it failed; the person has then been told.
        """
        self._set_busy(True)
        try:
            result = await asyncio.to_thread(call, *args)
        except Exception as error:  # noqa: BLE001 - the one place where actions end
            tell_error(error)
            return False
        finally:
            self._set_busy(False)
        if then is not None:
            then(result)
        return True


def use_action() -> Action:
    """Return the component's action: thread, busy flag, one way to fail."""
    busy, set_busy = ft.use_state(False)
    return Action(busy, set_busy)


def today_of(around: Surroundings) -> Callable[[], Awaitable[dt.date]]:
    """The day in Việt Nam, asked when it is needed."""

    async def today() -> dt.date:
        return await asyncio.to_thread(around.services.today)

    return today


def offer_undo(
    message: str, undo: Callable[[], Awaitable[None]], action: str = "Hoàn tác"
) -> None:
    """Say what was done and offer to take it back: no question beforehand."""

    async def undone() -> None:
        await undo()

    ft.context.page.show_dialog(
        ft.SnackBar(
            ft.Text(message),
            action=action,
            on_action=undone,
            persist=False,
            duration=_UNDO_MS,
        )
    )


def use_inspection(inspection: str) -> InspectionState | None:
    """Return an opened inspection; None while it is read or when it cannot be."""
    around = use_surroundings()
    state, set_state = ft.use_state(around.inspections.kept(inspection))

    async def load() -> None:
        try:
            set_state(await around.inspections.open(inspection))
        except Exception as error:  # noqa: BLE001 - told to the person
            tell_error(error)

    # A screen below another one stays mounted: it is entered when the address is its
    # own, and then shows what was saved elsewhere meanwhile.
    location = ft.use_route_location()
    entered = location == ft.use_view_path()

    async def enter() -> None:
        if entered:
            await load()

    ft.use_effect(enter, [inspection, entered, location])
    return state if state is not None and state.id == inspection else None


def autosave_of(around: Surroundings, state: InspectionState) -> Autosave:
    """Return the opened inspection's one autosave, so that timers outlive screens."""
    known = around.autosaves.get(state.id)
    if known is None or known.state is not state:
        made = Autosave(state, tell_error)

        def tell_replaced(news: Replaced) -> None:
            async def give_way() -> None:
                texts = texts_of(news.cell.criterion, news.theirs)
                await made.put_answer_back(news.cell, news.theirs, texts)

            offer_undo(_told(news, state), give_way, "Lấy lại")

        made.tell_replaced = tell_replaced
        around.autosaves[state.id] = made
    return around.autosaves[state.id]


def _told(news: Replaced, state: InspectionState) -> str:
    criterion, theirs = news.cell.criterion, news.theirs
    if theirs is None:
        said = "chưa trả lời"
    elif theirs.status is not AnswerStatus.GIVEN:
        said = STATUS_NAMES[theirs.status]
    else:
        decimals = state.checklist.percent_decimals
        said = value_text(criterion, theirs, state.year, decimals) or "một trả lời khác"
    return f"{criterion.id}: cửa sổ khác vừa ghi “{said}”; đã thay bằng trả lời ở đây."
