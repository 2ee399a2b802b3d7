"""A text field that leaves the typing alone.

Flet sends a field's value back at every redraw; a redraw between two keystrokes
would then undo the second one and break Telex. So the value is given once, when the
field first appears, and afterwards only read (`value=None` keeps what stands
there). To fill a field anew, give the component another `key`.

What was typed is taken from the event, never from its control: events run after a
redraw that came in between, and the redrawn control knows no text.
"""

from collections.abc import Awaitable, Callable
from typing import cast

import flet as ft

Typed = Callable[[str], Awaitable[None]]

_UNTOUCHED = cast("str", None)
"""Flet keeps the client's text for a field whose value is None."""


_SMALL = ft.TextStyle(size=14)
"""Material's own 12 is too small to be read outdoors."""


async def _nothing(_text: str) -> None:
    """Do nothing."""


@ft.component
def TextEntry(  # noqa: PLR0913 - the options of a form field
    *,
    label: str,
    text: str = "",
    on_typed: Typed = _nothing,
    on_left: Typed = _nothing,
    identifier: str = "",
    problem: str = "",
    helper: str = "",
    suffix: str = "",
    numeric: bool = False,
    lines: int = 1,
    secret: bool = False,
    expand: bool = False,
    width: float | None = None,
    icon: ft.IconData | None = None,
) -> ft.Control:
    """A labelled field; `on_left` gets the text when the focus leaves."""
    appeared = ft.use_ref(False)
    value = _UNTOUCHED if appeared.current else text
    appeared.current = True
    typed = ft.use_ref(text)

    async def changed(event: ft.Event[ft.TextField]) -> None:
        typed.current = str(event.data or "")
        await on_typed(str(event.data or ""))

    async def left(_event: ft.Event[ft.TextField]) -> None:
        await on_left(typed.current or "")

    several = lines > 1
    field = ft.TextField(
        label=label,
        value=value,
        error=problem or None,
        error_max_lines=4,
        error_style=_SMALL,
        helper=helper or None,
        helper_max_lines=3,
        helper_style=_SMALL,
        suffix=suffix or None,
        prefix_icon=icon,
        password=secret,
        can_reveal_password=secret,
        multiline=several,
        min_lines=lines if several else None,
        max_lines=12 if several else None,
        keyboard_type=_keyboard(numeric=numeric, several=several),
        text_size=16,
        text_align=ft.TextAlign.START,
        border=ft.OutlineInputBorder(border_radius=12),
        on_change=changed,
        on_blur=left,
        on_submit=left if not several else None,
        autocorrect=False,
        smart_quotes_type=False,
        smart_dashes_type=False,
        width=width,
        expand=not identifier and expand,
    )
    if not identifier:
        return field
    return ft.Semantics(identifier=identifier, content=field, expand=expand)


def _keyboard(*, numeric: bool, several: bool) -> ft.KeyboardType:
    if several:
        return ft.KeyboardType.MULTILINE
    return ft.KeyboardType.NUMBER if numeric else ft.KeyboardType.TEXT
