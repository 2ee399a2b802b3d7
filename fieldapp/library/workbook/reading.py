"""A checklist from a workbook, or every mistake in it at once, cell by cell."""

from pathlib import Path

from fieldapp.domain.checklist import Checklist
from fieldapp.errors import Problem, ProblemsError
from fieldapp.library.checklists import read_content
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake
from fieldapp.library.files import LEGACY_MESSAGE
from fieldapp.library.letters import looks_legacy
from fieldapp.library.memory import collector_paused
from fieldapp.library.workbook.cells import Book
from fieldapp.library.workbook.gathering import Gathering
from fieldapp.library.workbook.opening import read_book
from fieldapp.library.workbook.places import Notes, Place
from fieldapp.library.workbook.telling import said_of_cell

_STRUCTURE = (Code.SHEET_MISSING, Code.COLUMN_MISSING)
_EFFECTS = (Code.ROW_OF_NOBODY,)
"""Criteria whose sheet is not there are not unknown."""


def load_workbook(path: Path) -> Checklist:
    """Return the checklist in the workbook at `path`.

    It went through the same checks as a YAML file.

    Raises:
        ProblemsError: The workbook cannot be read or has mistakes; all of them, each
            with its sheet, row and column.
    """
    return checklist_of(read_book(path), path.name)


def checklist_of(book: Book, file: str) -> Checklist:
    """Return the checklist in a workbook that was read; `file` names it in problems.

    Raises:
        ProblemsError: As `load_workbook`.
    """
    notes = Notes(file, tuple(sheet.name for sheet in book.sheets))
    if looks_legacy("\n".join(book.texts())):
        notes.add(Place(""), Code.LEGACY_ENCODING, LEGACY_MESSAGE)
        raise _refused(file, notes.problems())
    with collector_paused():
        gathered = Gathering(book, notes)
        if notes.keep_only_causes(_STRUCTURE, _EFFECTS):
            raise _refused(file, notes.problems())
        checklist, mistakes = read_content(gathered.data)
    for mistake in mistakes:
        if not _is_known(mistake, gathered):
            place = gathered.places.find(mistake.path)
            notes.add(place, mistake.code, said_of_cell(mistake))
    problems = notes.problems()
    if checklist is None or problems:
        raise _refused(file, problems)
    return checklist


def _is_known(mistake: Mistake, gathered: Gathering) -> bool:
    """True when the value was unreadable in the first place, and that is noted."""
    path = mistake.path
    return any(path[:length] in gathered.unsound for length in range(len(path) + 1))


def _refused(file: str, problems: list[Problem]) -> ProblemsError:
    message = (
        f"Bảng tính {file} có {len(problems)} lỗi, chưa nhập gì; sửa theo danh sách "
        "rồi nhập lại."
    )
    return ProblemsError(message, problems)
