"""Where a unit stands on a composite index, beside its score.

Field names: "year", "rank", "rank_of", "rank_change" with "rank_change_way",
"band", "rank_text".
"""

from fieldapp.domain.answers import AnswerValue, IndexStanding
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.typing_in import Typed, read_whole
from fieldapp.ui.state.entries.changes import read_signed, signed_texts
from fieldapp.ui.state.entries.pieces import Family, Piece, Texts

_YEARS = range(1990, 2101)
_WORDS = ("band", "rank_text")


def _read(_criterion: Criterion, texts: Texts, _before: AnswerValue | None) -> Piece:
    typed = {
        "year": _year(texts.get("year", "")),
        "rank": _from_1(texts.get("rank", "")),
        "rank_of": _from_1(texts.get("rank_of", "")),
    }
    moved = read_signed("rank_change", texts, None, read_whole)
    problems = {n: t.problem for n, t in typed.items() if t.problem}
    problems |= moved.problems
    if problems:
        return Piece(problems=problems)
    numbers = {n: int(t.digits) for n, t in typed.items() if t.digits}
    if numbers.get("rank", 0) > numbers.get("rank_of", numbers.get("rank", 0)):
        message = f"Hạng {numbers['rank']} lớn hơn tổng số {numbers['rank_of']}."
        return Piece(problems={"rank": f"{message} Hãy kiểm tra lại."})
    words = {name: texts.get(name, "") for name in _WORDS}
    found = IndexStanding.model_validate({**numbers, **moved.found, **words})
    known = {} if found == IndexStanding() else {"index": found}
    return Piece(known, unfinished=moved.unfinished)


def _year(text: str) -> Typed:
    typed = read_whole(text)
    if typed.digits and int(typed.digits) not in _YEARS:
        return Typed(problem=f"Năm phải từ {_YEARS[0]} đến {_YEARS[-1]}.")
    return typed


def _from_1(text: str) -> Typed:
    typed = read_whole(text)
    return Typed(problem="Phải là số từ 1.") if typed.digits == "0" else typed


def _write(_criterion: Criterion, body: AnswerValue) -> dict[str, str]:
    standing = body.index or IndexStanding()
    numbers = {n: getattr(standing, n) for n in ("year", "rank", "rank_of")}
    moved = standing.rank_change
    return {
        **{name: str(n) for name, n in numbers.items() if n is not None},
        **signed_texts("rank_change", None if moved is None else str(moved)),
        **{name: getattr(standing, name) for name in _WORDS},
    }


RANKS = Family(_read, _write, frozenset({"index"}))
