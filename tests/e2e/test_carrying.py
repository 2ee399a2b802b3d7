"""A file comes in through the browser, is corrected, and goes out again."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import LAPTOP, example_file
from tests.e2e.driver import Driver

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.parametrize("driver", [LAPTOP], ids=["laptop"], indirect=True),
]


def exported(driver: Driver, folder: Path) -> str:
    """Export from the menu and return the file's text."""
    driver.tap_in_bar(driver.marked("inspection-menu"))
    with driver.page.expect_download(timeout=20_000) as download:
        driver.tap_in_bar(driver.page.get_by_role("menuitem", name="Xuất tệp"))
    kept = folder / "ra.yaml"
    download.value.save_as(kept)
    assert download.value.suggested_filename.endswith(".inspection.yaml")
    return kept.read_text("utf-8")


def test_a_reported_figure_and_the_header_travel_in_and_out(
    driver: Driver, tmp_path: Path
) -> None:
    inspection, file = example_file(tmp_path)
    driver.open()
    driver.choose_file(driver.button("Nhập tệp"), file)
    driver.sees("Đơn vị báo cáo 53,5%; tính lại 53,6%.", timeout_ms=20_000)

    driver.type(driver.field("nhiem-vu-cchc-CR-num"), "20")
    driver.leave()
    driver.sees("tính lại 71,4%.")
    driver.type(driver.field("nhiem-vu-cchc-CR-reported"), "71,4")
    driver.leave()
    expect(driver.text("Đơn vị báo cáo 53,5%")).not_to_be_attached()

    driver.tap_in_bar(driver.marked("inspection-menu"))
    driver.tap_in_bar(
        driver.page.get_by_role("menuitem", name="Thông tin cuộc kiểm tra")
    )
    driver.type(driver.field("header-visited_on"), "16/4/2024")
    driver.leave()
    driver.find_below(driver.text("Đã lưu thông tin"))
    driver.open(f"/kiem-tra/{inspection}")
    driver.sees("71,4%", timeout_ms=20_000)
    text = exported(driver, tmp_path)

    (told,) = (li for li in text.splitlines() if "criterion: nhiem-vu-cchc" in li)
    assert 'num: 20, den: 28, reported: "71.4"' in told
    assert "visited_on: 2024-04-16" in text


def test_a_file_with_problems_is_refused_with_all_of_them(
    driver: Driver, tmp_path: Path
) -> None:
    inspection, file = example_file(tmp_path)
    wrong = file.read_text("utf-8").replace("num: 15, den: 28", "num: 30, den: 28")
    wrong = wrong.replace("unit: CR, status: given, num: 30", "unit: XX, num: 30", 1)
    file.write_text(wrong, "utf-8")
    driver.open()
    driver.choose_file(driver.button("Nhập tệp"), file)
    driver.sees("Dòng 50", timeout_ms=20_000)
    driver.tap_button("Đóng")
    driver.open(f"/kiem-tra/{inspection}")
    driver.sees("Không có cuộc kiểm tra", timeout_ms=20_000)
