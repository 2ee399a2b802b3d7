"""A notice and a verification as plain lines, for the command line and search."""

from fieldapp.domain.notice import NoticeContent, SignatureVerdict, Verification
from fieldapp.domain.vietnamese import local_time, long_date

_BLANK = "      "


def notice_text(content: NoticeContent) -> str:
    """All words of a notice in reading order, one paragraph a line."""
    lines = [
        *([content.parent_agency] if content.parent_agency else []),
        content.agency,
        f"Số: {content.number or _BLANK}/{content.symbol}",
        f"{content.place}, {_date(content)}",
        "",
        content.kind,
        content.subject,
        "",
        *_ended(content.legal_basis),
        content.opening,
    ]
    for part in content.parts:
        lines += ["", f"{part.numeral}. {part.title}"]
        lines += [f"{item.number} {item.text}".strip() for item in part.items]
    lines += ["", content.closing, "", "Nơi nhận:"]
    lines += [f"- {line}" for line in _ended(content.recipients)]
    lines += ["", *content.signing_lines, content.signer_name]
    return "\n".join(lines).rstrip()


def _ended(lines: tuple[str, ...]) -> list[str]:
    ends = [";"] * (len(lines) - 1) + ["."]
    return (
        [f"{line}{end}" for line, end in zip(lines, ends, strict=True)] if lines else []
    )


def _date(content: NoticeContent) -> str:
    if content.issued_on:
        return long_date(content.issued_on)
    return f"ngày {_BLANK} tháng {_BLANK} năm"


def verification_text(found: Verification) -> str:
    """What a verification found, for a person: the summary first."""
    lines = [found.summary]
    for verdict in found.signatures:
        lines += _verdict_lines(verdict)
    return "\n".join(lines)


def _verdict_lines(verdict: SignatureVerdict) -> list[str]:
    when = local_time(verdict.signed_at) if verdict.signed_at else ""
    return [
        f"Chữ ký {verdict.field}: {verdict.signer}",
        f"  Thời điểm ký: {when or 'không ghi'}",
        f"  Hợp lệ: {_yes(yes=verdict.valid)}",
        f"  Nội dung còn nguyên vẹn: {_yes(yes=verdict.intact)}",
        f"  Người ký được tin cậy: {_yes(yes=verdict.trusted)}",
        f"  Có thay đổi sau khi ký: {_yes(yes=verdict.changed_after)}",
        *(f"  {reason}" for reason in verdict.reasons),
    ]


def _yes(*, yes: bool) -> str:
    return "có" if yes else "không"
