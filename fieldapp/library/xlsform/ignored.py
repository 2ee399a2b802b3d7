"""Columns of a form that have no counterpart in a checklist."""

from collections.abc import Iterator

from fieldapp.library.xlsform.rows import FormRow

COLUMNS = (
    *("appearance", "parameters", "default", "choice_filter", "read_only"),
    *("readonly", "trigger", "repeat_count", "save_to"),
)
"""Listed where a row fills them; only how a form looks or starts depends on them."""
MEDIA = frozenset({"image", "big-image", "audio", "video", "media"})
"""Files shown beside a question."""


def ignored(row: FormRow) -> Iterator[tuple[str, str]]:
    """Yield (column, what to tell) for every cell of a row that does not come over."""
    for column in row.cells:
        if column in COLUMNS and row.get(column):
            yield column, f"{column}: không có chỗ tương ứng"
        if column.partition("::")[0] in MEDIA and row.get(column):
            yield column, f"{column}: không đưa tệp kèm câu hỏi sang"
    if row.get("required").casefold() in {"yes", "true", "true()"}:
        text = "required: không bắt buộc ở đây, câu chưa trả lời luôn được nêu"
        yield "required", text
