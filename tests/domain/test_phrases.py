"""Changes, parts, lists and ranks in words; what is not known leaves no words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.answers import AnswerValue, IndexStanding
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.draft import DraftPart, DraftSentence
from fieldapp.domain.drafting import draft_conclusion
from fieldapp.domain.phrases import (
    change_text,
    count_text,
    rank_change_text,
    unexplained,
)
from tests.builders import answered, checklist, criterion, record


def told(
    asked: Criterion, note: str = "", *, leading_zero: bool = False, **body: Any
) -> tuple[DraftSentence, ...]:
    """The sentences that one answer of the inspected unit gives."""
    made = record(answered(asked.id, "X", note=note, **body))
    return draft_conclusion(checklist(asked, leading_zero=leading_zero), made).sentences


def only(asked: Criterion, *, leading_zero: bool = False, **body: Any) -> str:
    (sentence,) = told(asked, leading_zero=leading_zero, **body)
    return sentence.text


RECEIVED = criterion(
    "tiep-nhan",
    "breakdown",
    answer={
        "unit": "hồ sơ",
        "parts": [
            {"id": "huyen", "label": "cấp huyện"},
            {"id": "xa", "label": "cấp xã"},
        ],
    },
    achievement=(
        "Tiếp nhận {value} hồ sơ[ ({parts})][, riêng cấp xã {part.xa}]"
        "[, còn {unexplained} chưa rõ]."
    ),
)
EQUIPMENT = criterion(
    "thiet-bi",
    "inventory",
    answer={
        "items": [
            {"id": "may-in", "label": "máy in"},
            {"id": "quay", "label": "bàn quầy", "unit": "bộ"},
        ]
    },
    achievement="Được trang bị {items}.",
)
MODELS = criterion("mo-hinh", "initiatives", achievement="Có mô hình {initiatives}.")
INDEX = criterion(
    "chi-so",
    "index",
    answer={"unit": "%"},
    achievement=(
        "Chỉ số[ năm {index_year}][ đạt {value}][, {change} so với {change_from}]"
        "[, hạng {rank}][, {rank_change} bậc][, nhóm {band}][, xếp {rank_text}]."
    ),
)
COUNT = criterion(
    "dem",
    "count",
    achievement="Tiếp nhận[ {value}] hồ sơ[ ({change} so với {change_from})].",
)


def test_a_bound_is_told_as_a_bound() -> None:
    rate = criterion(achievement="Đạt {pct}.")

    assert only(rate, value="99", comparator=">") == "Đạt trên 99%."
    assert only(COUNT, value="30", comparator=">=") == "Tiếp nhận từ 30 hồ sơ."


def test_a_change_is_told_also_where_the_value_is_not_known() -> None:
    text = only(COUNT, change="40", change_from="cùng kỳ")

    assert text == "Tiếp nhận hồ sơ (tăng 40 so với cùng kỳ)."


@pytest.mark.parametrize(
    ("kind", "change", "words"),
    [
        ("count", "40", "tăng 40"),
        ("count", "+2", "tăng 02"),
        ("count", "-1200", "giảm 1.200"),
        ("ratio", "-1.04", "giảm 1,04%"),
        ("ratio", "5", "tăng 5%"),
        ("index", "3.50", "tăng 3,50"),
        ("count", "0", "không tăng, không giảm"),
        ("index", "-0.0", "không tăng, không giảm"),
        ("count", None, None),
    ],
)
def test_a_change_is_told_by_its_direction_and_its_digits(
    kind: str, change: str | None, words: str | None
) -> None:
    spec = criterion(kind=kind).answer

    assert change_text(spec, change, leading_zero=True) == words


def test_a_rank_may_fall_while_the_score_rises() -> None:
    text = only(
        INDEX,
        leading_zero=True,
        change="1.04",
        change_from="năm 2019",
        index={"year": 2020, "rank_change": -2},
    )

    assert text == "Chỉ số năm 2020, tăng 1,04% so với năm 2019, giảm 02 bậc."


def test_an_index_says_only_what_is_known_of_it() -> None:
    assert only(INDEX, index={"band": "Khá tốt"}) == "Chỉ số, nhóm Khá tốt."
    assert only(INDEX, value="87.50", index={"rank": 12, "rank_of": 63}) == (
        "Chỉ số đạt 87,50%, hạng 12/63."
    )
    assert rank_change_text(IndexStanding(rank_change=0)) == "không tăng, không giảm"


def test_parts_stand_in_the_checklists_order_and_unknown_ones_are_left_out() -> None:
    both = [{"part": "xa", "count": 92322}, {"part": "huyen", "count": 21146}]

    assert only(RECEIVED, value="113468", parts=both) == (
        "Tiếp nhận 113.468 hồ sơ (cấp huyện 21.146, cấp xã 92.322), "
        "riêng cấp xã 92.322."
    )
    assert only(RECEIVED, value="5", parts=both[1:1]) == "Tiếp nhận 5 hồ sơ."


def test_what_the_parts_leave_can_be_told() -> None:
    text = only(RECEIVED, value="10", parts=[{"part": "huyen", "count": 7}])

    assert text == "Tiếp nhận 10 hồ sơ (cấp huyện 7), còn 3 chưa rõ."


def test_an_inventory_tells_count_state_and_place_as_far_as_they_are_known() -> None:
    lines = [
        {"item": "may-in", "count": 2, "state": "broken", "where": "phường Một"},
        {"item": "quay", "count": 12},
        {"item": "máy lấy số tự động", "where": "UBND quận"},
        {"item": "máy lấy số tự động", "where": "phường Một"},
        {"item": "máy scan"},
        {"item": "máy scan"},
    ]

    assert only(EQUIPMENT, leading_zero=True, items=lines) == (
        "Được trang bị 02 máy in (hỏng, phường Một), 12 bộ bàn quầy, "
        "máy lấy số tự động (UBND quận, phường Một), máy scan, máy scan."
    )


def test_initiatives_stand_in_vietnamese_quotes_with_what_is_known_of_them() -> None:
    plain = [{"name": "6 trong 1"}, {"name": "Ngày thứ Năm không hẹn"}]
    more = {"name": "Hẹn giờ tại nhà", "result": "02 hồ sơ", "where": "xã An Bình"}

    assert only(MODELS, initiatives=plain) == (
        "Có mô hình “6 trong 1”, “Ngày thứ Năm không hẹn”."
    )
    assert only(MODELS, initiatives=[{**plain[0], "scope": "đối với TTHC"}, more]) == (
        "Có mô hình “6 trong 1” đối với TTHC; “Hẹn giờ tại nhà” (xã An Bình: 02 hồ sơ)."
    )


NO_COMPLAINTS = criterion(
    "phan-anh",
    "count",
    target={"op": "==", "value": "0"},
    achievement="Ý kiến không hài lòng: {value}.",
    shortcoming="Có[ {value}] ý kiến không hài lòng.",
    zero="Chưa nhận ý kiến không hài lòng.",
)


def test_a_count_of_zero_is_a_result_and_not_measured_is_none() -> None:
    (sentence,) = told(NO_COMPLAINTS, value="0")

    assert sentence.text == "Chưa nhận ý kiến không hài lòng."
    assert sentence.part is DraftPart.ACHIEVEMENT
    assert sentence.sources == ("phan-anh/X",)
    assert told(NO_COMPLAINTS, status="unknown") == ()
    assert only(NO_COMPLAINTS, value="3") == "Có 3 ý kiến không hài lòng."
    assert only(NO_COMPLAINTS, status="fail_value_missing") == (
        "Có ý kiến không hài lòng."
    )


def test_zero_is_told_in_the_part_of_its_verdict() -> None:
    wanted = criterion(
        "moi", "count", target={"op": ">=", "value": "1"}, zero="Chưa có sáng kiến nào."
    )

    (sentence,) = told(wanted, value="0")

    assert (sentence.part, sentence.text) == (
        DraftPart.SHORTCOMING,
        "Chưa có sáng kiến nào.",
    )


def test_of_a_breakdown_the_judged_part_decides_whether_it_is_zero() -> None:
    late = criterion(
        "ket-qua",
        "breakdown",
        answer={
            "judged": "tre",
            "parts": [{"id": "dung", "label": "đúng"}, {"id": "tre", "label": "trễ"}],
        },
        achievement="Đúng hẹn {part.dung}, trễ hẹn {part.tre}.",
        zero="Đúng hẹn {part.dung}, không có hồ sơ trễ hẹn.",
    )
    on_time = {"part": "dung", "count": 9}

    assert only(late, value="9", parts=[on_time, {"part": "tre", "count": 0}]) == (
        "Đúng hẹn 9, không có hồ sơ trễ hẹn."
    )
    assert only(late, value="11", parts=[on_time, {"part": "tre", "count": 2}]) == (
        "Đúng hẹn 9, trễ hẹn 2."
    )


def test_small_counts_take_a_zero_but_not_in_fractions_and_rates() -> None:
    rate = criterion(
        achievement="{num}/{den} đơn vị, đạt {pct}, còn {gap}[ ({change})]."
    )

    assert only(rate, leading_zero=True, num=2, den=7, change="3") == (
        "2/7 đơn vị, đạt 28,6%, còn 05 (tăng 3%)."
    )
    assert only(COUNT, leading_zero=True, value="6") == "Tiếp nhận 06 hồ sơ."
    assert only(COUNT, leading_zero=True, value="10") == "Tiếp nhận 10 hồ sơ."
    assert only(COUNT, value="6") == "Tiếp nhận 6 hồ sơ."


def test_the_basis_of_the_target_can_be_named() -> None:
    def asking(basis: str) -> Criterion:
        return criterion(
            target={"value": "30", "unit": "%", "basis": basis},
            shortcoming="Chưa đạt tối thiểu {target}[ theo {target_basis}].",
        )

    named = asking("Nghị quyết số 01/NQ-CP")
    assert only(named, status="fail_value_missing") == (
        "Chưa đạt tối thiểu 30% theo Nghị quyết số 01/NQ-CP."
    )
    assert only(asking(""), status="fail_value_missing") == "Chưa đạt tối thiểu 30%."


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**9), min_size=1, max_size=2))
def test_what_is_unexplained_and_the_parts_make_the_total(
    total: int, counts: list[int]
) -> None:
    ids = ["huyen", "xa"]
    parts = [{"part": i, "count": n} for i, n in zip(ids, counts, strict=False)]
    body = AnswerValue.model_validate({"value": str(total), "parts": parts})
    left = unexplained(RECEIVED.answer, body)

    assert left is not None
    assert left + sum(counts) == total


@given(st.integers(0, 10**6))
def test_a_leading_zero_changes_no_number(count: int) -> None:
    text = count_text(str(count), leading_zero=True)

    assert int(text.replace(".", "")) == count
    assert (len(text) == 2) == (1 <= count <= 99 if count else False)
