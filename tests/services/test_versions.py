"""An inspection keeps its checklist for ever, and moves only when told to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp import config, wiring
from fieldapp.domain.moving import Outcome
from fieldapp.domain.standing import standings
from fieldapp.errors import UserError
from fieldapp.services import exchange, inspections, versions
from fieldapp.services.workspace import Workspace

EXAMPLE = Path("checklists/examples/cairang-2024.inspection.yaml")
SHIPPED = Path("checklists/cairang-2024.yaml").read_text("utf-8")
NEWER = SHIPPED.replace('version: "1.0"', 'version: "1.1"', 1).replace(
    "- id: to-cong-nghe-so", "- id: to-cong-nghe", 1
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    with wiring.workspace(config.settings(data=tmp_path, env={})) as ws:
        exchange.import_path(ws, EXAMPLE)
        yield ws


def ship(tmp_path: Path, text: str) -> None:
    (tmp_path / "checklists").mkdir()
    (tmp_path / "checklists" / "cairang-2024.yaml").write_text(text, encoding="utf-8")


def test_a_newer_version_in_the_library_changes_nothing_by_itself(
    desk: Workspace, tmp_path: Path
) -> None:
    before = inspections.open_inspection(desk, "CR-2024")
    assert versions.newer_version(desk, "CR-2024") == ""

    ship(tmp_path, NEWER)

    assert versions.newer_version(desk, "CR-2024") == "1.1"
    assert inspections.open_inspection(desk, "CR-2024") == before


def test_the_report_changes_nothing(desk: Workspace, tmp_path: Path) -> None:
    ship(tmp_path, NEWER)
    ops = desk.store.ops("CR-2024")

    report = versions.move_report(desk, "CR-2024")

    assert [m.criterion for m in report.of(Outcome.FRESH)] == ["to-cong-nghe"]
    assert [m.criterion for m in report.of(Outcome.ASIDE)] == ["to-cong-nghe-so"]
    assert desk.store.ops("CR-2024") == ops


def test_moving_sets_aside_what_has_no_room_and_keeps_the_rest(
    desk: Workspace, tmp_path: Path
) -> None:
    ship(tmp_path, NEWER)
    before = inspections.open_inspection(desk, "CR-2024").record

    versions.move(desk, "CR-2024")

    after = inspections.open_inspection(desk, "CR-2024")
    assert after.checklist.version == "1.1"
    left = {a.id for a in before.answers} - {a.id for a in after.record.answers}
    assert left == {"to-cong-nghe-so/CR"}
    (aside,) = after.record.aside
    assert aside.body == before.value("to-cong-nghe-so", "CR")
    assert (aside.said, aside.note) == ("59/59, 100%", "62 tổ, 199 thành viên")
    assert desk.store.verify() == ()
    assert versions.newer_version(desk, "CR-2024") == ""
    assert standings(after.checklist, after.record)


def test_what_cannot_be_moved_to_says_why(desk: Workspace) -> None:
    with pytest.raises(UserError, match="đang dùng đúng bản này"):
        versions.move(desk, "CR-2024")
    other = Path("checklists/cchc-xa.yaml").read_text("utf-8")
    with pytest.raises(UserError, match="không phải “cairang-2024”"):
        versions.move(desk, "CR-2024", other)


def test_a_header_saved_by_a_window_opened_before_keeps_the_new_checklist(
    desk: Workspace, tmp_path: Path
) -> None:
    ship(tmp_path, NEWER)
    seen = inspections.open_inspection(desk, "CR-2024").record.inspection
    versions.move(desk, "CR-2024")
    moved = desk.store.load("CR-2024").inspection

    inspections.save_header(desk, seen)

    assert desk.store.load("CR-2024").inspection == moved


def test_what_was_known_of_another_target_is_asked_again(
    desk: Workspace, tmp_path: Path
) -> None:
    harder = SHIPPED.replace("2024: 45", "2024: 60").replace('"1.0"', '"1.1"', 1)
    assert harder.count("2024: 60") == 1
    ship(tmp_path, harder)
    before = inspections.open_inspection(desk, "CR-2024").record.answers

    report = versions.move_report(desk, "CR-2024")
    versions.move(desk, "CR-2024")

    record = inspections.open_inspection(desk, "CR-2024").record
    known = [a for a in before if a.criterion == "thanh-toan-truc-tuyen"]
    unsure = {a.unit for a in known if a.body.status.value == "pass_value_missing"}
    assert len(unsure) == 5
    assert [m.criterion for m in report.of(Outcome.ANEW)] == ["thanh-toan-truc-tuyen"]
    assert {a.unit for a in record.aside} == unsure
    assert {a.said for a in record.aside} == {"Đạt, không có số liệu"}
    left = {a.unit for a in record.answers if a.criterion == "thanh-toan-truc-tuyen"}
    assert left == {a.unit for a in known} - unsure


def test_answers_of_units_that_are_no_longer_asked_are_set_aside(
    desk: Workspace, tmp_path: Path
) -> None:
    start = SHIPPED.index("- id: so-hoa")
    narrowed = SHIPPED[start:].replace("asked_of: both", "asked_of: unit", 1)
    ship(tmp_path, (SHIPPED[:start] + narrowed).replace('"1.0"', '"1.1"', 1))

    versions.move(desk, "CR-2024")

    record = inspections.open_inspection(desk, "CR-2024").record
    assert {a.criterion for a in record.aside} == {"so-hoa"}
    assert {a.unit for a in record.answers if a.criterion == "so-hoa"} <= {"CR"}
