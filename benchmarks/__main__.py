"""`python -m benchmarks [NAME…]`: run the measurements and print what they found."""

import argparse
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import (
    browser,
    checklist,
    clicking,
    notice,
    opening,
    relevance,
    reporting,
    save,
)
from benchmarks.measuring import Report

MEASUREMENTS: dict[str, Callable[[Path], tuple[Report, ...]]] = {
    "save": save.measure,
    "open": opening.measure,
    "notice": notice.measure,
    "browser": browser.measure,
    "click": clicking.measure,
    "checklist": checklist.measure,
    "relevance": relevance.measure,
}
# Not the system's temporary folder: that is often memory, where fsync costs nothing.
WORK = Path(__file__).resolve().parents[1] / "build" / "bench"


def main() -> None:
    """Run the named measurements, or all; the exit code says nothing about speed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=", ".join(MEASUREMENTS)
    )
    parser.add_argument("--work", type=Path, default=WORK, help="folder to measure on")
    chosen = parser.parse_args()
    unknown = set(chosen.names) - set(MEASUREMENTS)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    console = reporting.console()
    console.print(reporting.machine(), highlight=False, soft_wrap=True)
    console.print()
    for name in chosen.names or MEASUREMENTS:
        for report in run(name, chosen.work):
            reporting.show(console, report)


def run(name: str, work: Path) -> tuple[Report, ...]:
    """One measurement in a folder of its own, removed afterwards."""
    work.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=work))
    try:
        return MEASUREMENTS[name](folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
