"""Cuộc kiểm tra mới: checklist, unit, agency, day."""

import datetime as dt

import flet as ft

from fieldapp.domain.typing_in import read_date, read_whole
from fieldapp.domain.units import UNIT_KIND_NAMES, UnitKind
from fieldapp.services.inspections import NewInspection
from fieldapp.ui.components.date_entry import DateEntry
from fieldapp.ui.components.frame import frame, go
from fieldapp.ui.components.panels import column, heading, panel, waiting
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.contexts import use_action, use_surroundings, use_viewport
from fieldapp.ui.state.services import ChecklistChoice

_REQUIRED = {
    "unit_name": "Hãy ghi tên đơn vị được kiểm tra.",
    "campaign_name": "Hãy ghi tên cuộc kiểm tra.",
    "agency": "Hãy ghi cơ quan ban hành thông báo.",
    "symbol": "Hãy ghi ký hiệu văn bản, ví dụ TB-SNV.",
    "place": "Hãy ghi địa danh, ví dụ Cần Thơ.",
}
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
def NewInspectionScreen() -> ft.View:
    """A form that keeps what was typed until it is used."""
    around, viewport = use_surroundings(), use_viewport()
    entries, set_entries = ft.use_state(None)
    today, set_today = ft.use_state(None)
    problems, set_problems = ft.use_state({})
    work = use_action()
    form = around.form

    def ready(read: tuple[tuple[ChecklistChoice, ...], dt.date]) -> None:
        usable = tuple(e for e in read[0] if not e.problems)
        _fill(form, usable, read[1])
        set_today(read[1])
        set_entries(usable)

    async def load() -> None:
        services = around.services
        await work.run(lambda: (services.checklists(), services.today()), then=ready)

    ft.use_effect(load, [])

    async def start() -> None:
        found = _problems(form)
        set_problems(found)
        if found:
            return
        made: list[str] = []
        if await work.run(around.services.start, _new(form), then=made.append):
            form.clear()
            await go(f"/kiem-tra/{made[0]}")

    def body() -> ft.Control:
        if entries is None or today is None:
            return column([waiting("Đang đọc phiếu…")])
        return column(_form(form, entries, problems, today, start, busy=work.busy))

    return frame(
        route=ft.use_view_path(),
        title="Cuộc kiểm tra mới",
        body=body(),
        wide=viewport.wide,
        back="/",
    )


def _fill(
    form: dict[str, str], entries: tuple[ChecklistChoice, ...], today: dt.date
) -> None:
    """Put in what is usual; never over what was typed."""
    asked = ft.context.page.query.to_dict.get("phieu", "")
    ids = [e.id for e in entries]
    usual = ids[0] if ids else ""
    if asked in ids:
        form["checklist"] = asked
    form.setdefault("checklist", "cchc-xa" if "cchc-xa" in ids else usual)
    form.setdefault("year", str(today.year))
    campaign = f"Kiểm tra công tác cải cách hành chính năm {today.year}"
    form.setdefault("campaign_name", campaign)
    form.setdefault("unit_kind", UnitKind.XA.value)
    form.setdefault("agency", "SỞ NỘI VỤ")
    form.setdefault("symbol", "TB-SNV")


def _problems(form: dict[str, str]) -> dict[str, str]:
    found = {n: m for n, m in _REQUIRED.items() if not form.get(n, "").strip()}
    year = read_whole(form.get("year", ""))
    if year.problem or not year.digits or not 2011 <= int(year.digits) <= 2100:  # noqa: PLR2004
        found["year"] = "Năm phải từ 2011 đến 2100."
    day = read_date(form.get("visited_on", ""))
    if day.problem:
        found["visited_on"] = day.problem
    if not form.get("checklist"):
        found["checklist"] = "Chưa có phiếu kiểm tra nào dùng được."
    return found


