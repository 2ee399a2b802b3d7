"""One criterion at one unit: input, verdict, status, note and photos."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.answers import STATUS_NAMES, AnswerStatus, AnswerValue
from fieldapp.domain.asking import FIGURES, AnswerKind
from fieldapp.domain.checklist import Level
from fieldapp.domain.doubts import reported_difference
from fieldapp.domain.verdicts import Verdict
from fieldapp.domain.vietnamese import number_text
from fieldapp.domain.wording import target_label, value_text
from fieldapp.ui import theme
from fieldapp.ui.components.hooks import keyed, use_box, use_value
from fieldapp.ui.components.marks import saved_mark, to_correct, verdict_row
from fieldapp.ui.components.panels import warning
from fieldapp.ui.components.photo_strip import PhotoCalls, PhotoRow
from fieldapp.ui.components.status_menu import StatusMenu
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.screens.answers.inputs.by_kind import answer_input
from fieldapp.ui.screens.answers.inputs.extras import extra_menu
from fieldapp.ui.screens.answers.inputs.fields import InputCalls, quiet_action
from fieldapp.ui.screens.answers.inputs.figures import reported_input
from fieldapp.ui.screens.answers.points import PointCalls
from fieldapp.ui.screens.answers.said import said_value
from fieldapp.ui.state.cells import CellState

REPORT = "Số đơn vị báo cáo"


@dataclass(frozen=True)
class CardCalls:
    """Everything a card reports; one object per inspection, so cards stay still."""

    input: InputCalls
    typed_note: Callable[[CellState, str], Awaitable[None]]
    left_note: Callable[[CellState], Awaitable[None]]
    photo: Callable[[CellState], PhotoCalls]
    points: PointCalls


@ft.component
def CellBody(cell: CellState, calls: CardCalls, year: int, decimals: int) -> ft.Control:
    """Input, verdict, status, note and photos of one criterion at one unit."""
    noting, set_noting = use_value(bool(cell.typed_note))
    reporting, set_reporting = use_value(False)

    async def status_chosen(body: AnswerValue | None) -> None:
        await calls.input.chosen(cell, body)

    async def open_note() -> None:
        set_noting(True)

    async def open_report() -> None:
        set_reporting(True)

    async def add_photo() -> None:
        await calls.input.add_photo(cell)

    if cell.is_calculated:
        return calculated_body(cell, calls, year, decimals)
    numeric = cell.criterion.answer.type in FIGURES
    # Once shown it stays: a field that went when emptied would take the next key.
    reported = use_box(lambda: False)
    reported.current = reported.current or reporting or cell.has_field("reported")
    has_report = reported.current
    parts = [answer_input(cell, calls.input)]
    if numeric and has_report:
        parts.append(reported_input(cell, calls.input))
    parts.append(_verdict(cell, calls, year, decimals))
    parts.extend(_difference(cell))
    parts.extend(broken_rules(cell))
    if noting or cell.typed_note:
        parts.append(_note(cell, calls))
    parts.extend(
        keyed(photo.id, PhotoRow, photo, calls.photo(cell), number)
        for number, photo in enumerate(cell.photos, start=1)
    )
    actions: list[ft.Control] = [
        StatusMenu(
            body=cell.preview,
            identifier=f"{cell.identity}-status",
            on_chosen=status_chosen,
        ),
        *extra_menu(cell, calls.input),
    ]
    if numeric and not has_report:
        chart = ft.Icons.SUMMARIZE_OUTLINED
        actions.append(_action(REPORT, chart, open_report, cell, "reported"))
    if not (noting or cell.typed_note):
        actions.append(_action("Ghi chú", ft.Icons.EDIT_NOTE, open_note, cell, "note"))
    if cell.criterion.answer.type is not AnswerKind.PHOTO:
        photo_name = f"Ảnh ({len(cell.photos)})" if cell.photos else "Ảnh"
        camera = ft.Icons.ADD_A_PHOTO_OUTLINED
        actions.append(_action(photo_name, camera, add_photo, cell, "photo"))
    parts.append(ft.Row(actions, wrap=True, spacing=0, run_spacing=0))
    parts.append(_foot(cell))
    return ft.Column(parts, spacing=12, tight=True)


def calculated_body(
    cell: CellState, calls: CardCalls, year: int, decimals: int
) -> ft.Control:
    """What follows from other answers: nothing to type."""
    body = cell.body
    text = value_text(cell.criterion, body, year, decimals) if body else None
    counts = ""
    if body is not None and body.num is not None and body.den is not None:
        counts = f"{number_text(str(body.num))}/{number_text(str(body.den))}, "
    said = f"{counts}{text}" if text else "Chưa tính được: còn thiếu trả lời"
    shown = ft.Text(said, size=17, font_family=theme.STRONG)
    note = ft.Text("Tự tính từ các trả lời khác", size=14, color=theme.MUTED)
    row = verdict_row(calls.input.judge(cell), "", "", _target(cell, year))
    parts: list[ft.Control] = [
        ft.Semantics(identifier=f"{cell.identity}-value", content=shown)
    ]
    if body is not None:
        parts.append(row)
    return ft.Column([*parts, *broken_rules(cell), note], spacing=12, tight=True)


def _target(cell: CellState, year: int) -> str:
    return target_label(cell.criterion, year) or ""


def broken_rules(cell: CellState) -> list[ft.Control]:
    """The checklist's own doubts about an answer; the answer is saved all the same."""
    return [
        warning(broken.message, serious=broken.level is Level.ERROR)
        for broken in cell.violations
    ]


