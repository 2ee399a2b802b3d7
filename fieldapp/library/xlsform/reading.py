"""An XLSForm to a checklist, and a list of what has no counterpart."""

from dataclasses import dataclass
from pathlib import Path

from fieldapp.domain.checklist import Checklist
from fieldapp.errors import Problem, ProblemsError
from fieldapp.library.checklists import FORMAT, read_content
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake
from fieldapp.library.workbook.cells import Book
from fieldapp.library.workbook.opening import read_book
from fieldapp.library.workbook.places import Notes, Place
from fieldapp.library.xlsform.building import Builder, Form
from fieldapp.library.xlsform.ids import Ids
from fieldapp.library.xlsform.rows import CHOICES, SETTINGS, SURVEY, form_rows

_COLUMN_OF = {
    "when": "relevant",
    "constraints": "constraint",
    "calculate": "calculation",
    "answer": "type",
    "id": "name",
    "question": "label",
}


@dataclass(frozen=True)
class XlsForm:
    """A form that was read; `notices` list what did not come over, row by row."""

    checklist: Checklist
    notices: tuple[Problem, ...]


def is_xlsform(book: Book) -> bool:
    """Whether a workbook is a form rather than a checklist of ours."""
    return book.sheet(SURVEY) is not None


def read_xlsform(path: Path) -> XlsForm:
    """Return the form in the workbook at `path`.

    Raises:
        ProblemsError: It cannot be read, or a mistake stands in it; all of them, each
            with sheet, row and column.
    """
    return form_of(read_book(path), path.name)


def form_of(book: Book, file: str) -> XlsForm:
    """Return the form in a workbook that was read; errors as `read_xlsform`."""
    sheets = tuple(sheet.name for sheet in book.sheets)
    wrong, told = Notes(file, sheets), Notes(file, sheets)
    survey, choices = (form_rows(book, name, wrong) for name in (SURVEY, CHOICES))
    if not survey:
        message = "không có câu hỏi nào; kiểm tra trang survey"
        wrong.add(Place(SURVEY), Code.SHEET_MISSING, message)
    _refuse(file, wrong)
    form = Builder(choices, wrong, told).build(survey, _head(book, wrong, file))
    _refuse(file, wrong)
    checklist, mistakes = read_content(form.data)
    for mistake in mistakes:
        wrong.add(_place(mistake, form), mistake.code, mistake.message)
    _refuse(file, wrong)
    assert checklist is not None  # noqa: S101 - without mistakes there is one
    return XlsForm(checklist, tuple(told.problems()))


def _head(book: Book, wrong: Notes, file: str) -> dict[str, str]:
    rows = form_rows(book, SETTINGS, wrong)
    settings = rows[0] if rows else None
    form_id = settings.get("form_id") if settings else ""
    title = settings.get("form_title") if settings else ""
    stem = Path(file).stem
    return {
        "format": FORMAT,
        "id": Ids().make(form_id or stem),
        "title": title or form_id or stem,
        "version": (settings.get("version") if settings else "") or "1",
    }


def _place(mistake: Mistake, form: Form) -> Place:
    """The row and column that a mistake of the built checklist comes from."""
    path = mistake.path
    for length in range(len(path), 0, -1):
        row = form.origins.get(path[:length])
        if row is not None:
            key = str(path[length]) if len(path) > length else "id"
            return row.place(_COLUMN_OF.get(key, "name"))
    return Place(SETTINGS)


def _refuse(file: str, wrong: Notes) -> None:
    problems = wrong.problems()
    if problems:
        message = (
            f"Biểu mẫu {file} có {len(problems)} lỗi, chưa nhập gì; sửa theo danh sách "
            "rồi nhập lại."
        )
        raise ProblemsError(message, problems)
