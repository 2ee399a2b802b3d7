"""From the draft to a signed PDF that can be verified."""

import datetime as dt
import re
from pathlib import Path

from fieldapp.domain import facts
from fieldapp.domain.composing import compose_notice
from fieldapp.domain.drafting import draft_conclusion
from fieldapp.domain.notice import NoticeContent, Paper, Verification
from fieldapp.domain.readiness import Readiness, readiness
from fieldapp.domain.record import SignedPaper
from fieldapp.domain.value import Value
from fieldapp.domain.vietnamese import VIETNAM, search_key
from fieldapp.durable import make_folder, replace_file, write_errors
from fieldapp.errors import IntegrityError, UserError
from fieldapp.services.inspections import open_inspection
from fieldapp.services.workspace import Workspace


class SignedNotice(Value):
    """A signed notice as handed out: bytes, where the copy for people lies, verdict.

    `outdated` says that the inspection was changed after this was signed.
    """

    file_name: str
    pdf: bytes
    path: Path
    verification: Verification
    outdated: bool = False


def content(
    ws: Workspace, inspection_id: str, *, sample: bool = False
) -> NoticeContent:
    """The words of the notice as the inspection stands now."""
    opened = open_inspection(ws, inspection_id)
    draft = draft_conclusion(opened.checklist, opened.record)
    sample = sample or opened.record.inspection.rehearsal
    return compose_notice(opened.checklist, opened.record, draft, sample=sample)


def render(ws: Workspace, inspection_id: str, *, sample: bool = False) -> Paper:
    """The notice on paper, PDF/A-2b, unsigned."""
    words = content(ws, inspection_id, sample=sample)
    photos = {p.sha256: ws.photos.print_copy(p.sha256) for p in words.photos}
    return ws.paper_desk.render(words, photos)


def preview(
    ws: Workspace, inspection_id: str, width_px: int = 1000
) -> tuple[bytes, ...]:
    """Every page of the unsigned notice as PNG."""
    return page_images(ws, render(ws, inspection_id).pdf, width_px)


def page_images(ws: Workspace, pdf: bytes, width_px: int = 1000) -> tuple[bytes, ...]:
    """Every page of a PDF as PNG."""
    return ws.paper_desk.page_images(pdf, width_px)


def sign(
    ws: Workspace,
    inspection_id: str,
    p12: bytes,
    password: str,
    *,
    sample: bool = False,
) -> SignedNotice:
    """Render, sign, verify, keep, record; the password is used and forgotten.

    The signed file is kept by its SHA-256 before the op that names it is written,
    and a copy is put into the exports folder. A certificate that calls itself a
    sample marks the paper as one.

    Raises:
        UserError: Nothing answered and nothing found yet, wrong password, unusable
            certificate, an exports folder that cannot be written; nothing was kept.
        IntegrityError: The fresh signature does not hold; nothing was kept.
    """
    refusal = ready(ws, inspection_id).refusal
    if refusal:
        raise UserError(refusal)
    make_folder(ws.exports)
    now = ws.clock()
    sample = sample or ws.signature_desk.signer(p12, password, now).sample
    paper = render(ws, inspection_id, sample=sample)
    pdf = ws.signature_desk.sign(paper, p12, password, now)
    verification = ws.signature_desk.verify(pdf, ws.trust)
    verdict = verification.signatures[-1]
    if not verdict.intact or verdict.changed_after:
        raise IntegrityError("Chữ ký vừa tạo không kiểm tra được. Tệp không được giữ.")
    name = _file_name(inspection_id, now, sample=sample)
    signed = SignedPaper(
        sha256=ws.signed.put(pdf),
        file_name=name,
        signer=verdict.signer,
        signed_at=now,
        sample=sample,
    )
    ws.record(inspection_id, facts.write_signed(signed))
    return SignedNotice(
        file_name=name,
        pdf=pdf,
        path=_hand_out(ws, name, pdf),
        verification=verification,
    )


def ready(ws: Workspace, inspection_id: str) -> Readiness:
    """What is still open before signing, and whether one may sign."""
    opened = open_inspection(ws, inspection_id)
    return readiness(opened.checklist, opened.record)


def changed_since_signed(ws: Workspace, inspection_id: str) -> bool:
    """Whether anything was recorded after the notice signed last.

    Goes by the order in which things were recorded here; a device's clock may have
    been put back. False when nothing was signed.
    """
    entities = [op.entity for op in ws.store.ops(inspection_id)]
    return facts.SIGNED in entities and entities[-1] != facts.SIGNED


def signed_papers(ws: Workspace, inspection_id: str) -> tuple[SignedPaper, ...]:
    """Everything that was signed for this inspection, oldest first."""
    return ws.store.load(inspection_id).signed


def latest_signed(ws: Workspace, inspection_id: str) -> SignedNotice | None:
    """The newest signed notice, verified again now; None when there is none.

    Raises:
        IntegrityError: Its file is lost.
    """
    papers = signed_papers(ws, inspection_id)
    if not papers:
        return None
    newest = papers[-1]
    pdf = _kept(ws, newest)
    return SignedNotice(
        file_name=newest.file_name,
        pdf=pdf,
        path=ws.exports / newest.file_name,
        verification=ws.signature_desk.verify(pdf, ws.trust),
        outdated=changed_since_signed(ws, inspection_id),
    )


def _kept(ws: Workspace, paper: SignedPaper) -> bytes:
    try:
        return ws.signed.path(paper.sha256).read_bytes()
    except OSError as error:
        raise IntegrityError(
            f"Không đọc được thông báo đã ký {paper.file_name}. Hãy khôi phục thư mục "
            "dữ liệu từ bản sao lưu."
        ) from error


def _hand_out(ws: Workspace, name: str, pdf: bytes) -> Path:
    path = ws.exports / name
    with write_errors(path):
        replace_file(path, pdf)
    return path


def _file_name(inspection_id: str, at: dt.datetime, *, sample: bool) -> str:
    """An ASCII name with Vietnam's time: "thong-bao-ket-luan-CR-2024-….pdf"."""
    unit = search_key(inspection_id)
    ascii_id = re.sub(r"[^a-z0-9-]+", "-", unit).strip("-").upper()
    mark = "-MAU" if sample else ""
    stamp = at.astimezone(VIETNAM).strftime("%Y%m%d-%H%M%S")
    return f"thong-bao-ket-luan-{ascii_id}-{stamp}{mark}.pdf"
