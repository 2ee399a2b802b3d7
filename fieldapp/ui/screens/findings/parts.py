"""What finding and recommendation cards share."""

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from fieldapp.ui import theme
from fieldapp.ui.components.hooks import keyed
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.contexts import (
    Action,
)
from fieldapp.ui.state.inspection import InspectionState

Reload = Callable[[], Awaitable[None]]


def replace(state: InspectionState, **parts: Sequence[object]) -> None:
    """Put new lists into the record; whoever shows it is redrawn."""
    state.shared.record = state.record.model_copy(update=parts)


def add_button(label: str, add: Reload, work: Action) -> ft.Control:
    """The button that adds what was typed."""
    return ft.Row(
        [
            ft.FilledTonalButton(
                label, icon=ft.Icons.ADD, on_click=add, disabled=work.busy, height=48
            )
        ]
    )


def label(text: str) -> ft.Control:
    """What kind of thing a card holds."""
    return ft.Text(text, size=15, font_family=theme.MEDIUM, color=ft.Colors.PRIMARY)


def text_entry(
    text: str,
    label: str,
    left: Callable[[str], Awaitable[None]],
    identifier: str,
    *,
    helper: str = "",
    lines: int = 2,
) -> ft.Control:
    """A text of a card, saved on leaving it."""
    # Another text saved meanwhile is another field: what stood there is not put back.
    entry = keyed(
        f"{identifier}={text}",
        TextEntry,
        label=label,
        text=text,
        on_left=left,
        identifier=identifier,
        lines=lines,
        helper=helper,
        expand=True,
    )
    return ft.Row([entry])


def unit_chips(
    state: InspectionState,
    chosen: tuple[str, ...],
    choose: Callable[[tuple[str, ...]], Awaitable[None]],
    identifier: str,
    words: str = "Ở đơn vị (không chọn: nói chung)",
) -> list[ft.Control]:
    """Which units something is about; nothing where there is only one unit."""
    units = state.record.inspection.sub_units
    if not units:
        return []

    def chip(code: str, name: str) -> ft.Control:
        on = code in chosen

        async def tapped() -> None:
            wanted = {*chosen, code} if not on else {*chosen} - {code}
            await choose(tuple(u.code for u in units if u.code in wanted))

        return ft.Semantics(
            identifier=f"{identifier}-{code}",
            content=ft.Chip(
                label=name,
                selected=on,
                on_click=tapped,
                label_text_style=ft.TextStyle(size=15),
                padding=ft.Padding.symmetric(horizontal=8, vertical=12),
            ),
        )

    chips = [chip(u.code, u.name) for u in units]
    title = ft.Text(words, size=14, color=theme.MUTED)
    return [title, ft.Row(chips, wrap=True, spacing=8, run_spacing=8)]


def remove_button(label: str, remove: Reload) -> ft.Control:
    """Takes a card off; undoing is offered."""
    return ft.Row(
        [ft.TextButton(label, icon=ft.Icons.DELETE_OUTLINE, on_click=remove, height=48)]
    )
