"""The composition root: the only place that picks implementations, clocks and ids."""

import datetime as dt
import getpass
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from sqlcipher3 import dbapi2

from fieldapp import config
from fieldapp.errors import UserError
from fieldapp.evidence import PhotoShelf
from fieldapp.library import Library
from fieldapp.papers import ReportlabPapers
from fieldapp.services.workspace import Workspace
from fieldapp.signing import Pkcs12Signatures
from fieldapp.store import MediaFolder, open_store

DATABASE_NAME = "fieldapp.db"
REHEARSAL_FOLDER = "dien-tap"
TRUST_FOLDER = "trust"
CERTIFICATE_SUFFIXES = {".pem", ".crt", ".cer", ".der"}


def utc_now() -> dt.datetime:
    """The real clock."""
    return dt.datetime.now(dt.UTC)


def new_id() -> str:
    """24 random hexadecimal characters: never met twice in practice."""
    return uuid.uuid4().hex[:24]


def author_name() -> str:
    """Who works here, as the system knows it; "" where it does not."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


@contextmanager
def workspace(settings: config.Settings) -> Iterator[Workspace]:
    """Open the desk of this device; the store is closed at the end.

    Raises:
        FieldappError: The data folder or database cannot be used; says what to do.
    """
    data = config.prepare(settings.data)
    with ExitStack() as closing:

        @cache  # opened when somebody first rehearses
        def rehearsals() -> Workspace:
            folder = config.prepare(data / REHEARSAL_FOLDER)
            desk = _desk(settings, folder, closing)
            return replace(desk, library=Library(checklist_folders(data)))

        yield replace(_desk(settings, data, closing), rehearsals=rehearsals)


def _desk(settings: config.Settings, data: Path, closing: ExitStack) -> Workspace:
    store = open_store(data / DATABASE_NAME, dbapi2, ids=new_id)
    closing.callback(store.close)
    return Workspace(
        store=store,
        library=Library(checklist_folders(data)),
        photos=PhotoShelf(MediaFolder(data / "photos"), data / "derived"),
        signed=MediaFolder(data / "notices"),
        clock=utc_now,
        new_id=new_id,
        author=author_name(),
        exports=settings.exports,
        papers=ReportlabPapers(config.bundled("assets"), clock=utc_now),
        signatures=signature_desk(),
        trust=trusted_certificates(data),
    )


def signature_desk() -> Pkcs12Signatures:
    """The desk that signs and verifies; needs no data folder."""
    return Pkcs12Signatures(config.bundled("assets"), clock=utc_now)


def trusted_certificates(data: Path) -> tuple[bytes, ...]:
    """The root certificates this office trusts: the files in `data`/trust.

    Raises:
        UserError: One of them cannot be read.
    """
    folder = data / TRUST_FOLDER
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    try:
        return tuple(f.read_bytes() for f in files if f.suffix in CERTIFICATE_SUFFIXES)
    except OSError as error:
        message = f"Không đọc được chứng thư trong {folder}. Hãy kiểm tra quyền đọc."
        raise UserError(message) from error


def sqlite_version() -> str:
    """The version of the SQLite that holds the data."""
    return str(dbapi2.sqlite_version)


def checklist_folders(data: Path) -> tuple[Path, ...]:
    """Where checklists are looked for: the person's own first, then the shipped."""
    return (data / "checklists", config.bundled("checklists"))
