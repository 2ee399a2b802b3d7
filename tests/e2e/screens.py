"""Photographs every screen at both sizes into `docs/screens/` (`make screens`).

With names (`python -m tests.e2e.screens ban-moi cham-diem`) only those are taken.

They are taken from the real app over the shipped example inspection and looked at
before work is called done: nothing clipped, overlapped, blank, English or ugly.
"""

import io
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from fieldapp import config, wiring
from fieldapp.domain.answers import AnswerValue
from fieldapp.services import capture, groups, rehearsal
from tests.e2e.conftest import (
    FLAGS,
    ROOT,
    SIZES,
    Running,
    Size,
    new_page,
    start_app,
    stop_app,
)
from tests.e2e.driver import Driver
from tools.prepare_tests import installed_browser

OUT = ROOT / "docs" / "screens"
EXAMPLE = ROOT / "checklists" / "examples" / "cairang-2024.inspection.yaml"
HERE = "/kiem-tra/CR-2024"
MOST_BYTES = 200_000
COLOURS = 128


def _nothing(_driver: Driver) -> None:
    """The screen as it opens."""


def _not_met(driver: Driver) -> None:
    driver.tap(driver.marked("filter-not_met"))
    driver.page.wait_for_timeout(800)


def _status_menu(driver: Driver) -> None:
    driver.tap(driver.marked("so-hoa-CR-status"))


def _menu(driver: Driver) -> None:
    driver.tap_in_bar(driver.marked("inspection-menu"))


def _team(driver: Driver) -> None:
    driver.into_view(driver.button("Thêm thành viên"))


def _pages(driver: Driver) -> None:
    driver.into_view(driver.page.get_by_role("img", name="Trang 1 trên"))


def _sampling(driver: Driver) -> None:
    driver.type(driver.field("sampling-population"), "412")
    driver.type(driver.field("sampling-sample_size"), "10")
    driver.type(driver.field("sampling-seed"), "5/2/2026 8:30")
    driver.leave()
    driver.tap(driver.button("Rút mẫu"))
    driver.sees("Số thứ tự trong danh sách")


def _points(driver: Driver) -> None:
    closed = driver.marked("points-M01-open")
    if closed.count():  # open already where the other size has given points
        driver.tap(closed)
    driver.type(driver.field("points-M01-self_score"), "4")
    driver.type(driver.field("points-M01-appraised_score"), "3,5")
    driver.leave()
    driver.sees("hãy ghi lý do")


def _scoring(driver: Driver) -> None:
    driver.tap(driver.marked("scoring-S"))
    driver.tap(driver.marked("points-S03-open"))


def _newer(driver: Driver) -> None:
    driver.sees("có bản mới")


def _rehearsals(driver: Driver) -> None:
    marked = driver.page.locator('[flt-semantics-identifier^="rehearsal-"]')
    driver.into_view(marked)


def _details(driver: Driver) -> None:
    driver.tap_button("Sửa thể thức")


def _edit(driver: Driver) -> None:
    driver.tap(driver.button("Sửa câu").first)


Step = Callable[[Driver], None]

EMPTY: tuple[tuple[str, str, Step], ...] = (("danh-sach-trong", "/", _nothing),)
FULL: tuple[tuple[str, str, Step], ...] = (
    ("danh-sach", "/", _nothing),
    ("phieu", "/phieu", _nothing),
    ("gioi-thieu", "/gioi-thieu", _nothing),
    ("cuoc-kiem-tra-moi", "/moi", _nothing),
    ("cac-phan", HERE, _nothing),
    ("chua-dat", HERE, _not_met),
    ("inspection", f"{HERE}/muc/D", _nothing),
    ("tieu-chi", f"{HERE}/muc/C", _nothing),
    ("khong-co-so-lieu", f"{HERE}/muc/C", _status_menu),
    ("don-vi-bao-cao", f"{HERE}/muc/A", _nothing),
    ("viec-khac", HERE, _menu),
    ("thong-tin", f"{HERE}/thong-tin", _nothing),
    ("doan-kiem-tra", f"{HERE}/thong-tin", _team),
    ("phat-hien", f"{HERE}/phat-hien", _nothing),
    ("ket-luan", f"{HERE}/ket-luan", _nothing),
    ("sua-cau", f"{HERE}/ket-luan", _edit),
    ("thong-bao", f"{HERE}/thong-bao", _nothing),
    ("the-thuc", f"{HERE}/thong-bao", _details),
    ("xem-truoc", f"{HERE}/thong-bao", _pages),
)
REHEARSED: tuple[tuple[str, str, Step], ...] = (
    ("dien-tap", "", _nothing),
    ("ho-so", "/muc/S", _nothing),
    ("cach-chon-mau", "/muc/S", _sampling),
    ("mot-ho-so", "/muc/S/ENTRY", _nothing),
    ("cham-diem", "/muc/M", _points),
    ("cham-diem-mau", "/muc/S", _scoring),
)
MOVING: tuple[tuple[str, str, Step], ...] = (
    ("co-ban-moi", HERE, _newer),
    ("ban-moi", f"{HERE}/ban-moi", _nothing),
    ("phieu-dien-tap", "/phieu", _rehearsals),
)
DARK: tuple[tuple[str, str, Step], ...] = (
    ("danh-sach-toi", "/", _nothing),
    ("tieu-chi-toi", f"{HERE}/muc/C", _nothing),
    ("thong-tin-toi", f"{HERE}/thong-tin", _nothing),
    ("thong-bao-toi", f"{HERE}/thong-bao", _nothing),
    ("ket-luan-toi", f"{HERE}/ket-luan", _nothing),
)


