"""What an answer says in a few words, beside its verdict. Pure."""

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.verdicts import figure
from fieldapp.domain.wording import COMPARATOR_WORDS, value_text


def said_value(
    criterion: Criterion, body: AnswerValue, year: int, decimals: int
) -> str:
    """The words, "" where the input says it all.

    A computed percentage, a bound ("trên 99%"), a zero (it is an answer, not an
    empty field), and how many lines a list has.
    """
    kind = criterion.answer.type
    if kind is AnswerKind.INVENTORY:
        return f"{len(body.items)} dòng"
    if kind is AnswerKind.INITIATIVES and body.initiatives:
        return f"{len(body.initiatives)} mô hình"
    is_zero = kind is AnswerKind.COUNT and figure(body.value) == 0
    if kind is not AnswerKind.RATIO and not is_zero and body.comparator is None:
        return ""
    text = value_text(criterion, body, year, decimals) or ""
    bound = COMPARATOR_WORDS[body.comparator] if body.comparator else ""
    if not text.startswith(bound):
        text = f"{bound} {text}"
    unit = "" if kind is AnswerKind.RATIO else criterion.answer.unit
    return text if text.endswith(unit) else f"{text} {unit}"
