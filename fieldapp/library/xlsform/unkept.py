"""Cells, rows and sheets whose words are in no criterion, listed one by one."""

from fieldapp.library.xlsform.choices import FormList, says
from fieldapp.library.xlsform.form import CALCULATE, NOTE, Form, is_kept
from fieldapp.library.xlsform.known import CALCULATION
from fieldapp.library.xlsform.outline import Group
from fieldapp.library.xlsform.remarks import Remarks
from fieldapp.library.xlsform.rows import FormRow
from fieldapp.library.xlsform.sections import Planned

_OF_QUESTIONS = ("hint", "guidance_hint", "constraint", "constraint_message")
_NO_PLACE = (*_OF_QUESTIONS, CALCULATION)
"""What a group or a note cannot have here."""
_ENGLISH_KEPT = {
    *(("question", "label"), ("question", "hint"), ("group", "label")),
    *(("choice", "label"), ("settings", "form_title")),
}
_WORDS = ("label", "hint", "guidance_hint", "constraint_message", "form_title")


def tell_unkept(form: Form, remarks: Remarks) -> None:
    """List every cell that `tell_leftovers` does not, and that came over nowhere."""
    for question in form.questions:
        if question.kind == NOTE:
            _tell_no_place(question.row, "ghi chú chỉ giữ label", remarks)
            _tell_words("note", question.row, remarks)
        elif is_kept(question):
            _tell_question(question.kind, question.row, remarks)
    _tell_groups(form, remarks)
    _tell_choices(form, remarks)
    _tell_words("settings", form.settings, remarks)
    for row in form.more_settings:
        remarks.add(row.place(), "chỉ dòng đầu của settings có nghĩa: không nhập")
    for sheet in form.others:
        remarks.add_sheet(sheet, "trang tính này không có chỗ ở đây: không nhập")


def _tell_question(kind: str, row: FormRow, remarks: Remarks) -> None:
    _tell_words("question", row, remarks)
    if kind == CALCULATE and not row.get(CALCULATION):
        remarks.add(row.place(), "calculate không có calculation: bỏ cả dòng")
    elif kind != CALCULATE and not row.words("label")[0]:
        message = f"câu hỏi không có label: hỏi bằng tên “{row.get('name')}”"
        remarks.add(row.place("label"), message)


def _tell_groups(form: Form, remarks: Remarks) -> None:
    for group in form.groups:
        _tell_no_place(group.row, "nhóm không có chỗ cho cột này", remarks)
        _tell_words("group", group.row, remarks)
    told: set[Group] = set()
    for plan in form.sections:
        last = plan.groups[-1] if plan.groups else None
        if last is not None and last not in told:
            _tell_section(plan, last.row, remarks)
            told.add(last)
    inside = {g for q in form.questions for g in q.groups[q.home :]}
    for group in inside:
        _tell_title(group.row, remarks)
    told |= inside
    outer = {g for plan in form.sections for g in plan.groups}
    for group in form.groups:
        if group in told:
            continue
        message = "nhóm không có câu hỏi nào: không nhập"
        if group in outer:
            message = "nhóm chỉ chứa nhóm khác: chỉ các nhóm trong thành phần"
        remarks.add(group.row.place(), message)


def _tell_title(row: FormRow, remarks: Remarks) -> None:
    """The name of a group whose questions stand in the repeat around it."""
    for column in row.filled("label"):
        remarks.add(row.place(column), "tên nhóm trong nhóm lặp: không nhập")


def _tell_section(plan: Planned, row: FormRow, remarks: Remarks) -> None:
    """What is not as it was in the group that became a section."""
    name = row.get("name")
    if name not in {"", plan.id}:
        remarks.add(row.place("name"), f"name “{name}” thành mã phần “{plan.id}”")
    if len(plan.groups) > 1:
        inner = "nhóm lặp" if plan.repeat else "nhóm"
        message = f"{inner} trong nhóm: thành phần riêng, ngang hàng với nhóm ngoài"
        remarks.add(row.place("type"), message)


def _tell_choices(form: Form, remarks: Remarks) -> None:
    asked = [form.list_of(question) for question in form.questions]
    for row in form.choice_rows:
        if not row.get("list_name") or not row.get("name"):
            remarks.add(row.place(), "dòng thiếu list_name hoặc name: không nhập")
    for one in form.lists.values():
        if one in asked:
            _tell_list(one, remarks)


def _tell_list(one: FormList, remarks: Remarks) -> None:
    for row in one.rows:
        name = row.get("name")
        made = one.words[name].strip('"')
        if made != name:
            remarks.add(row.place("name"), f"name “{name}” thành “{made}”")
        _tell_words("choice", row, remarks)
        if one.is_yes_no and any(
            text and not says(text) for text in row.words("label")
        ):
            message = "lời này không giữ: câu trả lời là có hoặc không"
            remarks.add(row.place(row.column_of("label")), message)


def _tell_no_place(row: FormRow, message: str, remarks: Remarks) -> None:
    for column, text in row.cells.items():
        if text and column.partition("::")[0] in _NO_PLACE:
            remarks.add(row.place(column), f"{message}: không nhập")


def _tell_words(of: str, row: FormRow, remarks: Remarks) -> None:
    """Words in a language that this thing does not have, or said in another cell."""
    for base in _WORDS:
        if of in {"note", "group"} and base in _NO_PLACE:
            continue
        for column in row.unheard(base, english=(of, base) in _ENGLISH_KEPT):
            message = "lời này không giữ: đã lấy lời ở cột khác"
            remarks.add(row.place(column), message)
