"""Where things lie and which settings there are; read once, handed on as values.

Nothing else reads the environment, so `SETTINGS` is the whole list; a test holds it
against `docs/settings.md`. Knows no other part of the app but its errors.
"""

import os
import sys
import sysconfig
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import UserError, system_reason

APP_FOLDER = "fieldapp"
HOST = "127.0.0.1"  # never another one: the screens have no sign-in of their own


@dataclass(frozen=True)
class Setting:
    """One thing a person may choose; `flag` wins over `variable`."""

    variable: str
    flag: str
    default: str
    meaning: str


SETTINGS = (
    Setting(
        "FIELDAPP_DATA",
        "--data DIR",
        "thư mục dữ liệu của người dùng",
        "Nơi giữ tệp SQLite, ảnh và khoá của máy này",
    ),
    Setting(
        "FIELDAPP_EXPORTS",
        "",
        "`exports/` của bản mã nguồn, nếu không thì `exports/` trong thư mục dữ liệu",
        "Nơi ghi PDF khi không chỉ rõ `--out`",
    ),
    Setting(
        "FIELDAPP_PORT",
        "--port N",
        "0 (máy tự chọn cổng trống)",
        "Cổng trên 127.0.0.1 của ứng dụng",
    ),
    Setting(
        "FIELDAPP_NO_BROWSER",
        "--no-browser",
        "trống (tự mở trình duyệt)",
        "Đặt là 1 để chỉ in địa chỉ, không mở trình duyệt",
    ),
    Setting(
        "FLET_APP_STORAGE_DATA",
        "",
        "do Flet đặt trên điện thoại",
        "Thư mục dữ liệu bền trên điện thoại; dùng khi không có hai cách chọn trên",
    ),
)


@dataclass(frozen=True)
class Settings:
    """What one start of the program was told; made by `settings`."""

    data: Path
    exports: Path
    port: int
    open_browser: bool


def settings(
    *,
    data: Path | None = None,
    port: int | None = None,
    open_browser: bool | None = None,
    env: Mapping[str, str] | None = None,
) -> Settings:
    """Return the settings: an argument (a flag) first, then `env`, then the default.

    Args:
        data: `--data`; None when not given.
        port: `--port`, 0 to 65535, 0 lets the system choose; None when not given.
        open_browser: False for `--no-browser`; None when not given.
        env: The environment; None means the process's own.

    Raises:
        UserError: A value that cannot be meant: a port that is no port, or a system
            without a home folder when no data folder was given.
    """
    env = os.environ if env is None else env
    folder = data_dir(data, env)
    if open_browser is None:
        open_browser = env.get("FIELDAPP_NO_BROWSER", "") in {"", "0"}
    return Settings(
        data=folder,
        exports=_exports(folder, env),
        port=_port(port, env),
        open_browser=open_browser,
    )


def data_dir(explicit: Path | None, env: Mapping[str, str] | None = None) -> Path:
    """Return the absolute data folder; nothing is created (see `prepare`).

    The order: `explicit` (`--data`), FIELDAPP_DATA, FLET_APP_STORAGE_DATA (phones),
    the system's folder for a user's data.

    Raises:
        UserError: No way to know the user's folder; `--data` helps.
    """
    env = os.environ if env is None else env
    if explicit is not None:
        return _absolute(explicit)
    for variable in ("FIELDAPP_DATA", "FLET_APP_STORAGE_DATA"):
        if env.get(variable):
            return _absolute(Path(env[variable]))
    return _system_data(env) / APP_FOLDER


def prepare(folder: Path) -> Path:
    """Make `folder` when it is missing, prove that it can be written, return it.

    Raises:
        UserError: It cannot be made or written; names the folder and what to do.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError as error:
        message = (
            f"Thư mục dữ liệu {folder} không ghi được ({system_reason(error)}): "
            "hãy cấp quyền ghi hoặc chọn thư mục khác bằng --data."
        )
        raise UserError(message) from error


def bundled(name: str) -> Path:
    """Return the folder `name` ("checklists", "assets") that came with the program.

    Looks where each way of installing puts it: PyInstaller's folder, beside the
    package (checkout, phone), the wheel's shared files.

    Raises:
        UserError: It is nowhere: the installation lost files.
    """
    for root in _roots():
        if (root / name).is_dir():
            return root / name
    message = (
        f"Bản cài đặt thiếu thư mục {name}: hãy cài lại chương trình "
        "hoặc chạy từ bản mã nguồn đầy đủ."
    )
    raise UserError(message)


def checkout() -> Path | None:
    """Return the checkout's root when the program runs from one, else None."""
    root = Path(__file__).resolve().parents[1]
    return root if (root / "pyproject.toml").is_file() else None


def _roots() -> tuple[Path, ...]:
    frozen = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's starter
    if frozen:
        return (Path(frozen),)
    shared = (sysconfig.get_path("data"), sysconfig.get_config_var("userbase"))
    return (
        Path(__file__).resolve().parents[1],
        *(Path(base, "share", APP_FOLDER) for base in shared if base),
    )


def _exports(data: Path, env: Mapping[str, str]) -> Path:
    if env.get("FIELDAPP_EXPORTS"):
        return _absolute(Path(env["FIELDAPP_EXPORTS"]))
    return (checkout() or data) / "exports"


def _port(port: int | None, env: Mapping[str, str]) -> int:
    text = str(port) if port is not None else env.get("FIELDAPP_PORT") or "0"
    if text.isascii() and text.isdecimal() and int(text) < 2**16:
        return int(text)
    message = f"Cổng {text} không hợp lệ: hãy cho một số từ 0 đến 65535."
    raise UserError(message)


def _system_data(env: Mapping[str, str]) -> Path:
    if sys.platform == "win32":
        base = env.get("LOCALAPPDATA")
        return Path(base) if base else _home(env) / "AppData" / "Local"
    if sys.platform == "darwin":
        return _home(env) / "Library" / "Application Support"
    base = env.get("XDG_DATA_HOME", "")
    # The XDG specification tells programs to ignore a relative path here.
    return Path(base) if Path(base).is_absolute() else _home(env) / ".local" / "share"


def _home(env: Mapping[str, str]) -> Path:
    if env.get("HOME"):
        return Path(env["HOME"])
    try:
        return Path.home()
    except RuntimeError as error:
        message = (
            "Không biết thư mục của người dùng: hãy chỉ rõ nơi giữ dữ liệu bằng --data."
        )
        raise UserError(message) from error


def _absolute(path: Path) -> Path:
    try:
        return path.expanduser().resolve()
    except (OSError, RuntimeError) as error:
        message = f"Đường dẫn {path} không dùng được: hãy cho đường dẫn khác."
        raise UserError(message) from error
