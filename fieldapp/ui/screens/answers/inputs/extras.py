"""What may be said of a figure beyond itself: a menu beside it, opened when needed."""

import flet as ft

from fieldapp.domain.asking import FIGURES, AnswerKind
from fieldapp.ui.components.menu_button import menu_face, menu_item
from fieldapp.ui.screens.answers.inputs.fields import InputCalls
from fieldapp.ui.screens.answers.inputs.figures import has_change, has_pair
from fieldapp.ui.state.cells import CellState

_WITH_EXTRAS = FIGURES | {AnswerKind.INDEX, AnswerKind.BREAKDOWN}
_BOUND = "Chỉ biết mức: trên, từ, dưới, không quá"
_CHANGE = "So với kỳ trước: tăng, giảm"


def extra_menu(cell: CellState, calls: InputCalls) -> list[ft.Control]:
    """The menu, nothing where all of it is shown already."""
    if cell.criterion.answer.type not in _WITH_EXTRAS:
        return []

    async def open_bound() -> None:
        await calls.put(cell, {"comparator": ""})

    async def open_change() -> None:
        await calls.put(cell, {"change": ""})

    items = []
    if not (cell.has_field("comparator") or has_pair(cell)):
        items.append(menu_item(_BOUND, open_bound))
    if not has_change(cell):
        items.append(menu_item(_CHANGE, open_change))
    if not items:
        return []
    button = ft.PopupMenuButton(
        content=menu_face("Mức, so sánh"), items=items, tooltip=""
    )
    return [ft.Semantics(identifier=f"{cell.identity}-extras", content=button)]
