"""The work of `demo`, apart from its command: its libraries take a second to load."""

import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from fieldapp import config, wiring
from fieldapp.cli.desk import say, write_file
from fieldapp.domain.draft import DraftPart
from fieldapp.domain.plain_text import verification_text
from fieldapp.durable import make_folder
from fieldapp.errors import IntegrityError
from fieldapp.evidence.sample import sample_photo
from fieldapp.services import capture, conclusions, exchange, inspections, notices
from fieldapp.services.workspace import Workspace
from fieldapp.signing.sample_ca import make_sample

EXAMPLE = Path("examples") / "cairang-2024.inspection.yaml"
PDF_NAME = "thong-bao-ket-luan-MAU.pdf"
CA_NAME = "ca-mau.pem"
_PASSWORD = "mau-khong-gia-tri"  # noqa: S105 - of the throw-away sample key


def main_job(exports: Path | None, data: Path | None = None) -> None:
    """Do the whole main job in `data`, else in a folder that is thrown away.

    What stays is the signed notice and its root certificate in `exports` (by
    default the configured exports folder).
    """
    folder = data or Path(tempfile.mkdtemp(prefix="fieldapp-demo-"))
    # Signing puts a copy into the exports folder; people are to find only one.
    settings = replace(config.settings(data=folder), exports=folder / "exports")
    try:
        with wiring.workspace(settings) as ws:
            _main_job(ws, exports or config.settings().exports)
    finally:
        if data is None:
            shutil.rmtree(folder, ignore_errors=True)


def _main_job(ws: Workspace, exports: Path) -> None:
    source = config.bundled("checklists") / EXAMPLE
    inspection_id = exchange.import_path(ws, source)
    opened = inspections.open_inspection(ws, inspection_id)
    say(f"1. Nhập {source.name}: {opened.record.inspection.unit.name},")
    say(f"   {len(opened.record.answers)} câu trả lời theo {opened.checklist.title}.")
    _photograph(ws, inspection_id)
    _draft(ws, inspection_id)
    make_folder(exports)
    _sign(ws, inspection_id, exports)


def _photograph(ws: Workspace, inspection_id: str) -> None:
    unit = inspections.open_inspection(ws, inspection_id).record.inspection.unit.code
    font = config.bundled("assets") / "fonts" / "LiberationSerif-Bold.ttf"
    for number in (1, 2):
        data = sample_photo(f"ẢNH MẪU {number}", font)
        photo = capture.attach_photo(
            ws, inspection_id, "", unit, f"anh-mau-{number}.jpg", data
        )
        caption = f"Ảnh mẫu {number}: Bộ phận Một cửa"
        capture.caption_photo(ws, inspection_id, photo.id, caption)
    say("2. Gắn 2 ảnh mẫu; ảnh gốc lưu theo SHA-256, siêu dữ liệu vị trí không in ra.")


def _draft(ws: Workspace, inspection_id: str) -> None:
    draft = conclusions.draft(ws, inspection_id)
    counts = {part: len(draft.part(part)) for part in DraftPart}
    say(
        f"3. Dự thảo: {counts[DraftPart.ACHIEVEMENT]} kết quả, "
        f"{counts[DraftPart.SHORTCOMING]} hạn chế, "
        f"{counts[DraftPart.RECOMMENDATION]} kiến nghị."
    )
    for sentence in draft.part(DraftPart.SHORTCOMING):
        say(f"   - {sentence.text}")
    for warning in (w for s in draft.sentences for w in s.warnings):
        say(f"   Cảnh báo: {warning}")


def _sign(ws: Workspace, inspection_id: str, exports: Path) -> None:
    identity = make_sample("Người ký thử", _PASSWORD, wiring.utc_now())
    signed = notices.sign(ws, inspection_id, identity.p12, _PASSWORD, sample=True)
    pdf, authority = exports / PDF_NAME, exports / CA_NAME
    write_file(pdf, signed.pdf)
    write_file(authority, identity.root_pem)
    say(f"4. Lập PDF/A-2b và ký số mẫu: {pdf} ({len(signed.pdf) // 1000} kB).")
    found = ws.signature_desk.verify(signed.pdf, (identity.root_pem,))
    say(f"5. Kiểm tra chữ ký: {verification_text(found)}")
    if not found.valid:
        raise IntegrityError("Chữ ký mẫu không hợp lệ. Bản cài đặt có lỗi.")
    say("   Tự kiểm tra lại:")
    say(f"   {_program()} notice verify {pdf} --trust {authority}")


def _program() -> str:
    """How this program is called from here: "fieldapp", or its path if not on PATH."""
    started = Path(sys.argv[0])
    if started.stem != "fieldapp" or shutil.which("fieldapp"):
        return "fieldapp"
    return os.path.relpath(started)
