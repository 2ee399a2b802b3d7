"""Serves the app to a browser on this computer.

The only module of the UI that knows a web server; a phone build never imports it.
"""

from pathlib import Path

import flet_web.fastapi as flet_fastapi
import uvicorn
from fastapi import FastAPI
from fastapi.responses import Response
from flet import AppCallable

from fieldapp.ui.documents import DocumentShelf

_MOST_MESSAGE_BYTES = 96 * 1024 * 1024
"""A photo comes as one WebSocket message; uvicorn's own limit is 16 MB."""

_SESSION_S = 900
"""How long a closed tab is remembered; each costs memory."""


def web_app(main: AppCallable, documents: DocumentShelf, assets: Path) -> FastAPI:
    """Return the ASGI app: the screens at "/", finished files under "/tai-lieu"."""
    app = flet_fastapi.FastAPI(docs_url=None, redoc_url=None, openapi_url=None)

    @app.get("/tai-lieu/{token}")
    async def document(token: str) -> Response:
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


def serve(
    main: AppCallable, documents: DocumentShelf, assets: Path, *, host: str, port: int
) -> None:
    """Serve until stopped."""
    config = uvicorn.Config(
        web_app(main, documents, assets),
        host=host,
        port=port,
        log_level="warning",
        ws="websockets-sansio",
        ws_max_size=_MOST_MESSAGE_BYTES,
    )
    uvicorn.Server(config).run()
