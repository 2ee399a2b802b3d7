"""One question of a form as a criterion."""

import re
from collections.abc import Mapping
from typing import Any

from fieldapp.domain.asking import AnswerKind
from fieldapp.library.xlsform.asked import Asked
from fieldapp.library.xlsform.form import CALCULATE, Form
from fieldapp.library.xlsform.known import CALCULATION, CellKey, asked_as, halves
from fieldapp.library.xlsform.outline import Question
from fieldapp.library.xlsform.parts import Known
from fieldapp.library.xlsform.remarks import Remarks
from fieldapp.library.xlsform.rows import FormRow
from fieldapp.library.xlsform.saying import Saying

_INSERTED = re.compile(r"\$\{\s*([^{}]*?)\s*\}")
_BRACES = str.maketrans("{}", "()")


class CriterionMaker:
    """Makes criteria; what a form says beyond them goes into the remarks."""

    def __init__(
        self,
        form: Form,
        tries: Mapping[int, int],
        saying: Saying,
        remarks: Remarks,
    ) -> None:
        self._form = form
        self._tries = tries
        self._saying = saying
        self._remarks = remarks

    def made(
        self, question: Question, notes: list[str]
    ) -> tuple[dict[str, Any], dict[str, CellKey]] | None:
        """Return the criterion, and the cell of each of its expressions.

        None for a calculation that is left out. `notes` are told in its help.
        """
        row = question.row
        asked = asked_as(self._form, question, self._tries)
        own = Known(self._form.ids[row.number], asked.kind, "", self._choice_words(row))
        cells: dict[str, CellKey] = {}
        raw = {"id": own.id, **self._words(question, asked, notes)}
        raw["answer"] = asked.answer
        calculation = self._calculation(row, asked)
        if question.kind == CALCULATE and calculation is None:
            return None
        inside = [group.row for group in question.groups[question.home :]]
        when = self._saying.all_of([*inside, row], "relevant")
        if when:
            raw["when"], cells["when"] = when
        check = self._saying.said(row, "constraint", own)
        if check:
            message = (
                self.text(row, "constraint_message") or f"Phải đúng: {check.words}"
            )
            raw["constraints"] = [{"check": check.words, "message": message}]
            cells["constraints"] = check.cell
        else:
            self._tell_message(row)
        if calculation:
            raw["calculate"] = calculation
            cells["calculate"] = (row.number, CALCULATION)
        return raw, cells

    def _tell_message(self, row: FormRow) -> None:
        """The words of a constraint that is not there."""
        if row.words("constraint_message")[0]:
            column = row.column_of("constraint_message")
            message = "lời này không giữ: không có constraint nào đi cùng"
            self._remarks.add(row.place(column), message)

    def _calculation(self, row: FormRow, asked: Asked) -> dict[str, str] | None:
        """What a criterion follows from: one value, or the halves of a ratio."""
        parts = halves(row)
        if asked.kind is not AnswerKind.RATIO or parts is None:
            said = self._saying.said(row, CALCULATION)
            return {"value": said.words} if said else None
        both = [self._saying.said_text(p, row, CALCULATION) for p in parts]
        words = [said.words for said in both if said]
        return dict(zip(("num", "den"), words, strict=True)) if all(both) else None

    def text(self, row: FormRow, column: str, *, english: bool = False) -> str:
        """Words of a row without answers inserted in them: those are listed."""
        text = row.words(column)[1 if english else 0]
        if _INSERTED.search(text):
            message = (
                "câu hỏi không chèn được câu trả lời khác: còn lại tên trong ngoặc"
            )
            self._remarks.add(row.place(row.column_of(column)), message)
        return _INSERTED.sub(r"(\1)", text).translate(_BRACES)

    def _words(
        self, question: Question, asked: Asked, notes: list[str]
    ) -> dict[str, Any]:
        row = question.row
        hints = [self.text(row, "hint"), self.text(row, "guidance_hint")]
        hints += [*notes, self._choices_told(question, asked)]
        english = {
            "question": self.text(row, "label", english=True),
            "help": self.text(row, "hint", english=True),
        }
        words: dict[str, Any] = {
            "question": self.text(row, "label") or row.get("name"),
            "help": "\n".join(filter(None, hints)),
            "en": {key: text for key, text in english.items() if text},
        }
        if asked.remark and question.kind != CALCULATE:
            self._remarks.add(row.place("type"), asked.remark)
        return {key: value for key, value in words.items() if value}

    def _choices_told(self, question: Question, asked: Asked) -> str:
        """The labels of a list that became no choices."""
        choices = self._form.list_of(question)
        if choices is None or asked.answer["type"] != "text":
            return ""
        labels = (row.words("label")[0] or row.get("name") for row in choices.rows)
        return f"Lựa chọn: {'; '.join(labels)}"

    def _choice_words(self, row: FormRow) -> Mapping[str, str]:
        known = self._saying.known(row.get("name"))
        return known.words if known else {}
