"""Does an answer meet its target? Decimal, unrounded, equality counts as written."""

from enum import StrEnum


class Verdict(StrEnum):
    """What an answer means against its criterion's target.

    RECORDED: answered, and there is nothing to hold it against. UNKNOWN: not
    answered, or answered "unknown".
    """

    MET = "met"
    NOT_MET = "not_met"
    RECORDED = "recorded"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


VERDICT_NAMES: dict[Verdict, str] = {
    Verdict.MET: "Đạt",
    Verdict.NOT_MET: "Chưa đạt",
    Verdict.RECORDED: "Đã ghi nhận",
    Verdict.UNKNOWN: "Chưa có số liệu",
    Verdict.NOT_APPLICABLE: "Không áp dụng",
}
