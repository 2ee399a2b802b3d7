"""The sheets beside those of the sections, and their columns."""

from fieldapp.domain.checklist import Level
from fieldapp.library.workbook.columns import Column, Table
from fieldapp.library.workbook.kinds import DATE, FLAG, NUMBER, one_of
from fieldapp.library.workbook.words import LEVELS, PARTS, UNIT_KINDS

_CRITERION = Column("Mã tiêu chí", ("criterion",), "Mã của một tiêu chí.", width=16)
_LABEL_EN = Column(
    "Nhãn (Anh)", ("en",), "Trống thì dùng lời tiếng Việt.", width=30, english=True
)

HEAD = Table(
    "Bộ tiêu chí",
    "Tên, phiên bản, hiệu lực, cách tính điểm chung. Chỉ sửa cột Giá trị.",
    (
        Column("Định dạng", ("format",), "Luôn là fieldapp/checklist@1; không sửa."),
        Column("Mã bộ tiêu chí", ("id",), "Chữ cái không dấu, chữ số, dấu - và _."),
        Column("Tên bộ tiêu chí", ("title",), "Tên hiện cho người dùng."),
        Column("Phiên bản", ("version",), "Đổi mỗi lần ban hành bản mới."),
        Column("Mô tả", ("description",), "Dùng để làm gì, lấy từ đâu."),
        Column("Dùng từ ngày", ("valid_from",), "Ngày đầu tiên có hiệu lực.", DATE),
        Column("Dùng đến ngày", ("valid_to",), "Ngày cuối cùng có hiệu lực.", DATE),
        Column(
            "Tổng điểm",
            ("total_points",),
            "Điểm các tiêu chí cộng lại phải đúng bằng số này, không kể điểm cộng. "
            "Trống là không kiểm tra.",
            NUMBER,
        ),
        Column(
            "Bước điểm",
            ("points_step",),
            "Ví dụ 0,25: điểm được làm tròn đến bước này.",
            NUMBER,
        ),
        Column(
            "Quy điểm về đủ thang",
            ("normalise",),
            "có: khi có phần không áp dụng, hiện thêm điểm quy về đủ thang.",
            FLAG,
            blank=False,
        ),
        Column(
            "Số chữ số lẻ của tỷ lệ",
            ("percent_decimals",),
            "0, 1 hoặc 2; trống là 1.",
            NUMBER,
            blank=1,
        ),
        Column(
            "Thêm số 0 trước số đếm",
            ("leading_zero",),
            "có: số đếm dưới 10 trong câu viết 02 hồ sơ.",
            FLAG,
            blank=False,
        ),
        Column("Tên tiếng Anh", ("en",), "Không bắt buộc."),
    ),
)
"""One value a row: heading, value, help."""

SECTIONS = Table(
    "Phần",
    "Các phần theo thứ tự; mỗi phần có một trang tính riêng chứa tiêu chí.",
    (
        Column("Mã phần", ("id",), "Mã ngắn: C, hoặc D1.", width=10),
        Column("Tên phần", ("title",), "Tên lĩnh vực.", width=46),
        Column(
            "Trang tính",
            ("sheet",),
            "Tên trang tính chứa tiêu chí của phần, đúng từng chữ.",
            width=32,
        ),
        Column(
            "Chỉ áp dụng khi",
            ("when",),
            'Biểu thức, ví dụ unit_kind == "phuong". Trống là luôn áp dụng.',
            width=30,
        ),
        Column(
            "Lặp cho từng",
            ("repeat", "entry"),
            "Phần lặp: gọi một mục là gì, ví dụ hồ sơ. Trống là phần không lặp.",
            width=14,
        ),
        Column(
            "Tiêu chí đặt tên mục",
            ("repeat", "label"),
            "Mã tiêu chí kiểu chữ của phần, cho tên mục.",
            width=14,
        ),
        Column(
            "Số mục nên có",
            ("repeat", "fewest"),
            "Ví dụ 10 hồ sơ.",
            NUMBER,
            width=10,
            blank=0,
        ),
        Column(
            "Hỏi cách chọn mẫu",
            ("repeat", "sampled"),
            "có: hỏi thêm tổng số, cỡ mẫu, cách chọn, ai chọn. Trống là không.",
            FLAG,
            width=12,
            blank=False,
        ),
        Column("Tên phần (Anh)", ("en",), "Không bắt buộc.", width=34, english=True),
    ),
)