def main() -> None:
    """Take all of them."""
    OUT.mkdir(parents=True, exist_ok=True)
    found = installed_browser()
    if found is None:
        sys.exit("không có trình duyệt: hãy chạy make test trước")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(found), args=list(FLAGS)
        )
        running = start_app(Path(folder))
        try:
            _take_all(browser, running)
        finally:
            stop_app(running)
        browser.close()


def _take_all(browser: Browser, running: Running) -> None:
    for size in SIZES:
        _take(browser, running, size, EMPTY)
    program = [sys.executable, "-m", "fieldapp", "import", str(EXAMPLE)]
    subprocess.run([*program, "--data", str(running.data)], cwd=ROOT, check=True)
    for size in SIZES:
        _take(browser, running, size, FULL)
        _take(browser, running, size, DARK, "dark")
    rehearsed, entry = _rehearsal(running.data)
    _ship_newer(running.data)
    for size in SIZES:
        there = tuple(
            (name, f"{rehearsed}{path.replace('ENTRY', entry)}", step)
            for name, path, step in REHEARSED
        )
        _take(browser, running, size, there)
        _take(browser, running, size, MOVING)


def _rehearsal(data: Path) -> tuple[str, str]:
    """A rehearsal with three dossiers; its address, and the id of one of them."""
    yes, no = AnswerValue(value="yes"), AnswerValue(value="no")
    with wiring.workspace(config.settings(data=data, env={})) as ws:
        made = rehearsal.rehearse(ws, "mot-cua-tthc")
        desk = rehearsal.desk_of(ws, made)
        entries = [groups.add_entry(desk, made, "S", "DV") for _ in range(3)]
        for number, entry in enumerate(entries, start=1):
            label = AnswerValue(value=f"H45.26.{number:03}")
            late = no if number < 3 else yes
            capture.save_answer(desk, made, "S01", entry.code, label)
            capture.save_answer(
                desk, made, "S03", entry.code, yes if late is no else no
            )
            capture.save_answer(desk, made, "S07", entry.code, late)
        capture.save_answer(desk, made, "M01", "DV", yes)
    return f"/kiem-tra/{made}", entries[0].id


def _ship_newer(data: Path) -> None:
    """Put a newer version of the example's checklist into the person's own folder."""
    text = (ROOT / "checklists" / "cairang-2024.yaml").read_text("utf-8")
    newer = text.replace('version: "1.0"', 'version: "1.1"', 1)
    newer = newer.replace("- id: to-cong-nghe-so", "- id: to-cong-nghe", 1)
    (data / "checklists").mkdir(exist_ok=True)
    (data / "checklists" / "cairang-2024.yaml").write_text(newer, "utf-8")


def _take(
    browser: Browser,
    running: Running,
    size: Size,
    shots: tuple[tuple[str, str, Step], ...],
    scheme: str = "light",
) -> None:
    wanted = set(sys.argv[1:])
    shots = tuple(shot for shot in shots if not wanted or shot[0] in wanted)
    if not shots:
        return
    page = new_page(browser, size, scheme)
    driver = Driver(page, running.address)
    for name, path, step in shots:
        driver.open(path)
        page.wait_for_timeout(1200)
        step(driver)
        page.wait_for_timeout(700)
        target = OUT / file_name(name, size)
        target.write_bytes(small(page.screenshot()))
        print(target.relative_to(ROOT), target.stat().st_size)
    page.context.close()


def file_name(name: str, size: Size) -> str:
    """The file of a screen; README names the one of a section with its cards."""
    if name == "inspection":
        return f"{size.name}-inspection.png"
    return f"{name}-{size.name}.png"


def small(png: bytes) -> bytes:
    """The same picture with few colours, at most 200 kB."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    out = io.BytesIO()
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    assert out.tell() <= MOST_BYTES
    return out.getvalue()


if __name__ == "__main__":
    main()
