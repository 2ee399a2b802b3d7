"""Flet's hooks and keys with honest types.

The decorator hides the `key` it accepts, and the hooks lose the type of their value
(an optional one, a dictionary); these few functions say what really comes back.
"""

from collections.abc import Callable
from typing import Any, Generic, ParamSpec, TypeVar

import flet as ft

Params = ParamSpec("Params")
Shown = TypeVar("Shown")
Held = TypeVar("Held")

NO_PROBLEMS: dict[str, str] = {}
"""A form before anything was wrong with it; never changed, only replaced."""


def keyed(
    key: str,
    component: Callable[Params, Shown],
    *args: Params.args,
    **kwargs: Params.kwargs,
) -> Shown:
    """Return `component(*args, **kwargs)` that keeps its state while `key` stays."""
    kwargs["key"] = key
    return component(*args, **kwargs)


def use_value(initial: Held) -> tuple[Held, Callable[[Held], None]]:
    """Return a state and its setter; setting an equal value redraws nothing."""
    make: Any = ft.use_state  # its overloads cannot be told a type variable
    held, put = make(lambda: initial)

    def set_to(value: Held) -> None:
        put(lambda _old: value)

    return held, set_to


def use_optional(
    _kind: type[Held],
) -> tuple[Held | None, Callable[[Held | None], None]]:
    """Return a state that is None at first, for example until something is read."""
    nothing: Held | None = None
    return use_value(nothing)


class Box(Generic[Held]):
    """Holds a value whose change redraws nothing, for example typed text."""

    def __init__(self, current: Held) -> None:
        self.current = current


def use_box(initial: Callable[[], Held]) -> Box[Held]:
    """Return the component's box; `initial` is asked once."""
    box: Box[Held] = ft.use_memo(lambda: Box(initial()), [])
    return box