def _difference(cell: CellState) -> list[ft.Control]:
    """How the unit's own figure differs from the one found, at once."""
    body = cell.shown
    if body is None or cell.problems:
        return []
    found = reported_difference(cell.criterion, body)
    return [warning(found)] if found else []


def _verdict(cell: CellState, calls: CardCalls, year: int, decimals: int) -> ft.Control:
    if cell.problems:
        return to_correct("Số liệu cần sửa, chưa lưu")
    if cell.unfinished:
        return to_correct("Còn thiếu một số, chưa lưu")
    body, verdict = cell.shown, calls.input.judge(cell)
    target = _target(cell, year)
    word, value = "Chưa trả lời" if body is None else "", ""
    if body is not None and body.status is not AnswerStatus.GIVEN:
        word = STATUS_NAMES[body.status]
    elif body is not None:
        value = said_value(cell.criterion, body, year, decimals)
        # Answered, only nobody can say on which side of the target.
        word = "Chưa rõ đạt hay không" if verdict is Verdict.UNKNOWN else ""
    if verdict is Verdict.RECORDED:
        target = ""
    return verdict_row(verdict, word, value, target)


def _note(cell: CellState, calls: CardCalls) -> ft.Control:
    async def typed(text: str) -> None:
        await calls.typed_note(cell, text)

    async def left(_text: str) -> None:
        await calls.left_note(cell)

    return ft.Row(
        [
            keyed(
                f"{cell.identity}-note-{cell.generation}",
                TextEntry,
                label="Ghi chú",
                text=cell.typed_note,
                on_typed=typed,
                on_left=left,
                identifier=f"{cell.identity}-note",
                lines=2,
                expand=True,
            )
        ]
    )


def _action(
    text: str,
    icon: ft.IconData,
    act: Callable[[], Awaitable[None]],
    cell: CellState,
    name: str,
) -> ft.Control:
    return quiet_action(f"{cell.identity}-add-{name}", text, icon, act)


def _foot(cell: CellState) -> ft.Control:
    proof = cell.criterion.evidence.description
    text = f"Minh chứng: {proof}" if proof else ""
    return ft.Row(
        [
            ft.Text(text, size=14, color=theme.MUTED, expand=True),
            saved_mark(cell.saved_text(), failed=cell.has_trouble),
        ],
        vertical_alignment=ft.CrossAxisAlignment.START,
        spacing=8,
    )
