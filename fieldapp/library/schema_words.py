"""What the keys of a checklist mean, in the words an editor shows while typing."""

from collections.abc import Mapping

GROUPS: Mapping[str, str] = {
    "Checklist": "Một bộ tiêu chí kiểm tra.",
    "Section": "Một phần: các tiêu chí của một lĩnh vực.",
    "Repeat": "Phần lặp: trả lời mọi tiêu chí của phần cho từng mục (từng hồ sơ).",
    "Criterion": "Một tiêu chí: một điều được kiểm tra.",
    "English": "Lời tiếng Anh; bỏ trống thì dùng lời tiếng Việt.",
    "AnswerSpec": "Hỏi gì và trả lời bằng gì.",
    "AnswerKind": (
        "Kiểu trả lời: yes_no có/không, count số đếm, ratio tỷ lệ, score điểm chấm, "
        "date ngày, text lời, choice chọn một, document văn bản, photo ảnh, breakdown "
        "tổng và các phần, inventory thống kê đồ vật, initiatives mô hình sáng kiến, "
        "index chỉ số xếp hạng."
    ),
    "Choice": "Một lựa chọn.",
    "Part": "Một phần của tổng số.",
    "Item": "Một loại đồ vật được đếm.",
    "Scope": (
        "Hỏi ai: unit đơn vị được kiểm tra, sub_units từng đơn vị trực thuộc, both cả "
        "hai."
    ),
    "Constraint": "Điều phải đúng của câu trả lời; sai thì nhắc, không chặn lưu.",
    "Level": "error: chắc là sai; warning: nên xem lại.",
    "Calculation": "Câu trả lời tự tính từ câu khác; không hỏi, không lưu.",
    "Target": "Chỉ tiêu phải đạt; không ghi mức thì mức ở bảng targets.",
    "TargetRow": "Một dòng của bảng chỉ tiêu; dòng cụ thể nhất được dùng.",
    "Comparator": "Cách so với chỉ tiêu; luôn so số chưa làm tròn.",
    "Points": "Điểm của tiêu chí.",
    "PointsRule": (
        "Cách tính: full_or_zero đạt đủ điểm, proportional theo tỷ lệ so với chỉ tiêu, "
        "bands theo mức, deduct trừ mỗi lần vi phạm, bonus điểm cộng ngoài tổng, none "
        "không tính."
    ),
    "Band": "Từ mức này trở lên được bấy nhiêu điểm.",
    "Evidence": "Minh chứng cho câu trả lời.",
    "EvidenceKind": "document: văn bản; photo: ảnh.",
    "LegalBasis": "Căn cứ pháp lý và thời gian hiệu lực.",
    "UnitKind": "Loại đơn vị: xa, phuong, dac_khu, tinh, so, phong, …",
}

KEYS: Mapping[str, str] = {
    "id": "Mã: chữ cái không dấu, chữ số, dấu - và _; không đổi khi đã dùng.",
    "title": "Tên.",
    "label": "Tên hiện cho người dùng.",
    "en": "Lời tiếng Anh, không bắt buộc.",
    "description": "Mô tả.",
    "unit": "Đơn vị tính: “hồ sơ”, “%”, “điểm”.",
    "basis": "Văn bản đặt ra mức này.",
    "verified": "no: chưa đối chiếu bản gốc; phần mềm hiện “chưa xác minh”.",
    "valid_from": "Có hiệu lực từ ngày (năm-tháng-ngày).",
    "valid_to": "Đến hết ngày (năm-tháng-ngày).",
    "when": "Biểu thức: chỉ áp dụng khi điều kiện đúng, ví dụ S07 == no.",
    "question": "Câu hỏi, viết bằng lời thường.",
    "short": "Tên ngắn cho danh sách.",
    "help": "Lời hướng dẫn cạnh ô nhập.",
    "sections": "Các phần.",
    "criteria": "Các tiêu chí của phần.",
    "max": "Mức cao nhất.",
    "value": "Mức phải đạt.",
}
"""Keys that mean the same wherever they stand."""

