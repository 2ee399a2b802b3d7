"""What the leader decides about the paper: signer, recipients, deadline, number."""

import datetime as dt
from collections.abc import Awaitable, Callable

import flet as ft

from fieldapp.domain.record import NoticeDetails
from fieldapp.domain.typing_in import read_date
from fieldapp.domain.vietnamese import short_date
from fieldapp.ui.components.frame import go
from fieldapp.ui.components.hooks import NO_PROBLEMS, keyed, use_box, use_value
from fieldapp.ui.components.panels import heading, panel
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.contexts import use_action, use_surroundings
from fieldapp.ui.state.inspection import InspectionState

_FIELDS = (
    ("signing_authority", "Quyền hạn ký", "Ví dụ: KT. GIÁM ĐỐC"),
    ("signer_title", "Chức vụ người ký", "Ví dụ: PHÓ GIÁM ĐỐC"),
    ("signer_name", "Họ tên người ký", ""),
    ("report_before", "Báo cáo khắc phục trước ngày", "Ví dụ: 30/9/2026"),
    ("drafting_unit", "Đơn vị soạn thảo", "Ví dụ: P.CCHC"),
    ("number", "Số văn bản", "Để trống, văn thư cấp khi phát hành"),
    ("issued_on", "Ngày ban hành", "Để trống nếu chưa phát hành"),
)
_DATES = ("report_before", "issued_on")


@ft.component
def DetailsForm(
    state: InspectionState, on_saved: Callable[[], Awaitable[None]]
) -> ft.Control:
    """Folded until opened; every field saves itself on being left."""
    around, work = use_surroundings(), use_action()
    opened, set_opened = use_value(False)
    problems, set_problems = use_value(NO_PROBLEMS)
    texts = use_box(lambda: _texts(state.record.notice))
    known = texts.current

    async def information() -> None:
        await go(f"/kiem-tra/{state.id}/thong-tin")

    async def toggle() -> None:
        set_opened(not opened)

    async def left(_text: str) -> None:
        found, details = _read(known)
        set_problems(found)
        if found or details == state.record.notice:
            return

        def saved(_none: None) -> None:
            updated = state.record.model_copy(update={"notice": details})
            state.shared.record = updated

        call = around.services.save_notice_details
        if await work.run(call, state.id, details, then=saved):
            await on_saved()

    parts: list[ft.Control] = [
        ft.Row([ft.Container(heading("Thể thức thông báo"), expand=True)]),
        ft.Text(_summary(state.record.notice), size=15),
        ft.Row(
            [
                ft.TextButton(
                    "Thu gọn" if opened else "Sửa thể thức",
                    icon=ft.Icons.EXPAND_LESS if opened else ft.Icons.TUNE,
                    on_click=toggle,
                    height=48,
                ),
                ft.TextButton(
                    "Ngày, đoàn, căn cứ",
                    icon=ft.Icons.INFO_OUTLINED,
                    on_click=information,
                    height=48,
                ),
            ],
            wrap=True,
            spacing=4,
        ),
    ]
    if opened:
        parts.extend(_fields(known, problems, left))
    return panel(*parts, identifier="details")


def _fields(
    known: dict[str, str],
    problems: dict[str, str],
    left: Callable[[str], Awaitable[None]],
) -> list[ft.Control]:
    def field(name: str, label: str, helper: str, lines: int = 1) -> ft.Control:
        async def typed(text: str) -> None:
            known[name] = text

        return ft.Row(
            [
                keyed(
                    f"notice-{name}",
                    TextEntry,
                    label=label,
                    text=known.get(name, ""),
                    on_typed=typed,
                    on_left=left,
                    identifier=f"notice-{name}",
                    problem=problems.get(name, ""),
                    helper=helper,
                    lines=lines,
                    expand=True,
                )
            ]
        )

    rows = [field(*spec) for spec in _FIELDS]
    rows.append(field("recipients", "Nơi nhận", "Mỗi dòng một nơi nhận", 3))
    return rows


def _summary(details: NoticeDetails) -> str:
    signer = " ".join(p for p in (details.signing_authority, details.signer_name) if p)
    return f"Người ký: {signer}" if signer else "Chưa ghi người ký và nơi nhận."


def _texts(details: NoticeDetails) -> dict[str, str]:
    texts = {n: getattr(details, n) for n, _, _ in _FIELDS if n not in _DATES}
    for name in _DATES:
        day: dt.date | None = getattr(details, name)
        texts[name] = short_date(day) if day else ""
    texts["recipients"] = "\n".join(details.recipients)
    return texts


def _read(texts: dict[str, str]) -> tuple[dict[str, str], NoticeDetails]:
    """Problems by field, and the details without the wrong dates."""
    read = {name: read_date(texts[name]) for name in _DATES}
    problems = {n: t.problem for n, t in read.items() if t.problem}
    days = {
        n: dt.date.fromisoformat(t.digits) if t.digits else None
        for n, t in read.items()
    }
    words = {n: texts[n] for n, _, _ in _FIELDS if n not in _DATES}
    lines = [r.strip() for r in texts["recipients"].splitlines() if r.strip()]
    return problems, NoticeDetails.model_validate(
        {**words, **days, "recipients": tuple(lines)}
    )
