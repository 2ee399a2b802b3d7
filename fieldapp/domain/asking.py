"""What a criterion asks for: the kind of answer and the words beside its input."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from fieldapp.domain.value import Label, Text, Value

Identifier = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=64)
]


class AnswerKind(StrEnum):
    """What a criterion asks for."""

    YES_NO = "yes_no"
    COUNT = "count"
    RATIO = "ratio"
    SCORE = "score"
    DATE = "date"
    TEXT = "text"
    CHOICE = "choice"
    DOCUMENT = "document"
    PHOTO = "photo"
    BREAKDOWN = "breakdown"
    INVENTORY = "inventory"
    INITIATIVES = "initiatives"
    INDEX = "index"


FIGURES = frozenset({AnswerKind.COUNT, AnswerKind.RATIO, AnswerKind.SCORE})
"""The kinds with one figure, which the unit may have reported itself."""


class Scope(StrEnum):
    """Whom a criterion is asked of: the inspected unit, each sub-unit, or both."""

    UNIT = "unit"
    SUB_UNITS = "sub_units"
    BOTH = "both"


class Labelled(Value):
    """Something chosen or counted by its label; `en` is the label in English."""

    id: Identifier
    label: Label
    en: Text = ""


class Choice(Labelled):
    """One option of a choice; `met` says whether choosing it meets the criterion."""

    met: bool | None = None


class Part(Labelled):
    """One part of a breakdown ("quá hạn")."""


class Item(Labelled):
    """A kind of thing an inventory counts ("máy vi tính"); `unit` as in "56 bộ"."""

    unit: Text = ""


class AnswerSpec(Value):
    """What is asked for, and the words beside the input.

    `numerator`/`denominator` name the two numbers of a ratio; `unit` is what is
    counted ("hồ sơ"), with `measure` a unit of measure ("m2": its figures take no
    leading zero, domain reference E); `max` is the top of a score and `step` what it
    moves by; `at_most_denominator` is false where a numerator may exceed its
    denominator (staff used / staff assigned). `choices_from` names one of the
    checklist's choice lists; once loaded, `choices` holds it.

    A breakdown is a total and its `parts`; `must_add_up` is false where the parts
    are "trong đó" and need not reach the total; `judged` is the part that the target
    is held against (empty: the total). An inventory counts `items`.
    """

    type: AnswerKind
    numerator: Text = ""
    denominator: Text = ""
    unit: Text = ""
    measure: bool = False
    min: Decimal | None = None
    max: Decimal | None = None
    step: Decimal | None = None
    at_most_denominator: bool = True
    choices_from: str = ""
    choices: tuple[Choice, ...] = ()
    parts: tuple[Part, ...] = ()
    must_add_up: bool = True
    judged: str = ""
    items: tuple[Item, ...] = Field(default=())

    def part(self, part_id: str) -> Part | None:
        """The part of that id, or None."""
        return next((p for p in self.parts if p.id == part_id), None)
