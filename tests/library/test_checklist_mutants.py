"""A thousand random changes to the shipped checklists: refused, or told in the diff.

What is neither is the same checklist for every reader, in other signs; those kinds
are listed in `docs/checklist-changes.md`.
"""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from fieldapp.domain.changes import Change, ChangeKind, changes
from fieldapp.domain.checklist import Checklist
from fieldapp.errors import ProblemsError
from fieldapp.library import parse_checklist
from tests.library.mutants import KINDS, Mutant, Sheet, mutants

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "checklist-changes.md").read_text("utf-8")
COUNT = 1000
LEAST_CAUGHT = 0.95


@dataclass(frozen=True)
class Fate:
    """What became of a mutant: refused, told at its place, elsewhere, or not."""

    mutant: Mutant
    refused: bool
    told: tuple[Change, ...] = ()

    @property
    def outcome(self) -> str:
        if self.refused:
            return "refused"
        if not self.told:
            return "untold"
        named = {
            name
            for change in self.told
            for name in (change.where.criterion, change.where.section, change.old)
        }
        places = self.mutant.places
        return "told" if not places or places & named else "elsewhere"


def parsed(text: str) -> Checklist | None:
    try:
        return parse_checklist(text)
    except ProblemsError:
        return None


def sheets() -> dict[Sheet, Checklist]:
    """Each shipped checklist, and neighbouring sections of it as smaller ones.

    A thousand parses of whole checklists would take a minute; a part that leans on
    other parts (an expression names them) is left out.
    """
    found = {}
    for path in sorted((ROOT / "checklists").glob("*.yaml")):
        whole = Sheet(path.read_text("utf-8"))
        last = len(parse_checklist(whole.text).sections) - 1
        parts = [whole.part(n, min(n + 1, last)) for n in range(last)]
        for sheet in (whole, *parts):
            checklist = parsed(sheet.text)
            if checklist is not None:
                found[sheet] = checklist
    return found


@pytest.fixture(scope="module")
def fates() -> list[Fate]:
    known = sheets()
    found = []
    for mutant in mutants(list(known), COUNT, Random(2025)):  # noqa: S311 - not for secrets
        new = parsed(mutant.text)
        told = changes(known[mutant.sheet], new) if new else ()
        found.append(Fate(mutant, new is None, told))
    return found


def counted(fates: list[Fate]) -> Counter[str]:
    return Counter(fate.outcome for fate in fates)


def shown(fate: Fate) -> str:
    """The lines that differ, for the message of a failed test."""
    old, new = fate.mutant.sheet.lines, fate.mutant.text.splitlines()
    lines = [line for line in new if line not in old][:2]
    return f"{fate.mutant.kind} {sorted(fate.mutant.places)}: {lines}"


def test_at_least_95_of_100_changes_are_refused_or_told_at_their_place(
    fates: list[Fate],
) -> None:
    found = counted(fates)
    assert found["refused"] + found["told"] >= LEAST_CAUGHT * COUNT
    assert [shown(fate) for fate in fates if fate.outcome == "elsewhere"] == []


def test_every_kind_of_change_was_made_many_times(fates: list[Fate]) -> None:
    made = Counter(fate.mutant.kind for fate in fates)
    assert {kind for kind in KINDS if made[kind] < 5} == set()


UNTOLD = {
    "số": "số viết cách khác",
    "từ của ngôn ngữ": "giá trị mặc định",
    "mất khóa trong nhóm": "giá trị mặc định",
    "mất dòng": "giá trị mặc định",
    "thụt dòng": "cách trình bày",
    "trình bày": "cách trình bày",
}
"""What may go untold, by kind of change; the page has these classes, no other."""


def test_what_is_not_told_is_of_a_class_that_the_page_names(fates: list[Fate]) -> None:
    untold = [fate for fate in fates if fate.outcome == "untold"]
    assert [shown(f) for f in untold if f.mutant.kind not in UNTOLD] == []
    assert set(UNTOLD.values()) == set(named_classes())


def named_classes() -> list[str]:
    part = PAGE.split("## Những thay đổi không được nêu")[1].split("\n## ")[0]
    return re.findall(r"^- \*\*(.+?)\*\*", part, re.MULTILINE)


def test_each_class_is_the_same_checklist_in_other_signs() -> None:
    text = (ROOT / "checklists" / "cairang-2024.yaml").read_text("utf-8")
    checklist = parse_checklist(text)
    for old, new in (
        ("value: 80,", "value: 80.00,"),
        ('{op: ">=", value: 80', "{value: 80"),
        ("title:", "# ghi chú\ntitle:"),
    ):
        assert old in text
        assert parse_checklist(text.replace(old, new, 1)) == checklist


def test_the_page_tells_the_measure_as_it_is(fates: list[Fate]) -> None:
    """The checklists change now and then, and the figures with them a little."""
    found = counted(fates)
    for outcome, words in (("refused", "bị từ chối"), ("told", "được nêu")):
        stated = re.search(rf"([\d.]+) thay đổi {words}", PAGE)
        assert stated, words
        assert abs(found[outcome] - int(stated[1].replace(".", ""))) <= COUNT * 0.05
    missed = re.search(r"([\d.]+) thay đổi không được nêu", PAGE)
    assert missed
    assert abs(found["untold"] - int(missed[1])) <= COUNT * 0.01


def test_the_page_names_every_kind_of_change_that_is_tried() -> None:
    told = re.search(r"Các loại thay đổi được thử: (.+?)\.\n", PAGE, re.DOTALL)
    assert told
    assert " ".join(told[1].split()).split("; ") == list(KINDS)


def test_the_page_names_every_kind_that_the_diff_tells() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert rows == [kind.value for kind in ChangeKind]
