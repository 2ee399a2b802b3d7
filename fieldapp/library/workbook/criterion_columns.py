"""The columns of a section's sheet: one criterion a row."""

from fieldapp.library.workbook.asking_columns import ASKING
from fieldapp.library.workbook.columns import Column, Table, grouped
from fieldapp.library.workbook.kinds import (
    DAY_OR_TEXT,
    EVIDENCE_LIST,
    FLAG,
    NUMBER,
    YEARS,
    one_of,
)
from fieldapp.library.workbook.words import COMPARATORS, RULES, YES_NO

_TARGETED = grouped(
    "Chỉ tiêu",
    Column(
        "So với chỉ tiêu",
        ("target", "op"),
        "Mức phải đạt là ít nhất, nhiều nhất… Trống là ít nhất. Có chữ ở đây mà không "
        "có mức thì mức lấy ở trang tính Chỉ tiêu.",
        one_of(COMPARATORS),
        width=12,
    ),
    Column(
        "Mức mọi năm",
        ("target", "value"),
        "Số phải đạt, năm nào cũng vậy.",
        NUMBER,
        width=10,
    ),
    Column(
        "Mức theo năm",
        ("target", "by_year"),
        "Viết năm: mức, cách nhau dấu chấm phẩy: 2025: 60; 2026: 70,5. Nên dùng trang "
        "tính Chỉ tiêu.",
        YEARS,
        width=18,
        blank={},
    ),
    Column(
        "Hạn chót",
        ("target", "by_date"),
        "Ngày cuối còn đạt, năm-tháng-ngày: {year}-01-31. Cần so là nhiều nhất.",
        DAY_OR_TEXT,
        width=14,
    ),
    Column(
        "Trả lời được coi là đạt",
        ("target", "answer"),
        "Với câu hỏi có/không.",
        one_of(YES_NO),
        width=11,
    ),
    Column("Đơn vị của mức", ("target", "unit"), "%, hồ sơ, ngày…", width=10),
    Column(
        "Văn bản đặt mức",
        ("target", "basis"),
        "Số, ký hiệu, ngày của văn bản đặt ra mức này.",
        width=26,
    ),
    Column(
        "Mức đã đối chiếu",
        ("target", "verified"),
        "không: chưa đối chiếu bản gốc, phần mềm hiện “chưa xác minh”. Trống là có.",
        FLAG,
        width=11,
        blank=True,
    ),
)

_POINTED = grouped(
    "Điểm",
    Column(
        "Điểm tối đa",
        ("points", "max"),
        "Từ 0 đến 100. Trống là tiêu chí không có điểm.",
        NUMBER,
        width=9,
    ),
    Column(
        "Cách tính điểm",
        ("points", "rule"),
        "Trống là đạt thì đủ điểm. “theo mức” cần các dòng ở trang tính Mức điểm.",
        one_of(RULES),
        width=15,
    ),
    Column(
        "Trừ mỗi lần",
        ("points", "per_violation"),
        "Điểm trừ mỗi lần vi phạm, không có dấu trừ.",
        NUMBER,
        width=9,
    ),
    Column(
        "Cộng mỗi mục",
        ("points", "per_item"),
        "Với điểm cộng: số điểm cho mỗi mục.",
        NUMBER,
        width=9,
    ),
)

_PROVED = grouped(
    "Minh chứng",
    Column(
        "Minh chứng bắt buộc",
        ("evidence", "required"),
        "Phải có thì mới đủ.",
        EVIDENCE_LIST,
        width=13,
        blank=(),
    ),
    Column(
        "Minh chứng nên có",
        ("evidence", "optional"),
        "Có thì tốt hơn.",
        EVIDENCE_LIST,
        width=13,
        blank=(),
    ),
    Column(
        "Cần xem gì",
        ("evidence", "description"),
        "Lời cho người kiểm tra: báo cáo hệ thống, ảnh nơi niêm yết.",
        width=26,
    ),
)

_HOLES = "Chỗ điền đặt trong { }, chỗ có thể thiếu đặt trong [ ]."

_TOLD = grouped(
    "Câu đi vào thông báo kết luận",
    Column("Câu kết quả", ("achievement",), f"Khi đạt. {_HOLES}", width=40),
    Column("Câu hạn chế", ("shortcoming",), f"Khi không đạt. {_HOLES}", width=40),
    Column("Câu kiến nghị", ("recommendation",), "Đi cùng câu hạn chế.", width=40),
    Column(
        "Câu khi bằng 0",
        ("zero",),
        "Cho số đếm đúng bằng 0: Không có hồ sơ trễ hạn.",
        width=30,
    ),
    Column(
        "Câu kết quả tổng hợp",
        ("achievement_aggregate",),
        "Gộp các đơn vị trực thuộc, hoặc các mục của phần lặp.",
        width=40,
    ),
    Column(
        "Câu hạn chế tổng hợp",
        ("shortcoming_aggregate",),
        "Gộp các đơn vị trực thuộc, hoặc các mục của phần lặp.",
        width=40,
    ),
)

_CHECKED = grouped(
    "Đối chiếu",
    Column(
        "Đã đối chiếu",
        ("verified",),
        "không: lời hoặc điểm của tiêu chí chưa đối chiếu bản gốc. Trống là có.",
        FLAG,
        width=10,
        blank=True,
    ),
)

_ENGLISH = grouped(
    "Tiếng Anh (không bắt buộc)",
    Column(
        "Câu hỏi (Anh)",
        ("en", "question"),
        "Trống thì dùng lời tiếng Việt.",
        width=34,
        english=True,
    ),
    Column(
        "Tên ngắn (Anh)",
        ("en", "short"),
        "Trống thì dùng lời tiếng Việt.",
        width=22,
        english=True,
    ),
    Column(
        "Hướng dẫn (Anh)",
        ("en", "help"),
        "Trống thì dùng lời tiếng Việt.",
        width=28,
        english=True,
    ),
)

CRITERIA = Table(
    "mỗi phần một trang tính",
    "Mỗi dòng một tiêu chí: hỏi gì, đạt khi nào, mấy điểm, câu nào vào thông báo.",
    (*ASKING, *_TARGETED, *_POINTED, *_PROVED, *_TOLD, *_CHECKED, *_ENGLISH),
    of_section=True,
)
