"""Trying a checklist on a made-up ward: nothing of it meets real inspections."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp import config, wiring
from fieldapp.domain.answers import AnswerValue
from fieldapp.errors import ProblemsError, UserError
from fieldapp.services import capture, exchange, inspections, notices, rehearsal
from fieldapp.services.workspace import Workspace


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    with wiring.workspace(config.settings(data=tmp_path, env={})) as ws:
        yield ws


def test_a_rehearsal_lies_in_a_file_of_its_own(desk: Workspace, tmp_path: Path) -> None:
    made = rehearsal.rehearse(desk, "cchc-xa")
    there = rehearsal.desk_of(desk, made)
    capture.save_answer(there, made, "B01", "DV", AnswerValue(value="yes"))

    assert inspections.cards(desk) == ()
    (card,) = rehearsal.rehearsals(desk)
    assert (card.id, card.answered) == (made, 1)
    assert (tmp_path / "dien-tap" / "fieldapp.db").exists()
    assert not desk.store.has(made)


def test_real_inspections_never_go_there(desk: Workspace) -> None:
    new = inspections.NewInspection(
        checklist="cchc-xa",
        campaign_name="Đợt",
        year=2026,
        unit_name="Diễn tập",
        place="Huế",
    )

    real = inspections.start(desk, new)

    assert not rehearsal.is_rehearsal(real)
    assert rehearsal.desk_of(desk, real) is desk


def test_the_paper_of_a_rehearsal_is_a_sample_and_is_never_signed(
    desk: Workspace,
) -> None:
    made = rehearsal.rehearse(desk, "cairang-2024")
    there = rehearsal.desk_of(desk, made)

    assert notices.content(there, made).sample
    assert "diễn tập" in notices.ready(there, made).refusal


def test_an_exported_rehearsal_comes_back_as_one(
    desk: Workspace, tmp_path: Path
) -> None:
    made = rehearsal.rehearse(desk, "cairang-2024")
    package = exchange.export_package(rehearsal.desk_of(desk, made), made)
    (tmp_path / "ra").mkdir()
    file = tmp_path / "ra" / "thu.inspection.yaml"
    file.write_text(package.text, encoding="utf-8")

    with wiring.workspace(config.settings(data=tmp_path / "khac", env={})) as other:
        assert exchange.import_path(other, file) == made
        assert inspections.cards(other) == ()
        assert len(rehearsal.rehearsals(other)) == 1


def test_a_file_that_only_half_says_rehearsal_is_refused(
    desk: Workspace, tmp_path: Path
) -> None:
    example = Path("checklists/examples/cairang-2024.inspection.yaml")
    text = example.read_text("utf-8").replace(
        "  id: CR-2024\n", "  id: CR-2024\n  rehearsal: true\n", 1
    )
    file = tmp_path / "thu.inspection.yaml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(UserError, match="diễn tập"):
        exchange.import_path(desk, file)
    assert inspections.cards(desk) == ()


def test_a_checklist_with_mistakes_starts_nothing(desk: Workspace) -> None:
    with pytest.raises(ProblemsError):
        rehearsal.rehearse_text(desk, "format: hỏng", "hong.yaml")

    assert rehearsal.rehearsals(desk) == ()


def test_sub_units_are_made_up_where_the_checklist_asks_below_the_unit(
    desk: Workspace,
) -> None:
    made = rehearsal.rehearse(desk, "cairang-2024")

    header = rehearsal.desk_of(desk, made).store.load(made).inspection

    assert len(header.sub_units) == 3
    assert header.rehearsal
