"""How the file's schema came to be: each step and its record in one transaction.

A released migration is never edited; a change is a new one, with a fixture of the
schema before it in `tests/store/data`. SQL stays within SQLite 3.39.
"""

from dataclasses import dataclass

from sqlalchemy import Connection


@dataclass(frozen=True)
class Migration:
    """One step to schema `version` (dense from 1)."""

    version: int
    name: str
    statements: tuple[str, ...]


MIGRATIONS = (
    Migration(
        1,
        "ops and their heads",
        (
            """CREATE TABLE migration (
                version INTEGER NOT NULL PRIMARY KEY,
                name VARCHAR NOT NULL
            )""",
            """CREATE TABLE device (
                id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
                device_id VARCHAR NOT NULL,
                hlc INTEGER NOT NULL,
                arrival INTEGER NOT NULL
            )""",
            """CREATE TABLE op (
                inspection_id VARCHAR NOT NULL,
                device_id VARCHAR NOT NULL,
                counter INTEGER NOT NULL CHECK (counter >= 1),
                arrival INTEGER NOT NULL UNIQUE,
                author VARCHAR NOT NULL,
                hlc INTEGER NOT NULL,
                wall_time VARCHAR NOT NULL,
                kind VARCHAR NOT NULL,
                entity VARCHAR NOT NULL,
                entity_id VARCHAR NOT NULL,
                field VARCHAR NOT NULL,
                value VARCHAR NOT NULL,
                seen VARCHAR NOT NULL,
                schema_v INTEGER NOT NULL,
                PRIMARY KEY (inspection_id, device_id, counter)
            ) WITHOUT ROWID""",
            """CREATE TABLE head (
                inspection_id VARCHAR NOT NULL,
                entity VARCHAR NOT NULL,
                entity_id VARCHAR NOT NULL,
                field VARCHAR NOT NULL,
                device_id VARCHAR NOT NULL,
                counter INTEGER NOT NULL,
                shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
                born INTEGER NOT NULL,
                hlc INTEGER NOT NULL,
                author VARCHAR NOT NULL,
                wall_time VARCHAR NOT NULL,
                kind VARCHAR NOT NULL,
                value VARCHAR NOT NULL,
                PRIMARY KEY
                    (inspection_id, entity, entity_id, field, device_id, counter),
                FOREIGN KEY (inspection_id, device_id, counter)
                    REFERENCES op (inspection_id, device_id, counter)
            ) WITHOUT ROWID""",
            # The log is append-only whoever holds the connection.
            """CREATE TRIGGER op_is_never_changed BEFORE UPDATE ON op
            BEGIN SELECT raise(ABORT, 'an op is never changed'); END""",
            """CREATE TRIGGER op_is_never_deleted BEFORE DELETE ON op
            BEGIN SELECT raise(ABORT, 'an op is never deleted'); END""",
        ),
    ),
)


def apply(connection: Connection, migrations: tuple[Migration, ...]) -> None:
    """Bring the file to the last of `migrations`; runs inside one transaction.

    Steps another process applied in the meantime are left out.
    """
    at = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    for step in migrations:
        if step.version <= at:
            continue
        for statement in step.statements:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(
            "INSERT INTO migration (version, name) VALUES (?, ?)",
            (step.version, step.name),
        )
        connection.exec_driver_sql(f"PRAGMA user_version = {step.version}")
