"""kill -9 at any moment loses nothing that was acknowledged, and tears nothing."""

import os
from pathlib import Path

import pytest

from tests.torture.killing import torture
from tests.torture.writer import MUTANTS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill")

KILLS = int(os.environ.get("FIELDAPP_KILLS", "60"))
MUTANT_KILLS = 60  # a mutant must be caught within so many


def check(folder: Path, kills: int) -> None:
    account = torture(folder, kills)
    assert account.faults == []
    assert account.kills == kills
    # Otherwise the kills came too early or too late to say anything.
    assert account.lives_cut_at_work > kills / 2
    assert account.acknowledged > 3 * kills


def test_kill_9_loses_nothing_acknowledged(tmp_path: Path) -> None:
    check(tmp_path, KILLS)


@pytest.mark.torture
def test_a_thousand_kills_lose_nothing_acknowledged(tmp_path: Path) -> None:
    check(tmp_path, max(KILLS, 1_000))


@pytest.mark.parametrize("mutant", MUTANTS[1:])
def test_the_harness_catches_a_program_that(tmp_path: Path, mutant: str) -> None:
    assert torture(tmp_path, MUTANT_KILLS, mutant).faults != []
