"""The made-up forms as XLSForms, the tables that pyxform compiles."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

Row = tuple[str, ...]
Sheets = Mapping[str, Sequence[Row]]

SURVEY = ("type", "name", "label", "hint", "constraint", "constraint_message")
CHOICES: tuple[Row, ...] = (
    ("list_name", "name", "label"),
    ("yes_no", "yes", "Có"),
    ("yes_no", "no", "Không"),
)
_LIMITS = "nằm ngoài khoảng cho phép"
# Our five kinds in turn; a ratio is two whole numbers with us, one decimal here.
_KINDS = (
    ("select_one yes_no", "", ""),
    ("decimal", ". >= 0 and . <= 100", _LIMITS),
    ("integer", ". >= 0", _LIMITS),
    ("date", ". <= today()", _LIMITS),
    ("text", "", ""),
)


def flat(questions: int) -> Sheets:
    """A form without groups and relevance."""
    survey = [SURVEY, *(question(number) for number in range(questions))]
    return {"survey": survey, "choices": CHOICES}


def question(number: int) -> Row:
    """The cells of one question, in the order of `SURVEY`."""
    kind, constraint, message = _KINDS[number % len(_KINDS)]
    label = f"Đơn vị thực hiện thế nào (nội dung {number})?"
    hint = f"Đối chiếu hồ sơ gốc số {number} tại Bộ phận Một cửa."
    return kind, f"T{number:05}", label, hint, constraint, message


def write_csv(path: Path, sheets: Sheets) -> None:
    """The form as pyxform's CSV: sheets below one another, cells one column in."""
    buffer = StringIO()
    lines = csv.writer(buffer)
    for sheet, rows in sheets.items():
        lines.writerow([sheet])
        lines.writerows(["", *row] for row in rows)
    path.write_text(buffer.getvalue(), encoding="utf-8")


def write_xlsx(path: Path, sheets: Sheets) -> None:
    """The form as a workbook."""
    from openpyxl import Workbook  # noqa: PLC0415 - only the measurements write one

    book = Workbook(write_only=True)
    for sheet, rows in sheets.items():
        page = book.create_sheet(sheet)
        for row in rows:
            page.append(row)
    book.save(path)
