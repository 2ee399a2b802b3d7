"""What is asked for: the words of a ratio, limits and steps, keys of other kinds."""

from collections.abc import Iterator
from decimal import Decimal

from fieldapp.domain.asking import AnswerKind, AnswerSpec
from fieldapp.domain.checklist import Criterion
from fieldapp.library.checks.choices import choice_mistakes
from fieldapp.library.checks.parts import item_mistakes, part_mistakes
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path

_ONLY_WITH: dict[str, AnswerKind] = {
    "step": AnswerKind.SCORE,
    "parts": AnswerKind.BREAKDOWN,
    "must_add_up": AnswerKind.BREAKDOWN,
    "judged": AnswerKind.BREAKDOWN,
    "items": AnswerKind.INVENTORY,
}


def answer_mistakes(criterion: Criterion, path: Path) -> Iterator[Mistake]:
    """Yield what is wrong with the answer a criterion asks for."""
    spec, at = criterion.answer, (*path, "answer")
    yield from choice_mistakes(spec, at)
    yield from _ratio(spec, at)
    yield from _limits(spec, at)
    yield from _keys_of_others(spec, at)
    if spec.type is AnswerKind.BREAKDOWN:
        yield from part_mistakes(spec, at)
    if spec.type is AnswerKind.INVENTORY:
        yield from item_mistakes(spec, at)
    if spec.step is not None and spec.type is AnswerKind.SCORE:
        yield from _step(spec, spec.step, at)


def _ratio(spec: AnswerSpec, at: Path) -> Iterator[Mistake]:
    if spec.type is AnswerKind.RATIO and not (spec.numerator and spec.denominator):
        message = (
            "tỷ lệ (ratio) cần lời cho tử số (numerator) và mẫu số (denominator); "
            "thêm cả hai"
        )
        yield Mistake(at, Code.RATIO_WORDS, message)
    if spec.type is not AnswerKind.RATIO and (spec.numerator or spec.denominator):
        message = f"numerator và denominator không dùng với kiểu {spec.type}; bỏ đi"
        yield Mistake(at, Code.RATIO_WORDS, message)


def _limits(spec: AnswerSpec, at: Path) -> Iterator[Mistake]:
    if spec.type is AnswerKind.SCORE and spec.max is None:
        message = "chấm điểm (score) cần max là điểm cao nhất; thêm max"
        yield Mistake(at, Code.LIMITS, message)
    if spec.type is AnswerKind.SCORE and spec.max is not None and spec.max <= 0:
        message = "max phải lớn hơn 0; sửa lại"
        yield Mistake((*at, "max"), Code.LIMITS, message)
    if spec.min is not None and spec.max is not None and spec.min > spec.max:
        message = f"min ({spec.min}) lớn hơn max ({spec.max}); sửa lại"
        yield Mistake((*at, "min"), Code.LIMITS, message)


def _keys_of_others(spec: AnswerSpec, at: Path) -> Iterator[Mistake]:
    for key, kind in _ONLY_WITH.items():
        said = getattr(spec, key) != AnswerSpec.model_fields[key].default
        if said and spec.type is not kind:
            message = (
                f"{key} chỉ dùng với kiểu {kind}, không dùng với {spec.type}; bỏ đi "
                "hoặc đổi type"
            )
            yield Mistake((*at, key), Code.ANSWER_KEY_UNFIT, message, at_key=True)


def _step(spec: AnswerSpec, step: Decimal, at: Path) -> Iterator[Mistake]:
    if step <= 0:
        message = "step (bước điểm) phải lớn hơn 0; ví dụ 0.25"
        yield Mistake((*at, "step"), Code.SCORE_STEP, message)
        return
    for key in ("min", "max"):
        limit: Decimal | None = getattr(spec, key)
        if limit is not None and limit % step:
            message = (
                f"{key} ({limit}) không chia hết cho bước {step}; sửa một trong hai"
            )
            yield Mistake((*at, key), Code.SCORE_STEP, message)