def _new(form: dict[str, str]) -> NewInspection:
    day = read_date(form.get("visited_on", "")).digits
    names = [n.strip() for n in form.get("sub_units", "").splitlines() if n.strip()]
    return NewInspection(
        checklist=form["checklist"],
        campaign_name=form["campaign_name"],
        year=int(form["year"]),
        unit_name=form["unit_name"],
        unit_kind=UnitKind(form["unit_kind"]),
        sub_unit_names=tuple(names),
        parent=form.get("parent", ""),
        agency=form["agency"],
        symbol=form["symbol"],
        place=form["place"],
        visited_on=dt.date.fromisoformat(day) if day else None,
        leader_name=form.get("leader_name", ""),
        leader_position=form.get("leader_position", ""),
    )


def _form(  # type: ignore[no-untyped-def]
    form: dict[str, str],
    entries: tuple[ChecklistChoice, ...],
    problems: dict[str, str],
    today: dt.date,
    start,
    *,
    busy: bool,
) -> list[ft.Control]:
    def entry(name: str, label: str, **more) -> ft.Control:  # type: ignore[no-untyped-def]
        async def typed(text: str) -> None:
            form[name] = text

        return ft.Row(
            [
                TextEntry(
                    label=label,
                    text=form.get(name, ""),
                    on_typed=typed,
                    identifier=f"new-{name}",
                    problem=problems.get(name, ""),
                    expand=True,
                    **more,
                )
            ]
        )

    async def visited(text: str) -> None:
        form["visited_on"] = text

    async def this_day() -> dt.date:
        return today

    return [
        panel(
            heading("Phiếu và đơn vị"),
            _checklist_choice(form, entries),
            entry(
                "unit_name", "Đơn vị được kiểm tra", helper="Ví dụ: UBND xã Tân Bình"
            ),
            _kind_choice(form),
            entry(
                "sub_units",
                "Đơn vị trực thuộc (nếu có)",
                helper="Mỗi dòng một tên",
                lines=2,
            ),
        ),
        panel(
            heading("Cuộc kiểm tra"),
            entry("campaign_name", "Tên cuộc kiểm tra"),
            entry("year", "Năm kiểm tra", numeric=True),
            DateEntry(
                label="Ngày kiểm tra (ngày/tháng/năm)",
                text=form.get("visited_on", ""),
                on_typed=visited,
                on_left=visited,
                today=this_day,
                problem=problems.get("visited_on", ""),
                identifier="new-visited_on",
            ),
            entry("leader_name", "Họ tên trưởng đoàn"),
            entry("leader_position", "Chức vụ trưởng đoàn"),
        ),
        panel(
            heading("Cơ quan ban hành thông báo"),
            entry("parent", "Cơ quan chủ quản", helper="Ví dụ: UBND THÀNH PHỐ CẦN THƠ"),
            entry("agency", "Cơ quan ban hành"),
            entry("symbol", "Ký hiệu văn bản"),
            entry("place", "Địa danh", helper="Ví dụ: Cần Thơ"),
        ),
        ft.Row(
            [
                ft.FilledButton(
                    "Bắt đầu kiểm tra",
                    icon=ft.Icons.PLAY_ARROW,
                    on_click=start,
                    disabled=busy,
                    height=48,
                )
            ]
        ),
    ]


def _checklist_choice(
    form: dict[str, str], entries: tuple[ChecklistChoice, ...]
) -> ft.Control:
    return Choice(
        label="Phiếu kiểm tra",
        options=tuple((e.id, e.title) for e in entries),
        form=form,
        name="checklist",
    )


def _kind_choice(form: dict[str, str]) -> ft.Control:
    options = tuple((k.value, UNIT_KIND_NAMES[k].capitalize()) for k in _KINDS)
    return Choice(label="Loại đơn vị", options=options, form=form, name="unit_kind")


@ft.component
def Choice(
    *, label: str, options: tuple[tuple[str, str], ...], form: dict[str, str], name: str
) -> ft.Control:
    """A drop-down that writes into the form."""
    value, set_value = ft.use_state(form.get(name, ""))

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
