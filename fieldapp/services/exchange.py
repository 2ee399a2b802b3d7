"""Carrying one inspection in and out as a readable file (docs/exchange-format.md)."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from fieldapp.domain import facts
from fieldapp.domain.inspection import REHEARSAL_PREFIX, Inspection
from fieldapp.domain.ops import Exact, Write
from fieldapp.errors import Problem, ProblemsError, UserError, system_reason
from fieldapp.library import (
    OTHER_CHECKLIST,
    PHOTO_UNREADABLE,
    ImportedInspection,
    ImportedPhoto,
    load_inspection,
    photo_name,
    write_inspection,
)
from fieldapp.services.capture import photo_from
from fieldapp.services.inspections import create, open_inspection
from fieldapp.services.rehearsal import desk_of, is_rehearsal
from fieldapp.services.workspace import Workspace
from fieldapp.store.records import taken


class Package(Exact):
    """An exported inspection: the text, and each photo's name → original file."""

    text: str
    photos: dict[str, Path]


def import_path(ws: Workspace, path: Path) -> str:
    """Import a file with the photos beside it; returns the inspection's id.

    Its checklist lies beside it or in the library. Everything is recorded in one
    transaction, or nothing is.

    Raises:
        ProblemsError: The file has problems; all are listed, nothing is imported.
        ConflictError: An inspection of that id is here already.
    """
    library = ws.library.with_folder(path.parent)
    imported = load_inspection(path, library.load)
    ws = _desk_for(ws, imported.inspection)
    if ws.store.has(imported.inspection.id):  # before its photos are kept
        raise taken(imported.inspection.id)
    text = imported.checklist_text
    if not text:
        text = library.text(imported.inspection.checklist)
        _require_same(imported.inspection, text, path.name)
    photos = _photo_writes(ws, imported, path.name)
    create(ws, imported.inspection, text, *_writes(imported), *photos)
    return imported.inspection.id


def import_yaml(ws: Workspace, file_name: str, data: bytes) -> str:
    """Import a file that came without its folder (a browser's upload).

    Raises: as `import_path`; photos the file names are then missing files.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, Path(file_name).name or "inspection.yaml")
        path.write_bytes(data)
        return import_path(ws, path)


def export_package(ws: Workspace, inspection_id: str) -> Package:
    """The inspection as text, and where the originals of its photos lie."""
    opened = open_inspection(ws, inspection_id)
    photos = {
        photo_name(photo): ws.photos.original(photo.sha256)
        for photo in opened.record.photos
    }
    made_with = ws.store.checklist_text(inspection_id)
    return Package(
        text=write_inspection(opened.record, opened.checklist, made_with),
        photos=photos,
    )


def export_yaml(ws: Workspace, inspection_id: str) -> bytes:
    """The inspection as one file without its photos."""
    return export_package(ws, inspection_id).text.encode()


def _desk_for(ws: Workspace, inspection: Inspection) -> Workspace:
    """A rehearsal goes to the rehearsals, whoever sent it, and nothing else does."""
    if inspection.rehearsal != is_rehearsal(inspection.id):
        raise UserError(
            f"Mã cuộc kiểm tra {inspection.id} và dòng rehearsal không khớp: mã bắt "
            f"đầu bằng “{REHEARSAL_PREFIX}” chỉ dùng cho diễn tập. Hãy sửa một trong "
            "hai rồi nhập lại."
        )
    return desk_of(ws, inspection.id)


def _require_same(inspection: Inspection, text: str, file: str) -> None:
    """With another version of the checklist the draft would not be the same."""
    made_with = inspection.checklist_sha256
    # An editor or version control may have changed how lines end.
    unix = text.replace("\r\n", "\n")
    if made_with in {"", facts.sha256_of(text), facts.sha256_of(unix)}:
        return
    message = (
        f"bộ tiêu chí {inspection.checklist} trên máy này khác bản mà cuộc kiểm tra đã "
        f"dùng; chép tệp {inspection.checklist}.yaml xuất kèm vào cạnh tệp rồi nhập lại"
    )
    problem = Problem(file, 0, 0, OTHER_CHECKLIST, message)
    raise ProblemsError(f"Tệp {file} có 1 lỗi; chưa nhập gì.", [problem])


def _writes(imported: ImportedInspection) -> Iterator[Write]:
    record = imported.record
    for answer in record.answers:
        yield facts.write_answer(answer.criterion, answer.unit, answer.body)
        if answer.note:
            yield facts.write_note(answer.criterion, answer.unit, answer.note)
    for loose in record.loose_notes:
        yield facts.write_note(loose.criterion, loose.unit, loose.text)
    yield from map(facts.write_entry, record.entries)
    yield from map(facts.write_sampling, record.samplings)
    yield from map(facts.write_scores, record.scores)
    yield from map(facts.write_finding, record.findings)
    yield from map(facts.write_recommendation, record.recommendations)
    yield from map(facts.write_meeting, record.meetings)
    yield from map(facts.write_response, record.responses)
    yield from map(facts.write_aside, record.aside)
    for edit in record.edits:
        yield facts.write_sentence(edit.key, edit)
    yield facts.write_notice(record.notice)


def _photo_writes(
    ws: Workspace, imported: ImportedInspection, file: str
) -> list[Write]:
    """Keep all photos first; a bad one stops the import before anything is recorded."""
    writes, problems = [], []
    for photo in imported.photos:
        try:
            writes.append(_photo_write(ws, photo))
        except UserError as error:
            problems.append(Problem(file, 0, 0, PHOTO_UNREADABLE, error.message))
        except OSError as error:
            message = (
                f"{photo.path.name}: không đọc được tệp ảnh ({system_reason(error)})"
            )
            problems.append(Problem(file, 0, 0, PHOTO_UNREADABLE, message))
    if problems:
        message = f"Tệp {file} có {len(problems)} ảnh không dùng được; chưa nhập gì."
        raise ProblemsError(message, problems)
    return writes


def _photo_write(ws: Workspace, photo: ImportedPhoto) -> Write:
    prepared = ws.photos.ingest(photo.path.read_bytes(), photo.file_name)
    made = photo_from(
        prepared,
        photo.id,
        criterion=photo.criterion,
        unit=photo.unit,
        caption=photo.caption,
        file_name=photo.file_name,
    )
    taken_at = prepared.taken_at or photo.taken_at
    return facts.write_photo(made.model_copy(update={"taken_at": taken_at}))
