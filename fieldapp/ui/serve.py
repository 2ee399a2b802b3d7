"""Serves the app to a browser on this computer, or opens Flet's own window.

The only module of the UI that knows a web server; a phone build never imports it.
"""

import importlib.util
import logging
import socket
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import flet as ft
import flet_web.fastapi as flet_fastapi
import uvicorn
from fastapi import FastAPI
from fastapi.responses import Response
from starlette.websockets import WebSocketDisconnect

from fieldapp.errors import UserError
from fieldapp.services.workspace import Workspace
from fieldapp.ui.app import Main, build_main
from fieldapp.ui.client import ClientFiles
from fieldapp.ui.documents import DocumentShelf

HOST = "127.0.0.1"
"""Never another one: the screens have no sign-in of their own."""

_MOST_MESSAGE_BYTES = 96 * 1024 * 1024
"""A photo comes as one WebSocket message; uvicorn's own limit is 16 MB."""

_SESSION_S = 900
"""How long a closed tab is remembered; each costs memory."""


@dataclass(frozen=True)
class Front:
    """How the screens are opened.

    `port` 0 takes a free one; `at` is the path to open ("/kiem-tra/…"), the home
    screen without one; `window` is Flet's own instead of a browser's.
    """

    port: int = 0
    open_browser: bool = True
    window: bool = False
    at: str = ""


def serve(
    ws: Workspace, front: Front, assets: Path, announce: Callable[[str], None]
) -> None:
    """Serve until stopped; `announce` gets the address.

    Raises:
        UserError: The port is taken, or there is no desktop window here.
    """
    documents = DocumentShelf()
    main = build_main(ws, documents)
    if front.window:
        _open_window(main, assets)
        return
    listening = _listen(front.port)
    address = f"http://{HOST}:{listening.getsockname()[1]}{front.at}"

    def started() -> None:
        announce(f"Ứng dụng đang chạy tại {address} (Ctrl+C để dừng)")
        if front.open_browser:
            webbrowser.open(address)

    app = web_app(main, documents, assets, started)
    config = uvicorn.Config(
        app,
        log_level="warning",
        ws="websockets-sansio",
        ws_max_size=_MOST_MESSAGE_BYTES,
    )
    logging.getLogger("uvicorn.error").addFilter(_is_news)
    uvicorn.Server(config).run(sockets=[listening])


def _is_news(record: logging.LogRecord) -> bool:
    """Leave out that a tab was closed while Flet was still sending to it."""
    raised = record.exc_info[1] if record.exc_info else None
    return not isinstance(raised, WebSocketDisconnect)


def web_app(
    main: Main,
    documents: DocumentShelf,
    assets: Path,
    started: Callable[[], None] = lambda: None,
) -> FastAPI:
    """Return the ASGI app: the screens at "/", finished files under "/tai-lieu"."""
    app: FastAPI = flet_fastapi.FastAPI(
        docs_url=None, redoc_url=None, openapi_url=None, on_startup=[started]
    )
    client = ClientFiles()

    async def document(token: str) -> Response:
        return _document(documents, token)

    async def program(ending: str) -> Response:
        return client.program(ending)

    app.add_api_route("/tai-lieu/{token}", document)
    app.add_api_route("/main.dart.{ending}", program)

    app.mount(
        "/",
        flet_fastapi.app(
            main,
            assets_dir=str(assets),
            app_name="Kiểm tra cải cách hành chính",
            app_short_name="Kiểm tra CCHC",
            app_description="Ghi kết quả kiểm tra và lập thông báo kết luận",
            no_cdn=True,
            session_timeout_seconds=_SESSION_S,
        ),
    )
    return app


def _document(documents: DocumentShelf, token: str) -> Response:
    found = documents.take(token)
    if found is None:
        return Response("Tài liệu đã đóng. Hãy mở lại từ ứng dụng.", 404)
    return Response(
        found.data,
        media_type=found.media_type,
        headers={
            "Content-Disposition": f'inline; filename="{found.file_name}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _listen(port: int) -> socket.socket:
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        message = f"Cổng {port} đang bận. Hãy chọn cổng khác bằng --port."
        raise UserError(message) from error
    return listening


def _open_window(main: Main, assets: Path) -> None:
    if importlib.util.find_spec("flet_desktop") is None:
        raise UserError(
            "Máy này chưa có cửa sổ riêng của Flet (gói flet-desktop). "
            "Hãy chạy lại không kèm --window để mở bằng trình duyệt."
        )
    ft.run(main, assets_dir=str(assets))
