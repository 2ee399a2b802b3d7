"""What goes into each sheet of a workbook: rows of shown values, no looks."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.targets import Comparator
from fieldapp.errors import UserError
from fieldapp.library.workbook.columns import Column, Steps, Table, value_at
from fieldapp.library.workbook.criterion_columns import CRITERIA
from fieldapp.library.workbook.kinds import Shown
from fieldapp.library.workbook.tables import (
    BANDS,
    CHOICES,
    CONSTRAINTS,
    HEAD,
    LAWS,
    PARTS_AND_ITEMS,
    SECTIONS,
    TARGETS,
)

Row = tuple[Shown | None, ...]
"""One value a column; None where the cell stays empty."""
LONGEST_TEXT = 32_767
"""Signs in one cell, as spreadsheet programs have it."""

_Given = Mapping[Steps, Any]


def head_values(checklist: Checklist) -> list[tuple[Column, Shown | None]]:
    """Return the checklist's own keys and their values."""
    row = _row(HEAD, checklist, {})
    return list(zip(HEAD.columns, row, strict=True))


def section_rows(checklist: Checklist, names: tuple[str, ...]) -> list[Row]:
    """Return the rows of the list of sections; `names` are their sheets'."""
    pairs = zip(checklist.sections, names, strict=True)
    return [_row(SECTIONS, section, {("sheet",): name}) for section, name in pairs]


def criterion_rows(criteria: tuple[Criterion, ...]) -> list[Row]:
    """Return the rows of a section's sheet."""
    return [_row(CRITERIA, c, _without_comparator(c)) for c in criteria]


def list_rows(checklist: Checklist) -> dict[str, list[Row]]:
    """Return the rows of the sheets that belong to criteria, by the sheets' names."""
    found: dict[str, list[Row]] = {
        TARGETS.name: [_row(TARGETS, row, {}) for row in checklist.targets],
        CHOICES.name: [
            _row(CHOICES, choice, {("list",): name, ("criterion",): None})
            for name, choices in checklist.choice_lists.items()
            for choice in choices
        ],
    }
    for criterion in checklist.criteria():
        for table, value, given in _of_criterion(criterion):
            row = _row(table, value, given | {("criterion",): criterion.id})
            found.setdefault(table.name, []).append(row)
    return found


def _of_criterion(
    criterion: Criterion,
) -> Iterator[tuple[Table, BaseModel, dict[Steps, Any]]]:
    """Yield what stands in other sheets, with the values its model does not have."""
    spec = criterion.answer
    if not spec.choices_from:
        for choice in spec.choices:
            yield CHOICES, choice, {("list",): None}
    for part in spec.parts:
        yield PARTS_AND_ITEMS, part, {("list",): "parts", ("unit",): None}
    for item in spec.items:
        yield PARTS_AND_ITEMS, item, {("list",): "items"}
    bands = criterion.points.bands if criterion.points else ()
    yield from ((BANDS, band, {}) for band in bands)
    yield from ((CONSTRAINTS, rule, {}) for rule in criterion.constraints)
    yield from ((LAWS, law, {}) for law in criterion.legal_basis)


def _without_comparator(criterion: Criterion) -> _Given:
    """A yes is not "at least" yes: the word would only puzzle."""
    target = criterion.target
    is_plain = target and target.answer and target.op is Comparator.AT_LEAST
    return {("target", "op"): None} if is_plain else {}


def _row(table: Table, value: BaseModel, given: _Given) -> Row:
    return tuple(
        _shown(c, given[c.steps] if c.steps in given else value_at(value, c.steps))
        for c in table.columns
    )


def _shown(column: Column, value: Any) -> Shown | None:  # noqa: ANN401 - whatever a model holds
    if value is None or value == column.blank:
        return None
    shown = column.kind.show(value)
    if isinstance(shown, str) and len(shown) > LONGEST_TEXT:
        raise UserError(
            f"“{column.heading}” dài {len(shown)} chữ, một ô chỉ chứa {LONGEST_TEXT}: "
            f"“{shown[:60]}…”. Hãy rút ngắn trong tệp YAML rồi xuất lại."
        )
    return shown
