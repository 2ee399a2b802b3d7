"""What some fields of an answer say, and how pieces make a whole answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from fieldapp.domain.answers import CARRIERS, AnswerValue
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.typing_in import Typed

Texts = Mapping[str, str]
"""What stands in the fields, by the fields' names."""


@dataclass(frozen=True)
class Entry:
    """What the fields say: an answer (None when empty), or problems by field.

    `unfinished` is true while something stands there that is no answer yet (one number
    of a ratio): nothing to save, and nothing to complain about while the person types.
    """

    body: AnswerValue | None = None
    problems: Mapping[str, str] = field(default_factory=dict)
    unfinished: bool = False


@dataclass(frozen=True)
class Piece:
    """Some fields read: `found` holds fields of an `AnswerValue`; else as `Entry`."""

    found: Mapping[str, object] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    unfinished: bool = False


Read = Callable[[Criterion, Texts, AnswerValue | None], Piece]
Write = Callable[[Criterion, AnswerValue], dict[str, str]]


@dataclass(frozen=True)
class Family:
    """Fields that are read together and filled together.

    `read` gets the answer the fields were filled with as well: a text that still says
    what is saved keeps the digits as they were given. `owns` names the fields of an
    answer that it is responsible for; an answer's other fields are never touched.
    """

    read: Read
    write: Write
    owns: frozenset[str]


def whole(pieces: list[Piece]) -> Entry:
    """Put the pieces of one criterion together."""
    problems = {n: text for piece in pieces for n, text in piece.problems.items()}
    if problems:
        return Entry(problems=problems)
    if any(piece.unfinished for piece in pieces):
        return Entry(unfinished=True)
    found = {n: value for piece in pieces for n, value in piece.found.items()}
    if not any(name in found for name in CARRIERS):
        return Entry(unfinished=bool(found))
    return Entry(AnswerValue.model_validate(found))


def read_again(
    text: str, saved: str | None, show: Callable[[str], str], read: Callable[..., Typed]
) -> Typed:
    """Read `text`; one that shows what is saved keeps its digits as given."""
    if saved and text.strip() == show(saved).strip():
        return Typed(digits=saved)
    return read(text)


def comma_text(digits: str) -> str:
    """Digits as they stand in a field: every one kept, with a decimal comma."""
    return digits.replace(".", ",")
