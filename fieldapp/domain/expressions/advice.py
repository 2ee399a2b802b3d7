"""What to say where an expression stops making sense.

Known slips (from spreadsheets, XLSForm, programming, Vietnamese) get their remedy;
anything else gets what stands there and what could stand there.
"""

import re
from typing import Final

from lark import Token
from lark.exceptions import UnexpectedInput, UnexpectedToken

from fieldapp.domain.expressions.faults import (
    ExpressionError,
    FaultCode,
    mistake,
    shown,
)

_QUOTES = 'chữ đặt trong dấu nháy kép thẳng, như "muon"'
_BRACKETS = "ở đây chỉ dùng ngoặc tròn ( ); phần của tiêu chí viết như M12.qua-han"

_SIGNS: Final = (
    (r"\*\*|\^", "không có phép lũy thừa; viết phép nhân, như a * a"),
    (r"<>", "khác nhau viết là !="),
    (r"==+", "so sánh bằng viết là =="),
    (r"=<", "nhỏ hơn hoặc bằng viết là <="),
    (r"=>", "lớn hơn hoặc bằng viết là >="),
    (r"=", "so sánh bằng viết là =="),
    (r"&&?", "viết and"),
    (r"\|\|?", "viết or"),
    (r"!", "phủ định viết là not, khác nhau viết là !="),
    (r"≥", "viết >="),
    (r"≤", "viết <="),
    (r"≠", "viết !="),
    (r"[×⋅·]", "phép nhân viết là *"),
    (r"[÷:]", "phép chia viết là /, lựa chọn viết là if(điều kiện, a, b)"),
    (r"[–—−]", "dấu trừ viết là - với dấu cách hai bên"),
    (r"['‘’“”„`]", _QUOTES),
    (r'"', "chữ chưa đóng trên cùng một dòng; thêm dấu nháy kép ở cuối chữ"),
    (r"%", "không viết dấu phần trăm; viết con số, như 80"),
    (r";", "các giá trị trong ngoặc cách nhau bằng dấu phẩy"),
    (r"(?<=[0-9]),(?=[0-9])", "số lẻ viết bằng dấu chấm, như 12.5"),
    (r'(?<=[\w)"]),', "dấu phẩy chỉ đứng trong hàm, như max(a, b)"),
    (r"[\[\]{}]", _BRACKETS),
    (r"\$", "viết thẳng mã tiêu chí, không có dấu $ và ngoặc nhọn"),
    (r"\?", "lựa chọn viết là if(điều kiện, a, b)"),
    (r"\.", "sau dấu chấm chỉ có một phần của tiêu chí, như C05.num"),
    (r"_", "mã bắt đầu bằng chữ cái, không bắt đầu bằng dấu gạch dưới"),
)
"""What may stand at the place, as a pattern, with what to do about it."""

_WORDS: Final = {
    "and": "viết and bằng chữ thường",
    "or": "viết or bằng chữ thường",
    "not": "viết not bằng chữ thường",
    "và": "viết and",
    "hoặc": "viết or",
    "không": "phủ định viết là not, câu trả lời viết là no",
    "có": "câu trả lời viết là yes",
    "đúng": "câu trả lời viết là yes",
    "sai": "câu trả lời viết là no",
    "is": "so sánh bằng viết là ==",
    "in": "viết từng phép so sánh, nối bằng or",
    "mod": "không có phép chia lấy dư; bỏ phần này",
    "lambda": "không có hàm tự đặt; chỉ dùng các hàm có sẵn",
    "if": "viết if(điều kiện, a, b)",
    "else": "viết if(điều kiện, a, b)",
}
_WORD = re.compile(r"\w+")
_SIGN = [(re.compile(pattern), what) for pattern, what in _SIGNS]
_TWO_SIGNS = {"**", "<>", "=<", "=>"}
_OPERAND = "NAME"
_KEYWORDS = {"and", "or", "not"}
_WRITTEN_OUT = {"NAME", "NUMBER", "DATE", "TEXT"}
"""Tokens that are right in themselves: only their place can be wrong."""


