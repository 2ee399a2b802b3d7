"""Points people give to one criterion: read from what is typed. Pure."""

from collections.abc import Mapping
from decimal import Decimal

from fieldapp.domain.record import CriterionScores
from fieldapp.domain.totals import CriterionScore
from fieldapp.domain.typing_in import Typed, read_decimal
from fieldapp.domain.vietnamese import decimal_text, number_text, rounded

UNEXPLAINED = "Điểm tự chấm khác điểm thẩm định: hãy ghi lý do."


def texts_of_scores(scores: CriterionScores) -> dict[str, str]:
    """What stands in the fields."""
    return {
        "self_score": _shown(scores.self_score),
        "appraised_score": _shown(scores.appraised_score),
        "reason": scores.reason,
    }


def read_scores(
    before: CriterionScores,
    texts: Mapping[str, str],
    highest: Decimal,
    step: Decimal | None,
) -> tuple[CriterionScores | None, dict[str, str]]:
    """The points the fields say, or what is wrong with them by field.

    Points lie in [0, highest] and are multiples of the checklist's step.
    """
    read = {
        name: _read(texts[name], highest, step)
        for name in ("self_score", "appraised_score")
    }
    problems = {name: typed.problem for name, typed in read.items() if typed.problem}
    if problems:
        return None, problems
    told = {name: typed.digits for name, typed in read.items()}
    told["reason"] = texts["reason"].strip()
    return CriterionScores.model_validate({**dict(before), **told}), {}


def points_text(score: CriterionScore) -> str:
    """Where a criterion's points stand: "1,25/1,5 điểm", "tự chấm 1,5"."""
    if score.left_out:
        return "Không tính điểm: không áp dụng"
    top = decimal_text(score.max)
    name = "Điểm thưởng" if score.is_bonus else "Điểm"
    if score.appraised is None:
        said = f"{name}: chưa chấm/{top}"
    else:
        said = f"{name}: {decimal_text(rounded(score.appraised, 2))}/{top}"
        if score.appraised == score.computed:
            said = f"{said} (tự tính)"
    if score.self_given is not None:
        said = f"{said} · đơn vị tự chấm {decimal_text(score.self_given)}"
    return said


def unexplained(score: CriterionScore, scores: CriterionScores) -> str:
    """What is missing where the two differ, "" when nothing is."""
    return UNEXPLAINED if score.differs and not scores.reason else ""


def _read(text: str, highest: Decimal, step: Decimal | None) -> Typed:
    typed = read_decimal(text)
    number = typed.number
    if number is None:
        return typed
    if number > highest:
        return Typed(problem=f"Điểm phải từ 0 đến {decimal_text(highest)}.")
    if step and number % step:
        return Typed(problem=f"Điểm phải là bội của {decimal_text(step)}.")
    return typed


def _shown(digits: str | None) -> str:
    return number_text(digits) if digits else ""
