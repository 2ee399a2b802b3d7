"""Rebuilds the derived table from the ops, and checks that it agrees with them."""

from collections.abc import Iterator

from sqlalchemy import Connection, RowMapping, bindparam, delete, func, insert, select

from fieldapp.domain.ops import Op, fold
from fieldapp.store.rows import Row, head_rows, op_of
from fieldapp.store.tables import DEVICE, HEAD, OP

_OPS = (
    select(OP)
    .where(OP.c.inspection_id == bindparam("inspection_id"))
    .order_by(OP.c.arrival)
)
_HEADS = select(HEAD).where(HEAD.c.inspection_id == bindparam("inspection_id"))
_GAPS = (
    select(OP.c.inspection_id, OP.c.device_id)
    .group_by(OP.c.inspection_id, OP.c.device_id)
    .having(func.count() != func.max(OP.c.counter))
)
_HEAD_ID = ("entity", "entity_id", "field", "device_id", "counter")


def read_ops(connection: Connection, inspection_id: str) -> tuple[Op, ...]:
    """The inspection's ops in the order they arrived in this file."""
    rows = connection.execute(_OPS, {"inspection_id": inspection_id}).mappings()
    return tuple(op_of(dict(row)) for row in rows)


def rebuild(connection: Connection) -> None:
    """Make the heads anew from nothing but the ops."""
    connection.execute(delete(HEAD))
    for inspection_id in _inspections(connection):
        if rows := _expected(connection, inspection_id):
            connection.execute(insert(HEAD), rows)


def verify(connection: Connection) -> tuple[str, ...]:
    """What is wrong with the file, as Vietnamese sentences; empty when all is well."""
    return (
        *_damage(connection),
        *_gaps(connection),
        *_clock(connection),
        *(
            line
            for inspection_id in _inspections(connection)
            for line in _drift(connection, inspection_id)
        ),
    )


def _damage(connection: Connection) -> Iterator[str]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield f"Tệp dữ liệu bị hỏng: {line}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"Bảng {row[0]} trỏ tới thao tác không có trong nhật ký"


def _gaps(connection: Connection) -> Iterator[str]:
    for inspection_id, device_id in connection.execute(_GAPS):
        yield f"Cuộc kiểm tra {inspection_id}: thiếu nhật ký của thiết bị {device_id}"


def _clock(connection: Connection) -> Iterator[str]:
    device = connection.execute(select(DEVICE)).mappings().one()
    last = connection.execute(select(func.max(OP.c.arrival))).scalar() or 0
    if last != device["arrival"]:
        yield f"Nhật ký dừng ở {last}, thiết bị ghi nhận {device['arrival']}"


def _drift(connection: Connection, inspection_id: str) -> Iterator[str]:
    rows = connection.execute(_HEADS, {"inspection_id": inspection_id}).mappings()
    stored = {_identity(row): dict(row) for row in rows}
    derived = {_identity(row): row for row in _expected(connection, inspection_id)}
    for name in sorted(stored.keys() | derived.keys()):
        if stored.get(name) != derived.get(name):
            yield (
                f"Cuộc kiểm tra {inspection_id}: giá trị đang hiện của "
                f"{'/'.join(name[:3])} khác với nhật ký; hãy dựng lại dữ liệu hiển thị"
            )


def _expected(connection: Connection, inspection_id: str) -> list[Row]:
    registers = fold(read_ops(connection, inspection_id)).values()
    return [row for register in registers for row in head_rows(register)]


def _inspections(connection: Connection) -> list[str]:
    names = select(OP.c.inspection_id).distinct().order_by(OP.c.inspection_id)
    return list(connection.execute(names).scalars())


def _identity(row: Row | RowMapping) -> tuple[str, ...]:
    return tuple(str(row[name]) for name in _HEAD_ID)
