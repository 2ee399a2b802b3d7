"""A checklist tried on a made-up ward: dossiers, relevance, sums and points."""

import pytest
from playwright.sync_api import expect

from fieldapp import config, wiring
from fieldapp.services import rehearsal
from tests.e2e.conftest import Running
from tests.e2e.driver import Driver

pytestmark = pytest.mark.e2e

CHECKLIST = """\
format: fieldapp/checklist@1
id: thu-nhom
title: "Thử nhóm hồ sơ"
version: "1.0"
total_points: 10
points_step: 0.25
sections:
  - id: M
    title: "Một lần"
    criteria:
      - id: M01
        question: "Có hồ sơ trễ hạn không?"
        answer: {type: yes_no}
        target: {answer: "no"}
        points: {max: 4}
      - id: M02
        question: "Bao nhiêu hồ sơ trễ hạn?"
        answer: {type: count, unit: "hồ sơ"}
        when: "M01"
      - id: M03
        question: "Bao nhiêu hồ sơ đúng hạn trong mẫu?"
        answer: {type: ratio, numerator: "đúng hạn", denominator: "hồ sơ mẫu"}
        calculate: {num: "count_met(S02)", den: "count_answered(S02)"}
        target: {op: ">=", value: 100, unit: "%"}
  - id: S
    title: "Từng hồ sơ"
    repeat: {entry: "hồ sơ", label: S01, fewest: 3, sampled: true}
    criteria:
      - id: S01
        question: "Mã hồ sơ?"
        answer: {type: text}
      - id: S02
        question: "Trả kết quả đúng hạn?"
        short: "Trả đúng hạn"
        answer: {type: yes_no}
        points: {max: 6}
      - id: S03
        question: "Có văn bản xin lỗi?"
        answer: {type: yes_no}
        when: "S02 == no"
"""


WITH_SUB_UNITS = CHECKLIST.replace(
    "answer: {type: yes_no}", "answer: {type: yes_no}\n        asked_of: sub_units", 1
).replace('        when: "M01"\n', "")


def rehearsed(running: Running, text: str = CHECKLIST) -> str:
    """A fresh rehearsal in the running app's own data folder; its id."""
    settings = config.settings(data=running.data, env={})
    with wiring.workspace(settings) as ws:
        return rehearsal.rehearse_text(ws, text, "thu.yaml")


def open_section(driver: Driver, inspection: str, section: str) -> None:
    driver.open(f"{inspection}/muc/{section}")
    expect(driver.marked("criteria")).to_be_attached(timeout=15_000)


def entry_ids(driver: Driver) -> list[str]:
    """The ids of the entries on screen, top down."""
    marked = driver.page.locator('[flt-semantics-identifier^="entry-menu-"]')
    names = [
        node.get_attribute("flt-semantics-identifier") or "" for node in marked.all()
    ]
    return [name.removeprefix("entry-menu-") for name in names]


def answer(driver: Driver, criterion: str, word: str) -> None:
    """Tap one of the large answers of a card."""
    card = driver.marked(f"criterion-{criterion}")
    driver.into_view(card)
    driver.tap(card.get_by_role("button", name=word, exact=True))


def add_dossier(driver: Driver, inspection: str, code: str, on_time: str) -> None:
    open_section(driver, inspection, "S")
    driver.tap(driver.button("Thêm hồ sơ"))
    expect(driver.marked("entry-bar")).to_be_attached(timeout=15_000)
    place = driver.page.url.rsplit("/", 1)[1]
    driver.type(driver.field(f"S01-DV#{place}-value"), code)
    driver.leave()
    answer(driver, "S02", on_time)
    driver.page.wait_for_timeout(800)


def test_dossiers_are_added_copied_removed_and_summed_up(
    driver: Driver, running: Running
) -> None:
    made = rehearsed(running)
    inspection = f"/kiem-tra/{made}"

    add_dossier(driver, inspection, "H45.001", "Có")
    add_dossier(driver, inspection, "H45.002", "Không")
    expect(driver.marked("criterion-S03")).to_be_attached(timeout=10_000)

    open_section(driver, inspection, "S")
    driver.sees("2/3 hồ sơ nên kiểm tra")
    driver.sees("1/2 hồ sơ chưa đạt")
    first, second = entry_ids(driver)

    driver.tap(driver.marked(f"entry-menu-{second}"))
    driver.tap(driver.page.get_by_role("menuitem", name="Chép hồ sơ"))
    expect(driver.marked("entry-bar")).to_be_attached(timeout=15_000)
    open_section(driver, inspection, "S")
    ids = entry_ids(driver)
    assert ids[:2] == [first, second]
    assert len(ids) == 3

    driver.tap(driver.marked(f"entry-menu-{ids[2]}"))
    driver.tap(driver.page.get_by_role("menuitem", name="Bỏ hồ sơ"))
    expect(driver.marked(f"entry-menu-{ids[2]}")).to_have_count(0, timeout=10_000)
    driver.tap(driver.button("Hoàn tác"))
    expect(driver.marked(f"entry-menu-{ids[2]}")).to_be_attached(timeout=10_000)

    open_section(driver, inspection, "M")
    driver.sees("1/3, 33,3%")


