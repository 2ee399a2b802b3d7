"""Searching and filtering criteria."""

import math

from hypothesis import given
from hypothesis import strategies as st

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


@given(st.integers(0, 60))
def test_pages_hold_every_criterion_once(count: int) -> None:
    criteria = list(opened().checklist.criteria())
    many = (criteria * 3)[:count]
    number = listing.pages(many)
    assert number == max(1, math.ceil(count / listing.PAGE_SIZE))
    shown = [c for n in range(number) for c in listing.page(many, n)]
    assert shown == many
