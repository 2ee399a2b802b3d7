"""Finished files the browser may open by address for a while.

A page image or a PDF is too big and too foreign for a widget: the browser opens
it in a tab of its own. The address holds an unguessable token, because anything
on this computer may ask the local server.
"""

import secrets
from collections import OrderedDict
from dataclasses import dataclass

_MOST_KEPT = 12


@dataclass(frozen=True)
class ShelvedDocument:
    """A file as the browser shall get it."""

    file_name: str
    media_type: str
    data: bytes


class DocumentShelf:
    """Keeps the last few documents in memory; the oldest leaves first."""

    def __init__(self) -> None:
        self._by_token: OrderedDict[str, ShelvedDocument] = OrderedDict()

    def put(self, document: ShelvedDocument) -> str:
        """Keep `document` and return the path under which it is served."""
        token = secrets.token_urlsafe(24)
        self._by_token[token] = document
        while len(self._by_token) > _MOST_KEPT:
            self._by_token.popitem(last=False)
        return f"/tai-lieu/{token}"

    def take(self, token: str) -> ShelvedDocument | None:
        """Return the document of that token, None when it is not kept (any more)."""
        return self._by_token.get(token)
