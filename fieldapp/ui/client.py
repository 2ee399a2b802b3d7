"""The ready-made browser client, with its one English word put into Vietnamese.

Flet's web client says "Working..." while it connects and offers no setting for it
(1.0.5). The compiled constant is replaced on its way to the browser; the WebAssembly
one by a text of the very same length in bytes. A client without it is sent as it is.
"""

from functools import cache
from pathlib import Path

import flet_web
from fastapi.responses import Response

_ENGLISH = b"\x0aWorking...\x03"
_VIETNAMESE = b"\x0a" + "Đang mở".encode() + b"\x03"
"""Ten bytes, as the length before it says."""

_MEDIA_TYPES = {
    "js": "text/javascript",
    "mjs": "text/javascript",
    "wasm": "application/wasm",
}


class ClientFiles:
    """Gives out the client's compiled program."""

    def program(self, ending: str) -> Response:
        """Return main.dart.<ending>, 404 for one that is not there."""
        if ending not in _MEDIA_TYPES:
            return Response(status_code=404)
        return Response(
            _translated(ending),
            media_type=_MEDIA_TYPES[ending],
            headers={
                "Cache-Control": "no-cache",
                "Cross-Origin-Embedder-Policy": "require-corp",
                "Cross-Origin-Resource-Policy": "same-origin",
            },
        )


@cache
def _translated(ending: str) -> bytes:
    path = Path(flet_web.__file__).parent / "web" / f"main.dart.{ending}"
    data = path.read_bytes()
    if ending == "js":
        return data.replace(b'"Working..."', '"Đang mở"'.encode())
    return data.replace(_ENGLISH, _VIETNAMESE)
