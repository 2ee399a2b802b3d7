"""Choices: of a criterion itself, and the lists that criteria share."""

import difflib
from collections.abc import Collection, Iterator

from fieldapp.domain.asking import AnswerKind, AnswerSpec, Choice
from fieldapp.domain.checklist import Checklist
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path

_FEWEST = 2


def choice_mistakes(spec: AnswerSpec, at: Path) -> Iterator[Mistake]:
    """Yield what is wrong with the choices that stand in one criterion at `at`."""
    is_choice = spec.type is AnswerKind.CHOICE
    if is_choice and not spec.choices_from and len(spec.choices) < _FEWEST:
        message = (
            "câu hỏi chọn một (choice) cần ít nhất hai mục trong choices; thêm mục, "
            "hoặc dùng danh sách chung bằng choices_from"
        )
        yield Mistake(at, Code.CHOICES, message)
    if not is_choice and spec.choices and not spec.choices_from:
        message = f"choices chỉ dùng với kiểu choice, không dùng với {spec.type}; bỏ đi"
        yield Mistake((*at, "choices"), Code.CHOICES, message, at_key=True)
    if not is_choice and spec.choices_from:
        message = (
            f"choices_from chỉ dùng với kiểu choice, không phải {spec.type}; bỏ đi"
        )
        yield Mistake((*at, "choices_from"), Code.CHOICES, message, at_key=True)
    if not spec.choices_from:
        yield from _twice(spec.choices, (*at, "choices"))


def choice_list_mistakes(written: Checklist) -> Iterator[Mistake]:
    """Yield what is wrong with shared lists and their use.

    `written` is the checklist before its lists are put in place.
    """
    used: set[str] = set()
    for number, section in enumerate(written.sections):
        for index, criterion in enumerate(section.criteria):
            spec = criterion.answer
            if spec.choices_from:
                used.add(spec.choices_from)
                at = ("sections", number, "criteria", index, "answer", "choices_from")
                yield from _use(spec, written.choice_lists, at)
    for name, choices in written.choice_lists.items():
        yield from _list(name, choices, used)


def _use(spec: AnswerSpec, lists: Collection[str], at: Path) -> Iterator[Mistake]:
    if spec.choices:
        message = (
            "lựa chọn viết hai lần, ở choices và ở choices_from; giữ một trong hai"
        )
        yield Mistake(at, Code.CHOICES_TWICE, message, at_key=True)
    if spec.choices_from not in lists:
        yield Mistake(at, Code.UNKNOWN_CHOICE_LIST, _unknown(spec.choices_from, lists))


def _unknown(name: str, lists: Collection[str]) -> str:
    said = f"không có danh sách lựa chọn “{name}” trong choice_lists"
    close = difflib.get_close_matches(name, lists, n=1)
    if close:
        return f"{said}; có phải là “{close[0]}”?"
    if lists:
        return f"{said}; các danh sách đang có: {', '.join(lists)}"
    return f"{said}; thêm danh sách đó vào choice_lists ở đầu tệp"


def _list(
    name: str, choices: tuple[Choice, ...], used: Collection[str]
) -> Iterator[Mistake]:
    at: Path = ("choice_lists", name)
    if name not in used:
        message = (
            f"không tiêu chí nào dùng danh sách “{name}”; bỏ đi, hoặc ghi "
            f"choices_from: {name} ở tiêu chí cần nó"
        )
        yield Mistake(at, Code.UNUSED_CHOICE_LIST, message, at_key=True)
    if len(choices) < _FEWEST:
        message = f"danh sách “{name}” cần ít nhất hai lựa chọn; thêm mục"
        yield Mistake(at, Code.CHOICES, message, at_key=True)
    yield from _twice(choices, at)


def _twice(choices: tuple[Choice, ...], at: Path) -> Iterator[Mistake]:
    seen: set[str] = set()
    for index, choice in enumerate(choices):
        if choice.id in seen:
            message = f"mã lựa chọn “{choice.id}” đã dùng ở trên; đặt mã khác"
            yield Mistake((*at, index, "id"), Code.DUPLICATE_CHOICE, message)
        seen.add(choice.id)
