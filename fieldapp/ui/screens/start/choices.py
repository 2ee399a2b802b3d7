"""Choosing a checklist and the unit's kind."""

from collections.abc import Awaitable, Callable

import flet as ft

from fieldapp.domain.units import UNIT_KIND_NAMES, UnitKind
from fieldapp.ui import theme
from fieldapp.ui.components.hooks import use_value
from fieldapp.ui.state.services import ChecklistChoice

_KINDS = (
    UnitKind.XA,
    UnitKind.PHUONG,
    UnitKind.DAC_KHU,
    UnitKind.SO,
    UnitKind.PHONG,
    UnitKind.QUAN,
    UnitKind.HUYEN,
    UnitKind.THI_XA,
    UnitKind.THI_TRAN,
    UnitKind.THANH_PHO,
    UnitKind.TINH,
    UnitKind.KHAC,
)


@ft.component
def ChecklistPicker(
    form: dict[str, str], entries: tuple[ChecklistChoice, ...]
) -> ft.Control:
    """The checklists as rows: their titles are too long for a drop-down."""
    chosen, choose = use_value(form.get("checklist", ""))

    def row(entry: ChecklistChoice) -> ft.Control:
        async def tapped() -> None:
            form["checklist"] = entry.id
            choose(entry.id)

        return _picker_row(entry, tapped, on=entry.id == chosen)

    rows = [ft.Text("Bộ tiêu chí", size=14, color=theme.MUTED)]
    return ft.Column([*rows, *(row(e) for e in entries)], spacing=8, tight=True)


def _picker_row(
    entry: ChecklistChoice, tapped: Callable[[], Awaitable[None]], *, on: bool
) -> ft.Control:
    icon = ft.Icons.RADIO_BUTTON_CHECKED if on else ft.Icons.RADIO_BUTTON_UNCHECKED
    colour = ft.Colors.PRIMARY if on else ft.Colors.OUTLINE_VARIANT
    return ft.Semantics(
        identifier=f"pick-{entry.id}",
        button=True,
        selected=on,
        content=ft.Container(
            content=ft.Row(
                [
                    ft.Icon(icon, color=ft.Colors.PRIMARY),
                    ft.Text(
                        f"{entry.title} ({entry.criteria_count} tiêu chí)", expand=True
                    ),
                ],
                spacing=12,
            ),
            padding=12,
            border_radius=12,
            border=ft.Border.all(2 if on else 1, colour),
            on_click=tapped,
            ink=True,
        ),
    )


def kind_choice(form: dict[str, str]) -> ft.Control:
    """The kinds of unit as a drop-down."""
    options = tuple((k.value, UNIT_KIND_NAMES[k].capitalize()) for k in _KINDS)
    return Choice(label="Loại đơn vị", options=options, form=form, name="unit_kind")


@ft.component
def Choice(
    *, label: str, options: tuple[tuple[str, str], ...], form: dict[str, str], name: str
) -> ft.Control:
    """A drop-down that writes into the form."""
    value, set_value = use_value(form.get(name, ""))

    async def chosen(event: ft.Event[ft.Dropdown]) -> None:
        form[name] = event.control.value or ""
        set_value(form[name])

    return ft.Semantics(
        identifier=f"new-{name}",
        content=ft.Dropdown(
            label=label,
            value=value,
            options=[ft.DropdownOption(key=k, text=t) for k, t in options],
            on_select=chosen,
            expand=True,
            border=ft.OutlineInputBorder(border_radius=12),
            expanded_insets=0,
        ),
    )
