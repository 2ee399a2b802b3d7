"""The columns of a criterion that say what is asked, and when."""

from fieldapp.domain.asking import Scope
from fieldapp.library.workbook.columns import Column, grouped
from fieldapp.library.workbook.kinds import FLAG, NUMBER, one_of
from fieldapp.library.workbook.words import ANSWER_KINDS, SCOPES

_ASKED = grouped(
    "Hỏi gì",
    Column(
        "Mã",
        ("id",),
        "Chữ cái không dấu, chữ số, dấu - và _. Không đổi khi đã dùng; các trang tính "
        "khác nhắc tới tiêu chí bằng mã này.",
        width=13,
    ),
    Column(
        "Câu hỏi",
        ("question",),
        "Viết bằng lời thường.",
        width=44,
    ),
    Column("Tên ngắn", ("short",), "Tên trong danh sách khi câu hỏi dài.", width=26),
    Column("Hướng dẫn", ("help",), "Lời hướng dẫn cạnh ô nhập.", width=34),
    Column(
        "Hỏi ai",
        ("asked_of",),
        "Trống là đơn vị được kiểm tra.",
        one_of(SCOPES),
        width=15,
        blank=Scope.UNIT,
    ),
)

_ANSWERED = grouped(
    "Trả lời",
    Column(
        "Kiểu trả lời",
        ("answer", "type"),
        "Trả lời bằng gì. “chọn một” cần các lựa chọn ở trang tính Lựa chọn; “tổng và "
        "các phần” và “thống kê đồ vật” cần các dòng ở trang tính Thành phần, đồ vật.",
        one_of(ANSWER_KINDS),
        width=15,
    ),
    Column(
        "Tử số",
        ("answer", "numerator"),
        "Lời cho tử số của tỷ lệ: hồ sơ đúng hạn.",
        width=22,
    ),
    Column(
        "Mẫu số",
        ("answer", "denominator"),
        "Lời cho mẫu số của tỷ lệ: hồ sơ đã giải quyết.",
        width=22,
    ),
    Column(
        "Đơn vị tính", ("answer", "unit"), "Đếm cái gì: hồ sơ, văn bản, m2.", width=12
    ),
    Column(
        "Là đơn vị đo",
        ("answer", "measure"),
        "có: m2, mét giá; số trong câu không thêm số 0. Trống là không.",
        FLAG,
        width=10,
        blank=False,
    ),
    Column("Nhỏ nhất", ("answer", "min"), "Số nhỏ nhất được nhập.", NUMBER, width=10),
    Column(
        "Lớn nhất",
        ("answer", "max"),
        "Số lớn nhất được nhập; với điểm chấm là điểm cao nhất.",
        NUMBER,
        width=10,
    ),
    Column(
        "Bước", ("answer", "step"), "Bước của điểm chấm, ví dụ 0,25.", NUMBER, width=8
    ),
    Column(
        "Tử số không quá mẫu số",
        ("answer", "at_most_denominator"),
        "không: tử số được lớn hơn mẫu số. Trống là có.",
        FLAG,
        width=12,
        blank=True,
    ),
    Column(
        "Danh sách dùng chung",
        ("answer", "choices_from"),
        "Mã một danh sách ở trang tính Lựa chọn, thay cho lựa chọn riêng.",
        width=14,
    ),
    Column(
        "Các phần cộng đủ tổng",
        ("answer", "must_add_up"),
        "không: các phần chỉ là “trong đó”. Trống là có.",
        FLAG,
        width=12,
        blank=True,
    ),
    Column(
        "Phần được xét",
        ("answer", "judged"),
        "Mã phần được so với chỉ tiêu; trống là tổng.",
        width=12,
    ),
)

_RELEVANT = grouped(
    "Khi nào hỏi, tự tính",
    Column(
        "Chỉ hỏi khi",
        ("when",),
        'Biểu thức: tiêu chí chỉ áp dụng khi nó đúng, ví dụ S04 == "muon".',
        width=24,
    ),
    Column(
        "Tính giá trị",
        ("calculate", "value"),
        "Biểu thức cho giá trị tự tính; không hỏi, không lưu. Không dùng với tỷ lệ.",
        width=20,
    ),
    Column(
        "Tính tử số",
        ("calculate", "num"),
        "Biểu thức cho tử số của tỷ lệ tự tính.",
        width=20,
    ),
    Column(
        "Tính mẫu số",
        ("calculate", "den"),
        "Biểu thức cho mẫu số của tỷ lệ tự tính.",
        width=20,
    ),
)

ASKING = (*_ASKED, *_ANSWERED, *_RELEVANT)
"""In the order of the sheet."""
