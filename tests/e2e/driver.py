"""Drives the app through the names a screen reader hears.

Flutter draws on a canvas; what Playwright finds is the semantics tree. Clicks go to
coordinates, text goes through a focused input (see docs: `fill` is lost).
"""

import re
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import FloatRect, Locator, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

_RIVE = "rive_native"
"""Flet's client asks for this file at a CDN whatever is set; it fails harmlessly."""


class Driver:
    """One browser page with the app in it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.foreign: list[str] = []
        page.on("request", self._note_foreign)

    def _note_foreign(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        ours = url.startswith((self.address, "data:", "blob:", "ws:"))
        if not ours and _RIVE not in url:
            self.foreign.append(url)

    def open(self, path: str = "/") -> None:
        """Load the app at a path and switch the semantics tree on."""
        self.page.goto(self.address + path)
        self._ready()

    def reload(self) -> None:
        """Reload the page as a person would."""
        self.page.reload()
        self._ready()

    def _ready(self, timeout_ms: float = 40_000) -> None:
        holder = self.page.locator("flt-semantics-placeholder")
        holder.wait_for(state="attached", timeout=timeout_ms)
        holder.evaluate("e => e.click()")
        # While it connects, Flet shows a text; a screen has a title or a button.
        first = self.page.locator("h2, [role='button']").first
        first.wait_for(state="attached", timeout=timeout_ms)

    def button(self, name: str, *, exact: bool = True) -> Locator:
        """A button (or anything tapped) by its name."""
        return self.page.get_by_role("button", name=name, exact=exact)

    def marked(self, identifier: str) -> Locator:
        """The node with a semantics identifier."""
        return self.page.locator(f'[flt-semantics-identifier="{identifier}"]')

    def field(self, identifier: str) -> Locator:
        """The input inside a marked node."""
        return self.marked(identifier).locator("input, textarea").first

    def text(self, words: str) -> Locator:
        """Something that says these words, as text or as a name."""
        shown = self.page.get_by_text(words)
        return shown.or_(self.page.locator(f'[aria-label*="{words}"]')).first

    def tap(self, target: Locator) -> None:
        """Click the middle of a node that stands still."""
        self.into_view(target)
        box = self._steady(target.first)
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def tap_button(self, name: str) -> None:
        """Tap a button by its exact name."""
        self.tap(self.button(name))

    def tap_in_bar(self, target: Locator) -> None:
        """Tap something in the bar at the top, which never scrolls."""
        target.first.wait_for(state="attached")
        box = self._steady(target.first)
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def type(self, target: Locator, text: str) -> None:
        """Focus an input, replace its text, make sure it arrived."""
        for _ in range(4):
            self.tap(target)
            if not self._got_focus():
                continue
            self.page.keyboard.press("Control+A")
            self.page.keyboard.press("Delete")
            if text:
                self.page.keyboard.insert_text(text)
            if self._stands(text):
                return
        raise AssertionError(f"text not accepted: {text!r}")

    def holds(self, target: Locator, text: str) -> None:
        """Say that a field holds a text; Flutter tells only for the focused one."""
        for _ in range(4):
            self.tap(target)
            if self._got_focus() and self._stands(text):
                return
        raise AssertionError(f"field does not hold {text!r}")

    def leave(self) -> None:
        """Leave the focused field."""
        self.page.keyboard.press("Tab")
        self.page.wait_for_timeout(150)

    def _got_focus(self) -> bool:
        """Wait until an input has it and the client has noticed."""
        for _ in range(16):
            tag = self.page.evaluate("document.activeElement?.tagName")
            if tag in {"INPUT", "TEXTAREA"}:
                self.page.wait_for_timeout(120)
                return True
            self.page.wait_for_timeout(30)
        return False

    def _stands(self, text: str) -> bool:
        for _ in range(20):
            if self.page.evaluate("document.activeElement.value") == text:
                return True
            self.page.wait_for_timeout(50)
        return False

    def _steady(self, target: Locator) -> FloatRect:
        last: FloatRect | None = None
        for _ in range(60):
            box = target.bounding_box()
            if box is not None and box == last:
                return box
            last = box
            self.page.wait_for_timeout(50)
        raise AssertionError("node does not stand still")

    def into_view(self, target: Locator, tries: int = 60) -> None:
        """Scroll until a node stands inside the window; off screen it is not built."""
        height = self._height()
        for attempt in range(tries):
            if attempt == tries // 2:
                self.top()  # it may have been redrawn above while we looked below
            # On a busy machine the names come later than the picture.
            with suppress(PlaywrightTimeoutError):
                patience_ms = 1_500 if attempt in {0, tries // 2} else 250
                target.first.wait_for(state="attached", timeout=patience_ms)
            box = target.first.bounding_box() if target.count() else None
            if box and box["y"] >= 76 and box["y"] + box["height"] <= height - 4:
                return
            if box and box["height"] > height - 200 and 0 <= box["y"] < height / 2:
                return
            up = bool(box and box["y"] < 76)
            self._wheel((-240 if up else 240) if box else 420)
        raise AssertionError("node not reached by scrolling")

    def find_below(self, target: Locator, tries: int = 60) -> Locator:
        """Scroll down until a node appears."""
        self.into_view(target, tries)
        return target

    def top(self) -> None:
        """Scroll to the top."""
        self._wheel(-20_000)

    def _wheel(self, distance: float) -> None:
        size = self.page.viewport_size or {"width": 390, "height": 844}
        scale = self.page.evaluate("devicePixelRatio")
        self.page.mouse.move(size["width"] * 0.7, size["height"] * 0.6)
        self.page.mouse.wheel(0, distance * scale * scale)
        self.page.wait_for_timeout(130)

    def _height(self) -> float:
        size = self.page.viewport_size
        height = float(size["height"]) if size else 844.0
        bar = self.page.get_by_role("tab").first
        return height - 80 if bar.count() else height

    def choose_file(self, opener: Locator, *files: Path) -> None:
        """Tap what opens the file chooser and choose."""
        with self.page.expect_file_chooser(timeout=15_000) as chooser:
            self.tap(opener)
        chooser.value.set_files([str(f) for f in files])

    def sees(self, words: str, timeout_ms: float = 10_000) -> None:
        """Wait until the screen says these words."""
        expect(self.text(words)).to_be_attached(timeout=timeout_ms)

    def shot(self, path: Path) -> None:
        """Take a screenshot once the drawing has settled."""
        self.page.wait_for_timeout(500)
        self.page.screenshot(path=str(path))

    def path(self) -> str:
        """The path part of the address."""
        return re.sub(r"^https?://[^/]+", "", self.page.url)
