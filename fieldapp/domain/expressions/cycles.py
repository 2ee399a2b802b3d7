"""Names that depend on themselves; found without recursion."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping

_Graph = Mapping[str, list[str]]


def cycles(graph: Mapping[str, Collection[str]]) -> list[tuple[str, ...]]:
    """Return cycles of `graph` (name: names it depends on), the shortest first.

    Every name that depends on itself is in one of them, every cycle is there once,
    begins with its smallest name, and continues with what that depends on. Names
    that are no key depend on nothing. Where cycles overlap, longer ways around the
    same names are left out: there may be more of them than anybody could read.
    """
    known = {name: sorted({n for n in graph[name] if n in graph}) for name in graph}
    found: set[tuple[str, ...]] = set()
    for knot in _knots(known):
        inside = {name: [n for n in known[name] if n in knot] for name in knot}
        covered: set[str] = set()
        for name in sorted(knot):
            if name not in covered:
                way = _shortest(inside, name)
                covered.update(way)
                found.add(_from_smallest(way))
    return sorted(found, key=lambda way: (len(way), way))


def _knots(graph: _Graph) -> Iterator[set[str]]:
    """Yield the sets of names that all depend on each other (Kosaraju's way)."""
    turned: dict[str, list[str]] = {name: [] for name in graph}
    for name, others in graph.items():
        for other in others:
            turned[other].append(name)
    order = [name for tree in _explored(graph, graph) for name in tree]
    for tree in _explored(turned, reversed(order)):
        if len(tree) > 1 or tree[0] in graph[tree[0]]:
            yield set(tree)


def _explored(graph: _Graph, roots: Iterable[str]) -> Iterator[list[str]]:
    """Yield what is reached from each root and was not before.

    A name comes after everything that is reached through it.
    """
    seen: set[str] = set()
    for root in roots:
        if root in seen:
            continue
        seen.add(root)
        left: list[str] = []
        path = [(root, iter(graph[root]))]
        while path:
            name, others = path[-1]
            other = next((n for n in others if n not in seen), None)
            if other is None:
                left.append(name)
                path.pop()
            else:
                seen.add(other)
                path.append((other, iter(graph[other])))
        yield left


def _shortest(graph: _Graph, start: str) -> tuple[str, ...]:
    """The shortest way from a name back to itself; empty when there is none."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        name = waiting.popleft()
        for other in graph[name]:
            if other == start:
                return tuple(reversed([*_back(came_from, name, start)]))
            if other not in came_from:
                came_from[other] = name
                waiting.append(other)
    return ()


def _back(came_from: Mapping[str, str], name: str, start: str) -> Iterator[str]:
    while name != start:
        yield name
        name = came_from[name]
    yield start


def _from_smallest(way: tuple[str, ...]) -> tuple[str, ...]:
    first = way.index(min(way))
    return way[first:] + way[:first]
