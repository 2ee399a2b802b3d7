"""From the rows of a form to the content of a checklist, as if read from YAML."""

from dataclasses import dataclass
from typing import Any

from fieldapp.library.codes import Code
from fieldapp.library.documents import Path
from fieldapp.library.workbook.places import Notes
from fieldapp.library.xlsform.asked import CALCULATED, METADATA, Asked, asked_for
from fieldapp.library.xlsform.choices import choice_lists
from fieldapp.library.xlsform.ids import Ids
from fieldapp.library.xlsform.ignored import ignored
from fieldapp.library.xlsform.outline import Outline
from fieldapp.library.xlsform.rows import FormRow
from fieldapp.library.xlsform.xpath import Known, NoCounterpartError, translated

_OPENS = {"begin group", "begin repeat", "begin_group", "begin_repeat"}
_CLOSES = {"end group", "end repeat", "end_group", "end_repeat"}


@dataclass(frozen=True)
class Form:
    """What was built: the checklist's content, and the row each part comes from."""

    data: dict[str, Any]
    origins: dict[Path, FormRow]


@dataclass(frozen=True)
class Question:
    """A criterion being made, its row, its name here and its groups' condition."""

    criterion: dict[str, Any]
    row: FormRow
    known: Known
    condition: str


class Builder:
    """Goes through the survey twice: names first, then what refers to them."""

    def __init__(self, choices: list[FormRow], wrong: Notes, told: Notes) -> None:
        self._wrong, self._told = wrong, told
        self._ids = Ids()
        self._lists = choice_lists(choices, wrong)
        self._outline = Outline(self._ids, wrong)
        self._questions: list[Question] = []
        self._names: dict[str, Known] = {}
        self._hints: list[str] = []

    def build(self, survey: list[FormRow], head: dict[str, str]) -> Form:
        """Return the form as a checklist's content; mistakes are in the notes."""
        for row in survey:
            self._take(row)
        self._outline.finish()
        for question in self._questions:
            self._formulas(question)
        kept = [s for s in self._outline.sections if s.criteria]
        used = {q.criterion["answer"].get("choices_from") for q in self._questions}
        lists = {name: made for name, made in self._lists.lists.items() if name in used}
        origins = dict(self._lists.origins)
        row_of = {id(q.criterion): q.row for q in self._questions}
        for number, section in enumerate(kept):
            if section.row is not None:
                origins["sections", number] = section.row
            for index, criterion in enumerate(section.criteria):
                at = ("sections", number, "criteria", index)
                origins[at] = row_of[id(criterion)]
        sections = [section.content for section in kept]
        return Form({**head, "choice_lists": lists, "sections": sections}, origins)

    def _take(self, row: FormRow) -> None:
        kind = " ".join(row.get("type").split()).casefold()
        for column, text in ignored(row):
            self._tell(row, column, text)
        if kind in _OPENS:
            self._begin(row, is_repeat="repeat" in kind)
        elif kind in _CLOSES:
            self._outline.end(row)
        elif kind in METADATA:
            self._tell(row, "type", f"{kind}: không cần, nhật ký đã ghi")
        elif kind == "note":
            self._hints.append(row.words("label")[0])
            self._tell(row, "type", "ghi chú: đưa vào lời hướng dẫn của câu sau")
        elif kind:
            self._ask(row, kind)

    def _begin(self, row: FormRow, *, is_repeat: bool) -> None:
        became = self._outline.begin(row, is_repeat=is_repeat)
        if became:
            self._tell(row, "type", became)
        elif is_repeat:
            section = self._outline.current().id
            self._names[row.get("name")] = Known(section, section=section)

    def _ask(self, row: FormRow, kind: str) -> None:
        name = row.get("name")
        if not name or name in self._names:
            message = "thiếu tên câu hỏi (name); đặt tên không dấu"
            if name:
                message = f"tên {name} đã dùng ở trên; đặt tên khác"
            self._wrong.add(row.place("name"), Code.CELL_UNFIT, message)
            return
        section = self._outline.current()
        asked = self._asked(row, kind)
        criterion = self._criterion(row, name, asked)
        in_repeat = section.id if section.is_repeat else ""
        self._names[name] = Known(criterion["id"], asked.kind, in_repeat)
        section.criteria.append(criterion)
        outer = self._outline.condition()
        self._questions.append(Question(criterion, row, self._names[name], outer))

    def _criterion(self, row: FormRow, name: str, asked: Asked) -> dict[str, Any]:
        label, english = row.words("label")
        hint, english_hint = row.words("hint")
        made: dict[str, Any] = {"id": self._ids.make(name), "question": label or name}
        if made["id"] != name:
            self._tell(row, "name", f"tên {name} thành mã {made['id']}")
        help_text = " ".join([*self._hints, hint]).strip()
        self._hints = []
        if help_text:
            made["help"] = help_text
        words = {"question": english, "help": english_hint}
        if english:
            made["en"] = {key: text for key, text in words.items() if text}
        return {**made, "answer": asked.answer}

    def _asked(self, row: FormRow, kind: str) -> Asked:
        first, _, rest = kind.partition(" ")
        words = rest.split()
        list_name = self._lists.named(words[0] if words else "")
        choices = self._lists.ids(list_name)
        if first.startswith("select") and not choices:
            message = f"không có danh sách lựa chọn “{list_name}” ở trang choices"
            self._wrong.add(row.place("type"), Code.CELL_UNFIT, message)
        if "or_other" in words[1:]:
            self._tell(row, "type", "or_other: không có ô “khác”")
        asked = asked_for(first, choices, list_name)
        if asked.remark:
            self._tell(row, "type", asked.remark)
        return asked

    def _formulas(self, question: Question) -> None:
        """What refers to other questions; what cannot be said is told, not dropped."""
        criterion, row, outer = question.criterion, question.row, question.condition
        relevant = row.get("relevant")
        whole = f"{outer} and ({relevant})" if outer and relevant else outer or relevant
        when = self._said(question, "relevant", whole)
        if when:
            criterion["when"] = when
        check = self._said(question, "constraint", row.get("constraint"))
        if check:
            message = row.words("constraint_message")[0] or "Giá trị không hợp lệ."
            criterion["constraints"] = [{"check": check, "message": message}]
        if row.get("type").casefold() == CALCULATED:
            value = self._said(question, "calculation", row.get("calculation"))
            if value:
                criterion["calculate"] = {"value": value}

    def _said(self, question: Question, column: str, source: str) -> str:
        if not source:
            return ""
        try:
            return translated(source, self._names, question.known)
        except NoCounterpartError as error:
            text = f"“{source}”: {error}; chưa đưa sang"
            self._tell(question.row, column, text)
            return ""

    def _tell(self, row: FormRow, column: str, text: str) -> None:
        self._told.add(row.place(column), Code.NO_COUNTERPART, text)
