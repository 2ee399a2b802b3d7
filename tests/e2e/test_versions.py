"""A checklist is tried out from its card, and an inspection moves to a newer one."""

import pytest
from playwright.sync_api import expect

from fieldapp import config, wiring
from fieldapp.domain.answers import AnswerValue
from fieldapp.services import capture, inspections
from tests.e2e.conftest import Running
from tests.e2e.driver import Driver

pytestmark = pytest.mark.e2e

FIRST = """\
format: fieldapp/checklist@1
id: thu-ban
title: "Thử đổi bản"
version: "1.0"
sections:
  - id: A
    title: "Niêm yết"
    criteria:
      - id: A01
        question: "Có niêm yết không?"
        answer: {type: yes_no}
      - id: A02
        question: "Bao nhiêu thủ tục?"
        answer: {type: count, unit: "thủ tục"}
"""
NEWER = FIRST.replace('"1.0"', '"2.0"').replace("id: A01", "id: A03")
NEW = inspections.NewInspection(
    checklist="thu-ban",
    campaign_name="Kiểm tra thử",
    year=2026,
    unit_name="phường Đổi Bản",
    place="Cần Thơ",
)


def ship(running: Running, text: str) -> None:
    folder = running.data / "checklists"
    folder.mkdir(exist_ok=True)
    (folder / "thu-ban.yaml").write_text(text, "utf-8")


def started(running: Running) -> str:
    """An inspection with both answers given, made with the first version."""
    ship(running, FIRST)
    with wiring.workspace(config.settings(data=running.data, env={})) as ws:
        made = inspections.start(ws, NEW)
        capture.save_answer(ws, made, "A01", "DV", AnswerValue(value="yes"))
        capture.save_answer(ws, made, "A02", "DV", AnswerValue(value="7"))
    return made


def test_an_inspection_moves_to_a_newer_version_and_loses_nothing(
    driver: Driver, running: Running
) -> None:
    made = started(running)
    driver.open(f"/kiem-tra/{made}/ban-moi")
    driver.sees("Thử đổi bản, bản 1.0")
    ship(running, NEWER)

    driver.open(f"/kiem-tra/{made}")
    driver.sees("Bộ tiêu chí có bản mới 2.0")
    driver.tap(driver.marked("newer-version"))
    driver.sees("Có bản mới: 2.0")
    driver.sees("A01. Có niêm yết không")
    driver.tap_button("Chuyển sang bản 2.0")
    driver.sees("Đã chuyển sang bản 2.0")
    expect(driver.marked("newer-version")).to_have_count(0, timeout=10_000)

    driver.open(f"/kiem-tra/{made}/muc/A")
    expect(driver.marked("criterion-A03")).to_be_attached(timeout=15_000)
    driver.holds(driver.field("A02-DV-value"), "7")
    driver.open(f"/kiem-tra/{made}/ban-moi")
    driver.sees("bản 2.0")
    driver.sees("Để riêng")
    kept = driver.text("phường Đổi Bản · bản 1.0")
    driver.into_view(kept)
    driver.sees("Có")


def test_a_checklist_is_tried_from_its_card_and_stays_apart(
    driver: Driver, running: Running
) -> None:
    ship(running, FIRST)
    driver.open("/phieu")
    driver.tap(driver.button("Diễn tập"))
    driver.sees("không lẫn vào cuộc kiểm tra thật")
    assert "/kiem-tra/dien-tap-" in driver.page.url

    driver.open("/")
    driver.page.wait_for_timeout(1_000)
    expect(driver.text("Diễn tập:")).to_have_count(0)
    with wiring.workspace(config.settings(data=running.data, env={})) as ws:
        assert not any("dien-tap" in card.id for card in inspections.cards(ws))
