"""Every error the program raises on purpose, cut by what happens next.

    FieldappError            catching it catches everything we raise on purpose
    + UserError              the person can fix it; shown beside the field or on stderr
    + ConflictError          someone else changed it; both versions are shown
    + TryLaterError          network or server; the work stays queued
    + RefusedError           repeating will not help: authorisation, newer version
    + IntegrityError         stored or received data is wrong: hash, signature, schema

Messages are Vietnamese and say where, what happened and what to do. Nobody
parses them: code and test by class and by `Problem.code`.
"""

import errno
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong with something a person gave us.

    `file`, `line` and `column` (both 1-based; 0 when not applicable) say where;
    `code` is stable (CK…, EX…), `message` is for the person.
    """

    file: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.message}"


_SYSTEM_REASONS = {
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EISDIR: "đây là thư mục",
    errno.ENOTDIR: "đây không phải thư mục",
    errno.EEXIST: "đã có tệp trùng tên",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EIO: "ổ đĩa báo lỗi đọc, ghi",
    errno.ELOOP: "liên kết vòng",
    errno.EMFILE: "mở quá nhiều tệp",
    errno.ENODEV: "không có thiết bị",
}


def system_reason(error: OSError) -> str:
    """Why the system refused, in Vietnamese; its number where we have no words."""
    number = error.errno or 0
    return _SYSTEM_REASONS.get(number, f"hệ thống báo lỗi số {number}")


class FieldappError(Exception):
    """Base of all errors raised on purpose; `str()` is the Vietnamese message."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UserError(FieldappError):
    """The person can fix it; nothing was changed."""


class ProblemsError(UserError):
    """A file or form has problems; all of them are in `problems`, in file order."""

    def __init__(self, message: str, problems: Iterable[Problem]) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class ConflictError(FieldappError):
    """Someone else changed the same thing; both versions are kept."""


class TryLaterError(FieldappError):
    """The network, server or disk is not ready; the work stays queued or undone."""


class RefusedError(FieldappError):
    """Repeating will not help: not allowed, or made by a newer version."""


class IntegrityError(FieldappError):
    """Stored or received data is not what it claims to be."""
