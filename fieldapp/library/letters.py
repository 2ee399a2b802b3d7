"""Letters that must not enter unnoticed: decomposed, look-alike, legacy, control.

Files are refused rather than repaired: an author whose keyboard or converter makes
wrong letters must learn of it. Source: domain reference E, "Normalisation" and
"Legacy encodings".
"""

import re
import unicodedata

from fieldapp.errors import Problem
from fieldapp.library.codes import Code

_LOOKALIKE = re.compile("[\u00d0\u00f0\u0189]")
_RIGHT_LETTER = {"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_VIETNAMESE = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0]|[Ạ-ỹ]")
_TCVN3 = re.compile("[A-Za-zÀ-ÿ][¨©ª«¬®µ¶·¸¹»¼½¾Æ×ß÷þ]|[a-z][À-Þ]|§[a-zà-ÿ]")
_VNI = re.compile("[aeiouyAEIOUY][äåãøõûïùëöâêÄÅÃØÕÛÏÙËÖÂÊ]|[ñÑ][aeiouAEIOU]")
_ENOUGH_LEGACY_SIGNS = 3


def looks_legacy(text: str) -> bool:
    """Return True when `text` looks like TCVN3 or VNI read as Latin-1.

    No letter that only Unicode Vietnamese has, and at least three pairs of signs
    such encodings leave behind ("x·", "hoäi").
    """
    if _VIETNAMESE.search(text):
        return False
    tcvn3, vni = len(_TCVN3.findall(text)), len(_VNI.findall(text))
    return max(tcvn3, vni) >= _ENOUGH_LEGACY_SIGNS


def letter_problems(text: str, file: str) -> list[Problem]:
    """Return one problem for each line and kind of wrong letter."""
    suspicious = (
        not unicodedata.is_normalized("NFC", text)
        or _LOOKALIKE.search(text)
        or _CONTROL.search(text)
    )
    if not suspicious:
        return []
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        problems += line_problems(line, file, number, 1)
    return problems


def line_problems(text: str, file: str, line: int, column: int) -> list[Problem]:
    """Return the problems of one line (or value) that starts at `column`."""
    found = []
    if match := _LOOKALIKE.search(text):
        found.append((match.start(), Code.LOOKALIKE, _lookalike(match.group())))
    if (at := _first_not_nfc(text)) is not None:
        found.append((at, Code.NOT_NFC, _NOT_NFC_MESSAGE))
    if match := _CONTROL.search(text):
        message = f"không được có ký tự điều khiển U+{ord(match.group()):04X}; xóa đi"
        found.append((match.start(), Code.CONTROL_CHARACTER, message))
    return [
        Problem(file, line, column + at, code, message) for at, code, message in found
    ]


_NOT_NFC_MESSAGE = (
    "chữ Việt tổ hợp (dấu tách rời); chuyển sang Unicode dựng sẵn bằng UniKey Toolkit "
    "(Ctrl+Shift+F6) rồi lưu lại"
)


def _lookalike(letter: str) -> str:
    right = _RIGHT_LETTER[letter]
    name = f"U+{ord(letter):04X}"
    return (
        f"chữ “{letter}” ({name}) chỉ trông giống “{right}”; thay bằng “{right}” "
        f"(U+{ord(right):04X})"
    )


def _first_not_nfc(text: str) -> int | None:
    """Return where the first letter stands that NFC would change, or None."""
    if unicodedata.is_normalized("NFC", text):
        return None
    normal = unicodedata.normalize("NFC", text)
    pairs = zip(text, normal, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), len(normal) - 1)
