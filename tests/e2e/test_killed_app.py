"""The served app itself, killed the moment the screen says that it saved.

Random moments and many kills are in `tests/torture/`; here the whole way is real:
keys in a browser, the session, the save, SIGKILL, a new start that asks nothing.
"""

import signal
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from sqlcipher3 import dbapi2

from fieldapp import config, wiring
from fieldapp.services import inspections
from fieldapp.store import open_store
from tests.e2e.conftest import LAPTOP, Running, new_page, start_app
from tests.e2e.driver import Driver
from tests.e2e.test_capture import saved

pytestmark = pytest.mark.e2e
NEW = inspections.NewInspection(
    checklist="cchc-xa",
    campaign_name="Kiểm tra CCHC",
    year=2026,
    unit_name="UBND xã Tân Bình",
    place="Cần Thơ",
)


def start_inspection(data: Path) -> str:
    with wiring.workspace(config.settings(data=data, env={})) as ws:
        return inspections.start(ws, NEW)


def kill(running: Running) -> None:
    """Take the process away without a chance to say anything."""
    running.process.send_signal(signal.SIGKILL)
    running.process.wait(timeout=15)
    if running.process.stdout is not None:
        running.process.stdout.close()


def numerator_on_disk(data: Path, inspection: str, criterion: str) -> int | None:
    with open_store(data / wiring.DATABASE_NAME, dbapi2, ids=lambda: "khac") as store:
        assert store.verify() == ()
        body = store.load(inspection).value(criterion, "DV")
    return body.num if body else None


def test_what_the_screen_called_saved_survives_kill_9(
    browser: Browser, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    inspection = start_inspection(data)
    for criterion in ("A02", "A03", "A05"):
        running = start_app(tmp_path)
        driver = Driver(new_page(browser, LAPTOP), running.address)
        driver.open(f"/kiem-tra/{inspection}/muc/A")
        expect(driver.marked("criteria")).to_be_attached(timeout=20_000)
        driver.type(driver.field(f"{criterion}-DV-den"), "10")
        driver.type(driver.field(f"{criterion}-DV-num"), "9")
        driver.leave()
        saved(driver, criterion)
        kill(running)
        driver.page.context.close()

        assert numerator_on_disk(data, inspection, criterion) == 9
