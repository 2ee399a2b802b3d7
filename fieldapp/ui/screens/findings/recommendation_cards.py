"""Recommendations written by hand."""

import datetime as dt

import flet as ft

from fieldapp.domain.findings import Recommendation
from fieldapp.domain.typing_in import Typed, read_date
from fieldapp.domain.vietnamese import short_date
from fieldapp.ui.components.date_entry import DateEntry
from fieldapp.ui.components.hooks import keyed, use_box, use_value
from fieldapp.ui.components.panels import panel
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.contexts import (
    Surroundings,
    offer_undo,
    today_of,
    use_action,
)
from fieldapp.ui.screens.findings.parts import (
    add_button,
    label,
    remove_button,
    replace,
    text_entry,
)
from fieldapp.ui.state.inspection import InspectionState


def _day(typed: Typed) -> dt.date | None:
    return dt.date.fromisoformat(typed.digits) if typed.digits else None


@ft.component
def NewRecommendation(state: InspectionState, around: Surroundings) -> ft.Control:
    """The form that adds a recommendation."""
    work = use_action()
    to = use_box(lambda: state.record.inspection.unit.full_name)
    text = use_box(lambda: "")
    deadline = use_box(lambda: "")
    generation, set_generation = use_value(0)
    problem, set_problem = use_value("")
    wrong_day, set_wrong_day = use_value("")

    async def typed(value: str) -> None:
        text.current = value

    async def typed_to(value: str) -> None:
        to.current = value

    def added(made: Recommendation) -> None:
        replace(state, recommendations=(*state.record.recommendations, made))
        text.current = deadline.current = ""
        set_generation(generation + 1)

    async def add() -> None:
        complete = bool(text.current.strip() and to.current.strip())
        set_problem("" if complete else "Hãy ghi nơi nhận và nội dung kiến nghị.")
        day = read_date(deadline.current)
        set_wrong_day(day.problem or "")
        if complete and not day.problem:
            call = around.services.add_recommendation
            what = (to.current, text.current, _day(day))
            await work.run(call, state.id, *what, then=added)

    async def typed_deadline(value: str) -> None:
        deadline.current = value

    return panel(
        ft.Row(
            [
                keyed(
                    "to",
                    TextEntry,
                    label="Kiến nghị với",
                    text=to.current,
                    on_typed=typed_to,
                    identifier="new-recommendation-to",
                    helper="Một nơi hoặc một nhóm, ví dụ: Thủ trưởng các cơ quan "
                    "chuyên môn; Chủ tịch UBND các xã, thị trấn",
                    expand=True,
                )
            ]
        ),
        ft.Row(
            [
                keyed(
                    f"new-{generation}",
                    TextEntry,
                    label="Nội dung kiến nghị",
                    text=text.current,
                    on_typed=typed,
                    identifier="new-recommendation-text",
                    problem=problem,
                    lines=2,
                    expand=True,
                )
            ]
        ),
        keyed(
            f"deadline-{generation}",
            DateEntry,
            label="Thời hạn (nếu có)",
            text=deadline.current,
            on_typed=typed_deadline,
            on_left=typed_deadline,
            today=today_of(around),
            problem=wrong_day,
            identifier="new-recommendation-deadline",
        ),
        add_button("Thêm kiến nghị", add, work),
    )


@ft.component
def RecommendationCard(
    recommendation: Recommendation, state: InspectionState, around: Surroundings
) -> ft.Control:
    """One recommendation; its text is saved on leaving the field."""
    work = use_action()
    wrong_day, set_wrong_day = use_value("")
    services = around.services

    def others() -> tuple[Recommendation, ...]:
        known = state.record.recommendations
        return tuple(r for r in known if r.id != recommendation.id)

    async def left(text: str) -> None:
        if text.strip() and text.strip() != recommendation.text:
            await save(recommendation.model_copy(update={"text": text.strip()}))

    async def left_deadline(text: str) -> None:
        day = read_date(text)
        set_wrong_day(f"{day.problem} Chưa lưu." if day.problem else "")
        if not day.problem and _day(day) != recommendation.deadline:
            await save(recommendation.model_copy(update={"deadline": _day(day)}))

    async def typed_deadline(_text: str) -> None:
        set_wrong_day("")

    async def save(changed: Recommendation) -> None:
        def saved(_none: None) -> None:
            known = state.record.recommendations
            replaced = tuple(changed if r.id == changed.id else r for r in known)
            replace(state, recommendations=replaced)

        await work.run(services.save_recommendation, state.id, changed, then=saved)

    async def put_back() -> None:
        def restored(_none: None) -> None:
            replace(state, recommendations=(*others(), recommendation))

        call = services.save_recommendation
        await work.run(call, state.id, recommendation, then=restored)

    async def remove() -> None:
        def removed(_none: None) -> None:
            replace(state, recommendations=others())
            offer_undo("Đã xóa kiến nghị.", put_back)

        call = services.remove_recommendation
        await work.run(call, state.id, recommendation.id, then=removed)

    identifier = f"recommendation-{recommendation.id}"
    return panel(
        label(recommendation.to),
        text_entry(recommendation.text, "Nội dung", left, f"{identifier}-text"),
        keyed(
            f"{identifier}-deadline-{recommendation.deadline}",
            DateEntry,
            label="Thời hạn (nếu có)",
            text=short_date(day) if (day := recommendation.deadline) else "",
            on_typed=typed_deadline,
            on_left=left_deadline,
            today=today_of(around),
            problem=wrong_day,
            identifier=f"{identifier}-deadline",
        ),
        remove_button("Xóa kiến nghị", remove),
        identifier=identifier,
    )
