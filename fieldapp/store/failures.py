"""What SQLite's errors mean to a person, and what to do about each."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from fieldapp.errors import (
    FieldappError,
    IntegrityError,
    RefusedError,
    TryLaterError,
    UserError,
)

_ENOUGH_BYTES = 1 << 20  # SQLite reports some full disks as plain I/O errors


@contextlib.contextmanager
def vendor_errors(path: Path) -> Iterator[None]:
    """Turn the database's errors about the file `path` into ours.

    Raises:
        TryLaterError: The disk is full or failing, or another program holds the file.
        UserError: The file or its folder is read-only.
        IntegrityError: The file is damaged or not a database.
    """
    try:
        yield
    except DBAPIError as error:
        raise meaning(str(error.orig), path) from error


def meaning(vendor_text: str, path: Path) -> FieldappError:
    """The error for what SQLite said (its English message) about `path`."""
    text = vendor_text.lower()
    if "is full" in text or ("disk i/o" in text and _is_full(path)):
        return TryLaterError(
            f"{path}: ổ đĩa đã đầy, chưa lưu được. Hãy giải phóng dung lượng rồi lưu "
            "lại; những gì đã lưu trước đó vẫn còn."
        )
    if "locked" in text:
        return TryLaterError(
            f"{path}: dữ liệu đang được một chương trình khác dùng. Hãy đóng chương "
            "trình đó rồi thử lại."
        )
    if "readonly" in text or "unable to open" in text:
        return UserError(
            f"{path}: không mở được để ghi (chỉ đọc). Hãy cấp quyền ghi cho tệp và "
            "thư mục, hoặc chọn thư mục dữ liệu khác."
        )
    if "not a database" in text or "malformed" in text:
        return damaged(path)
    return TryLaterError(
        f"{path}: ổ đĩa hoặc cơ sở dữ liệu báo lỗi ({vendor_text}), chưa lưu được. "
        "Hãy kiểm tra ổ đĩa rồi thử lại."
    )


def damaged(path: Path) -> IntegrityError:
    """The file is not what it should be."""
    return IntegrityError(
        f"{path}: tệp dữ liệu bị hỏng hoặc không phải dữ liệu của fieldapp. Hãy giữ "
        "nguyên tệp, mở bằng thư mục dữ liệu khác và báo bộ phận kỹ thuật."
    )


def newer(path: Path, found: int, known: int) -> RefusedError:
    """The file was made by a newer version of the app."""
    return RefusedError(
        f"{path}: dữ liệu do phiên bản mới hơn tạo ra (lược đồ {found}, bản này chỉ "
        f"biết đến {known}). Hãy cập nhật ứng dụng rồi mở lại; dữ liệu chưa bị thay "
        "đổi."
    )


def too_old(version: str, least: str) -> RefusedError:
    """The SQLite at hand cannot do what the store needs."""
    return RefusedError(
        f"SQLite {version} quá cũ, cần từ {least}. Hãy cài lại ứng dụng bằng "
        "“make run” để có bản SQLite kèm theo."
    )


def _is_full(path: Path) -> bool:
    return shutil.disk_usage(path.parent).free < _ENOUGH_BYTES
