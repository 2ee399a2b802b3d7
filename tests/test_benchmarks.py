"""Every measurement runs, tiny; nothing here is about how long anything takes."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks import browser, checklist, notice, opening, reporting, save
from benchmarks.__main__ import MEASUREMENTS
from benchmarks.measuring import Contender, Goal, Report, Series, side_by_side
from benchmarks.photos import photo
from tests.e2e.conftest import PHONE


def names(report: Report) -> set[str]:
    return {series.name for series in report.series}


def test_contenders_take_turns_to_be_first_and_only_acting_is_counted() -> None:
    done: list[str] = []
    contenders = [
        Contender("a", done.append, lambda number: f"a{number}"),
        Contender("b", done.append, lambda number: f"b{number}"),
    ]

    a, b = side_by_side(contenders, rounds=2, warm_up=1)

    assert done == ["a0", "b0", "b1", "a1", "a2", "b2"]
    assert len(a.seconds) == len(b.seconds) == 2
    assert a.median > 0


def test_a_ratio_is_of_medians_and_a_missed_goal_is_said() -> None:
    series = (Series("ours", (0.3, 0.1, 9.0)), Series("theirs", (0.1, 0.1, 0.1)))
    goals = (Goal("costs", 2.8, 2.5, "×", must=3), Goal("costs", 3.2, 2.5, "×", must=3))
    report = Report("t", series, goals, baseline="theirs")

    console = reporting.console()
    with console.capture() as captured:
        reporting.show(console, report)

    assert report.ratio(report["ours"]) == pytest.approx(3)
    assert "NOT MET (must ≤ 3.00×: held)" in captured.get()
    assert "NOT MET (must ≤ 3.00×: BROKEN)" in captured.get()


def test_saving_is_measured_beside_bare_sqlite_with_the_same_durability(
    tmp_path: Path,
) -> None:
    tables = save.BareTables(tmp_path / "bare.db")
    pragma = tables.connection.execute
    assert pragma("PRAGMA journal_mode").fetchone() == ("wal",)
    assert pragma("PRAGMA synchronous").fetchone() == (2,)
    tables.connection.close()
    folder = tmp_path / "run"
    folder.mkdir()

    (report,) = save.measure(folder, rounds=4, warm_up=1)

    assert names(report) == {save.OURS, save.RAW}
    assert report.goals[0].limit == 2.5


def test_opening_and_drafting_are_measured_cold_and_warm(tmp_path: Path) -> None:
    (report,) = opening.measure(tmp_path, criteria=10, units=3, answers=25, rounds=2)

    assert len(names(report)) == len(report.series) == 5
    assert [goal.limit for goal in report.goals] == [0.15, 0.15, 0.2, 0.2]


def test_the_notice_is_measured_with_photos_that_are_all_different(
    tmp_path: Path,
) -> None:
    small = (64, 48)
    assert len({photo(number, small) for number in range(13)}) == 13

    ingest, build, sign = notice.measure(tmp_path, photos=2, size_px=small, rounds=1)

    assert notice.BARE_INGEST in names(ingest)
    assert "2 prepared photos" in build.title
    assert notice.WHOLE in names(sign)


def test_a_checklist_is_measured_without_the_other_program_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checklist, "AVAILABLE", False)

    (report,) = checklist.measure(tmp_path, criteria=30, rounds=1)

    assert names(report) == {checklist.PLAIN, checklist.FULL}
    assert report.notes == (checklist.MISSING,)


@pytest.mark.skipif(not checklist.AVAILABLE, reason="needs the extra `bench`")
def test_a_checklist_is_measured_beside_pyxform(tmp_path: Path) -> None:
    (report,) = checklist.measure(tmp_path, criteria=30, rounds=1)

    assert {checklist.CSV, checklist.XLSX} <= names(report)
    assert len(report.goals) == 4


@pytest.mark.e2e
def test_the_first_control_is_measured_first_time_and_again(
    tmp_path: Path, browser_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "browser_path", lambda: browser_path)

    # In a thread of its own: Playwright refuses to start twice in one.
    with ThreadPoolExecutor(1) as elsewhere:
        running = elsewhere.submit(
            browser.measure, tmp_path, rounds=1, sizes=(PHONE,), warm_up=0
        )
        (report,) = running.result()

    assert len(report.series) == 3
    assert all(goal.limit == 3 for goal in report.goals)


def test_the_readme_names_every_measurement() -> None:
    page = Path("benchmarks/README.md").read_text("utf-8")

    assert [name for name in MEASUREMENTS if f"`{name}`" not in page] == []
