"""What is answered by one tap: yes or no, one of several."""

import flet as ft

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.asking import AnswerKind
from fieldapp.ui.screens.answers.inputs.fields import InputCalls, Option, segments
from fieldapp.ui.state.cells import CellState

_NOT_APPLICABLE = "not_applicable"
_MOST_SEGMENTS = 4
_SEGMENT_LABEL_LENGTH = 13


def yes_no(cell: CellState, calls: InputCalls) -> ft.Control:
    """Có, Không, Không áp dụng."""
    options = [("yes", "Có"), ("no", "Không"), (_NOT_APPLICABLE, "Không áp dụng")]
    return _segments(cell, calls, options)


def choice(cell: CellState, calls: InputCalls) -> ft.Control:
    """Few short words side by side, otherwise one below the other."""
    options = [(c.id, c.label) for c in cell.criterion.answer.choices]
    short = all(len(label) <= _SEGMENT_LABEL_LENGTH for _, label in options)
    if short and len(options) <= _MOST_SEGMENTS:
        return _segments(cell, calls, options)
    return _radios(cell, calls, options)


def _segments(cell: CellState, calls: InputCalls, options: list[Option]) -> ft.Control:
    async def tap(value: str | None) -> None:
        await calls.chosen(cell, None if value is None else _body(value))

    return segments(f"{cell.identity}-value", options, _selected(cell), tap)


def _radios(cell: CellState, calls: InputCalls, options: list[Option]) -> ft.Control:
    async def changed(event: ft.Event[ft.RadioGroup]) -> None:
        # A redraw may have come in between: its control says the old choice.
        value = event.data or event.control.value or ""
        await calls.chosen(cell, _body(str(value)))

    return ft.Semantics(
        identifier=f"{cell.identity}-value",
        content=ft.RadioGroup(
            value=_selected(cell),
            on_change=changed,
            content=ft.Column(
                [ft.Radio(value=value, label=label) for value, label in options],
                spacing=0,
                tight=True,
            ),
        ),
    )


def _body(value: str) -> AnswerValue:
    if value == _NOT_APPLICABLE:
        return AnswerValue(status=AnswerStatus.NOT_APPLICABLE)
    return AnswerValue(value=value)


def _selected(cell: CellState) -> str | None:
    body = cell.preview
    if body is None:
        return None
    if body.status is AnswerStatus.NOT_APPLICABLE:
        is_yes_no = cell.criterion.answer.type is AnswerKind.YES_NO
        return _NOT_APPLICABLE if is_yes_no else None
    return body.value
