"""How far an inspection is: counted from the cells, told by section."""

from dataclasses import dataclass

import flet as ft


@dataclass(frozen=True)
class SectionProgress:
    """Counts of one section; a criterion asked of seven wards counts seven times."""

    answered: int = 0
    total: int = 0
    not_met: int = 0


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
    )
