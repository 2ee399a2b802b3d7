"""What every input is made of: fields that are typed into, buttons that are tapped."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.verdicts import Verdict
from fieldapp.ui import theme
from fieldapp.ui.components.date_entry import DateEntry
from fieldapp.ui.components.hooks import keyed
from fieldapp.ui.components.panels import Act
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.state.cells import CellState

LONGEST_LABEL = 30
_LETTERS_OF_PADDING = 6
_LETTERS_OF_ICON = 4
_MANY = 3
_HALF: dict[str | ft.ResponsiveRowBreakpoint, int | float] = {"xs": 12, "md": 6}
_SEGMENT = ft.ButtonStyle(
    shape=ft.RoundedRectangleBorder(radius=12),
    padding=ft.Padding.symmetric(horizontal=6, vertical=12),
)

Option = tuple[str, str]
"""What is saved, and its word."""


@dataclass(frozen=True)
class InputCalls:
    """What an input reports.

    `typed` a keystroke, `left` a field that lost the focus, `chosen` a whole answer
    that was tapped, `put` fields filled by a tap, `drop` a row taken off (by the
    beginning of its fields' names; then what to say while undoing is offered).
    `judge` says how what stands in the fields is held against its target.
    """

    typed: Callable[[CellState, str, str], Awaitable[None]]
    left: Callable[[CellState], Awaitable[None]]
    chosen: Callable[[CellState, AnswerValue | None], Awaitable[object]]
    today: Callable[[], Awaitable[dt.date]]
    add_photo: Callable[[CellState], Awaitable[None]]
    put: Callable[[CellState, Mapping[str, str]], Awaitable[None]]
    drop: Callable[[CellState, str, str], Awaitable[None]]
    judge: Callable[[CellState], Verdict]


@dataclass(frozen=True)
class Field:
    """One field of an answer: its name among the texts, its words, its shape.

    `beside` are texts that are put down with what is typed: a row that was only
    offered becomes one about its item.
    """

    name: str
    label: str
    suffix: str = ""
    helper: str = ""
    numeric: bool = False
    lines: int = 1
    beside: tuple[tuple[str, str], ...] = ()


def entry(cell: CellState, calls: InputCalls, field: Field) -> ft.Control:
    """The field with what stands in it."""

    async def typed(text: str) -> None:
        for name, other in field.beside:
            cell.put_text(name, other)
        await calls.typed(cell, field.name, text)

    async def left(_text: str) -> None:
        await calls.left(cell)

    shown = keyed(
        f"{cell.identity}-{field.name}-{cell.generation}",
        TextEntry,
        label=field.label,
        text=cell.text(field.name),
        on_typed=typed,
        on_left=left,
        identifier=f"{cell.identity}-{field.name}",
        problem=cell.problem(field.name),
        suffix=field.suffix,
        helper=field.helper,
        numeric=field.numeric,
        lines=field.lines,
        expand=True,
    )
    return ft.Row([shown])


def named_number(name: str, otherwise: str, words: str, suffix: str = "") -> Field:
    """A number called by its words; too long for a label they stand below it."""
    capital = words[:1].upper() + words[1:]
    if not words or len(words) > LONGEST_LABEL:
        return Field(name, otherwise, suffix, helper=capital, numeric=True)
    return Field(name, capital, suffix, numeric=True)


def side_by_side(controls: Sequence[ft.Control]) -> ft.Control:
    """Two in a row where the window is wide, one below the other on a phone."""
    halves: list[ft.Control] = [ft.Container(c, col=_HALF) for c in controls]
    return ft.ResponsiveRow(halves, run_spacing=12, spacing=12)


def stacked(controls: Sequence[ft.Control], spacing: int = 12) -> ft.Control:
    """One below the other."""
    return ft.Column(list(controls), spacing=spacing, tight=True)


def caption(text: str) -> ft.Control:
    """What a group of buttons or fields is about."""
    return ft.Text(text, size=14, color=theme.MUTED)


def date_entry(cell: CellState, calls: InputCalls, name: str, label: str) -> ft.Control:
    """A day: typed, picked from a calendar, or today."""

    async def typed(text: str) -> None:
        await calls.typed(cell, name, text)

    async def left(_text: str) -> None:
        await calls.left(cell)

    return keyed(
        f"{cell.identity}-{name}-{cell.generation}",
        DateEntry,
        label=label,
        text=cell.text(name),
        problem=cell.problem(name),
        identifier=f"{cell.identity}-{name}",
        on_typed=typed,
        on_left=left,
        today=calls.today,
    )


def segments(
    identifier: str,
    options: Sequence[Option],
    wanted: str | None,
    tap: Callable[[str | None], Awaitable[object]],
) -> ft.Control:
    """Large buttons side by side; a longer word gets more room, none is cut.

    Tapping the chosen one takes it back: `tap` then gets None.
    """

    def button(value: str, label: str) -> ft.Control:
        chosen = value == wanted

        async def tapped() -> None:
            await tap(None if chosen else value)

        make = ft.FilledButton if chosen else ft.OutlinedButton
        face = make(
            ft.Text(label, size=15, font_family=theme.MEDIUM, no_wrap=True),
            icon=ft.Icons.CHECK if chosen else None,
            style=_SEGMENT,
            on_click=tapped,
            height=48,
        )
        # Four in a row are so narrow that the mark of the chosen one needs room too.
        icon = _LETTERS_OF_ICON if chosen and len(options) > _MANY else 0
        return ft.Semantics(
            selected=chosen,
            content=face,
            expand=len(label) + _LETTERS_OF_PADDING + icon,
        )

    return ft.Semantics(
        identifier=identifier,
        content=ft.Row([button(*option) for option in options], spacing=8),
    )


def text_segments(
    cell: CellState, calls: InputCalls, name: str, options: Sequence[Option]
) -> ft.Control:
    """Buttons that fill one of the fields."""

    async def tap(value: str | None) -> None:
        await calls.put(cell, {name: value or ""})

    return segments(f"{cell.identity}-{name}", options, cell.text(name) or None, tap)


def quiet_action(identifier: str, text: str, icon: ft.IconData, act: Act) -> ft.Control:
    """A text button for what is seldom wanted."""
    return ft.Semantics(
        identifier=identifier,
        content=ft.TextButton(text, icon=icon, on_click=act, height=48),
    )
