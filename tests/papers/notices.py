"""A notice to print: realistic defaults, override what matters."""

from typing import Any

from fieldapp.domain.notice import NoticeContent, NoticeItem, NoticePart

LONG = (
    "Qua kiểm tra hồ sơ, tỷ lệ giải quyết thủ tục hành chính đúng hạn đạt 93,48%"
    " (129/138 hồ sơ), tăng 2,1 điểm phần trăm so với cùng kỳ; tỷ lệ hồ sơ trực tuyến"
    " toàn trình đạt 53,6%, chưa đạt chỉ tiêu 80% theo Kế hoạch cải cách hành chính."
)


def item(text: str = LONG, number: str = "", *, heading: bool = False) -> NoticeItem:
    return NoticeItem(text=text, number=number, heading=heading)


def part(numeral: str, title: str, *items: NoticeItem) -> NoticePart:
    return NoticePart(numeral=numeral, title=title, items=items)


def parts(recommendations: int = 3) -> tuple[NoticePart, ...]:
    advice = [item(number=f"{n}.") for n in range(1, recommendations + 1)]
    return (
        part("I", "Khái quát", item()),
        part(
            "II",
            "Kết quả đạt được",
            item("Công tác chỉ đạo, điều hành", "1.", heading=True),
            item(),
            item("Đã công khai 100% thủ tục hành chính.", "a)"),
        ),
        part("III", "Tồn tại, hạn chế", item(number="1."), item(number="2.")),
        part("IV", "Nguyên nhân", item()),
        part("V", "Kiến nghị, đề nghị", *advice),
        part("VI", "Tổ chức thực hiện", item("Báo cáo trước ngày 30/6/2026.")),
    )


def notice(**more: Any) -> NoticeContent:
    """A notice of Sở Nội vụ without number, date and photos."""
    return NoticeContent.model_validate(
        {
            "parent_agency": "UBND thành phố Cần Thơ",
            "agency": "Sở Nội vụ",
            "agency_in_text": "Sở Nội vụ",
            "symbol": "TB-SNV",
            "place": "Cần Thơ",
            "subject": "Kết luận kiểm tra công tác cải cách hành chính năm 2026",
            "legal_basis": (
                "Căn cứ Kế hoạch số 15/KH-UBND ngày 10 tháng 01 năm 2026",
                "Căn cứ Quyết định số 112/QĐ-SNV ngày 02 tháng 3 năm 2026;",
                "Căn cứ Biên bản kiểm tra ngày 20 tháng 3 năm 2026.",
            ),
            "opening": "Sở Nội vụ thông báo kết luận kiểm tra như sau:",
            "parts": parts(),
            "closing": "Trên đây là Thông báo kết luận kiểm tra công tác cải cách"
            " hành chính năm 2026, đề nghị các cơ quan, đơn vị có liên quan thực hiện.",
            "signing_lines": ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
            "signer_name": "Nguyễn Văn Ánh",
            "recipients": ("UBND phường Cái Răng (để thực hiện)", "Lưu: VT, CCHC"),
        }
        | more
    )
