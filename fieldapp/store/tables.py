"""The tables as SQLModel rows; statements are SQLAlchemy Core over them.

`op` is the truth. `head` is derived from it (every current head with its value) and
can be rebuilt at any time (ADR 0004). The schema that is really created is the SQL
in `migrations`; a test holds the two against each other.
"""

from sqlalchemy import ForeignKeyConstraint, MetaData, Table
from sqlmodel import Field, SQLModel

METADATA = MetaData()


class Row(SQLModel):
    """What every table of this file has in common."""

    metadata = METADATA


class OpRow(Row, table=True):
    """One op as it was written; never updated, never deleted.

    `arrival` is this file's own order (dense over the file); `wall_time` ISO 8601 in
    UTC; `value` and `seen` JSON.
    """

    __tablename__ = "op"
    __table_args__ = ({"sqlite_with_rowid": False},)

    inspection_id: str = Field(primary_key=True)
    device_id: str = Field(primary_key=True)
    counter: int = Field(primary_key=True)
    arrival: int = Field(unique=True)
    author: str
    hlc: int
    wall_time: str
    kind: str
    entity: str
    entity_id: str
    field: str
    value: str
    seen: str
    schema_v: int


class HeadRow(Row, table=True):
    """One current head. Exactly one head of a field has `shown` = 1.

    `born` is the lowest hlc ever met for the field.
    """

    __tablename__ = "head"
    __table_args__ = (
        ForeignKeyConstraint(
            ["inspection_id", "device_id", "counter"],
            ["op.inspection_id", "op.device_id", "op.counter"],
        ),
        {"sqlite_with_rowid": False},
    )

    inspection_id: str = Field(primary_key=True)
    entity: str = Field(primary_key=True)
    entity_id: str = Field(primary_key=True)
    field: str = Field(primary_key=True)
    device_id: str = Field(primary_key=True)
    counter: int = Field(primary_key=True)
    shown: int
    born: int
    hlc: int
    author: str
    wall_time: str
    kind: str
    value: str


class DeviceRow(Row, table=True):
    """This device: one row. `hlc` is its last clock reading, `arrival` its last op."""

    __tablename__ = "device"

    id: int = Field(primary_key=True)
    device_id: str
    hlc: int
    arrival: int


class MigrationRow(Row, table=True):
    """One applied migration."""

    __tablename__ = "migration"

    version: int = Field(primary_key=True)
    name: str


OP: Table = METADATA.tables["op"]
HEAD: Table = METADATA.tables["head"]
DEVICE: Table = METADATA.tables["device"]
MIGRATION: Table = METADATA.tables["migration"]
