"""Nobody is left standing: an unknown address, a field that was forgotten."""

import pytest
from playwright.sync_api import expect

from tests.e2e.driver import Driver

pytestmark = pytest.mark.e2e


def test_an_unknown_inspection_is_named_and_leads_home(driver: Driver) -> None:
    driver.open("/kiem-tra/KHONG-CO")
    driver.sees("Không có cuộc kiểm tra KHONG-CO trên máy này", timeout_ms=20_000)
    driver.tap_button("Về danh sách kiểm tra")
    expect(driver.button("Cuộc kiểm tra mới")).to_be_attached(timeout=10_000)


def test_starting_with_an_empty_field_leads_to_the_field(driver: Driver) -> None:
    driver.open("/moi")
    driver.tap_button("Bắt đầu kiểm tra")

    field = driver.field("new-unit_name")
    expect(field).to_be_in_viewport(timeout=10_000)
    driver.into_view(driver.marked("left-to-do"))
    driver.sees("Cần sửa: Đơn vị được kiểm tra, Địa danh")
