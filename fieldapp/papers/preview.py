"""Pages as pictures for the screen."""

import io
from contextlib import closing
from threading import Lock

import pypdfium2

from fieldapp.errors import UserError

# PDFium holds global state: two threads inside it crash the process.
_PDFIUM = Lock()
_QUICK = 1


def page_images(pdf: bytes, width_px: int) -> tuple[bytes, ...]:
    """Return every page as PNG, `width_px` wide, form fields and signatures drawn.

    Raises:
        UserError: `pdf` is not a PDF.
    """
    try:
        with _PDFIUM, closing(pypdfium2.PdfDocument(pdf)) as document:
            return _drawn(document, width_px)
    except pypdfium2.PdfiumError as error:
        raise UserError("Tệp không phải PDF hoặc đã hỏng.") from error


def _drawn(document: pypdfium2.PdfDocument, width_px: int) -> tuple[bytes, ...]:
    document.init_forms()
    return tuple(_png(document[number], width_px) for number in range(len(document)))


def _png(page: pypdfium2.PdfPage, width_px: int) -> bytes:
    bitmap = page.render(scale=width_px / page.get_width())
    out = io.BytesIO()
    bitmap.to_pil().save(out, format="PNG", compress_level=_QUICK)
    return out.getvalue()
