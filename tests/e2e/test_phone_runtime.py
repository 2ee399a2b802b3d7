"""The inspection screens where Pillow, cryptography, SQLCipher and the like are not.

A phone's browser has none of them (docs/adr/0003-two-runtimes.md).
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import PHONE, ROOT, new_page
from tests.e2e.driver import Driver

pytestmark = pytest.mark.e2e


@pytest.fixture
def phone(browser: Browser, tmp_path: Path) -> Iterator[Driver]:
    """The app in a process that cannot import the laptop's libraries."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.phone_app", str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    found = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
    assert found, "the app did not start without the laptop's libraries"
    page = new_page(browser, PHONE)
    yield Driver(page, found.group(0))
    page.context.close()
    process.terminate()
    process.wait(timeout=15)
    process.stdout.close()


def test_an_inspection_is_answered_and_drafted_without_the_laptops_libraries(
    phone: Driver,
) -> None:
    phone.open("/kiem-tra/CR-2024/muc/A")
    expect(phone.marked("criteria")).to_be_attached(timeout=20_000)
    phone.sees("53,6%")
    phone.type(phone.field("nhiem-vu-cchc-CR-num"), "20")
    phone.leave()
    phone.sees("71,4%")

    phone.open("/kiem-tra/CR-2024/ket-luan")

    phone.sees("Quận đã thực hiện 20/28 nhiệm vụ CCHC, đạt 71,4% kế hoạch đề ra.")
