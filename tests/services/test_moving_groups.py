"""Entries, points, photos and samplings of an inspection that moves on.

Whatever a newer version has no room for is set aside in words, and what is then
exported can be imported again: nothing in it names what the version has not.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp import config, wiring
from fieldapp.domain import facts
from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.entries import Sampling
from fieldapp.domain.findings import Finding, FindingKind, Photo
from fieldapp.domain.moving import Outcome
from fieldapp.domain.record import CriterionScores, InspectionRecord
from fieldapp.library import load_inspection, parse_checklist, write_inspection
from fieldapp.services import capture, groups, inspections, versions
from fieldapp.services.workspace import Workspace
from tests.builders import inspection

OLD = """\
format: fieldapp/checklist@1
id: thu
title: "Thử"
version: "1"
points_step: 0.5
sections:
  - id: A
    title: "Một lần"
    criteria:
      - {id: A01, question: "Có phòng?", answer: {type: yes_no}, points: {max: 5}}
      - {id: A02, question: "Bao nhiêu?", answer: {type: count}}
  - id: B
    title: "Từng đơn"
    repeat: {entry: "đơn", label: B01, sampled: true}
    criteria:
      - {id: B01, question: "Số đơn?", answer: {type: text}}
      - {id: B02, question: "Đúng hạn?", answer: {type: yes_no}}
"""
NEXT = OLD.replace('version: "1"', 'version: "2"')
REPEAT = '    repeat: {entry: "đơn", label: B01, sampled: true}\n'
NEWER = {
    "section renamed": NEXT.replace("- id: B\n", "- id: C\n"),
    "no longer repeated": NEXT.replace(REPEAT, ""),
    "section gone": NEXT[: NEXT.index("  - id: B\n")],
    "fewer points": NEXT.replace("max: 5", "max: 3"),
    "no points": NEXT.replace(", points: {max: 5}", ""),
    "another step": NEXT.replace("points_step: 0.5", "points_step: 1"),
    "criterion gone": NEXT.replace("id: A01", "id: A09"),
    "now calculated": NEXT.replace(
        "{type: yes_no}, points",
        '{type: yes_no}, calculate: {value: "A02 > 1"}, points',
    ),
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    with wiring.workspace(config.settings(data=tmp_path, env={})) as ws:
        inspections.create(ws, inspection(), OLD)
        yield ws


@pytest.fixture
def place(desk: Workspace) -> str:
    """An inspection with something of everything; the code of its one entry."""
    code = groups.add_entry(desk, "KT-1", "B", "X").code
    capture.save_answer(desk, "KT-1", "A01", "X", AnswerValue(value="yes"))
    capture.save_answer(desk, "KT-1", "B01", code, AnswerValue(value="D-1"))
    capture.save_answer(desk, "KT-1", "B02", code, AnswerValue(value="no"))
    capture.save_note(desk, "KT-1", "A02", "X", "hỏi lại")
    given = CriterionScores(
        criterion="A01", unit="X", self_score="5", appraised_score="4.5", reason="cũ"
    )
    capture.save_scores(desk, "KT-1", given)
    sampling = Sampling(section="B", unit="X", population=90, seed="s")
    groups.save_sampling(desk, "KT-1", sampling)
    finding = Finding(id="f", kind=FindingKind.NOTED, text="Ghi.", criterion="A01")
    photo = Photo(
        id="p",
        sha256="0" * 64,
        media_type="image/jpeg",
        size_bytes=1,
        width_px=1,
        height_px=1,
        criterion="B02",
        unit=code,
        taken_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )
    desk.record("KT-1", facts.write_finding(finding), facts.write_photo(photo))
    return code


def moved(desk: Workspace, newer: str) -> InspectionRecord:
    versions.move(desk, "KT-1", newer)
    return inspections.open_inspection(desk, "KT-1").record


def told(record: InspectionRecord) -> set[str]:
    return {a.said or a.note for a in record.aside if a.body is None}


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("change", NEWER)
def test_what_was_moved_can_be_carried_to_another_machine(
    desk: Workspace, change: str, tmp_path: Path
) -> None:
    newer = NEWER[change]
    record = moved(desk, newer)
    checklist = parse_checklist(newer, "moi.yaml")
    (photo,) = record.photos
    bare = record.model_copy(update={"photos": ()})

    file = tmp_path / "x.inspection.yaml"
    file.write_text(write_inspection(bare, checklist, newer), encoding="utf-8")
    again = load_inspection(file, desk.library.load).record

    assert photo.criterion == "" or checklist.criterion(photo.criterion)
    assert again.entries == record.entries
    assert set(again.scores) == set(record.scores)
    assert set(again.aside) == set(record.aside)
    assert desk.store.verify() == ()


def test_entries_follow_their_criteria_to_a_renamed_section(
    desk: Workspace, place: str
) -> None:
    record = moved(desk, NEWER["section renamed"])

    (entry,) = record.entries
    (sampling,) = record.samplings
    assert (entry.code, entry.section, sampling.section) == (place, "C", "C")
    assert record.value("B02", place) == AnswerValue(value="no")
    assert record.aside == ()


@pytest.mark.parametrize("change", ["section gone", "no longer repeated"])
def test_entries_without_a_group_are_set_aside_with_their_photos_kept(
    desk: Workspace, place: str, change: str
) -> None:
    record = moved(desk, NEWER[change])

    assert not record.entries
    assert not record.samplings
    assert {(a.criterion, a.unit) for a in record.aside if a.body} == {
        ("B01", place),
        ("B02", place),
    }
    assert "Tổng số để chọn: 90; Mã rút mẫu: s" in told(record)
    (photo,) = record.photos
    assert (photo.criterion, photo.unit, photo.caption) == ("", "X", "Đúng hạn")


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("change", ["fewer points", "no points", "another step"])
def test_points_that_no_longer_fit_are_set_aside_and_said_before(
    desk: Workspace, change: str
) -> None:
    report = versions.move_report(desk, "KT-1", NEWER[change])
    record = moved(desk, NEWER[change])

    assert [m.criterion for m in report.of(Outcome.POINTS)] == ["A01"]
    assert record.value("A01", "X") == AnswerValue(value="yes")
    assert record.scores == ()
    wanted = "Đơn vị tự chấm 5; Đoàn thẩm định 4,5; Lý do chênh lệch: cũ"
    assert told(record) == {wanted}


@pytest.mark.usefixtures("place")
def test_an_answer_that_is_now_calculated_is_set_aside(desk: Workspace) -> None:
    record = moved(desk, NEWER["now calculated"])

    assert record.answer("A01", "X") is None
    assert [a.criterion for a in record.aside] == ["A01"]


@pytest.mark.usefixtures("place")
def test_what_was_set_aside_twice_is_kept_twice(desk: Workspace) -> None:
    gone, back = NEWER["criterion gone"], OLD
    moved(desk, gone)
    moved(desk, back)
    capture.save_answer(desk, "KT-1", "A01", "X", AnswerValue(value="no"))

    record = moved(desk, gone)

    kept = [a.body.value for a in record.aside if a.body and a.criterion == "A01"]
    assert sorted(str(value) for value in kept) == ["no", "yes"]
