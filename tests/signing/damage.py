"""What an attacker or an accident does to a signed file."""

import io
from collections.abc import Callable

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner


def byte_range(pdf: bytes) -> tuple[int, int, int, int]:
    signature = PdfFileReader(io.BytesIO(pdf)).embedded_signatures[-1]
    first, length, resume, rest = (int(part) for part in signature.byte_range)
    return first, length, resume, rest


def flip(pdf: bytes, place: int, bit: int = 0) -> bytes:
    damaged = bytearray(pdf)
    damaged[place] ^= 1 << bit
    return bytes(damaged)


def updated(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """Return `pdf` with one well-formed incremental update."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]  # pyHanko
    return out.getvalue()


def add_line(writer: IncrementalPdfFileWriter) -> None:
    """Write a line of text on page 1."""
    text = generic.StreamObject(stream_data=b"BT /F1 14 Tf 100 100 Td (them) Tj ET")
    writer.add_stream_to_page(0, writer.add_object(text))  # type: ignore[no-untyped-call]  # pyHanko


def change_language(writer: IncrementalPdfFileWriter) -> None:
    writer.root["/Lang"] = generic.pdf_string("en")
    writer.mark_update(writer.root_ref)


def ask_for_redrawing(writer: IncrementalPdfFileWriter) -> None:
    form = writer.root["/AcroForm"]
    form["/NeedAppearances"] = generic.BooleanObject(True)  # type: ignore[no-untyped-call]  # pyHanko  # noqa: FBT003  # a PDF value
    writer.mark_update(writer.root.raw_get("/AcroForm"))


def drop_the_picture(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    del field["/AP"]
    writer.mark_update(writer.root["/AcroForm"]["/Fields"].raw_get(0))


def countersigned(pdf: bytes, p12: bytes, password: str) -> bytes:
    """Return `pdf` with another signature in a field of its own."""
    signer = SimpleSigner.load_pkcs12_data(p12, [], password.encode())
    field = SigFieldSpec("KeLa", on_page=0, box=(20, 20, 60, 40))
    out = io.BytesIO()
    PdfSigner(
        PdfSignatureMetadata(field_name="KeLa", md_algorithm="sha256"),
        signer,
        new_field_spec=field,
    ).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), output=out)
    return out.getvalue()
