"""The figure the unit itself reported, and other parts of an answer no field holds."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from fieldapp.domain.answers import AnswerStatus, AnswerValue, DocumentRef
from fieldapp.ui.state import autosave as autosave_module
from fieldapp.ui.state.cells import CellState
from tests.ui.sample import MemoryServices
from tests.ui.test_autosave import Desk

RATIO = AnswerValue(num=15, den=28, reported="53.5")


def run(
    criterion: str,
    body: AnswerValue | None,
    act: Callable[[Desk, CellState], Awaitable[None]],
) -> tuple[MemoryServices, CellState]:
    """Open the sample with one answer saved, act, and let the timers run out."""

    async def scene() -> tuple[MemoryServices, CellState]:
        desk = Desk()
        desk.services.save_answer("CR-2026", criterion, "CR", body)
        desk.state.take_in(desk.services.open_inspection("CR-2026"))
        desk.services.saves.clear()
        cell = desk.cell(criterion)
        await act(desk, cell)
        await asyncio.sleep(autosave_module.REST_S + 0.1)
        return desk.services, cell

    return asyncio.run(scene())


@pytest.fixture(autouse=True)
def _short_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave_module, "REST_S", 0.02)


@pytest.mark.parametrize(
    ("criterion", "body"),
    [
        ("C05", RATIO),
        ("C05", AnswerValue(value="034.80", reported="khoảng 35")),
        ("C05", AnswerValue(status=AnswerStatus.UNKNOWN, reported="53.5")),
        ("A03", AnswerValue(value="12", reported="12.5")),
        ("A04", AnswerValue(value="Có văn bản giao")),
        ("A04", AnswerValue(document=DocumentRef(number="12/KH-UBND"))),
        ("C08", AnswerValue(value="Tốt", reported="Rất tốt")),
        ("C08", AnswerValue(status=AnswerStatus.NOT_APPLICABLE)),
        ("A01", AnswerValue(value="2026-01-15")),
        ("C05", None),
    ],
)
def test_touching_and_leaving_a_field_writes_nothing(
    criterion: str, body: AnswerValue | None
) -> None:
    async def touch(desk: Desk, cell: CellState) -> None:
        for name in ("num", "den", "value", "reported", "number", "issuer"):
            await desk.autosave.typed(cell, name, cell.text(name))
        await desk.autosave.left(cell)

    services, cell = run(criterion, body, touch)
    assert services.saves == []
    assert cell.body == body
    assert cell.saved_text() == ("Đã lưu 10:32" if body else "")


def test_changing_the_numerator_keeps_what_the_unit_reported() -> None:
    async def change(desk: Desk, cell: CellState) -> None:
        await desk.autosave.typed(cell, "num", "20")
        await desk.autosave.left(cell)

    services, _ = run("C05", RATIO, change)
    wanted = AnswerValue(num=20, den=28, reported="53.5")
    assert services.saves == [("C05", "CR", wanted)]


def test_choosing_a_status_keeps_what_the_unit_reported() -> None:
    async def choose(desk: Desk, cell: CellState) -> None:
        missing = AnswerValue(status=AnswerStatus.FAIL_VALUE_MISSING)
        await desk.autosave.chosen(cell, missing)

    services, cell = run("C05", RATIO, choose)
    body = services.saves[-1][2]
    assert body is not None
    assert (body.status, body.reported) == (AnswerStatus.FAIL_VALUE_MISSING, "53.5")
    assert cell.text("reported") == "53,5"


def test_a_tapped_answer_keeps_the_document_and_the_report_beside_it() -> None:
    document = DocumentRef(number="9/BC-UBND")

    async def tap(desk: Desk, cell: CellState) -> None:
        await desk.autosave.chosen(cell, AnswerValue(value="yes"))

    before = AnswerValue(value="no", reported="Có", document=document)
    services, _ = run("A02", before, tap)
    assert services.saves[-1][2] == AnswerValue(
        value="yes", reported="Có", document=document
    )


def test_a_reported_figure_typed_beside_a_ratio_is_saved_with_it() -> None:
    async def report(desk: Desk, cell: CellState) -> None:
        await desk.autosave.typed(cell, "reported", "53,50%")
        await desk.autosave.left(cell)

    services, _ = run("C05", AnswerValue(num=15, den=28), report)
    wanted = AnswerValue(num=15, den=28, reported="53.50")
    assert services.saves == [("C05", "CR", wanted)]


def test_a_reported_figure_alone_says_that_nothing_was_found_yet() -> None:
    async def report(desk: Desk, cell: CellState) -> None:
        await desk.autosave.typed(cell, "reported", "12")
        await desk.autosave.left(cell)

    services, _ = run("A03", None, report)
    wanted = AnswerValue(status=AnswerStatus.UNKNOWN, reported="12")
    assert services.saves == [("A03", "CR", wanted)]


def test_emptying_the_reported_figure_takes_only_that_away() -> None:
    async def empty(desk: Desk, cell: CellState) -> None:
        await desk.autosave.typed(cell, "reported", "")
        await desk.autosave.left(cell)

    services, _ = run("C05", RATIO, empty)
    assert services.saves == [("C05", "CR", AnswerValue(num=15, den=28))]


@pytest.mark.parametrize(
    ("criterion", "text"), [("A03", "12,5"), ("C05", "120"), ("C06", "1.234")]
)
def test_an_unreadable_reported_figure_is_kept_and_named(
    criterion: str, text: str
) -> None:
    async def report(desk: Desk, cell: CellState) -> None:
        await desk.autosave.typed(cell, "reported", text)
        await desk.autosave.left(cell)

    services, cell = run(criterion, None, report)
    assert services.saves == []
    assert cell.text("reported") == text
    assert cell.problem("reported")
    assert cell.has_trouble


def test_taking_a_status_back_brings_the_typed_figures_again() -> None:
    async def choose_and_undo(desk: Desk, cell: CellState) -> None:
        body, texts = cell.body, cell.texts()
        status = AnswerValue(status=AnswerStatus.NOT_APPLICABLE)
        assert await desk.autosave.chosen(cell, status)
        await desk.autosave.put_answer_back(cell, body, texts)

    services, cell = run("C05", RATIO, choose_and_undo)
    assert services.saves[-1][2] == RATIO
    assert (cell.text("num"), cell.text("reported")) == ("15", "53,5")


def test_half_a_ratio_says_that_it_is_not_saved() -> None:
    async def half(desk: Desk, cell: CellState) -> None:
        await desk.autosave.typed(cell, "num", "")
        await desk.autosave.left(cell)

    services, cell = run("C05", RATIO, half)
    assert services.saves == []
    assert cell.saved_text() == "Chưa lưu: còn thiếu một số"
    assert cell.has_trouble
