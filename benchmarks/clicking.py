"""A tap answered: 300 criteria, 40 sampled dossiers, relevance on a third of them.

Timed in the browser itself, from the pointer going down to the new verdict standing in
the accessibility tree. The tapped criterion is one that others wait for, so that their
appearing and going is in it; saving follows the verdict and says so by itself.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.browser import MISSING, browser_path
from benchmarks.measuring import Goal, Report, Series
from fieldapp import config, wiring
from fieldapp.domain import facts
from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.checklist import Checklist
from fieldapp.domain.entries import Entry
from fieldapp.domain.ops import Write
from fieldapp.library import parse_checklist
from fieldapp.services import inspections
from tests.e2e.conftest import FLAGS, SIZES, Size, new_page, start_app, stop_app
from tests.e2e.driver import Driver

GOAL_S = 0.1
_GROUP_SIZE = 14
_SECTION_SIZE = 26
_NO, _YES = ("Không", "Chưa đạt"), ("Có", "Đạt")
_WATCH = """([identifier, wanted, unwanted]) => {
  const holds = () => {
    const card = document.querySelector(`[flt-semantics-identifier="${identifier}"]`);
    const text = card ? card.outerHTML : "";
    return text.includes(wanted) && !(unwanted && text.includes(unwanted));
  };
  window.__answered = null;
  let down = null;
  addEventListener("pointerdown", () => { down = performance.now(); },
                   {capture: true, once: true});
  const seen = new MutationObserver(() => {
    if (down !== null && window.__answered === null && holds()) {
      window.__answered = performance.now() - down;
      seen.disconnect();
    }
  });
  seen.observe(document.body, {subtree: true, childList: true, attributes: true,
                               characterData: true});
}"""


def measure(
    folder: Path, *, criteria: int = 300, entries: int = 40, taps: int = 15
) -> tuple[Report, ...]:
    """Tap at each size, in a plain section and in a dossier."""
    path = browser_path()
    title = f"A tap answered: {criteria} criteria, {entries} sampled dossiers"
    if path is None:
        return (Report(title, (), notes=(MISSING,)),)
    root = Path(tempfile.mkdtemp(dir=folder))
    where = prepared(root / "data", criteria, entries)
    running = start_app(root)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=str(path), args=list(FLAGS)
            )
            series = tuple(
                Series(f"{size.name}, {name}", tuple(found))
                for size in SIZES
                for name, found in tapped(browser, size, running.address, where, taps)
            )
            browser.close()
    finally:
        stop_app(running)
    goals = tuple(Goal(s.name, s.median, GOAL_S, below=True) for s in series)
    return (Report(title, series, goals),)


def long_checklist(criteria: int) -> str:
    """The YAML: a repeating section of 14, the rest in sections of 26."""
    lines = [
        "format: fieldapp/checklist@1",
        "id: dai",
        'title: "Bộ tiêu chí dài"',
        'version: "1"',
        "sections:",
        "  - id: S",
        '    title: "Từng hồ sơ"',
        '    repeat: {entry: "hồ sơ", fewest: 10, sampled: true}',
        "    criteria:",
        *_criteria("S", range(_GROUP_SIZE)),
    ]
    left = range(_GROUP_SIZE, criteria)
    for start in range(0, len(left), _SECTION_SIZE):
        name = f"T{start // _SECTION_SIZE}"
        lines += [f"  - id: {name}", f'    title: "Lĩnh vực {name}"', "    criteria:"]
        lines += _criteria(name, left[start : start + _SECTION_SIZE])
    return "\n".join(lines) + "\n"


def _criteria(section: str, numbers: range) -> Iterator[str]:
    """Every third one applies only while the one two before it is met."""
    for place, number in enumerate(numbers):
        yield f"      - id: {section}-{number}"
        yield f'        question: "Đã thực hiện nội dung {number}?"'
        yield "        answer: {type: yes_no}"
        yield '        target: {answer: "yes"}'
        yield "        points: {max: 0.25}"
        if place % 3 == 2:  # noqa: PLR2004 - every third
            yield f'        when: "{section}-{numbers[place - 2]}"'


def prepared(data: Path, criteria: int, entries: int) -> tuple[str, str]:
    """An inspection with answers everywhere; the paths of a section and a dossier."""
    text = long_checklist(criteria)
    checklist = parse_checklist(text, "dai.yaml")
    with wiring.workspace(config.settings(data=data, env={})) as ws:
        (data / "checklists").mkdir(exist_ok=True)
        (data / "checklists" / "dai.yaml").write_text(text, "utf-8")
        new = inspections.NewInspection(
            checklist="dai",
            campaign_name="Đợt đo",
            year=2026,
            unit_name="UBND phường Đo",
            place="Huế",
        )
        made = inspections.start(ws, new)
        group = [Entry(id=f"e{n}", section="S", unit="DV") for n in range(entries)]
        ws.record(made, *_answers(checklist, group))
    root = f"/kiem-tra/{made}/muc"
    return f"{root}/T0", f"{root}/S/{group[entries // 2].id}"


def _answers(checklist: Checklist, group: list[Entry]) -> Iterator[Write]:
    yes = AnswerValue(value="yes")
    for entry in group:
        yield facts.write_entry(entry)
    for section in checklist.sections:
        places = [e.code for e in group] if section.repeat else ["DV"]
        for criterion in section.criteria:
            for place in places:
                yield facts.write_answer(criterion.id, place, yes)


def tapped(
    browser: Browser, size: Size, address: str, where: tuple[str, str], taps: int
) -> Iterator[tuple[str, list[float]]]:
    """Seconds of every tap, by kind of page; every tap must be answered."""
    section, dossier = where
    number = {"a section": _GROUP_SIZE, "a dossier": 0}  # others wait for them
    for name, path, prefix in (
        ("a section", section, "T0"),
        ("a dossier", dossier, "S"),
    ):
        page = new_page(browser, size)
        driver = Driver(page, address)
        driver.open(path)
        driver.marked("criteria").wait_for(state="attached", timeout=30_000)
        card = f"criterion-{prefix}-{number[name]}"
        yield name, [_tap(page, driver, card, n) for n in range(taps)]
        page.context.close()


def _tap(page: Page, driver: Driver, card: str, number: int) -> float:
    """Seconds until the verdict stands; the first tap turns the stored yes into no."""
    (word, verdict), other = (_NO, _YES) if number % 2 == 0 else (_YES, _NO)
    button = driver.marked(card).get_by_role("button", name=word, exact=True)
    driver.into_view(button)
    page.wait_for_timeout(300)
    unwanted = other[1] if verdict == _YES[1] else ""
    page.evaluate(_WATCH, [card, verdict, unwanted])
    driver.tap(button)
    page.wait_for_function("() => window.__answered !== null", timeout=15_000)
    return float(page.evaluate("window.__answered")) / 1000
