"""What the leader is told to look at: counts that do not add up, bounds too loose."""

from typing import Any

import pytest

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.doubts import sum_difference
from fieldapp.domain.drafting import draft_conclusion
from fieldapp.domain.entries import Entry
from tests.builders import answered, checklist, criterion, inspection, record

PARTS = [{"id": "dung", "label": "đúng hẹn"}, {"id": "tre", "label": "trễ hẹn"}]


def breakdown(*, must_add_up: bool = True) -> Any:
    answer = {"unit": "hồ sơ", "parts": PARTS, "must_add_up": must_add_up}
    return criterion("ket-qua", "breakdown", answer=answer, achievement="{parts}.")


def body(total: str | None, **counts: int) -> dict[str, Any]:
    return {
        "value": total,
        "parts": [{"part": part, "count": count} for part, count in counts.items()],
    }


@pytest.mark.parametrize(
    ("total", "counts", "doubt"),
    [
        (
            "113468",
            {"dung": 70395, "tre": 0},
            (
                "Còn 43.073 hồ sơ chưa rõ: tổng số 113.468, mới biết đúng hẹn 70.395, "
                "trễ hẹn 0."
            ),
        ),
        (
            "10",
            {"dung": 7},
            (
                "Còn 3 hồ sơ chưa rõ: tổng số 10, mới biết đúng hẹn 7; chưa có số liệu "
                "trễ hẹn."
            ),
        ),
        (
            "10",
            {"dung": 7, "tre": 4},
            (
                "Các phần (đúng hẹn 7, trễ hẹn 4) cộng lại lớn hơn tổng số 10: thừa 1 "
                "hồ sơ."
            ),
        ),
        ("11", {"dung": 7, "tre": 4}, None),
        ("11", {}, None),
        (None, {"dung": 7}, None),
    ],
)
def test_parts_that_must_add_up_are_held_against_the_total(
    total: str | None, counts: dict[str, int], doubt: str | None
) -> None:
    found = AnswerValue.model_validate(body(total, **counts))

    assert sum_difference(breakdown(), found) == doubt


def test_parts_that_need_not_add_up_only_must_not_exceed_the_total() -> None:
    loose = breakdown(must_add_up=False)

    def doubt(**counts: int) -> str | None:
        return sum_difference(loose, AnswerValue.model_validate(body("10", **counts)))

    assert doubt(dung=9, tre=9) is None
    assert doubt(dung=12, tre=1) == (
        "Các phần (đúng hẹn 12, trễ hẹn 1) có phần lớn hơn tổng số 10: thừa 2 hồ sơ."
    )


def test_a_total_known_only_as_a_bound_leaves_nothing_to_explain() -> None:
    bound = {**body("100", dung=7), "comparator": ">"}

    assert sum_difference(breakdown(), AnswerValue.model_validate(bound)) is None


def test_the_doubt_stands_beside_the_sentence_and_not_in_it() -> None:
    made = record(answered("ket-qua", "X", **body("9", dung=7, tre=0)))

    (sentence,) = draft_conclusion(checklist(breakdown()), made).sentences

    assert sentence.text == "Đúng hẹn 7, trễ hẹn 0."
    assert sentence.warnings == (
        "Còn 2 hồ sơ chưa rõ: tổng số 9, mới biết đúng hẹn 7, trễ hẹn 0.",
    )


def test_a_bound_that_does_not_decide_is_asked_about() -> None:
    rate = criterion(
        short="Đúng hạn", target={"value": "99.5", "unit": "%"}, achievement="{pct}."
    )

    def drafted(value: str) -> Any:
        made = record(answered("G06", "X", value=value, comparator=">"))
        return draft_conclusion(checklist(rate), made)

    assert drafted("99").sentences == ()
    assert drafted("99").warnings == (
        (
            "Đúng hạn: “trên 99%” chưa đủ để kết luận đạt hay chưa đạt chỉ tiêu từ "
            "99,5%; cần số liệu chính xác."
        ),
    )
    assert [s.text for s in drafted("99.5").sentences] == ["Trên 99,5%."]
    assert drafted("99.5").warnings == ()


ROWS = {"year": 2026, "criterion": "C"}
WARD = {"code": "P", "name": "Ba Láng", "kind": "phuong"}


def doubts_of(made: Any, *answers: Any, **more: Any) -> tuple[str, ...]:
    return draft_conclusion(made, record(*answers, **more)).warnings


def test_a_bound_is_held_against_the_target_table_too() -> None:
    rate = criterion("C", target={"op": ">=", "unit": "%"})
    made = checklist(rate, targets=[{**ROWS, "value": "99.5"}])

    (doubt,) = doubts_of(made, answered("C", "X", value="99", comparator=">"))

    assert "chưa đủ để kết luận đạt hay chưa đạt" in doubt


def test_a_target_for_the_sub_units_alone_is_not_missed_at_the_unit() -> None:
    rate = criterion("C", target={"op": ">=", "unit": "%"}, asked_of="sub_units")
    rows = [{**ROWS, "unit_kind": "phuong", "value": "50"}]
    where = inspection(sub_units=(WARD,))

    def told(year: int) -> tuple[str, ...]:
        made = checklist(rate, targets=[{**rows[0], "year": year}])
        return doubts_of(made, answered("C", "P", value="60"), inspection=where)

    assert told(2026) == ()
    assert "không có chỉ tiêu năm 2026" in told(2025)[0]


def test_a_dossier_without_its_photo_is_named() -> None:
    wanted = criterion(
        "S2",
        "yes_no",
        evidence={"required": ["photo"], "description": "Ảnh"},
        shortcoming="Hồ sơ[ {ref}] trễ hạn.",
    )
    section = {
        "id": "S",
        "title": "Hồ sơ",
        "repeat": {"entry": "hồ sơ", "label": "S1"},
        "criteria": (criterion("S1", "text"), wanted),
    }
    made = checklist(sections=(section,))
    entries = tuple(Entry(id=f"e{n}", section="S", unit="X") for n in (1, 2))
    answers = (
        answered("S1", "X#e1", value="H45.1"),
        answered("S2", "X#e1", value="no"),
        answered("S2", "X#e2", value="no"),
    )

    sentences = draft_conclusion(made, record(*answers, entries=entries)).sentences

    told = {warning for s in sentences for warning in s.warnings}
    assert told == {
        "H45.1: Chưa có ảnh minh chứng.",
        "Hồ sơ 2: Chưa có ảnh minh chứng.",
    }
