"""ODK's web forms engine, which opens a compiled form in ODK's web client.

In Node, on jsdom, the DOM that the engine is tested with there; and in Chromium, where
it is at home. Its packages are installed into `build/` by the lock file beside our
scripts, which holds hashes and no registry address.
"""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Route, sync_playwright

from benchmarks.apart import ROOT, Outcome, peak_bytes, run, tell, told

SOURCE = Path(__file__).parent / "engine"
HOME = ROOT / "build" / "bench-engine"
NO_NODE = "node and npm are not on PATH: @getodk/xforms-engine was left out."
NOT_INSTALLED = "npm could not install @getodk/xforms-engine: it was left out."
_BUNDLE = HOME / "bundle.js"
_STAMP = HOME / "node_modules" / ".installed"
# The engine needs a secure context, which localhost is; nothing listens there.
_PAGE = "http://localhost:9/"


def installed() -> bool:
    """Whether node is there, and the packages of the lock file as it is now."""
    if shutil.which("node") is None or not _STAMP.exists():
        return False
    return _STAMP.read_bytes() == (SOURCE / "package-lock.json").read_bytes()


def install() -> str:
    """Install where needed, which asks npm's registry; why not, or empty."""
    if not installed():
        if shutil.which("node") is None or (npm := shutil.which("npm")) is None:
            return NO_NODE
        _copy_sources()
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        command += ["--loglevel=error"]
        if subprocess.run(command, cwd=HOME, timeout=300, check=False).returncode:
            return NOT_INSTALLED
        shutil.copyfile(SOURCE / "package-lock.json", _STAMP)
    return prepare()


def prepare() -> str:
    """Put our scripts beside the installed packages and bundle for the browser."""
    _copy_sources()
    bundle = ["node", "node_modules/esbuild/bin/esbuild", "browser.mjs", "--bundle"]
    bundle += ["--format=esm", "--target=es2022", "--define:__dirname=''"]
    bundle += [f"--outfile={_BUNDLE.name}", "--log-level=error"]
    subprocess.run(bundle, cwd=HOME, check=True)
    return ""


def _copy_sources() -> None:
    shutil.copytree(SOURCE, HOME, dirs_exist_ok=True)


def in_node(task: Path) -> Outcome:
    """The outcome of the engine in Node on a task whose form is an XForm."""
    return run(["node", HOME / "open_form.mjs", task])


def in_browser(browser: Path, task: Path) -> Outcome:
    """The same in a Chromium started for it; its memory is the page's process."""
    return run([sys.executable, "-m", "benchmarks.xform_engine", browser, task])


def _opened(executable: str, task: dict[str, Any]) -> Outcome:
    xform = Path(task["form"]).read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.route("**/*", _empty_page)
        page.goto(_PAGE)
        page.add_script_tag(path=_BUNDLE, type="module")
        page.wait_for_function("() => 'openForm' in globalThis")
        found = page.evaluate("task => openForm(...task)", [xform, task["steps"]])
        peak = _page_peak(browser)
        browser.close()
    return replace(told(found | {"peak_bytes": None}), peak_bytes=peak)


def _empty_page(route: Route) -> None:
    route.fulfill(body="<!doctype html>", content_type="text/html")


def _page_peak(browser: Browser) -> int | None:
    """The peak of the largest page process; the others hold no page of ours."""
    session = browser.new_browser_cdp_session()
    running = session.send("SystemInfo.getProcessInfo")["processInfo"]
    peaks = [peak_bytes(p["id"]) for p in running if p["type"] == "renderer"]
    return max((peak for peak in peaks if peak is not None), default=None)


def main() -> None:
    browser, task = sys.argv[1:]
    tell(_opened(browser, json.loads(Path(task).read_text("utf-8"))))


if __name__ == "__main__":
    main()
