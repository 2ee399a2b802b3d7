"""A checklist written and read again is the same, and reads well."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

from fieldapp.domain.checklist import Checklist
from fieldapp.library import load_checklist, parse_checklist
from fieldapp.library.checklist_text import write_checklist
from tests.library.checklists_made import checklists

SHIPPED = sorted((Path(__file__).parents[2] / "checklists").glob("*.yaml"))


@given(checklists())
def test_any_checklist_written_and_read_again_is_the_same(made: Checklist) -> None:
    assert parse_checklist(write_checklist(made)) == made


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_checklist_written_and_read_again_is_the_same(path: Path) -> None:
    checklist = load_checklist(path)
    assert parse_checklist(write_checklist(checklist)) == checklist


def test_the_text_is_what_a_person_would_write() -> None:
    text = """\
format: fieldapp/checklist@1
id: mau
title: "Mẫu: đọc được"
version: "1.0"
valid_from: 2025-07-01
points_step: 0.25
choice_lists:
  dung-gio:
    - {id: dung-gio, label: "đúng giờ", met: true}
    - {id: "no", label: "không", met: false}
targets:
  - {criterion: A01, year: 2025, unit_kind: phuong, value: 45.0, basis: "Kế hoạch"}
sections:
  - id: A
    title: "Phần A"
    when: 'unit_kind == "phuong"'
    criteria:
      - id: A01
        question: "Tỷ lệ?"
        answer: {type: ratio, numerator: "tử", denominator: "mẫu"}
        target: {unit: "%"}
        points: {max: 1.50}
        evidence: {required: [document], description: "Báo cáo"}
        legal_basis:
          - {ref: "61/2018/NĐ-CP", valid_to: 2025-06-30, verified: false}

      - id: A02
        question: "Có mặt lúc nào?"
        answer: {type: choice, choices_from: dung-gio}
        points: {max: 2}

  - id: B
    title: "Phần B"
    repeat: {entry: "hồ sơ", label: B01, fewest: 10, sampled: true}
    criteria:
      - id: B01
        question: "Mã hồ sơ?"
        answer: {type: text}
        constraints:
          - {check: "answered(B01)", message: "Ghi mã hồ sơ", level: warning}
"""
    assert write_checklist(parse_checklist(text)) == text


def test_a_long_group_with_a_list_is_broken_into_lines() -> None:
    choices = [{"id": f"m{n}", "label": f"Mức {n}: " + "dài " * 5} for n in range(4)]
    answer = {"type": "choice", "choices": choices}
    criterion = {"id": "A01", "question": "Mức nào?", "answer": answer}
    section = {"id": "A", "title": "A", "criteria": [criterion]}
    made = Checklist.model_validate(
        {
            "format": "fieldapp/checklist@1",
            "id": "dai",
            "title": "Dài",
            "version": "1",
            "sections": [section],
        }
    )
    text = write_checklist(made)
    assert "          choices:\n            - {id: m0, label:" in text
    assert parse_checklist(text) == made


def test_a_number_is_never_written_as_a_power_of_ten() -> None:
    checklist = load_checklist(SHIPPED[0])
    changed = checklist.model_copy(update={"total_points": Decimal("1E+2")})
    assert "total_points: 100\n" in write_checklist(changed)
