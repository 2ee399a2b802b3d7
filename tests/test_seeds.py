"""The five sources: each draft says every fact and invents none.

The facts are in `tests/data/seed-facts.yaml`, the files in `tests/data/seeds`.
"""

import json
import re
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple, cast

import pytest

from fieldapp.cli.main import run
from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.draft import Draft
from fieldapp.domain.drafting import draft_conclusion
from fieldapp.domain.record import InspectionRecord
from fieldapp.library import Library, load_inspection
from fieldapp.library.exchange import ImportedInspection, read_inspection
from fieldapp.library.yaml_text import read_document

DATA = Path(__file__).parent / "data"
FOLDER = DATA / "seeds"
LIBRARY = Library((FOLDER,))
NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
LISTED = re.compile(r"^\d+\. ", re.MULTILINE)


class Seed(NamedTuple):
    """One source: its inspection, what its draft must and must not say."""

    name: str
    inspection: str
    rows: dict[str, list[str]]
    numbers: str
    derived: dict[str, str]
    forbidden: list[str]


def read_facts() -> dict[str, Seed]:
    text = (DATA / "seed-facts.yaml").read_text("utf-8")
    document, problems = read_document(text, "seed-facts.yaml")
    assert document is not None, problems
    facts = cast("dict[str, dict[str, Any]]", document.data)
    return {name: Seed(name=name, **said) for name, said in facts.items()}


BY_NAME = read_facts()
SEEDS = tuple(BY_NAME.values())
THANH_BINH, NGA_NAM = BY_NAME["thanh-binh-2020"], BY_NAME["nga-nam-2021"]

each_seed = pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
ROWS = [
    pytest.param(seed, words, id=f"{seed.name}: {row}")
    for seed in SEEDS
    for row, words in seed.rows.items()
]


def source(seed: Seed) -> Path:
    return FOLDER / f"{seed.name}.inspection.yaml"


@cache
def loaded(seed_name: str) -> ImportedInspection:
    return load_inspection(FOLDER / f"{seed_name}.inspection.yaml", LIBRARY.load)


def drafted(seed: Seed) -> Draft:
    found = loaded(seed.name)
    return draft_conclusion(found.checklist, found.record)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every draft as the command line tells it, each from a store of its own."""
    return {
        seed.name: draft_text(seed, source(seed), tmp_path_factory.mktemp(seed.name))
        for seed in SEEDS
    }


def draft_text(seed: Seed, file: Path, data: Path) -> str:
    """Import a file and return the draft's text."""
    assert run(["import", str(file), "--data", str(data)]) == 0
    command = ["notice", "draft", seed.inspection, "--text", "--data", str(data)]
    with redirect_stdout(StringIO()) as out:
        assert run(command) == 0
    return out.getvalue()


@pytest.mark.parametrize(("seed", "words"), ROWS)
def test_the_draft_says_what_the_source_says(
    seed: Seed, words: list[str], texts: dict[str, str]
) -> None:
    text = texts[seed.name]

    assert [told for told in words if told not in text] == []


@each_seed
def test_every_number_of_the_draft_is_the_sources(
    seed: Seed, texts: dict[str, str]
) -> None:
    said = set(NUMBER.findall(LISTED.sub("", texts[seed.name])))

    assert said - set(seed.numbers.split()) - set(seed.derived) == set()
    assert set(seed.derived) <= said


@each_seed
def test_the_draft_says_nothing_else(seed: Seed, texts: dict[str, str]) -> None:
    text = texts[seed.name]

    assert [words for words in seed.forbidden if words in text] == []


def known_ids(record: InspectionRecord) -> set[str]:
    ids = {answer.id for answer in record.answers}
    ids |= {f"finding:{finding.id}" for finding in record.findings}
    ids |= {f"recommendation:{wish.id}" for wish in record.recommendations}
    ids |= {f"meeting:{meeting.id}" for meeting in record.meetings}
    return ids | {f"response:{response.id}" for response in record.responses}


@each_seed
def test_every_sentence_names_what_it_was_derived_from(seed: Seed) -> None:
    known = known_ids(loaded(seed.name).record)

    for sentence in drafted(seed).sentences:
        assert sentence.sources, sentence.text
        assert set(sentence.sources) <= known, sentence.text


@each_seed
def test_everything_recorded_is_said_but_what_is_not_known(seed: Seed) -> None:
    record = loaded(seed.name).record
    told = {s for sentence in drafted(seed).sentences for s in sentence.sources}
    silent = {
        answer.id
        for answer in record.answers
        if answer.body.status is AnswerStatus.UNKNOWN
    }

    assert known_ids(record) - told == silent


