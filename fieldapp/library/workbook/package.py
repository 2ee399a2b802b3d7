"""The file a workbook is: a zip of parts. What must not be opened is refused here."""

import io
import zipfile
import zlib
from pathlib import Path

from fieldapp.errors import Problem, ProblemsError
from fieldapp.library.codes import Code
from fieldapp.library.files import read_bytes

MAX_UNPACKED_BYTES = 32 * 1024 * 1024
"""All parts together; a workbook of 5,000 criteria takes about 12 MB."""
_MOST_PARTS = 2_000
_OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Package:
    """The parts of a workbook file; `file` is the name shown in problems.

    Raises:
        ProblemsError: The file cannot be read, is no workbook, is locked by a
            password, has macros, or is too large unpacked.
    """

    def __init__(self, path: Path) -> None:
        self.file = path.name
        data, problems = read_bytes(path)
        if problems:
            raise ProblemsError(f"Không đọc được {path.name}.", problems)
        self._zip = self._opened(data)
        self.names = frozenset(self._zip.namelist())
        if path.suffix.lower() in {".xlsm", ".xltm", ".xlsb"} or self._has_macros():
            raise self._refused(Code.WORKBOOK_MACROS, _MACROS)
        self._refuse_bombs()

    def part(self, name: str) -> bytes:
        """Return a part's bytes; empty when there is none.

        Raises:
            ProblemsError: The part is damaged.
        """
        if name not in self.names:
            return b""
        try:
            with self._zip.open(name) as stream:
                data = stream.read(MAX_UNPACKED_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError) as error:
            raise self.damaged() from error
        except RuntimeError as error:  # zipfile's word for a part with a password
            raise self._refused(Code.WORKBOOK_LOCKED, _LOCKED) from error
        if len(data) > MAX_UNPACKED_BYTES:
            raise self._refused(Code.WORKBOOK_TOO_LARGE, _TOO_LARGE)
        return data

    def damaged(self) -> ProblemsError:
        """Return the error of a file whose parts are not what they should be."""
        return self._refused(Code.NOT_A_WORKBOOK, _DAMAGED)

    def _opened(self, data: bytes) -> zipfile.ZipFile:
        if data.startswith(_OLD_FORMAT):
            raise self._refused(Code.WORKBOOK_LOCKED, _LOCKED)
        try:
            opened = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise self._refused(Code.NOT_A_WORKBOOK, _NO_WORKBOOK) from error
        if "[Content_Types].xml" not in opened.namelist():
            raise self._refused(Code.NOT_A_WORKBOOK, _NO_WORKBOOK)
        return opened

    def _has_macros(self) -> bool:
        return any(name.lower().endswith("vbaproject.bin") for name in self.names)

    def _refuse_bombs(self) -> None:
        unpacked = sum(info.file_size for info in self._zip.infolist())
        if unpacked > MAX_UNPACKED_BYTES or len(self.names) > _MOST_PARTS:
            raise self._refused(Code.WORKBOOK_TOO_LARGE, _TOO_LARGE)

    def _refused(self, code: Code, message: str) -> ProblemsError:
        problem = Problem(self.file, 0, 0, code, message)
        return ProblemsError(f"Không nhập được {self.file}.", [problem])


_LOCKED = (
    "tệp có mật khẩu, hoặc là Excel cũ (.xls); mở bằng Excel hoặc LibreOffice, bỏ mật "
    "khẩu, lưu lại dạng .xlsx rồi nhập lại"
)
_NO_WORKBOOK = (
    "đây không phải bảng tính .xlsx; kiểm tra xem có chọn nhầm tệp không, hoặc lưu lại "
    "dạng .xlsx"
)
_DAMAGED = (
    "tệp bị hỏng; mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi nhập lại"
)
_MACROS = (
    "tệp có macro nên không được mở; lưu lại dạng “Excel Workbook (.xlsx)”, không phải "
    ".xlsm, rồi nhập lại"
)
_TOO_LARGE = (
    f"nội dung tệp quá lớn khi mở ra (tối đa {MAX_UNPACKED_BYTES // 1024 // 1024} MB); "
    "xóa các dòng, cột trống đã định dạng và hình ảnh rồi lưu lại"
)
