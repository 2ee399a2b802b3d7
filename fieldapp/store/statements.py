"""The statements of the hot path, compiled once from SQLAlchemy Core to SQL text.

Compiling is most of what Core costs per save, so it is done at import; the text is
then run with `exec_driver_sql` and named parameters.
"""

from sqlalchemy import (
    ClauseElement,
    ColumnElement,
    Select,
    Table,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects import sqlite

from fieldapp.store.tables import DEVICE, HEAD, OP

_DIALECT = sqlite.dialect(paramstyle="named")
_HEAD_KEY = ("inspection_id", "entity", "entity_id", "field")
_HEAD_ID = (*_HEAD_KEY, "device_id", "counter")


def text_of(statement: ClauseElement) -> str:
    """The SQL of a Core statement, parameters as `:name`."""
    return str(statement.compile(dialect=_DIALECT))


def _where(table: Table, *names: str) -> list[ColumnElement[bool]]:
    return [table.c[name] == bindparam(name) for name in names]


def _heads() -> Select[tuple[object, ...]]:
    names = ("entity", "entity_id", "field", "device_id", "counter", "hlc", "born")
    return select(*(HEAD.c[name] for name in names)).order_by(
        HEAD.c.hlc.desc(), HEAD.c.device_id.desc(), HEAD.c.counter.desc()
    )


# Where the device stands: its clock, the file's last op, this inspection's last.
CLOCK = text_of(
    select(
        DEVICE.c.hlc,
        DEVICE.c.arrival,
        select(func.coalesce(func.max(OP.c.counter), literal_column("0")))
        .where(*_where(OP, "inspection_id", "device_id"))
        .scalar_subquery(),
    )
)
HEADS_OF_FIELD = text_of(_heads().where(*_where(HEAD, *_HEAD_KEY)))
HEADS_OF_INSPECTION = text_of(_heads().where(*_where(HEAD, "inspection_id")))
INSERT_OP = text_of(insert(OP))
INSERT_HEAD = text_of(insert(HEAD))
DELETE_HEAD = text_of(delete(HEAD).where(*_where(HEAD, *_HEAD_ID)))
MOVE_CLOCK = text_of(
    update(DEVICE).values(hlc=bindparam("hlc"), arrival=bindparam("arrival"))
)
