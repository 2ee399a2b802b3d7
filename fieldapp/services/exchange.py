"""Carrying one inspection in and out as a readable file (docs: exchange format)."""

from pathlib import Path

from fieldapp.domain.value import Value
from fieldapp.errors import ConflictError
from fieldapp.library import ImportedInspection, read_inspection
from fieldapp.services.workspace import Workspace


class Package(Value):
    """An exported inspection: the text, and each photo's name → original file."""

    text: str
    photos: dict[str, Path]


def import_path(ws: Workspace, path: Path) -> str:
    """Import a file with the photos beside it; returns the inspection's id.

    Raises:
        ProblemsError: The file has problems; all are listed, nothing is imported.
        ConflictError: An inspection of that id is here already.
    """
    return _take_in(ws, read_inspection(path, _checklists(ws, path.parent)))


def _take_in(ws: Workspace, imported: ImportedInspection) -> str:
    inspection = imported.inspection
    if ws.store.has(inspection.id):
        message = (
            f"Cuộc kiểm tra {inspection.id} đã có trên máy này nên không nhập đè. "
            "Hãy mở cuộc kiểm tra đó hoặc nhập vào thư mục dữ liệu khác."
        )
        raise ConflictError(message)
    return inspection.id
