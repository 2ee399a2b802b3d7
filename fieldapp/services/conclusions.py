"""The leader's desk: the draft, what people change in it, and the paper's details."""

from fieldapp.domain import facts
from fieldapp.domain.draft import Draft
from fieldapp.domain.drafting import draft_conclusion
from fieldapp.domain.record import NoticeDetails, SentenceEdit
from fieldapp.errors import UserError
from fieldapp.services.inspections import open_inspection
from fieldapp.services.workspace import Workspace


def draft(ws: Workspace, inspection_id: str) -> Draft:
    """The draft of an inspection as it stands now."""
    opened = open_inspection(ws, inspection_id)
    return draft_conclusion(opened.checklist, opened.record)


def edit_sentence(ws: Workspace, inspection_id: str, key: str, text: str) -> None:
    """Reword a sentence; it keeps its sources and is marked as edited.

    Raises:
        UserError: The text is empty (leave the sentence out instead), or the
            sentence is not in the draft.
    """
    if not text.strip():
        raise UserError("Câu đang để trống. Muốn bỏ câu này, hãy chọn “Không in”.")
    _save_edit(ws, inspection_id, key, text.strip())


def omit_sentence(ws: Workspace, inspection_id: str, key: str) -> None:
    """Leave a sentence out of the notice; it stays on the desk."""
    _save_edit(ws, inspection_id, key, "")


def restore_sentence(ws: Workspace, inspection_id: str, key: str) -> None:
    """Go back to the sentence the rules make."""
    ws.record(inspection_id, facts.write_sentence(key, None))


def save_notice_details(
    ws: Workspace, inspection_id: str, details: NoticeDetails
) -> None:
    """Save number, date, signer, recipients and deadline of the paper."""
    ws.record(inspection_id, facts.write_notice(details))


def _save_edit(ws: Workspace, inspection_id: str, key: str, text: str) -> None:
    sentences = draft(ws, inspection_id).sentences
    found = next((s for s in sentences if s.key == key), None)
    if found is None:
        raise UserError("Câu này không còn trong dự thảo. Hãy mở lại màn hình.")
    edit = SentenceEdit(key=key, text=text, derived=found.derived)
    ws.record(inspection_id, facts.write_sentence(key, edit))
