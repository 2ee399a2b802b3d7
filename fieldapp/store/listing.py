"""The list of inspections and the list of disagreements, read from the heads."""

import json
from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, func, select, tuple_

from fieldapp.domain import facts
from fieldapp.domain.ops import FieldKey, Op
from fieldapp.domain.overview import Disagreement, InspectionHeader
from fieldapp.store.records import SPEAKING, Shown, read_headers
from fieldapp.store.rows import op_of
from fieldapp.store.tables import HEAD, OP

_OP_ID = ("inspection_id", "device_id", "counter")
_FIELD = (HEAD.c.entity, HEAD.c.entity_id, HEAD.c.field)
_HERE = HEAD.c.inspection_id == bindparam("inspection_id")


def _count(entity: str) -> Any:  # noqa: ANN401 - a column expression
    of_entity = and_(HEAD.c.entity == entity, HEAD.c.field == facts.BODY)
    return func.sum(case((of_entity, 1), else_=0))


_TOTALS = (
    select(
        HEAD.c.inspection_id,
        _count(facts.ANSWER),
        _count(facts.PHOTO),
        func.max(HEAD.c.wall_time),
    )
    .where(*SPEAKING)
    .group_by(HEAD.c.inspection_id)
)
_HEADERS = (
    select(HEAD.c.inspection_id, *_FIELD, HEAD.c.value)
    .where(
        HEAD.c.entity == facts.INSPECTION,
        HEAD.c.entity_id == HEAD.c.inspection_id,
        *SPEAKING,
    )
    .order_by(HEAD.c.born, HEAD.c.inspection_id)
)
_REVISIONS = select(OP.c.inspection_id, func.max(OP.c.arrival)).group_by(
    OP.c.inspection_id
)
_DISPUTED = (
    select(OP)
    .join(HEAD, and_(*(OP.c[name] == HEAD.c[name] for name in _OP_ID)))
    .where(_HERE, tuple_(*_FIELD).in_(select(*_FIELD).where(_HERE, HEAD.c.shown == 0)))
    .order_by(HEAD.c.born)
)


def list_headers(connection: Connection) -> tuple[InspectionHeader, ...]:
    """Every inspection with its progress, in the order they were added."""
    totals = {row[0]: row[1:] for row in connection.execute(_TOTALS)}
    revisions = {row[0]: row[1] for row in connection.execute(_REVISIONS)}
    fields: defaultdict[str, dict[str, Shown]] = defaultdict(dict)
    for inspection_id, *rest in connection.execute(_HEADERS):
        row = Shown(*rest)
        fields[row.field][inspection_id] = row
    headers, states = fields[facts.HEADER], fields[facts.STATE]
    return tuple(
        InspectionHeader(
            inspection=inspection,
            state=json.loads(states[name].value) if name in states else "",
            answered=totals[name][0],
            photos=totals[name][1],
            last_saved_at=totals[name][2],
            revision=revisions[name],
        )
        for name, inspection in zip(
            headers, read_headers(list(headers.values())), strict=True
        )
    )


def list_disagreements(
    connection: Connection, inspection_id: str
) -> tuple[Disagreement, ...]:
    """Every field with several heads, in the order the fields were added."""
    found: defaultdict[FieldKey, list[Op]] = defaultdict(list)
    for row in connection.execute(
        _DISPUTED, {"inspection_id": inspection_id}
    ).mappings():
        op = op_of(dict(row))
        found[op.key].append(op)
    return tuple(
        Disagreement(heads=tuple(sorted(ops, key=lambda op: op.rank, reverse=True)))
        for ops in found.values()
    )
