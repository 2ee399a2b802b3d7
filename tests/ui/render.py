"""Renders a component without a window; the one place that knows Flet's internals."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from types import SimpleNamespace
from typing import Any

import flet as ft
from flet.components.component import Component
from flet.components.component import Renderer as UntypedRenderer
from flet.controls.context import _context_page

Renderer: Any = UntypedRenderer


def render(component: Callable[..., Any], *args: object, **kwargs: object) -> list[Any]:
    """Return every control below a component, rendered once, in reading order."""
    nowhere: Any = SimpleNamespace()
    _context_page.set(nowhere)  # dialogs ask for a page
    root = Renderer().render(lambda: component(*args, **kwargs))
    return list(_walk(root))


def _walk(value: object) -> Iterator[Any]:
    if isinstance(value, Component):
        value._state.hook_cursor = 0
        yield from _walk(Renderer(value).render(value.fn, *value.args, **value.kwargs))
    elif isinstance(value, ft.BaseControl):
        yield value
        for field in fields(value):
            if not field.name.startswith("_"):
                yield from _walk(getattr(value, field.name, None))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _walk(item)


def words(controls: list[Any]) -> str:
    """Everything the controls say, one piece a line."""
    said: list[str] = []
    for control in controls:
        for name in ("value", "label", "content", "text", "title", "error", "helper"):
            piece = getattr(control, name, None)
            if isinstance(piece, str) and piece:
                said.append(piece)
        said.extend(span.text or "" for span in getattr(control, "spans", None) or [])
    return "\n".join(said)


def first(controls: list[Any], kind: type[Any], **having: object) -> Any:
    """The first control of a kind with these properties."""
    return next(
        c
        for c in controls
        if isinstance(c, kind)
        and all(getattr(c, name) == value for name, value in having.items())
    )
