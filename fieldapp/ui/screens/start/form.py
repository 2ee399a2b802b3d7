"""The form's panels."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import flet as ft

from fieldapp.ui.components.date_entry import DateEntry
from fieldapp.ui.components.marks import to_correct
from fieldapp.ui.components.panels import Act, heading, panel
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.screens.start.choices import ChecklistPicker, kind_choice
from fieldapp.ui.state.services import ChecklistChoice

_UNIT_EXAMPLE = "Ví dụ: UBND xã Tân Bình"
_SUB_UNITS = (
    "Mỗi dòng một tên. Dưới xã, phường thì ghi cả loại, ví dụ: Thôn Một; nơi khác "
    "chỉ ghi tên."
)
_PARENT_EXAMPLE = "Ví dụ: UBND THÀNH PHỐ CẦN THƠ"
_LABELS = {
    "checklist": "Bộ tiêu chí",
    "unit_name": "Đơn vị được kiểm tra",
    "sub_units": "Đơn vị trực thuộc (nếu có)",
    "campaign_name": "Tên cuộc kiểm tra",
    "year": "Năm kiểm tra",
    "visited_on": "Ngày kiểm tra (ngày/tháng/năm)",
    "leader_name": "Họ tên trưởng đoàn",
    "leader_position": "Chức vụ trưởng đoàn",
    "parent": "Cơ quan chủ quản",
    "agency": "Cơ quan ban hành",
    "symbol": "Ký hiệu văn bản",
    "place": "Địa danh",
    "province": "Tỉnh, thành phố",
}
"""The fields' names, in the order in which they stand on the screen."""


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
    panels = [_unit(form), _visit(form), _agency(form)]
    if form.problems:
        panels.append(_left_to_do(form.problems))
    return [*panels, ft.Row([begin])]


def scroll_key(name: str) -> str:
    """Where the screen can be scrolled to, to show a field."""
    return f"at-{name}"


def in_order(problems: dict[str, str]) -> list[str]:
    """The fields that have a problem, as they stand on the screen."""
    return [name for name in _LABELS if name in problems]


def _left_to_do(problems: dict[str, str]) -> ft.Control:
    """Said at the button, for who no longer sees the fields themselves."""
    names = ", ".join(_LABELS[name] for name in in_order(problems))
    return ft.Semantics(
        identifier="left-to-do",
        content=to_correct(f"Chưa bắt đầu được. Cần sửa: {names}."),
    )


def _unit(form: Form) -> ft.Control:
    return panel(
        heading("Bộ tiêu chí và đơn vị"),
        ft.Container(ChecklistPicker(form.texts, form.entries), key=_at("checklist")),
        _entry(form, "unit_name", _UNIT_EXAMPLE, lines=2),
        kind_choice(form.texts),
        _entry(form, "sub_units", _SUB_UNITS, lines=2),
    )


def _visit(form: Form) -> ft.Control:
    return panel(
        heading("Cuộc kiểm tra"),
        _entry(form, "campaign_name", lines=2),
        _entry(form, "year", numeric=True),
        ft.Container(_visited_on(form), key=_at("visited_on")),
        _entry(form, "leader_name"),
        _entry(form, "leader_position"),
    )


def _agency(form: Form) -> ft.Control:
    return panel(
        heading("Cơ quan ban hành thông báo"),
        _entry(form, "parent", _PARENT_EXAMPLE),
        _entry(form, "agency"),
        _entry(form, "symbol"),
        _entry(form, "place", "Ví dụ: Cần Thơ"),
        _entry(form, "province", "Chọn chỉ tiêu của tỉnh. Ví dụ: Thành phố Cần Thơ"),
    )


def _visited_on(form: Form) -> ft.Control:
    async def typed(text: str) -> None:
        form.texts["visited_on"] = text

    async def today() -> dt.date:
        return form.today

    return DateEntry(
        label=_LABELS["visited_on"],
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
    helper: str = "",
    lines: int = 1,
    *,
    numeric: bool = False,
) -> ft.Control:
    async def typed(text: str) -> None:
        form.texts[name] = text

    entry = TextEntry(
        label=_LABELS[name],
        text=form.texts.get(name, ""),
        on_typed=typed,
        identifier=f"new-{name}",
        problem=form.problems.get(name, ""),
        helper=helper,
        lines=lines,
        numeric=numeric,
        expand=True,
    )
    return ft.Row([entry], key=_at(name))


def _at(name: str) -> ft.ScrollKey:
    make: Any = ft.ScrollKey  # its decorator hides what it takes
    key: ft.ScrollKey = make(scroll_key(name))
    return key
