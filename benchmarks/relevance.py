"""A long checklist with relevance: opened, and answered one criterion after another.

The same form three times: our YAML from file to ready; pyxform compiling the XLSForm,
which opens nothing; ODK's web forms engine opening what pyxform made, which compiles
nothing, in Node and in a browser. Each in a process of its own, once a round, in
turns. Whoever takes answers has to say after each how many criteria apply; a wrong
count stops the measurement.
"""

import shutil
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import xform_engine
from benchmarks.apart import OURS, PYXFORM, Outcome, Task, python
from benchmarks.browser import browser_path
from benchmarks.checklist import AVAILABLE, CSV, FULL, MISSING, PLAIN, XLSX
from benchmarks.measuring import Goal, Report, Series
from benchmarks.relevant_forms import Step, our_text, relevant, steps, their_sheets
from benchmarks.xlsform import write_csv, write_xlsx

NODE = "@getodk/xforms-engine in Node"
CHROMIUM = "@getodk/xforms-engine in Chromium"
ENGINES = (NODE, CHROMIUM)
NO_BROWSER = "No browser here: the engine runs in Node only."
_FRAME_S = 0.016

Act = Callable[[], Outcome]


class WrongRelevanceError(Exception):
    """A contender does not do the work; its times would say nothing."""


@dataclass(frozen=True)
class Form:
    """What is measured: a form and the answers given to it."""

    criteria: int
    steps: tuple[Step, ...]

    def check(self, name: str, outcome: Outcome) -> None:
        """Hold the counts of criteria that apply against our own.

        Raises:
            WrongRelevanceError: They differ, or fewer answers were taken.
        """
        expected = tuple(relevant(self.criteria, self.steps))
        if outcome.relevant == expected:
            return
        told = zip(outcome.relevant, expected, strict=False)
        wrong = next((n for n, (a, b) in enumerate(told) if a != b), "the last")
        raise WrongRelevanceError(f"{name}: wrong criteria apply after answer {wrong}")


def measure(
    folder: Path,
    *,
    criteria: int = 5000,
    answers: int = 200,
    rounds: int = 3,
    engine: Callable[[], str] = xform_engine.install,
) -> tuple[Report, ...]:
    """Measure; `engine` gets the engine ready and says why not, or nothing."""
    form = Form(criteria, tuple(steps(criteria, answers)))
    contenders, notes = _contenders(folder, form, engine)
    found = _in_turns(contenders, rounds)
    for name, outcomes in found.items():
        if name not in (CSV, XLSX):  # compilers take no answers
            for outcome in outcomes:
                form.check(name, outcome)
    return tuple(_reports(form, found, notes))


def _contenders(
    folder: Path, form: Form, engine: Callable[[], str]
) -> tuple[dict[str, Act], list[str]]:
    """Everybody who can take part, and why others cannot."""
    found = dict(_ours(folder, form))
    if not AVAILABLE:
        return found, [MISSING, "Without it there is no XForm for the engine to open."]
    found |= _pyxform(folder, form)
    if missing := engine():
        return found, [missing]
    task = _xform(folder, form, found[CSV])
    found[NODE] = partial(xform_engine.in_node, task)
    if (browser := browser_path()) is None:
        return found, [NO_BROWSER]
    found[CHROMIUM] = partial(xform_engine.in_browser, browser, task)
    return found, []


def _ours(folder: Path, form: Form) -> Iterator[tuple[str, Act]]:
    for name, plain in ((PLAIN, True), (FULL, False)):
        path = folder / f"{'plain' if plain else 'full'}.yaml"
        path.write_text(our_text(form.criteria, plain=plain), encoding="utf-8")
        task = Task(path, form.steps).write(path.with_suffix(".json"))
        yield name, partial(python, OURS, task)


def _pyxform(folder: Path, form: Form) -> Iterator[tuple[str, Act]]:
    sheets = their_sheets(form.criteria)
    for name, write, ending in ((CSV, write_csv, "csv"), (XLSX, write_xlsx, "xlsx")):
        path = folder / ending / f"form.{ending}"
        path.parent.mkdir()
        write(path, sheets)
        task = Task(path, ()).write(path.parent / "task.json")
        yield name, partial(python, PYXFORM, task)


