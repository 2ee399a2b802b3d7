"""A form as it was read: questions, sections, lists, and the ids they get here."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from fieldapp.domain.asking import AnswerKind
from fieldapp.library.codes import Code
from fieldapp.library.letters import line_problems
from fieldapp.library.workbook.cells import Book
from fieldapp.library.workbook.places import Notes
from fieldapp.library.xlsform.asked import METADATA, Asked, asked_for
from fieldapp.library.xlsform.choices import FormList, form_lists
from fieldapp.library.xlsform.ids import Ids
from fieldapp.library.xlsform.outline import Group, Question, outline
from fieldapp.library.xlsform.rows import CHOICES, SETTINGS, SURVEY, FormRow, form_rows
from fieldapp.library.xlsform.sections import Planned, planned

NOTE, CALCULATE = "note", "calculate"
_OF_LISTS = frozenset({"select_one", "select_multiple", "rank"})
_OURS = frozenset({SURVEY, CHOICES, SETTINGS})
_REFERENCE = re.compile(r"\$\{\s*([^{}]+?)\s*\}")
_FRACTION = re.compile(r"\bdiv\b|\bround\b|[0-9]\.[0-9]")


@dataclass(frozen=True)
class Form:
    """What the sheets say; `ids` of the questions by their row numbers.

    `more_settings` are rows of the settings beyond the one that counts, `others` the
    sheets that hold something and are none of a form's three.
    """

    file: str
    sheets: tuple[str, ...]
    settings: FormRow
    questions: tuple[Question, ...]
    groups: tuple[Group, ...]
    choice_rows: tuple[FormRow, ...]
    lists: dict[str, FormList]
    sections: tuple[Planned, ...]
    ids: dict[int, str]
    more_settings: tuple[FormRow, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the form is called."""
        return self.settings.words("form_title")[0] or PurePath(self.file).stem

    @cached_property
    def fractions(self) -> frozenset[str]:
        """The names of decimals, and of calculations that may give one."""
        found: set[str] = set()
        for question in self.questions:
            source = question.row.get("calculation")
            drawn_on = set(_REFERENCE.findall(source))
            if question.kind == "decimal" or (
                question.kind == CALCULATE
                and (_FRACTION.search(source) or drawn_on & found)
            ):
                found.add(question.row.get("name"))
        return frozenset(found)

    def list_of(self, question: Question) -> FormList | None:
        """The list that a question's type names, or None."""
        return self.lists.get(question.of.removesuffix(" or_other").strip())

    def asked(self, question: Question) -> Asked:
        """What a question that is asked asks for."""
        return asked_for(question.kind, self.list_of(question))


def read_form(book: Book, file: str, notes: Notes) -> Form:
    """Return the form in a workbook; what is wrong with it goes into `notes`."""
    survey = form_rows(book, SURVEY, notes)
    choices = form_rows(book, CHOICES, notes)
    settings = form_rows(book, SETTINGS, notes)
    for row in (*survey, *choices, *settings):
        _tell_controls(row, notes)
    questions, groups = outline(survey, notes)
    lists = form_lists(choices)
    ids = Ids()
    sections = planned(questions, ids)
    form = Form(
        file,
        tuple(sheet.name for sheet in book.sheets),
        settings[0] if settings else FormRow(SETTINGS, 0),
        tuple(questions),
        tuple(groups),
        tuple(choices),
        lists,
        tuple(sections),
        {q.row.number: ids.make(q.row.get("name")) for q in questions if is_kept(q)},
        tuple(settings[1:]),
        tuple(s.name for s in book.sheets if s.rows and s.name.casefold() not in _OURS),
    )
    for question in questions:
        _tell_unfit(form, question, notes)
    _tell_twice(form, notes)
    return form


def is_kept(question: Question) -> bool:
    """False for what a phone fills in and for notes: they become no criterion."""
    return question.kind not in METADATA and question.kind != NOTE


def _tell_unfit(form: Form, question: Question, notes: Notes) -> None:
    """Note what the form itself lacks."""
    row = question.row
    if is_kept(question) and not row.get("name"):
        message = "thiếu tên câu hỏi (name); đặt tên không dấu"
        notes.add(row.place("name"), Code.CELL_UNFIT, message)
    if question.kind in _OF_LISTS and form.list_of(question) is None:
        message = (
            f"không có danh sách lựa chọn “{question.of}” ở trang {CHOICES}; thêm các "
            "lựa chọn hoặc sửa tên danh sách"
        )
        notes.add(row.place("type"), Code.CELL_UNFIT, message)


def _tell_twice(form: Form, notes: Notes) -> None:
    """Note names given twice: in one group, in one list."""
    seen: set[tuple[object, ...]] = set()
    for question in filter(is_kept, form.questions):
        name = question.row.get("name")
        if name and (question.groups, name) in seen:
            message = f"tên {name} đã dùng ở trên, trong cùng nhóm; đặt tên khác"
            notes.add(question.row.place("name"), Code.CELL_UNFIT, message)
        seen.add((question.groups, name))
    for row in form.choice_rows:
        name, of = row.get("name"), row.get("list_name")
        if name and (of, name) in seen:
            message = f"lựa chọn {name} đã có trong danh sách {of}; bỏ một dòng"
            notes.add(row.place("name"), Code.CELL_UNFIT, message)
        seen.add((of, name))


def _tell_controls(row: FormRow, notes: Notes) -> None:
    for column, text in row.cells.items():
        for problem in line_problems(text.replace("\n", " "), "", 0, 0):
            notes.add(row.place(column), Code(problem.code), problem.message)


def words_of(asked: Asked, choices: FormList | None) -> dict[str, str]:
    """How expressions write the choices of an answer, by the form's names."""
    if asked.kind is AnswerKind.YES_NO:
        given = choices.words if choices else {"OK": "yes"}
        return {"yes": "yes", "no": "no"} | dict(given)
    if asked.kind is AnswerKind.CHOICE and choices:
        return dict(choices.words)
    return {}
