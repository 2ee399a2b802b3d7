"""The store as its users see it: append facts, read inspections."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Self

from pydantic import JsonValue
from sqlalchemy import Connection, insert, select

from fieldapp.domain.ops import Op, Write
from fieldapp.domain.overview import Disagreement, InspectionHeader
from fieldapp.domain.record import InspectionRecord
from fieldapp.store import derived, listing, oplog, records
from fieldapp.store.database import Database
from fieldapp.store.tables import DEVICE


def open_store(
    path: Path, dbapi: ModuleType, *, ids: Callable[[], str], wait_ms: int = 5_000
) -> "Store":
    """Open the file at `path`, making it (and its folder) when it is not there.

    `dbapi` is sqlite3 or sqlcipher3.dbapi2; below SQLite 3.51.3 the file is held
    for this process alone. `ids` names this device the first time. `wait_ms` is how
    long to wait for another program that is writing.

    Raises:
        RefusedError: SQLite too old, or the file is of a newer version.
        UserError: The folder or file is read-only.
        TryLaterError: The disk is full, or another program holds the file.
        IntegrityError: The file is damaged or not ours.
    """
    return Store(Database(path, dbapi, wait_ms=wait_ms), ids)


class Store:
    """One file of inspections. Methods may be called from any thread.

    What `append` returned from is on disk. Every method raises TryLaterError when
    the disk is full or the file is held by another program.
    """

    def __init__(self, database: Database, ids: Callable[[], str]) -> None:
        self._database = database
        with database.write() as connection:
            self._device_id = _device_id(connection, ids)

    @property
    def device_id(self) -> str:
        """This device's id: the same for as long as the file lives."""
        return self._device_id

    def append(
        self,
        inspection_id: str,
        writes: Sequence[Write],
        *,
        author: str,
        at: dt.datetime,
        new: bool = False,
    ) -> None:
        """Record `writes`, all or nothing; on return they are on disk.

        `new` says that they begin an inspection.

        `at` is aware. A write replaces the value its field shows; other values of a
        disagreement stand until kind `resolve`.

        Raises:
            UserError: A text holds characters that cannot be stored.
            ConflictError: `new`, but an inspection of that id is here already.
        """
        who = oplog.Author(inspection_id, self._device_id, author, at)
        with self._database.write() as connection:
            if new and records.is_here(connection, inspection_id):
                raise records.taken(inspection_id)
            oplog.append(connection, who, writes)

    def load(self, inspection_id: str) -> InspectionRecord:
        """Everything known about an inspection.

        Raises:
            UserError: There is no such inspection.
            IntegrityError: A stored value is not what its field holds.
        """
        with self._database.read() as connection:
            return records.load_record(connection, inspection_id)

    def has(self, inspection_id: str) -> bool:
        """Whether the inspection is here."""
        with self._database.read() as connection:
            return records.is_here(connection, inspection_id)

    def headers(self) -> tuple[InspectionHeader, ...]:
        """Every inspection with its progress, in the order they were added."""
        with self._database.read() as connection:
            return listing.list_headers(connection)

    def checklist_text(self, inspection_id: str) -> str:
        """The exact YAML text the inspection was made with.

        Raises:
            UserError: There is no such inspection, or it has no text.
            IntegrityError: The text does not match its SHA-256.
        """
        with self._database.read() as connection:
            return records.load_checklist_text(connection, inspection_id)

    def value(
        self, inspection_id: str, entity: str, entity_id: str, field: str
    ) -> JsonValue:
        """The shown value of one field (names: `fieldapp.domain.facts`), or None."""
        with self._database.read() as connection:
            return records.load_value(
                connection, inspection_id, entity, entity_id, field
            )

    def disagreements(self, inspection_id: str) -> tuple[Disagreement, ...]:
        """Fields with several values for a person to settle."""
        with self._database.read() as connection:
            return listing.list_disagreements(connection, inspection_id)

    def ops(self, inspection_id: str) -> tuple[Op, ...]:
        """The inspection's ops in the order they arrived here."""
        with self._database.read() as connection:
            return derived.read_ops(connection, inspection_id)

    def verify(self) -> tuple[str, ...]:
        """What is wrong with the file; empty when all is well."""
        with self._database.read() as connection:
            return derived.verify(connection)

    def rebuild(self) -> None:
        """Make what screens read anew from nothing but the ops."""
        with self._database.write() as connection:
            derived.rebuild(connection)

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _device_id(connection: Connection, ids: Callable[[], str]) -> str:
    known = connection.execute(select(DEVICE.c.device_id)).scalar()
    if known is not None:
        return str(known)
    made = ids()
    connection.execute(insert(DEVICE).values(id=1, device_id=made, hlc=0, arrival=0))
    return made
