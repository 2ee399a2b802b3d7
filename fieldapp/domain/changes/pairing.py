"""Which criterion and section of the old checklist is which of the new one.

The id decides as long as what stands under it stays alike; a criterion that is found
under another id has got a new id (people renumber when they insert one).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from typing import TypeVar

from fieldapp.domain.checklist import Checklist, Criterion, Section
from fieldapp.domain.vietnamese import search_key

T = TypeVar("T", Criterion, Section)

_SAME_ID_ALIKE = 0.5
_ALIKE = 0.6
_MOST_COMPARED = 2_500
"""How many pairs are compared word by word; beyond it equal wordings and ids count."""
_WORDING_WEIGHT = 3
"""The question says more than any other field about which criterion it is."""


@dataclass(frozen=True)
class Pairing:
    """What each criterion and section of the new checklist was before.

    By the new one's id, in the new order; None stands for one that is new.
    """

    criteria: dict[str, Criterion | None]
    sections: dict[str, Section | None]
    criteria_gone: tuple[Criterion, ...]
    sections_gone: tuple[Section, ...]

    @cached_property
    def new_criterion_ids(self) -> dict[str, str]:
        """The new ids of the old criteria that are still there."""
        return {old.id: new for new, old in self.criteria.items() if old}

    @cached_property
    def new_section_ids(self) -> dict[str, str]:
        """The new ids of the old sections that are still there."""
        return {old.id: new for new, old in self.sections.items() if old}


def paired(old: Checklist, new: Checklist) -> Pairing:
    """Return what became of each section and criterion of `old` in `new`."""
    criteria, criteria_gone = _pairs(old.criteria(), new.criteria(), _criteria_alike)
    sections, sections_gone = _pairs(old.sections, new.sections, _sections_alike)
    return Pairing(criteria, sections, criteria_gone, sections_gone)


def _pairs(
    old: Iterable[T], new: Iterable[T], alike: Callable[[T, T], float]
) -> tuple[dict[str, T | None], tuple[T, ...]]:
    """Return the old thing of each new id (or None), and the old ones left over."""
    left = {thing.id: thing for thing in old}
    order = list(new)
    right = {thing.id: thing for thing in order}
    found: dict[str, T | None] = dict.fromkeys(right)
    same_id = [(left[name], now) for name, now in right.items() if name in left]

    def pair(surely: Iterable[tuple[T, T]]) -> None:
        for was, now in surely:
            if was.id in left and now.id in right:
                found[now.id] = left.pop(was.id)
                del right[now.id]

    pair([both for both in same_id if alike(*both) >= _SAME_ID_ALIKE])
    pair(_closest(left, right, alike))
    pair(same_id)
    return found, tuple(left.values())


def _closest(
    left: dict[str, T], right: dict[str, T], alike: Callable[[T, T], float]
) -> list[tuple[T, T]]:
    """Return pairs under different ids that are alike, the surest first."""
    by_wording: dict[str, list[T]] = {}
    for thing in left.values():
        by_wording.setdefault(_wording(thing), []).append(thing)
    few = len(left) * len(right) <= _MOST_COMPARED
    candidates = [
        (alike(was, now), was, now)
        for now in right.values()
        for was in (left.values() if few else by_wording.get(_wording(now), ()))
    ]
    alikes = [item for item in candidates if item[0] >= _ALIKE]
    return [(was, now) for _, was, now in sorted(alikes, key=lambda item: -item[0])]


def _wording(thing: Criterion | Section) -> str:
    words = thing.question if isinstance(thing, Criterion) else thing.title
    return search_key(words)


def _criteria_alike(old: Criterion, new: Criterion) -> float:
    """Return how much of two criteria is the same, ids aside: 0 to 1."""
    same = total = 0.0
    for name, field in Criterion.model_fields.items():
        was, now = getattr(old, name), getattr(new, name)
        if name == "question":
            total += _WORDING_WEIGHT
            same += _WORDING_WEIGHT * _texts_alike(was, now)
        elif name != "id" and not (was == now == field.get_default()):
            total += 1
            same += was == now
    return same / total


def _sections_alike(old: Section, new: Section) -> float:
    """Return how much of two sections is the same, most by their criteria: 0 to 1."""
    if (old.id, old.title) == (new.id, new.title):
        return 1.0
    was = {search_key(c.question) for c in old.criteria}
    now = {search_key(c.question) for c in new.criteria}
    shared = len(was & now) / min(len(was), len(now))
    return (2 * shared + _texts_alike(old.title, new.title)) / 3


@lru_cache(maxsize=4096)
def _texts_alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
