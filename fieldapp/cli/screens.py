"""`run`: serve the screens on this machine and open them."""

import contextlib
import signal
import socket
import threading
import time
import webbrowser
from collections.abc import Callable
from typing import Annotated

import typer

from fieldapp import config, wiring
from fieldapp.cli.desk import Data, say, warn
from fieldapp.errors import UserError

Port = Annotated[
    int | None, typer.Option("--port", metavar="SỐ", help="Cổng trên 127.0.0.1.")
]
NoBrowser = Annotated[
    bool, typer.Option("--no-browser", help="Chỉ in địa chỉ, không mở trình duyệt.")
]
Window = Annotated[
    bool, typer.Option("--window", help="Mở cửa sổ riêng của Flet nếu máy có.")
]
_START_S = 30


def add_to(app: typer.Typer) -> None:
    """Add this command to the root."""
    app.command("run")(run)


def run(
    ctx: typer.Context,
    data: Data = None,
    port: Port = None,
    *,
    no_browser: NoBrowser = False,
    window: Window = False,
) -> None:
    """Mở ứng dụng trên máy này (127.0.0.1); dừng bằng Ctrl+C."""
    # Flet takes a second to load; no other command needs it.
    from fieldapp.ui.app import build_main  # noqa: PLC0415
    from fieldapp.ui.documents import DocumentShelf  # noqa: PLC0415
    from fieldapp.ui.serve import serve  # noqa: PLC0415

    settings = config.settings(
        data=data or ctx.obj, port=port, open_browser=False if no_browser else None
    )
    opener = _window_opener() if window else _browser_opener(settings)
    with wiring.workspace(settings) as ws:
        free = _free_port(settings.port)
        url = f"http://{config.HOST}:{free}/"
        say(f"Ứng dụng: {url}")
        say(f"Dữ liệu: {settings.data}")
        say("Dừng: Ctrl+C")
        threading.Thread(target=_open, args=(opener, url, free), daemon=True).start()
        documents = DocumentShelf()
        serve(
            build_main(ws, documents),
            documents,
            config.bundled("assets"),
            host=config.HOST,
            port=free,
        )


def _free_port(wanted: int) -> int:
    """The wanted port, or one the system chooses when it is 0.

    Raises:
        UserError: Another program listens there.
    """
    with socket.socket() as probe:
        # As the server will bind; otherwise a port just left counts as taken.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((config.HOST, wanted))
        except OSError as error:
            message = (
                f"Cổng {wanted} đang có chương trình khác dùng. Hãy chọn cổng khác."
            )
            raise UserError(message) from error
        return int(probe.getsockname()[1])


def _browser_opener(settings: config.Settings) -> Callable[[str], object] | None:
    return webbrowser.open if settings.open_browser else None


def _window_opener() -> Callable[[str], object]:
    """Flet's desktop window; it stops the program when it is closed.

    Raises:
        UserError: Its client is not on this machine.
    """
    try:
        import flet_desktop  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 - optional
    except ImportError as error:
        message = (
            "Máy này chưa có cửa sổ riêng của Flet (gói flet-desktop). "
            "Hãy chạy lại không có --window để dùng trình duyệt."
        )
        raise UserError(message) from error

    def show(url: str) -> None:
        try:
            process, _ = flet_desktop.open_flet_view(url, None, False)
        except OSError:
            warn(f"Không mở được cửa sổ riêng. Hãy mở {url} bằng trình duyệt.")
            return
        process.wait()
        signal.raise_signal(signal.SIGINT)

    return show


def _open(opener: Callable[[str], object] | None, url: str, port: int) -> None:
    """Open `url` once the server answers."""
    if opener is None:
        return
    until = time.monotonic() + _START_S
    while time.monotonic() < until:
        with (
            contextlib.suppress(OSError),
            socket.create_connection((config.HOST, port), timeout=1),
        ):
            opener(url)
            return
        time.sleep(0.1)
