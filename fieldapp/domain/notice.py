"""The conclusion notice (Thông báo kết luận): what is said, not how it looks.

Geometry and fonts are `fieldapp.papers`' business; the order and names of the
components are those of NĐ 30/2020/NĐ-CP, Phụ lục I and Mẫu 1.4 of Phụ lục III.
"""

import datetime as dt

from fieldapp.domain.value import Text, Value


class NoticeItem(Value):
    """One paragraph of a part; `number` ("1.", "a)", "") is printed before it.

    A `heading` item is printed bold (a khoản with a title).
    """

    text: Text
    number: Text = ""
    heading: bool = False


class NoticePart(Value):
    """A mục: "II" + "KẾT QUẢ ĐẠT ĐƯỢC" + its paragraphs."""

    numeral: str
    title: Text
    items: tuple[NoticeItem, ...]


class AnnexPhoto(Value):
    """A photo of the annex. `sha256` finds the prepared derivative and is printed."""

    sha256: str
    caption: Text


class NoticeContent(Value):
    """All text of a notice, NFC, ready for paper.

    `number` and `issued_on` None: blanks are printed. `sample` marks everything
    "MẪU - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ". `signing_lines` are ô 7a top down
    ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"); `signer_name` is ô 7b, "" leaves a blank.
    `recipients` are without leading "- " and trailing ";". `agency_in_text` is the
    agency as running text writes it ("Sở Nội vụ"); "" falls back on `agency`.
    """

    parent_agency: Text
    agency: Text
    agency_in_text: Text = ""
    number: Text | None = None
    symbol: Text
    place: Text
    issued_on: dt.date | None = None
    kind: Text = "THÔNG BÁO"
    subject: Text
    legal_basis: tuple[Text, ...] = ()
    opening: Text
    parts: tuple[NoticePart, ...]
    closing: Text
    signing_lines: tuple[Text, ...]
    signer_name: Text = ""
    recipients: tuple[Text, ...]
    photos: tuple[AnnexPhoto, ...] = ()
    sample: bool = False


class SignatureBox(Value):
    """Where the signature goes: `page` from 0, points from the lower left corner."""

    page: int
    left_pt: float
    bottom_pt: float
    right_pt: float
    top_pt: float


class Paper(Value):
    """A finished PDF before signing, and where the two signatures belong."""

    pdf: bytes
    page_count: int
    signature: SignatureBox


class Signer(Value):
    """Who a certificate says will sign; `sample` when it calls itself a sample."""

    name: Text
    sample: bool


class SignatureVerdict(Value):
    """What a verification found for one signature.

    `valid` is the bottom line: intact, nothing unlawful added since, certificate
    acceptable. The others say why not. `reasons` are Vietnamese sentences.
    """

    field: str
    signer: Text
    signed_at: dt.datetime | None
    valid: bool
    intact: bool
    trusted: bool
    changed_after: bool
    covers_whole_file: bool
    reasons: tuple[Text, ...]


class Verification(Value):
    """What a verification found for a file. Valid only with at least one signature."""

    signatures: tuple[SignatureVerdict, ...]
    valid: bool
    summary: Text
