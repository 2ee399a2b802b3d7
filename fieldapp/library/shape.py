"""Keys and kinds of values: a document against a pydantic model, in Vietnamese."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path
from fieldapp.library.written import written_mistakes

M = TypeVar("M", bound=BaseModel)


def read_shape(model: type[M], data: object) -> tuple[M | None, list[Mistake]]:
    """Return `data` as a `model`, or None and every mistake in its shape."""
    mistakes = list(written_mistakes(model, data))
    noted = {mistake.path for mistake in mistakes}
    try:
        value = model.model_validate(data)
    except ValidationError as error:
        found = _translate(model, error.errors(include_url=False))
        return None, mistakes + [m for m in found if m.path not in noted]
    return (None if mistakes else value), mistakes


def _translate(
    model: type[BaseModel], errors: Iterable[ErrorDetails]
) -> Iterator[Mistake]:
    for error in errors:
        if error["type"] == "too_short" and error["input"]:
            continue  # items were there; pydantic dropped the broken ones
        steps = tuple(step for step in error["loc"] if step != "[key]")
        yield _mistake(model, steps, error)


def _mistake(model: type[BaseModel], path: Path, error: ErrorDetails) -> Mistake:
    kind = error["type"]
    if kind == "missing":
        return Mistake(path, Code.MISSING, f"thiếu khóa “{path[-1]}”; thêm khóa này")
    if kind == "extra_forbidden":
        message = unknown_key(str(path[-1]), known_keys(model, path[:-1]))
        return Mistake(path, Code.UNKNOWN_KEY, message, at_key=True)
    if error["input"] is None or error["input"] == "":
        message = f"“{path[-1] if path else 'tệp'}” để trống; điền giá trị hoặc bỏ khóa"
        return Mistake(path, Code.BLANK, message)
    code, say = _KINDS.get(kind, (Code.OTHER_SHAPE, _other))
    return Mistake(path, code, say(error))


def unknown_key(key: str, known: Iterable[str]) -> str:
    """Return the message for a key nobody knows, with the likely one."""
    close = difflib.get_close_matches(key, list(known), n=1, cutoff=0.6)
    if close:
        return f"không có khóa “{key}”; có phải là “{close[0]}”?"
    return f"không có khóa “{key}”; các khóa dùng được: {', '.join(known)}"


def known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that may stand at `path` below `model`."""
    current: Any = model
    for step in path:
        current = _plain(_below(current, str(step)))
    if isinstance(current, type) and issubclass(current, BaseModel):
        return [field.alias or name for name, field in current.model_fields.items()]
    return []


def _below(annotation: Any, key: str) -> Any:  # noqa: ANN401 - an annotation can be anything
    """Return the annotation of what stands at `key` (or a list position)."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (tuple, dict):
        return args[0] if origin is tuple else args[-1]
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return None
    for name, field in annotation.model_fields.items():
        if key in (name, field.alias):
            return field.annotation
    return None


def _plain(annotation: Any) -> Any:  # noqa: ANN401 - as above
    """Return the annotation without Optional and Annotated."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _plain(args[0])
    if origin in (Union, UnionType):
        return _plain(next(a for a in args if a is not type(None)))
    return annotation


def _group(_error: ErrorDetails) -> str:
    return "phải là một nhóm “khóa: giá trị”; kiểm tra thụt dòng"


def _list(_error: ErrorDetails) -> str:
    return "phải là một danh sách; mỗi phần tử một dòng bắt đầu bằng “- ”"


def _text(_error: ErrorDetails) -> str:
    return "phải là chữ, không phải danh sách hay nhóm"


def _number(error: ErrorDetails) -> str:
    return f"phải là số, không phải {_shown(error)}; ví dụ 12.5"


def _date(error: ErrorDetails) -> str:
    return f"{_shown(error)} không phải là ngày; viết năm-tháng-ngày, ví dụ 2025-07-01"


def _choice(error: ErrorDetails) -> str:
    expected = str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
    words = expected.split(", ")
    close = difflib.get_close_matches(str(error["input"]), words, n=1)
    hint = f"; có phải là “{close[0]}”?" if close else ""
    return f"{_shown(error)} không dùng được ở đây; chọn một trong: {expected}{hint}"


def _identifier(error: ErrorDetails) -> str:
    return (
        f"mã {_shown(error)} không đúng; chỉ dùng chữ cái không dấu, chữ số, dấu - và "
        "_, bắt đầu bằng chữ cái hoặc chữ số, tối đa 64 ký tự"
    )


def _at_least(error: ErrorDetails) -> str:
    return f"{_shown(error)} quá nhỏ; nhỏ nhất là {error['ctx']['ge']}"


def _at_most(error: ErrorDetails) -> str:
    return f"{_shown(error)} quá lớn; lớn nhất là {error['ctx']['le']}"


def _yes_no(error: ErrorDetails) -> str:
    return f"{_shown(error)} không dùng được; viết yes/no hoặc true/false"


def _too_few(_error: ErrorDetails) -> str:
    return "danh sách trống; thêm ít nhất một phần tử hoặc bỏ cả mục"


def _other(error: ErrorDetails) -> str:
    cause = error.get("ctx", {}).get("error")
    reason = str(cause) if cause else str(error["msg"])
    return f"{_shown(error)}: {reason}"


def _shown(error: ErrorDetails) -> str:
    value = error["input"]
    return f"“{value}”" if isinstance(value, str) else "nhóm hoặc danh sách này"


_KINDS: dict[str, tuple[Code, Callable[[ErrorDetails], str]]] = {
    "model_type": (Code.WRONG_SHAPE, _group),
    "model_attributes_type": (Code.WRONG_SHAPE, _group),
    "dict_type": (Code.WRONG_SHAPE, _group),
    "tuple_type": (Code.WRONG_SHAPE, _list),
    "list_type": (Code.WRONG_SHAPE, _list),
    "string_type": (Code.WRONG_SHAPE, _text),
    "decimal_type": (Code.NOT_A_NUMBER, _number),
    "decimal_parsing": (Code.NOT_A_NUMBER, _number),
    "int_type": (Code.NOT_A_NUMBER, _number),
    "int_parsing": (Code.NOT_A_NUMBER, _number),
    "int_parsing_size": (Code.NOT_A_NUMBER, _number),
    "date_type": (Code.NOT_A_DATE, _date),
    "date_parsing": (Code.NOT_A_DATE, _date),
    "date_from_datetime_parsing": (Code.NOT_A_DATE, _date),
    "date_from_datetime_inexact": (Code.NOT_A_DATE, _date),
    "enum": (Code.NOT_IN_LIST, _choice),
    "literal_error": (Code.NOT_IN_LIST, _choice),
    "string_pattern_mismatch": (Code.BAD_IDENTIFIER, _identifier),
    "string_too_long": (Code.BAD_IDENTIFIER, _identifier),
    "greater_than_equal": (Code.OUT_OF_RANGE, _at_least),
    "less_than_equal": (Code.OUT_OF_RANGE, _at_most),
    "bool_parsing": (Code.NOT_YES_NO, _yes_no),
    "bool_type": (Code.NOT_YES_NO, _yes_no),
    "too_short": (Code.TOO_FEW, _too_few),
}
