"""A long checklist from file to ready: ours beside pyxform compiling an XLSForm.

pyxform (ODK, Kobo, Survey123 stand on it) gets the same number of the same kinds of
question with label, hint and constraint, no relevance; its own usual file (.xlsx)
and the file it reads fastest (.csv). We get the same questions, and again with all an
inspection needs beside them. Neither tool does the other's job: pyxform writes an
XForm and opens nothing; we compile nothing and are ready to take answers.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.forms import checklist_text
from benchmarks.measuring import Contender, Goal, Report, side_by_side
from benchmarks.xlsform import flat, write_csv, write_xlsx
from fieldapp.library import load_checklist

PLAIN = "fieldapp, what an XLSForm says too"
FULL = "fieldapp, with sentences, points, law"
CSV, XLSX = "pyxform, .csv to XForm", "pyxform, .xlsx to XForm"
AVAILABLE = find_spec("pyxform") is not None
MISSING = "pyxform is not installed (extra `bench`): ours alone."


def measure(
    folder: Path, *, criteria: int = 5000, rounds: int = 8
) -> tuple[Report, ...]:
    """Measure in one process, alternating."""
    contenders = list(_ours(folder, criteria))
    if AVAILABLE:
        contenders += _pyxform(folder, criteria)
    series = side_by_side(contenders, rounds=rounds)
    title = f"Loading and checking a checklist of {criteria} criteria"
    if not AVAILABLE:
        return (Report(title, series, notes=(MISSING,)),)
    found = Report(title, series, baseline=CSV)
    return (replace(found, goals=tuple(_goals(found))),)


def _goals(found: Report) -> Iterator[Goal]:
    for ours, theirs in ((PLAIN, CSV), (PLAIN, XLSX), (FULL, CSV), (FULL, XLSX)):
        ratio = found[ours].median / found[theirs].median
        yield Goal(f"{ours} / {theirs}:", ratio, 1, "×", below=True)


def _ours(folder: Path, criteria: int) -> Iterator[Contender]:
    for name, plain in ((PLAIN, True), (FULL, False)):
        path = folder / f"{'plain' if plain else 'full'}.yaml"
        path.write_text(checklist_text(criteria, plain=plain), encoding="utf-8")
        yield _reader(name, load_checklist, path)


def _pyxform(folder: Path, questions: int) -> Iterator[Contender]:
    from pyxform.xls2xform import convert  # noqa: PLC0415 - only where it is installed

    for name, write in ((CSV, write_csv), (XLSX, write_xlsx)):
        path = folder / f"long.{name.split('.')[1].split()[0]}"
        write(path, flat(questions))
        yield _reader(name, lambda given: convert(xlsform=str(given)), path)


def _reader(name: str, read: Callable[[Path], Any], path: Path) -> Contender:
    return Contender(name, read, lambda _: path)