KEYS_OF: Mapping[str, Mapping[str, str]] = {
    "Checklist": {
        "format": "Phiên bản ngôn ngữ; luôn là fieldapp/checklist@1.",
        "version": "Phiên bản của bộ tiêu chí, đặt trong dấu nháy kép.",
        "total_points": "Tổng điểm phải đúng bằng số này, không kể điểm cộng.",
        "points_step": "Bước điểm, ví dụ 0.25; điểm được làm tròn đến bước này.",
        "normalise": "yes: quy điểm về đủ thang khi có phần không áp dụng.",
        "percent_decimals": "Số chữ số lẻ khi hiện tỷ lệ tính được, 0 đến 2.",
        "leading_zero": "yes: số đếm dưới 10 trong câu viết “02 hồ sơ”.",
        "choice_lists": "Các danh sách lựa chọn dùng chung, mỗi danh sách một mã.",
        "targets": "Bảng chỉ tiêu theo năm, loại đơn vị và tỉnh.",
    },
    "Section": {"repeat": "Trả lời cả phần cho từng mục, ví dụ từng hồ sơ của mẫu."},
    "Repeat": {
        "entry": "Gọi một mục là gì: “hồ sơ”.",
        "label": "Mã tiêu chí kiểu text của phần, cho tên mục.",
        "fewest": "Số mục nên có.",
        "sampled": "yes: hỏi thêm cách chọn mẫu.",
    },
    "Criterion": {
        "answer": "Hỏi gì và trả lời bằng gì.",
        "asked_of": "Hỏi ai; bỏ trống là đơn vị được kiểm tra.",
        "constraints": "Những điều phải đúng của câu trả lời.",
        "calculate": "Câu trả lời tự tính; không hỏi, không lưu.",
        "target": "Chỉ tiêu phải đạt.",
        "points": "Điểm của tiêu chí.",
        "evidence": "Minh chứng cần có.",
        "achievement": "Câu kết quả khi đạt.",
        "achievement_aggregate": "Câu kết quả tổng hợp các đơn vị trực thuộc.",
        "shortcoming": "Câu hạn chế khi không đạt; chỗ điền đặt trong [ ].",
        "shortcoming_aggregate": "Câu hạn chế tổng hợp các đơn vị trực thuộc.",
        "zero": "Câu khi số đếm đúng bằng 0.",
        "recommendation": "Câu kiến nghị đi cùng câu hạn chế.",
        "legal_basis": "Căn cứ; câu dẫn căn cứ đầu tiên còn hiệu lực.",
    },
    "AnswerSpec": {
        "type": "Kiểu trả lời.",
        "numerator": "Lời cho tử số: “hồ sơ đúng hạn”.",
        "denominator": "Lời cho mẫu số: “hồ sơ đã giải quyết”.",
        "measure": "yes: đơn vị đo (m2, mét giá); số trong câu không thêm số 0.",
        "min": "Số nhỏ nhất được nhập.",
        "max": "Số lớn nhất được nhập; với score là điểm cao nhất.",
        "step": "Bước của điểm chấm, ví dụ 0.25.",
        "at_most_denominator": "no: tử số được lớn hơn mẫu số.",
        "choices_from": "Mã danh sách trong choice_lists.",
        "choices": "Các lựa chọn, ít nhất hai.",
        "parts": "Các phần của tổng số, ít nhất hai.",
        "must_add_up": "no: các phần là “trong đó”, không cần đủ tổng.",
        "judged": "Mã phần được so với chỉ tiêu; bỏ trống là tổng.",
        "items": "Các loại đồ vật được đếm.",
    },
    "Choice": {"met": "yes: chọn mục này là đạt; no: không đạt."},
    "Constraint": {
        "check": "Biểu thức đúng khi mọi việc ổn, ví dụ S02 <= S03.",
        "message": "Lời nhắc khi sai.",
        "level": "error hoặc warning; bỏ trống là error.",
    },
    "Calculation": {
        "value": "Biểu thức cho giá trị; không dùng với tỷ lệ.",
        "num": "Biểu thức cho tử số của tỷ lệ.",
        "den": "Biểu thức cho mẫu số của tỷ lệ.",
    },
    "Target": {
        "op": "Cách so; bỏ trống là >=.",
        "value": "Mức cho mọi năm.",
        "by_year": "Mức theo năm: {2025: 60, 2026: 70}.",
        "by_date": "Hạn chót, ví dụ {year}-01-31; cần op <=.",
        "answer": "yes hoặc no: câu trả lời được coi là đạt.",
    },
    "TargetRow": {
        "criterion": "Mã tiêu chí; tiêu chí đó có target với op và unit.",
        "year": "Năm.",
        "unit_kind": "Chỉ cho loại đơn vị này; bỏ trống là mọi loại.",
        "province": "Chỉ cho tỉnh này; bỏ trống là mọi nơi.",
    },
    "Points": {
        "max": "Điểm cao nhất, 0 đến 100.",
        "rule": "Cách tính điểm; bỏ trống là full_or_zero.",
        "bands": "Các mức, xếp từ thấp lên cao.",
        "per_violation": "Điểm trừ mỗi lần, với rule: deduct.",
        "per_item": "Điểm cộng mỗi mục, với rule: bonus.",
    },
    "Band": {"at_least": "Từ mức này trở lên.", "points": "Số điểm được."},
    "Evidence": {
        "required": "Bắt buộc: document, photo.",
        "optional": "Nên có: document, photo.",
        "description": "Cần xem gì.",
    },
    "LegalBasis": {
        "ref": "Số, ký hiệu: 118/2025/NĐ-CP.",
        "cite": "Lời dẫn trong câu; bỏ trống là số, ký hiệu.",
        "issued_on": "Ngày ban hành.",
    },
}
"""Keys that mean something else, or stand in one group only."""


def words_of(group: str, key: str) -> str:
    """What `key` means in `group`; KeyError where nobody wrote it down."""
    return KEYS_OF.get(group, {}).get(key) or KEYS[key]
