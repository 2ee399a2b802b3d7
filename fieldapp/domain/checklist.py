"""The checklist: sections, criteria, and what is told of them.

This is the schema of `checklists/*.yaml` (documented in
`docs/checklist-language.md`). It holds what one field can say about itself;
rules between fields (duplicate ids, placeholders, points that do not add up)
are in `fieldapp.library.checks`, where every mistake gets its line and column.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from fieldapp.domain.asking import AnswerSpec, Choice, Identifier, Scope
from fieldapp.domain.law import LegalBasis
from fieldapp.domain.points import Points
from fieldapp.domain.targets import Comparator, Target, TargetRow
from fieldapp.domain.value import Label, Text, Value


class EvidenceKind(StrEnum):
    """What can prove an answer."""

    DOCUMENT = "document"
    PHOTO = "photo"


class Evidence(Value):
    """What must and may prove the answer; `description` is for the inspector."""

    required: tuple[EvidenceKind, ...] = ()
    optional: tuple[EvidenceKind, ...] = ()
    description: Text = ""


class Level(StrEnum):
    """How serious a broken constraint is; neither ever stops an answer."""

    ERROR = "error"
    WARNING = "warning"


class Constraint(Value):
    """What must hold of an answer, and what to say when it does not.

    `check` is an expression (`fieldapp.domain.expressions`) that is true when all is
    well. What was seen is saved all the same: a rule may be wrong, a fact is not.
    """

    check: Label
    message: Label
    level: Level = Level.ERROR


class Calculation(Value):
    """How an answer follows from others: `value`, or `num` and `den` of a ratio.

    Each is an expression. A calculated criterion is never asked and never stored.
    """

    value: Text = ""
    num: Text = ""
    den: Text = ""


class English(Value):
    """The same words in English; empty ones fall back to Vietnamese."""

    question: Text = ""
    short: Text = ""
    help: Text = ""


class Criterion(Value):
    """One thing an inspector checks.

    Sentences are templates (see `fieldapp.domain.sentences`); `zero` is told of a
    count of exactly 0. `short` is the label where the question is too long. `when`
    is an expression: while it is not true the criterion does not apply. `verified` is
    false for wording or points taken from no authoritative text.
    """

    id: Identifier
    question: Label
    short: Text = ""
    help: Text = ""
    en: English = English()
    answer: AnswerSpec
    asked_of: Scope = Scope.UNIT
    when: Text = ""
    constraints: tuple[Constraint, ...] = ()
    calculate: Calculation | None = None
    target: Target | None = None
    points: Points | None = None
    evidence: Evidence = Evidence()
    achievement: Text = ""
    achievement_aggregate: Text = ""
    shortcoming: Text = ""
    shortcoming_aggregate: Text = ""
    zero: Text = ""
    recommendation: Text = ""
    legal_basis: tuple[LegalBasis, ...] = ()
    verified: bool = True

    @property
    def name(self) -> str:
        """How people call it in a list: the short label, else the question."""
        return self.short or self.question.rstrip("? ")

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


class Repeat(Value):
    """A section answered once for each entry (a dossier of the sample).

    `entry` is what one is called ("hồ sơ"); `label` the text criterion whose answer
    names it; `fewest` how many are recommended; `sampled` asks how they were chosen.
    """

    entry: Label
    label: str = ""
    fewest: int = Field(default=0, ge=0, le=10_000)
    sampled: bool = False


class Section(Value):
    """A group of criteria; `id` is short ("C"), `title` is the field's name.

    `when` as of a criterion, for all of them; with `repeat` they are asked of every
    entry.
    """

    id: Identifier
    title: Label
    en: Text = ""
    when: Text = ""
    repeat: Repeat | None = None
    criteria: tuple[Criterion, ...] = Field(min_length=1)

    @property
    def max_points(self) -> Decimal:
        """The sum of its criteria's points, bonus points left out."""
        return sum(
            (c.points.max for c in self.criteria if c.points and not c.points.is_bonus),
            Decimal(0),
        )


class Checklist(Value):
    """A whole checklist as one file holds it.

    `format` is the language version. `total_points`, when given, is what all points
    must add up to. `percent_decimals` is how many decimals computed percentages are
    shown with (they are always compared unrounded). Scores are rounded half up to
    `points_step`. `normalise` shows points on the whole scale when parts do not
    apply. `leading_zero` writes counts below 10 as "02" in sentences.
    """

    format: str = Field(pattern=r"^fieldapp/checklist@1$")
    id: Identifier
    title: Label
    en: Text = ""
    description: Text = ""
    version: Label
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    total_points: Decimal | None = None
    points_step: Decimal | None = None
    normalise: bool = False
    percent_decimals: int = Field(default=1, ge=0, le=2)
    leading_zero: bool = False
    choice_lists: dict[Identifier, tuple[Choice, ...]] = Field(default_factory=dict)
    targets: tuple[TargetRow, ...] = ()
    sections: tuple[Section, ...] = Field(min_length=1)

    def criteria(self) -> Iterator[Criterion]:
        """All criteria in file order."""
        for section in self.sections:
            yield from section.criteria

    @cached_property
    def _sections_by_criterion(self) -> dict[str, tuple[Section, Criterion]]:
        return {c.id: (s, c) for s in self.sections for c in s.criteria}

    @cached_property
    def _rows_by_criterion(self) -> dict[str, tuple[TargetRow, ...]]:
        found: dict[str, tuple[TargetRow, ...]] = {}
        for row in self.targets:
            found[row.criterion] = (*found.get(row.criterion, ()), row)
        return found

    def criterion(self, criterion_id: str) -> Criterion | None:
        """The criterion of that id, or None."""
        found = self._sections_by_criterion.get(criterion_id)
        return found[1] if found else None

    def section(self, section_id: str) -> Section | None:
        """The section of that id, or None."""
        return next((s for s in self.sections if s.id == section_id), None)

    def section_of(self, criterion_id: str) -> Section | None:
        """The section that holds the criterion, or None."""
        found = self._sections_by_criterion.get(criterion_id)
        return found[0] if found else None

    def target_rows(self, criterion_id: str) -> tuple[TargetRow, ...]:
        """The target table's rows of one criterion, in file order."""
        return self._rows_by_criterion.get(criterion_id, ())
