"""Thông tin cuộc kiểm tra: visit, period, unit's head, team, legal basis, agency."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import flet as ft

from fieldapp.domain.inspection import Inspection
from fieldapp.ui.components.date_entry import DateEntry
from fieldapp.ui.components.frame import frame
from fieldapp.ui.components.hooks import NO_PROBLEMS, keyed, use_box, use_value
from fieldapp.ui.components.marks import saved_mark
from fieldapp.ui.components.panels import column, heading, panel, waiting
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.contexts import (
    Action,
    Surroundings,
    offer_undo,
    today_of,
    use_action,
    use_inspection,
    use_surroundings,
    use_viewport,
)
from fieldapp.ui.screens.header.entered import (
    HeaderForm,
    MemberRow,
    form_of,
    header_from,
    problems_in,
)
from fieldapp.ui.screens.header.team import TeamCalls, team_rows
from fieldapp.ui.state.inspection import InspectionState, RecordState

_BASIS = "Mỗi dòng một căn cứ, như in trong thông báo"


@ft.component
def HeaderScreen() -> ft.View:
    """The header of one inspection; every field saves itself on being left."""
    inspection = ft.use_route_params().get("inspection", "")
    viewport, state = use_viewport(), use_inspection(inspection)
    body = column([waiting()]) if state is None else FreshDesk(state, state.shared)
    return frame(
        route=ft.use_view_path(),
        title="Thông tin cuộc kiểm tra",
        subtitle=state.record.inspection.unit.full_name if state else "",
        body=ft.Container(body, expand=True),
        wide=viewport.wide,
        back=f"/kiem-tra/{inspection}",
    )


@ft.component
def FreshDesk(state: InspectionState, shared: RecordState) -> ft.Control:
    """The form over what was read last; own saves do not fill it anew."""
    return keyed(f"form-{shared.reads}", HeaderDesk, state)


@dataclass(frozen=True)
class Fields:
    """The form on screen: its texts, what is wrong, and what leaving one does."""

    form: HeaderForm
    problems: dict[str, str]
    left: Callable[[str], Awaitable[None]]
    today: Callable[[], Awaitable[dt.date]]

    def text(self, name: str, label: str, helper: str = "", lines: int = 1) -> ft.Row:
        """A text field."""

        async def typed(text: str) -> None:
            self.form.texts[name] = text

        entry = keyed(
            f"header-{name}",
            TextEntry,
            label=label,
            text=self.form.texts[name],
            on_typed=typed,
            on_left=self.left,
            identifier=f"header-{name}",
            problem=self.problems.get(name, ""),
            helper=helper,
            lines=lines,
            expand=True,
        )
        return ft.Row([entry])

    def day(self, name: str, label: str) -> ft.Control:
        """A date field."""

        async def typed(text: str) -> None:
            self.form.texts[name] = text

        return keyed(
            f"header-{name}",
            DateEntry,
            label=label,
            text=self.form.texts[name],
            on_typed=typed,
            on_left=self.left,
            today=self.today,
            problem=self.problems.get(name, ""),
            identifier=f"header-{name}",
        )


@ft.component
def HeaderDesk(state: InspectionState) -> ft.Control:
    """All panels, and whether they are on disk."""
    around, work = use_surroundings(), use_action()
    form = use_box(lambda: form_of(state.record.inspection)).current
    problems, set_problems = use_value(NO_PROBLEMS)
    said, set_said = use_value("")
    drawn, redraw = use_value(0)

    async def save() -> None:
        found = problems_in(form)
        set_problems(found)
        set_said("Chưa lưu: có chỗ cần sửa" if found else said)
        if not found:
            set_said(await _saved(around, work, state, form) or said)

    async def left(_text: str) -> None:
        await save()

    async def add() -> None:
        form.new_row()
        redraw(drawn + 1)

    async def remove(row: MemberRow) -> None:
        place = form.team.index(row)
        form.team.remove(row)
        redraw(drawn + 1)
        await save()

        async def undo() -> None:
            form.team.insert(place, row)
            redraw(drawn + 2)
            await save()

        offer_undo("Đã bỏ thành viên.", undo)

    fields = Fields(form, problems, left, today_of(around))
    rows = team_rows(form.team, problems, TeamCalls(save, remove, add))
    parts = [*_panels(fields), panel(heading("Thành phần đoàn kiểm tra"), *rows)]
    parts.append(_agency(fields))
    parts.append(saved_mark(said, failed=bool(problems)))
    return column(parts, identifier="header")


async def _saved(
    around: Surroundings, work: Action, state: InspectionState, form: HeaderForm
) -> str:
    """Save what changed; what to say about it, "" when nothing did."""
    changed = header_from(form, state.record.inspection)
    if changed == state.record.inspection:
        return ""

    def done(_none: None) -> None:
        _show(state, changed)

    ok = await work.run(around.services.save_header, changed, then=done)
    return "Đã lưu thông tin cuộc kiểm tra" if ok else "Chưa lưu được"


def _show(state: InspectionState, inspection: Inspection) -> None:
    state.shared.record = state.record.model_copy(update={"inspection": inspection})


def _panels(fields: Fields) -> list[ft.Control]:
    return [
        panel(
            heading("Ngày và thời kỳ"),
            fields.day("visited_on", "Ngày kiểm tra (ngày/tháng/năm)"),
            fields.text(
                "period_text",
                "Thời kỳ kiểm tra",
                "Ví dụ: từ 01/01/2026 đến 30/6/2026",
                2,
            ),
            fields.day("period_start", "Thời kỳ từ ngày"),
            fields.day("period_end", "Thời kỳ đến ngày"),
        ),
        panel(
            heading("Người đứng đầu đơn vị"),
            fields.text("head_name", "Họ tên người đứng đầu"),
            fields.text("head_position", "Chức vụ người đứng đầu"),
        ),
        panel(
            heading("Căn cứ kiểm tra"),
            fields.text("legal_basis", "Căn cứ", _BASIS, lines=3),
        ),
    ]


_PROVINCE = "Chọn chỉ tiêu của tỉnh. Ví dụ: Thành phố Cần Thơ"


def _agency(fields: Fields) -> ft.Control:
    return panel(
        heading("Cơ quan ban hành thông báo"),
        fields.text("parent", "Cơ quan chủ quản", "Ví dụ: UBND THÀNH PHỐ CẦN THƠ"),
        fields.text("agency", "Cơ quan ban hành"),
        fields.text("symbol", "Ký hiệu văn bản"),
        fields.text("place", "Địa danh", "Ví dụ: Cần Thơ"),
        fields.text("province", "Tỉnh, thành phố", _PROVINCE),
    )
