"""Ids that must differ, points that must add up, dates in order."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.vietnamese import decimal_text
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path


def duplicate_mistakes(data: Any) -> Iterator[Mistake]:  # noqa: ANN401 - data as parsed
    """Yield section and criterion ids that stand twice, in data not yet validated."""
    yield from _twice(_section_ids(data), Code.DUPLICATE_SECTION, "mã phần")
    yield from _twice(_criterion_ids(data), Code.DUPLICATE_CRITERION, "mã tiêu chí")


def _raw_criteria(data: Any) -> Iterator[tuple[Path, dict[str, Any]]]:  # noqa: ANN401 - as above
    """Yield path and data of everything that stands where a criterion belongs."""
    for number, section in _mappings(data, "sections"):
        for index, criterion in _mappings(section, "criteria"):
            yield ("sections", number, "criteria", index), criterion


def total_mistakes(checklist: Checklist) -> Iterator[Mistake]:
    """Yield a mistake when the points do not add up to `total_points`."""
    wanted = checklist.total_points
    found = sum((s.max_points for s in checklist.sections), Decimal(0))
    if wanted is not None and wanted != found:
        message = (
            f"tổng điểm các tiêu chí là {decimal_text(found)}, không phải "
            f"{decimal_text(wanted)}; sửa điểm tiêu chí hoặc total_points"
        )
        yield Mistake(("total_points",), Code.POINTS_TOTAL, message)
    start, end = checklist.valid_from, checklist.valid_to
    if start and end and end < start:
        yield Mistake(("valid_to",), Code.VALIDITY, _REVERSED)


def basis_mistakes(criterion: Criterion, path: Path) -> Iterator[Mistake]:
    """Yield legal texts that end before they begin."""
    for index, basis in enumerate(criterion.legal_basis):
        start, end = basis.valid_from, basis.valid_to
        if start and end and end < start:
            at = (*path, "legal_basis", index, "valid_to")
            yield Mistake(at, Code.VALIDITY, _REVERSED)


_REVERSED = "ngày hết hiệu lực (valid_to) trước ngày có hiệu lực (valid_from); sửa lại"


def _twice(ids: Iterator[tuple[Path, str]], code: Code, name: str) -> Iterator[Mistake]:
    seen: set[str] = set()
    for path, value in ids:
        if value in seen:
            yield Mistake(path, code, f"{name} “{value}” đã dùng ở trên; đặt mã khác")
        seen.add(value)


def _section_ids(data: Any) -> Iterator[tuple[Path, str]]:  # noqa: ANN401 - as above
    for number, section in _mappings(data, "sections"):
        if isinstance(section.get("id"), str):
            yield ("sections", number, "id"), section["id"]


def _criterion_ids(data: Any) -> Iterator[tuple[Path, str]]:  # noqa: ANN401 - as above
    for path, criterion in _raw_criteria(data):
        if isinstance(criterion.get("id"), str):
            yield (*path, "id"), criterion["id"]


def _mappings(data: Any, key: str) -> Iterator[tuple[int, dict[str, Any]]]:  # noqa: ANN401 - as above
    items = data.get(key) if isinstance(data, dict) else None
    if isinstance(items, list):
        for index, item in enumerate(items):
            if isinstance(item, dict):
                yield index, item
