"""Differences of values as changes at a place."""

from collections.abc import Iterable, Iterator

from fieldapp.domain.changes.change import Change, ChangeKind, Place
from fieldapp.domain.changes.fields import Difference
from fieldapp.domain.changes.values import quoted, shown
from fieldapp.domain.checklist import Criterion, Section


def told(
    found: Iterable[Difference], kind: ChangeKind, where: Place
) -> Iterator[Change]:
    """Yield differences as changes of `kind`; marks of verifying have their own."""
    for what, old, new, about_verifying in found:
        own = ChangeKind.VERIFIED if about_verifying else kind
        yield Change(kind=own, where=where, what=what, old=old, new=new)


def came(thing: Criterion | Section, where: Place) -> Change:
    """A criterion or section that was not there."""
    what, words = _in_short(thing)
    return Change(kind=ChangeKind.ADDED, where=where, what=what, new=words)


def went(thing: Criterion | Section, where: Place) -> Change:
    """A criterion or section that is not there any more."""
    what, words = _in_short(thing)
    return Change(kind=ChangeKind.REMOVED, where=where, what=what, old=words)


def moved(where: Place, old: str, new: str) -> Change:
    """A criterion or section that stands elsewhere."""
    return Change(kind=ChangeKind.MOVED, where=where, what="vị trí", old=old, new=new)


def _in_short(thing: Criterion | Section) -> tuple[str, str]:
    if isinstance(thing, Section):
        return "phần", quoted(thing.title)
    points = f", {shown(thing.points.max)} điểm" if thing.points else ""
    return "tiêu chí", f"{quoted(thing.question)} ({shown(thing.answer.type)}{points})"
