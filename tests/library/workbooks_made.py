"""Workbooks for tests: a real export, edited as a person or a program would."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook, load_workbook

from fieldapp.domain.checklist import Checklist
from fieldapp.errors import ProblemsError
from fieldapp.library import parse_checklist
from fieldapp.library.workbook import reading
from fieldapp.library.workbook.writing import write_workbook

TEXT = """\
format: fieldapp/checklist@1
id: mau
title: "Mẫu"
version: "1.0"
total_points: 10
targets:
  - {criterion: C01, year: 2025, value: 60}
sections:
  - id: C
    title: "Thủ tục hành chính"
    criteria:
      - id: C01
        question: "Tỷ lệ đúng hạn?"
        answer: {type: ratio, numerator: "đúng hạn", denominator: "đã giải quyết"}
        target: {op: ">=", unit: "%"}
        points: {max: 7, rule: proportional}
        legal_basis:
          - {ref: "118/2025/NĐ-CP", issued_on: 2025-06-09}
      - id: C02
        question: "Đúng giờ?"
        answer:
          type: choice
          choices:
            - {id: dung, label: "đúng giờ", met: true}
            - {id: muon, label: "muộn", met: false}
        points: {max: 3}
"""
SHEET = "C Thủ tục hành chính"
Edit = Callable[[Workbook], object]


def exported(edit: Edit | None = None, text: str = TEXT) -> bytes:
    """Return a checklist as a workbook, then edited."""
    data = write_workbook(parse_checklist(text))
    if edit is None:
        return data
    book = load_workbook(io.BytesIO(data))
    edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def put(sheet: str, heading: str, row: int, value: object) -> Edit:
    """An edit: a value into the column of that heading; rows as people count them."""

    def edit(book: Workbook) -> None:
        page = book[sheet]
        top = 2 if sheet == SHEET else 1
        column = next(c.column for c in page[top] if c.value == heading)
        page.cell(row, column).value = value

    return edit


def read(folder: Path, data: bytes, name: str = "bo.xlsx") -> Checklist:
    """Return the checklist in the bytes of a workbook."""
    path = folder / name
    path.write_bytes(data)
    return reading.load_workbook(path)


def refused(folder: Path, data: bytes, name: str = "bo.xlsx") -> list[str]:
    """Return what is said of a workbook that is refused: code and message."""
    try:
        read(folder, data, name)
    except ProblemsError as error:
        return [f"{p.code} {p.message}" for p in error.problems]
    return []


def repacked(data: bytes, changed: dict[str, bytes]) -> bytes:
    """Return the workbook with parts of its zip replaced or added."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, part in changed.items():
            new.writestr(name, part)
    return stream.getvalue()
