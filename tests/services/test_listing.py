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


def test_an_inspection_whose_checklist_cannot_be_read_is_still_listed(
    desk: Workspace,
) -> None:
    header = desk.store.load("CR-2024").inspection
    inspections.create(desk, header.model_copy(update={"id": "CR-2"}), "format: hỏng")

    cards = inspections.cards(desk)

    assert [card.id for card in cards] == ["CR-2", "CR-2024"]
    assert "Không đọc được" in cards[0].checklist_title


def test_sub_units_take_the_kind_that_belongs_below_the_unit(desk: Workspace) -> None:
    new = {"checklist": "cchc-xa", "campaign_name": "Đợt", "year": 2026, "place": "Huế"}

    def full_name(kind: str, sub_unit: str) -> str:
        started = inspections.NewInspection.model_validate(
            {
                **new,
                "unit_name": "UBND",
                "unit_kind": kind,
                "sub_unit_names": [sub_unit],
            }
        )
        record = desk.store.load(inspections.start(desk, started))
        return record.inspection.sub_units[0].full_name

    assert full_name("huyen", "Mỹ An") == "xã Mỹ An"
    assert full_name("quan", "Lê Bình") == "phường Lê Bình"
    assert full_name("xa", "Thôn Một") == "Thôn Một"
