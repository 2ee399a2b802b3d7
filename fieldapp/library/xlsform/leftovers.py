"""Columns and types of a form that a checklist has no place for."""

from collections.abc import Iterable

from fieldapp.library.xlsform.asked import METADATA
from fieldapp.library.xlsform.form import NOTE, Form
from fieldapp.library.xlsform.remarks import Remarks
from fieldapp.library.xlsform.rows import FormRow, kind_of_language
from fieldapp.library.xlsform.unkept import tell_unkept

_TAKEN = {
    "survey": {
        *("type", "name", "label", "hint", "guidance_hint", "relevant", "constraint"),
        *("constraint_message", "calculation"),
    },
    "choices": {"list_name", "name", "label"},
    "settings": {"form_title", "form_id", "id_string", "version", "default_language"},
}
_EACH_ROW = {
    "default": "câu trả lời điền sẵn không có ở đây",
    "choice_filter": "lọc lựa chọn không có ở đây: mọi lựa chọn đều hiện",
    "trigger": "tính lại theo lúc không có ở đây",
    "repeat_count": "số lần lặp theo biểu thức không có ở đây: thêm mục khi cần",
}
_REQUIRED = (
    "cột required không cần: mọi tiêu chí đều phải trả lời, hoặc ghi lý do không có số "
    "liệu"
)

_REPAIRED = (
    "chữ Việt tổ hợp, hoặc chữ chỉ trông giống Đ: đã chuyển sang Unicode dựng sẵn (cả "
    "các dòng sau)"
)


def tell_leftovers(form: Form, remarks: Remarks) -> None:
    """List what is in no criterion, each row or each column once."""
    survey = [q.row for q in form.questions] + [g.row for g in form.groups]
    for row in survey:
        _tell_row(row, remarks)
    _tell_columns("survey", survey, remarks)
    _tell_columns("choices", form.choice_rows, remarks)
    _tell_columns("settings", [form.settings], remarks)
    for group in {g: None for q in form.questions for g in q.groups[q.home :]}:
        inner = "nhóm lặp" if group.repeats else "nhóm"
        message = f"{inner} trong nhóm lặp: gộp vào phần lặp bên ngoài"
        remarks.add(group.row.place("type"), message)
    for question in form.questions:
        place, kind = question.row.place("type"), question.kind
        if kind in METADATA:
            message = (
                f"{kind}: không phải câu hỏi, không nhập; nhật ký tự ghi giờ và người"
            )
            remarks.add(place, message)
        elif kind == NOTE:
            remarks.add(place, "ghi chú: đưa vào lời hướng dẫn của câu sau")
        elif question.of.endswith("or_other"):
            remarks.add(place, "or_other không có ở đây: thêm lựa chọn khác nếu cần")
    _tell_same_names(form, remarks)
    tell_unkept(form, remarks)
    repaired = [row for row in (*survey, *form.choice_rows) if row.repaired]
    for row in repaired[:1]:
        remarks.add(row.place(), _REPAIRED)


def _tell_row(row: FormRow, remarks: Remarks) -> None:
    for column, message in _EACH_ROW.items():
        if row.get(column) and not (column == "repeat_count" and is_count(row)):
            remarks.add(row.place(column), f"“{row.get(column)}”: {message}")


def is_count(row: FormRow) -> bool:
    """True when a repeat says how many entries it has in plain digits."""
    return row.get("repeat_count").isdecimal()


def _tell_columns(sheet: str, rows: Iterable[FormRow], remarks: Remarks) -> None:
    told: set[str] = set()
    for row in sorted(rows, key=lambda row: row.number):
        for column, text in row.cells.items():
            base, _, language = column.partition("::")
            if not text or column in told or base in _EACH_ROW:
                continue
            told.add(column)
            if base == "required":
                remarks.add(row.place(column), _REQUIRED)
            elif base not in _TAKEN[sheet]:
                message = "cột này không có chỗ ở đây, không nhập (cả các dòng sau)"
                remarks.add(row.place(column), message)
            elif kind_of_language(language) == "other":
                message = "chỉ nhập tiếng Việt và tiếng Anh (cả các dòng sau)"
                remarks.add(row.place(column), message)


def _tell_same_names(form: Form, remarks: Remarks) -> None:
    seen: set[str] = set()
    for question in form.questions:
        row = question.row
        name, made = row.get("name"), form.ids.get(row.number, row.get("name"))
        if name in seen and row.number in form.ids:
            message = (
                f"name “{name}” có hai lần: mã là “{made}”, biểu thức hiểu câu đầu"
            )
            remarks.add(row.place("name"), message)
        elif name != made:
            remarks.add(row.place("name"), f"name “{name}” thành mã “{made}”")
        seen.add(name)
