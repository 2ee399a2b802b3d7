"""Words of the cells: what a drop-down shows for each code of the language."""

from collections.abc import Mapping

from fieldapp.domain.asking import AnswerKind, Scope
from fieldapp.domain.checklist import EvidenceKind, Level
from fieldapp.domain.points import PointsRule
from fieldapp.domain.targets import Comparator
from fieldapp.domain.units import UNIT_KIND_NAMES, UnitKind

YES_NO: Mapping[str, str] = {"yes": "có", "no": "không"}

ANSWER_KINDS: Mapping[str, str] = {
    AnswerKind.YES_NO: "có/không",
    AnswerKind.COUNT: "số đếm",
    AnswerKind.RATIO: "tỷ lệ",
    AnswerKind.SCORE: "điểm chấm",
    AnswerKind.DATE: "ngày",
    AnswerKind.TEXT: "chữ",
    AnswerKind.CHOICE: "chọn một",
    AnswerKind.DOCUMENT: "văn bản",
    AnswerKind.PHOTO: "ảnh",
    AnswerKind.BREAKDOWN: "tổng và các phần",
    AnswerKind.INVENTORY: "thống kê đồ vật",
    AnswerKind.INITIATIVES: "mô hình sáng kiến",
    AnswerKind.INDEX: "chỉ số xếp hạng",
}

SCOPES: Mapping[str, str] = {
    Scope.UNIT: "đơn vị được kiểm tra",
    Scope.SUB_UNITS: "đơn vị trực thuộc",
    Scope.BOTH: "cả hai",
}

COMPARATORS: Mapping[str, str] = {
    Comparator.AT_LEAST: "ít nhất",
    Comparator.MORE_THAN: "nhiều hơn",
    Comparator.AT_MOST: "nhiều nhất",
    Comparator.LESS_THAN: "ít hơn",
    Comparator.EQUAL: "đúng bằng",
}

RULES: Mapping[str, str] = {
    PointsRule.FULL_OR_ZERO: "đạt thì đủ điểm",
    PointsRule.PROPORTIONAL: "theo tỷ lệ",
    PointsRule.BANDS: "theo mức",
    PointsRule.DEDUCT: "trừ mỗi lần",
    PointsRule.BONUS: "điểm cộng",
    PointsRule.NONE: "không tính",
}

LEVELS: Mapping[str, str] = {Level.ERROR: "chắc là sai", Level.WARNING: "nên xem lại"}

EVIDENCE: Mapping[str, str] = {
    EvidenceKind.DOCUMENT: "văn bản",
    EvidenceKind.PHOTO: "ảnh",
}

UNIT_KINDS: Mapping[str, str] = {
    **{kind.value: name for kind, name in UNIT_KIND_NAMES.items()},
    UnitKind.TP_THUOC_TINH: "thành phố thuộc tỉnh",
    UnitKind.KHAC: "đơn vị khác",
}
"""As names go, but no two alike."""

PARTS: Mapping[str, str] = {"parts": "phần của tổng", "items": "đồ vật"}
