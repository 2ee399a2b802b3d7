"""One contender in a process of its own, so that its memory is its own.

`python -m benchmarks.apart NAME TASK.json` does the task once and prints an `Outcome`
as JSON. Importing is not timed; nothing is warmed up beyond that.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

from benchmarks import ours_ready
from benchmarks.relevant_forms import Step

ROOT = Path(__file__).resolve().parents[1]
Made = TypeVar("Made")
OURS, PYXFORM = "ours", "pyxform"


@dataclass(frozen=True)
class Task:
    """A form to open, and the answers to give it then."""

    form: Path
    steps: tuple[Step, ...]

    def write(self, path: Path) -> Path:
        steps = [asdict(step) for step in self.steps]
        content = {"form": str(self.form), "steps": steps}
        path.write_text(json.dumps(content), encoding="utf-8")
        return path


@dataclass(frozen=True)
class Outcome:
    """What one process found.

    `relevant` counts the criteria that apply, before any answer and after each; it is
    empty where the contender answers nothing. `parse_seconds` is part of opening;
    `open_cpu_seconds` is what the process computed meanwhile, None where not known.
    """

    open_seconds: float
    peak_bytes: int | None
    answer_seconds: tuple[float, ...] = ()
    relevant: tuple[int, ...] = ()
    parse_seconds: float | None = None
    open_cpu_seconds: float | None = None


def run(command: Sequence[str | Path], *, timeout_s: float = 600) -> Outcome:
    """The outcome that the command tells.

    Raises:
        subprocess.CalledProcessError: It failed; its own words went to stderr.
    """
    done = subprocess.run(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=timeout_s,
    )
    return told(json.loads(done.stdout.splitlines()[-1]))


def tell(outcome: Outcome) -> None:
    """Print the outcome as the last line."""
    sys.stdout.write(json.dumps(asdict(outcome)) + "\n")


def told(found: dict[str, Any]) -> Outcome:
    """The outcome from its JSON."""
    lists = {key: tuple(found.get(key, ())) for key in ("answer_seconds", "relevant")}
    return Outcome(**found | lists)


def python(name: str, task: Path) -> Outcome:
    """The outcome of a contender of this module."""
    return run([sys.executable, "-m", "benchmarks.apart", name, task])


def peak_bytes(process: int | None = None) -> int | None:
    """The most memory a process has had, this one if none is named.

    None where the system does not tell. Linux starts a child's `ru_maxrss` from its
    parent's size; its own is elsewhere.
    """
    status = Path(f"/proc/{process or 'self'}/status")
    if status.exists():
        lines = status.read_text("ascii", "replace").splitlines()
        peak = next(line for line in lines if line.startswith("VmHWM:"))
        return int(peak.split()[1]) * 1024
    if sys.platform == "win32" or process is not None:
        return None
    import resource  # noqa: PLC0415 - Windows has none

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def ours(form: Path, steps: Sequence[Step]) -> Outcome:
    """Open our checklist and answer it."""
    ready, opened, computed = timed(lambda: ours_ready.ready(form))
    relevant = [ready.applying()]
    spent = []
    for step in steps:
        start = time.perf_counter()
        ready.answer(step)
        for dependent in step.dependents:
            ready.applies(dependent)
        spent.append(time.perf_counter() - start)
        relevant.append(ready.applying())
    return Outcome(
        opened,
        peak_bytes(),
        tuple(spent),
        tuple(relevant),
        open_cpu_seconds=computed,
    )


def pyxform(form: Path, steps: Sequence[Step]) -> Outcome:
    """Compile an XLSForm; the XForm goes beside it. pyxform takes no answers."""
    from pyxform.xls2xform import convert  # noqa: PLC0415 - only where it is installed

    del steps
    made, opened, computed = timed(lambda: convert(xlsform=str(form)))
    form.with_suffix(".xml").write_text(made.xform, encoding="utf-8")
    return Outcome(opened, peak_bytes(), open_cpu_seconds=computed)


def timed(act: Callable[[], Made]) -> tuple[Made, float, float]:
    """What it makes, the seconds on the clock, the seconds of computing."""
    start, start_cpu = time.perf_counter(), time.process_time()
    made = act()
    return made, time.perf_counter() - start, time.process_time() - start_cpu


CONTENDERS: dict[str, Callable[[Path, Sequence[Step]], Outcome]] = {
    OURS: ours,
    PYXFORM: pyxform,
}


def main() -> None:
    name, path = sys.argv[1:]
    task = json.loads(Path(path).read_text("utf-8"))
    steps = [
        Step(**step | {"dependents": tuple(step["dependents"])})
        for step in task["steps"]
    ]
    tell(CONTENDERS[name](Path(task["form"]), steps))


if __name__ == "__main__":
    main()
