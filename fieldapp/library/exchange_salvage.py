"""Checking the rest of a file whose shape is partly wrong.

One misspelt key must not hide forty wrong figures: what cannot be read is left
out, the rest is checked, and its places are told as they stand in the file.
"""

from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path
from fieldapp.library.exchange_file import ExchangeFile

_LISTS = (
    *("answers", "findings", "recommendations", "photos", "loose_notes"),
    *("entries", "samplings", "scores", "meetings", "responses", "aside"),
)


class Salvage:
    """A file without the keys and list items that have mistakes of shape."""

    def __init__(self, data: Any, mistakes: Iterable[Mistake]) -> None:  # noqa: ANN401 - data as parsed
        self._data = data
        self._unknown = {m.path for m in mistakes if m.code is Code.UNKNOWN_KEY}
        self._broken = {m.path[:2] for m in mistakes if m.path not in self._unknown}
        self._places = {key: self._kept(key) for key in _LISTS}

    def content(self) -> ExchangeFile | None:
        """Return what can be read, or None when the header itself cannot."""
        if not isinstance(self._data, dict):
            return None
        try:
            return ExchangeFile.model_validate(self._pruned(self._data, ()))
        except ValidationError:
            return None

    def replaced(self, mistakes: Iterable[Mistake]) -> list[Mistake]:
        """Return `mistakes` with the list positions of the whole file."""
        return [
            Mistake(self._original(m.path), m.code, m.message, at_key=m.at_key)
            for m in mistakes
        ]

    def _original(self, path: Path) -> Path:
        if len(path) > 1 and path[0] in _LISTS and isinstance(path[1], int):
            return (path[0], self._places[str(path[0])][path[1]], *path[2:])
        return path

    def _kept(self, key: str) -> list[int]:
        items = self._data.get(key) if isinstance(self._data, dict) else None
        count = len(items) if isinstance(items, list) else 0
        return [index for index in range(count) if (key, index) not in self._broken]

    def _pruned(self, value: Any, path: Path) -> Any:  # noqa: ANN401 - data as parsed
        if isinstance(value, dict):
            return {
                key: self._pruned(item, (*path, key))
                for key, item in value.items()
                if (*path, key) not in self._unknown | self._broken
            }
        if isinstance(value, list):
            return [
                self._pruned(item, (*path, index))
                for index, item in enumerate(value)
                if path not in {(key,) for key in _LISTS}
                or (*path, index) not in self._broken
            ]
        return value