def explain(text: str, error: UnexpectedInput) -> ExpressionError:
    """Make the fault of the place where the parser could not go on."""
    place: int = error.pos_in_stream  # type: ignore[assignment]  # lark says: None
    at_end = isinstance(error, UnexpectedToken) and error.token.type == "$END"
    if at_end:
        return _ends(text)
    if text[max(place - 1, 0) : place + 1] in _TWO_SIGNS:
        place -= 1
    place = _word_start(text, place)
    what = _word(text, place) or _chain(error) or _bracket(text, place, error)
    what = what or _sign(text, place, error) or _other(text, place, error)
    return mistake(place + 1, FaultCode.SYNTAX, what)


def _ends(text: str) -> ExpressionError:
    end = len(text.rstrip())
    if not end:
        advice = "biểu thức trống; viết điều kiện, như C05 > 0, hoặc bỏ dòng này"
    elif text.count("(") > text.count(")"):
        advice = "biểu thức thiếu dấu ); thêm vào cuối"
    else:
        advice = (
            f"biểu thức dừng sau {shown(_tail(text[:end]))}; viết tiếp vế sau, hoặc"
            " bỏ phép tính cuối"
        )
    return mistake(end + 1, FaultCode.SYNTAX, advice)


def _tail(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1][-24:]


def _word_start(text: str, place: int) -> int:
    """Where the word begins whose letter was not understood: the k of "không"."""
    while place and text[place].isalpha() and text[place - 1].isalnum():
        place -= 1
    return place


def _word(text: str, place: int) -> str | None:
    found = _WORD.match(text, place)
    if found is None or found[0] in _KEYWORDS:
        return None
    remedy = _WORDS.get(found[0].lower())
    return f"không hiểu {shown(found[0])}; {remedy}" if remedy else None


def _chain(error: UnexpectedInput) -> str | None:
    token = _token(error)
    if token is None or token.type != "COMPARE" or _wants_operand(error):
        return None
    return (
        f"không so sánh nối tiếp bằng {shown(token)}; viết từng phép so sánh, như"
        " a < b and b < c"
    )


def _bracket(text: str, place: int, error: UnexpectedInput) -> str | None:
    if text[place] != ")":
        return None
    if _wants_operand(error):
        return "thiếu một vế trước dấu «)»; viết thêm, hoặc bỏ phép tính trước nó"
    return "thừa dấu «)»; bỏ dấu này, hoặc thêm dấu ( ở trước"


def _sign(text: str, place: int, error: UnexpectedInput) -> str | None:
    token = _token(error)
    if token is not None and token.type in _WRITTEN_OUT:
        return None
    for pattern, what in _SIGN:
        found = pattern.match(text, place)
        if found:
            return f"không hiểu {shown(found[0])}; {what}"
    return None


def _other(text: str, place: int, error: UnexpectedInput) -> str:
    found = _WORD.match(text, place)
    here = shown(found[0][:24] if found else text[place])
    if _token(error) is None:
        return (
            f"không hiểu {here}; mã tiêu chí chỉ gồm chữ cái không dấu, chữ số, dấu -"
            ' và _, còn chữ thì đặt trong dấu nháy kép, như "muon"'
        )
    if _wants_operand(error):
        return f"trước {here} thiếu một vế; viết mã tiêu chí, con số, hoặc bỏ {here}"
    return f"trước {here} thiếu phép nối; viết and, or, phép so sánh hoặc phép tính"


def _token(error: UnexpectedInput) -> Token | None:
    return error.token if isinstance(error, UnexpectedToken) else None


def _wants_operand(error: UnexpectedInput) -> bool:
    return isinstance(error, UnexpectedToken) and _OPERAND in error.expected
