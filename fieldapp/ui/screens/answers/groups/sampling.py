"""How the entries of a group were chosen: said once, drawn again by anybody."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping

import flet as ft

from fieldapp.domain.checklist import Section
from fieldapp.domain.drawing import drawn
from fieldapp.domain.entries import SAMPLING_METHOD_NAMES, Sampling, SamplingMethod
from fieldapp.domain.typing_in import read_date, read_whole
from fieldapp.domain.vietnamese import joined, short_date
from fieldapp.ui.components.date_entry import DateEntry
from fieldapp.ui.components.hooks import NO_PROBLEMS, keyed, use_box, use_value
from fieldapp.ui.components.marks import saved_mark
from fieldapp.ui.components.panels import heading, panel
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.screens.answers.groups.calls import GroupCalls
from fieldapp.ui.screens.answers.inputs.fields import side_by_side
from fieldapp.ui.state.inspection import InspectionState

_MOST_DRAWN = 500


def texts_of_sampling(sampling: Sampling) -> dict[str, str]:
    """What stands in the fields."""
    return {
        "population": _digits(sampling.population),
        "sample_size": _digits(sampling.sample_size),
        "seed": sampling.seed,
        "chosen_on": short_date(sampling.chosen_on) if sampling.chosen_on else "",
        "chosen_by": sampling.chosen_by,
        "note": sampling.note,
    }


def read_sampling(
    before: Sampling, texts: Mapping[str, str]
) -> tuple[Sampling | None, dict[str, str]]:
    """The sampling the fields say, or what is wrong with them by field."""
    population = read_whole(texts["population"])
    size = read_whole(texts["sample_size"])
    day = read_date(texts["chosen_on"])
    read = {"population": population, "sample_size": size, "chosen_on": day}
    problems = {name: typed.problem for name, typed in read.items() if typed.problem}
    if problems:
        return None, problems
    changed = {
        "population": int(population.digits) if population.digits else None,
        "sample_size": int(size.digits) if size.digits else None,
        "chosen_on": dt.date.fromisoformat(day.digits) if day.digits else None,
        **{name: texts[name].strip() for name in ("seed", "chosen_by", "note")},
    }
    return Sampling.model_validate({**dict(before), **changed}), {}


def drawn_text(sampling: Sampling) -> str:
    """The numbers to look up in the unit's list, or what is missing to draw them."""
    size, population = sampling.sample_size, sampling.population
    if not (size and population and sampling.seed):
        return "Ghi tổng số, cỡ mẫu và mã rút mẫu (ví dụ ngày, giờ rút) trước."
    if size > _MOST_DRAWN:
        return f"Cỡ mẫu quá lớn; nhiều nhất {_MOST_DRAWN}."
    numbers = joined([str(n) for n in drawn(population, size, sampling.seed)])
    return f"Số thứ tự trong danh sách: {numbers}."


@ft.component
def SamplingPanel(
    state: InspectionState, section: Section, calls: GroupCalls
) -> ft.Control:
    """The form, saved whenever a field is left; and the drawing."""
    unit = state.record.inspection.unit.code
    kept = use_box(lambda: _kept(state, section.id, unit))
    texts = use_box(lambda: texts_of_sampling(kept.current)).current
    problems, set_problems = use_value(NO_PROBLEMS)
    said, set_said = use_value("")
    numbers, set_numbers = use_value("")

    async def save(changed: Sampling) -> None:
        if changed != kept.current:
            ok = await calls.save_sampling(changed)
            kept.current = changed if ok else kept.current
            set_said("Đã lưu cách chọn mẫu" if ok else "Chưa lưu được")

    async def left(_text: str) -> None:
        read, found = read_sampling(kept.current, texts)
        set_problems(found)
        if read is not None:
            await save(read)

    async def draw() -> None:
        await left("")
        set_numbers(drawn_text(kept.current))

    async def method_chosen(event: ft.Event[ft.RadioGroup]) -> None:
        method = SamplingMethod(event.control.value or SamplingMethod.RANDOM)
        await save(kept.current.model_copy(update={"method": method}))

    def field(
        name: str, label: str, helper: str = "", *, numeric: bool = False
    ) -> ft.Row:
        async def typed(text: str) -> None:
            texts[name] = text

        entry = keyed(
            f"sampling-{name}",
            TextEntry,
            label=label,
            text=texts[name],
            on_typed=typed,
            on_left=left,
            identifier=f"sampling-{name}",
            problem=problems.get(name, ""),
            helper=helper,
            numeric=numeric,
            expand=True,
        )
        return ft.Row([entry])

    async def day_typed(text: str) -> None:
        texts["chosen_on"] = text

    day = keyed(
        "sampling-chosen_on",
        DateEntry,
        label="Ngày chọn mẫu",
        text=texts["chosen_on"],
        on_typed=day_typed,
        on_left=left,
        today=calls.today,
        problem=problems.get("chosen_on", ""),
        identifier="sampling-chosen_on",
    )
    return panel(
        heading("Cách chọn mẫu"),
        _methods(kept.current.method, method_chosen),
        side_by_side(
            [
                field("population", "Tổng số để chọn", numeric=True),
                field("sample_size", "Cỡ mẫu", numeric=True),
            ]
        ),
        field("seed", "Mã rút mẫu", "Cùng mã thì ai rút lại cũng ra đúng các số này"),
        day,
        field("chosen_by", "Người chọn"),
        field("note", "Ghi chú về mẫu"),
        ft.Row(
            [
                ft.OutlinedButton(
                    "Rút mẫu", icon=ft.Icons.SHUFFLE, on_click=draw, height=48
                )
            ]
        ),
        *([ft.Text(numbers, size=16)] if numbers else []),
        saved_mark(said, failed=bool(problems)),
        identifier=f"sampling-{section.id}",
    )


Chosen = Callable[[ft.Event[ft.RadioGroup]], Awaitable[None]]


def _methods(chosen: SamplingMethod, changed: Chosen) -> ft.Control:
    radios: list[ft.Control] = [
        ft.Radio(value=method, label=name.capitalize())
        for method, name in SAMPLING_METHOD_NAMES.items()
    ]
    return ft.Semantics(
        identifier="sampling-method",
        content=ft.RadioGroup(
            value=chosen,
            on_change=changed,
            content=ft.Column(radios, spacing=0, tight=True),
        ),
    )


def _kept(state: InspectionState, section: str, unit: str) -> Sampling:
    found = (
        s for s in state.record.samplings if (s.section, s.unit) == (section, unit)
    )
    return next(found, Sampling(section=section, unit=unit))


def _digits(number: int | None) -> str:
    return "" if number is None else str(number)
