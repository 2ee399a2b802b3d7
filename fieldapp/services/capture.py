"""What an inspector does on site: answer, note, photograph.

Every function returns only after its op is on disk (one transaction, FULL sync):
what it returns may be shown as saved.
"""

import datetime as dt

from fieldapp.domain import facts
from fieldapp.domain.answers import AnswerValue, answer_id
from fieldapp.domain.findings import Photo, PreparedPhoto
from fieldapp.domain.record import CriterionScores
from fieldapp.errors import UserError
from fieldapp.services.workspace import Workspace


def save_answer(
    ws: Workspace,
    inspection_id: str,
    criterion: str,
    unit: str,
    body: AnswerValue | None,
) -> dt.datetime:
    """Save what was found; None takes the answer back. Returns when it was saved."""
    return ws.record(inspection_id, facts.write_answer(criterion, unit, body))


def saved_answer(
    ws: Workspace, inspection_id: str, criterion: str, unit: str
) -> AnswerValue | None:
    """What is on disk for one criterion at one unit, None when not answered."""
    key = answer_id(criterion, unit)
    value = ws.store.value(inspection_id, facts.ANSWER, key, facts.BODY)
    return None if value is None else AnswerValue.model_validate(value)


def save_note(
    ws: Workspace, inspection_id: str, criterion: str, unit: str, note: str
) -> dt.datetime:
    """Save the note beside an answer. Returns when it was saved."""
    return ws.record(inspection_id, facts.write_note(criterion, unit, note))


def save_scores(
    ws: Workspace, inspection_id: str, scores: CriterionScores
) -> dt.datetime:
    """Save the points people give to one criterion. Returns when it was saved."""
    return ws.record(inspection_id, facts.write_scores(scores))


def attach_photo(
    ws: Workspace,
    inspection_id: str,
    criterion: str,
    unit: str,
    file_name: str,
    data: bytes,
) -> Photo:
    """Keep a photo and attach it; file first, then the op that names it.

    Raises:
        UserError: Not a photo we can read; nothing was kept.
    """
    prepared = ws.photos.ingest(data, file_name)
    photo = photo_from(
        prepared, ws.new_id(), criterion=criterion, unit=unit, file_name=file_name
    )
    ws.record(inspection_id, facts.write_photo(photo))
    return photo


def photo_from(prepared: PreparedPhoto, photo_id: str, **where: str) -> Photo:
    """Describe a prepared photo as an attachment."""
    return Photo.model_validate({"id": photo_id, **prepared.model_dump(), **where})


def caption_photo(
    ws: Workspace, inspection_id: str, photo_id: str, caption: str
) -> Photo:
    """Change a photo's caption."""
    photo = _photo(ws, inspection_id, photo_id)
    captioned = photo.model_copy(update={"caption": caption})
    ws.record(inspection_id, facts.write_photo(captioned))
    return captioned


def remove_photo(ws: Workspace, inspection_id: str, photo_id: str) -> Photo:
    """Take a photo off the inspection; its file stays, so it can be put back."""
    photo = _photo(ws, inspection_id, photo_id)
    ws.record(inspection_id, facts.write_removal(facts.PHOTO, photo_id))
    return photo


def restore_photo(ws: Workspace, inspection_id: str, photo: Photo) -> None:
    """Put back a photo that `remove_photo` returned."""
    ws.record(inspection_id, facts.write_photo(photo))


def thumbnail(ws: Workspace, sha256: str) -> bytes:
    """The small JPEG for the screen."""
    return ws.photos.thumbnail(sha256).read_bytes()


def _photo(ws: Workspace, inspection_id: str, photo_id: str) -> Photo:
    photos = ws.store.load(inspection_id).photos
    found = next((p for p in photos if p.id == photo_id), None)
    if found is None:
        raise UserError("Ảnh này không còn trong cuộc kiểm tra. Hãy mở lại màn hình.")
    return found
