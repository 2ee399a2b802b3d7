"""Finds where a finished paper wants its signature.

The paper carries the place as a named destination, `NguoiKy`, of kind FitR: a page
and a rectangle. So a PDF alone, from another day or machine, can be signed.
"""

import io

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from fieldapp.domain.notice import Paper, SignatureBox
from fieldapp.errors import UserError
from fieldapp.signing.pades import LEADER_FIELD


def paper_of(pdf: bytes) -> Paper:
    """Return `pdf` as a paper with the place for the signature.

    Raises:
        UserError: Not a PDF, not a notice made by this program, or signed already.
    """
    try:
        return _paper(pdf)
    except (PdfError, LookupError, TypeError, ValueError, StopIteration) as error:
        raise UserError(
            "Tệp này không phải thông báo chưa ký do chương trình tạo ra;"
            " không biết đặt chữ ký ở đâu."
        ) from error


def _paper(pdf: bytes) -> Paper:
    reader = PdfFileReader(io.BytesIO(pdf))
    destination = reader.root["/Dests"][f"/{LEADER_FIELD}"]
    if reader.embedded_signatures:
        raise UserError("Thông báo này đã có chữ ký số; không ký lại được.")
    page = destination.raw_get(0)
    corners = (destination[place] for place in range(2, 6))
    count = int(reader.root["/Pages"]["/Count"])
    left, bottom, right, top = (float(corner) for corner in corners)
    box = SignatureBox(
        page=_page_number(reader, page, count),
        left_pt=left,
        bottom_pt=bottom,
        right_pt=right,
        top_pt=top,
    )
    return Paper(pdf=pdf, page_count=count, signature=box)


def _page_number(reader: PdfFileReader, page: object, count: int) -> int:
    return next(number for number in range(count) if _page(reader, number) == page)


def _page(reader: PdfFileReader, number: int) -> object:
    found = reader.find_page_for_modification(number)  # type: ignore[no-untyped-call]  # pyHanko
    return found[0]
