"""Make `.venv` from the pinned, hashed files; `make` runs it when a stamp is old.

Uses nothing but the standard library, and no syntax newer than Python 3.6, so that an
old Python still gets as far as the message that says it is too old.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)
PINS = {
    "runtime": ["constraints.txt"],
    "dev": ["constraints.txt", "constraints-dev.txt"],
    "bench": ["constraints.txt", "constraints-bench.txt"],
    "package": ["constraints.txt", "constraints-package.txt"],
}


def stop(message: str) -> None:
    """End with one message for the person at the keyboard."""
    sys.stderr.write(message + "\n")
    sys.exit(1)


def check_python() -> None:
    """Refuse a Python that cannot run the app, saying what to install."""
    here = ".".join(map(str, sys.version_info[:2]))
    if sys.version_info < OLDEST:
        stop(
            f"Python {here} quá cũ: cần Python 3.11 trở lên.\n"
            "Hãy cài Python mới (ví dụ: apt-get install python3.11 python3.11-venv), "
            "rồi chạy lại; hoặc chỉ rõ: make run PYTHON=/đường/dẫn/python3.12"
        )
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian ships Python without it
        import venv  # noqa: F401, PLC0415 - the same package brings both
    except ImportError:
        stop(
            f"Python {here} này thiếu mô-đun venv nên chưa tạo được môi trường chạy.\n"
            f"Hãy cài gói đi kèm (Debian/Ubuntu: apt-get install python{here}-venv), "
            "rồi chạy lại."
        )


def python_of(folder: Path) -> Path:
    """Return the interpreter inside an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def works(folder: Path) -> bool:
    """Say whether the environment is whole: its Python starts and has pip."""
    if not python_of(folder).exists():
        return False
    command = [str(python_of(folder)), "-m", "pip", "--version"]
    return subprocess.call(command, stdout=subprocess.DEVNULL) == 0


def install(folder: Path, kind: str) -> None:
    """Install the pinned packages, then the app itself without its dependencies."""
    pip = [str(python_of(folder)), "-m", "pip", "install", "--quiet"]
    pip += ["--disable-pip-version-check", "--no-input"]
    pinned = [*pip, "--require-hashes"]
    for name in PINS[kind]:
        pinned += ["-r", str(ROOT / name)]
    own = [*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)]
    # The packager reads the app from the checkout; it only needs the libraries.
    for command in [pinned] if kind == "package" else [pinned, own]:
        if subprocess.call(command, cwd=str(ROOT)):
            stop(
                "Chưa cài được các gói cần thiết (xem lời của pip ở trên).\n"
                "Hãy kiểm tra kết nối mạng và chỗ trống trên đĩa, rồi chạy lại lệnh; "
                "phần đã cài không mất."
            )


def main() -> None:
    """Make or mend the environment named by the arguments: KIND FOLDER."""
    if hasattr(sys.stderr, "reconfigure"):  # consoles that are not UTF-8
        sys.stderr.reconfigure(encoding="utf-8", errors="replace")
    kind, folder = sys.argv[1], ROOT / sys.argv[2]
    check_python()
    sys.stderr.write(
        f"Đang chuẩn bị môi trường trong {sys.argv[2]} (lần đầu có thể mất vài phút)…\n"
    )
    if not works(folder):
        command = [sys.executable, "-m", "venv", "--clear", str(folder)]
        if subprocess.call(command):
            stop(f"Chưa tạo được thư mục {folder}: hãy kiểm tra quyền ghi.")
    install(folder, kind)
    # Stamps are make's memory; "dev" contains everything "runtime" does.
    for stamp in {kind, "runtime"} if kind == "dev" else {kind}:
        (folder / f".{stamp}").touch()


if __name__ == "__main__":
    main()
