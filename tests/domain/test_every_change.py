"""Every field of every model: no change of a checklist goes untold."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from fieldapp.domain.changes import Change, changes
from fieldapp.domain.changes.names import KINDS, NAMES, WORDS
from fieldapp.domain.checklist import Checklist, Criterion, Section
from fieldapp.domain.targets import TargetRow
from fieldapp.domain.value import Value
from fieldapp.library.shape import read_shape
from fieldapp.library.yaml_text import read_document


def models(root: type[BaseModel]) -> set[type[BaseModel]]:
    """Every model that a checklist can hold."""
    found, waiting = set(), [root]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            for field in model.model_fields.values():
                waiting += _models_in(field.annotation)
    return found


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [m for part in get_args(annotation) for m in _models_in(part)]


EVERYTHING_TEXT = """\
format: fieldapp/checklist@1
id: du
title: "Đủ"
en: "All"
description: "Mô tả"
version: "1.0"
valid_from: 2025-01-01
valid_to: 2026-01-01
total_points: 10
points_step: 0.25
choice_lists:
  ds:
    - {id: d1, label: "một", en: "one", met: true}
    - {id: d2, label: "hai"}
targets:
  - {criterion: A01, year: 2025, unit_kind: xa, province: "C", value: 4, basis: "A"}
  - {criterion: A01, year: 2026, value: 5}
sections:
  - id: A
    title: "Phần A"
    en: "Section A"
    when: "year > 2024"
    criteria:
      - id: A01
        question: "Hỏi?"
        short: "Ngắn"
        help: "Lời"
        en: {question: "Q", short: "S", help: "H"}
        answer:
          type: choice
          numerator: "tử"
          denominator: "mẫu"
          unit: "bộ"
          min: 1
          max: 9
          step: 0.5
          judged: p1
          choices:
            - {id: c1, label: "một", en: "one", met: true}
            - {id: c2, label: "hai"}
          parts: [{id: p1, label: "phần", en: "part"}, {id: p2, label: "khác"}]
          items: [{id: i1, label: "máy", en: "PC", unit: "bộ"}, {id: i2, label: "bàn"}]
        when: "A02"
        constraints:
          - {check: "A01 > 0", message: "Sai", level: warning}
          - {check: "A01 > 1", message: "Sai nữa"}
        calculate: {value: "A02", num: "A03", den: "A04"}
        target:
          op: "<"
          value: 5
          by_year: {2025: 1, 2026: 2}
          by_date: 2025-01-01
          answer: yes
          unit: "%"
          basis: "Nghị quyết"
        points:
          max: 5
          rule: bands
          bands: [{at_least: 1, points: 2}, {at_least: 3, points: 4}]
          per_violation: 1
          per_item: 2
        evidence: {required: [photo, document], optional: [document], description: "x"}
        achievement: "Kết quả"
        achievement_aggregate: "Kết quả chung"
        shortcoming: "Hạn chế"
        shortcoming_aggregate: "Hạn chế chung"
        zero: "Không"
        recommendation: "Kiến nghị"
        legal_basis:
          - ref: "1/NĐ"
            cite: "Nghị định 1"
            issued_on: 2020-01-01
            valid_from: 2020-02-01
            valid_to: 2025-01-01
          - {ref: "2/NĐ"}
      - id: A02
        question: "Chọn?"
        answer: {type: choice, choices_from: ds}
  - id: B
    title: "Phần B"
    repeat: {entry: "hồ sơ", label: B01, fewest: 3, sampled: true}
    criteria:
      - {id: B01, question: "Mã hồ sơ?", answer: {type: text}}
      - {id: B02, question: "Đủ thành phần?", answer: {type: yes_no}}
