"""Counting criterion by criterion, so that one answer recounts one. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from fieldapp.domain.checklist import Criterion, Section
from fieldapp.domain.evaluation import Evaluation, section_applies
from fieldapp.domain.record import CriterionScores
from fieldapp.domain.standing import asked_units
from fieldapp.domain.totals import (
    CriterionScore,
    Score,
    added,
    as_score,
    criterion_score,
)
from fieldapp.domain.verdicts import Verdict
from fieldapp.ui.state.progress import SectionProgress


@dataclass(frozen=True)
class Tally:
    """One criterion over all places where it applies."""

    answered: int = 0
    total: int = 0
    met: int = 0
    not_met: int = 0
    score: CriterionScore | None = None

    @property
    def points(self) -> Score:
        """Its part of the section's points."""
        return as_score(self.score) if self.score else Score()


class Tallies:
    """The tally of every criterion of an inspection."""

    def __init__(self, evaluation: Evaluation) -> None:
        self._evaluation = evaluation
        self._given: dict[str, CriterionScores] = {}
        self._known: dict[str, Tally] = {}

    def of(self, criterion: Criterion) -> Tally:
        """The tally, counted when it is first asked for."""
        found = self._known.get(criterion.id)
        if found is None:
            found = self._known[criterion.id] = self._count(criterion)
        return found

    def forget(self, criteria: Iterable[str]) -> None:
        """Count these again when they are next asked for."""
        for criterion_id in criteria:
            self._known.pop(criterion_id, None)

    def forget_all(self, given: dict[str, CriterionScores]) -> None:
        """Count everything again, with these points given by people."""
        self._given = given
        self._known = {}

    def give(self, scores: CriterionScores) -> None:
        """Take in points given by people to one criterion."""
        self._given[scores.criterion] = scores
        self.forget([scores.criterion])

    def entry(self, section: Section, place: str) -> Tally:
        """How one entry of a group stands over all criteria of the group."""
        evaluation = self._evaluation
        asked = [c.id for c in section.criteria if evaluation.applies(c.id, place)]
        verdicts = [evaluation.verdict(name, place) for name in asked]
        return Tally(
            answered=sum(evaluation.body(name, place) is not None for name in asked),
            total=len(asked),
            met=verdicts.count(Verdict.MET),
            not_met=verdicts.count(Verdict.NOT_MET),
        )

    def section(self, section: Section) -> SectionProgress:
        """The counts of one section."""
        tallies = [self.of(criterion) for criterion in section.criteria]
        return SectionProgress(
            answered=sum(t.answered for t in tallies),
            total=sum(t.total for t in tallies),
            not_met=sum(t.not_met for t in tallies),
            score=added(t.points for t in tallies),
            whole_points=self._evaluation.checklist.normalise,
            applies=section_applies(self._evaluation, section),
        )

    def _count(self, criterion: Criterion) -> Tally:
        evaluation, name = self._evaluation, criterion.id
        places = [
            unit.code
            for unit in asked_units(evaluation, name)
            if evaluation.applies(name, unit.code)
        ]
        verdicts = [evaluation.verdict(name, place) for place in places]
        return Tally(
            answered=sum(evaluation.body(name, place) is not None for place in places),
            total=len(places),
            met=verdicts.count(Verdict.MET),
            not_met=verdicts.count(Verdict.NOT_MET),
            score=criterion_score(evaluation, criterion, self._given.get(name)),
        )
