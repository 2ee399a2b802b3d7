"""From navigation to the first control that can be used: the real server, Chromium.

"First visit" has an empty browser cache, "again" is the same window coming back.
Usable means: a button that stands in the accessibility tree, inside the window, so
that a tap on it starts something. Each window is a fresh one; one server serves all.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, sync_playwright

from benchmarks.measuring import Goal, Report, Series
from tests.e2e.conftest import (
    FLAGS,
    SIZES,
    Running,
    Size,
    new_page,
    start_app,
    stop_app,
)
from tests.e2e.driver import Driver
from tools.prepare_tests import ANSWER, installed_browser

FIRST_CONTROL = "Cuộc kiểm tra mới"
MISSING = "No browser here: `make bench` finds or installs one."


def measure(
    folder: Path, *, rounds: int = 5, sizes: tuple[Size, ...] = SIZES, warm_up: int = 1
) -> tuple[Report, ...]:
    """Measure at each size, first visit and again, in turn."""
    path = browser_path()
    title = "First usable control in the browser"
    if path is None:
        return (Report(title, (), notes=(MISSING,)),)
    started, running = _started(folder)
    try:
        plan = [
            sizes if number % 2 else sizes[::-1] for number in range(warm_up + rounds)
        ]
        series = _visits(running, path, plan, warm_up)
    finally:
        stop_app(running)
    goals = tuple(Goal(s.name, s.median, 3, below=True) for s in series)
    server = Series("server process, start to address", (started,))
    return (Report(title, (*series, server), goals),)


def browser_path() -> Path | None:
    """The browser `make` found, or one that is installed."""
    if ANSWER.is_file():
        return Path(ANSWER.read_text("utf-8").strip())
    return installed_browser()


def _started(folder: Path) -> tuple[float, Running]:
    start = time.perf_counter()
    running = start_app(folder)
    return time.perf_counter() - start, running


def _visits(
    running: Running, path: Path, plan: list[tuple[Size, ...]], warm_up: int
) -> tuple[Series, ...]:
    """The server loads some of Flet on the first visit, so that round is left out."""
    times: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(path), args=list(FLAGS)
        )
        for number, sizes in enumerate(plan):
            for size in sizes:
                for name, seconds in _visit(browser, size, running.address):
                    if number >= warm_up:
                        times.setdefault(name, []).append(seconds)
        browser.close()
    return tuple(Series(name, tuple(found)) for name, found in sorted(times.items()))


def _visit(browser: Browser, size: Size, address: str) -> Iterator[tuple[str, float]]:
    page = new_page(browser, size)
    driver = Driver(page, address)
    yield f"{size.name}, first visit", _until_usable(driver, driver.open)
    yield f"{size.name}, again", _until_usable(driver, driver.reload)
    page.context.close()


def _until_usable(driver: Driver, go: Callable[[], None]) -> float:
    start = time.perf_counter()
    go()
    while not _stands_inside(driver.page):
        if time.perf_counter() - start > 60:  # noqa: PLR2004 - seconds; a broken page
            raise Error(f"no button “{FIRST_CONTROL}” within a minute")
        driver.page.wait_for_timeout(10)
    return time.perf_counter() - start


def _stands_inside(page: Page) -> bool:
    button = page.get_by_role("button", name=FIRST_CONTROL, exact=True)
    box = button.first.bounding_box() if button.count() else None
    size = page.viewport_size
    if box is None or size is None:
        return False
    return box["y"] >= 0 and box["y"] + box["height"] <= size["height"]
