"""Puts one PAdES B-B signature on a PDF (ETSI EN 319 142-1), as an increment."""

import datetime as dt
import io

from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import (
    AxisAlignment,
    BoxConstraints,
    InnerScaling,
    Margins,
    SimpleBoxLayoutRule,
)
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import StaticStampStyle

from fieldapp.domain.notice import SignatureBox
from fieldapp.errors import IntegrityError
from fieldapp.signing.identity import Identity

LEADER_FIELD = "NguoiKy"

# The leader certifies, yet number, date and the agency's seal may follow in form
# fields; anything else added later makes the signature invalid.
_LEADER = PdfSignatureMetadata(
    field_name=LEADER_FIELD,
    md_algorithm="sha256",
    subfilter=SigSeedSubFilter.PADES,
    certify=True,
    docmdp_permissions=MDPPerm.FILL_FORMS,
)
_WHOLE_BOX = SimpleBoxLayoutRule(
    AxisAlignment.ALIGN_MID,
    AxisAlignment.ALIGN_MID,
    Margins(0, 0, 0, 0),
    InnerScaling.SHRINK_TO_FIT,
)


def signed(
    pdf: bytes,
    box: SignatureBox,
    picture: bytes,
    identity: Identity,
    signed_at: dt.datetime,
) -> bytes:
    """Return `pdf` with the leader's signature in `box`, shown as `picture`.

    Raises:
        IntegrityError: `pdf` cannot be signed: damaged, or the field exists.
    """
    out = io.BytesIO()
    signer = _TimedSigner(
        _LEADER,
        identity.signer,
        stamp_style=_style(picture),
        new_field_spec=SigFieldSpec(LEADER_FIELD, on_page=box.page, box=_corners(box)),
    )
    signer.signed_at = signed_at
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        signer.sign_pdf(writer, output=out)
    except (SigningError, PdfError) as error:
        raise IntegrityError(
            "Không ký được tệp PDF này: tệp đã hỏng hoặc đã được ký."
            " Hãy tạo lại thông báo."
        ) from error
    return out.getvalue()


def _corners(box: SignatureBox) -> tuple[int, int, int, int]:
    return (
        round(box.left_pt),
        round(box.bottom_pt),
        round(box.right_pt),
        round(box.top_pt),
    )


class _TimedSigner(PdfSigner):
    """Signs at the time it is told instead of reading the machine's clock."""

    signed_at: dt.datetime

    def init_signing_session(
        self,
        pdf_out: BasePdfFileWriter,
        existing_fields_only: bool = False,  # noqa: FBT001, FBT002  # pyHanko's
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.signed_at
        return session


class _Picture(PdfContent):
    """The only page of a PDF in memory; pyHanko's own class wants a file name."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        super().__init__()

    def render(self) -> bytes:
        reader = PdfFileReader(io.BytesIO(self._pdf))
        drawing = self._ensure_writer.import_page_as_xobject(reader)
        self.resources.xobject["/Picture"] = drawing
        left, bottom, right, top = drawing.get_object()["/BBox"]
        self.box = BoxConstraints(width=right - left, height=top - bottom)
        return b"/Picture Do"


def _style(picture: bytes) -> StaticStampStyle:
    return StaticStampStyle(
        background=_Picture(picture),
        background_layout=_WHOLE_BOX,
        background_opacity=1,
        border_width=0,
    )
