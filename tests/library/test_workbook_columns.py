"""No key of the language is without its column, and no column without a key."""

from pydantic import BaseModel

from fieldapp.domain.asking import AnswerSpec, Choice, Item
from fieldapp.domain.checklist import (
    Calculation,
    Checklist,
    Constraint,
    Criterion,
    English,
    Evidence,
    Repeat,
    Section,
)
from fieldapp.domain.law import LegalBasis
from fieldapp.domain.points import Band, Points
from fieldapp.domain.targets import Target, TargetRow
from fieldapp.library.workbook.columns import Table
from fieldapp.library.workbook.criterion_columns import CRITERIA
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
from fieldapp.library.workbook.writing import REQUIRED

GROUPS: dict[str, type[BaseModel]] = {
    "answer": AnswerSpec,
    "calculate": Calculation,
    "target": Target,
    "points": Points,
    "evidence": Evidence,
    "repeat": Repeat,
}
ELSEWHERE = {"sections", "criteria", "choice_lists", "targets", "constraints"}
ROWS = {("answer", k) for k in ("choices", "parts", "items")} | {("points", "bands")}


def keys(model: type[BaseModel]) -> set[tuple[str, ...]]:
    """Return the keys of one row: groups opened, lists of groups left out."""
    found: set[tuple[str, ...]] = set()
    for name in set(model.model_fields) - ELSEWHERE - {"legal_basis"}:
        group = English if (model, name) == (Criterion, "en") else GROUPS.get(name)
        if group is None or model not in {Criterion, Section}:
            found.add((name,))
        else:
            found |= {(name, key) for key in group.model_fields}
    return found - ROWS


def columns(
    table: Table, *, beside: str = "criterion list sheet"
) -> set[tuple[str, ...]]:
    return {c.steps for c in table.columns} - {(name,) for name in beside.split()}


def test_every_key_has_its_column() -> None:
    assert columns(HEAD) == keys(Checklist)
    assert columns(SECTIONS) == keys(Section)
    assert columns(CRITERIA) == keys(Criterion)
    assert columns(TARGETS, beside="") == keys(TargetRow)
    assert columns(CHOICES) == keys(Choice)
    assert columns(PARTS_AND_ITEMS) == keys(Item)
    assert columns(BANDS) == keys(Band)
    assert columns(CONSTRAINTS) == keys(Constraint)
    assert columns(LAWS) == keys(LegalBasis)


def test_headings_are_unique_in_their_sheet_and_fit_their_notes() -> None:
    for table in (HEAD, SECTIONS, CRITERIA, TARGETS, CHOICES, PARTS_AND_ITEMS, LAWS):
        headings = [c.heading.casefold() for c in table.columns]
        assert len(set(headings)) == len(headings)
        assert REQUIRED.get(table.name, set()) <= {c.heading for c in table.columns}
