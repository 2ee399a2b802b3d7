"""Names that depend on themselves."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.expressions import cycles


def test_a_checklist_in_order_has_no_cycles() -> None:
    assert cycles({"A": [], "B": ["A"], "C": ["A", "B", "elsewhere"]}) == []


def test_every_cycle_is_told_once_the_shortest_first() -> None:
    graph = {
        "C": ["A"],
        "A": ["B"],
        "B": ["C", "A"],
        "D": ["D"],
        "E": ["A"],
    }

    assert cycles(graph) == [("D",), ("A", "B"), ("A", "B", "C")]


def test_a_long_chain_and_a_long_ring_do_not_exhaust_the_stack() -> None:
    size = 20_000
    names = [f"T{number:05}" for number in range(size)]
    chain = {name: names[place + 1 : place + 2] for place, name in enumerate(names)}

    assert cycles(chain) == []
    assert cycles({**chain, names[-1]: names[:1]}) == [tuple(names)]


NAMES = "ABCDE"


@given(
    st.dictionaries(
        st.sampled_from(NAMES), st.sets(st.sampled_from(NAMES + "Z"), max_size=3)
    )
)
def test_cycles_are_real_and_cover_every_name_in_a_circle(
    graph: dict[str, set[str]],
) -> None:
    real = {
        way
        for size in range(1, len(NAMES) + 1)
        for way in permutations(NAMES, size)
        if way[0] == min(way)
        and all(
            there in graph.get(here, ())
            for here, there in zip(way, (*way[1:], way[0]), strict=True)
        )
    }

    found = cycles(graph)

    assert set(found) <= real
    assert len(set(found)) == len(found)
    assert [len(way) for way in found] == sorted(len(way) for way in found)
    assert {n for way in found for n in way} == {n for way in real for n in way}
