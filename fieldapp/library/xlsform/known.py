"""The names that expressions of a form may use, and what each became here."""

import re
from collections.abc import Mapping

from fieldapp.domain.asking import AnswerKind
from fieldapp.library.xlsform.asked import Asked
from fieldapp.library.xlsform.form import CALCULATE, Form, is_kept, words_of
from fieldapp.library.xlsform.outline import Question
from fieldapp.library.xlsform.parts import Known
from fieldapp.library.xlsform.rows import FormRow

CellKey = tuple[int, str]
"""A cell of the survey: row and column name."""
CALCULATION = "calculation"
_BARE = re.compile(r"[${}()]|\b(?:count|sum)\b")
_KINDS = (AnswerKind.COUNT, AnswerKind.YES_NO, AnswerKind.DATE)
_OPERAND = r"((?:(?:count|sum)\(\s*)?\$\{\s*[^{}]+?\s*\}\s*\)?)"
_DIVIDED = rf"{_OPERAND}\s*div\s*{_OPERAND}"
_PERCENT = re.compile(
    rf"\(?\s*{_DIVIDED}\s*\)?\s*\*\s*100"
    rf"|100\s*\*\s*\(?\s*{_DIVIDED}\s*\)?"
    rf"|\(?\s*{_OPERAND}\s*\*\s*100\s*\)?\s*div\s*{_OPERAND}"
)
"""a div b * 100, 100 * a div b, a * 100 div b: a ratio."""


def known_names(
    form: Form, without: Mapping[CellKey, str], tries: Mapping[int, int]
) -> dict[str, Known]:
    """Return what is known by name: the first of two of the same name.

    Calculations that are left out are not known; `tries` as of `asked_as`.
    """
    names: dict[str, Known] = {}
    for section in form.sections:
        repeat = section.repeat
        for question in section.questions:
            if not is_kept(question) or _is_left_out(question, without):
                continue
            asked = asked_as(form, question, tries)
            known = Known(
                form.ids[question.row.number],
                asked.kind,
                section.id if repeat else "",
                words_of(asked, form.list_of(question)),
                question.kind == CALCULATE,
            )
            names.setdefault(question.row.get("name"), known)
        if repeat:
            made = Known(section.id, None, section.id)
            names.setdefault(repeat.row.get("name"), made)
    return names


def asked_as(form: Form, question: Question, tries: Mapping[int, int]) -> Asked:
    """What a question asks for, or gives where it is calculated.

    A calculation gives a whole number, else yes or no, else a date.
    """
    if question.kind == CALCULATE:
        return _calculated(form, question, tries.get(question.row.number, 0))
    return form.asked(question)


def halves(row: FormRow) -> tuple[str, str] | None:
    """Numerator and denominator of a calculation that is a percentage, or None."""
    found = _PERCENT.fullmatch(row.get(CALCULATION).strip())
    if found is None:
        return None
    num, den = (part for part in found.groups() if part)
    return num, den


def can_try(number: int) -> bool:
    """True when a calculation has a kind left after the first `number`."""
    return number < len(_KINDS)


def _calculated(form: Form, question: Question, tries: int) -> Asked:
    parts = halves(question.row)
    if parts and not tries:
        num, den = (_BARE.sub("", part).strip() for part in parts)
        answer = {"type": "ratio", "numerator": num, "denominator": den}
        return Asked(AnswerKind.RATIO, answer)
    kind = _KINDS[tries]
    if kind is AnswerKind.COUNT and question.row.get("name") in form.fractions:
        kind = AnswerKind.INDEX
    return Asked(kind, {"type": str(kind)})


def _is_left_out(question: Question, without: Mapping[CellKey, str]) -> bool:
    is_calculated = question.kind == CALCULATE
    return is_calculated and (question.row.number, CALCULATION) in without
