"""What a YAML parser complains about, in words that say what to do."""

from ruamel.yaml.error import MarkedYAMLError, YAMLError

_UNEVEN = (
    "thụt dòng không đều, thiếu dấu gạch đầu dòng hoặc có chữ thừa sau dấu nháy; "
    "các khóa cùng nhóm phải thẳng cột"
)
_COLON = (
    "dấu hai chấm ở chỗ không được phép; đặt câu có dấu “:” trong dấu nháy kép, "
    "hoặc kiểm tra thụt dòng"
)
_UNKNOWN = "không đúng cú pháp YAML; kiểm tra dấu nháy, dấu hai chấm và thụt dòng ở đây"
_ADVICE = (
    (
        "mapping values are not allowed",
        _COLON,
    ),
    (
        "found unexpected end of stream",
        "thiếu dấu nháy đóng; thêm dấu nháy ở cuối câu",
    ),
    (
        "expected ',' or ']'",
        "danh sách mở bằng [ chưa đóng hoặc thiếu dấu phẩy; thêm “,” hoặc “]”",
    ),
    (
        "expected ',' or '}'",
        "nhóm mở bằng { chưa đóng hoặc thiếu dấu phẩy; thêm “,” hoặc “}”",
    ),
    (
        "cannot start any token",
        "ký tự này không được đứng đầu một giá trị; đặt cả giá trị trong dấu nháy kép",
    ),
    (
        "unknown escape character",
        "dấu \\ trong dấu nháy kép không đúng; viết \\\\ hoặc dùng dấu nháy đơn",
    ),
    (
        "could not find expected ':'",
        "thiếu dấu hai chấm sau khóa; viết “khóa: giá trị”",
    ),
    (
        "did not find expected",
        _UNEVEN,
    ),
    (
        "expected <block end>",
        _UNEVEN,
    ),
)


def syntax_message(error: YAMLError | None) -> str:
    """Return what to do about a parser's error, with the line where it began."""
    said = (getattr(error, "problem", None) or "").lower()
    advice = next(
        (text for sign, text in _ADVICE if sign in said),
        _UNKNOWN,
    )
    began = error.context_mark if isinstance(error, MarkedYAMLError) else None
    at = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    if began is None or at is None or began.line == at.line:
        return advice
    return f"{advice} (phần này bắt đầu ở dòng {began.line + 1})"
