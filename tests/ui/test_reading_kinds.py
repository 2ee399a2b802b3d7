"""What stands in the fields of every kind reads back as the answer it came from."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.answers import (
    AnswerStatus,
    AnswerValue,
    DocumentRef,
    IndexStanding,
    Initiative,
    InventoryLine,
    ItemState,
    PartCount,
)
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.targets import Comparator
from fieldapp.ui.state.entries.lines import shown_lines
from fieldapp.ui.state.entries.parts import parts_sum
from fieldapp.ui.state.entry import FAMILIES, kept, read_entry, settled, texts_of
from tests.ui.sample import sample_checklist

CRITERIA = {c.answer.type: c for c in sample_checklist().criteria()}


def criterion(name: str) -> Criterion:
    found = sample_checklist().criterion(name)
    assert found is not None
    return found


COUNTS = st.integers(0, 10**9)
WORDS = st.text("abcđê ươ1(“”)", min_size=1).map(str.strip).filter(bool)
MAYBE_WORDS = st.just("") | WORDS
DECIMALS = st.decimals(0, 100, places=2).map(str)
BOUNDS = st.none() | st.sampled_from(Comparator)
DAYS = st.dates(min_value=dt.date(1000, 1, 1)).map(dt.date.isoformat)
SIGNED = st.decimals(-999, 999, places=2).map(lambda d: str(d) if d else "0")


@st.composite
def figures(draw: Any, digits: st.SearchStrategy[str]) -> AnswerValue:
    """A value, perhaps a bound; perhaps only how it changed."""
    value = draw(st.none() | digits)
    change = draw(st.none() | SIGNED) if value is not None else draw(SIGNED)
    return AnswerValue(
        value=value,
        comparator=draw(BOUNDS) if value is not None else None,
        change=change,
        change_from=draw(MAYBE_WORDS),
    )


@st.composite
def breakdowns(draw: Any) -> AnswerValue:
    parts = draw(st.dictionaries(st.sampled_from(["huyen", "xa", "qua-han"]), COUNTS))
    ordered = [p for p in ("huyen", "xa", "qua-han") if p in parts]
    return AnswerValue(
        value=draw(COUNTS.map(str)),
        parts=tuple(PartCount(part=p, count=parts[p]) for p in ordered),
    )


LINES = st.builds(
    InventoryLine,
    item=st.sampled_from(["may-tinh", "may-quet", "quạt trần"]),
    count=st.none() | COUNTS,
    state=st.none() | st.sampled_from(ItemState),
    where=MAYBE_WORDS,
)
MODELS = st.builds(
    Initiative, name=WORDS, scope=MAYBE_WORDS, result=MAYBE_WORDS, where=MAYBE_WORDS
)
STANDINGS = st.builds(
    IndexStanding,
    year=st.none() | st.integers(1990, 2100),
    rank=st.none() | st.integers(1, 63),
    rank_of=st.none() | st.integers(63, 100),
    rank_change=st.none() | st.integers(-62, 62),
    band=MAYBE_WORDS,
    rank_text=MAYBE_WORDS,
).filter(lambda standing: standing != IndexStanding())


def several(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, min_size=1, max_size=4).map(tuple)


@st.composite
def pairs(draw: Any) -> AnswerValue:
    den = draw(st.integers(1, 10**9))
    return AnswerValue(num=draw(st.integers(0, den)), den=den)


def valued(digits: st.SearchStrategy[str]) -> st.SearchStrategy[AnswerValue]:
    return digits.map(lambda text: AnswerValue(value=text))


BODIES: dict[AnswerKind, st.SearchStrategy[AnswerValue]] = {
    AnswerKind.YES_NO: valued(st.sampled_from(["yes", "no"])),
    AnswerKind.COUNT: figures(COUNTS.map(str)),
    AnswerKind.RATIO: pairs() | figures(DECIMALS),
    AnswerKind.SCORE: figures(
        st.decimals(0, 1, places=2).map(str),
    ),
    AnswerKind.DATE: valued(DAYS),
    AnswerKind.TEXT: valued(WORDS),
    AnswerKind.CHOICE: valued(st.sampled_from(["day-du", "mot-phan"])),
    AnswerKind.DOCUMENT: WORDS.map(
        lambda n: AnswerValue(document=DocumentRef(number=n))
    ),
    AnswerKind.PHOTO: valued(COUNTS.map(str)),
    AnswerKind.BREAKDOWN: breakdowns() | figures(COUNTS.map(str)),
    AnswerKind.INVENTORY: several(LINES).map(lambda rows: AnswerValue(items=rows)),
    AnswerKind.INITIATIVES: several(MODELS).map(
        lambda rows: AnswerValue(initiatives=rows)
    ),
    AnswerKind.INDEX: st.builds(
        lambda body, standing: body.model_copy(update={"index": standing}),
        figures(DECIMALS),
        STANDINGS,
    ),
}
EVERY_KIND = st.sampled_from(AnswerKind).flatmap(
    lambda kind: BODIES[kind].map(lambda body: (CRITERIA[kind], body))
)


def test_every_kind_can_be_read() -> None:
    assert set(FAMILIES) == set(AnswerKind) == set(CRITERIA) == set(BODIES)


@given(EVERY_KIND)
def test_what_stands_in_the_fields_reads_back_as_what_was_saved(
    asked: tuple[Criterion, AnswerValue],
) -> None:
    chosen, body = asked
    texts = texts_of(chosen, body)
    assert read_entry(chosen, texts).body == body
    assert read_entry(chosen, texts, body).body == body
    assert settled(chosen, texts) == texts


@given(EVERY_KIND, st.data())
def test_typed_rubbish_names_its_field_or_is_words_and_changes_nothing_else(
    asked: tuple[Criterion, AnswerValue], data: st.DataObject
) -> None:
    chosen, body = asked
    texts = texts_of(chosen, body)
    name = data.draw(st.sampled_from(sorted(texts)))
    typed = {**texts, name: data.draw(st.text(max_size=12))}
    entry = read_entry(chosen, typed, body)
    assert set(entry.problems) <= set(typed) | {
        f"{name.rpartition('-')[0]}-name",
        "num",
    }
    assert not (entry.problems and entry.body)


@given(EVERY_KIND)
def test_a_status_keeps_nothing_it_may_not_carry(
    asked: tuple[Criterion, AnswerValue],
) -> None:
    chosen, body = asked
    status = AnswerValue(status=AnswerStatus.NOT_APPLICABLE)
    whole = kept(chosen, status, body)
    assert whole is not None
    assert whole.carried == ()


def test_a_bound_without_its_number_is_unfinished() -> None:
    entry = read_entry(criterion("A03"), {"comparator": ">"})
    assert entry.unfinished
    entry = read_entry(criterion("A03"), {"comparator": ">", "value": "30"})
    assert entry.body == AnswerValue(value="30", comparator=Comparator.MORE_THAN)


@pytest.mark.parametrize(
    ("texts", "change"),
    [
        ({"change": "1,04", "change_way": "up"}, "1.04"),
        ({"change": "2", "change_way": "down"}, "-2"),
        ({"change": "-2"}, "-2"),
        ({"change": "\u22122", "change_way": "up"}, "-2"),
        ({"change": "+3,50"}, "3.50"),
        ({"change": "0"}, "0"),
    ],
)
def test_a_change_has_a_way_and_a_number(texts: dict[str, str], change: str) -> None:
    assert read_entry(criterion("E04"), texts).body == AnswerValue(change=change)


def test_a_number_without_a_way_asks_for_it_and_a_way_alone_waits() -> None:
    entry = read_entry(criterion("E04"), {"change": "2"})
    assert entry.problems == {"change": "Hãy chọn tăng hay giảm."}
    assert read_entry(criterion("E04"), {"change_way": "up"}).unfinished


@pytest.mark.parametrize("change", ["+1.04", "nhẹ", "1E+2", "-0"])
def test_a_change_written_otherwise_is_kept_as_it_was_written(change: str) -> None:
    before = AnswerValue(value="80", change=change, change_from="năm 2019")
    texts = {**texts_of(criterion("E04"), before), "band": "Khá tốt"}
    body = read_entry(criterion("E04"), texts, before).body
    assert body is not None
    assert (body.change, body.change_from) == (change, "năm 2019")


def test_editing_the_value_keeps_bound_and_change() -> None:
    before = AnswerValue(
        value="30", comparator=Comparator.MORE_THAN, change="40", change_from="cùng kỳ"
    )
    texts = {**texts_of(criterion("A03"), before), "value": "31"}
    wanted = before.model_copy(update={"value": "31"})
    assert read_entry(criterion("A03"), texts, before).body == wanted


def test_what_a_criterion_has_no_field_for_is_kept() -> None:
    before = AnswerValue(value="no", change="-1", parts=(PartCount(part="a", count=1),))
    body = read_entry(criterion("A02"), {"value": "yes"}, before).body
    assert body == before.model_copy(update={"value": "yes"})


def test_a_rank_may_fall_while_the_score_rises() -> None:
    texts = {
        "year": "2020",
        "change": "1,04",
        "change_way": "up",
        "change_from": "năm 2019",
        "rank_change": "2",
        "rank_change_way": "down",
    }
    assert read_entry(criterion("E04"), texts).body == AnswerValue(
        change="1.04",
        change_from="năm 2019",
        index=IndexStanding(year=2020, rank_change=-2),
    )


@pytest.mark.parametrize(
    ("name", "texts", "field"),
    [
        ("E04", {"year": "20"}, "year"),
        ("E04", {"rank": "0"}, "rank"),
        ("E04", {"rank": "64", "rank_of": "63"}, "rank"),
        ("E04", {"value": "101"}, "value"),
        ("E04", {"rank_change": "2,5"}, "rank_change"),
        ("E01", {"value": "1,5"}, "value"),
        ("E01", {"part-xa": "nhiều"}, "part-xa"),
        ("E02", {"line-0-item": "may-tinh", "line-0-count": "vài"}, "line-0-count"),
        ("E02", {"line-0-count": "5"}, "line-0-item"),
        ("E03", {"model-0-result": "Giảm thời gian"}, "model-0-name"),
    ],
)
def test_what_cannot_be_read_is_named_beside_its_field(
    name: str, texts: dict[str, str], field: str
) -> None:
    entry = read_entry(criterion(name), texts)
    assert list(entry.problems) == [field]
    assert entry.body is None


def test_each_item_is_offered_and_keeps_its_row_once_typed() -> None:
    spec = criterion("E02").answer
    offered = shown_lines(spec, {})
    assert [item for _, item in offered] == ["may-tinh", "may-quet", "ghe-cho"]
    number = offered[1][0]
    texts = {f"line-{number}-item": "may-quet", f"line-{number}-count": "2"}
    assert shown_lines(spec, texts) == offered


def test_one_item_may_have_several_lines() -> None:
    good = InventoryLine(item="may-tinh", count=50, state=ItemState.GOOD)
    broken = InventoryLine(item="may-tinh", count=6, state=ItemState.BROKEN)
    body = AnswerValue(items=(good, broken))
    texts = texts_of(criterion("E02"), body)
    lines = shown_lines(criterion("E02").answer, texts)
    assert [item for _, item in lines][:3] == ["may-tinh", "may-tinh", "may-quet"]
    assert read_entry(criterion("E02"), texts).body == body


def test_emptying_the_count_of_an_item_takes_its_line_away() -> None:
    texts = {"line-0-item": "may-tinh", "line-0-count": ""}
    assert read_entry(criterion("E02"), texts).body is None
    assert settled(criterion("E02"), texts) == {}


def sums(value: str | None, **parts: int) -> tuple[str, str]:
    counts = tuple(PartCount(part=p, count=n) for p, n in parts.items())
    body = AnswerValue(value=value, parts=counts)
    found = parts_sum(criterion("E01").answer, body)
    return found.text, found.doubt


def test_parts_say_what_they_leave_unexplained() -> None:
    assert sums("113468", huyen=21146, xa=92322) == ("Cộng các phần: 113.468", "")
    assert sums("113468", xa=70395)[1] == "Còn 43.073 chưa rõ"
    assert "lớn hơn tổng 5 là 2" in sums("5", xa=7)[1]
    assert sums(None, xa=7) == ("Cộng các phần: 7", "")
    assert sums("5") == ("", "")


def test_parts_of_which_need_not_reach_the_total() -> None:
    spec = criterion("E01").answer.model_copy(update={"must_add_up": False})

    def doubt(count: int) -> str:
        parts = (PartCount(part="xa", count=count),)
        return parts_sum(spec, AnswerValue(value="5", parts=parts)).doubt

    assert doubt(3) == ""
    assert doubt(6) == "Có phần 6 lớn hơn tổng 5: cần xem lại"


def test_zero_is_an_answer() -> None:
    assert read_entry(criterion("A03"), {"value": "0"}).body == AnswerValue(value="0")
    body = read_entry(criterion("E01"), {"value": "5", "part-qua-han": "0"}).body
    assert body is not None
    assert body.part("qua-han") == 0
