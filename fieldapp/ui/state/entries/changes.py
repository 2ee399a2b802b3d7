"""How much a figure rose or fell, and since when: a way and a number.

Field names: "change_way" ("up", "down"), "change", "change_from"; a rank's are
"rank_change_way" and "rank_change". A sign typed before the number chooses the way.
"""

from collections.abc import Callable
from decimal import Decimal

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.typing_in import Typed, read_decimal
from fieldapp.domain.verdicts import figure
from fieldapp.ui.state.entries.pieces import Family, Piece, Texts, comma_text

UP, DOWN = "up", "down"
_MINUS = ("-", "–", "\u2212")
_NO_WAY = "Hãy chọn tăng hay giảm."


def signed_texts(name: str, saved: str | None) -> dict[str, str]:
    """The texts of a saved difference; words that are no number stand as they are."""
    number = figure(saved)
    if saved is None or number is None:
        return {name: saved} if saved else {}
    bare = saved.strip().lstrip("+-")
    texts = {name: comma_text(bare)}
    if number:
        texts[f"{name}_way"] = DOWN if number < 0 else UP
    return texts


def read_signed(
    name: str, texts: Texts, saved: str | None, read: Callable[[str], Typed]
) -> Piece:
    """Read a difference; `found` holds its signed digits under `name`."""
    text, way = texts.get(name, "").strip(), texts.get(f"{name}_way", "")
    if saved and {name: text, f"{name}_way": way} == {
        name: "",
        f"{name}_way": "",
        **signed_texts(name, saved),
    }:
        return Piece({name: saved})
    if text.startswith((*_MINUS, "+")):
        way, text = (UP if text[0] == "+" else DOWN), text[1:].strip()
    typed = read(text)
    if typed.problem:
        return Piece(problems={name: typed.problem})
    if not typed.digits:
        return Piece(unfinished=way in {UP, DOWN})
    if not Decimal(typed.digits):
        return Piece({name: typed.digits})
    if way not in {UP, DOWN}:
        return Piece(problems={name: _NO_WAY})
    return Piece({name: f"-{typed.digits}" if way == DOWN else typed.digits})


def _read(_criterion: Criterion, texts: Texts, before: AnswerValue | None) -> Piece:
    piece = read_signed(
        "change", texts, before.change if before else None, read_decimal
    )
    since = texts.get("change_from", "").strip()
    if piece.problems or not since:
        return piece
    return Piece({**piece.found, "change_from": since}, unfinished=piece.unfinished)


def _write(_criterion: Criterion, body: AnswerValue) -> dict[str, str]:
    return {**signed_texts("change", body.change), "change_from": body.change_from}


CHANGE = Family(_read, _write, frozenset({"change", "change_from"}))
