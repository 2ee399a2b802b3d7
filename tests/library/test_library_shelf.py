from pathlib import Path

import pytest

from fieldapp.errors import ProblemsError, UserError
from fieldapp.library import Library

SHIPPED = Path(__file__).parents[2] / "checklists"

CHECKLIST = """\
format: fieldapp/checklist@1
id: {id}
title: "Phiếu {id}"
version: "1"
sections:
  - id: A
    title: "A"
    criteria:
      - id: A01
        question: "{question}"
        answer: {{type: yes_no}}
"""


def put(folder: Path, name: str, checklist_id: str, question: str = "Hỏi?") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    text = CHECKLIST.format(id=checklist_id, question=question)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_checklists_are_listed_with_what_they_hold() -> None:
    entries = {entry.id: entry for entry in Library((SHIPPED,)).entries()}
    sets = {"cchc-xa", "mot-cua-tthc", "cong-vu-dot-xuat", "van-thu-luu-tru"}
    assert {"cairang-2024", *sets} <= set(entries)
    assert entries["cchc-xa"].criteria_count == 74
    assert not any(entry.problems for entry in entries.values())
    assert all(len(entry.sha256) == 64 for entry in entries.values())


def test_a_broken_file_is_listed_with_its_problems(tmp_path: Path) -> None:
    put(tmp_path, "tot.yaml", "tot")
    (tmp_path / "hong.yaml").write_text("a: [", encoding="utf-8")
    broken, good = Library((tmp_path,)).entries()
    assert (broken.id, broken.problems[0].code) == ("hong", "TX09")
    assert (good.id, good.problems) == ("tot", ())


def test_loading_a_broken_file_raises_its_problems(tmp_path: Path) -> None:
    (tmp_path / "hong.yaml").write_text("a: [", encoding="utf-8")
    with pytest.raises(ProblemsError):
        Library((tmp_path,)).load("hong")


def test_an_unknown_id_names_the_known_ones(tmp_path: Path) -> None:
    put(tmp_path, "mot.yaml", "mot")
    with pytest.raises(UserError, match="mot"):
        Library((tmp_path,)).load("hai")


def test_the_id_counts_not_the_file_name(tmp_path: Path) -> None:
    put(tmp_path, "ten-khac.yaml", "mot")
    assert Library((tmp_path,)).load("mot").id == "mot"


def test_the_earlier_folder_wins_and_its_file_alone_is_listed(tmp_path: Path) -> None:
    put(tmp_path / "a", "mot.yaml", "mot", "Hỏi ở a?")
    put(tmp_path / "b", "mot.yaml", "mot", "Hỏi ở b?")
    library = Library((tmp_path / "a", tmp_path / "b"))
    assert next(library.load("mot").criteria()).question == "Hỏi ở a?"
    (entry,) = library.entries()
    assert entry.path.parent == tmp_path / "a"
    assert entry.problems == ()


def test_two_files_of_one_id_in_one_folder_are_a_mistake(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml", "mot")
    put(tmp_path, "b.yaml", "mot")

    first, second = Library((tmp_path,)).entries()

    assert first.problems == ()
    assert second.problems[0].code == "CK21"


def test_a_changed_file_is_read_again_and_an_unchanged_one_is_not(
    tmp_path: Path,
) -> None:
    put(tmp_path, "mot.yaml", "mot", "Hỏi cũ?")
    library = Library((tmp_path,))
    before = library.load("mot")
    assert library.load("mot") is before
    put(tmp_path, "mot.yaml", "mot", "Hỏi mới?")
    assert next(library.load("mot").criteria()).question == "Hỏi mới?"


def test_text_and_hash_belong_together(tmp_path: Path) -> None:
    path = put(tmp_path, "mot.yaml", "mot")
    library = Library((tmp_path,))
    assert library.text("mot") == path.read_text(encoding="utf-8")
    assert library.sha256("mot") == library.entries()[0].sha256


def test_inspections_and_missing_folders_are_no_checklists(tmp_path: Path) -> None:
    put(tmp_path, "x.inspection.yaml", "x")
    assert Library((tmp_path, tmp_path / "khong-co")).entries() == ()
