"""Inspections read again under a new version: what would change; nothing does."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from fieldapp import config, wiring
from fieldapp.domain import facts
from fieldapp.domain.checklist import Checklist
from fieldapp.domain.moving import Outcome
from fieldapp.domain.replaying import Replay
from fieldapp.domain.standing import score, standings
from fieldapp.domain.verdicts import Verdict
from fieldapp.library import parse_checklist
from fieldapp.services import exchange, inspections, rehearsal
from fieldapp.services.replay import replay
from fieldapp.services.workspace import Workspace

EXAMPLE = Path("checklists/examples/cairang-2024.inspection.yaml")
PERCENT_100 = 'target: {op: ">=", value: 100, unit: "%"}'
SHIPPED = (
    Path("checklists/cairang-2024.yaml")
    .read_text("utf-8")
    .replace("percent_decimals: 1", "points_step: 0.25")
    .replace(
        PERCENT_100, f"{PERCENT_100}\n        points: {{max: 11, rule: proportional}}"
    )
)
"""The shipped checklist, with points so that a score can change."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    ship(tmp_path, SHIPPED)
    with wiring.workspace(config.settings(data=tmp_path, env={})) as ws:
        exchange.import_path(ws, EXAMPLE)
        yield ws


def ship(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "checklists"
    folder.mkdir(exist_ok=True)
    (folder / "cairang-2024.yaml").write_text(text, encoding="utf-8")


def newer(*swaps: tuple[str, str]) -> str:
    """Version 1.1 of the checklist with some words exchanged."""
    text = SHIPPED.replace('version: "1.0"', 'version: "1.1"', 1)
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def of_cairang(ws: Workspace, *swaps: tuple[str, str]) -> Replay:
    (found,) = replay(ws, parse_checklist(newer(*swaps))).replays
    return found


def verdicts(found: Replay) -> list[tuple[str, str, Verdict | None, Verdict | None]]:
    return [(v.criterion, v.unit, v.old, v.new) for v in found.verdicts]


def everything(ws: Workspace) -> list[Any]:
    """All that the store holds."""
    ids = [header.inspection.id for header in ws.store.headers()]
    return [
        (
            ws.store.headers(),
            ws.store.ops(i),
            ws.store.checklist_text(i),
            ws.store.load(i),
        )
        for i in ids
    ]


PAYMENT_2025 = ("by_year: {2024: 45}", "by_year: {2024: 60}")
DIGITISED_85 = ('value: 80, unit: "%"', 'value: 85, unit: "%"')


def test_the_2024_inspection_under_the_target_of_2025_shows_what_cannot_be_known(
    desk: Workspace,
) -> None:
    """No ward's figure lies between 45% and 60%; five wards have no figure at all."""
    found = of_cairang(desk, PAYMENT_2025)

    assert verdicts(found) == []
    assert {(u.criterion, u.unit, u.verdict) for u in found.unsure} == {
        ("thanh-toan-truc-tuyen", ward, Verdict.MET)
        for ward in ("BL", "LB", "HP", "HT", "TT")
    }
    (sentence,) = found.sentences
    assert "chỉ tiêu năm 2024 là 45%" in sentence.old
    assert "chỉ tiêu năm 2024 là 60%" in sentence.new
    assert found.points == ()
    assert [(m.criterion, m.outcome) for m in found.moved] == [
        ("thanh-toan-truc-tuyen", Outcome.ANEW)
    ]


def test_exactly_the_changed_verdicts_are_told(desk: Workspace) -> None:
    lower = ("by_year: {2024: 45}", "by_year: {2024: 30}")
    found = of_cairang(desk, DIGITISED_85, lower)

    assert verdicts(found) == [
        ("so-hoa", "LB", Verdict.MET, Verdict.NOT_MET),  # 80,89%
        ("thanh-toan-truc-tuyen", "TP", Verdict.NOT_MET, Verdict.MET),  # 39,46%
    ]
    # What missed 80% misses 85%, and what met 45% meets 30%.
    assert found.unsure == ()


def test_points_and_sentences_that_change_are_told(desk: Workspace) -> None:
    found = of_cairang(desk, (PERCENT_100, 'target: {value: 70, unit: "%"}'))

    (points,) = found.points  # 7 of 11 offices
    assert (points.criterion, points.old, points.new) == (
        "phong-chuyen-mon",
        Decimal(7),
        Decimal(10),
    )
    assert found.new_score.total - found.old_score.total == Decimal(3)
    assert (found.verdicts, found.sentences) == ((), ())


def test_criteria_that_left_or_changed_their_kind_are_told_once(
    desk: Workspace,
) -> None:
    found = of_cairang(
        desk,
        ("- id: to-cong-nghe-so", "- id: to-cong-nghe"),
        ('answer: {type: count, unit: "hồ sơ"}', "answer: {type: yes_no}"),
        ('target: {op: "==", value: 0}', 'target: {answer: "yes"}'),
        ("Vẫn còn[ {value}] hồ sơ", "Vẫn còn hồ sơ"),
    )

    assert {m.criterion: m.outcome for m in found.moved} == {
        "to-cong-nghe": Outcome.FRESH,
        "to-cong-nghe-so": Outcome.ASIDE,
        "ho-so-tre-hen": Outcome.ANEW,
    }
    assert {s.criterion for s in found.sentences} == {
        "to-cong-nghe-so",
        "ho-so-tre-hen",
    }


def test_what_would_not_be_asked_any_more_is_told(desk: Workspace) -> None:
    question = '        short: "Tiếp nhận toàn bộ hồ sơ tại Bộ phận Một cửa"\n'
    found = of_cairang(desk, (question, f'{question}        when: "year > 2024"\n'))

    assert verdicts(found) == [("tiep-nhan-mot-cua", "CR", Verdict.NOT_MET, None)]
    (sentence,) = found.sentences
    assert (sentence.criterion, sentence.new) == ("tiep-nhan-mot-cua", "")


def test_the_same_version_changes_nothing(desk: Workspace) -> None:
    (found,) = replay(desk, parse_checklist(SHIPPED)).replays
    assert found.changes_nothing


def test_replaying_writes_nothing(desk: Workspace) -> None:
    before = everything(desk)
    of_cairang(desk, PAYMENT_2025, DIGITISED_85)
    assert everything(desk) == before


def test_an_archived_inspection_scores_the_same_after_a_new_version_ships(
    desk: Workspace, tmp_path: Path
) -> None:
    def reading() -> tuple[Checklist, Any, Any]:
        opened = inspections.open_inspection(desk, "CR-2024")
        both = opened.checklist, opened.record
        return opened.checklist, score(*both), standings(*both)

    before = reading()
    assert before[1].got > 0
    ship(
        tmp_path,
        newer(PAYMENT_2025, DIGITISED_85, ("points: {max: 11", "points: {max: 5")),
    )

    assert desk.library.load("cairang-2024").version == "1.1"
    assert reading() == before


def test_only_inspections_of_that_checklist_are_read_and_no_rehearsal(
    desk: Workspace,
) -> None:
    rehearsal.rehearse(desk, "cairang-2024")
    other = parse_checklist(Path("checklists/cchc-xa.yaml").read_text("utf-8"))

    assert replay(desk, other).replays == ()
    assert len(replay(desk, parse_checklist(SHIPPED)).replays) == 1


def test_an_inspection_whose_checklist_cannot_be_read_is_named(desk: Workspace) -> None:
    desk.record("CR-2024", facts.write_checklist("cairang-2024", "hỏng: ["))
    report = replay(desk, parse_checklist(SHIPPED))

    assert report.replays == ()
    (broken,) = report.unreadable
    assert broken.inspection == "CR-2024"
    assert "lỗi" in broken.reason
