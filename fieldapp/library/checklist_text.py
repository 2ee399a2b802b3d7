"""A checklist as YAML text that a person would want to read and edit.

Sections and criteria stand in blocks, one key a line; short groups in one line; every
text for people in quotes. Only what differs from its default is written, in the order
of the models, so that two files can be compared line by line.
"""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from fieldapp.domain.asking import AnswerSpec
from fieldapp.domain.checklist import Checklist
from fieldapp.domain.value import Text
from fieldapp.library.yaml_scalars import readably_quoted, scalar

_WIDEST = 110
"""A group with lists of groups inside is broken up when its line gets longer."""
_ALWAYS_BLOCK = frozenset({"sections", "criteria", "choice_lists"})
_SPACED = frozenset({"sections", "criteria"})
_CLEANED = get_args(Text)[1]


def write_checklist(checklist: Checklist) -> str:
    """Return `checklist` as the text of a file.

    Read again, the text gives an equal checklist. Choices that came from one of the
    checklist's lists are written there only.
    """
    content = _plain(checklist) | {"format": checklist.format}
    lines = [x for key, value in content.items() for x in _entry(key, value, "")]
    return "\n".join(lines) + "\n"


def _plain(value: BaseModel) -> dict[str, Any]:
    """Return what differs from its default, every scalar as it is written."""
    return {
        name: _written(getattr(value, name), is_text=_CLEANED in field.metadata)
        for name, field in type(value).model_fields.items()
        if not _is_left_out(value, name, field)
    }


def _is_left_out(value: BaseModel, name: str, field: FieldInfo) -> bool:
    if isinstance(value, AnswerSpec) and name == "choices" and value.choices_from:
        return True
    if field.is_required():
        return False
    default = field.get_default(call_default_factory=True, validated_data={})
    return bool(getattr(value, name) == default)


def _written(value: Any, *, is_text: bool) -> Any:  # noqa: ANN401 - whatever a model holds
    if isinstance(value, BaseModel):
        return _plain(value)
    if isinstance(value, Mapping):
        return {scalar(k): _written(v, is_text=is_text) for k, v in value.items()}
    if isinstance(value, tuple):
        return [_written(item, is_text=is_text) for item in value]
    return readably_quoted(value) if is_text else scalar(value)


def _entry(key: str, value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 - as above
    """Yield the lines of one key and its value."""
    line = f"{indent}{key}: {_flow(value)}"
    if isinstance(value, dict) and _needs_block(key, value, line):
        yield f"{indent}{key}:"
        for inner, item in value.items():
            yield from _entry(inner, item, f"{indent}  ")
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        yield f"{indent}{key}:"
        yield from _items(key, value, f"{indent}  ")
    else:
        yield line


def _items(key: str, items: list[Any], indent: str) -> Iterator[str]:
    """Yield the items of a list of groups, each after its dash."""
    for index, item in enumerate(items):
        if index and key in _SPACED:
            yield ""
        line = f"{indent}- {_flow(item)}"
        if not _needs_block(key, item, line):
            yield line
            continue
        inner = [x for k, v in item.items() for x in _entry(k, v, f"{indent}  ")]
        yield f"{indent}- {inner[0].lstrip()}"
        yield from inner[1:]


def _needs_block(key: str, group: dict[str, Any], line: str) -> bool:
    if key in _ALWAYS_BLOCK:
        return True
    return len(line) > _WIDEST and any(_holds_groups(v) for v in group.values())


def _holds_groups(value: Any) -> bool:  # noqa: ANN401 - as above
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _flow(value: Any) -> str:  # noqa: ANN401 - as above
    """Return a value in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    return str(value)
