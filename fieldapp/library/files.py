"""From a file to text: size and encoding, before anything is parsed."""

from pathlib import Path

from fieldapp.errors import Problem, system_reason
from fieldapp.library.codes import Code
from fieldapp.library.letters import looks_legacy

MAX_SIZE_BYTES = 5 * 1024 * 1024
"""A checklist of 5,000 criteria takes about 3.6 MB."""

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path) -> tuple[str, list[Problem]]:
    """Return the text of a UTF-8 file (byte order mark removed) and its problems.

    The text is empty when there is a problem. A file above `MAX_SIZE_BYTES` is
    refused by its size without being read.
    """
    data, problems = read_bytes(path)
    return ("", problems) if problems else decode(data, path.name)


def read_bytes(path: Path) -> tuple[bytes, list[Problem]]:
    """Return what the file holds and its problems, as `read_text` does."""
    try:
        size_bytes = path.stat().st_size
        if size_bytes > MAX_SIZE_BYTES:
            return b"", [_too_large(path, size_bytes)]
        return path.read_bytes(), []
    except OSError as error:
        return b"", [_problem(path, Code.UNREADABLE, _why_unreadable(error))]


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """Return `data` as text and the problems of its encoding."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(data, file, error.start)]
    return text, []


def _not_utf8(data: bytes, file: str, at: int) -> Problem:
    before = data[:at]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    if data.startswith(_UTF16_MARKS) or not looks_legacy(data.decode("latin-1")):
        message = (
            "tệp không phải UTF-8 (có thể là UTF-16 hoặc Windows-1258); mở tệp bằng "
            "Notepad, chọn Save As, Encoding: UTF-8 rồi lưu lại"
        )
        return Problem(file, line, column, Code.NOT_UTF8, message)
    return Problem(file, line, column, Code.LEGACY_ENCODING, LEGACY_MESSAGE)


LEGACY_MESSAGE = (
    "chữ Việt theo bảng mã cũ (TCVN3, VNI hoặc VISCII); chuyển sang Unicode dựng sẵn "
    "bằng UniKey Toolkit (Ctrl+Shift+F6) rồi lưu lại dạng UTF-8"
)


def _why_unreadable(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "không tìm thấy tệp; kiểm tra lại đường dẫn"
    if isinstance(error, IsADirectoryError):
        return "đây là thư mục, không phải tệp; chỉ rõ tệp cần đọc"
    return f"không đọc được tệp ({system_reason(error)}); kiểm tra quyền đọc và ổ đĩa"


def _too_large(path: Path, size_bytes: int) -> Problem:
    megabytes = f"{size_bytes / 1024 / 1024:.1f}".replace(".", ",")
    limit = MAX_SIZE_BYTES // 1024 // 1024
    message = (
        f"tệp quá lớn ({megabytes} MB; tối đa {limit} MB); kiểm tra xem có chọn nhầm "
        "tệp không, hoặc tách thành nhiều tệp"
    )
    return _problem(path, Code.TOO_LARGE, message)


def _problem(path: Path, code: Code, message: str) -> Problem:
    return Problem(path.name, 0, 0, code, message)
