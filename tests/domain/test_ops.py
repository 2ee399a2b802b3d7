"""The laws the merge of two devices' work stands on."""

import datetime as dt
import random
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.ops import FieldKey, Op, OpKind, Write, fold, merge, replaced
from fieldapp.errors import IntegrityError

DEVICES = ("a", "b", "c")
FIELDS = ("body", "note")
NOON = dt.datetime(2026, 3, 2, 5, 0, tzinfo=dt.UTC)


def op(device: str = "a", counter: int = 1, **changes: object) -> Op:
    content = {
        "inspection_id": "i",
        "device_id": device,
        "counter": counter,
        "author": "Lan",
        "hlc": counter,
        "wall_time": NOON,
        "kind": "set",
        "entity": "answer",
        "entity_id": "so-hoa/CR",
        "field": "body",
        "value": f"{device}{counter}",
    }
    return Op.model_validate(content | changes)


class World:
    """Devices that write and exchange ops; remembers who had really seen what.

    Its record of what was overwritten knowingly is kept beside the code under test:
    it never looks at `seen`.
    """

    def __init__(self) -> None:
        self.held: dict[str, dict[str, Op]] = {device: {} for device in DEVICES}
        self.ops: dict[str, Op] = {}
        self.knowingly_replaced: set[str] = set()

    def write(self, device: str, field: str, kind: str, hlc: int) -> None:
        key = FieldKey("i", "answer", "so-hoa/CR", field)
        register = fold(self.held[device].values()).get(key)
        gone = replaced(kind, register.heads if register else ())
        counter = 1 + sum(held.device_id == device for held in self.ops.values())
        made = op(
            device,
            counter,
            field=field,
            kind=kind,
            hlc=hlc,
            seen=tuple(head.id for head in gone),
        )
        self.knowingly_replaced |= {head.id for head in gone}
        self.held[device][made.id] = self.ops[made.id] = made

    def pull(self, device: str, other: str) -> None:
        self.held[device] |= self.held[other]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    world = World()
    for _ in range(draw(st.integers(1, 25))):
        device = draw(st.sampled_from(DEVICES))
        if draw(st.booleans()):
            field = draw(st.sampled_from(FIELDS))
            kind = draw(st.sampled_from([*OpKind, "of-a-newer-version"]))
            world.write(device, field, kind, draw(st.integers(0, 50)))
        else:
            world.pull(device, draw(st.sampled_from(DEVICES)))
    return world


def ids(ops: Iterable[Op]) -> set[str]:
    return {one.id for one in ops}


@given(worlds(), st.randoms(use_true_random=False))
def test_order_and_repetition_of_ops_do_not_matter(
    world: World, chance: random.Random
) -> None:
    ops = list(world.ops.values())
    shuffled = ops + chance.choices(ops, k=len(ops)) if ops else []
    chance.shuffle(shuffled)
    assert fold(shuffled) == fold(ops)


@given(worlds(), st.lists(st.sampled_from(["left", "right", "both"]), max_size=25))
def test_merging_two_folds_is_folding_all_their_ops(
    world: World, sides: list[str]
) -> None:
    placed = list(zip(world.ops.values(), sides + ["both"] * 25, strict=False))
    left = [one for one, side in placed if side != "right"]
    right = [one for one, side in placed if side != "left"]
    assert merge(fold(left), fold(right)) == fold(world.ops.values())


@given(worlds())
def test_merge_is_commutative_associative_and_idempotent(world: World) -> None:
    a, b, c = (fold(world.held[device].values()) for device in DEVICES)
    assert merge(a, b) == merge(b, a)
    assert merge(merge(a, b), c) == merge(a, merge(b, c))
    assert merge(a, a) == a


@given(worlds())
def test_no_value_vanishes_unless_someone_replaced_it_knowingly(world: World) -> None:
    standing = {
        head.id
        for register in fold(world.ops.values()).values()
        for head in register.heads
    }
    assert standing == world.ops.keys() - world.knowingly_replaced


@given(worlds())
def test_the_shown_head_is_the_latest_and_never_missing(world: World) -> None:
    for register in fold(world.ops.values()).values():
        assert register.shown is not None
        assert register.shown.rank == max(head.rank for head in register.heads)


def test_an_op_that_arrives_after_its_superseder_stays_superseded() -> None:
    old, new = op(counter=1), op(counter=2, seen=("a.1",))
    late = merge(fold([new]), fold([old]))
    assert [ids(register.heads) for register in late.values()] == [{"a.2"}]


def test_two_devices_that_did_not_know_of_each_other_disagree() -> None:
    (register,) = fold([op("a", hlc=5), op("b", hlc=9)]).values()
    assert register.disagrees
    assert [head.id for head in register.heads] == ["b.1", "a.1"]


def test_a_later_clock_alone_replaces_nothing() -> None:
    (register,) = fold([op("a", hlc=1), op("b", hlc=10**18)]).values()
    assert ids(register.heads) == {"a.1", "b.1"}


def test_a_new_value_in_a_disagreement_leaves_the_value_not_shown_standing() -> None:
    assert replaced("set", ["shown", "other"]) == ["shown"]
    assert replaced("resolve", ["shown", "other"]) == ["shown", "other"]


def test_an_edit_beside_a_deletion_is_a_disagreement() -> None:
    first = op("a")
    deletion = op("a", 2, kind="delete", value=None, seen=("a.1",))
    edit = op("b", 1, seen=("a.1",))
    (register,) = fold([first, deletion, edit]).values()
    assert {head.kind for head in register.heads} == {"delete", "set"}


def test_ops_of_newer_versions_are_kept_and_recognised() -> None:
    newer = op(kind="measure", field="depth", schema_v=9)
    (register,) = fold([newer]).values()
    assert register.shown == newer
    assert not newer.understood
    assert op().understood


def test_fields_are_born_with_their_first_op_whatever_became_of_it() -> None:
    ops = [op(counter=1, hlc=3), op(counter=2, hlc=8, seen=("a.1",))]
    (register,) = fold(ops).values()
    assert register.born == 3


def test_one_id_with_two_contents_is_an_alarm() -> None:
    with pytest.raises(IntegrityError, match=r"a\.1"):
        fold([op(value="one"), op(value="two")])


def test_text_is_kept_to_the_letter() -> None:
    text = "\n  a: 1 \n\n"
    write = Write(
        kind="set", entity="checklist", entity_id="c", field="text", value={"t": text}
    )
    assert write.value == {"t": text}
    assert op(value=text).value == text
