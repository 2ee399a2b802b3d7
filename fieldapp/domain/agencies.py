"""An agency's name, upper case in the head of a document, as running text writes it.

Which letters inside a name are capitals cannot be derived from upper case (NĐ
30/2020/NĐ-CP, Phụ lục II), so only known words are changed and the rest stays as
it is: capitals everywhere are plain, a name in the wrong case is a mistake.
"""

_KNOWN = {
    "ĐOÀN KIỂM TRA": "Đoàn kiểm tra",
    "ĐOÀN KIỂM TRA CCHC": "Đoàn kiểm tra CCHC",
    "HỘI ĐỒNG NHÂN DÂN": "Hội đồng nhân dân",
    "SỞ KHOA HỌC VÀ CÔNG NGHỆ": "Sở Khoa học và Công nghệ",
    "SỞ NỘI VỤ": "Sở Nội vụ",
    "SỞ TÀI CHÍNH": "Sở Tài chính",
    "SỞ TƯ PHÁP": "Sở Tư pháp",
    "UBND": "UBND",
    "ỦY BAN NHÂN DÂN": "Ủy ban nhân dân",
    "VĂN PHÒNG UBND": "Văn phòng UBND",
}
_PLACES = (
    "TỈNH",
    "THÀNH PHỐ",
    "QUẬN",
    "HUYỆN",
    "THỊ XÃ",
    "THỊ TRẤN",
    "PHƯỜNG",
    "XÃ",
    "ĐẶC KHU",
)


def agency_in_text(name: str) -> str:
    """Return the name for running text; unchanged where its capitals are not known.

    Example:
        >>> agency_in_text("SỞ NỘI VỤ TỈNH ĐỒNG THÁP")
        'Sở Nội vụ tỉnh Đồng Tháp'
        >>> agency_in_text("SỞ XÂY DỰNG"), agency_in_text("Sở Xây dựng")
        ('SỞ XÂY DỰNG', 'Sở Xây dựng')
    """
    heads = (h for h in _KNOWN if name == h or name.startswith(f"{h} "))
    head = max(heads, key=len, default="")
    rest = name.removeprefix(head).strip()
    place = _place(rest)
    if not head or (rest and not place):
        return name
    return f"{_KNOWN[head]} {place}".rstrip()


def _place(name: str) -> str:
    """Return "TỈNH ĐỒNG THÁP" → "tỉnh Đồng Tháp"; "" when it is no place."""
    kind = next((k for k in _PLACES if name.startswith(f"{k} ")), None)
    if kind is None:
        return ""
    words = name.removeprefix(kind).split()
    return " ".join((kind.lower(), *(w[:1] + w[1:].lower() for w in words)))
