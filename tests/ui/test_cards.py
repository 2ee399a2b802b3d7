"""What a criterion card says, rendered without a window."""

import asyncio
import datetime as dt
from typing import Any

import flet as ft

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.findings import Photo
from fieldapp.ui.components.photo_strip import PhotoCalls
from fieldapp.ui.screens.answers.card import CardCalls, CriterionCard
from fieldapp.ui.screens.answers.inputs import InputCalls
from fieldapp.ui.state.cells import CellState
from fieldapp.ui.state.inspection import InspectionState
from tests.ui.render import first, render, words
from tests.ui.sample import sample_services


class Desk:
    """A sample inspection whose cards report into a list."""

    def __init__(self) -> None:
        services = sample_services()
        self.state = InspectionState(services.open_inspection("CR-2026"), services)
        self.chosen: list[AnswerValue | None] = []

    def card(self, name: str) -> list[ft.Control]:
        criterion = self.state.checklist.criterion(name)
        assert criterion is not None
        cells = self.state.cells_of(criterion)
        return render(CriterionCard, cells, self._calls(), 2026, 1)

    def _calls(self) -> CardCalls:  # noqa: C901 - one small closure per callback
        async def typed(_cell: CellState, _name: str, _text: str) -> None:
            return None

        async def left(_cell: CellState) -> None:
            return None

        async def chosen(_cell: CellState, body: AnswerValue | None) -> None:
            self.chosen.append(body)

        async def today() -> dt.date:
            return dt.date(2026, 2, 5)

        async def note(_cell: CellState, _text: str) -> None:
            return None

        async def thumbnail(_sha256: str) -> bytes | None:
            return None

        async def caption(_photo: Photo, _text: str) -> None:
            return None

        async def remove(_photo: Photo) -> None:
            return None

        return CardCalls(
            input=InputCalls(typed, left, chosen, today),
            typed_note=note,
            left_note=left,
            add_photo=left,
            photo=lambda _cell: PhotoCalls(thumbnail, caption, remove),
        )


def tap(control: Any) -> None:
    """Run a control's click handler."""
    asyncio.run(control.on_click())


def test_a_ratio_shows_value_verdict_and_target_at_once() -> None:
    said = words(Desk().card("C05"))
    assert "99,4%" in said
    assert "Đạt" in said
    assert "Chỉ tiêu từ 98%" in said
    assert "Đã lưu 10:32" in said
    assert "Minh chứng: Báo cáo hệ thống TTHC" in said


def test_what_nobody_confirmed_says_so() -> None:
    desk = Desk()
    assert "Chưa xác minh" in words(desk.card("C05"))
    assert "Chưa xác minh" not in words(desk.card("A02"))


def test_tapping_an_answer_reports_it() -> None:
    desk = Desk()
    card = desk.card("A02")
    label = first(card, ft.Text, value="Có")
    button = next(
        c for c in card if isinstance(c, ft.OutlinedButton) and c.content is label
    )
    tap(button)
    assert desk.chosen == [AnswerValue(value="yes")]


def test_tapping_the_chosen_answer_takes_it_back() -> None:
    desk = Desk()
    button = first(desk.card("A02"), ft.FilledButton)
    tap(button)
    assert desk.chosen == [None]


def test_the_menu_offers_what_is_known_without_a_figure() -> None:
    desk = Desk()
    items = [c for c in desk.card("C05") if isinstance(c, ft.PopupMenuItem)]
    tap(items[0])
    assert desk.chosen == [AnswerValue(status=AnswerStatus.FAIL_VALUE_MISSING)]
    assert [i.content for i in items][-1] == "Xóa trả lời"


def test_several_units_are_offered_by_name() -> None:
    said = words(Desk().card("C09"))
    assert all(ward in said for ward in ("Ba Láng", "Lê Bình", "Phú Thứ"))


def test_a_wrong_number_stands_in_place_of_the_verdict() -> None:
    desk = Desk()
    cell = desk.state.cell("C05", "CR")
    cell.problems = (("num", "9.000 lớn hơn 8.650"),)
    said = words(desk.card("C05"))
    assert "Số liệu cần sửa" in said
    assert "9.000 lớn hơn 8.650" in said
    assert "Đạt\n" not in said


def test_every_answer_kind_has_an_input_and_no_symbol_glyphs() -> None:
    desk = Desk()
    for criterion in desk.state.checklist.criteria():
        said = words(desk.card(criterion.id))
        assert criterion.id in said
        assert not set(said) & set("✓✗☑★→←😀●▾")