def test_a_criterion_appears_and_goes_and_keeps_its_answer(
    driver: Driver, running: Running
) -> None:
    made = rehearsed(running)
    inspection = f"/kiem-tra/{made}"
    open_section(driver, inspection, "M")
    expect(driver.marked("criterion-M02")).to_have_count(0)

    answer(driver, "M01", "Có")
    expect(driver.marked("criterion-M02")).to_be_attached(timeout=10_000)
    driver.type(driver.field("M02-DV-value"), "7")
    driver.leave()
    driver.page.wait_for_timeout(800)
    answer(driver, "M01", "Không")
    expect(driver.marked("criterion-M02")).to_have_count(0, timeout=10_000)
    answer(driver, "M01", "Có")
    expect(driver.marked("criterion-M02")).to_be_attached(timeout=10_000)

    driver.holds(driver.field("M02-DV-value"), "7")
    open_section(driver, inspection, "M")
    driver.holds(driver.field("M02-DV-value"), "7")


def test_both_sides_give_points_and_the_reason(
    driver: Driver, running: Running
) -> None:
    made = rehearsed(running)
    inspection = f"/kiem-tra/{made}"
    open_section(driver, inspection, "M")
    answer(driver, "M01", "Không")
    driver.tap(driver.marked("points-M01-open"))
    driver.type(driver.field("points-M01-self_score"), "4")
    driver.leave()
    driver.type(driver.field("points-M01-appraised_score"), "3,1")
    driver.leave()
    driver.sees("bội của 0,25")
    driver.type(driver.field("points-M01-appraised_score"), "3,25")
    driver.leave()
    driver.sees("hãy ghi lý do")

    settings = config.settings(data=running.data, env={})
    with wiring.workspace(settings) as ws:
        record = rehearsal.desk_of(ws, made).store.load(made)
    (scores,) = record.scores
    assert (scores.self_score, scores.appraised_score) == ("4", "3.25")


def test_a_page_turned_to_is_read_from_its_top(
    driver: Driver, running: Running
) -> None:
    settings = config.settings(data=running.data, env={})
    with wiring.workspace(settings) as ws:
        made = rehearsal.rehearse(ws, "cong-vu-dot-xuat")
    open_section(driver, f"/kiem-tra/{made}", "K")

    driver.tap(driver.find_below(driver.button("Trang sau")))
    first = driver.marked("criterion-K08")

    expect(first).to_be_attached(timeout=10_000)
    driver.page.wait_for_timeout(800)
    box, window = first.bounding_box(), driver.page.viewport_size
    assert box is not None
    assert window is not None
    assert 0 < box["y"] < window["height"] / 2


def test_points_over_all_dossiers_move_the_section_and_stay(
    driver: Driver, running: Running
) -> None:
    made = rehearsed(running)
    inspection = f"/kiem-tra/{made}"
    add_dossier(driver, inspection, "H45.001", "Có")
    add_dossier(driver, inspection, "H45.002", "Không")

    open_section(driver, inspection, "S")
    driver.tap(driver.marked("scoring-S"))
    driver.sees("Điểm: 3/6 (tự tính)")
    driver.tap(driver.marked("points-S02-open"))
    driver.type(driver.field("points-S02-self_score"), "6")
    driver.leave()
    driver.sees("hãy ghi lý do")
    driver.type(driver.field("points-S02-reason"), "Một hồ sơ trễ")
    driver.leave()
    expect(driver.text("hãy ghi lý do")).to_have_count(0)

    driver.open(inspection)
    driver.sees("3/6 điểm")
    driver.sees("Đơn vị tự chấm 6 điểm")


def test_what_appears_leaves_the_place_and_the_typing_of_others(
    driver: Driver, running: Running
) -> None:
    made = rehearsed(running)
    inspection = f"/kiem-tra/{made}"
    add_dossier(driver, inspection, "H45.009", "Có")
    note = driver.marked("criterion-S01")
    driver.tap(note.get_by_role("button", name="Ghi chú"))
    place = driver.page.url.rsplit("/", 1)[1]
    driver.type(driver.field(f"S01-DV#{place}-note"), "đang gõ dở")
    tapped = driver.marked("criterion-S02").get_by_role(
        "button", name="Không", exact=True
    )
    driver.into_view(tapped)
    before = tapped.bounding_box()

    driver.tap(tapped)
    driver.sees("Chưa đạt")
    driver.page.wait_for_timeout(800)  # the page has been drawn anew
    assert tapped.bounding_box() == before
    driver.find_below(driver.marked("criterion-S03"))
    driver.holds(driver.field(f"S01-DV#{place}-note"), "đang gõ dở")
    driver.open(f"{inspection}/muc/S/{place}")
    driver.holds(driver.field(f"S01-DV#{place}-value"), "H45.009")


def test_a_dossier_belongs_to_the_unit_it_was_looked_at_in(
    driver: Driver, running: Running
) -> None:
    inspection = f"/kiem-tra/{rehearsed(running, WITH_SUB_UNITS)}"
    open_section(driver, inspection, "S")

    driver.tap(driver.marked("add-S"))
    driver.tap(driver.page.get_by_role("menuitem", name="Tổ dân phố 2"))
    expect(driver.marked("entry-bar")).to_be_attached(timeout=15_000)
    driver.sees("Hồ sơ 1/1 · Tổ dân phố 2")

    open_section(driver, inspection, "S")
    driver.sees("1/3 hồ sơ nên kiểm tra")
    driver.sees("Tổ dân phố 2")
