"""The checklist: sections, criteria, answer kinds, targets, points, sentences.

This is the schema of `checklists/*.yaml` (documented in
`docs/checklist-language.md`). It holds what one field can say about itself;
rules between fields (duplicate ids, placeholders, points that do not add up)
are in `fieldapp.library.checks`, where every mistake gets its line and column.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

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


class Comparator(StrEnum):
    """How a value is held against its target; always compared unrounded."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    EQUAL = "=="


class PointsRule(StrEnum):
    """How an answer becomes points (source: domain reference B.1)."""

    FULL_OR_ZERO = "full_or_zero"
    PROPORTIONAL = "proportional"
    BANDS = "bands"
    DEDUCT = "deduct"
    NONE = "none"


class EvidenceKind(StrEnum):
    """What can prove an answer."""

    DOCUMENT = "document"
    PHOTO = "photo"


class Scope(StrEnum):
    """Whom a criterion is asked of: the inspected unit, each sub-unit, or both."""

    UNIT = "unit"
    SUB_UNITS = "sub_units"
    BOTH = "both"


class Choice(Value):
    """One option of a choice; `met` says whether choosing it meets the criterion."""

    id: Identifier
    label: Label
    met: bool | None = None


class AnswerSpec(Value):
    """What is asked for, and the words beside the input.

    `numerator`/`denominator` name the two numbers of a ratio; `unit` is what is
    counted ("hồ sơ"); `max` is the top of a score; `at_most_denominator` is false
    where a numerator may exceed its denominator (staff used / staff assigned).
    """

    type: AnswerKind
    numerator: Text = ""
    denominator: Text = ""
    unit: Text = ""
    min: Decimal | None = None
    max: Decimal | None = None
    at_most_denominator: bool = True
    choices: tuple[Choice, ...] = ()


class Target(Value):
    """What must be reached.

    Exactly one of: `value` (every year), `by_year` (a year without an entry has no
    target), `by_date` ("{year}-01-31": the last good day), `answer` ("yes"/"no").
    `unit` is "%" or a word. `verified` is false where the figure is a default that
    no authoritative text confirmed: the app then shows "chưa xác minh".
    """

    op: Comparator = Comparator.AT_LEAST
    value: Decimal | None = None
    by_year: dict[int, Decimal] = Field(default_factory=dict)
    by_date: str | None = None
    answer: str | None = None
    unit: Text = ""
    basis: Text = ""
    verified: bool = True

    def value_in(self, year: int) -> Decimal | None:
        """The number to reach in `year`; None where the checklist sets none."""
        return self.value if self.value is not None else self.by_year.get(year)

    def date_in(self, year: int) -> dt.date | None:
        """The last good day in `year`, or None.

        The text was checked at load; 29/2 in a common year becomes 28/2.
        """
        if self.by_date is None:
            return None
        text = self.by_date.replace("{year}", str(year))
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return dt.date.fromisoformat(text.replace("-02-29", "-02-28"))


class Band(Value):
    """From `at_least` (in the answer's own unit) upward, `points` are given."""

    at_least: Decimal
    points: Decimal


class Points(Value):
    """Points of one criterion; `max` in [0, 100].

    `bands` for rule bands; `per_violation` for rule deduct: points taken off for
    each counted violation, never below 0.
    """

    max: Decimal = Field(ge=0, le=100)
    rule: PointsRule = PointsRule.FULL_OR_ZERO
    bands: tuple[Band, ...] = ()
    per_violation: Decimal | None = None


class Evidence(Value):
    """What must and may prove the answer; `description` is for the inspector."""

    required: tuple[EvidenceKind, ...] = ()
    optional: tuple[EvidenceKind, ...] = ()
    description: Text = ""


class LegalBasis(Value):
    """A legal text and when it is in force; `cite` is how a sentence names it.

    `ref` is the short number ("118/2025/NĐ-CP"); `cite` defaults to it. Open ends
    mean "always was" and "still is". `verified` as in `Target`.
    """

    ref: Label
    cite: Text = ""
    issued_on: dt.date | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    verified: bool = True

    @property
    def citation(self) -> str:
        """The words for a sentence."""
        return self.cite or self.ref

    def in_force_on(self, day: dt.date) -> bool:
        """True when the text is in force on `day`, both ends included."""
        after_start = self.valid_from is None or self.valid_from <= day
        return after_start and (self.valid_to is None or day <= self.valid_to)


class Criterion(Value):
    """One thing an inspector checks.

    Sentences are templates (see `fieldapp.domain.sentences`). `short` is the label
    where the question is too long. `verified` is false for wording or points taken
    from no authoritative text.
    """

    id: Identifier
    question: Label
    short: Text = ""
    help: Text = ""
    answer: AnswerSpec
    asked_of: Scope = Scope.UNIT
    target: Target | None = None
    points: Points | None = None
    evidence: Evidence = Evidence()
    achievement: Text = ""
    achievement_aggregate: Text = ""
    shortcoming: Text = ""
    shortcoming_aggregate: Text = ""
    recommendation: Text = ""
    legal_basis: tuple[LegalBasis, ...] = ()
    verified: bool = True

    @property
    def higher_is_better(self) -> bool:
        """True when a larger figure is a better one; so without a target."""
        op = self.target.op if self.target else Comparator.AT_LEAST
        return op in {Comparator.AT_LEAST, Comparator.MORE_THAN}

    @property
    def is_fully_verified(self) -> bool:
        """False when anything in it is a default nobody confirmed."""
        parts = [self.target, *self.legal_basis]
        return self.verified and all(p.verified for p in parts if p is not None)


class Section(Value):
    """A group of criteria; `id` is short ("C"), `title` is the field's name."""

    id: Identifier
    title: Label
    criteria: tuple[Criterion, ...] = Field(min_length=1)

    @property
    def max_points(self) -> Decimal:
        """The sum of its criteria's points."""
        return sum((c.points.max for c in self.criteria if c.points), Decimal(0))


class Checklist(Value):
    """A whole checklist as one file holds it.

    `format` is the language version. `total_points`, when given, is what all points
    must add up to. `percent_decimals` is how many decimals computed percentages are
    shown with (they are always compared unrounded).
    """

    format: str = Field(pattern=r"^fieldapp/checklist@1$")
    id: Identifier
    title: Label
    description: Text = ""
    version: Label
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    total_points: Decimal | None = None
    percent_decimals: int = Field(default=1, ge=0, le=2)
    sections: tuple[Section, ...] = Field(min_length=1)

    def criteria(self) -> Iterator[Criterion]:
        """All criteria in file order."""
        for section in self.sections:
            yield from section.criteria

    def criterion(self, criterion_id: str) -> Criterion | None:
        """The criterion of that id, or None."""
        return next((c for c in self.criteria() if c.id == criterion_id), None)

    def section_of(self, criterion_id: str) -> Section | None:
        """The section that holds the criterion, or None."""
        for section in self.sections:
            if any(c.id == criterion_id for c in section.criteria):
                return section
        return None

    def with_sections(self, sections: tuple[Section, ...]) -> Self:
        """A copy with other sections; used by tests and previews."""
        return self.model_copy(update={"sections": sections})
