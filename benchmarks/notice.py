"""Twelve photos taken in, the notice built from them, the notice signed.

The inspection is the real one of `checklists/examples`; the photos are twelve
different ones of 12 megapixels. Each step stands beside its vendor used barely.
"""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.desk import desk
from benchmarks.measuring import Contender, Goal, Report, side_by_side
from benchmarks.photos import FULL_SIZE_PX, photo
from fieldapp import config
from fieldapp.domain.findings import Photo
from fieldapp.domain.notice import Paper
from fieldapp.services import capture, exchange, notices
from fieldapp.services.workspace import Workspace
from fieldapp.signing.sample_ca import make_sample

INGEST, BARE_INGEST = "fieldapp attach_photo", "Pillow + 3 files fsynced"
BUILD, BARE_BUILD = "fieldapp render (PDF/A-2b)", "reportlab, photos only"
SIGN, BARE_SIGN = "fieldapp sign", "pyHanko alone"
WHOLE = "render + sign + verify + keep"
EXAMPLE = Path("examples") / "cairang-2024.inspection.yaml"
A_PAGE = 6
PASSWORD = "chi-de-do"  # noqa: S105 - of a throw-away sample key


def measure(
    folder: Path,
    *,
    photos: int = 12,
    size_px: tuple[int, int] = FULL_SIZE_PX,
    rounds: int = 12,
) -> tuple[Report, ...]:
    """Measure the three steps one after the other on one inspection."""
    with desk(folder) as ws:
        source = config.bundled("checklists") / EXAMPLE
        inspection_id = exchange.import_path(ws, source)
        bare = folder / "bare"
        bare.mkdir()
        ingest = _ingest(ws, inspection_id, bare, photos, size_px)
        build = _build(ws, inspection_id, rounds)
        sign = _sign(ws, inspection_id, rounds)
    return ingest, build, sign


def _ingest(
    ws: Workspace,
    inspection_id: str,
    bare: Path,
    photos: int,
    size_px: tuple[int, int],
) -> Report:
    """Each round takes in a photo nobody has seen; extra ones are removed again."""
    kept: list[Photo] = []

    def attach(data: bytes) -> None:
        name = f"anh-{len(kept)}.jpg"
        kept.append(capture.attach_photo(ws, inspection_id, "", "CR", name, data))

    def take(number: int) -> bytes:
        return photo(number, size_px)

    series = side_by_side(
        (
            Contender(INGEST, attach, take),
            Contender(BARE_INGEST, lambda data: bare_ingest(bare, data), take),
        ),
        rounds=photos,
    )
    for extra in kept[photos:]:
        capture.remove_photo(ws, inspection_id, extra.id)
    megapixels = size_px[0] * size_px[1] / 1e6
    return Report(
        f"Taking in one photo of {megapixels:.3g} MP, copies made, all on disk",
        series,
        baseline=BARE_INGEST,
    )


def bare_ingest(folder: Path, data: bytes) -> None:
    """Original, paper copy and thumbnail with Pillow alone, fsynced."""
    image = Image.open(BytesIO(data))
    image.draft("RGB", (614, 614))
    upright = ImageOps.exif_transpose(image)
    _keep(folder, data)
    for width, quality in ((614, 85), (320, 78)):
        size = (width, round(upright.height * width / upright.width))
        buffer = BytesIO()
        upright.resize(size, Image.Resampling.LANCZOS).save(
            buffer, "JPEG", quality=quality
        )
        _keep(folder, buffer.getvalue())


def _keep(folder: Path, data: bytes) -> None:
    with (folder / f"{len(os.listdir(folder))}.jpg").open("wb") as file:  # noqa: PTH208 - a count, no paths
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _build(ws: Workspace, inspection_id: str, rounds: int) -> Report:
    content = notices.content(ws, inspection_id)
    copies = [ws.photos.print_copy(p.sha256) for p in content.photos]
    series = side_by_side(
        (
            Contender(BUILD, lambda _: notices.render(ws, inspection_id)),
            Contender(BARE_BUILD, lambda _: bare_build(copies)),
        ),
        rounds=rounds,
    )
    title = f"Building the notice with {len(copies)} prepared photos"
    report = Report(title, series, baseline=BARE_BUILD)
    goal = Goal("the notice is built in", report[BUILD].median, 0.3, below=True)
    return Report(title, series, (goal,), BARE_BUILD)


def bare_build(copies: list[Path]) -> bytes:
    """The photos two to a row, six a page: no text, no fonts, no PDF/A."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, pageCompression=1)
    for place, path in enumerate(copies):
        if place and place % A_PAGE == 0:
            canvas.showPage()
        left, top = 80 + place % 2 * 230, 560 - place % A_PAGE // 2 * 200
        canvas.drawImage(str(path), left, top, width=221, preserveAspectRatio=True)
    canvas.save()
    return buffer.getvalue()


def _sign(ws: Workspace, inspection_id: str, rounds: int) -> Report:
    paper = notices.render(ws, inspection_id)
    p12 = make_sample("Đo tốc độ", PASSWORD, ws.clock()).p12
    series = side_by_side(
        (
            Contender(SIGN, _desk_signs(ws, paper, p12)),
            Contender(BARE_SIGN, lambda _: bare_sign(paper.pdf, p12)),
            Contender(WHOLE, lambda _: notices.sign(ws, inspection_id, p12, PASSWORD)),
        ),
        rounds=rounds,
    )
    title = f"Signing that notice ({len(paper.pdf) // 1000} kB, RSA-2048, PAdES B-B)"
    report = Report(title, series, baseline=BARE_SIGN)
    goal = Goal("the notice is signed in", report[SIGN].median, 0.5, below=True)
    return Report(title, series, (goal,), BARE_SIGN)


def _desk_signs(ws: Workspace, paper: Paper, p12: bytes) -> Callable[[int], object]:
    return lambda _: ws.signature_desk.sign(paper, p12, PASSWORD, ws.clock())


def bare_sign(pdf: bytes, p12: bytes) -> bytes:
    """The same key and subfilter, an invisible field, pyHanko's defaults."""
    signer = signers.SimpleSigner.load_pkcs12_data(
        p12, other_certs=[], passphrase=PASSWORD.encode()
    )
    metadata = signers.PdfSignatureMetadata(
        field_name="S", md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
    )
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    return bytes(signers.sign_pdf(writer, metadata, signer).getvalue())
