"""What a signer is told before signing, and the one thing that is refused."""

import datetime as dt

from fieldapp.domain.drafting import draft_conclusion
from fieldapp.domain.findings import Finding
from fieldapp.domain.readiness import Readiness, readiness
from fieldapp.domain.record import InspectionRecord, NoticeDetails, SentenceEdit
from tests.builders import answered, checklist, criterion, inspection, record

TWO = checklist(criterion("C1", "yes_no"), criterion("C2", "yes_no"))
WHOLE = NoticeDetails(
    number="12",
    issued_on=dt.date(2026, 9, 1),
    signer_name="Nguyễn Văn A",
    report_before=dt.date(2026, 9, 30),
)


def of(made: InspectionRecord) -> Readiness:
    return readiness(TWO, made)


def test_a_finished_inspection_has_nothing_open() -> None:
    rows = (answered("C1", "X", value="yes"), answered("C2", "X", value="yes"))

    found = of(record(*rows, notice=WHOLE))

    assert found == Readiness()
    assert found.may_be_signed


def test_what_is_missing_is_told_and_hinders_nobody() -> None:
    found = of(record(answered("C1", "X", value="yes")))

    assert found.may_be_signed
    assert found.warnings == (
        "Còn 1/2 câu chưa trả lời.",
        "Chưa ghi họ tên người ký.",
        "Chưa ghi hạn báo cáo khắc phục: để trống trên giấy.",
        (
            "Chưa có số văn bản và ngày ban hành: để trống trên giấy, Văn thư ghi khi "
            "cấp số."
        ),
    )


def test_a_number_without_its_day_leaves_only_the_day_blank() -> None:
    details = WHOLE.model_copy(update={"issued_on": None})
    rows = (answered("C1", "X", value="yes"), answered("C2", "X", value="yes"))

    (said,) = of(record(*rows, notice=details)).warnings

    assert said.startswith("Chưa có ngày ban hành:")


def test_an_empty_inspection_is_not_signed_and_the_reason_is_said() -> None:
    found = of(record(notice=WHOLE))

    assert not found.may_be_signed
    assert "chưa có gì để ký" in found.refusal


def test_one_finding_alone_can_be_signed() -> None:
    finding = Finding(id="f1", kind="shortcoming", text="Chưa niêm yết.")

    assert of(record(findings=(finding,))).may_be_signed


def test_doubts_of_the_draft_count_while_their_sentence_is_printed() -> None:
    target = {"op": ">=", "value": 60, "unit": "%"}
    asked = checklist(criterion("C1", target=target, shortcoming="Đạt {pct}."))
    row = answered("C1", "X", num=15, den=28, reported="53.5")
    (drafted,) = draft_conclusion(asked, record(row)).sentences
    left_out = SentenceEdit(key=drafted.key, derived=drafted.derived)

    said = readiness(asked, record(row, notice=WHOLE)).warnings
    later = readiness(asked, record(row, notice=WHOLE, edits=(left_out,))).warnings

    assert said == ("Dự thảo kết luận còn 1 chỗ cần xem lại, nêu ở “Kết luận”.",)
    assert later == ()


def test_what_is_calculated_is_neither_an_answer_nor_one_that_is_missing() -> None:
    counted = criterion("C1", "count", calculate={"value": "count_met(C3)"})
    rate = criterion("C2", calculate={"num": "count_met(C3)", "den": "count_met(C3)"})
    asked = criterion("C3", "yes_no", asked_of="sub_units")
    made = checklist(counted, rate, asked)
    below = {"code": "Y", "name": "Ấp Một", "kind": "khac"}
    where = inspection(sub_units=(below,))

    empty = readiness(made, record(inspection=where, notice=WHOLE))
    whole = readiness(
        made, record(answered("C3", "Y", value="no"), inspection=where, notice=WHOLE)
    )

    assert not empty.may_be_signed
    assert empty.warnings == ("Còn 1/3 câu chưa trả lời.",)
    assert whole == Readiness()
