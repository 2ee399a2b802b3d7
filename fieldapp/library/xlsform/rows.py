"""The rows of an XLSForm: survey and choices, by the names of their columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from fieldapp.domain.value import clean_text
from fieldapp.library.codes import Code
from fieldapp.library.letters import line_problems
from fieldapp.library.workbook.cells import (
    Book,
    Cell,
    Content,
    Look,
    Sheet,
    column_letters,
)
from fieldapp.library.workbook.grids import tell_merged
from fieldapp.library.workbook.places import Notes, Place

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
_NEEDED = {SURVEY: ("type", "name"), CHOICES: ("list_name", "name")}
_ENGLISH = re.compile(r"english\b|en$")
_VIETNAMESE = re.compile(r".*vi[eệ]tnamese.*|.*ti[eế]ng vi[eệ]t.*|.*\(vi\)|vi")
_ALIASES = {
    "list name": "list_name",
    "value": "name",
    "relevance": "relevant",
    "calculate": "calculation",
    "caption": "label",
    "constraint message": "constraint_message",
    "constraint_msg": "constraint_message",
    "command": "type",
}


@dataclass(frozen=True)
class FormRow:
    """One row; `cells` by column name, `at` the column's number.

    `repaired` when letters of it were decomposed or only looked like Đ.
    """

    sheet: str
    number: int
    cells: dict[str, str] = field(default_factory=dict)
    at: dict[str, int] = field(default_factory=dict)
    repaired: bool = False

    def get(self, column: str) -> str:
        """The text of a column, "" without one."""
        return self.cells.get(column, "")

    def words(self, column: str) -> tuple[str, str]:
        """The Vietnamese (or only) and the English words of `label`, `hint`."""
        said: dict[str, str] = {}
        for name, text in self.cells.items():
            base, _, language = name.partition("::")
            if base == column and text:
                said.setdefault(kind_of_language(language), text)
        ours = said.get("vi") or said.get("") or said.get("other")
        english = said.get("en", "")
        return (ours, english) if ours else (english, "")

    def unheard(self, column: str, *, english: bool) -> list[str]:
        """The columns of that name whose words `words` leaves out.

        `english`: whether its English words are of use.
        """
        taken = {text for text in self.words(column)[: 1 + english] if text}
        return [n for n in self.filled(column) if self.cells[n] not in taken]

    def filled(self, column: str) -> list[str]:
        """The columns of that name, in any language, that hold something."""
        filled = (name for name, text in self.cells.items() if text)
        return [n for n in filled if n.partition("::")[0] == column]

    def column_of(self, column: str) -> str:
        """The first column of that name that holds something, its language included."""
        return next(iter(self.filled(column)), column)

    def place(self, column: str = "") -> Place:
        """Where the row, or one of its cells, stands."""
        if column not in self.at:
            return Place(self.sheet, self.number)
        return Place(self.sheet, self.number, self.at[column], column)


def kind_of_language(language: str) -> str:
    """Return "vi", "en", "other", or "" for words without a language."""
    if not language:
        return ""
    if _VIETNAMESE.fullmatch(language):
        return "vi"
    return "en" if _ENGLISH.match(language) or "(en)" in language else "other"


def form_rows(book: Book, name: str, notes: Notes) -> list[FormRow]:
    """The rows of one sheet that hold something; a missing sheet has none."""
    sheet = book.sheet(name)
    if sheet is None or not sheet.rows:
        return []
    top = min(sheet.rows)
    columns = _headings(sheet, top)
    for needed in _NEEDED.get(name, ()):
        if needed not in columns.values():
            message = f"thiếu cột {needed}; thêm cột này vào dòng tiêu đề"
            notes.add(Place(sheet.name, top), Code.COLUMN_MISSING, message)
    tell_merged(sheet, top, notes)
    return list(_rows(sheet, top, columns, notes))


def _rows(
    sheet: Sheet, top: int, columns: dict[int, str], notes: Notes
) -> Iterator[FormRow]:
    for number, row in sorted(sheet.rows.items()):
        if number <= top:
            continue
        at = {name: place for place, name in columns.items()}
        wrong = any(line_problems(cell.text, "", 0, 0) for cell in row.values())
        made = FormRow(sheet.name, number, {}, at, wrong)
        for place, cell in row.items():
            if cell.formula:
                message = "ô là công thức; dán lại thành giá trị (Paste values)"
                notes.add(made.place(columns[place]), Code.FORMULA, message)
            made.cells[columns[place]] = _text(cell)
        yield made


def _headings(sheet: Sheet, top: int) -> dict[int, str]:
    """The name of every column that holds something, each another.

    A column without a heading, or with that of another, is named by its letters: no
    form means such a name, so its words are listed and not taken.
    """
    used = {at for row in sheet.rows.values() for at in row}
    found: dict[int, str] = {}
    for at in sorted(used):
        cell = sheet.rows[top].get(at)
        name = _column(cell.text) if cell else ""
        if not name or name in found.values():
            name = f"{name} ({column_letters(at)})".strip()
        found[at] = name
    return found


def _column(text: str) -> str:
    """A heading as it is compared: lower case, single spaces, its usual name."""
    plain = " ".join(text.split()).casefold()
    base, sign, language = plain.partition("::")
    if not sign:
        base, sign, language = plain.partition(":")
    base = _ALIASES.get(base.strip(), base.strip())
    return f"{base}::{language.strip()}" if language else base


def _text(cell: Cell) -> str:
    text = clean_text(cell.text).strip()
    is_whole = cell.content is Content.NUMBER and text.endswith(".0")
    return text[:-2] if is_whole and cell.look is Look.PLAIN else text
