"""Which item of an old list is which of a new one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from fieldapp.domain.asking import Labelled
from fieldapp.domain.checklist import Constraint
from fieldapp.domain.law import LegalBasis
from fieldapp.domain.points import Band
from fieldapp.domain.value import Value

V = TypeVar("V", bound=Value)

_KEYS: dict[type[Value], str] = {
    Labelled: "id",
    LegalBasis: "ref",
    Constraint: "check",
    Band: "at_least",
}


@dataclass(frozen=True)
class Matched(Generic[V]):
    """Items in both lists as pairs, in the new order; and what is in one only."""

    pairs: tuple[tuple[V, V], ...]
    gone: tuple[V, ...]
    added: tuple[V, ...]
    orders: tuple[tuple[V, ...], tuple[V, ...]]

    @property
    def order_changed(self) -> bool:
        """True when the items in both lists stand in another order."""
        return [old for old, _ in self.pairs] != list(self.orders[0])


def matched(old: Sequence[V], new: Sequence[V]) -> Matched[V]:
    """Match two lists: equal items, those of one key, those that differ in it alone."""
    left, right = list(enumerate(old)), list(enumerate(new))
    pairs: list[tuple[int, int]] = []
    for is_same in (_equal, _same_key, _same_but_key):
        for one in tuple(left):
            other = next((item for item in right if is_same(one[1], item[1])), None)
            if other is not None:
                pairs.append((one[0], other[0]))
                left.remove(one)
                right.remove(other)
    in_old_order = sorted(pairs)
    in_new_order = sorted(pairs, key=lambda pair: pair[1])
    return Matched(
        pairs=tuple((old[i], new[j]) for i, j in in_new_order),
        gone=tuple(item for _, item in left),
        added=tuple(item for _, item in right),
        orders=(
            tuple(old[i] for i, _ in in_old_order),
            tuple(new[j] for _, j in in_new_order),
        ),
    )


def _equal(one: Value, other: Value) -> bool:
    return one == other


def _same_key(one: Value, other: Value) -> bool:
    key = _key(one)
    return bool(key) and getattr(one, key) == getattr(other, key)


def _same_but_key(one: Value, other: Value) -> bool:
    key = _key(one)
    if not key:
        return False
    mine = one.model_copy(update={key: None})
    return mine == other.model_copy(update={key: None})


def _key(item: Value) -> str:
    return next((key for kind, key in _KEYS.items() if isinstance(item, kind)), "")
