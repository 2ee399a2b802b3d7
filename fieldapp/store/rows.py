"""Rows of the two tables as domain values and back."""

import datetime as dt
import json
from typing import Any

from pydantic import JsonValue

from fieldapp.domain.ops import Op, Register
from fieldapp.errors import UserError

Row = dict[str, Any]


def stamp(at: dt.datetime) -> str:
    """A moment as the tables keep it: ISO 8601, UTC, microseconds; sorts as text."""
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")


def to_json(value: JsonValue) -> str:
    """The one JSON spelling of a value.

    Raises:
        UserError: A text holds half a surrogate pair, which no file can keep.
    """
    text = json.dumps(
        value,
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
        allow_nan=False,
    )
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UserError(
            f"Nội dung có ký tự hỏng ở vị trí {error.start}, không lưu được. Hãy xóa "
            "ký tự đó rồi nhập lại."
        ) from error
    return text


def op_of(row: Row) -> Op:
    """The op of a row of `op`."""
    columns = {name: row[name] for name in Op.model_fields}
    columns["value"] = json.loads(row["value"])
    columns["seen"] = tuple(json.loads(row["seen"]))
    return Op.model_validate(columns)


def head_rows(register: Register) -> list[Row]:
    """The rows of `head` for one field, the shown one first."""
    return [
        {
            "inspection_id": op.inspection_id,
            "entity": op.entity,
            "entity_id": op.entity_id,
            "field": op.field,
            "device_id": op.device_id,
            "counter": op.counter,
            "shown": int(op is register.shown),
            "born": register.born,
            "hlc": op.hlc,
            "author": op.author,
            "wall_time": stamp(op.wall_time),
            "kind": op.kind,
            "value": to_json(op.value),
        }
        for op in register.heads
    ]
