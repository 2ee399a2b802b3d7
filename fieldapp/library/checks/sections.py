"""Sections: repeating groups, and ids that no expression could tell apart."""

from collections.abc import Iterator

from fieldapp.domain.asking import AnswerKind, Scope
from fieldapp.domain.checklist import Checklist, Section
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path


def section_mistakes(checklist: Checklist) -> Iterator[Mistake]:
    """Yield what is wrong with sections beyond what each criterion says."""
    for number, section in enumerate(checklist.sections):
        at: Path = ("sections", number)
        if checklist.criterion(section.id) is not None:
            message = (
                f"mã phần “{section.id}” trùng mã một tiêu chí; đặt mã khác cho phần, "
                "để biểu thức không nhầm"
            )
            yield Mistake((*at, "id"), Code.ID_SHARED, message)
        if section.repeat is not None:
            yield from _repeating(section, section.repeat.label, at)


def _repeating(section: Section, label: str, at: Path) -> Iterator[Mistake]:
    texts = [c.id for c in section.criteria if c.answer.type is AnswerKind.TEXT]
    if label and label not in texts:
        advice = f"chọn một trong: {', '.join(texts)}" if texts else "thêm một tiêu chí"
        message = (
            f"repeat.label phải là một tiêu chí kiểu text của phần này, không phải "
            f"“{label}”; {advice}"
        )
        yield Mistake((*at, "repeat", "label"), Code.REPEAT_LABEL, message)
    for index, criterion in enumerate(section.criteria):
        if criterion.asked_of is not Scope.UNIT:
            message = (
                "tiêu chí trong phần lặp được hỏi ở từng mục, không hỏi đơn vị trực "
                "thuộc; bỏ asked_of"
            )
            where = (*at, "criteria", index, "asked_of")
            yield Mistake(where, Code.REPEAT_ASKED_OF, message, at_key=True)