@each_seed
def test_exporting_and_importing_elsewhere_gives_the_same_draft(
    seed: Seed, texts: dict[str, str], tmp_path: Path
) -> None:
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    carried = tmp_path / "usb" / f"{seed.name}.inspection.yaml"
    for folder in (here, elsewhere, carried.parent):
        folder.mkdir()
    assert run(["import", str(source(seed)), "--data", str(here)]) == 0
    command = ["export", seed.inspection, "--out", str(carried), "--data", str(here)]
    assert run(command) == 0

    assert draft_text(seed, carried, elsewhere) == texts[seed.name]


@each_seed
def test_the_files_carry_no_lookalikes_and_no_stray_spaces(seed: Seed) -> None:
    text = source(seed).read_text("utf-8")

    assert [sign for sign in "\u00d0\u00f0\u0189\u00a0" if sign in text] == []


@pytest.mark.parametrize(
    ("name", "answer", "recorded"),
    [
        (
            "thap-muoi-2022",
            "truoc-va-dung-han/TM",
            {"value": "99", "comparator": ">"},
        ),
        (
            "thap-muoi-2022",
            "xep-hang/TM",
            {"index": {"year": 2022, "rank_text": "trong tốp đầu của tỉnh"}},
        ),
        (
            "cai-rang-2024",
            "may-lay-so/CR",
            {
                "items": [
                    {"item": "may-lay-so", "where": "UBND quận"},
                    {"item": "may-lay-so", "where": "phường Phú Thứ"},
                ]
            },
        ),
        ("cai-rang-2024", "ho-so-tre-hen/CR", {"status": "fail_value_missing"}),
        ("dong-thap-2023", "G06/HTP", {"status": "fail_value_missing"}),
        (
            "thanh-binh-2020",
            "tiep-nhan/TB",
            {
                "value": "113468",
                "parts": [
                    {"part": "cap-huyen", "count": 21146},
                    {"part": "cap-xa", "count": 92322},
                ],
            },
        ),
        (
            "thanh-binh-2020",
            "chi-so-cchc/TB",
            {
                "change": "1.04",
                "change_from": "năm 2019",
                "index": {"year": 2020, "rank_change": -2},
            },
        ),
        (
            "thanh-binh-2020",
            "ddci/TB",
            {
                "change": "3.50",
                "change_from": "năm 2018",
                "index": {"year": 2019, "band": "Khá tốt"},
            },
        ),
        ("nga-nam-2021", "rut-ngan/NN", {"value": "30", "comparator": ">"}),
        (
            "nga-nam-2021",
            "muc-do-4/NN",
            {"change": "40", "change_from": "cùng kỳ"},
        ),
        ("nga-nam-2021", "phan-anh/NN", {"value": "0"}),
    ],
)
def test_a_fact_is_recorded_as_what_it_is(
    name: str, answer: str, recorded: dict[str, Any]
) -> None:
    criterion, _, unit = answer.partition("/")

    found = loaded(name).record.value(criterion, unit)

    assert found == AnswerValue.model_validate(recorded)


def test_what_the_counts_leave_unexplained_is_warned_about_and_not_printed() -> None:
    warnings = [w for s in drafted(THANH_BINH).sentences for w in s.warnings]

    assert warnings == [
        (
            "Còn 43.073 hồ sơ chưa rõ: tổng số 113.468, mới biết đúng hẹn 70.395, trễ "
            "hẹn 0."
        )
    ]


def test_the_counts_that_add_up_raise_no_doubt() -> None:
    by_key = {sentence.key: sentence for sentence in drafted(THANH_BINH).sentences}

    assert by_key["tiep-nhan@TB"].warnings == ()
    assert by_key["hinh-thuc@TB"].warnings == ()


UNKNOWN = "phan-anh, unit: NN, status: unknown"


def test_not_measured_is_not_told_as_zero() -> None:
    told = source(NGA_NAM).read_text("utf-8")
    silent = told.replace('phan-anh, unit: NN, status: given, value: "0"', UNKNOWN)
    assert silent != told
    found = read_inspection(silent, LIBRARY.load, FOLDER)

    sentences = draft_conclusion(found.checklist, found.record).sentences

    assert [s.text for s in sentences if "ý kiến" in s.text] == []


def test_the_drafts_are_the_same_as_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", str(source(NGA_NAM)), "--data", str(tmp_path)]) == 0
    capsys.readouterr()
    run(["notice", "draft", "NN-2021", "--json", "--data", str(tmp_path)])
    told = json.loads(capsys.readouterr().out)["sentences"]

    assert [s["text"] for s in told] == [s.text for s in drafted(NGA_NAM).sentences]
