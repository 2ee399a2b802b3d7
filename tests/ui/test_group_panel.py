"""A repeating section on screen: its entries, their sum, how they were chosen."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.checklist import Checklist, Section
from fieldapp.domain.draft import DraftPart, DraftSentence
from fieldapp.domain.entries import Entry, Sampling, SamplingMethod
from fieldapp.domain.record import CriterionScores, InspectionRecord
from fieldapp.services.inspections import OpenInspection
from fieldapp.ui.contexts import Surroundings
from fieldapp.ui.documents import DocumentShelf
from fieldapp.ui.screens.answers.groups import calls as group_calls_module
from fieldapp.ui.screens.answers.groups.calls import GroupCalls, group_calls
from fieldapp.ui.screens.answers.groups.panel import GroupPanel
from fieldapp.ui.screens.answers.groups.sampling import (
    drawn_text,
    read_sampling,
    texts_of_sampling,
)
from fieldapp.ui.screens.answers.points import PointCalls
from fieldapp.ui.screens.conclusion import sources_text
from fieldapp.ui.state import listing
from fieldapp.ui.state.inspection import InspectionShelf, InspectionState
from tests.builders import answered, criterion, record
from tests.ui.render import render, words
from tests.ui.sample import sample_services

GROUP: dict[str, Any] = {
    "id": "S",
    "title": "Từng hồ sơ",
    "repeat": {"entry": "hồ sơ", "label": "S01", "fewest": 10, "sampled": True},
    "criteria": (
        criterion("S01", "text"),
        criterion("S07", "yes_no", short="Trả đúng hạn", points={"max": "6"}),
        criterion("S08", "yes_no", when="S07 == no"),
    ),
}
SUM: dict[str, Any] = {
    "id": "T",
    "title": "Tổng hợp",
    "criteria": (
        criterion(
            "T01", calculate={"num": "count_met(S07)", "den": "count_answered(S07)"}
        ),
    ),
}


def checklist() -> Checklist:
    return Checklist.model_validate(
        {
            "format": "fieldapp/checklist@1",
            "id": "thu",
            "title": "Thử",
            "version": "1",
            "sections": (GROUP, SUM),
        }
    )


def state_of(made: InspectionRecord) -> InspectionState:
    opened = OpenInspection(checklist=checklist(), record=made)
    return InspectionState(opened, sample_services())


def three() -> InspectionRecord:
    entries = tuple(Entry(id=f"e{n}", section="S", unit="X") for n in (1, 2, 3))
    return record(
        answered("S01", "X#e1", value="H45.001"),
        answered("S07", "X#e1", value="no"),
        answered("S07", "X#e2", value="yes"),
        entries=entries,
    )


def calls(state: InspectionState) -> GroupCalls:
    async def nothing(*_: object) -> None:
        return None

    async def kept(_sampling: Sampling) -> bool:
        return True

    async def today() -> dt.date:
        return dt.date(2026, 2, 5)

    return GroupCalls(nothing, nothing, nothing, nothing, kept, today, points_of(state))


def points_of(state: InspectionState) -> PointCalls:
    async def save(scores: CriterionScores) -> bool:
        state.scores_saved(scores)
        return True

    return PointCalls(
        score=lambda criterion: state.tally(criterion).score,
        given=lambda criterion: state.record.scores_of(criterion.id, "X"),
        save=save,
        step=None,
        typed=state.point_texts,
        later=lambda _name, _act: None,
    )


def drawn_panel(state: InspectionState) -> str:
    section = state.section("S")
    assert isinstance(section, Section)
    panel = render(
        GroupPanel, state, state.shape, state.progress, section, calls(state)
    )
    return words(panel)


def test_entries_are_listed_by_their_label_and_summed_up() -> None:
    said = drawn_panel(state_of(three()))

    assert "3/10 hồ sơ nên kiểm tra" in said
    assert "H45.001" in said
    assert "Hồ sơ 2" in said
    assert "Đã trả lời 2/3" in said
    assert "1/2 hồ sơ chưa đạt" in said
    assert "3/6 điểm" in said


def test_no_entry_is_said_to_pass_before_one_was_judged() -> None:
    named = record(answered("S01", "X#e1", value="H45"), entries=three().entries)
    judged = answered("S07", "X#e1", value="yes")

    assert "Chưa hồ sơ nào không đạt" not in drawn_panel(state_of(named))
    passed = named.model_copy(update={"answers": (*named.answers, judged)})
    assert "Chưa hồ sơ nào không đạt" in drawn_panel(state_of(passed))


def test_what_is_calculated_is_not_looked_for_as_unanswered() -> None:
    state = state_of(
        record(answered("S01", "X#e1", value="H"), entries=three().entries)
    )

    found = listing.found(state, "", listing.Filter.UNANSWERED)

    assert state.cell("T01", "X").body is None
    assert [c.id for c in found] == ["S01", "S07"]


def test_a_sentence_about_dossiers_names_them_as_its_sources() -> None:
    sentence = DraftSentence(
        key="S07#aggregate",
        part=DraftPart.SHORTCOMING,
        text="1/2 hồ sơ trễ hạn.",
        derived="1/2 hồ sơ trễ hạn.",
        sources=("S07/X#e1", "S07/X#e2"),
    )

    assert sources_text(sentence, state_of(three())) == "S07 · H45.001, Hồ sơ 2"


def test_without_entries_it_says_what_to_do() -> None:
    said = drawn_panel(state_of(record()))

    assert "Chưa có hồ sơ nào" in said
    assert "Bấm “Thêm hồ sơ”" in said


def test_an_answer_moves_the_sum_and_what_is_shown() -> None:
    state = state_of(three())
    section = state.section("S")
    assert section is not None
    late = state.cell("S07", "X#e3")
    assert len(state.shown(section.criteria, "X#e3")) == 2
    before = state.shape.changes

    late.body = AnswerValue(value="no")
    state.saved(late)

    assert state.tally(section.criteria[1]).not_met == 2
    assert state.cell("T01", "X").body == AnswerValue(num=1, den=3)
    assert [c.id for c in state.shown(section.criteria, "X#e3")] == [
        "S01",
        "S07",
        "S08",
    ]
    assert state.shape.changes > before


def test_another_answer_that_changes_nothing_else_draws_no_page_anew() -> None:
    state = state_of(three())
    named = state.cell("S01", "X#e2")
    before = state.shape.changes

    named.body = AnswerValue(value="H45.002")
    state.saved(named)

    assert state.shape.changes == before


def test_what_no_page_showed_draws_no_page_anew() -> None:
    state = state_of(three())
    late = state.cell("S07", "X#e3")
    before = state.shape.changes

    late.body = AnswerValue(value="no")
    state.saved(late)

    assert state.shape.changes == before


def test_a_removed_entry_leaves_the_sum_and_comes_back_with_it() -> None:
    state = state_of(three())
    before = state.entries("S")

    state.entries_changed("S", before[1:])
    assert state.cell("T01", "X").body == AnswerValue(num=1, den=1)
    state.entries_changed("S", before)

    assert state.cell("T01", "X").body == AnswerValue(num=1, den=2)
    assert state.cell("S01", "X#e1").body == AnswerValue(value="H45.001")


def test_the_sampling_comes_back_as_it_was_typed() -> None:
    before = Sampling(section="S", unit="X", method=SamplingMethod.BY_FIELD)
    texts = {
        "population": "1.204",
        "sample_size": "10",
        "seed": "5/2/2026 8:30",
        "chosen_on": "5/2/2026",
        "chosen_by": "Thư ký",
        "note": "",
    }

    read, problems = read_sampling(before, texts)

    assert problems == {}
    assert read is not None
    assert (read.population, read.chosen_on) == (1204, dt.date(2026, 2, 5))
    assert read.method is SamplingMethod.BY_FIELD
    assert read_sampling(read, texts_of_sampling(read)) == (read, {})


def test_a_wrong_number_says_so_and_changes_nothing() -> None:
    before = Sampling(section="S", unit="X")
    texts = {**texts_of_sampling(before), "population": "nhiều"}

    read, problems = read_sampling(before, texts)

    assert read is None
    assert "không phải là số" in problems["population"]


def test_a_sample_is_drawn_the_same_by_anybody() -> None:
    sampling = Sampling(
        section="S", unit="X", population=30, sample_size=3, seed="2026"
    )

    said = drawn_text(sampling)

    assert said == drawn_text(sampling)
    assert said.startswith("Số thứ tự trong danh sách: ")
    assert said.count(",") == 2
    assert said != drawn_text(sampling.model_copy(update={"seed": "2027"}))
    assert "trước" in drawn_text(sampling.model_copy(update={"seed": ""}))


def test_a_removed_entry_is_put_back_with_its_answers_whatever_was_read_since(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    services = sample_services()
    services.checklist = checklist()
    services.records["KT-1"] = three()
    undo: list[Callable[[], Awaitable[None]]] = []
    monkeypatch.setattr(
        group_calls_module, "offer_undo", lambda _words, act: undo.append(act)
    )

    async def scene() -> None:
        around = Surroundings(services, DocumentShelf(), InspectionShelf(services))
        state = await around.inspections.open("KT-1")
        section = state.section("S")
        calls = group_calls(around, state, points_of(state))
        assert section is not None
        first, kept = state.entries("S")[0], services.records["KT-1"].answers
        await calls.remove(section, first)
        left = tuple(a for a in kept if a.unit != "X#e1")  # as the store reads it
        services._change("KT-1", answers=left)
        await around.inspections.open("KT-1")  # another dossier was entered
        services._change("KT-1", answers=kept)

        await undo[0]()

        assert first in state.entries("S")
        assert state.cell("S07", "X#e1").body == AnswerValue(value="no")

    asyncio.run(scene())
