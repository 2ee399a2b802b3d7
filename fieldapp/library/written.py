"""How numbers and dates may be written in a file, held before pydantic reads them.

Pydantic alone would take "1_000", "1e3" or a bare "2024" as a date (seconds since
1970); a file must not mean something its author did not write.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_WHOLE = re.compile(r"-?[0-9]+")
# As many as can be typed on screen; far below where Decimal would begin to round.
_MOST_DIGITS = 15
_MOST_DECIMALS = 6

Check = Callable[[str], tuple[Code, str] | None]


def written_mistakes(
    model: type[BaseModel], data: object, path: Path = ()
) -> Iterator[Mistake]:
    """Yield a mistake for each number or date not written as the language asks.

    Values that are no text are left to pydantic.
    """
    if not isinstance(data, dict):
        return
    plan = _plan(model)
    for key, value in data.items():
        step = plan.get(key)
        if step is not None:
            yield from _follow(step, value, (*path, key))


def _follow(step: object, value: object, path: Path) -> Iterator[Mistake]:
    if isinstance(step, type) and issubclass(step, BaseModel):
        yield from written_mistakes(step, value, path)
    elif isinstance(step, tuple):
        yield from _follow_all(step, value, path)
    elif callable(step) and isinstance(value, str):
        wrong = step(value)
        if wrong is not None:
            yield Mistake(path, *wrong)


def _follow_all(step: tuple[Any, ...], value: object, path: Path) -> Iterator[Mistake]:
    """Follow a list (`("list", item)`) or a mapping (`("dict", key, item)`)."""
    if step[0] == "list" and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _follow(step[1], item, (*path, index))
    elif step[0] == "dict" and isinstance(value, dict):
        for key, item in value.items():
            for mistake in _follow(step[1], key, (*path, key)):
                yield Mistake(mistake.path, mistake.code, mistake.message, at_key=True)
            yield from _follow(step[2], item, (*path, key))


@cache
def _plan(model: type[BaseModel]) -> dict[str, Any]:
    """Return what to hold each field of `model` against; fields of text are absent."""
    plan = {}
    for name, field in model.model_fields.items():
        step = _step(field.annotation)
        if step is not None:
            plan[field.alias or name] = step
    return plan


def _step(annotation: Any) -> Any:  # noqa: ANN401 - an annotation can be anything
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _step(args[0])
    if origin in (Union, UnionType):
        return next((s for a in args if (s := _step(a)) is not None), None)
    if origin is tuple:
        inner = _step(args[0])
        return None if inner is None else ("list", inner)
    if origin is dict:
        return ("dict", _step(args[0]), _step(args[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return _SCALARS.get(annotation)


def number_problem(text: str) -> tuple[Code, str] | None:
    """Say what is wrong with a number's text, or None."""
    if _NUMBER.fullmatch(text):
        return _too_long(text)
    swapped = text.replace(",", ".")
    if _NUMBER.fullmatch(swapped):
        advice = f"dấu thập phân trong tệp là dấu chấm: viết {swapped}"
    else:
        advice = "viết bằng chữ số, ví dụ 12.5"
    return Code.NOT_A_NUMBER, f"“{text}” không phải là số; {advice}"


def whole_problem(text: str) -> tuple[Code, str] | None:
    """Say what is wrong with a whole number's text, or None."""
    if _WHOLE.fullmatch(text):
        return _too_long(text)
    message = f"“{text}” không phải là số nguyên; viết chỉ bằng chữ số, ví dụ 15"
    return Code.NOT_A_NUMBER, message


def _too_long(text: str) -> tuple[Code, str] | None:
    whole, _, decimals = text.removeprefix("-").partition(".")
    if len(whole) <= _MOST_DIGITS and len(decimals) <= _MOST_DECIMALS:
        return None
    message = (
        f"số “{text[:20]}…” quá dài; nhiều nhất {_MOST_DIGITS} chữ số và "
        f"{_MOST_DECIMALS} chữ số thập phân"
    )
    return Code.NOT_A_NUMBER, message


def date_problem(text: str) -> tuple[Code, str] | None:
    """Say what is wrong with a date's text, or None."""
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            dt.date.fromisoformat(text)
            return None
    except ValueError:
        message = f"không có ngày {text} trong lịch; kiểm tra lại ngày và tháng"
        return Code.NOT_A_DATE, message
    message = f"“{text}” không phải là ngày; viết năm-tháng-ngày, ví dụ 2025-07-01"
    return Code.NOT_A_DATE, message


def moment_problem(text: str) -> tuple[Code, str] | None:
    """Say what is wrong with a moment's text (ISO 8601 with its offset), or None."""
    try:
        if re.match(r"\d{4}-\d{2}-\d{2}T", text):
            moment = dt.datetime.fromisoformat(text)
            if moment.tzinfo is not None:
                return None
    except ValueError:
        pass
    message = f"“{text}” không phải thời điểm; ví dụ 2026-02-05T08:30:00+07:00"
    return Code.NOT_A_DATE, message


_SCALARS: dict[Any, Check] = {
    dt.datetime: moment_problem,
    Decimal: number_problem,
    int: whole_problem,
    dt.date: date_problem,
}
