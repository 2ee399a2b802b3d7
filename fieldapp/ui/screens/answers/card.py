"""The criterion card: head, question, unit chooser, and the body of one unit."""

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from fieldapp.domain.checklist import Criterion
from fieldapp.domain.entries import is_entry
from fieldapp.domain.verdicts import verdict_of
from fieldapp.domain.vietnamese import decimal_text
from fieldapp.ui import theme
from fieldapp.ui.components.hooks import keyed, use_value
from fieldapp.ui.components.marks import unverified_mark, verdict_icon
from fieldapp.ui.components.panels import panel
from fieldapp.ui.screens.answers.body import CardCalls, CellBody
from fieldapp.ui.screens.answers.inputs.fields import quiet_action
from fieldapp.ui.screens.answers.points import PointsRow
from fieldapp.ui.state.cells import CellState


@ft.component
def CriterionCard(
    cells: Sequence[CellState], calls: CardCalls, year: int, decimals: int
) -> ft.Control:
    """One criterion; with several units, a chooser above the input."""
    chosen, choose = use_value(0)
    in_english, set_in_english = use_value(False)
    cell = cells[min(chosen, len(cells) - 1)]
    criterion = cell.criterion

    async def turn() -> None:
        set_in_english(not in_english)

    head = _head(criterion)
    if criterion.en.question:
        name = "Tiếng Việt" if in_english else "English"
        identifier = f"language-{criterion.id}"
        head.append(quiet_action(identifier, name, ft.Icons.TRANSLATE, turn))
    question, help_text = _words(criterion, in_english=in_english)
    parts: list[ft.Control] = [
        ft.Row(head, spacing=12, wrap=True, run_spacing=4),
        ft.Text(question.replace("{year}", str(year)), size=16),
    ]
    if help_text:
        parts.append(ft.Text(help_text, size=14, color=theme.MUTED))
    if len(cells) > 1:
        parts.append(_unit_chooser(cells, cell, choose, year))
    parts.append(keyed(f"body-{cell.identity}", CellBody, cell, calls, year, decimals))
    if criterion.points is not None and not is_entry(cell.unit.code):
        key = f"points-{criterion.id}"
        parts.append(keyed(key, PointsRow, criterion, cell, calls.points))
    return panel(*parts, identifier=f"criterion-{criterion.id}")


def _words(criterion: Criterion, *, in_english: bool) -> tuple[str, str]:
    """Question and help; what has no English stays Vietnamese."""
    if not in_english:
        return criterion.question, criterion.help
    return criterion.en.question, criterion.en.help or criterion.help


def _head(criterion: Criterion) -> list[ft.Control]:
    parts: list[ft.Control] = [
        ft.Text(criterion.id, font_family=theme.STRONG, color=ft.Colors.PRIMARY)
    ]
    if criterion.points is not None and criterion.points.max:
        points = decimal_text(criterion.points.max)
        parts.append(ft.Text(f"{points} điểm", size=15, color=theme.MUTED))
    if not criterion.is_fully_verified:
        parts.append(unverified_mark())
    return parts


def _unit_chooser(
    cells: Sequence[CellState],
    current: CellState,
    choose: Callable[[int], None],
    year: int,
) -> ft.Control:
    def chip(number: int, cell: CellState) -> ft.Control:
        async def select() -> None:
            choose(number)

        return keyed(cell.identity, UnitChip, cell, cell is current, select, year)

    chips = [chip(i, cell) for i, cell in enumerate(cells)]
    return ft.Row(chips, wrap=True, spacing=8, run_spacing=8)


@ft.component
def UnitChip(
    cell: CellState,
    selected: bool,  # noqa: FBT001 - a component's positional values
    on_select: Callable[[], Awaitable[None]],
    year: int,
) -> ft.Control:
    """One unit with the verdict of its answer."""
    verdict = verdict_of(cell.criterion, cell.standing, year)
    return ft.Semantics(
        identifier=f"unit-{cell.identity}",
        content=ft.Chip(
            label=cell.unit.name,
            leading=verdict_icon(verdict, 18),
            selected=selected,
            show_checkmark=False,
            on_click=on_select,
            label_text_style=ft.TextStyle(size=15, font_family=theme.MEDIUM),
            padding=ft.Padding.symmetric(horizontal=8, vertical=12),
        ),
    )
