"""`checklist replay`: what a new version would make of the inspections here."""

import json
from collections.abc import Iterator
from decimal import Decimal

import typer

from fieldapp.cli.checklist_diff import ARROW, New
from fieldapp.cli.desk import Data, desk, say
from fieldapp.cli.speaking import AsJson
from fieldapp.domain.changes.values import both_shown
from fieldapp.domain.checklist import Checklist
from fieldapp.domain.moving import OUTCOME_NAMES
from fieldapp.domain.replaying import Replay, SentenceChange
from fieldapp.domain.verdicts import VERDICT_NAMES, Verdict
from fieldapp.domain.vietnamese import decimal_text, rounded
from fieldapp.library import load_checklist
from fieldapp.services.replay import ReplayReport, replay


def add_to(app: typer.Typer) -> None:
    """Add the command to the group `checklist`."""
    app.command("replay")(replay_all)


def replay_all(
    ctx: typer.Context, new: New, data: Data = None, *, as_json: AsJson = False
) -> None:
    """Chạy lại mọi cuộc kiểm tra trên máy này theo bản mới; không ghi gì."""
    checklist = load_checklist(new)
    with desk(ctx, data) as ws:
        report = replay(ws, checklist)
    if as_json:
        plain = report.model_dump(mode="json")
        say(json.dumps(plain, ensure_ascii=False, indent=2))
        return
    for line in _report_lines(report, checklist):
        say(line)


def _report_lines(report: ReplayReport, checklist: Checklist) -> Iterator[str]:
    if not report.replays and not report.unreadable:
        yield f"Không có cuộc kiểm tra nào theo bộ tiêu chí “{checklist.id}”."
    for one in report.replays:
        yield (
            f"{one.inspection}: {one.unit_name}. Phiên bản {one.old_version} sang "
            f"phiên bản {one.new_version}"
        )
        yield from (f"- {line}" for line in _lines(one))
        if one.changes_nothing:
            yield "- Không đổi gì."
    for broken in report.unreadable:
        yield f"{broken.inspection}: không chạy lại được. {broken.reason}"
    yield "Chưa ghi gì: mọi cuộc kiểm tra giữ nguyên bản đã dùng."


def _lines(one: Replay) -> Iterator[str]:
    yield from _judged(one)
    yield from _scored(one)
    yield from (_sentence(sentence) for sentence in one.sentences)
    yield from (f"{m.criterion}: {OUTCOME_NAMES[m.outcome]}" for m in one.moved)


def _judged(one: Replay) -> Iterator[str]:
    for verdict in one.verdicts:
        place = f"{verdict.criterion}, {verdict.unit_name}"
        yield f"{place}: {_verdict(verdict.old)}{ARROW}{_verdict(verdict.new)}"
    for unsure in one.unsure:
        known = VERDICT_NAMES[unsure.verdict].lower()
        yield (
            f"{unsure.criterion}, {unsure.unit_name}: chỉ biết “{known}” theo chỉ tiêu "
            "cũ, không có số liệu để xét theo chỉ tiêu mới"
        )


def _scored(one: Replay) -> Iterator[str]:
    for points in one.points:
        old, new = _points(points.old), _points(points.new)
        yield f"{points.criterion}: điểm {old}{ARROW}{new}"
    old, new = _points(one.old_score.total), _points(one.new_score.total)
    if old != new:
        yield f"Tổng điểm: {old}{ARROW}{new}"


def _points(points: Decimal | None) -> str:
    return "chưa có" if points is None else decimal_text(rounded(points, 2))


def _sentence(sentence: SentenceChange) -> str:
    if sentence.old and sentence.new:
        return f"Câu đổi: {ARROW.join(both_shown(sentence.old, sentence.new))}"
    verb = "Câu thêm" if sentence.new else "Câu bỏ"
    return f"{verb}: {sentence.new or sentence.old}"


def _verdict(verdict: Verdict | None) -> str:
    return "Không hỏi" if verdict is None else VERDICT_NAMES[verdict]
