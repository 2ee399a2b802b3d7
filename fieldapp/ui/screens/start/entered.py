"""What was entered into the form: usual values, problems, the result."""

import datetime as dt

import flet as ft

from fieldapp.domain.typing_in import read_date, read_whole
from fieldapp.domain.units import UnitKind
from fieldapp.services.inspections import NewInspection
from fieldapp.ui.state.services import ChecklistChoice

_REQUIRED = {
    "unit_name": "Hãy ghi tên đơn vị được kiểm tra.",
    "campaign_name": "Hãy ghi tên cuộc kiểm tra.",
    "agency": "Hãy ghi cơ quan ban hành thông báo.",
    "symbol": "Hãy ghi ký hiệu văn bản, ví dụ TB-SNV.",
    "place": "Hãy ghi địa danh, ví dụ Cần Thơ.",
}
_FIRST_YEAR, _LAST_YEAR = 2011, 2100


def fill_usual(
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


def problems_in(form: dict[str, str]) -> dict[str, str]:
    """What is wrong, by field; empty when one can start."""
    found = {n: m for n, m in _REQUIRED.items() if not form.get(n, "").strip()}
    year = read_whole(form.get("year", ""))
    if (
        year.problem
        or not year.digits
        or not _FIRST_YEAR <= int(year.digits) <= _LAST_YEAR
    ):
        found["year"] = "Năm phải từ 2011 đến 2100."
    day = read_date(form.get("visited_on", ""))
    if day.problem:
        found["visited_on"] = day.problem
    if not form.get("checklist"):
        found["checklist"] = "Chưa có bộ tiêu chí nào dùng được."
    return found


def inspection_from(form: dict[str, str]) -> NewInspection:
    """What was entered, for a form without problems."""
    day = read_date(form.get("visited_on", "")).digits
    names = [n.strip() for n in form.get("sub_units", "").splitlines() if n.strip()]
    return NewInspection(
        checklist=form["checklist"],
        campaign_name=_one_line(form["campaign_name"]),
        year=int(form["year"]),
        unit_name=_one_line(form["unit_name"]),
        unit_kind=UnitKind(form["unit_kind"]),
        sub_unit_names=tuple(names),
        parent=form.get("parent", ""),
        agency=form["agency"],
        symbol=form["symbol"],
        place=form["place"],
        province=form.get("province", ""),
        visited_on=dt.date.fromisoformat(day) if day else None,
        leader_name=form.get("leader_name", ""),
        leader_position=form.get("leader_position", ""),
    )


def _one_line(text: str) -> str:
    """A name from a field that lets one break it over several lines."""
    return " ".join(text.split())
