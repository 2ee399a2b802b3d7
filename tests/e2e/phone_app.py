"""Serves the screens as a phone's browser has to: without the laptop's libraries.

Started by `test_phone_runtime.py` with the data folder as its only argument. What
the phone has no library for is refused with a sentence, as its wiring will do.
"""

import datetime as dt
import importlib
import itertools
import pkgutil
import sqlite3
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path

MISSING = (
    "PIL",
    "cryptography",
    "lxml",
    "openpyxl",
    "pikepdf",
    "pyhanko",
    "pypdfium2",
    "reportlab",
    "sqlcipher3",
)
"""What the phone's Python does not have (docs/mobile.md)."""
LAPTOP_ONLY = frozenset(
    f"fieldapp.library.workbook.{name}" for name in ("front_sheets", "looks", "writing")
)
"""Modules that only the command line imports, when it is asked for a workbook."""


class _Blocked:
    """Refuses the missing modules, as if they were not installed."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: object = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] in MISSING:
            raise ModuleNotFoundError(name)
        return None


def import_everything() -> None:
    """Import every module of the packages a phone runs."""
    for package in ("domain", "store", "services", "library", "ui"):
        found = importlib.import_module(f"fieldapp.{package}")
        for module in pkgutil.walk_packages(found.__path__, f"{found.__name__}."):
            if module.name not in LAPTOP_ONLY:
                importlib.import_module(module.name)


class _NoPhotos:
    """A phone without its own photo desk."""

    def ingest(self, data: bytes, file_name: str) -> object:
        from fieldapp.errors import RefusedError  # noqa: PLC0415 - after blocking

        del data
        raise RefusedError(f"{file_name}: máy này chưa nhận được ảnh.")


def main(data: Path) -> None:
    """Serve on a free port and say its address."""
    sys.meta_path.insert(0, _Blocked())
    import_everything()
    from fieldapp.library import Library  # noqa: PLC0415 - after blocking
    from fieldapp.services.exchange import import_path  # noqa: PLC0415 - after blocking
    from fieldapp.services.workspace import Workspace  # noqa: PLC0415 - after blocking
    from fieldapp.store import MediaFolder, open_store  # noqa: PLC0415 - after blocking
    from fieldapp.ui.serve import Front, serve  # noqa: PLC0415 - after blocking

    numbers = itertools.count(1)
    ids = lambda: f"id-{next(numbers)}"  # noqa: E731 - one line is all it is
    root = Path(__file__).parents[2]
    ws = Workspace(
        store=open_store(data / "fieldapp.db", sqlite3, ids=ids),
        library=Library((root / "checklists",)),
        photos=_NoPhotos(),  # type: ignore[arg-type]  # refuses before anything else
        signed=MediaFolder(data / "notices"),
        clock=lambda: dt.datetime.now(dt.UTC),  # noqa: TID251 - this is its wiring
        new_id=ids,
        author="",
        exports=data / "exports",
    )
    import_path(ws, root / "checklists" / "examples" / "cairang-2024.inspection.yaml")
    front = Front(open_browser=False)
    serve(ws, front, root / "assets", lambda line: print(line, flush=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
