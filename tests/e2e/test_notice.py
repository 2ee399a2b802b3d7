"""The leader's job in a real browser: read, correct, sign, hold the PDF."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from fieldapp import wiring
from fieldapp.signing.sample_ca import make_sample
from tests.e2e.conftest import ROOT, example_file
from tests.e2e.driver import Driver

pytestmark = pytest.mark.e2e

PASSWORD = "mat-khau-thu"  # noqa: S105 - the sample's own


def test_a_draft_is_corrected_signed_and_held(driver: Driver, tmp_path: Path) -> None:
    inspection, file = example_file(tmp_path)
    identity = make_sample("Người ký thử", PASSWORD, wiring.utc_now())
    certificate = tmp_path / "ky.p12"
    certificate.write_bytes(identity.p12)

    driver.open()
    driver.choose_file(driver.button("Nhập tệp"), file)
    expect(driver.marked("section-A")).to_be_attached(timeout=20_000)
    driver.open(f"/kiem-tra/{inspection}/ket-luan")
    driver.sees("Đơn vị báo cáo 53,5%; tính lại 53,6%", timeout_ms=20_000)
    driver.tap(driver.button("Không in").first)
    driver.sees("In lại")

    driver.open(f"/kiem-tra/{inspection}/thong-bao")
    expect(driver.marked("sign")).to_be_attached(timeout=20_000)
    driver.choose_file(driver.button("Chọn chứng thư số"), certificate)
    driver.sees("ky.p12")
    driver.type(driver.field("password"), "sai")
    driver.tap_button("Ký thông báo")
    driver.sees("mật khẩu", timeout_ms=20_000)
    driver.type(driver.field("password"), PASSWORD)
    driver.tap_button("Ký thông báo")
    signed = driver.marked("signed")
    expect(signed).to_be_attached(timeout=30_000)
    driver.into_view(driver.button("Lưu tệp"))
    with driver.page.expect_download(timeout=20_000) as download:
        driver.tap(driver.button("Lưu tệp"))
    kept = tmp_path / "tai-ve.pdf"
    download.value.save_as(kept)
    assert kept.read_bytes().startswith(b"%PDF-")

    root = tmp_path / "ca.pem"
    root.write_bytes(identity.root_pem)
    command = [sys.executable, "-m", "fieldapp", "notice", "verify", str(kept)]
    verified = subprocess.run(
        [*command, "--trust", str(root)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert verified.returncode == 0, verified.stdout + verified.stderr
