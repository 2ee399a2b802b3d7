"""What a use case sees of the store: what it appends is what it loads."""

import datetime as dt
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.domain import facts
from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.findings import Finding, FindingKind, Recommendation
from fieldapp.domain.ops import OpKind, Write
from fieldapp.domain.record import NoticeDetails, SentenceEdit
from fieldapp.errors import IntegrityError, UserError
from fieldapp.store import Store, open_store
from tests.store.store_samples import (
    NOON,
    YAML,
    answer,
    begin,
    inspection,
    open_at,
    photo,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_at(tmp_path) as opened:
        begin(opened)
        yield opened
        assert opened.verify() == ()


def finding(name: str, text: str = "Chậm công khai") -> Finding:
    return Finding(id=name, kind=FindingKind.SHORTCOMING, text=text)


def test_everything_recorded_comes_back_and_survives_closing(tmp_path: Path) -> None:
    advice = Recommendation(id="k1", to="UBND xã Một", text="Công khai đúng hạn")
    edit = SentenceEdit(key="c1", text="Câu sửa", derived="Câu gốc")
    details = NoticeDetails(signer_name="Trần Ba")
    body = AnswerValue(num=15, den=28, reported="53.5")
    with open_at(tmp_path) as store:
        begin(store)
        writes = [
            facts.write_answer("so-hoa", "X1", body),
            facts.write_note("so-hoa", "X1", "xem sổ"),
            facts.write_finding(finding("f1")),
            facts.write_recommendation(advice),
            facts.write_photo(photo("p1")),
            facts.write_sentence("c1", edit),
            facts.write_notice(details),
        ]
        store.append("thu-1", writes, author="Lan", at=NOON)
        before = store.load("thu-1")
    with open_at(tmp_path, name="another") as again:
        record = again.load("thu-1")
        assert again.device_id == "may-1"
        assert again.checklist_text("thu-1") == YAML
    assert record == before
    assert record.inspection == inspection()
    (found,) = record.answers
    assert (found.body, found.note, found.id) == (body, "xem sổ", "so-hoa/X1")
    assert (found.author, found.saved_at) == ("Lan", NOON)
    assert record.findings == (finding("f1"),)
    assert record.recommendations == (advice,)
    assert record.photos == (photo("p1"),)
    assert record.edits == (edit,)
    assert record.notice == details


def test_a_new_value_replaces_the_old_and_the_log_keeps_both(store: Store) -> None:
    later = NOON + dt.timedelta(minutes=3)
    answer(store, "so-hoa", "34.80")
    answer(store, "so-hoa", "55.96", at=later, author="Minh")
    found = store.load("thu-1").answer("so-hoa", "X1")
    assert found is not None
    assert (found.body.value, found.author, found.saved_at) == ("55.96", "Minh", later)
    old, new = store.ops("thu-1")[-2:]
    assert new.seen == (old.id,)
    assert new.hlc > old.hlc
    assert [op.counter for op in store.ops("thu-1")] == [1, 2, 3, 4]


def test_an_answer_taken_back_is_gone_and_may_return(store: Store) -> None:
    answer(store, "so-hoa", "1")
    taken_back = facts.write_answer("so-hoa", "X1", None)
    store.append("thu-1", [taken_back], author="Lan", at=NOON)
    assert store.load("thu-1").answers == ()
    assert store.headers()[0].answered == 0
    answer(store, "so-hoa", "2")
    assert store.load("thu-1").value("so-hoa", "X1") == AnswerValue(value="2")


def test_removed_things_leave_and_edited_ones_keep_their_place(store: Store) -> None:
    writes = [facts.write_finding(finding(name)) for name in ("f1", "f2", "f3")]
    store.append("thu-1", writes, author="Lan", at=NOON)
    changes = [
        facts.write_finding(finding("f1", "Sửa lại")),
        facts.write_removal(facts.FINDING, "f2"),
    ]
    store.append("thu-1", changes, author="Lan", at=NOON)
    found = [(one.id, one.text) for one in store.load("thu-1").findings]
    assert found == [("f1", "Sửa lại"), ("f3", "Chậm công khai")]


def test_one_batch_may_write_the_same_field_several_times(store: Store) -> None:
    values = [AnswerValue(value=str(count)) for count in range(3)]
    writes = [facts.write_answer("so-hoa", "X1", value) for value in values]
    store.append("thu-1", writes, author="Lan", at=NOON)
    assert store.load("thu-1").value("so-hoa", "X1") == values[-1]
    assert [op.seen for op in store.ops("thu-1")[-3:]] == [
        (),
        ("may-1.3",),
        ("may-1.4",),
    ]


def test_a_batch_is_recorded_whole_or_not_at_all(store: Store) -> None:
    broken = Write(
        kind="set", entity="answer", entity_id="a/X1", field="note", value="\ud800"
    )
    good = facts.write_answer("a", "X1", AnswerValue(value="1"))
    before = store.ops("thu-1")
    with pytest.raises(UserError, match="ký tự"):
        store.append("thu-1", [good, broken], author="Lan", at=NOON)
    assert store.ops("thu-1") == before
    assert store.load("thu-1").answers == ()


def test_thousands_of_writes_go_in_at_once(store: Store) -> None:
    names = [(f"c{row}", f"u{column}") for row in range(300) for column in range(10)]
    body = AnswerValue(value="1")
    writes = [facts.write_answer(*name, body) for name in names]
    store.append("thu-1", writes, author="Lan", at=NOON)
    store.append("thu-1", writes, author="Lan", at=NOON)
    record = store.load("thu-1")
    assert [(one.criterion, one.unit) for one in record.answers] == names
    assert len(store.ops("thu-1")) == 2 + 2 * len(names)


def test_the_list_shows_progress_of_every_inspection(store: Store) -> None:
    later = NOON + dt.timedelta(seconds=1)
    begin(store, "thu-2")
    answer(store, "a", "1")
    answer(store, "b", "1", at=later)
    writes = [facts.write_photo(photo()), facts.write_state("thu-1", "dang-lam")]
    store.append("thu-1", writes, author="Lan", at=NOON)
    first, second = store.headers()
    assert (first.inspection.id, first.answered, first.photos) == ("thu-1", 2, 1)
    assert (first.state, first.last_saved_at) == ("dang-lam", later)
    assert (second.inspection.id, second.answered, second.state) == ("thu-2", 0, "")


def test_an_unknown_inspection_is_the_persons_mistake(store: Store) -> None:
    assert store.has("thu-1")
    assert not store.has("khac")
    for read in (store.load, store.checklist_text):
        with pytest.raises(UserError, match="khac"):
            read("khac")


def test_facts_of_newer_versions_are_kept_and_do_no_harm(store: Store) -> None:
    body = {"status": "given", "value": "1", "measured_with": "thước"}
    writes = [
        Write(kind="set", entity="answer", entity_id="a/X1", field="body", value=body),
        Write(kind="draw", entity="sketch", entity_id="s1", field="lines", value=[1]),
        Write(kind="set", entity="answer", entity_id="a/X1", field="mood", value="vui"),
    ]
    store.append("thu-1", writes, author="Lan", at=NOON)
    assert store.load("thu-1").value("a", "X1") == AnswerValue(value="1")
    kept = store.ops("thu-1")[-3:]
    assert [op.value for op in kept] == [body, [1], "vui"]
    assert kept[1].kind == "draw"


def test_a_value_that_is_not_what_its_field_holds_is_named(store: Store) -> None:
    good = facts.write_answer("a", "X1", AnswerValue(value="1"))
    bad = Write(kind="set", entity="answer", entity_id="b/X1", field="body", value=[1])
    store.append("thu-1", [good, bad], author="Lan", at=NOON)
    with pytest.raises(IntegrityError, match="answer/b/X1"):
        store.load("thu-1")


def test_the_checklist_text_is_checked_against_its_hash(store: Store) -> None:
    forged = facts.write_checklist("thu", YAML).model_copy(
        update={"value": {"text": "id: khac", "sha256": facts.sha256_of(YAML)}}
    )
    store.append("thu-1", [forged], author="Lan", at=NOON)
    with pytest.raises(IntegrityError, match="thu"):
        store.checklist_text("thu-1")


def test_saves_from_many_threads_all_arrive(store: Store) -> None:
    def save(worker: int) -> None:
        for count in range(20):
            answer(store, f"w{worker}", str(count))

    threads = [threading.Thread(target=save, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.ops("thu-1")) == 2 + 80
    assert len(store.load("thu-1").answers) == 4


def test_saves_of_two_open_files_interleave_without_loss(
    store: Store, tmp_path: Path
) -> None:
    with open_at(tmp_path) as other:
        for count in range(10):
            answer(store, "a", f"{count}")
            answer(other, "a", f"{count}.5")
        assert other.load("thu-1") == store.load("thu-1")
    assert len(store.ops("thu-1")) == 22


def foreign_answer(folder: Path, value: str, name: str = "may-2") -> None:
    """Put an answer another device gave into the log, as a later sync would."""
    text = AnswerValue(value=value).model_dump_json()
    with sqlite3.connect(folder / "du-lieu.db") as raw:
        raw.execute(
            "INSERT INTO op SELECT 'thu-1', ?, 1, max(arrival) + 1, 'Hoa', 7, "
            "'2026-03-02T06:00:00.000000+00:00', 'set', 'answer', 'a/X1', 'body', ?, "
            "'[]', 1 FROM op",
            (name, text),
        )
        raw.execute("UPDATE device SET arrival = arrival + 1")
    raw.close()


def test_a_disagreement_is_shown_until_a_person_settles_it(tmp_path: Path) -> None:
    with open_at(tmp_path) as store:
        begin(store)
        answer(store, "a", "1")
    foreign_answer(tmp_path, "2")
    with open_at(tmp_path) as store:
        assert store.verify() != ()
        store.rebuild()
        (dispute,) = store.disagreements("thu-1")
        assert [head.author for head in dispute.heads] == ["Lan", "Hoa"]
        answer(store, "a", "3")
        (dispute,) = store.disagreements("thu-1")
        assert [head.author for head in dispute.heads] == ["Lan", "Hoa"]
        assert store.load("thu-1").value("a", "X1") == AnswerValue(value="3")
        assert store.headers()[0].answered == 1
        assert store.verify() == ()
        settled = facts.write_answer("a", "X1", AnswerValue(value="2"))
        settled = settled.model_copy(update={"kind": OpKind.RESOLVE})
        store.append("thu-1", [settled], author="Lan", at=NOON)
        assert store.disagreements("thu-1") == ()
        assert store.load("thu-1").value("a", "X1") == AnswerValue(value="2")
        assert store.verify() == ()


def test_a_batch_may_write_and_settle_a_disagreement(tmp_path: Path) -> None:
    with open_at(tmp_path) as store:
        begin(store)
        answer(store, "a", "1")
    foreign_answer(tmp_path, "2")
    with open_at(tmp_path) as store:
        store.rebuild()
        write = facts.write_answer("a", "X1", AnswerValue(value="3"))
        settled = write.model_copy(update={"kind": OpKind.RESOLVE})
        store.append("thu-1", [write, settled], author="Lan", at=NOON)
        assert store.disagreements("thu-1") == ()
        assert store.verify() == ()


def test_the_heads_can_be_lost_and_made_anew(tmp_path: Path) -> None:
    with open_at(tmp_path) as store:
        begin(store)
        answer(store, "a", "1")
        answer(store, "a", "2")
        before = store.load("thu-1")
    with sqlite3.connect(tmp_path / "du-lieu.db") as raw:
        raw.execute("DELETE FROM head WHERE entity = 'answer'")
        raw.execute("UPDATE head SET value = '\"x\"' WHERE field = 'text'")
    raw.close()
    with open_at(tmp_path) as store:
        assert len(store.verify()) == 2
        store.rebuild()
        assert store.verify() == ()
        assert store.load("thu-1") == before


def test_the_log_itself_refuses_change_and_deletion(tmp_path: Path) -> None:
    with open_at(tmp_path) as store:
        begin(store)
    raw = sqlite3.connect(tmp_path / "du-lieu.db")
    for statement in ("DELETE FROM op", "UPDATE op SET author = 'khác'"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            raw.execute(statement)
    raw.close()


step = st.tuples(
    st.sampled_from([*OpKind, "of-a-newer-version"]),
    st.sampled_from(["a/X1", "b/X1"]),
    st.sampled_from(["body", "note"]),
    st.integers(-5, 5),
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.lists(step, max_size=6), max_size=6))
def test_the_heads_kept_at_each_save_are_those_of_the_whole_log(
    tmp_path: Path, batches: list[list[tuple[str, str, str, int]]]
) -> None:
    with open_store(
        Path(f"{tmp_path}/{id(batches)}.db"), sqlite3, ids=lambda: "m"
    ) as store:
        for batch in batches:
            writes = [
                Write(kind=kind, entity="answer", entity_id=name, field=field, value=v)
                for kind, name, field, v in batch
            ]
            at = NOON + dt.timedelta(minutes=sum(one[3] for one in batch))
            store.append("thu-1", writes, author="Lan", at=at)
        assert store.verify() == ()


def test_a_note_saved_before_any_answer_is_still_there(store: Store) -> None:
    note = facts.write_note("A01", "X1", "xem lại")
    store.append("thu-1", [note], author="Lan", at=NOON)
    assert store.load("thu-1").note("A01", "X1") == "xem lại"
    answer(store, "A01", "1")
    assert store.load("thu-1").note("A01", "X1") == "xem lại"
    assert store.load("thu-1").loose_notes == ()
