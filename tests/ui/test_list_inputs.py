"""Inputs with rows and parts: what they show, what a tap fills, what can be undone."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft
import pytest

from fieldapp.domain.answers import (
    AnswerValue,
    IndexStanding,
    Initiative,
    InventoryLine,
    ItemState,
    PartCount,
)
from fieldapp.domain.targets import Comparator
from fieldapp.ui.state import autosave as autosave_module
from fieldapp.ui.state.cells import CellState
from tests.ui.render import first, words
from tests.ui.test_autosave import Desk as Saving
from tests.ui.test_cards import Desk, tap


def marked(controls: list[Any], identifier: str) -> Any:
    """The control inside a node with that identifier."""
    return first(controls, ft.Semantics, identifier=identifier).content


def labels(controls: list[Any]) -> list[str]:
    return [str(c.label) for c in controls if isinstance(c, ft.TextField)]


def filled(name: str, body: AnswerValue) -> tuple[Desk, list[Any]]:
    desk = Desk()
    desk.state.cell(name, "CR").fill(body)
    return desk, desk.card(name)


def test_a_breakdown_sums_its_parts_and_marks_what_is_judged() -> None:
    parts = (PartCount(part="xa", count=70395), PartCount(part="qua-han", count=0))
    _, card = filled("E01", AnswerValue(value="113468", parts=parts))
    said = words(card)
    assert "Cộng các phần: 70.395" in said
    assert "Còn 43.073 chưa rõ" in said
    assert "Phần xét chỉ tiêu: Đạt" in said
    assert labels(card)[:4] == ["Tổng số", "Cấp huyện", "Cấp xã", "Trễ hẹn"]


def test_an_inventory_offers_its_items_with_their_counting_words() -> None:
    card = Desk().card("E02")
    assert labels(card) == ["Máy vi tính", "Máy quét", "Ghế chờ"]
    assert first(card, ft.TextField, label="Máy vi tính").suffix == "bộ"
    assert "Thêm tình trạng, nơi đặt" not in words(card)


def test_a_counted_item_may_get_state_and_place_and_a_second_line() -> None:
    good = InventoryLine(item="may-tinh", count=50, state=ItemState.GOOD)
    plain = InventoryLine(item="may-quet", count=2)
    desk, card = filled("E02", AnswerValue(items=(good, plain)))
    said = words(card)
    assert said.count("Thêm tình trạng, nơi đặt") == 1
    assert all(state in said for state in ("Tốt", "Xuống cấp", "Hỏng"))
    tap(marked(card, "E02-CR-line-0-same"))
    (texts,) = desk.put
    assert "may-tinh" in texts.values()
    desk.state.cell("E02", "CR").arrange(texts)
    assert "Máy vi tính, dòng 2" in labels(desk.card("E02"))


def test_another_item_asks_for_its_name() -> None:
    desk = Desk()
    tap(marked(desk.card("E02"), "E02-CR-add-line"))
    desk.state.cell("E02", "CR").arrange(desk.put[0])
    card = desk.card("E02")
    assert labels(card)[-2:] == ["Loại trang thiết bị", "Số lượng"]
    assert "Bỏ dòng" in words(card)


def test_a_model_is_folded_once_named_and_opened_while_new() -> None:
    model = Initiative(name="6 trong 1", scope="lĩnh vực hộ tịch")
    desk, card = filled("E03", AnswerValue(initiatives=(model,)))
    assert "“6 trong 1”" in words(card)
    assert "Áp dụng cho: lĩnh vực hộ tịch" in words(card)
    assert labels(card) == []
    tap(marked(card, "E03-CR-add-model"))
    desk.state.cell("E03", "CR").arrange(desk.put[0])
    names = ["Tên mô hình", "Áp dụng cho", "Kết quả", "Nơi thực hiện"]
    assert labels(desk.card("E03")) == names


def test_an_index_shows_how_score_and_rank_moved() -> None:
    standing = IndexStanding(year=2020, rank=10, rank_of=12, rank_change=-2)
    _, card = filled(
        "E04", AnswerValue(change="1.04", change_from="năm 2019", index=standing)
    )
    assert first(card, ft.TextField, label="Mức tăng hoặc giảm").value == "1,04"
    assert first(card, ft.TextField, label="So với").value == "năm 2019"
    assert first(card, ft.TextField, label="Số bậc").value == "2"
    down = first(card, ft.Semantics, identifier="E04-CR-rank_change_way").content
    assert [b.selected for b in down.controls] == [False, True]


def test_bound_and_change_are_offered_quietly_and_opened_by_a_tap() -> None:
    desk = Desk()
    card = desk.card("A03")
    assert "Mức tăng hoặc giảm" not in labels(card)
    bound, change = [
        i for i in marked(card, "A03-CR-extras").items if isinstance(i.content, str)
    ]
    tap(bound)
    tap(change)
    for texts in desk.put:
        desk.state.cell("A03", "CR").arrange(texts)
    card = desk.card("A03")
    assert "Mức tăng hoặc giảm" in labels(card)
    chooser = marked(card, "A03-CR-comparator")
    said = [b.content.content.value for b in chooser.controls]
    assert said == ["Trên", "Từ", "Dưới", "Không quá"]


def test_a_bound_is_said_beside_the_verdict() -> None:
    body = AnswerValue(value="99", comparator=Comparator.MORE_THAN)
    _, card = filled("C05", body)
    assert "trên 99%" in words(card)
    body = AnswerValue(value="97", comparator=Comparator.MORE_THAN)
    _, card = filled("C05", body)
    assert "Chưa rõ đạt hay không" in words(card)


def test_a_count_of_zero_is_shown_as_an_answer() -> None:
    _, card = filled("A03", AnswerValue(value="0"))
    assert "0 mô hình" in words(card)
    assert "Chưa trả lời" not in words(card)
    assert "Chưa trả lời" in words(Desk().card("A03"))


def test_the_question_can_be_read_in_english() -> None:
    card = Desk().card("E02")
    assert "Trang thiết bị của Bộ phận Một cửa?" in words(card)
    assert "English" in words(card)
    assert "English" not in words(Desk().card("E03"))


@pytest.fixture
def short_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave_module, "REST_S", 0.02)


def play(name: str, act: Callable[[Saving, CellState], Awaitable[None]]) -> Saving:
    """Run one scene on a cell and let the timers run out."""

    async def scene() -> Saving:
        desk = Saving()
        await act(desk, desk.cell(name))
        await asyncio.sleep(autosave_module.REST_S + 0.1)
        return desk

    return asyncio.run(scene())


def saved(desk: Saving) -> AnswerValue | None:
    return desk.services.saves[-1][2]


@pytest.mark.usefixtures("short_rest")
def test_a_new_row_saves_nothing_until_something_stands_in_it() -> None:
    async def act(desk: Saving, cell: CellState) -> None:
        row = {"line-10003-item": "may-tinh", "line-10003-count": ""}
        await desk.autosave.put(cell, row)
        assert desk.services.saves == []
        await desk.autosave.typed(cell, "line-10003-count", "5")

    line = InventoryLine(item="may-tinh", count=5)
    assert saved(play("E02", act)) == AnswerValue(items=(line,))


@pytest.mark.usefixtures("short_rest")
def test_a_row_taken_off_can_be_put_back_where_it_stood() -> None:
    lines = (
        InventoryLine(item="may-tinh", count=50, state=ItemState.GOOD),
        InventoryLine(item="may-tinh", count=6, state=ItemState.BROKEN),
    )

    async def act(desk: Saving, cell: CellState) -> None:
        await desk.autosave.chosen(cell, AnswerValue(items=lines))
        gone = await desk.autosave.drop(cell, "line-0-")
        assert saved(desk) == AnswerValue(items=lines[1:])
        await desk.autosave.put(cell, gone)

    assert saved(play("E02", act)) == AnswerValue(items=lines)


@pytest.mark.usefixtures("short_rest")
def test_what_cannot_be_read_in_one_row_loses_nothing_in_another() -> None:
    async def act(desk: Saving, cell: CellState) -> None:
        await desk.autosave.put(cell, {"line-0-item": "may-quet"})
        await desk.autosave.typed(cell, "line-0-count", "hai")
        await desk.autosave.typed(cell, "line-10004-count", "3")
        await desk.autosave.left(cell)
        assert cell.problem("line-0-count")
        assert cell.text("line-10004-count") == "3"
        await desk.autosave.typed(cell, "line-0-count", "2")
        await desk.autosave.typed(cell, "line-10004-item", "quạt")

    body = saved(play("E02", act))
    assert body == AnswerValue(
        items=(
            InventoryLine(item="may-quet", count=2),
            InventoryLine(item="quạt", count=3),
        )
    )
