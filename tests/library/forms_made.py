"""XLSForms for tests, written as a person writes them in Excel."""

import io
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from fieldapp.errors import ProblemsError
from fieldapp.library.xlsform.reading import XlsForm, read_xlsform

Rows = Sequence[Sequence[object]]
SURVEY = ("type", "name", "label")
CHOICES = ("list_name", "name", "label")


def form(
    survey: Rows,
    choices: Rows = (),
    settings: Rows = (),
    *,
    columns: Sequence[str] = SURVEY,
    choice_columns: Sequence[str] = CHOICES,
) -> Workbook:
    """Return a form; `survey` without its row of headings, which are `columns`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in {
        "survey": (columns, *survey),
        "choices": (choice_columns, *choices),
        "settings": settings,
    }.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    return book


def came(folder: Path, book: Workbook) -> XlsForm:
    """Return what came of a form."""
    path = folder / "bieu-mau.xlsx"
    stream = io.BytesIO()
    book.save(stream)
    path.write_bytes(stream.getvalue())
    return read_xlsform(path)


def refused(folder: Path, book: Workbook) -> list[str]:
    """Return what is said of a form that is refused."""
    try:
        came(folder, book)
    except ProblemsError as error:
        return [f"{problem.code} {problem.message}" for problem in error.problems]
    return []
