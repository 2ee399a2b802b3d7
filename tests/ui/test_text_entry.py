"""What a person typed arrives, whatever is drawn in the meantime."""

import asyncio
from types import SimpleNamespace
from typing import Any

import flet as ft

from fieldapp.ui.components.text_entry import TextEntry
from tests.ui.render import first, render


def redrawn(data: str | None) -> Any:
    """An event that runs after a redraw: its control knows no text."""
    return SimpleNamespace(data=data, control=SimpleNamespace(value=None))


def test_a_redraw_between_typing_and_its_event_empties_nothing() -> None:
    typed: list[str] = []
    left: list[str] = []

    async def on_typed(text: str) -> None:
        typed.append(text)

    async def on_left(text: str) -> None:
        left.append(text)

    drawn = render(TextEntry, label="Số", text="7", on_typed=on_typed, on_left=on_left)
    field = first(drawn, ft.TextField)

    asyncio.run(field.on_blur(redrawn(None)))
    asyncio.run(field.on_change(redrawn("71")))
    asyncio.run(field.on_blur(redrawn(None)))
    asyncio.run(field.on_change(redrawn("")))

    assert typed == ["71", ""]
    assert left == ["7", "71"]
