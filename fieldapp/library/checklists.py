"""A checklist file to a `Checklist`, or every mistake in it at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fieldapp.domain.checklist import Checklist
from fieldapp.domain.linking import linked
from fieldapp.errors import Problem, ProblemsError
from fieldapp.library.checklist_salvage import salvaged
from fieldapp.library.checks import checklist_mistakes, criterion_mistakes
from fieldapp.library.checks.choices import choice_list_mistakes
from fieldapp.library.checks.expressions import expression_mistakes
from fieldapp.library.checks.identity import duplicate_mistakes
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake
from fieldapp.library.files import read_text
from fieldapp.library.memory import collector_paused
from fieldapp.library.shape import read_shape
from fieldapp.library.versions import Format
from fieldapp.library.yaml_text import read_document

FORMAT = "fieldapp/checklist@1"
_FORMAT = Format(
    FORMAT,
    Code.CHECKLIST_FORMAT,
    "bộ tiêu chí",
    "cập nhật chương trình hoặc dùng bản 1",
)


def load_checklist(path: Path) -> Checklist:
    """Return the checklist in the file at `path`.

    Raises:
        ProblemsError: The file cannot be read or has mistakes; all of them.
    """
    text, problems = read_text(path)
    if problems:
        raise _refused(path.name, problems)
    return parse_checklist(text, path.name)


def parse_checklist(text: str, file: str = "checklist.yaml") -> Checklist:
    """Return the checklist in `text`; `file` is the name shown in problems.

    Raises:
        ProblemsError: The text has mistakes; all of them.
    """
    with collector_paused():
        document, problems = read_document(text, file)
        if document is None:
            raise _refused(file, problems)
        checklist, mistakes = read_content(document.data)
    problems += document.problems(mistakes)
    if checklist is None or problems:
        raise _refused(file, problems)
    return checklist


def _refused(file: str, problems: list[Problem]) -> ProblemsError:
    count = len(problems)
    message = f"Bộ tiêu chí {file} có {count} lỗi; sửa theo danh sách rồi mở lại."
    return ProblemsError(message, sorted(problems))


def read_content(data: Any) -> tuple[Checklist | None, list[Mistake]]:  # noqa: ANN401 - data as parsed
    """Return the checklist in plain data if its shape holds, and all its mistakes.

    Every scalar is text as somebody wrote it, whatever kind of file it stood in.
    """
    version = list(_FORMAT.mistakes(data))
    if version:
        return None, version
    checklist, mistakes = read_shape(Checklist, data)
    mistakes += duplicate_mistakes(data)
    if checklist is None:
        return None, mistakes + list(_mistakes_of_rest(data))
    mistakes += choice_list_mistakes(checklist)
    checklist = linked(checklist)
    mistakes += checklist_mistakes(checklist)
    mistakes += expression_mistakes(checklist)
    mistakes += _criteria_mistakes(checklist)
    return checklist, mistakes


def _mistakes_of_rest(data: Any) -> Iterator[Mistake]:  # noqa: ANN401 - data as parsed
    """Check what can be read beside what cannot."""
    rest = salvaged(data)
    checklist = linked(rest.checklist)
    if rest.names_known:
        yield from expression_mistakes(checklist, rest.unreadable)
    yield from _criteria_mistakes(checklist)


def _criteria_mistakes(checklist: Checklist) -> Iterator[Mistake]:
    for number, section in enumerate(checklist.sections):
        for index, criterion in enumerate(section.criteria):
            path = ("sections", number, "criteria", index)
            yield from criterion_mistakes(criterion, path)
