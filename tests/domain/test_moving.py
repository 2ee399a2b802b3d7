"""Moving a running inspection to a newer checklist loses nothing."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain import facts
from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.moving import Outcome, move_writes, report_move
from fieldapp.domain.ops import Write
from fieldapp.domain.record import InspectionRecord, LooseNote, SetAside
from tests.builders import answered, checklist, criterion, record

CHOICES = ({"id": "tot", "label": "tốt"}, {"id": "kha", "label": "khá"})


def old() -> Any:
    return checklist(
        criterion("A", "yes_no"),
        criterion("B", "count"),
        criterion("C", "choice", answer={"choices": CHOICES}),
        criterion("D", "text"),
        criterion("E", "count"),
        version="1",
    )


def new() -> Any:
    return checklist(
        criterion("A", "yes_no"),
        criterion("B", "count", answer={"max": "5"}),
        criterion(
            "C", "choice", answer={"choices": (CHOICES[0], {**CHOICES[0], "id": "x"})}
        ),
        criterion("D", "text").model_copy(update={"question": "Đã hỏi lại?"}),
        criterion("F", "count"),
        version="2",
    )


def known() -> InspectionRecord:
    return record(
        answered("A", "X", value="yes"),
        answered("B", "X", value="9", note="ghi nhớ"),
        answered("C", "X", value="kha"),
        answered("D", "X", value="lời"),
        answered("E", "X", value="1"),
    )


def set_aside(writes: list[Write]) -> list[SetAside]:
    return [SetAside.model_validate(w.value) for w in writes if w.entity == facts.ASIDE]


def test_the_report_says_what_becomes_of_every_criterion() -> None:
    report = report_move(old(), new(), known())

    assert [(m.criterion, m.outcome) for m in report.moved] == [
        ("A", Outcome.CARRIED),
        ("B", Outcome.ANEW),
        ("C", Outcome.ANEW),
        ("D", Outcome.REWORDED),
        ("F", Outcome.FRESH),
        ("E", Outcome.ASIDE),
    ]
    assert (report.old_version, report.new_version) == ("1", "2")


def test_what_has_no_room_is_set_aside_with_its_question_and_note() -> None:
    writes = list(move_writes(old(), new(), "văn bản mới", known()))

    aside = {made.criterion: made for made in set_aside(writes)}
    assert set(aside) == {"B", "C", "E"}
    assert aside["B"].note == "ghi nhớ"
    assert aside["B"].body == AnswerValue(value="9")
    assert aside["E"].question == "Tỷ lệ?"
    assert [aside[key].said for key in ("B", "C", "E")] == ["9", "khá", "1"]
    emptied = {w.entity_id for w in writes if w.entity == facts.ANSWER}
    assert emptied == {"B/X", "C/X", "E/X"}
    assert writes[0].entity == facts.CHECKLIST


def test_a_known_failure_fits_whatever_the_limits_are() -> None:
    failing = record(answered("B", "X", status=AnswerStatus.FAIL_VALUE_MISSING))

    assert report_move(old(), new(), failing).of(Outcome.CARRIED)


def test_an_answer_of_a_unit_does_not_fit_a_group_of_entries() -> None:
    made = new()
    first = made.sections[0].model_copy(update={"repeat": {"entry": "hồ sơ"}})
    repeated = type(made).model_validate({**dict(made), "sections": (first,)})

    report = report_move(old(), repeated, known())

    assert {m.criterion for m in report.of(Outcome.ANEW)} == {"A", "B", "C", "D"}


names = st.sampled_from("ABCDEG")
values = st.sampled_from(["yes", "0", "4", "9", "tot", "kha", "x"])


@given(st.dictionaries(names, values), st.sets(names))
def test_every_answer_and_note_stays_or_is_set_aside(
    found: dict[str, str], noted: set[str]
) -> None:
    answers = [
        answered(n, "X", value=v, note="n") for n, v in found.items() if n != "G"
    ]
    loose = [
        LooseNote(criterion=n, unit="X", text="t")
        for n in sorted(noted - found.keys())
        if n != "G"
    ]
    made = record(*answers, loose_notes=tuple(loose))

    writes = list(move_writes(old(), new(), "mới", made))

    gone = {w.entity_id for w in writes if w.entity == facts.ANSWER}
    kept = {f"{a.criterion}/{a.unit}" for a in set_aside(writes)}
    assert gone == kept
    for note in loose:
        if new().criterion(note.criterion) is None:
            assert f"{note.criterion}/X" in kept
