"""How far an inspection is: counted from the cells, told by section."""

from dataclasses import dataclass
from decimal import Decimal

import flet as ft

from fieldapp.domain.totals import Score, added
from fieldapp.domain.vietnamese import decimal_text, rounded

_NO_SCORE = Score()


@dataclass(frozen=True)
class SectionProgress:
    """Counts of one section; a criterion asked of seven wards counts seven times.

    `whole_points` also shows points on the whole scale where parts do not apply;
    `applies` is False while the section's own condition does not hold.
    """

    answered: int = 0
    total: int = 0
    not_met: int = 0
    score: Score = _NO_SCORE
    whole_points: bool = False
    applies: bool = True

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
        parts = [f"{_shown(score.got)}/{decimal_text(score.possible)} điểm"]
        if score.bonus:
            parts.append(f"thưởng {_shown(score.bonus)}")
        if score.open_points:
            parts.append(f"còn {decimal_text(score.open_points)} điểm chưa chấm")
        if self.whole_points and score.normalised is not None:
            whole = decimal_text(score.possible + score.left_out)
            parts.append(f"quy về thang {whole}: {_shown(score.normalised)}")
        return " · ".join(parts)

    @property
    def self_text(self) -> str:
        """What the unit gave itself so far, "" where it gave nothing."""
        own = self.score.self_given
        return "" if own is None else f"Đơn vị tự chấm {_shown(own)} điểm"


@ft.observable
@dataclass
class ProgressState:
    """The whole inspection's counts, and each section's by its id."""

    whole: SectionProgress = SectionProgress()
    sections: tuple[tuple[str, SectionProgress], ...] = ()

    def of(self, section: str) -> SectionProgress:
        """The counts of one section."""
        return dict(self.sections).get(section, SectionProgress())


def summed(parts: list[SectionProgress]) -> SectionProgress:
    """The sum of several counts."""
    return SectionProgress(
        sum(p.answered for p in parts),
        sum(p.total for p in parts),
        sum(p.not_met for p in parts),
        added(p.score for p in parts),
        whole_points=any(p.whole_points for p in parts),
    )


def _shown(points: Decimal) -> str:
    return decimal_text(rounded(points, 2))
