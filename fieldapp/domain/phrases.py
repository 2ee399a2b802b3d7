"""What a source tells beside one figure, in words: changes, parts, lists, ranks.

What is not known is left out of the words; nothing is filled in for it.
"""

from collections.abc import Iterator
from itertools import groupby

from fieldapp.domain.answers import (
    ITEM_STATE_NAMES,
    AnswerValue,
    IndexStanding,
    Initiative,
    InventoryLine,
)
from fieldapp.domain.asking import AnswerKind, AnswerSpec
from fieldapp.domain.vietnamese import joined, number_text

COUNTED = frozenset({AnswerKind.COUNT, AnswerKind.PHOTO, AnswerKind.BREAKDOWN})
"""The kinds whose value counts things; only such figures take a leading zero."""

_SINGLE_DIGITS = frozenset("123456789")
_UNCHANGED = "không tăng, không giảm"


def count_text(digits: str, *, leading_zero: bool = False) -> str:
    """A count in running text, below 10 as "02" where wanted (domain reference E).

    Example:
        >>> count_text("2", leading_zero=True), count_text("0", leading_zero=True)
        ('02', '0')
    """
    zero = "0" if leading_zero and digits in _SINGLE_DIGITS else ""
    return f"{zero}{number_text(digits)}"


def percent_sign(spec: AnswerSpec) -> str:
    """The sign that stands right behind a figure of this kind: "%" or nothing."""
    is_rate = spec.type is AnswerKind.RATIO
    is_index = spec.type is AnswerKind.INDEX and spec.unit == "%"
    return "%" if is_rate or is_index else ""


def change_text(
    spec: AnswerSpec, change: str | None, *, leading_zero: bool = False
) -> str | None:
    """A signed difference in words: "tăng 40", "giảm 1,04%"; None without one."""
    if not change:
        return None
    digits = change.lstrip("+-")
    if not digits.strip("0."):
        return _UNCHANGED
    zero = leading_zero and spec.type in COUNTED and not spec.measure
    figure = count_text(digits, leading_zero=zero)
    return f"{_direction(change)} {figure}{percent_sign(spec)}"


def rank_change_text(
    index: IndexStanding | None, *, leading_zero: bool = False
) -> str | None:
    """How many places a rank moved: "giảm 02"; the template names the places."""
    if index is None or index.rank_change is None:
        return None
    if index.rank_change == 0:
        return _UNCHANGED
    moved = count_text(str(abs(index.rank_change)), leading_zero=leading_zero)
    return f"{_direction(str(index.rank_change))} {moved}"


def rank_text(index: IndexStanding | None) -> str | None:
    """A rank and, when known, out of how many: "12", "12/63"."""
    if index is None or index.rank is None:
        return None
    return f"{index.rank}/{index.rank_of}" if index.rank_of else str(index.rank)


def part_texts(
    spec: AnswerSpec, body: AnswerValue, *, leading_zero: bool = False
) -> dict[str, str]:
    """The known parts of a breakdown by their ids, in the criterion's order."""
    known = ((part.id, body.part(part.id)) for part in spec.parts)
    return {
        part: count_text(str(count), leading_zero=leading_zero)
        for part, count in known
        if count is not None
    }


def parts_text(
    spec: AnswerSpec, body: AnswerValue, *, leading_zero: bool = False
) -> str | None:
    """Known parts in words: "cấp huyện 21.146, cấp xã 92.322"; None without any."""
    found = part_texts(spec, body, leading_zero=leading_zero)
    labels = {part.id: part.label for part in spec.parts}
    return joined([f"{labels[part]} {count}" for part, count in found.items()]) or None


def unexplained(spec: AnswerSpec, body: AnswerValue) -> int | None:
    """What the parts of a breakdown leave of its total, negative when they exceed it.

    None without a whole total or without parts; where parts need not add up only
    the largest is held against the total, and None when it fits.
    """
    if spec.type is not AnswerKind.BREAKDOWN or body.comparator is not None:
        return None
    counts = [part.count for part in body.parts]
    if not counts or body.value is None or not body.value.isdecimal():
        return None
    if spec.must_add_up:
        return int(body.value) - sum(counts)
    return min(0, int(body.value) - max(counts)) or None


def items_text(
    spec: AnswerSpec, lines: tuple[InventoryLine, ...], *, leading_zero: bool = False
) -> str | None:
    """An inventory in words: "56 máy vi tính, 02 máy in (hỏng)"; None without lines.

    A line without a count says what there is and no number; such lines of one item
    share one mention: "máy lấy số (UBND quận, phường Phú Thứ)".
    """
    told = [_line(spec, line, leading_zero=leading_zero) for line in _merged(lines)]
    return joined(told) or None


def _merged(lines: tuple[InventoryLine, ...]) -> Iterator[InventoryLine]:
    for (_item, count, _state), alike in groupby(
        lines, key=lambda line: (line.item, line.count, line.state)
    ):
        same = list(alike)
        if count is not None or not all(line.where for line in same):
            yield from same
        else:
            where = joined([line.where for line in same])
            yield same[0].model_copy(update={"where": where})


def _line(spec: AnswerSpec, line: InventoryLine, *, leading_zero: bool) -> str:
    item = next((i for i in spec.items if i.id == line.item), None)
    name = item.label if item else line.item
    count = ""
    if line.count is not None:
        number = count_text(str(line.count), leading_zero=leading_zero)
        count = " ".join(w for w in (number, item.unit if item else "") if w)
    state = ITEM_STATE_NAMES[line.state] if line.state else ""
    beside = ", ".join(w for w in (state, line.where) if w)
    return " ".join(w for w in (count, name, f"({beside})" if beside else "") if w)


def initiatives_text(initiatives: tuple[Initiative, ...]) -> str | None:
    """Named initiatives in Vietnamese quotes, each with what is known of it."""
    plain = all(i == Initiative(name=i.name) for i in initiatives)
    separator = ", " if plain else "; "
    return separator.join(_initiative(i) for i in initiatives) or None


def _initiative(initiative: Initiative) -> str:
    beside = ": ".join(w for w in (initiative.where, initiative.result) if w)
    told = (
        f"“{initiative.name}”",
        initiative.scope,
        f"({beside})" if beside else "",
    )
    return " ".join(w for w in told if w)


def _direction(change: str) -> str:
    return "giảm" if change.startswith("-") else "tăng"
