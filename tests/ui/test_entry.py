"""From typed fields to answers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.answers import AnswerStatus, AnswerValue, DocumentRef
from fieldapp.domain.checklist import Criterion
from fieldapp.ui.state.entry import read_entry, texts_of
from tests import builders
from tests.ui.sample import sample_checklist


def criterion(name: str) -> Criterion:
    found = sample_checklist().criterion(name)
    assert found is not None
    return found


def test_two_numbers_make_a_ratio() -> None:
    entry = read_entry(criterion("C05"), {"num": "8.600", "den": "8650"})
    assert entry.body == AnswerValue(num=8600, den=8650)


def test_one_number_of_two_is_unfinished_and_not_wrong() -> None:
    entry = read_entry(criterion("C05"), {"num": "12"})
    assert entry.unfinished
    assert not entry.problems
    assert entry.body is None


def test_a_percentage_alone_keeps_its_digits() -> None:
    entry = read_entry(criterion("C05"), {"value": "55,90"})
    assert entry.body == AnswerValue(value="55.90")


@pytest.mark.parametrize(
    ("name", "texts", "field"),
    [
        ("C05", {"num": "9000", "den": "8650"}, "num"),
        ("C05", {"num": "5", "den": "0"}, "den"),
        ("C05", {"value": "101"}, "value"),
        ("A03", {"value": "12,5"}, "value"),
        ("C06", {"value": "1,6"}, "value"),
        ("C06", {"value": "1.234"}, "value"),
        ("A01", {"value": "31/2/2026"}, "value"),
        ("A04", {"issued_on": "hôm qua"}, "issued_on"),
    ],
)
def test_what_cannot_be_read_is_named_beside_its_field(
    name: str, texts: dict[str, str], field: str
) -> None:
    entry = read_entry(criterion(name), texts)
    assert list(entry.problems) == [field]
    assert entry.body is None


def test_a_document_with_nothing_in_it_is_no_answer() -> None:
    assert read_entry(criterion("A04"), {"number": " "}).body is None
    entry = read_entry(criterion("A04"), {"number": "12/KH-UBND"})
    assert entry.body == AnswerValue(document=DocumentRef(number="12/KH-UBND"))


def test_a_status_leaves_the_fields_empty() -> None:
    body = AnswerValue(status=AnswerStatus.NOT_APPLICABLE)
    assert texts_of(criterion("C05"), body) == {}


@given(den=st.integers(1, 10**9), share=st.decimals(0, 1, places=4))
def test_a_saved_ratio_reads_back_from_its_own_texts(den: int, share: Decimal) -> None:
    body = AnswerValue(num=int(den * share), den=den)
    chosen = criterion("C05")
    assert read_entry(chosen, texts_of(chosen, body)).body == body


@given(st.decimals(0, 100, places=2).map(lambda d: AnswerValue(value=str(d))))
def test_a_saved_percentage_reads_back_from_its_own_text(body: AnswerValue) -> None:
    chosen = criterion("C05")
    assert read_entry(chosen, texts_of(chosen, body)).body == body


@given(st.dates().map(lambda day: AnswerValue(value=day.isoformat())))
def test_a_saved_date_reads_back_from_its_own_text(body: AnswerValue) -> None:
    chosen = criterion("A01")
    if body.value is not None and body.value >= "1000":
        assert read_entry(chosen, texts_of(chosen, body)).body == body


def test_a_score_keeps_to_its_bounds_and_its_step() -> None:
    asked = builders.criterion(
        "K", "score", answer={"min": "0.5", "max": "4", "step": "0.5"}
    )

    def problem(typed: str) -> str:
        return read_entry(asked, {"value": typed}).problems.get("value", "")

    assert problem("3,5") == ""
    assert problem("3,25") == "Điểm phải là bội của 0,5."
    assert problem("0") == "Điểm phải từ 0,5 đến 4."
