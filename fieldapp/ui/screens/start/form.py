"""The form's panels."""

import datetime as dt
from dataclasses import dataclass

import flet as ft

from fieldapp.ui.components.date_entry import DateEntry
from fieldapp.ui.components.panels import Act, heading, panel
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.screens.start.choices import ChecklistPicker, kind_choice
from fieldapp.ui.state.services import ChecklistChoice

_UNIT_EXAMPLE = "Ví dụ: UBND xã Tân Bình"
_PARENT_EXAMPLE = "Ví dụ: UBND THÀNH PHỐ CẦN THƠ"


@dataclass(frozen=True)
class Form:
    """The texts, what is wrong with them, and what can be chosen."""

    texts: dict[str, str]
    entries: tuple[ChecklistChoice, ...]
    problems: dict[str, str]
    today: dt.date


def form_panels(form: Form, start: Act, *, busy: bool) -> list[ft.Control]:
    """The whole form, top down."""
    begin = ft.FilledButton(
        "Bắt đầu kiểm tra",
        icon=ft.Icons.PLAY_ARROW,
        on_click=start,
        disabled=busy,
        height=48,
    )
    return [_unit(form), _visit(form), _agency(form), ft.Row([begin])]


def _unit(form: Form) -> ft.Control:
    subs = "Đơn vị trực thuộc (nếu có)"
    return panel(
        heading("Phiếu và đơn vị"),
        ChecklistPicker(form.texts, form.entries),
        _entry(form, "unit_name", "Đơn vị được kiểm tra", _UNIT_EXAMPLE),
        kind_choice(form.texts),
        _entry(form, "sub_units", subs, "Mỗi dòng một tên", lines=2),
    )


def _visit(form: Form) -> ft.Control:
    return panel(
        heading("Cuộc kiểm tra"),
        _entry(form, "campaign_name", "Tên cuộc kiểm tra", lines=2),
        _entry(form, "year", "Năm kiểm tra", numeric=True),
        _visited_on(form),
        _entry(form, "leader_name", "Họ tên trưởng đoàn"),
        _entry(form, "leader_position", "Chức vụ trưởng đoàn"),
    )


def _agency(form: Form) -> ft.Control:
    return panel(
        heading("Cơ quan ban hành thông báo"),
        _entry(form, "parent", "Cơ quan chủ quản", _PARENT_EXAMPLE),
        _entry(form, "agency", "Cơ quan ban hành"),
        _entry(form, "symbol", "Ký hiệu văn bản"),
        _entry(form, "place", "Địa danh", "Ví dụ: Cần Thơ"),
    )


def _visited_on(form: Form) -> ft.Control:
    async def typed(text: str) -> None:
        form.texts["visited_on"] = text

    async def today() -> dt.date:
        return form.today

    return DateEntry(
        label="Ngày kiểm tra (ngày/tháng/năm)",
        text=form.texts.get("visited_on", ""),
        on_typed=typed,
        on_left=typed,
        today=today,
        problem=form.problems.get("visited_on", ""),
        identifier="new-visited_on",
    )


def _entry(
    form: Form,
    name: str,
    label: str,
    helper: str = "",
    lines: int = 1,
    *,
    numeric: bool = False,
) -> ft.Control:
    async def typed(text: str) -> None:
        form.texts[name] = text

    entry = TextEntry(
        label=label,
        text=form.texts.get(name, ""),
        on_typed=typed,
        identifier=f"new-{name}",
        problem=form.problems.get(name, ""),
        helper=helper,
        lines=lines,
        numeric=numeric,
        expand=True,
    )
    return ft.Row([entry])
