"""`run`: serve the screens on this machine and open them."""

from typing import Annotated

import typer

from fieldapp import config
from fieldapp.cli.desk import Data, say
from fieldapp.services.workspace import Workspace

Port = Annotated[
    int | None, typer.Option("--port", metavar="SỐ", help="Cổng trên 127.0.0.1.")
]
NoBrowser = Annotated[
    bool, typer.Option("--no-browser", help="Chỉ in địa chỉ, không mở trình duyệt.")
]
Window = Annotated[
    bool, typer.Option("--window", help="Mở cửa sổ riêng của Flet nếu máy có.")
]


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
    from fieldapp import wiring  # noqa: PLC0415 - its libraries are slow to load

    settings = config.settings(
        data=data or ctx.obj, port=port, open_browser=False if no_browser else None
    )
    with wiring.workspace(settings) as ws:
        show(ws, settings, window=window)


def show(
    ws: Workspace, settings: config.Settings, *, window: bool, at: str = ""
) -> None:
    """Serve the screens until stopped; `at` is the path that is opened."""
    from fieldapp.ui.serve import Front, serve  # noqa: PLC0415 - Flet is slow to load

    front = Front(settings.port, settings.open_browser, window, at)
    serve(ws, front, config.bundled("assets"), say)