TARGETS = Table(
    "Chỉ tiêu",
    "Bảng mức phải đạt theo năm, loại đơn vị, tỉnh: nơi duy nhất cần sửa mỗi năm.",
    (
        _CRITERION,
        Column("Năm", ("year",), "Bốn chữ số.", NUMBER, width=8),
        Column(
            "Loại đơn vị",
            ("unit_kind",),
            "Trống là mọi loại.",
            one_of(UNIT_KINDS),
            width=16,
        ),
        Column("Tỉnh, thành phố", ("province",), "Trống là mọi nơi.", width=24),
        Column("Mức phải đạt", ("value",), "Một con số.", NUMBER, width=12),
        Column("Văn bản đặt mức", ("basis",), "Số, ký hiệu, ngày.", width=50),
        Column(
            "Đã đối chiếu",
            ("verified",),
            "không: chưa đối chiếu bản gốc. Trống là có.",
            FLAG,
            width=12,
            blank=True,
        ),
    ),
)

CHOICES = Table(
    "Lựa chọn",
    "Các lựa chọn của kiểu chọn một: riêng của tiêu chí, hoặc danh sách dùng chung.",
    (
        Column(
            "Danh sách dùng chung",
            ("list",),
            "Mã của danh sách; điền cột này hoặc cột Mã tiêu chí.",
            width=20,
        ),
        _CRITERION,
        Column("Mã", ("id",), "Mã của lựa chọn, dùng trong biểu thức.", width=18),
        Column("Nhãn", ("label",), "Chữ hiện cho người dùng.", width=46),
        Column(
            "Là đạt",
            ("met",),
            "có: chọn là đạt; không: không đạt; trống: không xét.",
            FLAG,
            width=10,
            blank=None,
        ),
        _LABEL_EN,
    ),
)

PARTS_AND_ITEMS = Table(
    "Thành phần, đồ vật",
    "Các phần của kiểu tổng và các phần; các thứ được đếm của kiểu thống kê đồ vật.",
    (
        _CRITERION,
        Column("Là gì", ("list",), "Phần hay đồ vật.", one_of(PARTS), width=16),
        Column("Mã", ("id",), "Mã của phần hoặc đồ vật.", width=18),
        Column("Nhãn", ("label",), "Chữ hiện cho người dùng.", width=46),
        Column("Đơn vị tính", ("unit",), "Chỉ với đồ vật: bộ, cái.", width=12),
        _LABEL_EN,
    ),
)

BANDS = Table(
    "Mức điểm",
    "Các mức của cách tính điểm theo mức, xếp từ thấp lên cao.",
    (
        _CRITERION,
        Column("Từ mức", ("at_least",), "Từ mức này trở lên.", NUMBER, width=12),
        Column("Được điểm", ("points",), "Số điểm được.", NUMBER, width=12),
    ),
)

CONSTRAINTS = Table(
    "Ràng buộc",
    "Điều phải đúng của câu trả lời; sai thì nhắc, không chặn lưu.",
    (
        _CRITERION,
        Column("Phải đúng", ("check",), "Biểu thức, ví dụ S02 <= S03.", width=46),
        Column("Lời nhắc khi sai", ("message",), "Nói với người nhập.", width=56),
        Column(
            "Mức độ",
            ("level",),
            "Trống là chắc là sai.",
            one_of(LEVELS),
            width=14,
            blank=Level.ERROR,
        ),
    ),
)

LAWS = Table(
    "Căn cứ",
    "Căn cứ pháp lý của tiêu chí; câu dẫn căn cứ đầu tiên còn hiệu lực.",
    (
        _CRITERION,
        Column("Số, ký hiệu", ("ref",), "118/2025/NĐ-CP.", width=26),
        Column("Lời dẫn trong câu", ("cite",), "Trống là số, ký hiệu.", width=46),
        Column("Ngày ban hành", ("issued_on",), "ngày/tháng/năm.", DATE, width=13),
        Column("Có hiệu lực từ", ("valid_from",), "Trống: từ trước.", DATE, width=13),
        Column("Đến hết ngày", ("valid_to",), "Trống: còn hiệu lực.", DATE, width=13),
        Column(
            "Đã đối chiếu",
            ("verified",),
            "không: chưa đối chiếu bản gốc. Trống là có.",
            FLAG,
            width=12,
            blank=True,
        ),
    ),
)

LISTS = (TARGETS, CHOICES, PARTS_AND_ITEMS, BANDS, CONSTRAINTS, LAWS)
"""The sheets whose rows belong to criteria."""

GUIDE = "Hướng dẫn"
"""The first sheet: for people, never read."""
