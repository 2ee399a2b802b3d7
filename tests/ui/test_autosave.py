"""What is typed is saved by itself, and "Đã lưu" is only said afterwards."""

import asyncio
from collections.abc import Awaitable, Callable

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.errors import TryLaterError
from fieldapp.ui.state import autosave as autosave_module
from fieldapp.ui.state.autosave import Autosave
from fieldapp.ui.state.cells import CellState, Phase
from fieldapp.ui.state.inspection import InspectionState
from tests.ui.sample import MemoryServices, sample_services


class Desk:
    """An opened sample inspection with what went wrong."""

    def __init__(self) -> None:
        self.services: MemoryServices = sample_services()
        opened = self.services.open_inspection("CR-2026")
        self.state = InspectionState(opened, self.services)
        self.errors: list[Exception] = []
        self.autosave = Autosave(self.state, self.errors.append)
        self.services.saves.clear()

    def cell(self, criterion: str, unit: str = "CR") -> CellState:
        return self.state.cell(criterion, unit)


def run(act: Callable[[Desk], Awaitable[None]]) -> Desk:
    """Run one scene on its own loop."""

    async def scene() -> Desk:
        desk = Desk()
        await act(desk)
        return desk

    return asyncio.run(scene())


def test_keystrokes_are_saved_once_after_a_rest() -> None:
    async def scene(desk: Desk) -> None:
        cell = desk.cell("A03")
        for text in ("1", "12", "123"):
            await desk.autosave.typed(cell, "value", text)
        assert desk.services.saves == []
        assert cell.saved_text() == ""
        await asyncio.sleep(autosave_module.REST_S + 0.2)
        assert desk.services.saves == [("A03", "CR", AnswerValue(value="123"))]
        assert cell.saved_text() == "Đã lưu 10:32"

    run(scene)


def test_leaving_a_field_saves_at_once_and_only_once() -> None:
    async def scene(desk: Desk) -> None:
        cell = desk.cell("A03")
        await desk.autosave.typed(cell, "value", "5")
        await desk.autosave.left(cell)
        await desk.autosave.left(cell)
        await asyncio.sleep(autosave_module.REST_S + 0.2)
        assert desk.services.saves == [("A03", "CR", AnswerValue(value="5"))]

    run(scene)


def test_an_unreadable_number_stays_typed_and_is_not_saved() -> None:
    async def scene(desk: Desk) -> None:
        cell = desk.cell("A03")
        await desk.autosave.typed(cell, "value", "12,5")
        await desk.autosave.left(cell)
        assert desk.services.saves == []
        assert cell.text("value") == "12,5"
        assert "không phải số nguyên" in cell.problem("value")
        assert cell.saved_text() == "Chưa lưu số vừa gõ"

    run(scene)


def test_a_refused_save_is_told_and_the_text_kept() -> None:
    async def scene(desk: Desk) -> None:
        cell = desk.cell("A03")
        desk.services.fails_with = TryLaterError("Ổ đĩa đầy.")
        await desk.autosave.typed(cell, "value", "5")
        await desk.autosave.left(cell)
        assert [str(e) for e in desk.errors] == ["Ổ đĩa đầy."]
        assert cell.phase is Phase.FAILED
        assert cell.saved_text() == "Chưa lưu được"
        assert cell.text("value") == "5"
        assert cell.body is None
        await desk.autosave.left(cell)
        assert cell.body == AnswerValue(value="5")

    run(scene)


def test_a_status_clears_the_fields_and_leaving_them_does_not_clear_the_status() -> (
    None
):
    async def scene(desk: Desk) -> None:
        cell = desk.cell("C05")
        missing = AnswerValue(status=AnswerStatus.FAIL_VALUE_MISSING)
        await desk.autosave.chosen(cell, missing)
        await desk.autosave.left(cell)
        assert cell.body == missing
        assert cell.texts() == {}

    run(scene)


def test_emptying_the_fields_takes_the_answer_back() -> None:
    async def scene(desk: Desk) -> None:
        cell = desk.cell("C05")
        await desk.autosave.typed(cell, "num", "")
        await desk.autosave.typed(cell, "den", "")
        await desk.autosave.left(cell)
        assert desk.services.saves == [("C05", "CR", None)]
        assert cell.body is None

    run(scene)


def test_progress_follows_a_saved_answer() -> None:
    async def scene(desk: Desk) -> None:
        before = desk.state.progress.whole
        await desk.autosave.chosen(desk.cell("D01"), AnswerValue(value="no"))
        after = desk.state.progress.whole
        assert after.answered == before.answered + 1
        assert after.not_met == before.not_met + 1
        assert desk.state.progress.of("D").answered == 1

    run(scene)


def test_a_removed_photo_can_be_put_back() -> None:
    async def scene(desk: Desk) -> None:
        cell = desk.cell("A05")
        await desk.autosave.attach(cell, "bang.jpg", b"jpeg")
        (photo,) = cell.photos
        assert desk.state.progress.of("A").answered == 2
        assert await desk.autosave.remove(cell, photo)
        assert not cell.photos
        await desk.autosave.put_back(cell, photo)
        assert [p.id for p in cell.photos] == [photo.id]
        assert desk.services.records["CR-2026"].photos == (photo,)

    run(scene)
