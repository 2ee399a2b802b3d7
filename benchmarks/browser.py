"""From navigation to the first control that can be used: the real server, Chromium."""

from pathlib import Path

from benchmarks.measuring import Report


def measure(folder: Path) -> tuple[Report, ...]:
    """Nothing yet."""
    del folder
    return ()
