"""Lists inside an answer: the parts of a breakdown, the items of an inventory."""

import difflib
from collections.abc import Iterator

from fieldapp.domain.asking import AnswerSpec
from fieldapp.domain.expressions.kinds import STATES, VALUE
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path

_FEWEST = 2
_RESERVED = STATES | {VALUE}
"""What may not follow a dot in an expression as the name of a part."""


def part_mistakes(spec: AnswerSpec, at: Path) -> Iterator[Mistake]:
    """Yield what is wrong with the parts of a breakdown."""
    if len(spec.parts) < _FEWEST:
        message = "breakdown cần ít nhất hai phần trong parts; thêm phần"
        yield Mistake((*at, "parts"), Code.BREAKDOWN_PARTS, message)
    ids = [part.id for part in spec.parts]
    for index, part_id in enumerate(ids):
        where = (*at, "parts", index, "id")
        if part_id in ids[:index]:
            message = f"mã phần “{part_id}” đã dùng ở trên; đặt mã khác"
            yield Mistake(where, Code.BREAKDOWN_PARTS, message)
        if part_id in _RESERVED:
            message = f"mã phần “{part_id}” trùng từ của biểu thức; đặt mã khác"
            yield Mistake(where, Code.BREAKDOWN_PARTS, message)
    if spec.judged and spec.judged not in ids:
        yield Mistake((*at, "judged"), Code.BREAKDOWN_PARTS, _judged(spec.judged, ids))


def item_mistakes(spec: AnswerSpec, at: Path) -> Iterator[Mistake]:
    """Yield items of an inventory whose id stands twice."""
    seen: set[str] = set()
    for index, item in enumerate(spec.items):
        if item.id in seen:
            message = f"mã mục “{item.id}” đã dùng ở trên; đặt mã khác"
            yield Mistake((*at, "items", index, "id"), Code.DUPLICATE_ITEM, message)
        seen.add(item.id)


def _judged(judged: str, ids: list[str]) -> str:
    close = difflib.get_close_matches(judged, ids, n=1)
    hint = f"có phải là “{close[0]}”?" if close else f"chọn một trong: {', '.join(ids)}"
    return f"judged nêu phần “{judged}” không có trong parts; {hint}"
