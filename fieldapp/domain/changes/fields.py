"""The differences between two values of one model, field by field.

Every field is compared, so a field added to a model later is told without a line
here (its name in `names` is asked for by a test).
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from fieldapp.domain.asking import Labelled
from fieldapp.domain.changes.lists import matched
from fieldapp.domain.changes.names import NAMES
from fieldapp.domain.changes.values import both_shown, deadline, quoted, shown
from fieldapp.domain.checklist import Constraint
from fieldapp.domain.law import LegalBasis
from fieldapp.domain.points import Band
from fieldapp.domain.targets import Target, TargetRow
from fieldapp.domain.value import Value

_IN_TITLE = frozenset({"label", "ref", "check", "at_least"})
VERIFIED = ("chưa xác minh", "đã xác minh")


class Difference(NamedTuple):
    """What differs and how it reads before and after; "" where there is nothing."""

    what: str
    old: str
    new: str
    about_verifying: bool = False


def differences(
    old: Value, new: Value, within: str = "", without: Iterable[str] = ()
) -> Iterator[Difference]:
    """Yield what differs between two values of one model.

    `within` says what they are ("căn cứ “61/2018/NĐ-CP”"); the fields `without` are
    left to the caller.
    """
    for name in type(old).model_fields:
        was, now = getattr(old, name), getattr(new, name)
        if was != now and name not in without:
            yield from field_differences(old, new, name, within)


def field_differences(
    old: Value, new: Value, name: str, within: str = ""
) -> Iterator[Difference]:
    """Yield what differs in the field `name` of two values of one model."""
    was, now = getattr(old, name), getattr(new, name)
    what = _joined(within, NAMES[type(old)][name])
    if name == "verified":
        yield Difference(what, VERIFIED[was], VERIFIED[now], about_verifying=True)
    elif isinstance(was, Value) and isinstance(now, Value):
        yield from differences(was, now)
    elif name == "by_year":
        yield from _years(what, old, new)
    elif _holds_models(was) or _holds_models(now):
        yield from list_differences(what, was, now)
    elif isinstance(was, Value) or isinstance(now, Value):
        yield Difference(what, summary(was), summary(now))
    else:
        yield Difference(what, *_both(old, new, name))


def _holds_models(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(v, BaseModel) for v in value)


def _both(old: Value, new: Value, name: str) -> tuple[str, str]:
    was, now = getattr(old, name), getattr(new, name)
    if isinstance(old, Target) and name == "value":
        return _figure(old, was), _figure(new, now)
    say = _OWN_WORDS.get(name)
    return (say(was), say(now)) if say else both_shown(was, now)


_ANSWERS = {"yes": "có", "no": "không"}
_MET = {True: "đạt", False: "chưa đạt"}
_OWN_WORDS: dict[str, Callable[[Any], str]] = {
    "by_date": deadline,
    "answer": lambda value: _ANSWERS.get(value, shown(value)),
    "met": lambda value: _MET.get(value, ""),
}
"""Fields whose values read better in words of their own."""


def _figure(target: Value, value: object) -> str:
    """Return a target's figure with its unit: "45%", "5 hồ sơ/năm"."""
    return with_unit(shown(value), getattr(target, "unit", ""))


def with_unit(text: str, unit: str) -> str:
    """Return a figure with its unit; "" stays ""."""
    if not text or not unit:
        return text
    return f"{text}%" if unit == "%" else f"{text} {unit}"


def _years(what: str, old: Value, new: Value) -> Iterator[Difference]:
    was, now = getattr(old, "by_year", {}), getattr(new, "by_year", {})
    for year in sorted(was | now):
        if was.get(year) != now.get(year):
            before, after = _figure(old, was.get(year)), _figure(new, now.get(year))
            yield Difference(f"{what} {year}", before, after)


def list_differences(
    what: str, old: tuple[Value, ...], new: tuple[Value, ...]
) -> Iterator[Difference]:
    """Yield what was added to a list, taken from it, changed or put elsewhere in it."""
    found = matched(old, new)
    for was, now in found.pairs:
        yield from differences(was, now, f"{what} {title(now)}")
    yield from (Difference(what, summary(item), "") for item in found.gone)
    yield from (Difference(what, "", summary(item)) for item in found.added)
    if found.order_changed:
        before, after = (", ".join(map(title, items)) for items in found.orders)
        yield Difference(f"thứ tự {what}", before, after)


def title(item: Value) -> str:
    """Return what one of a list's items is called."""
    if isinstance(item, Labelled):
        return quoted(item.label)
    if isinstance(item, LegalBasis):
        return quoted(item.ref)
    if isinstance(item, Constraint):
        return quoted(item.check)
    if isinstance(item, Band):
        return f"từ {shown(item.at_least)}"
    return row_place(item) if isinstance(item, TargetRow) else ""


def row_place(row: TargetRow) -> str:
    """Return for whom a row of the target table holds."""
    kind = f" của {shown(row.unit_kind)}" if row.unit_kind else ""
    province = f" tại {row.province}" if row.province else ""
    return f"năm {row.year}{kind}{province}"


def summary(value: Value | None) -> str:
    """Return a whole value in few words: its title and what is not as usual."""
    if value is None:
        return ""
    fields = type(value).model_fields
    parts = [
        part
        for name, field in fields.items()
        if field.is_required() or getattr(value, name) != field.get_default()
        if (part := _named(value, name))
    ]
    told = title(value)
    if not told:
        return "; ".join(parts) or "để trống"
    return f"{told} ({'; '.join(parts)})" if parts else told


def _named(value: Value, name: str) -> str:
    """Return one field with its name; "" for what the title says already."""
    content = getattr(value, name)
    if name == "verified":
        return VERIFIED[content]
    if _holds_models(content):
        return ", ".join(summary(item) for item in content)
    if isinstance(content, dict):
        return ", ".join(
            f"năm {key} {_figure(value, item)}" for key, item in content.items()
        )
    if name in _IN_TITLE and title(value):
        return ""
    if content is None or content == "":
        return ""
    said = _OWN_WORDS.get(name, shown)(content)
    return f"{NAMES[type(value)][name]} {said}".strip()


def _joined(within: str, name: str) -> str:
    return f"{within}, {name}" if within and name else within or name
