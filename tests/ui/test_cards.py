"""What a criterion card says, rendered without a window."""

import asyncio
import datetime as dt
from collections.abc import Mapping
from typing import Any

import flet as ft

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.findings import Photo
from fieldapp.domain.record import CriterionScores
from fieldapp.domain.verdicts import Verdict
from fieldapp.ui.components.photo_strip import PhotoCalls
from fieldapp.ui.screens.answers.body import CardCalls
from fieldapp.ui.screens.answers.card import CriterionCard
from fieldapp.ui.screens.answers.inputs.by_kind import INPUTS
from fieldapp.ui.screens.answers.inputs.fields import InputCalls
from fieldapp.ui.screens.answers.points import PointCalls
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
        self.put: list[dict[str, str]] = []
        self.dropped: list[str] = []

    def card(self, name: str) -> list[ft.Control]:
        criterion = self.state.checklist.criterion(name)
        assert criterion is not None
        cells = self.state.cells_of(criterion)
        return render(CriterionCard, cells, self._calls(), 2026, 1)

    def _points(self) -> PointCalls:
        async def save(scores: CriterionScores) -> bool:
            self.state.scores_saved(scores)
            return True

        return PointCalls(
            score=lambda criterion: self.state.tally(criterion).score,
            given=lambda criterion: self.state.record.scores_of(criterion.id, "CR"),
            save=save,
            step=self.state.checklist.points_step,
            typed=self.state.point_texts,
            later=lambda _name, _act: None,
        )

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

        async def put(_cell: CellState, texts: Mapping[str, str]) -> None:
            self.put.append(dict(texts))

        async def drop(_cell: CellState, prefix: str, _said: str) -> None:
            self.dropped.append(prefix)

        def judge(cell: CellState) -> Verdict:
            return self.state.verdict(cell.criterion, cell.shown)

        return CardCalls(
            input=InputCalls(
                typed, left, chosen, today, left, put=put, drop=drop, judge=judge
            ),
            typed_note=note,
            left_note=left,
            photo=lambda _cell: PhotoCalls(thumbnail, caption, remove),
            points=self._points(),
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
    assert "Xóa trả lời" in [i.content for i in items]


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
    asked = {c.answer.type for c in desk.state.checklist.criteria()}
    assert set(INPUTS) == asked == set(AnswerKind)
    for criterion in desk.state.checklist.criteria():
        said = words(desk.card(criterion.id))
        assert criterion.id in said
        assert not set(said) & set("✓✗☑★→←😀●▾")


def test_a_reported_figure_that_differs_says_so_at_once() -> None:
    desk = Desk()
    cell = desk.state.cell("C05", "CR")
    cell.fill(AnswerValue(num=15, den=28, reported="53.5"))
    card = desk.card("C05")
    said = words(card)
    assert "Đơn vị báo cáo 53,5%; tính lại 53,6%." in said
    assert first(card, ft.TextField, label="Đơn vị báo cáo").value == "53,5"
    assert "Số đơn vị báo cáo" not in said


def test_a_card_without_a_reported_figure_only_offers_to_add_one() -> None:
    card = Desk().card("C05")
    assert "Số đơn vị báo cáo" in words(card)
    assert not [c for c in card if getattr(c, "label", "") == "Đơn vị báo cáo"]


def test_words_are_never_asked_for_a_reported_figure() -> None:
    for name in ("A01", "A02", "A04", "A05", "C07", "C08"):
        assert "Số đơn vị báo cáo" not in words(Desk().card(name))


def test_a_photo_criterion_offers_photos_as_its_answer() -> None:
    assert "Chọn ảnh để trả lời" in words(Desk().card("A05"))


def test_a_status_is_shown_on_the_menu_and_can_be_taken_back() -> None:
    desk = Desk()
    for criterion in desk.state.checklist.criteria():
        cell = desk.state.cells_of(criterion)[0]
        cell.fill(AnswerValue(status=AnswerStatus.NOT_APPLICABLE))
        card = desk.card(criterion.id)
        assert "Không áp dụng" in words(card)
        tap(first(card, ft.PopupMenuItem, content="Xóa trả lời"))
        assert desk.chosen.pop() is None


def test_half_a_ratio_stands_in_place_of_the_verdict() -> None:
    desk = Desk()
    desk.state.cell("C05", "CR").unfinished = True
    assert "Còn thiếu một số, chưa lưu" in words(desk.card("C05"))


def test_the_reported_field_stays_while_it_is_emptied_and_typed_anew() -> None:
    desk = Desk()
    cell = desk.state.cell("C05", "CR")
    cell.fill(AnswerValue(num=15, den=28, reported="53.5"))
    cell.put_text("reported", "")
    assert first(desk.card("C05"), ft.TextField, label="Đơn vị báo cáo")
