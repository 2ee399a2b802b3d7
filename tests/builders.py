"""Small makers of domain values: sensible defaults, override what matters."""

from typing import Any

from fieldapp.domain.answers import Answer, AnswerValue
from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.record import InspectionRecord


def criterion(criterion_id: str = "G06", kind: str = "ratio", **more: Any) -> Criterion:
    """A criterion of `kind`; a ratio has words for both numbers."""
    answer = {"type": kind, **more.pop("answer", {})}
    if kind == "ratio":
        answer = {"numerator": "hồ sơ trực tuyến", "denominator": "hồ sơ", **answer}
    return Criterion.model_validate(
        {"id": criterion_id, "question": "Tỷ lệ?", "answer": answer, **more}
    )


def checklist(*criteria: Criterion, **more: Any) -> Checklist:
    """A checklist with one section."""
    section = {"id": "A", "title": "Lĩnh vực A", "criteria": criteria}
    return Checklist.model_validate(
        {
            "format": "fieldapp/checklist@1",
            "id": "thu",
            "title": "Bộ tiêu chí thử",
            "version": "1",
            "sections": (section,),
            **more,
        }
    )


def inspection(**more: Any) -> Inspection:
    """An inspection of a commune of another province, without sub-units."""
    return Inspection.model_validate(
        {
            "id": "KT-1",
            "checklist": "thu",
            "campaign": {"id": "CT", "name": "Kiểm tra công tác CCHC", "year": 2026},
            "unit": {"code": "X", "name": "UBND xã Tân Thạnh", "kind": "xa"},
            "issuer": {
                "parent": "UBND TỈNH ĐỒNG THÁP",
                "agency": "SỞ NỘI VỤ",
                "symbol": "TB-SNV",
                "place": "Mỹ Tho",
            },
            **more,
        }
    )


def answered(criterion_id: str, unit: str, **body: Any) -> Answer:
    """An answer; `note` beside the body's own fields."""
    note = body.pop("note", "")
    return Answer(
        criterion=criterion_id,
        unit=unit,
        body=AnswerValue.model_validate(body),
        note=note,
    )


def record(*answers: Answer, **more: Any) -> InspectionRecord:
    """A record of `inspection()` with these answers."""
    made = more.pop("inspection", None) or inspection()
    return InspectionRecord(inspection=made, answers=answers, **more)
