"""Points of criteria, sections and the whole: computed, appraised, self-given.

A criterion answered at many places (the entries of a sample, the sub-units) earns the
mean of what is known there. What does not apply leaves every sum; bonus points come on
top and are in no total.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import reduce

from fieldapp.domain.answers import AnswerStatus
from fieldapp.domain.asking import Scope
from fieldapp.domain.checklist import Criterion, Section
from fieldapp.domain.evaluation import Evaluation
from fieldapp.domain.points import PointsRule
from fieldapp.domain.record import CriterionScores
from fieldapp.domain.scoring import score_of, stepped
from fieldapp.domain.units import Unit
from fieldapp.domain.value import Value
from fieldapp.domain.verdicts import figure

NO_POINTS = Decimal(0)
Given = Mapping[str, CriterionScores]
"""The points people gave at the inspected unit, by criterion."""


class CriterionScore(Value):
    """Points of one criterion; None is not known.

    `computed` follows from the answers, rounded to the checklist's step;
    `appraised` is what counts: the team's own, else the computed. `self_given` is the
    unit's. `left_out` when it applies nowhere.
    """

    max: Decimal
    is_bonus: bool = False
    computed: Decimal | None = None
    appraised: Decimal | None = None
    self_given: Decimal | None = None
    left_out: bool = False

    @property
    def differs(self) -> bool:
        """Whether the unit gave itself other points than the team."""
        mine, theirs = self.appraised, self.self_given
        return mine is not None and theirs is not None and mine != theirs


class Score(Value):
    """Points got out of points possible.

    `possible` counts only criteria whose points are known; `open_points` are the
    points of criteria not answered yet or without a figure, `left_out` those of
    criteria that do not apply. `bonus` comes on top of `got`. `self_given` adds up
    what the unit gave itself, None where it gave none.
    """

    got: Decimal = NO_POINTS
    possible: Decimal = NO_POINTS
    open_points: Decimal = NO_POINTS
    left_out: Decimal = NO_POINTS
    bonus: Decimal = NO_POINTS
    self_given: Decimal | None = None

    @property
    def total(self) -> Decimal:
        """Points with bonus points."""
        return self.got + self.bonus

    @property
    def normalised(self) -> Decimal | None:
        """The total on the whole scale, None while nothing is left out or known.

        Source: domain reference B.1 (a set without its survey part is normalised to
        100). Unrounded.
        """
        if not self.left_out or not self.possible or self.open_points:
            return None
        whole = self.possible + self.left_out
        return self.got * whole / self.possible + self.bonus


def added(scores: Iterable[Score]) -> Score:
    """The sum of several scores."""
    return reduce(_plus, scores, Score())


def criterion_score(
    evaluation: Evaluation, criterion: Criterion, given: CriterionScores | None = None
) -> CriterionScore | None:
    """The points of one criterion; None where the checklist gives it none."""
    points = criterion.points
    if points is None or points.rule is PointsRule.NONE:
        return None
    known, applying = [], 0
    places = _scored_places(evaluation, criterion)
    for place in places:
        if _is_left_out(evaluation, criterion, place.code):
            continue
        applying += 1
        score = _at(evaluation, criterion, place.code)
        if score is not None:
            known.append(score)
    mean = sum(known, NO_POINTS) / len(known) if known else None
    step = evaluation.checklist.points_step
    computed = None if mean is None else stepped(mean, step)
    by_team = figure(given.appraised_score) if given else None
    return CriterionScore.model_construct(
        max=points.max,
        is_bonus=points.is_bonus,
        computed=computed,
        appraised=computed if by_team is None else by_team,
        self_given=figure(given.self_score) if given else None,
        left_out=bool(places) and not applying,
    )


def section_score(evaluation: Evaluation, section: Section, given: Given) -> Score:
    """The points of one section."""
    return added(
        as_score(score)
        for criterion in section.criteria
        if (score := criterion_score(evaluation, criterion, given.get(criterion.id)))
    )


def whole_score(evaluation: Evaluation, given: Given) -> Score:
    """The points of the whole checklist."""
    sections = evaluation.checklist.sections
    return added(section_score(evaluation, section, given) for section in sections)


def given_scores(
    scores: Iterable[CriterionScores], unit: str
) -> dict[str, CriterionScores]:
    """What people gave at the inspected unit, by criterion."""
    return {s.criterion: s for s in scores if s.unit == unit}


def _scored_places(evaluation: Evaluation, criterion: Criterion) -> tuple[Unit, ...]:
    """A criterion asked of both is scored at the inspected unit alone."""
    in_group = evaluation.section(criterion.id).repeat is not None
    if in_group or criterion.asked_of is Scope.SUB_UNITS:
        return evaluation.places(criterion.id)
    return (evaluation.inspection.unit,)


def _is_left_out(evaluation: Evaluation, criterion: Criterion, place: str) -> bool:
    body = evaluation.body(criterion.id, place)
    says_so = body is not None and body.status is AnswerStatus.NOT_APPLICABLE
    return says_so or not evaluation.applies(criterion.id, place)


def _at(evaluation: Evaluation, criterion: Criterion, place: str) -> Decimal | None:
    here = evaluation.criterion(criterion.id, place)
    return score_of(here, evaluation.body(criterion.id, place), evaluation.year)


def as_score(score: CriterionScore) -> Score:
    """One criterion's part of a sum."""
    if score.left_out:
        return Score(left_out=NO_POINTS if score.is_bonus else score.max)
    got = score.appraised
    if score.is_bonus:
        return Score(bonus=got or NO_POINTS, self_given=score.self_given)
    if got is None:
        return Score(open_points=score.max, self_given=score.self_given)
    return Score(got=got, possible=score.max, self_given=score.self_given)


def _plus(left: Score, right: Score) -> Score:
    told = [s for s in (left.self_given, right.self_given) if s is not None]
    return Score.model_construct(
        got=left.got + right.got,
        possible=left.possible + right.possible,
        open_points=left.open_points + right.open_points,
        left_out=left.left_out + right.left_out,
        bonus=left.bonus + right.bonus,
        self_given=sum(told, NO_POINTS) if told else None,
    )
