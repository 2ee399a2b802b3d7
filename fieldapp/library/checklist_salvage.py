"""What can be read of a checklist whose shape is wrong somewhere.

All mistakes are told at once: a key misspelt in one criterion must not hide a wrong
expression in another. What could not be read has a stand-in, so that places stay right.
"""

from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from fieldapp.domain.asking import AnswerKind, AnswerSpec, Choice
from fieldapp.domain.checklist import Checklist, Criterion, Repeat, Section

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Salvage:
    """The readable rest of a checklist.

    `unreadable` are the ids of criteria of which nothing more is known; without
    `names_known` there may be others whose very ids could not be read.
    """

    checklist: Checklist
    unreadable: frozenset[str]
    names_known: bool


def salvaged(data: Any) -> Salvage:  # noqa: ANN401 - data as parsed
    """Return what can be read of `data`, the content of a checklist file."""
    whole = data if isinstance(data, dict) else {}
    raw_sections = whole.get("sections")
    kept = _Kept()
    sections = [_section(raw, kept) for raw in _list(raw_sections, kept)]
    checklist = Checklist.model_construct(
        format="",
        id="",
        title="",
        version="",
        choice_lists=_choice_lists(whole.get("choice_lists")),
        sections=tuple(sections),
    )
    return Salvage(checklist, frozenset(kept.unreadable), kept.names_known)


class _Kept:
    """What is noted on the way."""

    def __init__(self) -> None:
        self.unreadable: set[str] = set()
        self.names_known = True


def _list(raw: object, kept: _Kept) -> list[Any]:
    if isinstance(raw, list):
        return raw
    kept.names_known = False
    return []


def _section(raw: object, kept: _Kept) -> Section:
    keys = raw if isinstance(raw, dict) else {}
    criteria = [_criterion(c, kept) for c in _list(keys.get("criteria"), kept)]
    repeat = Repeat.model_construct(entry="") if keys.get("repeat") else None
    return Section.model_construct(
        id=_text(keys.get("id")),
        title="",
        when=_text(keys.get("when")).strip(),
        repeat=repeat,
        criteria=tuple(criteria),
    )


def _criterion(raw: object, kept: _Kept) -> Criterion:
    found = _read(Criterion, raw)
    if found is not None:
        return found
    criterion_id = _text(raw.get("id")) if isinstance(raw, dict) else ""
    kept.unreadable.add(criterion_id)
    kept.names_known = kept.names_known and bool(criterion_id)
    spec = AnswerSpec(type=AnswerKind.TEXT)
    return Criterion.model_construct(id=criterion_id, question="", answer=spec)


def _choice_lists(raw: object) -> dict[str, tuple[Choice, ...]]:
    lists = raw if isinstance(raw, dict) else {}
    return {
        name: tuple(c for item in items if (c := _read(Choice, item)) is not None)
        for name, items in lists.items()
        if isinstance(items, list)
    }


def _read(model: type[M], raw: object) -> M | None:
    try:
        return model.model_validate(raw)
    except ValidationError:
        return None  # already told by the whole checklist's shape


def _text(raw: object) -> str:
    return raw if isinstance(raw, str) else ""
