"""The op: one fact, written once, never changed; everything else is derived from it.

A value is superseded only by an op that lists it in `seen`, so no clock can make a
value vanish. Ops nobody has superseded are the heads of their field; several heads
are a disagreement, of which the latest is shown and all are kept (ADR 0004).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeVar

from pydantic import AwareDatetime, ConfigDict, Field, JsonValue

from fieldapp.domain.value import Value
from fieldapp.errors import IntegrityError

SCHEMA_V = 1

T = TypeVar("T")


class OpKind(StrEnum):
    """The kinds this version writes; kinds of newer versions are kept as they are."""

    SET = "set"
    ADD = "add"
    DELETE = "delete"
    RESOLVE = "resolve"
    ATTACH = "attach"


class FieldKey(NamedTuple):
    """What a value belongs to; disagreement and merging happen per key."""

    inspection_id: str
    entity: str
    entity_id: str
    field: str


class Exact(Value):
    """A value whose text is kept to the letter (a checklist's YAML, say)."""

    model_config = ConfigDict(str_strip_whitespace=False)


class Write(Exact):
    """What a use case wants recorded; the store makes it an op.

    `value` is JSON. Kind `delete` carries None.
    """

    kind: str
    entity: str
    entity_id: str
    field: str
    value: JsonValue = None


class Op(Exact):
    """One fact. `(inspection_id, device_id, counter)` is its identity.

    `counter` is dense from 1 per device and inspection; `seen` names the heads of
    the same field ("device.counter") that its author replaces; `wall_time` is for
    people, `hlc` for order (`fieldapp.domain.hlc`).
    """

    inspection_id: str
    device_id: str
    counter: int = Field(ge=1)
    author: str
    hlc: int
    wall_time: AwareDatetime
    kind: str
    entity: str
    entity_id: str
    field: str
    value: JsonValue = None
    seen: tuple[str, ...] = ()
    schema_v: int = SCHEMA_V

    @property
    def id(self) -> str:
        """Its name within the inspection: "device.counter"."""
        return f"{self.device_id}.{self.counter}"

    @property
    def key(self) -> FieldKey:
        """The field it speaks about."""
        return FieldKey(self.inspection_id, self.entity, self.entity_id, self.field)

    @property
    def rank(self) -> tuple[int, str, int]:
        """Order among heads: the highest is shown."""
        return (self.hlc, self.device_id, self.counter)

    @property
    def understood(self) -> bool:
        """Whether this version knows the kind; if not, it needs a newer app."""
        return self.kind in set(OpKind)


class Register(Value):
    """One field's state: its heads (highest rank first) and what they replaced.

    `superseded` also names ops that have not arrived yet. `born` is the lowest hlc
    of all ops met, whatever became of them: the order in which things were added.
    """

    heads: tuple[Op, ...]
    superseded: frozenset[str]
    born: int

    @property
    def shown(self) -> Op | None:
        """The head people see; None only if ops name each other."""
        return self.heads[0] if self.heads else None

    @property
    def disagrees(self) -> bool:
        """Whether a person has to choose."""
        return len(self.heads) > 1


def replaced(kind: str, heads: Sequence[T]) -> Sequence[T]:
    """Which of the field's heads (highest rank first) a new local op replaces.

    A person who types a new value has looked at the shown one; the others stand
    until a person settles them (kind `resolve`).
    """
    return heads if kind == OpKind.RESOLVE else heads[:1]


def fold(ops: Iterable[Op]) -> dict[FieldKey, Register]:
    """The heads of every field; the order and repetition of `ops` do not matter.

    Raises:
        IntegrityError: One op id with two contents: a device's counter was reused.
    """
    by_key: defaultdict[FieldKey, dict[str, Op]] = defaultdict(dict)
    for op in ops:
        known = by_key[op.key].setdefault(op.id, op)
        if known != op:
            raise IntegrityError(
                f"Cuộc kiểm tra {op.inspection_id}: mã thao tác {op.id} có hai nội "
                "dung khác nhau. Hãy giữ nguyên tệp dữ liệu và báo bộ phận kỹ thuật."
            )
    return {key: _register(found.values()) for key, found in by_key.items()}


def merge(
    left: Mapping[FieldKey, Register], right: Mapping[FieldKey, Register]
) -> dict[FieldKey, Register]:
    """What folding the ops of both would give; neither side can lose a head."""
    merged = dict(left)
    for key, register in right.items():
        mine = merged.get(key)
        merged[key] = _join(mine, register) if mine else register
    return merged


def _register(ops: Iterable[Op]) -> Register:
    found = tuple(ops)
    superseded = frozenset(name for op in found for name in op.seen)
    return Register(
        heads=_standing(found, superseded),
        superseded=superseded,
        born=min(op.hlc for op in found),
    )


def _join(left: Register, right: Register) -> Register:
    superseded = left.superseded | right.superseded
    candidates = {op.id: op for op in (*left.heads, *right.heads)}
    return Register(
        heads=_standing(candidates.values(), superseded),
        superseded=superseded,
        born=min(left.born, right.born),
    )


def _standing(ops: Iterable[Op], superseded: frozenset[str]) -> tuple[Op, ...]:
    heads = (op for op in ops if op.id not in superseded)
    return tuple(sorted(heads, key=lambda op: op.rank, reverse=True))
