"""The functions of the language, as the documentation and the messages tell them."""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Function(NamedTuple):
    """How a function is written and what it gives, in Vietnamese."""

    signature: str
    does: str


STATE_PARTS: Final[Mapping[str, str]] = {
    name: name for name in ("answered", "met", "not_met", "applies")
}
"""Functions of one criterion's state, with the part they read."""

ROW_PARTS: Final[Mapping[str, str]] = {
    "count_met": "met",
    "count_not_met": "not_met",
    "count_answered": "answered",
    "sum": "value",
    "lowest": "value",
    "highest": "value",
    "mean": "value",
}
"""Functions over rows, with the part they read when the name has no dot."""

COUNTING: Final = frozenset({"count_met", "count_not_met", "count_answered"})
"""Row functions that count states; they take no part with a dot."""

FUNCTIONS: Final[Mapping[str, Function]] = {
    "answered": Function("answered(X)", "yes khi tiêu chí X đã có câu trả lời"),
    "met": Function("met(X)", "yes khi X đạt, no khi không đạt, thiếu khi chưa rõ"),
    "not_met": Function("not_met(X)", "yes khi X không đạt, thiếu khi chưa rõ"),
    "applies": Function("applies(X)", "yes khi X áp dụng cho đơn vị này"),
    "given": Function("given(x, thay)", "x; nếu x thiếu thì lấy thay"),
    "if": Function("if(điều kiện, a, b)", "a khi điều kiện đúng, b khi sai"),
    "min": Function("min(a, b, …)", "giá trị nhỏ nhất trong các giá trị viết ra"),
    "max": Function("max(a, b, …)", "giá trị lớn nhất trong các giá trị viết ra"),
    "abs": Function("abs(a)", "giá trị tuyệt đối của số a"),
    "round": Function("round(a, n)", "a làm tròn đến n số lẻ (0 đến 6), nửa làm lên"),
    "div": Function("div(a, b, thay)", "a chia b; khi b bằng 0 thì lấy thay"),
    "days": Function("days(ngày 1, ngày 2)", "số ngày từ ngày 1 đến ngày 2"),
    "entries": Function("entries(PHẦN)", "số mục đã nhập trong phần lặp"),
    "count_met": Function("count_met(X)", "số dòng mà X đạt"),
    "count_not_met": Function("count_not_met(X)", "số dòng mà X không đạt"),
    "count_answered": Function("count_answered(X)", "số dòng mà X đã trả lời"),
    "sum": Function("sum(X)", "tổng X qua các dòng; bỏ qua dòng thiếu"),
    "lowest": Function("lowest(X)", "X nhỏ nhất trong các dòng"),
    "highest": Function("highest(X)", "X lớn nhất trong các dòng"),
    "mean": Function("mean(X)", "trung bình cộng của X trong các dòng có số"),
}
"""Every function by its name, in the order of the documentation."""
