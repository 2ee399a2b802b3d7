"""Inspections and stores the tests of the store are made of."""

import datetime as dt
from pathlib import Path

from sqlcipher3 import dbapi2

from fieldapp.domain import facts
from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.findings import Photo
from fieldapp.domain.inspection import Inspection
from fieldapp.store import Store, open_store

NOON = dt.datetime(2026, 3, 2, 5, 0, tzinfo=dt.UTC)
YAML = "id: thu\n# ghi chú \n\n"


def inspection(name: str = "thu-1") -> Inspection:
    return Inspection.model_validate(
        {
            "id": name,
            "checklist": "thu",
            "campaign": {"id": "dot-1", "name": "Đợt một", "year": 2026},
            "unit": {"code": "X1", "name": "UBND xã Một", "kind": "xa"},
            "issuer": {"agency": "SỞ NỘI VỤ", "symbol": "TB-SNV", "place": "Huế"},
        }
    )


def photo(name: str = "p1", **changes: object) -> Photo:
    content = {
        "id": name,
        "sha256": "0" * 64,
        "media_type": "image/jpeg",
        "size_bytes": 1,
        "width_px": 2,
        "height_px": 3,
    }
    return Photo.model_validate(content | changes)


def open_at(folder: Path, name: str = "may-1") -> Store:
    return open_store(folder / "du-lieu.db", dbapi2, ids=lambda: name, wait_ms=50)


def begin(store: Store, name: str = "thu-1") -> None:
    writes = [facts.write_header(inspection(name)), facts.write_checklist("thu", YAML)]
    store.append(name, writes, author="Lan", at=NOON)


def answer(
    store: Store,
    criterion: str,
    value: str,
    at: dt.datetime = NOON,
    author: str = "Lan",
) -> None:
    write = facts.write_answer(criterion, "X1", AnswerValue(value=value))
    store.append("thu-1", [write], author=author, at=at)
