"""Find or install what tests need besides Python: a browser and poppler's tools.

A browser that is already here is used (Chrome, Chromium, Edge); otherwise Debian's
package when we are root, otherwise Playwright's own download. Its path is written to
`.venv/browser.path`, where `tests/conftest.py` reads it. `pdfsig` and `pdftotext`,
the independent readers of our PDFs, come from Debian's poppler-utils; without root
they stay missing, a line says so, and the tests that need them are skipped.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ANSWER = ROOT / ".venv" / "browser.path"
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
POPPLER = ("pdfsig", "pdftotext")


def candidates() -> Iterator[Path]:
    """Yield every place an installed browser may be, best first."""
    if chosen := os.environ.get("FIELDAPP_BROWSER"):
        yield Path(chosen)
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)
    yield from map(Path, APPLICATIONS)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if folder := os.environ.get(variable):
            yield from (Path(folder) / name for name in WINDOWS)


def installed_browser() -> Path | None:
    """Return the first browser that is here, or None."""
    return next((path for path in candidates() if path.is_file()), None)


def can_use_apt() -> bool:
    """Say whether Debian packages can be installed: apt-get is here, we are root."""
    return bool(shutil.which("apt-get")) and getattr(os, "geteuid", lambda: 1)() == 0


def apt_install(*packages: str) -> None:
    """Install Debian packages without questions."""
    say(f"installing Debian packages: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    options = ["-q", "-o", "Dpkg::Use-Pty=0"]
    for words in (
        ["update"],
        ["install", "-y", "--no-install-recommends", *packages],
    ):
        subprocess.run(
            ["apt-get", *options, *words],  # noqa: S607 - Debian's, found on PATH
            check=True,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )


def playwright_browser() -> Path:
    """Download Playwright's Chromium and return its path."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - a slow import

    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    subprocess.run(command, check=True)
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def browser() -> Path:
    """Return a browser, installing one where there is none."""
    found = installed_browser()
    if found is None and can_use_apt():
        apt_install("chromium")
        found = installed_browser()
    return found or playwright_browser()


def poppler() -> None:
    """Make sure poppler's tools are here, or say why tests will be skipped."""
    missing = [name for name in POPPLER if not shutil.which(name)]
    if missing and can_use_apt():
        apt_install("poppler-utils")
    elif missing:
        say(f"{', '.join(missing)} not found: install poppler-utils to run all tests")


def say(line: str) -> None:
    """Tell the developer what happens; stderr, so pipes stay clean."""
    sys.stderr.write(f"prepare_tests: {line}\n")


def main() -> None:
    """Prepare the machine and write down the browser's path."""
    poppler()
    path = browser()
    ANSWER.write_text(f"{path}\n", encoding="utf-8")
    say(f"browser {path}")


if __name__ == "__main__":
    main()
