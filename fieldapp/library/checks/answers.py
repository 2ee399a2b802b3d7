"""What is asked for: choices, the words of a ratio, the limits of a score."""

from collections.abc import Iterator

from fieldapp.domain.asking import AnswerKind, AnswerSpec
from fieldapp.domain.checklist import Criterion
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path

_FEWEST_CHOICES = 2


def answer_mistakes(criterion: Criterion, path: Path) -> Iterator[Mistake]:
    """Yield what is wrong with the answer a criterion asks for."""
    spec, at = criterion.answer, (*path, "answer")
    yield from _choices(spec, at)
    yield from _ratio(spec, at)
    yield from _limits(spec, at)


def _choices(spec: AnswerSpec, at: Path) -> Iterator[Mistake]:
    if spec.type is AnswerKind.CHOICE and len(spec.choices) < _FEWEST_CHOICES:
        message = (
            "câu hỏi chọn một (choice) cần ít nhất hai mục trong choices; thêm mục"
        )
        yield Mistake(at, Code.CHOICES, message)
    if spec.type is not AnswerKind.CHOICE and spec.choices:
        message = f"choices chỉ dùng với kiểu choice, không dùng với {spec.type}; bỏ đi"
        yield Mistake((*at, "choices"), Code.CHOICES, message, at_key=True)
    seen: set[str] = set()
    for index, choice in enumerate(spec.choices):
        if choice.id in seen:
            message = f"mã lựa chọn “{choice.id}” đã dùng ở trên; đặt mã khác"
            yield Mistake((*at, "choices", index, "id"), Code.DUPLICATE_CHOICE, message)
        seen.add(choice.id)


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
