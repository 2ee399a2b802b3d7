"""Searching and filtering criteria."""

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.checklist import Criterion
from fieldapp.ui.state import listing
from fieldapp.ui.state.inspection import InspectionState
from fieldapp.ui.state.listing import Filter
from tests.ui.sample import sample_services


def opened() -> InspectionState:
    services = sample_services()
    return InspectionState(services.open_inspection("CR-2026"), services)


def ids(query: str = "", chosen: Filter | None = None) -> list[str]:
    return [c.id for c in listing.found(opened(), query, chosen)]


def test_a_search_ignores_case_and_diacritics() -> None:
    assert ids("TUYEN truyền") == ["A02"]


def test_words_may_stand_anywhere() -> None:
    assert ids("niem bang") == ["A05"]


def test_a_criterion_is_found_by_its_id() -> None:
    assert ids("d07") == ["D07"]


def test_not_met_finds_a_criterion_that_fails_at_one_of_its_units() -> None:
    assert ids(chosen=Filter.NOT_MET) == ["A02", "C09"]


def test_unanswered_keeps_a_criterion_with_one_open_unit() -> None:
    assert "C09" in ids(chosen=Filter.UNANSWERED)
    assert "C05" not in ids(chosen=Filter.UNANSWERED)


def test_no_photo_means_nothing_with_photos() -> None:
    assert ids(chosen=Filter.WITH_PHOTO) == []


@given(st.lists(st.sampled_from(list(opened().checklist.criteria())), max_size=60))
def test_pages_hold_every_criterion_once(many: list[Criterion]) -> None:
    made = listing.pages(many)
    assert [c for shown in made for c in shown] == many
    assert all(shown for shown in made) or made == [[]]
    for shown in made:
        room = sum(listing.weight(c) for c in shown)
        assert room <= listing.PAGE_ROOM or len(shown) == 1


def test_a_card_with_many_rows_takes_the_room_of_several() -> None:
    found = {c.id: listing.weight(c) for c in opened().checklist.criteria()}
    assert found["A02"] == found["C05"] == 1
    assert found["E02"] > 1
    assert found["E04"] > 1
