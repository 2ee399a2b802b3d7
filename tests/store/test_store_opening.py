"""Opening the file: what is made, what is refused, and in which words."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from sqlcipher3 import dbapi2

from fieldapp.domain import facts
from fieldapp.errors import IntegrityError, RefusedError, TryLaterError, UserError
from fieldapp.store import open_store
from fieldapp.store.database import APPLICATION_ID, Database
from fieldapp.store.migrations import MIGRATIONS, Migration
from fieldapp.store.tables import METADATA
from tests.store.store_samples import NOON, answer, begin, open_at

DATA = Path(__file__).parent / "data"


def pragma(path: Path, name: str) -> object:
    raw = sqlite3.connect(path)
    (value,) = raw.execute(f"PRAGMA {name}").fetchone()
    raw.close()
    return value


def test_a_new_file_is_ours_durable_and_private(tmp_path: Path) -> None:
    folder = tmp_path / "du liệu"
    with open_at(folder) as store:
        begin(store)
        with store._database.read() as connection:
            ask = connection.exec_driver_sql
            assert ask("PRAGMA journal_mode").scalar() == "wal"
            assert ask("PRAGMA synchronous").scalar() == 2
            assert ask("PRAGMA foreign_keys").scalar() == 1
    path = folder / "du-lieu.db"
    assert pragma(path, "application_id") == APPLICATION_ID
    assert pragma(path, "user_version") == MIGRATIONS[-1].version
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"khong phai co so du lieu" * 90, b"x"])
def test_a_file_that_is_no_database_is_left_as_it_is(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "du-lieu.db"
    path.write_bytes(content)
    with pytest.raises(IntegrityError, match=r"du-lieu\.db.*hỏng"):
        open_at(tmp_path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "du-lieu.db"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE op (a)")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(IntegrityError, match="không phải dữ liệu của fieldapp"):
        open_at(tmp_path)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_version_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    open_at(tmp_path).close()
    path = tmp_path / "du-lieu.db"
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version = 99")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(RefusedError, match="phiên bản mới hơn"):
        open_at(tmp_path)
    assert path.read_bytes() == before


def test_a_damaged_file_is_reported_as_damaged(tmp_path: Path) -> None:
    with open_at(tmp_path) as store:
        begin(store)
        for count in range(200):
            answer(store, f"c{count}", "1")
    path = tmp_path / "du-lieu.db"
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(IntegrityError, match="hỏng"), open_at(tmp_path) as store:
        store.load("thu-1")


def test_a_file_another_program_writes_asks_to_try_later(tmp_path: Path) -> None:
    with open_at(tmp_path) as store:
        begin(store)
        raw = dbapi2.connect(str(tmp_path / "du-lieu.db"), isolation_level=None)
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(TryLaterError, match="chương trình khác"):
            answer(store, "a", "1")
        raw.execute("ROLLBACK")
        raw.close()
        answer(store, "a", "1")
        assert store.verify() == ()


def test_an_older_sqlite_holds_the_file_for_itself(tmp_path: Path) -> None:
    old = ModuleType("old")
    old.__dict__.update(vars(dbapi2), sqlite_version_info=(3, 51, 2))
    path = tmp_path / "du-lieu.db"
    with (
        open_store(path, old, ids=lambda: "m"),
        pytest.raises(TryLaterError, match="chương trình khác"),
    ):
        open_at(tmp_path)
    open_at(tmp_path).close()


def test_a_sqlite_too_old_says_what_is_needed(tmp_path: Path) -> None:
    old = ModuleType("old")
    old.__dict__.update(vars(dbapi2), sqlite_version_info=(3, 38, 5))
    with pytest.raises(RefusedError, match=r"cần từ 3\.39\.0"):
        open_store(tmp_path / "du-lieu.db", old, ids=lambda: "m")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_data_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("x")
    with pytest.raises(UserError, match="đây là một tệp"):
        open_at(tmp_path / "tep")


def test_the_tables_are_those_the_migrations_make(tmp_path: Path) -> None:
    open_at(tmp_path).close()
    raw = sqlite3.connect(tmp_path / "du-lieu.db")
    for table in METADATA.sorted_tables:
        made = {
            (row[1], row[2], bool(row[3]), row[5] > 0)
            for row in raw.execute(f"PRAGMA table_info({table.name})")
        }
        declared = {
            (column.name, str(column.type), not column.nullable, column.primary_key)
            for column in table.columns
        }
        assert made == declared
    raw.close()


BROKEN = Migration(2, "half", ("CREATE TABLE later (a)", "this is no SQL"))


def test_a_migration_that_fails_leaves_no_trace(tmp_path: Path) -> None:
    with open_at(tmp_path) as store:
        begin(store)
    path = tmp_path / "du-lieu.db"
    with pytest.raises(TryLaterError):
        Database(path, dbapi2, migrations=(*MIGRATIONS, BROKEN))
    assert pragma(path, "user_version") == 1
    raw = sqlite3.connect(path)
    assert raw.execute("SELECT version FROM migration").fetchall() == [(1,)]
    assert (
        raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'later'").fetchone()
        is None
    )
    raw.close()
    with open_at(tmp_path) as store:
        assert store.verify() == ()


def test_a_later_migration_is_applied_once_with_its_record(tmp_path: Path) -> None:
    open_at(tmp_path).close()
    path = tmp_path / "du-lieu.db"
    later = (*MIGRATIONS, Migration(2, "later", ("CREATE TABLE later (a)",)))
    for _ in range(2):
        Database(path, dbapi2, migrations=later).close()
    raw = sqlite3.connect(path)
    assert raw.execute("SELECT version, name FROM migration").fetchall()[1:] == [
        (2, "later")
    ]
    raw.close()


def test_a_file_of_schema_1_still_opens(tmp_path: Path) -> None:
    raw = sqlite3.connect(tmp_path / "du-lieu.db")
    raw.executescript((DATA / "schema-1.sql").read_text(encoding="utf-8"))
    raw.close()
    with open_at(tmp_path) as store:
        assert store.verify() == ()
        record = store.load("thu-1")
        assert [one.body.value for one in record.answers] == ["55.96"]
        assert record.answers[0].note == "xem sổ"
        assert [one.id for one in record.findings] == ["f1"]
        assert store.checklist_text("thu-1").startswith("id: thu")
        store.append("thu-1", [facts.write_state("thu-1", "xong")], author="A", at=NOON)
        assert store.headers()[0].state == "xong"


def test_the_store_imports_without_what_a_phone_lacks() -> None:
    script = """
import sys
for name in ("sqlcipher3", "PIL", "cryptography", "lxml", "reportlab", "pyhanko",
             "pikepdf"):
    sys.modules[name] = None
import sqlite3, tempfile, pathlib, fieldapp.store
folder = pathlib.Path(tempfile.mkdtemp())
fieldapp.store.open_store(folder / "a.db", sqlite3, ids=lambda: "m").close()
"""
    subprocess.run([sys.executable, "-c", script], check=True, cwd=DATA.parents[2])


@pytest.mark.skipif(shutil.which("mount") is None, reason="needs mount")
def test_a_read_only_folder_is_the_persons_to_solve(read_only: Path) -> None:
    with pytest.raises(UserError, match="chỉ đọc"):
        open_at(read_only)
