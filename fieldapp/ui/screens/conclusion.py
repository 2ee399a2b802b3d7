"""Kết luận: the draft that wrote itself, to be read, corrected, cut."""

import re
from collections.abc import Awaitable, Callable

import flet as ft

from fieldapp.domain.draft import DRAFT_PART_NAMES, Draft, DraftPart, DraftSentence
from fieldapp.ui import theme
from fieldapp.ui.components.frame import frame, go, inspection_places
from fieldapp.ui.components.hooks import keyed, use_optional, use_value
from fieldapp.ui.components.marks import badge
from fieldapp.ui.components.panels import (
    column,
    empty_state,
    heading,
    panel,
    waiting,
    warning,
)
from fieldapp.ui.components.text_entry import TextEntry
from fieldapp.ui.contexts import (
    use_action,
    use_inspection,
    use_surroundings,
    use_viewport,
)
from fieldapp.ui.inspection_menu import InspectionMenu
from fieldapp.ui.state.inspection import InspectionState

_CODE = re.compile(r"[A-Z]{1,3}[0-9.]+")

Act = Callable[[], Awaitable[None]]
Change = Callable[..., Awaitable[None]]
"""Calls a service with the inspection and what follows, then rereads the draft."""


@ft.component
def ConclusionScreen() -> ft.View:
    """The draft desk of one inspection."""
    inspection = ft.use_route_params().get("inspection", "")
    viewport, state = use_viewport(), use_inspection(inspection)
    body = column([waiting()]) if state is None else DraftDesk(state)
    return frame(
        route=ft.use_view_path(),
        title=state.record.inspection.unit.full_name if state else "Kết luận",
        subtitle="Dự thảo kết luận",
        body=ft.Container(body, expand=True),
        places=inspection_places(inspection),
        selected=2,
        wide=viewport.wide,
        actions=[InspectionMenu(inspection)],
        back="/",
    )


@ft.component
def DraftDesk(state: InspectionState) -> ft.Control:
    """All sentences by part; reread after each change."""
    around, work = use_surroundings(), use_action()
    draft, set_draft = use_optional(Draft)

    async def load() -> None:
        await work.run(around.services.draft, state.id, then=set_draft)

    ft.use_effect(load, [])

    async def change(call: Callable[..., None], *args: str) -> None:
        if await work.run(call, state.id, *args):
            await load()

    if draft is None:
        return column([waiting("Đang soạn dự thảo…")])
    if not draft.sentences:
        return column([_empty(state.id)])
    return column(_parts(draft, state, change), identifier="draft")


def _empty(inspection: str) -> ft.Control:
    async def answer() -> None:
        await go(f"/kiem-tra/{inspection}")

    return empty_state(
        ft.Icons.GAVEL_OUTLINED,
        "Chưa có gì để kết luận",
        "Dự thảo tự hình thành từ câu trả lời và phát hiện.",
        ft.FilledButton("Trả lời tiêu chí", on_click=answer, height=48),
    )


def _parts(draft: Draft, state: InspectionState, change: Change) -> list[ft.Control]:
    parts: list[ft.Control] = [warning(w) for w in draft.warnings]
    for part in DraftPart:
        sentences = [s for s in draft.sentences if s.part is part]
        if sentences:
            parts.append(heading(f"{DRAFT_PART_NAMES[part]} ({len(sentences)})"))
        parts.extend(
            keyed(f"sentence-{s.key}", SentenceCard, s, sources_text(s, state), change)
            for s in sentences
        )
    return parts


def sources_text(sentence: DraftSentence, state: InspectionState) -> str:
    """What a sentence was derived from, in words: "C05 · phường Ba Láng"."""
    units: dict[str, list[str]] = {}
    for source in sentence.sources:
        criterion, slash, code = source.partition("/")
        place = state.evaluation.place_name(code) if slash else ""
        if place:
            units.setdefault(criterion, []).append(place)
    names = [f"{_named(c, state)} · {', '.join(at)}" for c, at in units.items()]
    return "; ".join(names) or "Ghi thêm bằng tay"


