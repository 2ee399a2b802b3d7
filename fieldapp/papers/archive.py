"""Makes a reportlab file PDF/A-2b and refuses what is not (ISO 19005-2).

The judge is pikepdf's validator, not the writer: it approves only constructs it
knows to conform.
"""

import datetime as dt
import io
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import pdfa

from fieldapp.domain.notice import SignatureBox
from fieldapp.errors import IntegrityError

FLAVOUR = "2b"
SIGNATURE_PLACE = "NguoiKy"
_PRODUCER = "fieldapp"
_HANOI = dt.timezone(dt.timedelta(hours=7))

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreateDate>{made_at}</xmp:CreateDate>
<xmp:ModifyDate>{made_at}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True)
class Label:
    """What the file says about itself; `made_at` is aware."""

    title: str
    author: str
    made_at: dt.datetime


def archived(raw: bytes, label: Label, place: SignatureBox, icc: bytes) -> bytes:
    """Return `raw` as PDF/A-2b; the same arguments give the same bytes.

    The file remembers where its signature goes as the named destination
    `NguoiKy`, a page and a rectangle, so that it can be signed from the file alone.

    Args:
        raw: What reportlab wrote.
        label: Title, author and time for the metadata.
        place: Where the signature goes.
        icc: An RGB output profile.

    Raises:
        IntegrityError: The file written does not pass the validator.
    """
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        _drop_transitions(pdf)
        _set_output_intent(pdf, icc)
        _set_label(pdf, label)
        _set_place(pdf, place)
        try:
            pdfa.save(
                pdf,
                out,
                FLAVOUR,
                repair=False,
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
                min_version="1.7",
            )
        except pdfa.PdfaError as error:
            raise IntegrityError(_refusal(error.report)) from error
    return out.getvalue()


def _refusal(report: pdfa.Report) -> str:
    rules = ", ".join(sorted({finding.rule for finding in report.findings}))
    return f"Tệp PDF vừa tạo không đạt chuẩn lưu trữ PDF/A-2b ({rules})."


def _drop_transitions(pdf: pikepdf.Pdf) -> None:
    """Remove the empty /Trans reportlab gives each page; the judge knows no /Trans."""
    for page in pdf.pages:
        if "/Trans" in page.obj:
            del page.obj["/Trans"]


def _set_output_intent(pdf: pikepdf.Pdf, icc: bytes) -> None:
    profile = pdf.make_stream(icc, N=3)
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier="sRGB IEC61966-2.1",
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = pikepdf.Array([pdf.make_indirect(intent)])


def _set_place(pdf: pikepdf.Pdf, box: SignatureBox) -> None:
    corners = (box.left_pt, box.bottom_pt, box.right_pt, box.top_pt)
    page = pdf.pages[box.page].obj
    destination = pikepdf.Array(
        [page, pikepdf.Name.FitR, *(Decimal(str(corner)) for corner in corners)]
    )
    pdf.Root.Dests = pikepdf.Dictionary({f"/{SIGNATURE_PLACE}": destination})


def _set_label(pdf: pikepdf.Pdf, label: Label) -> None:
    made_at = label.made_at.astimezone(_HANOI).replace(microsecond=0)
    xmp = _XMP.format(
        title=escape(label.title),
        author=escape(label.author),
        made_at=made_at.isoformat(),
        producer=_PRODUCER,
    )
    metadata = pdf.make_stream(xmp.encode(), Type=pikepdf.Name.Metadata)
    metadata.Subtype = pikepdf.Name.XML
    pdf.Root.Metadata = metadata
    stamp = f"D:{made_at:%Y%m%d%H%M%S}+07'00'"
    for key in tuple(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo["/Title"] = label.title
    pdf.docinfo["/Author"] = label.author
    pdf.docinfo["/Producer"] = _PRODUCER
    pdf.docinfo["/CreationDate"] = stamp
    pdf.docinfo["/ModDate"] = stamp