def _xform(folder: Path, form: Form, compile_form: Act) -> Path:
    """The task of opening what pyxform makes of the XLSForm."""
    compile_form()
    made = shutil.copyfile(folder / "csv" / "form.xml", folder / "engine.xml")
    return Task(made, form.steps).write(folder / "engine.json")


def _in_turns(contenders: dict[str, Act], rounds: int) -> dict[str, list[Outcome]]:
    """Each once a round; each round begins with the next one."""
    found: dict[str, list[Outcome]] = {name: [] for name in contenders}
    names = list(contenders)
    for number in range(rounds):
        first = number % len(names)
        for name in (*names[first:], *names[:first]):
            found[name].append(contenders[name]())
    return found


def _reports(
    form: Form, found: dict[str, list[Outcome]], notes: Sequence[str]
) -> Iterator[Report]:
    opening = tuple(_opening(name, outcomes) for name, outcomes in found.items())
    medians = {series.name: series.median for series in opening}
    yield Report(
        f"Opening a checklist of {form.criteria} criteria, relevance on every third",
        opening,
        goals=tuple(_opening_goals(medians, found)),
        baseline=CSV if CSV in found else "",
        notes=(_memory(found), *notes),
    )
    answered = tuple(
        Series(name, tuple(s for o in outcomes for s in o.answer_seconds))
        for name, outcomes in found.items()
        if outcomes[0].answer_seconds
    )
    if answered:
        yield _answering(form, answered)


def _opening(name: str, outcomes: Sequence[Outcome]) -> Series:
    cpu = tuple(o.open_cpu_seconds for o in outcomes if o.open_cpu_seconds is not None)
    return Series(name, tuple(o.open_seconds for o in outcomes), cpu)


def _opening_goals(
    median: dict[str, float], found: dict[str, list[Outcome]]
) -> Iterator[Goal]:
    for compiled in (CSV, XLSX):
        if compiled in median:
            ratio = median[PLAIN] / median[compiled]
            yield Goal(f"{PLAIN} / {compiled}:", ratio, 1 / 2, "×", must=1)
    for engine in ENGINES:
        if engine in median:
            ratio = median[PLAIN] / median[engine]
            yield Goal(f"{PLAIN} / {engine}:", ratio, 1 / 20, "×")
            yield from _memory_goals(engine, found)


def _memory_goals(engine: str, found: dict[str, list[Outcome]]) -> Iterator[Goal]:
    ours, theirs = _peak(found[PLAIN]), _peak(found[engine])
    if ours and theirs:
        said = f"peak memory, {PLAIN} / {engine}:"
        yield Goal(said, ours / theirs, 1 / 3, "×", below=True)


def _answering(form: Form, answered: tuple[Series, ...]) -> Report:
    """How long one answer takes until everything that hangs on it is settled."""
    late = {s.name: _p99(s.seconds) for s in answered}
    goals = tuple(
        Goal(f"{name}, p99:", late[name], _FRAME_S, below=True)
        for name in (PLAIN, FULL)
        if name in late
    )
    theirs = tuple(
        f"p99 of {name}: {seconds * 1000:.3g} ms"
        for name, seconds in late.items()
        if name in ENGINES
    )
    title = f"One answer of {len(form.steps)} among {form.criteria} criteria"
    return Report(title, answered, goals, notes=theirs)


def _p99(seconds: Sequence[float]) -> float:
    return statistics.quantiles(seconds, n=100, method="inclusive")[98]


def _peak(outcomes: Sequence[Outcome]) -> float | None:
    """Bytes; None where the system does not tell."""
    told = [o.peak_bytes for o in outcomes if o.peak_bytes is not None]
    return statistics.median(told) if told else None


def _memory(found: dict[str, list[Outcome]]) -> str:
    peaks = {name: _peak(outcomes) for name, outcomes in found.items()}
    said = (f"{name} {peak / 1e6:.0f} MB" for name, peak in peaks.items() if peak)
    return f"peak memory of the process: {'; '.join(said) or 'not told here'}"