def _named(criterion: str, state: InspectionState) -> str:
    """A code people use ("C05"), else the criterion's short label."""
    found = state.checklist.criterion(criterion)
    if found is None or _CODE.fullmatch(criterion):
        return criterion
    return found.short or found.question


@ft.component
def SentenceCard(sentence: DraftSentence, sources: str, change: Change) -> ft.Control:
    """One sentence: read, edit in place, leave out, restore."""
    around = use_surroundings()
    editing, set_editing = use_value(False)
    services = around.services

    async def left(text: str) -> None:
        if text.strip() != sentence.text:
            await change(services.edit_sentence, sentence.key, text)

    async def edit() -> None:
        set_editing(True)

    async def done() -> None:
        set_editing(False)

    async def omit() -> None:
        set_editing(False)
        await change(services.omit_sentence, sentence.key)

    async def restore() -> None:
        set_editing(False)
        await change(services.restore_sentence, sentence.key)

    parts: list[ft.Control] = []
    if sentence.addressee:
        parts.append(ft.Text(sentence.addressee, size=15, font_family=theme.MEDIUM))
    parts.append(_editor(sentence, left) if editing else _reading(sentence))
    parts.extend(warning(w) for w in sentence.warnings)
    parts.append(_origin(sentence, sources))
    parts.append(_actions(sentence, (edit, done, omit, restore), editing=editing))
    return panel(*parts, identifier=f"sentence-{sentence.key}")


def _reading(sentence: DraftSentence) -> ft.Control:
    if not sentence.omitted:
        # Selectable text is an empty input to a screen reader.
        return ft.Text(sentence.text, size=16)
    return ft.Text(
        sentence.derived,
        size=16,
        color=theme.MUTED,
        style=ft.TextStyle(decoration=ft.TextDecoration.LINE_THROUGH),
    )


def _editor(
    sentence: DraftSentence, left: Callable[[str], Awaitable[None]]
) -> ft.Control:
    entry = keyed(
        f"edit-{sentence.key}",
        TextEntry,
        label="Câu trong thông báo",
        text=sentence.text,
        on_left=left,
        identifier=f"edit-{sentence.key}",
        lines=3,
        expand=True,
    )
    return ft.Row([entry])


def _origin(sentence: DraftSentence, sources: str) -> ft.Control:
    marks: list[ft.Control] = [
        ft.Text(f"Căn cứ: {sources}", size=14, color=theme.MUTED)
    ]
    if sentence.edited:
        marks.append(badge("Đã sửa", ft.Icons.EDIT_OUTLINED))
    if sentence.omitted:
        marks.append(badge("Không in", ft.Icons.VISIBILITY_OFF_OUTLINED))
    return ft.Row(marks, wrap=True, spacing=12, run_spacing=4)


def _actions(
    sentence: DraftSentence, acts: tuple[Act, Act, Act, Act], *, editing: bool
) -> ft.Control:
    edit, done, omit, restore = acts
    buttons: list[ft.Control] = []
    if editing:
        buttons.append(_button("Xong", ft.Icons.CHECK, done))
    elif not sentence.omitted:
        buttons.append(_button("Sửa câu", ft.Icons.EDIT_OUTLINED, edit))
    if sentence.edited or sentence.omitted:
        label = "In lại" if sentence.omitted else "Về câu gốc"
        buttons.append(_button(label, ft.Icons.RESTORE, restore))
    if not sentence.omitted:
        buttons.append(_button("Không in", ft.Icons.VISIBILITY_OFF_OUTLINED, omit))
    return ft.Row(buttons, wrap=True, spacing=4)


def _button(label: str, icon: ft.IconData, act: Act) -> ft.Control:
    return ft.TextButton(label, icon=icon, on_click=act, height=48)
