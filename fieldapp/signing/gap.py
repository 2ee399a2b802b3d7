"""The only bytes of a signed PDF no signature covers: the hex of the CMS itself.

What is hidden there changes nothing on paper, yet a file that was touched must
not be called untouched: padding must be zeros and the hex of one case.
"""

import re

from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

_HEX = re.compile(rb"<(?:[0-9a-f]*|[0-9A-F]*)>")
_LONG_FORM = 0x80


def is_clean(pdf: bytes, signature: EmbeddedPdfSignature) -> bool:
    """Say whether the gap in the byte range holds one DER object and zeros only."""
    start, length, resume, _ = (int(part) for part in signature.byte_range)
    gap = pdf[start + length : resume]
    if not _HEX.fullmatch(gap):
        return False
    contents = bytes.fromhex(gap[1:-1].decode("ascii"))
    return not contents[_der_length(contents) :].strip(b"\0")


def _der_length(der: bytes) -> int:
    """Return the length of the first DER object with its header (X.690, 8.1.3)."""
    first = der[1]
    if first < _LONG_FORM:
        return 2 + first
    header = 2 + (first - _LONG_FORM)
    return header + int.from_bytes(der[2:header], "big")
