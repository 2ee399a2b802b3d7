"""Prints what was measured: the machine, the times, the goals."""

import os
import platform
import statistics
import sys
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table

from benchmarks.measuring import Goal, Report, Series
from fieldapp.wiring import sqlite_version


def machine() -> str:
    """The machine in one line; the load says how far to trust the figures."""
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs, "
        f"load {load}, Python {platform.python_version()}, SQLite {sqlite_version()}"
    )


def busy() -> str:
    """A warning while other programs compute; empty otherwise."""
    cpus = os.cpu_count() or 1
    if not hasattr(os, "getloadavg") or os.getloadavg()[0] <= cpus:
        return ""
    return "This machine is busy: times are upper bounds; look at min and cpu."


def show(console: Console, report: Report) -> None:
    """Print one report: a table, its goals, its notes."""
    console.print(_table(report))
    for line in (*map(_verdict, report.goals), *report.notes):
        console.print(f"  {line}", highlight=False, soft_wrap=True)
    if warning := busy():
        console.print(f"  {warning}", style="yellow", soft_wrap=True)
    console.print()


def console() -> Console:
    """Where everything is printed; a pipe gets plain text of a fixed width."""
    width = None if sys.stdout.isatty() else 100
    return Console(width=width)


def _table(report: Report) -> Table:
    table = Table(title=report.title, title_justify="left", title_style="bold")
    table.add_column("", overflow="fold")
    for heading in ("median", "min", "max", "cpu", "n"):
        table.add_column(heading, justify="right", no_wrap=True)
    if report.baseline:
        table.add_column("ratio", justify="right", no_wrap=True)
    for series in report.series:
        table.add_row(series.name, *_cells(report, series))
    return table


def _cells(report: Report, series: Series) -> Iterator[str]:
    yield span(series.median)
    yield span(min(series.seconds))
    yield span(max(series.seconds))
    cpu = series.cpu_seconds
    yield span(statistics.median(cpu)) if cpu else ""
    yield str(len(series.seconds))
    ratio = report.ratio(series)
    if ratio is not None:
        yield f"{ratio:.2f}×"


def _verdict(goal: Goal) -> str:
    sign = "<" if goal.below else "≤"
    said = "met" if goal.met else "NOT MET"
    if not goal.met and goal.must is not None:
        inside = goal.value <= goal.must
        said += f" (must {sign} {_amount(goal.must, goal.unit)}: "
        said += "held)" if inside else "BROKEN)"
    limit = _amount(goal.limit, goal.unit)
    return f"{said}: {goal.what} {_amount(goal.value, goal.unit)}, goal {sign} {limit}"


def _amount(value: float, unit: str) -> str:
    if unit != "×":
        return span(value)
    return f"{value:.2f}×" if value >= 0.1 else f"{value:.3f}×"  # noqa: PLR2004 - a tenth


def span(seconds: float) -> str:
    """A time for people: milliseconds below a second."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"
