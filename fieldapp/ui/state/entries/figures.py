"""One figure: a count, a score, a percentage or two numbers; perhaps only a bound.

Field names: "value"; "num" and "den" of a ratio; "comparator" for "trên 99%";
"reported" for what the unit itself reported.
"""

from decimal import Decimal

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.targets import Comparator
from fieldapp.domain.typing_in import Typed, read_decimal, read_percent, read_whole
from fieldapp.domain.vietnamese import decimal_text, number_text
from fieldapp.ui.state.entries.pieces import (
    Family,
    Piece,
    Texts,
    comma_text,
    read_again,
)

_WHOLE = frozenset({AnswerKind.COUNT, AnswerKind.BREAKDOWN, AnswerKind.INITIATIVES})


def _read_digits(criterion: Criterion, text: str) -> Typed:
    """Read a figure as its kind is written."""
    kind = criterion.answer.type
    if kind is AnswerKind.RATIO:
        bounded = criterion.answer.at_most_denominator
        return read_percent(text, at_most_100=bounded)
    if kind in {AnswerKind.SCORE, AnswerKind.INDEX}:
        return _within(criterion, read_decimal(text))
    return read_whole(text)


def _within(criterion: Criterion, typed: Typed) -> Typed:
    """A score between its bounds, on its step; without a top any from the bottom up."""
    spec, number = criterion.answer, typed.number
    low, high = spec.min or Decimal(0), spec.max
    if number is None:
        return typed
    if number < low or (high is not None and number > high):
        top = f" đến {decimal_text(high)}" if high is not None else ""
        return Typed(problem=f"Điểm phải từ {decimal_text(low)}{top}.")
    if spec.step and number % spec.step:
        return Typed(problem=f"Điểm phải là bội của {decimal_text(spec.step)}.")
    return typed


def _read(criterion: Criterion, texts: Texts, before: AnswerValue | None) -> Piece:
    comparator = comparator_of(texts)
    typed = read_again(
        texts.get("value", ""),
        before.value if before else None,
        lambda digits: _shown(criterion, digits),
        lambda text: _read_digits(criterion, text),
    )
    if typed.problem:
        return Piece(problems={"value": typed.problem})
    if not typed.digits:
        return Piece(unfinished=comparator is not None)
    bound = {} if comparator is None else {"comparator": comparator}
    return Piece({"value": typed.digits, **bound})


def comparator_of(texts: Texts) -> Comparator | None:
    """The bound that was chosen, None for a figure as it stands."""
    wanted = texts.get("comparator", "")
    return next((c for c in Comparator if c.value == wanted), None)


def _shown(criterion: Criterion, digits: str) -> str:
    """Whole numbers with grouped thousands, others with every digit as given."""
    whole = criterion.answer.type in _WHOLE and digits.isdigit()
    return number_text(digits) if whole else comma_text(digits)


def _write(criterion: Criterion, body: AnswerValue) -> dict[str, str]:
    texts = {"comparator": body.comparator.value} if body.comparator else {}
    if body.value:
        texts["value"] = _shown(criterion, body.value)
    return texts


def _read_ratio(
    criterion: Criterion, texts: Texts, before: AnswerValue | None
) -> Piece:
    """Two whole numbers; while there are none, the percentage alone."""
    num, den = read_whole(texts.get("num", "")), read_whole(texts.get("den", ""))
    problems = {n: t.problem for n, t in (("num", num), ("den", den)) if t.problem}
    if problems:
        return Piece(problems=problems)
    if num.digits is None and den.digits is None:
        return _read(criterion, texts, before)
    if num.digits is None or den.digits is None:
        return Piece(unfinished=True)
    return _two_numbers(criterion, int(num.digits), int(den.digits))


def _two_numbers(criterion: Criterion, num: int, den: int) -> Piece:
    if den == 0:
        message = "Mẫu số phải từ 1. Nếu không phát sinh, chọn “Không áp dụng”."
        return Piece(problems={"den": message})
    if criterion.answer.at_most_denominator and num > den:
        shown = f"{number_text(str(num))} lớn hơn {number_text(str(den))}"
        return Piece(problems={"num": f"{shown}: tỷ lệ vượt 100%. Hãy kiểm tra lại."})
    return Piece({"num": num, "den": den})


def _write_ratio(criterion: Criterion, body: AnswerValue) -> dict[str, str]:
    if body.num is None or body.den is None:
        return _write(criterion, body)
    return {"num": number_text(str(body.num)), "den": number_text(str(body.den))}


def read_reported(criterion: Criterion, text: str, before: AnswerValue | None) -> Typed:
    """Read what the unit itself reported: as its kind is written, without bounds."""

    def read(words: str) -> Typed:
        is_score = criterion.answer.type is AnswerKind.SCORE
        return read_decimal(words) if is_score else _read_digits(criterion, words)

    return read_again(text, before.reported if before else None, comma_text, read)


_OWNS = frozenset({"value", "comparator"})

FIGURE = Family(_read, _write, _OWNS)
RATIO = Family(_read_ratio, _write_ratio, _OWNS | {"num", "den"})
