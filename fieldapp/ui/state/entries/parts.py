"""A total and its parts, and what the parts leave unexplained.

Field names: "value" is the total, "part-qua-han" the part of that id.
"""

from dataclasses import dataclass

from fieldapp.domain.answers import AnswerValue, PartCount
from fieldapp.domain.asking import AnswerSpec
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.typing_in import Typed, read_whole
from fieldapp.domain.verdicts import figure
from fieldapp.domain.vietnamese import number_text
from fieldapp.ui.state.entries.pieces import Family, Piece, Texts

_PREFIX = "part-"


def part_name(part: str) -> str:
    """The field of a part."""
    return f"{_PREFIX}{part}"


def part_ids(spec: AnswerSpec, texts: Texts) -> tuple[str, ...]:
    """The parts that have a field: the criterion's, and others that were saved."""
    known = [part.id for part in spec.parts]
    others = [n.removeprefix(_PREFIX) for n in texts if n.startswith(_PREFIX)]
    return tuple(dict.fromkeys([*known, *others]))


def _read(criterion: Criterion, texts: Texts, before: AnswerValue | None) -> Piece:
    saved = [part.part for part in before.parts] if before else []
    order = dict.fromkeys([*saved, *part_ids(criterion.answer, texts)])
    typed = {part: read_whole(texts.get(part_name(part), "")) for part in order}
    problems = {part_name(p): t.problem for p, t in typed.items() if t.problem}
    if problems:
        return Piece(problems=problems)
    counts = tuple(_count(part, t) for part, t in typed.items() if t.digits)
    return Piece({"parts": counts} if counts else {})


def _count(part: str, typed: Typed) -> PartCount:
    return PartCount(part=part, count=int(typed.digits or 0))


def _write(_criterion: Criterion, body: AnswerValue) -> dict[str, str]:
    return {part_name(p.part): number_text(str(p.count)) for p in body.parts}


PARTS = Family(_read, _write, frozenset({"parts"}))


@dataclass(frozen=True)
class PartsSum:
    """How the parts stand to their total; `doubt` is "" where all is well.

    A doubt hinders nothing: what was found is saved all the same.
    """

    text: str = ""
    doubt: str = ""


def parts_sum(spec: AnswerSpec, body: AnswerValue | None) -> PartsSum:
    """Add the parts up; parts that are only "trong đó" need not reach the total."""
    if body is None or not body.parts:
        return PartsSum()
    added = sum(part.count for part in body.parts)
    total = figure(body.value)
    text = f"Cộng các phần: {number_text(str(added))}"
    if total is None or body.comparator is not None:
        return PartsSum(text)
    return PartsSum(text, _doubt(spec, body, added, int(total)))


def _doubt(spec: AnswerSpec, body: AnswerValue, added: int, total: int) -> str:
    shown = number_text(str(total))
    if not spec.must_add_up:
        above = [part.count for part in body.parts if part.count > total]
        one = number_text(str(max(above, default=0)))
        return f"Có phần {one} lớn hơn tổng {shown}: cần xem lại" if above else ""
    if added > total:
        over = number_text(str(added - total))
        return f"Các phần lớn hơn tổng {shown} là {over}: cần xem lại"
    left = number_text(str(total - added))
    return f"Còn {left} chưa rõ" if added < total else ""
