"""Which checklist an inspection is made with, and moving it to a newer version."""

from fieldapp.domain import facts
from fieldapp.domain.checklist import Checklist
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.moving import MoveReport, move_writes, report_move
from fieldapp.errors import UserError
from fieldapp.library import parse_checklist
from fieldapp.services.inspections import open_inspection
from fieldapp.services.workspace import Workspace


def newer_version(ws: Workspace, inspection_id: str) -> str:
    """The version lying in the library that differs from the inspection's, or "".

    A checklist that is not in the library, or has mistakes, is no newer version.
    """
    header = ws.store.load(inspection_id).inspection
    try:
        text = ws.library.text(header.checklist)
        checklist = ws.library.load(header.checklist)
    except UserError:
        return ""
    return "" if facts.sha256_of(text) == header.checklist_sha256 else checklist.version


def move_report(
    ws: Workspace, inspection_id: str, text: str | None = None
) -> MoveReport:
    """What moving to `text` (by default the library's) would do; changes nothing.

    Raises:
        UserError: No such checklist, another checklist, or the very same one.
        ProblemsError: The checklist has mistakes.
    """
    opened = open_inspection(ws, inspection_id)
    _, new = _target(ws, opened.record.inspection, text)
    return report_move(opened.checklist, new, opened.record)


def move(ws: Workspace, inspection_id: str, text: str | None = None) -> MoveReport:
    """Move a running inspection; all of it in one transaction.

    Answers without room are set aside; nothing is deleted. Errors as `move_report`,
    and:

    Raises:
        UserError: A notice of it was signed already: it stays as it was signed.
    """
    opened = open_inspection(ws, inspection_id)
    if opened.record.signed:
        raise UserError(
            "Cuộc kiểm tra này đã ký thông báo nên giữ nguyên bộ tiêu chí đã dùng. Hãy "
            "lập cuộc kiểm tra mới nếu cần phiên bản mới."
        )
    new_text, new = _target(ws, opened.record.inspection, text)
    writes = move_writes(opened.checklist, new, new_text, opened.record)
    ws.record(inspection_id, *writes)
    return report_move(opened.checklist, new, opened.record)


def _target(
    ws: Workspace, inspection: Inspection, text: str | None
) -> tuple[str, Checklist]:
    checklist_id = inspection.checklist
    if text is None:
        text = ws.library.text(checklist_id)
    new = parse_checklist(text, f"{checklist_id}.yaml")
    if new.id != checklist_id:
        raise UserError(
            f"Tệp này là bộ tiêu chí “{new.id}”, không phải “{checklist_id}”. Hãy chọn "
            "phiên bản khác của đúng bộ tiêu chí."
        )
    if facts.sha256_of(text) == inspection.checklist_sha256:
        raise UserError(
            f"Cuộc kiểm tra đang dùng đúng bản này (phiên bản {new.version}) nên không "
            "có gì để chuyển."
        )
    return text, new
