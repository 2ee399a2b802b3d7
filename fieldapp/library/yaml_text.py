"""YAML to plain data, text first: no scalar is interpreted.

Events of the parser are used directly: `no`, `34.80` and `2024` stay what the
author wrote, every value keeps its line and column, and 5,000 criteria are read
several times faster than through a composed tree. Anchors, aliases and tags are
refused: the checklist language does not need them and they are how YAML bombs
are built.
"""

import re
from collections.abc import Iterator
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from fieldapp.errors import Problem
from fieldapp.library.codes import Code
from fieldapp.library.documents import Document, Spot
from fieldapp.library.files import LEGACY_MESSAGE
from fieldapp.library.letters import letter_problems, line_problems, looks_legacy
from fieldapp.library.yaml_words import syntax_message

MAX_DEPTH = 50
MAX_NODES = 500_000
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)


def read_document(text: str, file: str) -> tuple[Document | None, list[Problem]]:
    """Return the document and all problems of its text.

    The document is None when the structure could not be read to the end; what is
    known to be wrong is then all in the problems. A document may come with
    problems too (duplicate keys, wrong letters).
    """
    if not text.strip():
        message = "tệp trống; kiểm tra xem có chọn nhầm tệp không"
        return None, [Problem(file, 1, 1, Code.EMPTY, message)]
    if looks_legacy(text):
        return None, [Problem(file, 1, 1, Code.LEGACY_ENCODING, LEGACY_MESSAGE)]
    problems = letter_problems(text, file)
    if any(problem.code == Code.CONTROL_CHARACTER for problem in problems):
        return None, problems
    builder = _Builder(file, check_letters=not problems and "\\" in text)
    whole = builder.consume(text)
    problems += builder.problems
    if whole is None and not builder.refused:
        problems += _syntax_problems(text, file, builder.error)
    return whole, sorted(problems)


def _events(text: str) -> Iterator[Any]:
    """Return an iterator of parse events; the C parser's when it is installed.

    `YAML.parse` would ask twice for every event; that is a fifth of the time.
    """
    _, parser = YAML(typ="safe", pure=False).get_constructor_parser(text)
    return iter(parser.get_event, None)


def _syntax_problems(text: str, file: str, error: YAMLError | None) -> list[Problem]:
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    if mark is None:
        message = "không đọc được YAML; kiểm tra lại toàn bộ tệp"
        return [Problem(file, 1, 1, Code.SYNTAX, message)]
    lines = text.split("\n")
    if mark.line < len(lines) and _TAB_INDENT.match(lines[mark.line]):
        return [_tab(file, text, match) for match in _TAB_INDENT.finditer(text)]
    message = syntax_message(error)
    return [Problem(file, mark.line + 1, mark.column + 1, Code.SYNTAX, message)]


def _tab(file: str, text: str, match: re.Match[str]) -> Problem:
    line = text.count("\n", 0, match.start()) + 1
    column = match.group().index("\t") + 1
    message = "thụt đầu dòng bằng phím Tab; thay mỗi Tab bằng hai dấu cách"
    return Problem(file, line, column, Code.TAB_INDENT, message)


class _RefusedError(Exception):
    """Reading stops here; the problem is already noted."""


