"""Parts of a form's expression while they are put into our words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from fieldapp.domain.asking import AnswerKind


class NoCounterpartError(Exception):
    """It cannot be said in our expressions; the message says why, in Vietnamese."""


@dataclass(frozen=True)
class Known:
    """What a name of the form became: its id here, its kind, the group it repeats in.

    A repeat's own name has `section` and no kind. `words` are the names of its
    choices as our expressions write them.
    """

    id: str
    kind: AnswerKind | None = None
    section: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    is_calculated: bool = False


class Said(NamedTuple):
    """A part in our words; `known` where it is one name, `text` a quoted text.

    A condition needs no parentheses among others, other parts do unless simple.
    """

    words: str
    known: Known | None = None
    text: str | None = None
    is_simple: bool = True
    is_condition: bool = False

    @property
    def inside(self) -> str:
        """The words as a part of something larger."""
        return self.words if self.is_simple else f"({self.words})"
