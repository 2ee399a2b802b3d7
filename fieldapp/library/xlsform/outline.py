"""The survey's rows as questions, each with the groups it stands in."""

from collections.abc import Iterable
from dataclasses import dataclass

from fieldapp.library.codes import Code
from fieldapp.library.workbook.places import Notes
from fieldapp.library.xlsform.rows import FormRow


@dataclass(frozen=True, eq=False)
class Group:
    """A group or repeat; compared by identity: two may have the same name."""

    row: FormRow
    repeats: bool


@dataclass(frozen=True)
class Question:
    """A row that is no group; `groups` from the outermost to the innermost.

    `kind` is the first word of its type, `of` the second (the name of a list).
    """

    row: FormRow
    kind: str
    of: str
    groups: tuple[Group, ...]

    @property
    def home(self) -> int:
        """How many of its groups lead to its section; those below are inside it."""
        repeats = (n for n, group in enumerate(self.groups, 1) if group.repeats)
        return next(repeats, len(self.groups))


def outline(
    rows: Iterable[FormRow], notes: Notes
) -> tuple[list[Question], list[Group]]:
    """Return the questions and the groups in their order; what is wrong is noted."""
    questions: list[Question] = []
    groups: list[Group] = []
    opened: list[Group] = []
    for row in rows:
        kind, of = _type(row)
        if kind.startswith("begin "):
            group = Group(row, repeats=kind.endswith("repeat"))
            opened.append(group)
            groups.append(group)
        elif kind.startswith("end "):
            _close(opened, row, kind, notes)
        elif kind:
            questions.append(Question(row, kind, of, tuple(opened)))
        else:
            message = "dòng không có type; ghi kiểu câu hỏi hoặc xóa dòng"
            notes.add(row.place("type"), Code.ROW_OF_NOBODY, message)
    for group in opened:
        message = "nhóm này chưa đóng; thêm dòng end group hoặc end repeat"
        notes.add(group.row.place("type"), Code.ROW_OF_NOBODY, message)
    return questions, groups


def _close(opened: list[Group], row: FormRow, kind: str, notes: Notes) -> None:
    wanted = kind.removeprefix("end ")
    if opened and (opened[-1].repeats, wanted) in {(True, "repeat"), (False, "group")}:
        opened.pop()
        return
    message = "đóng một nhóm chưa mở; xóa dòng này hoặc thêm dòng mở nhóm"
    if opened:
        message = f"end {wanted} không khớp với nhóm đang mở; sửa cho khớp"
    notes.add(row.place("type"), Code.ROW_OF_NOBODY, message)
    if opened:
        opened.pop()


def _type(row: FormRow) -> tuple[str, str]:
    """Return a row's type in one spelling, and the list that it names."""
    words = row.get("type").split()
    if not words:
        return "", ""
    first = words[0].replace("_", " ").casefold()
    if first in {"begin", "end"} and len(words) > 1:
        first, words = f"{first} {words[1].casefold()}", words[1:]
    if first in {"begin group", "begin repeat", "end group", "end repeat"}:
        return first, ""
    if first == "select" and len(words) > 1:  # "select one x", "select one from x"
        words = [f"select_{words[1].casefold()}", *words[2:]]
    rest = [word for word in words[1:] if word != "from"]
    return _SPELLINGS.get(words[0].casefold(), words[0].casefold()), " ".join(rest)


_SPELLINGS = {
    "select1": "select_one",
    "photo": "image",
}