class _Builder:
    """Builds data and spots from events; keeps what is wrong.

    `_holder` is the open list or mapping, `_spot` its place, `_key` the key whose
    value comes next. The stack replaces recursion.
    """

    def __init__(self, file: str, *, check_letters: bool) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.error: YAMLError | None = None
        self.refused = False
        self._check_letters = check_letters
        self._top = Spot(0, 0)
        self._root: list[Any] = []
        self._holder: Any = self._root
        self._spot = self._top
        self._key: str | None = None
        self._key_at: tuple[int, int] | None = None
        self._stack: list[tuple[Any, Spot]] = []
        self._nodes = 0

    def consume(self, text: str) -> Document | None:
        """Return the document, or None when reading stopped; see `error`."""
        steps = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._open,
            SequenceStartEvent: self._open,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        try:
            for event in _events(text):
                step = steps.get(type(event))
                if step is not None:
                    step(event)
        except _RefusedError:
            self.refused = True
            return None
        except YAMLError as error:
            self.error = error
            return None
        data = self._root[0] if self._root else None
        return Document(self.file, data, self._top.children.get(0, self._top), text)

    def _scalar(self, event: Any) -> None:  # noqa: ANN401 - events have no common type with marks
        if event.ctag is not None or event.anchor is not None:
            self._refuse_marks(event)
        text = event.value
        if self._key is None and type(self._holder) is dict:
            mark = event.start_mark
            self._key = text
            self._key_at = (mark.line, mark.column)
            if text in self._holder:
                self._duplicate(text)
            return
        if self._check_letters and event.style == '"':
            self._letters(event)
        self._put(event, None if not event.style and text in _NULLS else text)

    def _open(self, event: Any) -> None:  # noqa: ANN401 - as above
        if event.ctag is not None or event.anchor is not None:
            self._refuse_marks(event)
        if self._key is None and type(self._holder) is dict:
            self._stop(event, Code.KEY_NOT_TEXT, _KEY_NOT_TEXT)
        if len(self._stack) >= MAX_DEPTH:
            self._stop(event, Code.TOO_DEEP, _TOO_DEEP)
        value: Any = {} if type(event) is MappingStartEvent else []
        child = self._put(event, value)
        self._stack.append((self._holder, self._spot))
        self._holder, self._spot = value, child

    def _close(self, _event: Any) -> None:  # noqa: ANN401 - as above
        self._holder, self._spot = self._stack.pop()

    def _put(self, event: Any, value: Any) -> Spot:  # noqa: ANN401 - as above
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._stop(event, Code.TOO_MANY_NODES, _TOO_MANY)
        mark = event.start_mark
        spot = Spot(mark.line, mark.column, self._key_at)
        if self._key is None:
            self._spot.children[len(self._holder)] = spot
            self._holder.append(value)
        else:
            self._spot.children[self._key] = spot
            self._holder[self._key] = value
            self._key = self._key_at = None
        return spot

    def _alias(self, event: Any) -> None:  # noqa: ANN401 - as above
        self._stop(event, Code.ALIAS, _ALIAS)

    def _document(self, event: Any) -> None:  # noqa: ANN401 - as above
        if self._root:
            self._stop(event, Code.MANY_DOCUMENTS, _MANY_DOCUMENTS)

    def _refuse_marks(self, event: Any) -> None:  # noqa: ANN401 - as above
        if event.anchor is not None:
            self._stop(event, Code.ALIAS, _ALIAS)
        self._stop(event, Code.TAG, _TAG)

    def _stop(self, event: Any, code: Code, message: str) -> NoReturn:  # noqa: ANN401 - as above
        mark = event.start_mark
        self._note(mark.line, mark.column, code, message)
        raise _RefusedError

    def _note(self, line: int, column: int, code: Code, message: str) -> None:
        self.problems.append(Problem(self.file, line + 1, column + 1, code, message))

    def _duplicate(self, key: str) -> None:
        first = self._spot.children[key].key or (0, 0)
        line, column = self._key_at or (0, 0)
        message = (
            f"khóa “{key}” lặp lại (đã có ở dòng {first[0] + 1}); bỏ một trong hai"
        )
        self._note(line, column, Code.DUPLICATE_KEY, message)

    def _letters(self, event: Any) -> None:  # noqa: ANN401 - as above
        mark = event.start_mark
        text = event.value.replace("\n", " ")
        self.problems += line_problems(text, self.file, mark.line + 1, mark.column + 1)


_MANY_DOCUMENTS = "tệp có nhiều phần ngăn bởi ---; mỗi tệp chỉ chứa một nội dung"
_TOO_MANY = f"tệp có hơn {MAX_NODES} giá trị; tách thành nhiều tệp"
_ALIAS = "không dùng neo (&) và bí danh (*); viết lại nội dung đầy đủ tại chỗ"
_TAG = "không dùng thẻ kiểu (!); xóa thẻ, chỉ viết giá trị"
_KEY_NOT_TEXT = "khóa phải là chữ; viết dạng “khóa: giá trị” (có thể thiếu dấu nháy)"
_TOO_DEEP = f"lồng nhau quá {MAX_DEPTH} tầng; kiểm tra lại các dấu ngoặc và thụt dòng"
