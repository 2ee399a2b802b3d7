"""Every measurement runs, tiny; nothing here is about how long anything takes."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks import (
    browser,
    checklist,
    clicking,
    notice,
    opening,
    relevance,
    relevant_forms,
    reporting,
    save,
    xform_engine,
)
from benchmarks.__main__ import MEASUREMENTS
from benchmarks.apart import Outcome
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


def test_every_third_criterion_hangs_on_an_earlier_one_in_both_forms() -> None:
    text = relevant_forms.our_text(60, plain=True)
    survey = relevant_forms.their_sheets(60)["survey"]

    relevant = [row[-1] for row in survey[1:] if row[-1].startswith("${")]
    assert text.count("        when: '") == len(relevant) == 60 // 3
    assert "when: 'T00000 == yes'" in text
    assert relevant[0] == "${T00000} = 'yes'"
    assert {relevant_forms.source(n) for n in (50, 53, 59)} == {25, 50, 58}


def test_the_criteria_that_apply_follow_from_the_answers_along_chains() -> None:
    def answered(number: int, value: str) -> relevant_forms.Step:
        kind = relevant_forms.kind(number).name
        return relevant_forms.Step(relevant_forms.name(number), kind, value, ())

    # T2, T5 and T8 hang on T0, T2 and T5.
    taken = [
        answered(2, "4"),
        answered(0, "yes"),
        answered(5, "yes"),
        answered(2, "2"),
        answered(2, "3"),
        answered(0, "no"),
    ]

    assert relevant_forms.relevant(9, taken) == [6, 6, 8, 9, 7, 9, 6]


def test_answers_go_to_what_others_hang_on_all_over_the_form() -> None:
    taken = relevant_forms.steps(5000, 200)

    assert len(taken) == 200
    assert all(step.dependents for step in taken)
    assert {step.kind for step in taken} == {k.name for k in relevant_forms.KINDS}
    assert max(int(step.id[1:]) for step in taken) > 4500
    assert len(set(relevant_forms.relevant(5000, taken))) > 20


def test_a_contender_that_does_nothing_is_caught() -> None:
    form = relevance.Form(60, tuple(relevant_forms.steps(60, 20)))
    idle = Outcome(0.1, None, (0.0,) * 20, (40,) * 21)

    with pytest.raises(relevance.WrongRelevanceError, match=r"nobody: .* answer 1$"):
        form.check("nobody", idle)
    with pytest.raises(relevance.WrongRelevanceError):
        form.check("nobody", Outcome(0.1, None))


def test_relevance_is_measured_without_the_other_programs_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relevance, "AVAILABLE", False)

    report, *_ = relevance.measure(tmp_path, criteria=30, answers=9, rounds=1)

    assert names(report) == {checklist.PLAIN, checklist.FULL}
    assert checklist.MISSING in report.notes


@pytest.mark.skipif(not checklist.AVAILABLE, reason="needs the extra `bench`")
def test_relevance_is_measured_beside_pyxform_where_node_is_missing(
    tmp_path: Path,
) -> None:
    report, *_ = relevance.measure(
        tmp_path, criteria=30, answers=9, rounds=1, engine=lambda: xform_engine.NO_NODE
    )

    assert {checklist.CSV, checklist.XLSX} <= names(report)
    assert xform_engine.NO_NODE in report.notes


needs_engine = pytest.mark.skipif(
    not (checklist.AVAILABLE and xform_engine.installed()),
    reason="needs the extra `bench` and what `make bench` installs for node",
)


@needs_engine
def test_relevance_is_measured_beside_the_engine_that_opens_the_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relevance, "browser_path", lambda: None)

    opened, answered = relevance.measure(
        tmp_path, criteria=60, answers=20, rounds=1, engine=xform_engine.prepare
    )

    assert relevance.NODE in names(opened)
    assert relevance.NO_BROWSER in opened.notes
    assert len(answered[relevance.NODE].seconds) == 20


@needs_engine
@pytest.mark.e2e
def test_relevance_is_measured_beside_the_engine_in_a_browser(
    tmp_path: Path, browser_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relevance, "browser_path", lambda: browser_path)

    opened, answered = relevance.measure(
        tmp_path, criteria=60, answers=20, rounds=1, engine=xform_engine.prepare
    )

    assert set(relevance.ENGINES) <= names(opened)
    assert len(answered[relevance.CHROMIUM].seconds) == 20


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


@pytest.mark.e2e
def test_every_tap_of_the_long_checklist_is_answered(
    tmp_path: Path, browser_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """300 criteria and 40 dossiers: the figures are printed by `make bench`."""
    monkeypatch.setattr(clicking, "browser_path", lambda: browser_path)

    def run() -> Report:
        (report,) = clicking.measure(tmp_path, taps=4)
        return report

    with ThreadPoolExecutor(1) as apart:  # no event loop of another test's browser
        report = apart.submit(run).result()

    pages = {
        f"{s}, {p}" for s in ("phone", "laptop") for p in ("a section", "a dossier")
    }
    assert names(report) == pages
    assert all(len(series.seconds) == 4 for series in report.series)
