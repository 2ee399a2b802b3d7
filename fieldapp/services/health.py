"""Is the data sound: tables against the log, files against their hashes."""

import hashlib
from pathlib import Path

from fieldapp.domain.value import Value
from fieldapp.services.workspace import Workspace


class Report(Value):
    """What an examination found; `faults` empty means sound."""

    inspections: int
    ops: int
    photos: int
    signed: int
    checklists: tuple[str, ...]
    faults: tuple[str, ...]


def examine(ws: Workspace) -> Report:
    """Hold derived tables against the log, and every file against its SHA-256."""
    records = [ws.store.load(h.inspection.id) for h in ws.store.headers()]
    photos = {p.sha256 for r in records for p in r.photos}
    signed = {s.sha256 for r in records for s in r.signed}
    faults = [
        *ws.store.verify(),
        *(f for sha in sorted(photos) for f in _fault(ws.photos.original(sha), sha)),
        *(f for sha in sorted(signed) for f in _fault(ws.signed.path(sha), sha)),
    ]
    entries = ws.library.entries()
    faults += [f"Bộ tiêu chí {e.path.name}: {p}" for e in entries for p in e.problems]
    return Report(
        inspections=len(records),
        ops=sum(len(ws.store.ops(r.inspection.id)) for r in records),
        photos=len(photos),
        signed=len(signed),
        checklists=tuple(e.id for e in entries if not e.problems),
        faults=tuple(faults),
    )


def _fault(path: Path, sha256: str) -> tuple[str, ...]:
    try:
        data = path.read_bytes()
    except OSError:
        return (f"Thiếu tệp {path.name}.",)
    if hashlib.sha256(data).hexdigest() != sha256:
        return (f"Tệp {path.name} đã bị thay đổi.",)
    return ()
