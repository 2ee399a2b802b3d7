"""Groups and repeats of a form as the sections of a checklist."""

from dataclasses import dataclass, field
from typing import Any

from fieldapp.library.codes import Code
from fieldapp.library.workbook.places import Notes
from fieldapp.library.xlsform.ids import Ids
from fieldapp.library.xlsform.rows import FormRow

_LOOSE = "KHAC"


@dataclass
class Section:
    """A section being filled; `row` opened it, none opened that of loose questions."""

    id: str
    head: dict[str, Any]
    row: FormRow | None = None
    is_repeat: bool = False
    criteria: list[dict[str, Any]] = field(default_factory=list)

    @property
    def content(self) -> dict[str, Any]:
        """The section as if read from YAML."""
        return {"id": self.id, **self.head, "criteria": self.criteria}


class Outline:
    """Which groups are open, and the sections they fill: a section holds no others."""

    def __init__(self, ids: Ids, wrong: Notes) -> None:
        self._ids, self._wrong = ids, wrong
        self._open: list[tuple[FormRow, Section]] = []
        self.sections: list[Section] = []

    def begin(self, row: FormRow, *, is_repeat: bool) -> str:
        """Open a group; returns what becomes of it where it is no section, or ""."""
        outer = self._open[-1][1] if self._open else None
        if outer is not None and (outer.is_repeat or not is_repeat):
            self._open.append((row, outer))
            inner = "nhóm lặp" if is_repeat else "nhóm"
            return f"{inner} trong nhóm: gộp vào phần {outer.id}"
        section = self._section(row, is_repeat=is_repeat)
        self.sections.append(section)
        self._open.append((row, section))
        return ""

    def _section(self, row: FormRow, *, is_repeat: bool) -> Section:
        title, english = row.words("label")
        name = row.get("name")
        head: dict[str, Any] = {"title": title or name or "Nhóm"}
        if english:
            head["en"] = english
        if is_repeat:
            head["repeat"] = {"entry": (title or "mục").lower()}
        return Section(self._ids.make(name or "nhom"), head, row, is_repeat)

    def end(self, row: FormRow) -> None:
        """Close the innermost group; one that was never opened is a mistake."""
        if self._open:
            self._open.pop()
            return
        message = "đóng một nhóm chưa mở; xóa dòng này hoặc thêm dòng mở nhóm"
        self._wrong.add(row.place("type"), Code.ROW_OF_NOBODY, message)

    def finish(self) -> None:
        """Tell which groups were never closed."""
        for row, _ in self._open:
            message = "nhóm này chưa đóng; thêm dòng end group hoặc end repeat"
            self._wrong.add(row.place("type"), Code.ROW_OF_NOBODY, message)

    def current(self) -> Section:
        """The section a question goes to; loose ones get one of their own."""
        if self._open:
            return self._open[-1][1]
        if not self.sections or self.sections[-1].row is not None:
            made = Section(self._ids.make(_LOOSE), {"title": "Câu hỏi chung"})
            self.sections.append(made)
        return self.sections[-1]

    def condition(self) -> str:
        """What `relevant` of every open group says together; "" without any."""
        said = [row.get("relevant") for row, _ in self._open]
        return " and ".join(f"({source})" for source in said if source)