"""


def everything() -> Checklist:
    """A checklist with every key; it need not make sense."""
    document, _ = read_document(EVERYTHING_TEXT, "du.yaml")
    assert document is not None
    found, mistakes = read_shape(Checklist, document.data)
    assert found is not None, mistakes
    return found


EVERYTHING = everything()

Step = tuple[type[BaseModel], str]
TRIED_WITHIN: set[Step] = set()


def others(value: Any) -> Iterator[Any]:
    """Other values that could stand where `value` stands."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, StrEnum):
        yield next(other for other in type(value) if other is not value)
    elif isinstance(value, str):
        yield value + "x"
    elif isinstance(value, int | Decimal):
        yield value + 1
    elif isinstance(value, dt.date):
        yield value + dt.timedelta(days=1)
    elif isinstance(value, tuple) and value:
        yield value[1:]
        yield value[::-1]
        yield (*value[:-1],)
    elif isinstance(value, dict) and value:
        yield {}
        yield dict(list(value.items())[1:])


def place_of(value: BaseModel) -> str:
    """The criterion or section that a change in `value` must name, if it says so."""
    if isinstance(value, Criterion | Section):
        return value.id
    return value.criterion if isinstance(value, TargetRow) else ""


def variants(value: BaseModel, place: str) -> Iterator[tuple[Step, str, BaseModel]]:
    """Yield (model and field, criterion or section, the value with one change)."""
    here = place_of(value) or place
    for name, field in type(value).model_fields.items():
        held = getattr(value, name)
        if name == "criteria" or isinstance(held, BaseModel):
            TRIED_WITHIN.add((type(value), name))
        step = (type(value), name)
        for other in others(held):
            if other != held:
                yield step, here, value.model_copy(update={name: other})
        if field.default is None and held is not None:
            yield step, here, value.model_copy(update={name: None})
        for inner_step, inner_place, inner in _inside(held, here):
            yield inner_step, inner_place, value.model_copy(update={name: inner})


def _inside(held: Any, place: str) -> Iterator[tuple[Step, str, Any]]:
    """Yield `held` with one change in it."""
    if isinstance(held, BaseModel):
        yield from variants(held, place)
    elif isinstance(held, tuple):
        for index, item in enumerate(held):
            for step, where, other in _inside(item, place):
                yield step, where, (*held[:index], other, *held[index + 1 :])
    elif isinstance(held, dict):
        yield from _inside_mapping(held, place)


def _inside_mapping(
    held: dict[Any, Any], place: str
) -> Iterator[tuple[Step, str, Any]]:
    for key, item in held.items():
        for other in others(item):
            yield (Value, ""), place, {**held, key: other}
        for step, where, other in _inside(item, place):
            yield step, where, {**held, key: other}


VARIANTS = list(variants(EVERYTHING, ""))


def test_every_field_of_every_model_is_tried() -> None:
    tried = {step for step, _, _ in VARIANTS}
    every = {(m, name) for m in models(Checklist) for name in m.model_fields}
    assert every - tried - TRIED_WITHIN == set()


def names_it(found: tuple[Change, ...], place: str) -> bool:
    ids = {change.where.criterion for change in found}
    ids |= {change.where.section for change in found} | {change.old for change in found}
    return not place or place in ids


@pytest.mark.parametrize("direction", ["there", "back"])
def test_a_change_of_any_field_is_told_at_its_place(direction: str) -> None:
    missed = []
    for (model, field), place, changed in VARIANTS:
        assert isinstance(changed, Checklist)
        both = (EVERYTHING, changed) if direction == "there" else (changed, EVERYTHING)
        found = changes(*both)
        if not found or not names_it(found, place):
            missed.append((model.__name__, field, place, [c.text for c in found]))
        assert all(c.old != c.new for c in found), found
    assert missed == []


def test_everything_has_a_name() -> None:
    for model in models(Checklist):
        assert issubclass(model, Value)
        assert set(NAMES[model]) == set(model.model_fields), model
    assert set(KINDS) | {"id"} == set(Criterion.model_fields)


def test_every_word_of_the_language_has_its_vietnamese() -> None:
    enums = {
        part
        for model in models(Checklist)
        for field in model.model_fields.values()
        for part in _enums_in(field.annotation)
    }
    assert {word for enum in enums for word in enum if word not in WORDS} == set()


def _enums_in(annotation: Any) -> list[type[StrEnum]]:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return [annotation]
    return [e for part in get_args(annotation) for e in _enums_in(part)]
