"""What is still open before a notice is signed, and whether it may be signed."""

from fieldapp.domain.checklist import Checklist
from fieldapp.domain.draft import Draft
from fieldapp.domain.drafting import draft_conclusion
from fieldapp.domain.record import InspectionRecord, NoticeDetails
from fieldapp.domain.standing import Standing, standings
from fieldapp.domain.value import Text, Value

_NOTHING_YET = (
    "Chưa trả lời câu nào và chưa ghi phát hiện nào nên chưa có gì để ký. Hãy trả lời "
    "tiêu chí hoặc ghi phát hiện trước."
)

_REHEARSAL = (
    "Đây là cuộc diễn tập trên đơn vị giả định nên không ký. Hãy lập cuộc kiểm tra "
    "thật để ký thông báo."
)


class Readiness(Value):
    """What a signer should know first.

    `warnings` are Vietnamese sentences and hinder nobody; `refusal` is "" or says why
    there is nothing to sign.
    """

    warnings: tuple[Text, ...] = ()
    refusal: Text = ""

    @property
    def may_be_signed(self) -> bool:
        """Whether there is anything to sign."""
        return not self.refusal


def readiness(checklist: Checklist, record: InspectionRecord) -> Readiness:
    """Judge an inspection as it stands now.

    It is refused only while nothing was answered and no finding was written: a
    leader may have reasons to sign with gaps, but never an empty paper.
    """
    rows = standings(checklist, record)
    found = (
        _unanswered(rows),
        *_details(record.notice),
        _doubtful(draft_conclusion(checklist, record)),
    )
    return Readiness(
        warnings=tuple(warning for warning in found if warning),
        refusal=_refusal(rows, record),
    )


def _refusal(rows: tuple[Standing, ...], record: InspectionRecord) -> str:
    if record.inspection.rehearsal:
        return _REHEARSAL
    # What is calculated may say 0 before anybody has looked at anything.
    answered = any(row.body is not None and not row.is_calculated for row in rows)
    return "" if answered or record.findings else _NOTHING_YET


def _unanswered(rows: tuple[Standing, ...]) -> str:
    left = sum(row.body is None and not row.is_calculated for row in rows)
    return f"Còn {left}/{len(rows)} câu chưa trả lời." if left else ""


def _details(details: NoticeDetails) -> tuple[str, ...]:
    no_deadline = "Chưa ghi hạn báo cáo khắc phục: để trống trên giấy."
    return (
        "" if details.signer_name else "Chưa ghi họ tên người ký.",
        "" if details.report_before else no_deadline,
        _for_the_records_office(details),
    )


def _for_the_records_office(details: NoticeDetails) -> str:
    """Number and day are given when the paper is issued: blank is usual."""
    blank = [] if details.number else ["số văn bản"]
    blank += [] if details.issued_on else ["ngày ban hành"]
    if not blank:
        return ""
    return f"Chưa có {' và '.join(blank)}: để trống trên giấy, Văn thư ghi khi cấp số."


def _doubtful(draft: Draft) -> str:
    printed = (s for s in draft.sentences if not s.omitted)
    count = len(draft.warnings) + sum(len(s.warnings) for s in printed)
    if not count:
        return ""
    return f"Dự thảo kết luận còn {count} chỗ cần xem lại, nêu ở “Kết luận”."
