"""The target table: lines that fit a criterion, and never two truths."""

import difflib
from collections.abc import Iterator

from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.targets import TargetRow
from fieldapp.library.checks.targets import NUMBER_KINDS, given_keys
from fieldapp.library.codes import Code
from fieldapp.library.documents import Mistake, Path


def table_mistakes(checklist: Checklist) -> Iterator[Mistake]:
    """Yield what is wrong with the target table, and targets that it leaves empty."""
    first: dict[object, int] = {}
    for index, row in enumerate(checklist.targets):
        at: Path = ("targets", index)
        yield from _row(checklist, row, at)
        before = first.setdefault(row.place, index)
        if before != index:
            message = (
                f"chỉ tiêu của {row.criterion} cho cùng năm, loại đơn vị và tỉnh đã có "
                f"ở dòng thứ {before + 1} của bảng; bỏ một trong hai"
            )
            yield Mistake(at, Code.TABLE_TWICE, message)
    yield from _empty_targets(checklist)


def _row(checklist: Checklist, row: TargetRow, at: Path) -> Iterator[Mistake]:
    criterion = checklist.criterion(row.criterion)
    if criterion is None:
        known = [c.id for c in checklist.criteria()]
        message = _unknown(row.criterion, known)
        yield Mistake((*at, "criterion"), Code.TABLE_CRITERION, message)
    elif criterion.answer.type not in NUMBER_KINDS:
        message = (
            f"tiêu chí {row.criterion} kiểu {criterion.answer.type} không có chỉ tiêu "
            "bằng số; bỏ dòng này khỏi bảng"
        )
        yield Mistake((*at, "criterion"), Code.TABLE_CRITERION, message)
    else:
        yield from _beside(criterion, row, at)


def _beside(criterion: Criterion, row: TargetRow, at: Path) -> Iterator[Mistake]:
    """Hold a line against what the criterion itself says."""
    target = criterion.target
    if target is None:
        message = (
            f"tiêu chí {row.criterion} chưa có target; thêm target với op và unit, ví "
            'dụ target: {op: ">=", unit: "%"}'
        )
        yield Mistake((*at, "criterion"), Code.TABLE_WITHOUT_TARGET, message)
    elif row.year in target.by_year:
        message = (
            f"chỉ tiêu năm {row.year} của {row.criterion} có cả ở đây và ở by_year của "
            "tiêu chí; giữ một nơi"
        )
        yield Mistake((*at, "year"), Code.TARGET_TWO_TRUTHS, message)


def _empty_targets(checklist: Checklist) -> Iterator[Mistake]:
    for number, section in enumerate(checklist.sections):
        for index, criterion in enumerate(section.criteria):
            target = criterion.target
            if target is None or given_keys(target):
                continue
            if not checklist.target_rows(criterion.id):
                message = (
                    "chỉ tiêu chưa có mức nào: thêm một trong value, by_year, by_date, "
                    "answer, hoặc một dòng trong bảng targets ở đầu tệp"
                )
                at = ("sections", number, "criteria", index, "target")
                yield Mistake(at, Code.TARGET_NOT_ONE, message)


def _unknown(criterion_id: str, known: list[str]) -> str:
    said = f"bảng chỉ tiêu nêu tiêu chí “{criterion_id}” không có trong bộ tiêu chí"
    close = difflib.get_close_matches(criterion_id, known, n=1)
    return f"{said}; có phải là “{close[0]}”?" if close else f"{said}; sửa mã"
