"""Our side of `relevance`: a checklist from file to ready, and one answer to it.

NOT COMPLETE: the checklist is read and checked without its relevance, and nothing is
evaluated. `EVALUATES` says so, and the report repeats it.
"""

from pathlib import Path

from benchmarks.relevant_forms import Step
from fieldapp.domain.checklist import Checklist
from fieldapp.library import parse_checklist

EVALUATES = False


class Ready:
    """A checklist that takes answers."""

    def __init__(self, checklist: Checklist) -> None:
        self._checklist = checklist

    def answer(self, step: Step) -> None:
        """Take the answer; afterwards `applies` is right for every criterion."""
        raise NotImplementedError

    def applies(self, criterion: str) -> bool:
        """Whether the criterion applies with the answers so far."""
        raise NotImplementedError

    def applying(self) -> int:
        """How many criteria apply."""
        sections = self._checklist.sections
        return sum(self.applies(c.id) for s in sections for c in s.criteria)


def ready(path: Path) -> Ready:
    """Read, check and make ready."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith("        when: "))
    return Ready(parse_checklist(text, path.name))
