"""A real server process over an empty data folder, and a real browser at two sizes."""

import os
import re
import secrets
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e.driver import Driver

ROOT = Path(__file__).resolve().parents[2]
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Size:
    """A window people really have."""

    name: str
    width_px: int
    height_px: int
    scale: int


PHONE = Size("phone", 390, 844, 2)
LAPTOP = Size("laptop", 1366, 768, 1)
SIZES = (PHONE, LAPTOP)


@dataclass(frozen=True)
class Running:
    """A started app: where it listens and where its data lie."""

    address: str
    data: Path
    process: subprocess.Popen[str]


def start_app(folder: Path) -> Running:
    """Start `fieldapp run` on a free port and wait for its address."""
    data = folder / "data"
    env = {**os.environ, "FIELDAPP_EXPORTS": str(folder / "exports")}
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "fieldapp",
            "run",
            "--data",
            str(data),
            "--port",
            "0",
            "--no-browser",
        ],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        if found:
            return Running(found.group(0), data, process)
    process.wait(timeout=15)
    process.stdout.close()
    raise AssertionError(f"the app did not start: {said}")


def stop_app(running: Running) -> None:
    """Stop the process we started."""
    running.process.terminate()
    running.process.wait(timeout=15)
    if running.process.stdout is not None:
        running.process.stdout.close()


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One app for all tests; each works on inspections of its own."""
    started = start_app(tmp_path_factory.mktemp("app"))
    yield started
    stop_app(started)


@pytest.fixture(scope="session")
def browser(browser_path: Path) -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=str(browser_path), args=list(FLAGS)
        )
        yield opened
        opened.close()


def new_page(browser: Browser, size: Size, scheme: str = "light") -> Page:
    """A fresh window: own cache, own cookies."""
    context = browser.new_context(
        viewport={"width": size.width_px, "height": size.height_px},
        device_scale_factor=size.scale,
        color_scheme="dark" if scheme == "dark" else "light",
        locale="vi-VN",
        accept_downloads=True,
    )
    return context.new_page()


@pytest.fixture(params=SIZES, ids=lambda size: size.name)
def driver(
    request: pytest.FixtureRequest, browser: Browser, running: Running
) -> Iterator[Driver]:
    """The app in a window of each size."""
    page = new_page(browser, request.param)
    yield Driver(page, running.address)
    page.context.close()


EXAMPLE = ROOT / "checklists" / "examples" / "cairang-2024.inspection.yaml"


def example_file(folder: Path) -> tuple[str, Path]:
    """The shipped example under an id that no other test has, as a file."""
    inspection = f"CR-{secrets.token_hex(4).upper()}"
    text = EXAMPLE.read_text("utf-8")
    assert "CR-2024" in text
    file = folder / "cai-rang.inspection.yaml"
    file.write_text(text.replace("CR-2024", inspection), "utf-8")
    return inspection, file
