"""The list of inspections follows every save."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp import config, wiring
from fieldapp.domain.answers import AnswerValue
from fieldapp.services import capture, exchange, inspections
from fieldapp.services.workspace import Workspace

EXAMPLE = Path("checklists/examples/cairang-2024.inspection.yaml")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    with wiring.workspace(config.settings(data=tmp_path, env={})) as ws:
        exchange.import_path(ws, EXAMPLE)
        yield ws


def test_a_card_tells_progress_and_follows_every_save(desk: Workspace) -> None:
    (before,) = inspections.cards(desk)
    capture.save_answer(
        desk, "CR-2024", "phong-chuyen-mon", "CR", AnswerValue(num=11, den=11)
    )
    (met,) = inspections.cards(desk)
    capture.save_answer(desk, "CR-2024", "phong-chuyen-mon", "CR", None)
    (open_again,) = inspections.cards(desk)

    assert (before.answered, before.total) == (30, 30)
    assert met.not_met == before.not_met - 1
    assert open_again.answered == 29
    assert inspections.cards(desk) == (open_again,)
