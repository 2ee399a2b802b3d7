"""Entries of a repeating section: added, copied, removed, put back, carried."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp import config, wiring
from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.entries import Sampling
from fieldapp.domain.standing import standings
from fieldapp.errors import UserError
from fieldapp.services import capture, exchange, groups, inspections, rehearsal
from fieldapp.services.workspace import Workspace

CHECKLIST = """\
format: fieldapp/checklist@1
id: thu
title: "Thử"
version: "1"
sections:
  - id: M
    title: "Một lần"
    criteria:
      - id: M01
        question: "Có?"
        answer: {type: yes_no}
  - id: S
    title: "Từng hồ sơ"
    repeat: {entry: "hồ sơ", label: S01, fewest: 10, sampled: true}
    criteria:
      - id: S01
        question: "Mã hồ sơ?"
        answer: {type: text}
      - id: S02
        question: "Đúng hạn?"
        answer: {type: yes_no}
        shortcoming_aggregate: "{fail_count}/{total} {unit_kind} trễ hạn: {fail_list}."
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    with wiring.workspace(config.settings(data=tmp_path, env={})) as ws:
        yield ws


@pytest.fixture
def opened(desk: Workspace) -> tuple[Workspace, str]:
    made = rehearsal.rehearse_text(desk, CHECKLIST, "thu.yaml")
    return rehearsal.desk_of(desk, made), made


def answers(ws: Workspace, inspection: str, code: str, label: str, late: str) -> None:
    capture.save_answer(ws, inspection, "S01", code, AnswerValue(value=label))
    capture.save_answer(ws, inspection, "S02", code, AnswerValue(value=late))


def test_every_entry_is_asked_every_criterion(opened: tuple[Workspace, str]) -> None:
    ws, made = opened
    first = groups.add_entry(ws, made, "S", "DV")
    groups.add_entry(ws, made, "S", "DV")
    answers(ws, made, first.code, "H45.001", "no")

    read = inspections.open_inspection(ws, made)

    rows = [
        (row.criterion.id, row.unit.name)
        for row in standings(read.checklist, read.record)
    ]
    assert rows == [
        ("M01", "UBND phường Diễn Tập"),
        ("S01", "H45.001"),
        ("S01", "Hồ sơ 2"),
        ("S02", "H45.001"),
        ("S02", "Hồ sơ 2"),
    ]


def test_a_copy_has_the_answers_but_not_the_name(opened: tuple[Workspace, str]) -> None:
    ws, made = opened
    first = groups.add_entry(ws, made, "S", "DV")
    answers(ws, made, first.code, "H45.001", "no")

    copy = groups.copy_entry(ws, made, first.code)

    record = ws.store.load(made)
    assert record.value("S02", copy.code) == AnswerValue(value="no")
    assert record.value("S01", copy.code) is None
    assert [e.code for e in record.entries] == [first.code, copy.code]


def test_a_removed_entry_comes_back_with_its_answers(
    opened: tuple[Workspace, str],
) -> None:
    ws, made = opened
    first = groups.add_entry(ws, made, "S", "DV")
    answers(ws, made, first.code, "H45.001", "no")

    capture.save_note(ws, made, "S02", first.code, "ghi nhớ")

    removed = groups.remove_entry(ws, made, first.code)
    gone = ws.store.load(made)
    assert (gone.entries, gone.answers, gone.loose_notes) == ((), (), ())
    assert first.code not in exchange.export_package(ws, made).text
    groups.restore_entry(ws, made, removed)

    record = ws.store.load(made)
    assert record.entries == (first,)
    assert record.value("S02", first.code) == AnswerValue(value="no")
    with pytest.raises(UserError, match="không còn"):
        groups.remove_entry(ws, made, "DV#e0")
    with pytest.raises(UserError, match="không phải nhóm lặp"):
        groups.add_entry(ws, made, "M", "DV")


def test_the_sample_is_recorded_and_carried_with_its_entries(
    opened: tuple[Workspace, str], tmp_path: Path
) -> None:
    ws, made = opened
    entry = groups.add_entry(ws, made, "S", "DV")
    answers(ws, made, entry.code, "H45.001", "no")
    sampling = Sampling(
        section="S",
        unit="DV",
        population=412,
        sample_size=10,
        seed="20260105",
        chosen_by="Thư ký",
    )
    groups.save_sampling(ws, made, sampling)
    package = exchange.export_package(ws, made)
    (tmp_path / "ra").mkdir()
    (tmp_path / "ra" / "thu.inspection.yaml").write_text(package.text, "utf-8")

    with wiring.workspace(config.settings(data=tmp_path / "khac", env={})) as other:
        exchange.import_path(other, tmp_path / "ra" / "thu.inspection.yaml")
        there = rehearsal.desk_of(other, made).store.load(made)

    here = ws.store.load(made)
    assert there.entries == here.entries
    assert there.samplings == (sampling,)
    assert there.value("S02", entry.code) == AnswerValue(value="no")
