"""The right input for each answer kind. They show texts and report what is typed."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.asking import AnswerKind, AnswerSpec
from fieldapp.domain.vietnamese import decimal_text
from fieldapp.ui import theme
from fieldapp.ui.components.date_entry import DateEntry
from fieldapp.ui.components.hooks import keyed
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.state.cells import CellState

_NOT_APPLICABLE = "not_applicable"
_MOST_SEGMENTS = 4
_LONGEST_LABEL = 30
_SEGMENT_LABEL_LENGTH = 13
_LETTERS_OF_PADDING = 6
_HALF: dict[str | ft.ResponsiveRowBreakpoint, int | float] = {"xs": 12, "md": 6}
_SEGMENT = ft.ButtonStyle(
    shape=ft.RoundedRectangleBorder(radius=12),
    padding=ft.Padding.symmetric(horizontal=6, vertical=12),
)


@dataclass(frozen=True)
class InputCalls:
    """What an input reports: a keystroke, a left field, a tapped answer."""

    typed: Callable[[CellState, str, str], Awaitable[None]]
    left: Callable[[CellState], Awaitable[None]]
    chosen: Callable[[CellState, AnswerValue | None], Awaitable[object]]
    today: Callable[[], Awaitable[dt.date]]
    add_photo: Callable[[CellState], Awaitable[None]]


def answer_input(cell: CellState, calls: InputCalls) -> ft.Control:
    """The input of a cell."""
    return _INPUTS[cell.criterion.answer.type](cell, calls)


@dataclass(frozen=True)
class Field:
    """One field of an answer: its name among the texts, its words, its shape."""

    name: str
    label: str
    suffix: str = ""
    helper: str = ""
    numeric: bool = False
    lines: int = 1


def _entry(cell: CellState, calls: InputCalls, field: Field) -> ft.Control:
    async def typed(text: str) -> None:
        await calls.typed(cell, field.name, text)

    async def left(_text: str) -> None:
        await calls.left(cell)

    entry = keyed(
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
    return ft.Row([entry])


def _number(cell: CellState, calls: InputCalls) -> ft.Control:
    spec = cell.criterion.answer
    label = "Số lượng" if spec.type is AnswerKind.COUNT else _score_label(spec)
    return _entry(cell, calls, Field("value", label, spec.unit, numeric=True))


def _score_label(spec: AnswerSpec) -> str:
    low = decimal_text(spec.min) if spec.min is not None else "0"
    return f"Điểm ({low} đến {decimal_text(spec.max)})" if spec.max else "Điểm"


def _ratio(cell: CellState, calls: InputCalls) -> ft.Control:
    """Two whole numbers; or, while there are none, the percentage alone."""
    spec = cell.criterion.answer
    num = _part("num", "Tử số", spec.numerator)
    den = _part("den", "Mẫu số", spec.denominator)
    pair = [ft.Container(_entry(cell, calls, f), col=_HALF) for f in (num, den)]
    parts: list[ft.Control] = [ft.ResponsiveRow([*pair], run_spacing=12, spacing=12)]
    if not (cell.text("num") or cell.text("den")):
        alone = Field("value", "Hoặc chỉ có tỷ lệ", "%", numeric=True)
        parts.append(_entry(cell, calls, alone))
    return ft.Column(parts, spacing=12, tight=True)


def _part(name: str, otherwise: str, words: str) -> Field:
    """A number of a ratio; words too long for a label stand below the field."""
    capital = words[:1].upper() + words[1:]
    if not words or len(words) > _LONGEST_LABEL:
        return Field(name, otherwise, helper=capital, numeric=True)
    return Field(name, capital, numeric=True)


def _text(cell: CellState, calls: InputCalls) -> ft.Control:
    return _entry(cell, calls, Field("value", "Nội dung ghi nhận", lines=2))


def _document(cell: CellState, calls: InputCalls) -> ft.Control:
    fields = [
        _entry(cell, calls, Field("number", "Số, ký hiệu văn bản")),
        _date_entry(cell, calls, "issued_on", "Ngày ban hành"),
        _entry(cell, calls, Field("issuer", "Cơ quan ban hành")),
    ]
    if cell.has_field("value"):
        fields.append(_text(cell, calls))
    return ft.Column(fields, spacing=12, tight=True)


def _photos(cell: CellState, calls: InputCalls) -> ft.Control:
    """The photos are the answer: how many there are, and the way to one more."""

    async def add() -> None:
        await calls.add_photo(cell)

    return ft.Semantics(
        identifier=f"{cell.identity}-value",
        content=ft.Row(
            [
                ft.FilledTonalButton(
                    "Thêm ảnh" if cell.photos else "Chọn ảnh để trả lời",
                    icon=ft.Icons.ADD_A_PHOTO_OUTLINED,
                    on_click=add,
                    height=48,
                )
            ]
        ),
    )


def reported_input(cell: CellState, calls: InputCalls) -> ft.Control:
    """The figure the unit itself reported, beside the one the team found."""
    spec = cell.criterion.answer
    sign = "%" if spec.type is AnswerKind.RATIO else spec.unit
    return _entry(cell, calls, Field("reported", "Đơn vị báo cáo", sign, numeric=True))


def _date(cell: CellState, calls: InputCalls) -> ft.Control:
    return _date_entry(cell, calls, "value", "Ngày (ngày/tháng/năm)")


def _date_entry(
    cell: CellState, calls: InputCalls, name: str, label: str
) -> ft.Control:
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


def _yes_no(cell: CellState, calls: InputCalls) -> ft.Control:
    options = [("yes", "Có"), ("no", "Không"), (_NOT_APPLICABLE, "Không áp dụng")]
    return _segments(cell, calls, options)


def _choice(cell: CellState, calls: InputCalls) -> ft.Control:
    options = [(c.id, c.label) for c in cell.criterion.answer.choices]
    short = all(len(label) <= _SEGMENT_LABEL_LENGTH for _, label in options)
    if short and len(options) <= _MOST_SEGMENTS:
        return _segments(cell, calls, options)
    return _radios(cell, calls, options)


def _segments(
    cell: CellState, calls: InputCalls, options: list[tuple[str, str]]
) -> ft.Control:
    """Large buttons side by side; a longer word gets more room, none is cut."""
    wanted = _selected(cell)

    def button(value: str, label: str) -> ft.Control:
        chosen = value == wanted

        async def tapped() -> None:
            await calls.chosen(cell, None if chosen else _body(value))

        make = ft.FilledButton if chosen else ft.OutlinedButton
        face = make(
            ft.Text(label, size=15, font_family=theme.MEDIUM, no_wrap=True),
            icon=ft.Icons.CHECK if chosen else None,
            style=_SEGMENT,
            on_click=tapped,
            height=48,
        )
        return ft.Semantics(
            selected=chosen, content=face, expand=len(label) + _LETTERS_OF_PADDING
        )

    return ft.Semantics(
        identifier=f"{cell.identity}-value",
        content=ft.Row([button(*option) for option in options], spacing=8),
    )


def _radios(
    cell: CellState, calls: InputCalls, options: list[tuple[str, str]]
) -> ft.Control:
    async def changed(event: ft.Event[ft.RadioGroup]) -> None:
        await calls.chosen(cell, _body(event.control.value or ""))

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


_INPUTS: dict[AnswerKind, Callable[[CellState, InputCalls], ft.Control]] = {
    AnswerKind.YES_NO: _yes_no,
    AnswerKind.COUNT: _number,
    AnswerKind.RATIO: _ratio,
    AnswerKind.SCORE: _number,
    AnswerKind.DATE: _date,
    AnswerKind.TEXT: _text,
    AnswerKind.CHOICE: _choice,
    AnswerKind.DOCUMENT: _document,
    AnswerKind.PHOTO: _photos,
}
