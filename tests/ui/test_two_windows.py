"""Two windows on one inspection: the other one's work is seen, never lost unsaid."""

import asyncio
from collections.abc import Awaitable, Callable

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.standing import score
from fieldapp.ui.state.autosave import Autosave, Replaced
from fieldapp.ui.state.inspection import InspectionShelf, InspectionState
from tests.ui.sample import MemoryServices, sample_services

NO = AnswerValue(value="no")


class Window:
    """One window over shared services."""

    def __init__(self, services: MemoryServices) -> None:
        self.services = services
        self.shelf = InspectionShelf(services)
        self.replaced: list[Replaced] = []

    async def enter(self) -> InspectionState:
        """Open a screen of the inspection."""
        return await self.shelf.open("CR-2026")

    async def autosave(self) -> Autosave:
        return Autosave(await self.enter(), self._fail, self.replaced.append)

    def _fail(self, error: Exception) -> None:
        raise error


def run(act: Callable[[Window, Window], Awaitable[None]]) -> None:
    services = sample_services()
    asyncio.run(_scene(act, Window(services), Window(services)))


async def _scene(
    act: Callable[[Window, Window], Awaitable[None]], here: Window, there: Window
) -> None:
    await act(here, there)


def test_entering_a_screen_shows_what_the_other_window_saved() -> None:
    async def scene(here: Window, there: Window) -> None:
        mine = await here.enter()
        theirs = await there.autosave()
        await theirs.chosen(theirs.state.cell("D01", "CR"), NO)
        cell = theirs.state.cell("A03", "CR")
        await theirs.typed_note(cell, "Xem lại")
        await theirs.left_note(cell)
        await theirs.attach(theirs.state.cell("A05", "CR"), "bang.jpg", b"jpeg")

        assert await here.enter() is mine
        assert mine.cell("D01", "CR").body == NO
        assert mine.cell("D01", "CR").preview == NO
        assert mine.cell("A03", "CR").typed_note == "Xem lại"
        assert len(mine.cell("A05", "CR").photos) == 1
        assert mine.progress.whole == theirs.state.progress.whole
        assert here.replaced == []

    run(scene)


def test_what_is_typed_and_unsaved_stays_when_the_screen_is_entered_again() -> None:
    async def scene(here: Window, there: Window) -> None:
        mine = await here.autosave()
        cell = mine.state.cell("A03", "CR")
        await mine.typed(cell, "value", "12,5")
        await mine.left(cell)
        theirs = await there.autosave()
        await theirs.typed(theirs.state.cell("A03", "CR"), "value", "7")
        await theirs.left(theirs.state.cell("A03", "CR"))

        await here.enter()
        assert cell.text("value") == "12,5"
        assert cell.problem("value")
        assert cell.saved_text() == "Chưa lưu số vừa gõ"

        await mine.typed(cell, "value", "12")
        await mine.left(cell)
        (news,) = here.replaced
        assert news.theirs == AnswerValue(value="7")

    run(scene)


def test_replacing_an_answer_of_the_other_window_is_told_and_can_be_undone() -> None:
    async def scene(here: Window, there: Window) -> None:
        mine, theirs = await here.autosave(), await there.autosave()
        await theirs.chosen(theirs.state.cell("D01", "CR"), NO)
        await mine.chosen(mine.state.cell("D01", "CR"), AnswerValue(value="yes"))
        (news,) = here.replaced
        assert news.theirs == NO

        await mine.put_answer_back(news.cell, news.theirs, {"value": "no"})
        assert here.services.records["CR-2026"].value("D01", "CR") == NO
        assert len(here.replaced) == 1

    run(scene)


def test_the_same_answer_in_both_windows_is_no_news() -> None:
    async def scene(here: Window, there: Window) -> None:
        mine, theirs = await here.autosave(), await there.autosave()
        await theirs.chosen(theirs.state.cell("D01", "CR"), NO)
        await mine.chosen(mine.state.cell("D01", "CR"), NO)
        assert here.replaced == []

    run(scene)


def test_the_points_on_screen_are_those_of_the_domain() -> None:
    services = sample_services()
    state = InspectionState(services.open_inspection("CR-2026"), services)
    assert state.progress.whole.score == score(state.checklist, state.record)
    assert state.progress.whole.points_text == "4/6 điểm · còn 5,5 điểm chưa chấm"
    assert state.progress.of("D").points_text == ""


def test_an_inspection_moved_elsewhere_is_opened_with_its_new_checklist() -> None:
    async def scene(here: Window, _there: Window) -> None:
        mine = await here.enter()
        services, record = here.services, mine.record
        services.checklist = mine.checklist.model_copy(update={"version": "2.0"})
        header = record.inspection.model_copy(update={"checklist_sha256": "2" * 64})
        services.save_header(header)

        again = await here.enter()

        assert again is not mine
        assert again.checklist.version == "2.0"
        assert await here.enter() is again

    run(scene)
