"""A form as the plain data of a checklist file, and what was left out on the way."""

from collections.abc import Mapping
from typing import Any

from fieldapp.domain.asking import AnswerKind
from fieldapp.library.documents import Path
from fieldapp.library.workbook.places import CellOf, Places, RowPlace
from fieldapp.library.xlsform.criteria import CriterionMaker
from fieldapp.library.xlsform.form import NOTE, Form, is_kept
from fieldapp.library.xlsform.ids import Ids
from fieldapp.library.xlsform.known import CellKey, known_names
from fieldapp.library.xlsform.leftovers import is_count, tell_leftovers
from fieldapp.library.xlsform.remarks import Remarks
from fieldapp.library.xlsform.rows import FormRow
from fieldapp.library.xlsform.saying import Saying
from fieldapp.library.xlsform.sections import Planned

_CELLS = {
    "id": "name",
    "question": "label",
    "title": "label",
    "label": "label",
    "answer": "type",
    "when": "relevant",
    "constraints": "constraint",
    "calculate": "calculation",
    "help": "hint",
    "repeat": "repeat_count",
}


class Building:
    """The data made of a form.

    `without` holds the expressions that are left out and why; `tries` how many kinds
    were tried for a calculation, by its row. `blame` says which cell an expression
    came from, `failed` which could not be said.
    """

    def __init__(
        self, form: Form, without: Mapping[CellKey, str], tries: Mapping[int, int]
    ) -> None:
        self.remarks = Remarks(form.file, form.sheets)
        self.places = Places()
        self.blame: dict[Path, CellKey] = {}
        names = known_names(form, without, tries)
        self._form = form
        self._saying = Saying(names, without, self.remarks)
        self._maker = CriterionMaker(form, tries, self._saying, self.remarks)
        self._sections: list[dict[str, Any]] = []
        self._notes: list[str] = []
        for plan in form.sections:
            self._add(plan)
        if self._sections:
            _put_notes(self._sections[-1]["criteria"][-1], self._notes)
        self.failed = self._saying.failed
        self.data = self._whole()
        tell_leftovers(form, self.remarks)

    def _add(self, plan: Planned) -> None:
        at: Path = ("sections", len(self._sections))
        raw = self._heading(plan, at)
        criteria: list[dict[str, Any]] = []
        notes, self._notes = self._notes, []
        for question in plan.questions:
            if question.kind == NOTE:
                notes.append(self._maker.text(question.row, "label"))
                if question.row.get("relevant"):
                    message = "điều kiện của ghi chú không giữ: lời luôn hiện"
                    self.remarks.add(question.row.place("relevant"), message)
            elif is_kept(question) and (made := self._maker.made(question, notes)):
                where = (*at, "criteria", len(criteria))
                self._place(where, question.row)
                self.blame |= {(*where, key): cell for key, cell in made[1].items()}
                criteria.append(made[0])
                notes = []
        if criteria:
            _put_notes(criteria[-1], notes)
            self._sections.append(
                raw | _repeat(plan, criteria) | {"criteria": criteria}
            )
        else:
            self._notes = notes
            if plan.groups:
                message = "nhóm không còn câu hỏi nào: không thành phần"
                self.remarks.add(plan.groups[-1].row.place(), message)

    def _heading(self, plan: Planned, at: Path) -> dict[str, Any]:
        if not plan.groups:
            return {"id": plan.id, "title": _continued("Câu hỏi chung", plan)}
        row = plan.groups[-1].row
        self._place(at, row)
        title = self._maker.text(row, "label") or row.get("name") or plan.id
        raw = {"id": plan.id, "title": _continued(title, plan)}
        if english := self._maker.text(row, "label", english=True):
            raw["en"] = english
        when = self._saying.all_of([g.row for g in plan.groups], "relevant")
        if when:
            raw["when"], self.blame[(*at, "when")] = when
        return raw

    def _whole(self) -> dict[str, Any]:
        form, row = self._form, self._form.settings
        ids = Ids(reserved=frozenset(), wants_letter=False)
        name = row.get("form_id") or row.get("id_string") or form.file.partition(".")[0]
        head: dict[str, Any] = {
            "format": "fieldapp/checklist@1",
            "id": ids.make(name),
            "title": form.title,
            "version": row.get("version") or "1",
        }
        if english := row.words("form_title")[1]:
            head["en"] = english
        if lists := self._lists():
            head["choice_lists"] = lists
        return head | {"sections": self._sections}

    def _lists(self) -> dict[str, Any]:
        """The lists that a criterion names; the others are listed."""
        answers = [c["answer"] for s in self._sections for c in s["criteria"]]
        used = {answer.get("choices_from") for answer in answers}
        found = {}
        named = {q.of.removesuffix(" or_other").strip() for q in self._form.questions}
        for name, one in self._form.lists.items():
            if one.id in used:
                found[one.id] = one.choices()
                for index, row in enumerate(one.rows):
                    self._place(("choice_lists", one.id, index), row)
            elif name not in named:
                message = "danh sách không câu hỏi nào dùng: không nhập"
                self.remarks.add(one.rows[0].place("list_name"), message)
        return found

    def _place(self, path: Path, row: FormRow) -> None:
        cells: dict[Path, CellOf] = {
            (key,): (0, row.at[found], found)
            for key, column in _CELLS.items()
            if (found := row.column_of(column)) in row.at
        }
        self.places.put(path, RowPlace(row.sheet, row.number, cells))


def _continued(title: str, plan: Planned) -> str:
    return f"{title} (tiếp)" if plan.continues else title


def _put_notes(criterion: dict[str, Any], notes: list[str]) -> None:
    """Notes that no question follows stand in the help of the last one."""
    if notes:
        told = filter(None, [criterion.get("help", ""), *notes])
        criterion["help"] = "\n".join(told)


def _repeat(plan: Planned, criteria: list[dict[str, Any]]) -> dict[str, Any]:
    """How a section repeats: its first text names an entry."""
    if plan.repeat is None:
        return {}
    row = plan.repeat.row
    text = str(AnswerKind.TEXT)
    label = next((c["id"] for c in criteria if c["answer"]["type"] == text), "")
    repeat = {"entry": row.words("label")[0] or row.get("name") or plan.id}
    if label:
        repeat["label"] = label
    if is_count(row):
        repeat["fewest"] = row.get("repeat_count")
    return {"repeat": repeat}
