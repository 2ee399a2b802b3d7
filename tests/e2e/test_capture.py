"""The inspector's job in a real browser, at phone and at laptop size."""

import io
import os
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from playwright.sync_api import expect

from tests.e2e.conftest import LAPTOP, PHONE
from tests.e2e.driver import Driver

pytestmark = pytest.mark.e2e


def jpeg(path: Path, width_px: int = 640) -> Path:
    """A real JPEG that no other test has."""
    noise = Image.frombytes("RGB", (16, 12), os.urandom(16 * 12 * 3))
    noise.resize((width_px, width_px * 3 // 4)).save(path, "JPEG")
    return path


def start_from_cchc_xa(driver: Driver) -> str:
    """Start an inspection by hand and return its address."""
    driver.open("/moi")
    driver.tap(driver.marked("pick-cchc-xa"))
    driver.type(driver.field("new-unit_name"), "UBND xã Tân Bình")
    driver.type(driver.field("new-place"), "Cần Thơ")
    driver.tap_button("Bắt đầu kiểm tra")
    expect(driver.marked("section-A")).to_be_attached(timeout=15_000)
    return driver.path()


def go_to_section(driver: Driver, inspection: str, section: str) -> None:
    driver.open(f"{inspection}/muc/{section}")
    expect(driver.marked("criteria")).to_be_attached(timeout=15_000)


def saved(driver: Driver, criterion: str) -> None:
    """Wait until a card says that it is on disk."""
    card = driver.marked(f"criterion-{criterion}")
    said = card.get_by_text("Đã lưu").or_(
        driver.page.locator(
            f'[flt-semantics-identifier="criterion-{criterion}"][aria-label*="Đã lưu"]'
        )
    )
    expect(said.first).to_be_attached(timeout=10_000)


def test_answers_of_every_kind_and_a_photo_are_there_after_reloading(
    driver: Driver, tmp_path: Path
) -> None:
    inspection = start_from_cchc_xa(driver)

    go_to_section(driver, inspection, "A")
    driver.type(driver.field("A01-DV-value"), "15/1/2026")
    driver.leave()
    saved(driver, "A01")
    driver.type(driver.field("A02-DV-num"), "9")
    driver.type(driver.field("A02-DV-den"), "10")
    driver.leave()
    saved(driver, "A02")
    driver.sees("90%")
    driver.tap(driver.marked("A04-DV-value").get_by_role("button", name="Không").first)
    saved(driver, "A04")
    driver.choose_file(
        driver.marked("A04-DV-add-photo").get_by_role("button"),
        jpeg(tmp_path / "bang-niem-yet.jpg"),
    )
    remove = driver.page.get_by_role("button", name="Bỏ ảnh 1")
    expect(remove).to_be_attached(timeout=15_000)
    driver.tap(driver.marked("A05-DV-status"))
    driver.tap(driver.page.get_by_role("menuitemcheckbox", name="Chưa đạt, không có"))
    saved(driver, "A05")
    driver.type(driver.field("A08-DV-value"), "2")
    driver.leave()
    saved(driver, "A08")

    driver.reload()
    driver.holds(driver.field("A01-DV-value"), "15/1/2026")
    driver.holds(driver.field("A02-DV-num"), "9")
    driver.into_view(remove)
    driver.holds(driver.field("A08-DV-value"), "2")
    assert driver.foreign == []


def turn_to(driver: Driver, section: str, criterion: str) -> None:
    """Tap a section until its criteria are there; a redraw can swallow a tap."""
    for _ in range(3):
        driver.tap(driver.marked(section))
        with suppress(PlaywrightTimeoutError):
            driver.marked(criterion).wait_for(state="attached", timeout=5_000)
            return
    pytest.fail(f"{section} did not open")


@pytest.mark.parametrize("driver", [LAPTOP], ids=["laptop"], indirect=True)
def test_a_number_that_cannot_be_read_is_kept_and_explained(driver: Driver) -> None:
    inspection = start_from_cchc_xa(driver)
    go_to_section(driver, inspection, "A")
    driver.type(driver.field("A02-DV-num"), "12")
    driver.type(driver.field("A02-DV-den"), "10")
    driver.leave()
    driver.sees("Số liệu cần sửa, chưa lưu")
    turn_to(driver, "section-B", "criterion-B01")
    turn_to(driver, "section-A", "criterion-A01")
    driver.holds(driver.field("A02-DV-num"), "12")
    driver.sees("Số liệu cần sửa, chưa lưu")
    driver.open(inspection)
    expect(driver.marked("section-A")).to_be_attached(timeout=15_000)
    driver.sees("Đã trả lời 0/")


@pytest.mark.parametrize("driver", [LAPTOP], ids=["laptop"], indirect=True)
def test_a_second_window_shows_what_the_first_one_saved(driver: Driver) -> None:
    inspection = start_from_cchc_xa(driver)
    go_to_section(driver, inspection, "A")
    other = Driver(driver.page.context.new_page(), driver.address)
    go_to_section(other, inspection, "A")
    other.type(other.field("A02-DV-num"), "9")
    other.type(other.field("A02-DV-den"), "10")
    other.leave()
    saved(other, "A02")

    driver.page.bring_to_front()
    driver.tap(driver.marked("section-B"))
    expect(driver.marked("criterion-B01")).to_be_attached(timeout=15_000)
    driver.tap(driver.marked("section-A"))

    driver.sees("90%")


@pytest.mark.parametrize("driver", [PHONE], ids=["phone"], indirect=True)
def test_a_large_photo_arrives(driver: Driver, tmp_path: Path) -> None:
    inspection = start_from_cchc_xa(driver)
    go_to_section(driver, inspection, "A")
    out = io.BytesIO()
    size = (3400, 3000)
    noise = Image.frombytes("RGB", size, os.urandom(size[0] * size[1] * 3))
    noise.save(out, "JPEG", quality=94)
    assert 11_000_000 < out.tell() < 20_000_000
    photo = tmp_path / "lon.jpg"
    photo.write_bytes(out.getvalue())
    opener = driver.marked("A01-DV-add-photo").get_by_role("button")
    driver.choose_file(opener, photo)
    remove = driver.page.get_by_role("button", name="Bỏ ảnh 1")
    expect(remove).to_be_attached(timeout=60_000)
