"""Which criteria a search and a filter leave, and in what pages. Pure."""

from collections.abc import Sequence
from enum import StrEnum

from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.vietnamese import search_key
from fieldapp.ui.state.cells import CellState
from fieldapp.ui.state.inspection import InspectionState

PAGE_ROOM = 8
"""How many ordinary cards fit on a page: enough to work, few enough to draw at once."""

_WEIGHTS = {AnswerKind.INITIATIVES: 2, AnswerKind.INDEX: 3}


class Filter(StrEnum):
    """What one may look for besides words."""

    UNANSWERED = "unanswered"
    NOT_MET = "not_met"
    WITH_PHOTO = "with_photo"


FILTER_NAMES: dict[Filter, str] = {
    Filter.UNANSWERED: "Chưa trả lời",
    Filter.NOT_MET: "Chưa đạt",
    Filter.WITH_PHOTO: "Có ảnh",
}


def found(
    state: InspectionState, query: str, chosen: Filter | None
) -> tuple[Criterion, ...]:
    """The criteria whose words hold the query and that pass the filter."""
    words = search_key(query).split()
    return tuple(
        c
        for c in state.shown(tuple(state.checklist.criteria()))
        if _says(c, words) and (chosen is None or _passes(state, c, chosen))
    )


def pages(criteria: Sequence[Criterion]) -> Sequence[Sequence[Criterion]]:
    """Pages of cards in their order, at least one; a card with rows takes more room."""
    made: list[list[Criterion]] = [[]]
    room = PAGE_ROOM
    for criterion in criteria:
        wanted = weight(criterion)
        if made[-1] and wanted > room:
            made.append([])
            room = PAGE_ROOM
        made[-1].append(criterion)
        room -= wanted
    return made


def weight(criterion: Criterion) -> int:
    """How many ordinary cards a criterion's is worth in controls, at least 1."""
    spec = criterion.answer
    if spec.type is AnswerKind.INVENTORY:
        return 1 + len(spec.items) // 2
    if spec.type is AnswerKind.BREAKDOWN:
        return 1 + len(spec.parts) // 3
    return _WEIGHTS.get(spec.type, 1)


def _says(criterion: Criterion, words: list[str]) -> bool:
    text = search_key(f"{criterion.id} {criterion.short} {criterion.question}")
    return all(word in text for word in words)


def _passes(state: InspectionState, criterion: Criterion, chosen: Filter) -> bool:
    if chosen is Filter.NOT_MET:
        return state.tally(criterion).not_met > 0
    return any(_cell_passes(cell, chosen) for cell in state.cells_of(criterion))


def _cell_passes(cell: CellState, chosen: Filter) -> bool:
    if chosen is Filter.UNANSWERED:
        return cell.standing is None and not cell.is_calculated
    return bool(cell.photos)
