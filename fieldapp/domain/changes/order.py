"""What moved in a list: the fewest things whose moving explains the new order."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Move(NamedTuple):
    """`name` stood after `old` and stands after `new`; "" for the first place."""

    name: str
    old: str
    new: str


def moves(old: Iterable[str], new: Iterable[str]) -> Iterator[Move]:
    """Yield what moved; names that are in one order only count as not there."""
    before, after = list(old), list(new)
    both = set(before) & set(after)
    before = [name for name in before if name in both]
    after = [name for name in after if name in both]
    if before == after:
        return
    place = {name: index for index, name in enumerate(before)}
    kept = _stayed([place[name] for name in after])
    for index, name in enumerate(after):
        if place[name] not in kept:
            previous = before[place[name] - 1] if place[name] else ""
            yield Move(name, previous, after[index - 1] if index else "")


def _stayed(places: list[int]) -> set[int]:
    """Return the largest set of places that stand in rising order."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(at[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        at[length : length + 1] = [index]
    kept, last = set(), at[-1] if at else -1
    while last >= 0:
        kept.add(places[last])
        last = before[last]
    return kept
