"""Lists of entries beside their cards, among what was looked for, and their points."""

import asyncio
from types import SimpleNamespace

import flet as ft
import pytest

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.checklist import Checklist
from fieldapp.domain.entries import Entry
from fieldapp.domain.evaluation import section_applies
from fieldapp.domain.record import InspectionRecord
from fieldapp.services.inspections import OpenInspection
from fieldapp.ui.screens.answers.groups.entry_bar import EntryBar, label_cell
from fieldapp.ui.screens.answers.groups.face import PAGE_SIZE, shown_page
from fieldapp.ui.screens.answers.groups.found import FoundInGroup
from fieldapp.ui.screens.answers.groups.rail import EntryRail
from fieldapp.ui.screens.answers.groups.summary import Summary
from fieldapp.ui.screens.answers.points import PointsRow
from fieldapp.ui.screens.answers.sections import SectionList
from fieldapp.ui.state.inspection import InspectionState
from tests.builders import answered, criterion, record
from tests.ui.render import first, render, words
from tests.ui.sample import sample_services
from tests.ui.test_group_panel import GROUP, calls, drawn_panel, state_of, three


def forty() -> InspectionRecord:
    entries = tuple(Entry(id=f"e{n}", section="S", unit="X") for n in range(40))
    late = [answered("S07", f"X#e{n}", value="no") for n in range(30)]
    return record(*late, entries=entries)


def test_pages_of_entries_are_short_and_stop_at_the_last() -> None:
    made = forty()
    places = [entry.as_unit(entry.id) for entry in made.entries]

    page = shown_page(made.entries, places, 7)

    assert (page.number, page.count) == (1, 2)
    assert [entry.id for entry, _ in page.entries] == [
        f"e{n}" for n in range(PAGE_SIZE, 40)
    ]
    assert shown_page((), (), 3).entries == ()


def test_beside_the_cards_stands_the_page_with_the_opened_entry() -> None:
    state = state_of(forty())
    entry = state.entries("S")[25]

    rail = render(EntryRail, state, state.shape, state.progress, entry, calls(state))

    said = words(rail)
    assert "Hồ sơ 26" in said
    assert "Hồ sơ 1\n" not in said
    assert "Trang 2/2" in said
    current = [c for c in rail if isinstance(c, ft.Semantics) and c.selected]
    assert [c.identifier for c in current] == ["entry-e25"]


def test_what_was_looked_for_leads_to_few_entries_failing_first() -> None:
    state = state_of(forty())
    looked_for = state.checklist.criterion("S07")
    assert looked_for is not None

    found = render(FoundInGroup, state, state.progress, looked_for, calls(state))

    said = words(found)
    assert "Đã trả lời 30/40 hồ sơ · 30 chưa đạt" in said
    assert "Và 32 hồ sơ khác" in said
    assert sum(isinstance(c, ft.Chip) for c in found) == 8


def test_an_entry_is_called_anew_when_its_label_is_answered() -> None:
    state = state_of(three())
    entry = state.entries("S")[1]
    label = label_cell(state, entry)
    assert label is not None
    assert "Hồ sơ 2" in words(render(EntryBar, state, label, entry, calls(state)))

    label.body = AnswerValue(value="H45.002")
    state.saved(label)

    said = words(render(EntryBar, state, label, entry, calls(state)))
    assert "H45.002" in said
    assert "Hồ sơ 2/3" in said


def test_points_of_a_group_are_given_in_its_sum() -> None:
    state = state_of(three())
    section = state.section("S")
    assert section is not None
    points = calls(state).points

    summary = render(Summary, state, state.shape, state.progress, section, points)

    assert "Chấm điểm" in words(summary)
    scored = section.criteria[1]
    row = words(render(PointsRow, scored, state.progress, points))
    assert "Điểm: 3/6 (tự tính)" in row


def test_points_typed_wrongly_stay_when_one_comes_back() -> None:
    state = state_of(three())
    scored = state.checklist.criterion("S07")
    assert scored is not None
    points = calls(state).points
    state.point_texts["S07"] = {
        "self_score": "61",
        "appraised_score": "",
        "reason": "",
    }

    row = render(PointsRow, scored, state.progress, points)

    field = first(row, ft.TextField, label="Đơn vị tự chấm")
    assert (field.value, field.error) == ("61", "Điểm phải từ 0 đến 6.")
    typed = SimpleNamespace(data="6", control=SimpleNamespace(value="6"))
    asyncio.run(field.on_change(typed))
    asyncio.run(field.on_blur(typed))
    assert state.record.scores_of("S07", "X").self_score == "6"
    assert state.point_texts == {}


def conditional() -> Checklist:
    return Checklist.model_validate(
        {
            "format": "fieldapp/checklist@1",
            "id": "thu",
            "title": "Thử",
            "version": "1",
            "sections": (
                {"id": "M", "title": "M", "criteria": (criterion("M01", "yes_no"),)},
                {**GROUP, "when": "M01"},
            ),
        }
    )


@pytest.mark.parametrize(
    ("answer", "said"),
    [("no", "Không áp dụng lúc này"), ("yes", "Chưa có hồ sơ nào")],
)
def test_a_group_without_entries_says_whether_it_applies(
    answer: str, said: str
) -> None:
    opened = OpenInspection(checklist=conditional(), record=record())
    state = InspectionState(opened, sample_services())
    group = state.section("S")
    assert group is not None
    assert not section_applies(state.evaluation, group)
    cell = state.cell("M01", "X")

    cell.body = AnswerValue(value=answer)
    state.saved(cell)

    async def nothing(_section: str) -> None:
        return None

    listed = words(render(SectionList, state, state.progress, "", nothing))
    assert said in listed
    assert said in drawn_panel(state)
