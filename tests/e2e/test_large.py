"""300 criteria, 40 dossiers, relevance on a third: still one tap, still a short page.

Prints how long taps took in the browser; what they should take is measured and held
against its goal by `make bench` (`clicking`), on a machine that does nothing else.
"""

from statistics import median

import pytest
from playwright.sync_api import Browser, expect

from benchmarks.clicking import GOAL_S, prepared, tapped
from fieldapp import config, wiring
from tests.e2e.conftest import SIZES, Running
from tests.e2e.driver import Driver

pytestmark = pytest.mark.e2e

ENTRIES = 40
MOST_CHIPS = 8


@pytest.fixture(scope="module")
def where(running: Running) -> tuple[str, str]:
    """The paths of a section and of a dossier in the middle, answers everywhere."""
    return prepared(running.data, 300, ENTRIES)


def saved(running: Running, path: str, criterion: str, place: str) -> str | None:
    """What is on disk."""
    inspection = path.split("/")[2]
    with wiring.workspace(config.settings(data=running.data, env={})) as ws:
        body = ws.store.load(inspection).value(criterion, place)
    return body.value if body else None


def test_every_tap_is_answered(
    browser: Browser, running: Running, where: tuple[str, str]
) -> None:
    for size in SIZES:
        for name, seconds in tapped(browser, size, running.address, where, 6):
            told = f"median {median(seconds) * 1000:.0f} ms, max"
            print(f"{size.name}, {name}: {told} {max(seconds) * 1000:.0f} ms", end="")
            print(f" (goal: median below {GOAL_S * 1000:.0f} ms)")
            assert len(seconds) == 6


def test_a_dossier_hides_what_stopped_to_apply_and_keeps_it(
    driver: Driver, running: Running, where: tuple[str, str]
) -> None:
    _, dossier = where
    place = f"DV#{dossier.rsplit('/', 1)[1]}"
    driver.open(dossier)
    first = driver.marked("criterion-S-0")
    expect(first).to_be_attached(timeout=20_000)

    driver.tap(first.get_by_role("button", name="Không", exact=True))
    driver.find_below(driver.text("tiêu chí chưa áp dụng"))
    expect(driver.marked("criterion-S-2")).to_have_count(0)
    driver.top()
    driver.tap(first.get_by_role("button", name="Có", exact=True))
    driver.find_below(driver.marked("criterion-S-2"))

    assert saved(running, dossier, "S-0", place) == "yes"
    assert saved(running, dossier, "S-2", place) == "yes"


def test_forty_dossiers_are_listed_in_two_pages(
    driver: Driver, where: tuple[str, str]
) -> None:
    section = where[1].rsplit("/", 1)[0]
    driver.open(section)
    driver.sees("40 hồ sơ")
    expect(driver.marked("entry-menu-e0")).to_be_attached()

    driver.find_below(driver.text("Trang 1/2"))
    expect(driver.marked("entry-menu-e20")).to_have_count(0)
    driver.tap_button("Trang sau")
    driver.find_below(driver.marked("entry-menu-e20"))
    driver.find_below(driver.marked("entry-menu-e39"))


def test_looking_for_words_of_a_dossier_leads_to_dossiers(
    driver: Driver, where: tuple[str, str]
) -> None:
    """Not to a chip for each of forty on every card."""
    inspection = "/".join(where[0].split("/")[:3])
    driver.open(inspection)
    driver.type(driver.field("search"), "S-1")
    card = driver.marked("criterion-S-1")
    driver.find_below(card)

    chips = driver.page.locator('[flt-semantics-identifier^="unit-S-1-"]')
    assert chips.count() <= MOST_CHIPS
    driver.sees("Đã trả lời 40/40 hồ sơ")
