"""Runs contenders side by side: equally warmed, in alternating order, in one run."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Contender:
    """One way of doing the job. Only `act` is timed; it gets what `prepare` made.

    `prepare` gets the round's number, which counts on through the warm-up: make
    fresh input from it, so that no cache answers for the work.
    """

    name: str
    act: Callable[[Any], object]
    prepare: Callable[[int], Any] = lambda number: number


@dataclass(frozen=True)
class Series:
    """The times of one contender, in the order they were taken.

    `cpu_seconds` is what this process computed meanwhile (all threads), where that
    is known: a busy machine stretches the clock's time much more than this.
    """

    name: str
    seconds: tuple[float, ...]
    cpu_seconds: tuple[float, ...] = ()

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


@dataclass(frozen=True)
class Goal:
    """What is promised about a figure: at most `limit`, and in no case over `must`.

    `unit` is "s" or "×"; `below` is true where reaching the limit is not enough.
    """

    what: str
    value: float
    limit: float
    unit: str = "s"
    must: float | None = None
    below: bool = False

    @property
    def met(self) -> bool:
        return self.value < self.limit if self.below else self.value <= self.limit


@dataclass(frozen=True)
class Report:
    """What one measurement found; ratios are of medians, to `baseline`'s."""

    title: str
    series: tuple[Series, ...]
    goals: tuple[Goal, ...] = ()
    baseline: str = ""
    notes: tuple[str, ...] = field(default=())

    def __getitem__(self, name: str) -> Series:
        return next(s for s in self.series if s.name == name)

    def ratio(self, series: Series) -> float | None:
        """Its median over the baseline's; None where there is no baseline."""
        return series.median / self[self.baseline].median if self.baseline else None


def side_by_side(
    contenders: Sequence[Contender], *, rounds: int, warm_up: int = 1
) -> tuple[Series, ...]:
    """Time every contender once a round; each round starts with the next one.

    A disk or a machine that slows down midway then slows everybody alike.
    """
    times: dict[str, list[tuple[float, float]]] = {c.name: [] for c in contenders}
    for number in range(warm_up + rounds):
        first = number % len(contenders)
        for contender in (*contenders[first:], *contenders[:first]):
            spent = _timed(contender, number)
            if number >= warm_up:
                times[contender.name].append(spent)
    return tuple(
        Series(name, *zip(*found, strict=True)) for name, found in times.items()
    )


def _timed(contender: Contender, number: int) -> tuple[float, float]:
    """Seconds on the clock, seconds of computing."""
    given = contender.prepare(number)
    start, start_cpu = time.perf_counter(), time.process_time()
    made = contender.act(given)
    spent = time.perf_counter() - start, time.process_time() - start_cpu
    del made  # throwing the result away is nobody's work
    return spent
