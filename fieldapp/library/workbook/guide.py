"""What the first sheet says, to people who never saw such a workbook."""

from fieldapp.library.workbook.tables import HEAD, LISTS, SECTIONS

INTRODUCTION = (
    "Bảng tính này chứa trọn một bộ tiêu chí kiểm tra. Sửa xong, nhập lại vào phần "
    "mềm; sai ô nào, phần mềm chỉ đúng trang tính, dòng, cột và chưa thay đổi gì."
)

STEPS = (
    (
        "Mỗi phần có một trang tính riêng, mỗi dòng là một tiêu chí. Thứ tự dòng là "
        "thứ tự hỏi."
    ),
    (
        "Rê chuột lên tên cột để xem cột dùng làm gì. Cột có danh sách: bấm vào ô rồi "
        "chọn."
    ),
    "Ô trống nghĩa là không có, hoặc lấy mức thường dùng như tên cột giải thích.",
    "Thêm tiêu chí: thêm một dòng, đặt mã mới. Mã đã dùng thì không đổi.",
    (
        "Thêm phần: nhân đôi một trang tính của phần, đổi tên thẻ, xóa các dòng cũ; "
        "rồi thêm một dòng ở trang tính Phần, ghi tên thẻ vào cột Trang tính."
    ),
    (
        "Lựa chọn, phần của tổng, đồ vật, mức điểm, ràng buộc, căn cứ của tiêu chí "
        "nằm ở các trang tính cuối; cột Mã tiêu chí cho biết dòng nào của tiêu chí "
        "nào."
    ),
    "Mức phải đạt thay đổi mỗi năm: chỉ sửa trang tính Chỉ tiêu.",
    "Không gộp ô, không dùng công thức, không đổi tên cột, không xóa cột.",
    "Số gõ như số thường; ngày gõ ngày/tháng/năm.",
)

COLOURS = (
    ("required", "Tên cột nền xanh đậm: cột phải điền ở mọi dòng."),
    ("heading", "Tên cột nền xanh nhạt: điền khi cần."),
    ("english", "Tên cột nền xám: lời tiếng Anh, không bắt buộc; bấm dấu + để mở."),
    ("unverified", "Ô nền vàng: chưa đối chiếu với văn bản gốc."),
)

COMMAND = "fieldapp checklist import ten-tep.xlsx --out ten-tep.yaml"


def sheet_lines(section_count: int) -> list[tuple[str, str]]:
    """Return each kind of sheet and what it is for, in their order."""
    sections = (
        f"{section_count} trang tính của các phần",
        "Các tiêu chí: hỏi gì, đạt khi nào, mấy điểm, câu nào vào thông báo kết luận.",
    )
    told = [(table.name, table.about) for table in (HEAD, SECTIONS, *LISTS)]
    return [*told[:2], sections, *told[2:]]
