"""The checklists that lie in folders: listed, loaded once, told apart by content."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fieldapp.domain.checklist import Checklist
from fieldapp.errors import Problem, ProblemsError, UserError
from fieldapp.library.checklists import parse_checklist
from fieldapp.library.codes import Code
from fieldapp.library.files import read_text

_SUFFIXES = frozenset({".yaml", ".yml"})
_EXCHANGE = ".inspection"


@dataclass(frozen=True)
class Entry:
    """One checklist file.

    A file with `problems` has its file name's stem as `id` and `title`, and nothing
    else is known of it.
    """

    id: str
    title: str
    version: str
    path: Path
    sha256: str
    criteria_count: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _Read:
    """A file that was read: text, and either its checklist or its problems."""

    text: str
    checklist: Checklist | None
    problems: tuple[Problem, ...]


class Library:
    """The checklists of some folders; in case of equal ids the earlier folder wins.

    Files are read again whenever asked, parsed only when their content changed.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self._parsed: dict[tuple[str, str], _Read] = {}

    def with_folder(self, folder: Path) -> "Library":
        """A library that looks into `folder` before these folders."""
        return Library((folder, *self._folders))

    def entries(self) -> tuple[Entry, ...]:
        """Return all checklist files, broken ones with their problems.

        One that an earlier folder has under the same id is not listed; two of one id
        in one folder are a mistake.
        """
        seen: dict[str, Path] = {}
        found = []
        for path in self._files():
            entry = self._entry(path, seen)
            first = seen.get(entry.id)
            if first is not None and first.parent != path.parent:
                continue  # an earlier folder has its own version of it
            if not entry.problems:
                seen[entry.id] = path
            found.append(entry)
        return tuple(found)

    def load(self, checklist_id: str) -> Checklist:
        """Return the checklist of that id.

        Raises:
            ProblemsError: A file of that name is there but has mistakes.
            UserError: There is none.
        """
        return self._find(checklist_id)[1]

    def text(self, checklist_id: str) -> str:
        """Return the YAML text of the checklist; errors as `load`."""
        return self._find(checklist_id)[0].text

    def sha256(self, checklist_id: str) -> str:
        """Return the SHA-256 of the checklist's text in UTF-8; errors as `load`."""
        return hashlib.sha256(self.text(checklist_id).encode()).hexdigest()

    def _find(self, checklist_id: str) -> tuple[_Read, Checklist]:
        for path in self._files():
            text, _ = read_text(path)
            # Parsing every file of a strange folder would be slow for nothing.
            if path.stem != checklist_id and checklist_id not in text:
                continue
            read, _ = self._read(path)
            if read.checklist is None and path.stem == checklist_id:
                message = (
                    f"bộ tiêu chí {path.name} có lỗi; mở danh sách bộ tiêu chí để xem "
                    "và sửa"
                )
                raise ProblemsError(message, read.problems)
            if read.checklist is not None and read.checklist.id == checklist_id:
                return read, read.checklist
        known = [entry.id for entry in self.entries() if not entry.problems]
        listed = ", ".join(known) or "chưa có bộ tiêu chí nào"
        message = f"không có bộ tiêu chí “{checklist_id}”; các bộ đang có: {listed}"
        raise UserError(message)

    def _files(self) -> Iterator[Path]:
        for folder in self._folders:
            if folder.is_dir():
                yield from sorted(p for p in folder.iterdir() if _is_checklist(p))

    def _entry(self, path: Path, seen: dict[str, Path]) -> Entry:
        read, sha256 = self._read(path)
        checklist = read.checklist
        if checklist is None:
            return Entry(path.stem, path.stem, "", path, sha256, 0, read.problems)
        problems: tuple[Problem, ...] = ()
        if checklist.id in seen:
            problems = (_hidden(path, checklist.id, seen[checklist.id]),)
        count = sum(1 for _ in checklist.criteria())
        return Entry(
            checklist.id,
            checklist.title,
            checklist.version,
            path,
            sha256,
            count,
            problems,
        )

    def _read(self, path: Path) -> tuple[_Read, str]:
        text, problems = read_text(path)
        if problems:
            return _Read("", None, tuple(problems)), ""
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        key = (path.name, sha256)
        if key not in self._parsed:
            self._parsed[key] = _parse(text, path.name)
        return self._parsed[key], sha256


def _is_checklist(path: Path) -> bool:
    is_exchange = path.stem.endswith(_EXCHANGE)
    return path.suffix in _SUFFIXES and not is_exchange and path.is_file()


def _parse(text: str, name: str) -> _Read:
    try:
        return _Read(text, parse_checklist(text, name), ())
    except ProblemsError as error:
        return _Read(text, None, error.problems)


def _hidden(path: Path, checklist_id: str, first: Path) -> Problem:
    message = (
        f"mã bộ tiêu chí “{checklist_id}” đã có ở tệp {first.name}; đặt mã khác trong "
        "một tệp"
    )
    return Problem(path.name, 0, 0, Code.DUPLICATE_CHECKLIST, message)
