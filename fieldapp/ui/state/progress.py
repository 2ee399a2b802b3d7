"""How far an inspection is: counted from the cells, told by section."""

from dataclasses import dataclass
from decimal import Decimal

import flet as ft

from fieldapp.domain.scoring import Score
from fieldapp.domain.vietnamese import decimal_text, rounded

_NO_SCORE = Score()


@dataclass(frozen=True)
class SectionProgress:
    """Counts of one section; a criterion asked of seven wards counts seven times."""

    answered: int = 0
    total: int = 0
    not_met: int = 0
    score: Score = _NO_SCORE

    @property
    def points_text(self) -> str:
        """The points, "" where there are none to get: "45,5/60 điểm".

        Points that cannot be known yet are named, never counted as lost.
        """
        score = self.score
        if not score.possible and not score.open_points:
            return ""
        if not score.possible:
            return f"{decimal_text(score.open_points)} điểm, chưa chấm"
        got = decimal_text(rounded(score.got, 2))
        text = f"{got}/{decimal_text(score.possible)} điểm"
        if not score.open_points:
            return text
        return f"{text} · còn {decimal_text(score.open_points)} điểm chưa chấm"


@ft.observable
@dataclass
class ProgressState:
    """The whole inspection's counts, and each section's by its id."""

    whole: SectionProgress = SectionProgress()
    sections: tuple[tuple[str, SectionProgress], ...] = ()

    def of(self, section: str) -> SectionProgress:
        """The counts of one section."""
        return dict(self.sections).get(section, SectionProgress())


def added(parts: list[SectionProgress]) -> SectionProgress:
    """The sum of several counts."""
    return SectionProgress(
        sum(p.answered for p in parts),
        sum(p.total for p in parts),
        sum(p.not_met for p in parts),
        Score(
            got=sum((p.score.got for p in parts), Decimal(0)),
            possible=sum((p.score.possible for p in parts), Decimal(0)),
            open_points=sum((p.score.open_points for p in parts), Decimal(0)),
        ),
    )
