"""A checklist from an XLSForm, with a list of what has no counterpart."""

from pathlib import Path
from typing import NamedTuple

from fieldapp.domain.checklist import Checklist
from fieldapp.errors import Problem, ProblemsError
from fieldapp.library.checklists import read_content
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake
from fieldapp.library.files import LEGACY_MESSAGE
from fieldapp.library.letters import looks_legacy
from fieldapp.library.memory import collector_paused
from fieldapp.library.workbook.cells import Book
from fieldapp.library.workbook.opening import read_book
from fieldapp.library.workbook.places import Notes, Place
from fieldapp.library.xlsform.building import Building
from fieldapp.library.xlsform.form import CALCULATE, Form, is_kept, read_form
from fieldapp.library.xlsform.known import CALCULATION, CellKey, can_try
from fieldapp.library.xlsform.rows import SURVEY

_MOST_ROUNDS = 60
_EFFECTS = (Code.ROW_OF_NOBODY, Code.CELL_UNFIT)
"""What follows from a column that is not there."""
_OTHER_KIND = {Code.EXPRESSION_KIND, Code.EXPRESSION_NAME}


class XlsForm(NamedTuple):
    """A form that was read; `notices` list what did not come over, row by row."""

    checklist: Checklist
    notices: tuple[Problem, ...]


def is_xlsform(book: Book) -> bool:
    """True for an XLSForm: it has a sheet called survey."""
    return book.sheet(SURVEY) is not None


def read_xlsform(path: Path) -> XlsForm:
    """Return the form in the workbook at `path`; errors as `form_of`."""
    return form_of(read_book(path), path.name)


def form_of(book: Book, file: str) -> XlsForm:
    """Return the form as a checklist; `file` names it in problems.

    Raises:
        ProblemsError: The form has mistakes; all of them, each with sheet, row and
            column.
    """
    notes = Notes(file, tuple(sheet.name for sheet in book.sheets))
    if looks_legacy("\n".join(book.texts())):
        notes.add(Place(""), Code.LEGACY_ENCODING, LEGACY_MESSAGE)
        raise _refused(file, notes.problems())
    form = read_form(book, file, notes)
    no_columns = notes.keep_only_causes([Code.COLUMN_MISSING], _EFFECTS)
    if not no_columns and not any(is_kept(q) for q in form.questions):
        message = "biểu mẫu không có câu hỏi nào; kiểm tra trang tính survey"
        notes.add(Place(SURVEY), Code.ROW_OF_NOBODY, message)
    if problems := notes.problems():
        raise _refused(file, problems)
    with collector_paused():
        read = _Settling(form)
    for mistake in read.mistakes:
        place = read.building.places.find(mistake.path)
        notes.add(place, mistake.code, mistake.message)
    if problems := notes.problems():
        raise _refused(file, problems)
    if read.checklist is None:
        message = "quá nhiều phép tính dựa vào nhau mà không chuyển được; bỏ bớt"
        notes.add(Place(SURVEY), Code.ROW_OF_NOBODY, message)
        raise _refused(file, notes.problems())
    return XlsForm(read.checklist, read.building.remarks.problems())


class _Settling:
    """Leaves out expressions until all that remain pass the checks of a checklist.

    A calculation is tried as a number, then as yes or no, then as a date.
    """

    def __init__(self, form: Form) -> None:
        self._calculated = {q.row.number for q in form.questions if q.kind == CALCULATE}
        self._without: dict[CellKey, str] = {}
        self._tries: dict[int, int] = {}
        self._first: dict[CellKey, str] = {}
        for _ in range(_MOST_ROUNDS):
            self.building = Building(form, self._without, self._tries)
            self.checklist, self.mistakes = self._checked()
            if not self._leave_out():
                break

    def _checked(self) -> tuple[Checklist | None, list[Mistake]]:
        if self.building.failed:
            return None, []
        return read_content(self.building.data)

    def _leave_out(self) -> bool:
        """Leave out what failed; return whether that was anything."""
        if self._try_other_kinds():
            return True  # what else is wrong may follow from them
        failed = dict(self.building.failed)
        for mistake in self.mistakes:
            cell = self._cell_of(mistake)
            if cell is not None:
                failed.setdefault(cell, mistake.message)
        for cell, reason in failed.items():
            self._without[cell] = self._first.get(cell, reason)
        return bool(failed)

    def _try_other_kinds(self) -> bool:
        """Give calculations of the wrong kind their next one; return whether any."""
        moved = False
        for mistake in self.mistakes:
            cell = self._cell_of(mistake)
            if (
                cell is None
                or cell[1] != CALCULATION
                or cell[0] not in self._calculated
            ):
                continue
            tried = self._tries.get(cell[0], 0) + 1
            if mistake.code in _OTHER_KIND and can_try(tried):
                self._first.setdefault(cell, mistake.message)
                self._tries[cell[0]] = tried
                moved = True
        return moved

    def _cell_of(self, mistake: Mistake) -> CellKey | None:
        path = mistake.path
        parts = (path[:length] for length in range(len(path), 0, -1))
        return next(
            (self.building.blame[p] for p in parts if p in self.building.blame), None
        )


def _refused(file: str, problems: list[Problem]) -> ProblemsError:
    message = (
        f"Biểu mẫu {file} có {len(problems)} lỗi, chưa nhập gì; sửa theo danh sách "
        "rồi nhập lại."
    )
    return ProblemsError(message, problems)
