"""Turns what a use case wants recorded into ops and heads, in one transaction."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection

from fieldapp.domain.hlc import tick
from fieldapp.domain.ops import SCHEMA_V, Write, replaced
from fieldapp.store import statements
from fieldapp.store.rows import Row, stamp, to_json

_FEW = 50  # up to here asking per field is cheaper than reading all heads

Key = tuple[str, str, str]


class Author(NamedTuple):
    """Whose writes these are, where and when."""

    inspection_id: str
    device_id: str
    author: str
    at: dt.datetime


class Standing(NamedTuple):
    """A head, as far as a new op needs to know it."""

    device_id: str
    counter: int
    hlc: int
    born: int


def append(connection: Connection, author: Author, writes: Sequence[Write]) -> None:
    """Record `writes` as ops, move the heads and the clock along.

    Runs inside the caller's transaction; a later write sees the earlier ones.

    Raises:
        UserError: A text holds characters that cannot be stored.
    """
    batch = _Batch(connection, author, writes)
    for write in writes:
        batch.take(write)
    batch.flush()


class _Batch:
    """The rows one append leads to, gathered before any is written."""

    def __init__(
        self, connection: Connection, author: Author, writes: Sequence[Write]
    ) -> None:
        self._connection = connection
        self._author = author
        self._same: Row = {
            "inspection_id": author.inspection_id,
            "device_id": author.device_id,
            "author": author.author,
            "wall_time": stamp(author.at),
        }
        self._hlc, self._arrival, self._counter = connection.exec_driver_sql(
            statements.CLOCK, self._same
        ).one()
        self._heads = self._standing({(w.entity, w.entity_id, w.field) for w in writes})
        self._ops: list[Row] = []
        self._new: dict[Key, Row] = {}
        self._gone: list[Row] = []

    def take(self, write: Write) -> None:
        """Work out the op of one write and what it does to the heads."""
        key = (write.entity, write.entity_id, write.field)
        heads = self._heads.get(key, ())
        gone = replaced(write.kind, heads)
        op = self._next_op(write, heads, gone)
        born = min((head.born for head in heads), default=op["hlc"])
        here = Standing(op["device_id"], op["counter"], op["hlc"], born)
        self._heads[key] = (here, *heads[len(gone) :])
        # The shown head is always among them, so the others are hidden already.
        self._gone += [self._head_id(key, head) for head in gone]
        self._new[key] = op | {"shown": 1, "born": born}

    def flush(self) -> None:
        """Write everything; nothing to write touches nothing."""
        if not self._ops:
            return
        self._run(statements.INSERT_OP, self._ops)
        self._run(statements.DELETE_HEAD, self._gone)
        self._run(statements.INSERT_HEAD, list(self._new.values()))
        clock = {"hlc": self._hlc, "arrival": self._arrival}
        self._run(statements.MOVE_CLOCK, [clock])

    def _next_op(
        self, write: Write, heads: Sequence[Standing], gone: Sequence[Standing]
    ) -> Row:
        latest = max((head.hlc for head in heads), default=0)
        self._hlc = tick(max(self._hlc, latest), self._author.at)
        self._arrival += 1
        self._counter += 1
        op = self._same | {
            "counter": self._counter,
            "arrival": self._arrival,
            "hlc": self._hlc,
            "kind": str(write.kind),
            "entity": write.entity,
            "entity_id": write.entity_id,
            "field": write.field,
            "value": to_json(write.value),
            "seen": to_json([f"{head.device_id}.{head.counter}" for head in gone]),
            "schema_v": SCHEMA_V,
        }
        self._ops.append(op)
        return op

    def _standing(self, keys: set[Key]) -> dict[Key, tuple[Standing, ...]]:
        found: dict[Key, tuple[Standing, ...]] = {}
        for row in self._standing_rows(keys):
            key = (row[0], row[1], row[2])
            found[key] = (*found.get(key, ()), Standing(*row[3:]))
        return found

    def _standing_rows(self, keys: set[Key]) -> list[tuple[Any, ...]]:
        run = self._connection.exec_driver_sql
        if len(keys) > _FEW:
            rows = run(statements.HEADS_OF_INSPECTION, self._same)
            return [tuple(row) for row in rows]
        return [
            tuple(row)
            for key in keys
            for row in run(statements.HEADS_OF_FIELD, self._head_key(key))
        ]

    def _head_key(self, key: Key) -> Row:
        entity, entity_id, field = key
        return {
            "inspection_id": self._author.inspection_id,
            "entity": entity,
            "entity_id": entity_id,
            "field": field,
        }

    def _head_id(self, key: Key, head: Standing) -> Row:
        return self._head_key(key) | {
            "device_id": head.device_id,
            "counter": head.counter,
        }

    def _run(self, sql: str, rows: list[Row]) -> None:
        if rows:
            self._connection.exec_driver_sql(sql, rows if len(rows) > 1 else rows[0])
