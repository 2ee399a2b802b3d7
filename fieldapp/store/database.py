"""Opens the one SQLite file: one connection, one writer, every commit on disk.

WAL with synchronous FULL: a commit that returned survives power loss (ADR 0005).
"""

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from fieldapp.durable import disk_error, make_folder
from fieldapp.store.failures import damaged, newer, too_old, vendor_errors
from fieldapp.store.migrations import MIGRATIONS, Migration, apply

APPLICATION_ID = 0x46415050
LEAST_SQLITE = (3, 39, 0)
# 3.7.0 to 3.51.2 can corrupt a WAL when two connections write and checkpoint at
# once (https://sqlite.org/wal.html, "the WAL-reset bug").
SAFE_WITH_MANY = (3, 51, 3)
_SMALLEST_BYTES = 512


class Database:
    """An open file. Its methods may be called from any thread, one at a time inside.

    Raises:
        RefusedError: SQLite too old, or the file is of a newer version.
        UserError: The folder or file is read-only.
        TryLaterError: The disk is full, or another program holds the file.
        IntegrityError: The file is damaged or not ours.
    """

    def __init__(
        self,
        path: Path,
        dbapi: ModuleType,
        *,
        wait_ms: int = 5_000,
        migrations: tuple[Migration, ...] = MIGRATIONS,
    ) -> None:
        self.path = path
        self._lock = threading.RLock()
        _check_version(dbapi)
        make_folder(path.parent)
        _make_private(path)
        engine = create_engine(
            "sqlite+pysqlite://",
            module=dbapi,
            poolclass=StaticPool,
            creator=lambda: dbapi.connect(
                str(path),
                isolation_level=None,  # transactions begin where we say
                check_same_thread=False,  # the lock serialises
                timeout=wait_ms / 1000,
            ),
        )
        with vendor_errors(path):
            self._connection = engine.connect()
        try:
            self._prepare(dbapi, migrations)
        except BaseException:
            self.close()
            raise

    @contextlib.contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: on leaving the block it is on disk, or nothing is."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view of the file."""
        with self._transaction("BEGIN") as connection:
            yield connection

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        with self._lock:
            self._connection.close()
            self._connection.engine.dispose()

    @contextlib.contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        connection = self._connection
        with self._lock, vendor_errors(self.path):
            try:
                connection.exec_driver_sql(begin)
                yield connection
                connection.commit()
            except BaseException:
                connection.rollback()
                raise

    def _prepare(self, dbapi: ModuleType, migrations: tuple[Migration, ...]) -> None:
        with vendor_errors(self.path):
            self._refuse_foreign(migrations)
            self._configure(dbapi)
        if self._pragma("user_version") < migrations[-1].version:
            with self.write() as connection:
                apply(connection, migrations)
                self._pragma(f"application_id = {APPLICATION_ID}")

    def _refuse_foreign(self, migrations: tuple[Migration, ...]) -> None:
        version = self._pragma("user_version")
        tables = self._scalar("SELECT count(*) FROM sqlite_master")
        if tables and self._pragma("application_id") != APPLICATION_ID:
            raise damaged(self.path)
        if version > migrations[-1].version:
            raise newer(self.path, version, migrations[-1].version)

    def _configure(self, dbapi: ModuleType) -> None:
        if dbapi.sqlite_version_info < SAFE_WITH_MANY:
            self._pragma("locking_mode = EXCLUSIVE")
        self._pragma("journal_mode = WAL")
        self._pragma("synchronous = FULL")
        self._pragma("fullfsync = ON")  # macOS: fsync alone may stay in the drive
        self._pragma("checkpoint_fullfsync = ON")
        self._pragma("foreign_keys = ON")

    def _pragma(self, name: str) -> Any:  # noqa: ANN401 - a pragma answers anything
        return self._scalar(f"PRAGMA {name}")

    def _scalar(self, sql: str) -> Any:  # noqa: ANN401 - whatever SQLite answers
        row = self._connection.exec_driver_sql(sql)
        return row.scalar() if row.returns_rows else None


def _check_version(dbapi: ModuleType) -> None:
    if dbapi.sqlite_version_info < LEAST_SQLITE:
        least = ".".join(map(str, LEAST_SQLITE))
        raise too_old(dbapi.sqlite_version, least)


def _make_private(path: Path) -> None:
    """Make the file, readable by its owner only; SQLite gives its WAL the same mode.

    A file that is there is never opened here: closing it would drop the locks
    SQLite holds on it in this process (POSIX).
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        if 0 < path.stat().st_size < _SMALLEST_BYTES:
            # SQLite would take it for an empty file and write over it.
            raise damaged(path) from None
    except OSError as error:
        raise disk_error(error, path) from error
