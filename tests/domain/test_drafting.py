"""From answers to the sentences of a conclusion, on an inspection of our own.

Other units (a rural district of 2023 with communes), other thresholds, equality at
the threshold and all five statuses; the Cái Răng inspection is in
`tests/test_main_job.py`.
"""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.answers import Answer
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.draft import Draft, DraftPart
from fieldapp.domain.drafting import draft_conclusion
from fieldapp.domain.entries import Entry
from fieldapp.domain.evaluation import Evaluation
from fieldapp.domain.findings import Finding, Recommendation
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.record import InspectionRecord, SentenceEdit
from fieldapp.domain.rollup import roll_up
from tests.builders import answered, checklist, criterion, inspection, record

COMMUNES = ("Mỹ An", "Trường Xuân", "Thanh Mỹ", "Láng Biển", "Phú Điền", "Đốc Binh")


def district(**more: object) -> Inspection:
    subs = [
        {"code": f"X{i}", "name": name, "kind": "xa"} for i, name in enumerate(COMMUNES)
    ]
    return inspection(
        unit={"code": "H", "name": "UBND huyện Tháp Mười", "kind": "huyen"},
        sub_units=subs,
        campaign={"id": "CT", "name": "Kiểm tra công tác CCHC", "year": 2023},
        visited_on="2023-07-27",
        **more,
    )


PAYMENT = criterion(
    "tt",
    asked_of="both",
    target={"op": ">=", "by_year": {"2023": "30"}, "unit": "%"},
    shortcoming="Tỷ lệ thanh toán[ đạt {pct},] chưa đạt chỉ tiêu ({target}).",
    achievement="Tỷ lệ thanh toán[ đạt {pct}].",
    shortcoming_aggregate=(
        "{fail_count}/{total} {unit_kind} chưa đạt (chỉ tiêu {target}): {fail_list}"
        "[; {pass_count}/{total} đạt: {pass_list}][; {unknown_count} chưa có số liệu]."
    ),
    achievement_aggregate="{pass_count}/{total} {unit_kind} đạt.",
    recommendation="Nâng tỷ lệ thanh toán lên {target}.",
)


def given_(code: str, value: str) -> Answer:
    return answered("tt", code, value=value)


def drafted(*answers: Answer, criteria: tuple[Criterion, ...] = (PAYMENT,)) -> Draft:
    return draft_conclusion(
        checklist(*criteria), record(*answers, inspection=district())
    )


def texts(draft: Draft, part: DraftPart) -> list[str]:
    return [s.text for s in draft.part(part)]


FIVE_STATUSES = (
    given_("X0", "12.5"),
    given_("X1", "30.00"),
    answered("tt", "X2", status="fail_value_missing"),
    answered("tt", "X3", status="pass_value_missing"),
    answered("tt", "X4", status="unknown"),
    answered("tt", "X5", status="not_applicable"),
)


def test_all_five_statuses_share_one_sentence() -> None:
    draft = drafted(*FIVE_STATUSES)

    assert texts(draft, DraftPart.SHORTCOMING) == [
        (
            "2/5 xã chưa đạt (chỉ tiêu 30%): Mỹ An (12,5%), Thanh Mỹ; "
            "2/5 đạt: Trường Xuân (30,00%), Láng Biển; 1 chưa có số liệu."
        )
    ]


def test_a_sub_unit_without_an_answer_counts_as_unknown_and_is_asked_for() -> None:
    draft = drafted(given_("X0", "12.5"))

    assert texts(draft, DraftPart.SHORTCOMING) == [
        "1/6 xã chưa đạt (chỉ tiêu 30%): Mỹ An (12,5%); 5 chưa có số liệu."
    ]
    assert "còn 5/6 xã chưa có số liệu" in draft.warnings[0]


def test_success_of_all_is_only_claimed_when_all_are_known() -> None:
    known = [given_(f"X{i}", "40") for i in range(6)]

    assert texts(drafted(*known), DraftPart.ACHIEVEMENT) == ["6/6 xã đạt."]
    assert "6/6 xã đạt." not in texts(drafted(*known[:5]), DraftPart.ACHIEVEMENT)


def test_the_units_own_failure_is_told_beside_its_sub_units() -> None:
    draft = drafted(given_("X0", "12.5"), given_("H", "29.99"))

    shortcomings = texts(draft, DraftPart.SHORTCOMING)
    assert shortcomings[1] == ("Tỷ lệ thanh toán đạt 29,99%, chưa đạt chỉ tiêu (30%).")


def test_worst_fails_first_and_best_passes_first_also_when_less_is_better() -> None:
    target = {"op": "<=", "value": "2"}
    overdue = criterion("qh", "count", asked_of="sub_units", target=target)
    answers = [
        answered("qh", f"X{i}", value=str(v)) for i, v in enumerate([3, 9, 0, 2])
    ]

    made = record(*answers, inspection=district())
    roll = roll_up(overdue, made, Evaluation(checklist(overdue), made))

    assert [m.unit.name for m in roll.fails] == ["Trường Xuân", "Mỹ An"]
    assert [m.unit.name for m in roll.passes] == ["Thanh Mỹ", "Láng Biển"]


def test_a_sentence_may_draw_on_another_criterion_at_the_same_place() -> None:
    late = criterion("S08", "count", answer={"unit": "ngày"})
    handed = criterion(
        "S07", "yes_no", shortcoming="Trả kết quả trễ[ {answer.S08} ngày| hạn]."
    )
    no = answered("S07", "X", value="no")

    known = record(no, answered("S08", "X", value="3"))
    unknown = record(no)

    def told(made: InspectionRecord) -> list[str]:
        draft = draft_conclusion(checklist(handed, late), made)
        return texts(draft, DraftPart.SHORTCOMING)

    assert told(known) == ["Trả kết quả trễ 3 ngày."]
    assert told(unknown) == ["Trả kết quả trễ hạn."]


def test_without_words_for_all_each_sub_unit_is_named() -> None:
    alone = PAYMENT.model_copy(update={"shortcoming_aggregate": ""})

    draft = drafted(given_("X0", "12.5"), criteria=(alone,))

    assert texts(draft, DraftPart.SHORTCOMING) == [
        "Xã Mỹ An: Tỷ lệ thanh toán đạt 12,5%, chưa đạt chỉ tiêu (30%)."
    ]


def test_a_failure_the_checklist_has_no_words_for_is_still_told() -> None:
    bare = criterion("tb", "yes_no", question="Có biển tên cơ quan?")

    draft = drafted(answered("tb", "H", value="no"), criteria=(bare,))

    assert texts(draft, DraftPart.SHORTCOMING) == [
        "Có biển tên cơ quan: Không, chưa đạt."
    ]


def test_the_law_cited_is_the_one_in_force_on_the_day() -> None:
    basis = (
        {
            "ref": "61/2018",
            "cite": "Nghị định số 61/2018/NĐ-CP",
            "valid_to": "2025-06-30",
        },
        {
            "ref": "118/2025",
            "cite": "Nghị định số 118/2025/NĐ-CP",
            "valid_from": "2025-07-01",
        },
    )
    desk = criterion(
        "mc",
        "yes_no",
        shortcoming="Chưa tiếp nhận[ theo {legal_basis}].",
        legal_basis=basis,
    )

    def sentence(visited_on: str) -> str:
        where = inspection(visited_on=visited_on)
        made = record(answered("mc", "X", value="no"), inspection=where)
        return draft_conclusion(checklist(desk), made).sentences[0].text

    assert sentence("2025-06-30") == "Chưa tiếp nhận theo Nghị định số 61/2018/NĐ-CP."
    assert sentence("2025-07-01") == "Chưa tiếp nhận theo Nghị định số 118/2025/NĐ-CP."


def test_a_reported_figure_that_differs_is_warned_about_and_not_printed() -> None:
    draft = drafted(answered("tt", "H", num=15, den=28, reported="53.5"))

    assert draft.sentences[0].text == "Tỷ lệ thanh toán đạt 53,6%."
    assert "Đơn vị báo cáo 53,5%; tính lại 53,6%." in draft.sentences[0].warnings


def test_two_criteria_asking_for_the_same_share_one_recommendation() -> None:
    other = PAYMENT.model_copy(update={"id": "tt2"})

    draft = drafted(
        given_("H", "10"), answered("tt2", "H", value="5"), criteria=(PAYMENT, other)
    )

    (only,) = draft.part(DraftPart.RECOMMENDATION)
    assert only.text == "Nâng tỷ lệ thanh toán lên 30%."
    assert only.sources == ("tt/H", "tt2/H")
    assert only.addressee == "UBND huyện Tháp Mười"


def edited(*edits: SentenceEdit) -> Draft:
    made = record(given_("H", "10"), inspection=district(), edits=edits)
    return draft_conclusion(checklist(PAYMENT), made)


def test_editing_a_sentence_marks_it_and_keeps_its_sources() -> None:
    derived = edited().sentences[0]
    edit = SentenceEdit(key=derived.key, text="Viết lại.", derived=derived.derived)

    sentence = edited(edit).sentences[0]

    assert (sentence.text, sentence.edited) == ("Viết lại.", True)
    assert sentence.sources == derived.sources == ("tt/H",)
    assert sentence.derived == derived.text


def test_an_edit_over_changed_facts_is_warned_about() -> None:
    key = edited().sentences[0].key
    stale = SentenceEdit(key=key, text="Viết lại.", derived="Câu của số liệu cũ.")

    assert any("thay đổi" in w for w in edited(stale).sentences[0].warnings)


def test_a_sentence_left_out_stays_on_the_desk_but_not_on_paper() -> None:
    key = edited().sentences[0].key

    draft = edited(SentenceEdit(key=key, text=""))

    assert draft.sentences[0].omitted
    assert draft.part(DraftPart.SHORTCOMING) == ()


def test_an_edit_whose_sentence_is_gone_is_named_and_not_printed() -> None:
    draft = edited(SentenceEdit(key="mat#x", text="Câu mồ côi."))

    assert any("Câu mồ côi." in warning for warning in draft.warnings)


def test_what_people_wrote_comes_after_what_the_checklist_says() -> None:
    finding = Finding.model_validate(
        {"id": "f", "kind": "shortcoming", "text": "Triển khai còn chậm"}
    )
    wish = Recommendation.model_validate(
        {
            "id": "r",
            "to": "Sở Tài chính",
            "text": "Bố trí kinh phí.",
            "deadline": "2026-06-30",
        }
    )
    made = record(
        given_("H", "10"),
        inspection=district(),
        findings=(finding,),
        recommendations=(wish,),
    )

    draft = draft_conclusion(checklist(PAYMENT), made)

    assert texts(draft, DraftPart.SHORTCOMING)[-1] == "Triển khai còn chậm."
    assert texts(draft, DraftPart.RECOMMENDATION)[-1] == (
        "Bố trí kinh phí, hoàn thành trước ngày 30/6/2026."
    )


statuses = st.sampled_from(
    ["fail_value_missing", "pass_value_missing", "unknown", "not_applicable"]
)
bodies = st.one_of(
    st.decimals(0, 100, places=2).map(lambda d: {"value": str(d)}),
    st.integers(1, 99).map(lambda n: {"num": n, "den": 99}),
    statuses.map(lambda s: {"status": s}),
)


@given(st.dictionaries(st.sampled_from([f"X{i}" for i in range(6)]), bodies))
def test_no_percentage_is_printed_for_a_unit_without_one(
    found: dict[str, dict[str, object]],
) -> None:
    answers = [answered("tt", code, **body) for code, body in found.items()]
    made: InspectionRecord = record(*answers, inspection=district())
    roll = roll_up(PAYMENT, made, Evaluation(checklist(PAYMENT), made))
    draft = draft_conclusion(checklist(PAYMENT), made)
    told = " ".join(s.text for s in draft.sentences)

    assert roll.total + len(_not_applicable(made)) == len(COMMUNES)
    for member in roll.members:
        if member.measured is None:
            assert f"{member.unit.name} (" not in told
    figures = [m.measured for m in roll.fails if m.measured is not None]
    assert figures == sorted(figures)
    assert all(f < Decimal(30) for f in figures)


def _not_applicable(made: InspectionRecord) -> list[Answer]:
    return [a for a in made.answers if a.body.status == "not_applicable"]


def test_a_year_without_a_target_is_neither_success_nor_failure() -> None:
    where = district().model_copy(
        update={"campaign": district().campaign.model_copy(update={"year": 2024})}
    )
    answers = [given_(f"X{i}", "99") for i in range(6)] + [given_("H", "1")]

    draft = draft_conclusion(
        checklist(PAYMENT.model_copy(update={"short": "Thanh toán"})),
        record(*answers, inspection=where),
    )

    assert draft.sentences == ()
    assert draft.warnings == (
        (
            "Thanh toán: bộ tiêu chí không có chỉ tiêu năm 2024 nên không kết luận đạt "
            "hay chưa đạt."
        ),
    )


def test_what_people_wrote_reads_as_a_sentence() -> None:
    finding = Finding.model_validate(
        {"id": "f", "kind": "shortcoming", "text": "ứng dụng còn chậm;"}
    )
    wish = Recommendation.model_validate(
        {"id": "r", "to": "Sở Tài chính", "text": "đẩy nhanh tiến độ./."}
    )
    made = record(findings=(finding,), recommendations=(wish,))

    draft = draft_conclusion(checklist(PAYMENT), made)

    assert [s.text for s in draft.sentences] == [
        "Ứng dụng còn chậm.",
        "Đẩy nhanh tiến độ.",
    ]


def test_a_sentence_with_the_dossier_s_name_is_not_headed_by_it_again() -> None:
    told = criterion("S2", "yes_no", shortcoming="Hồ sơ[ {ref}] trễ hạn.")
    plain = criterion("S3", "yes_no", shortcoming="Thiếu Phiếu hẹn.")
    section = {
        "id": "S",
        "title": "Hồ sơ",
        "repeat": {"entry": "hồ sơ", "label": "S1"},
        "criteria": (criterion("S1", "text"), told, plain),
    }
    made = record(
        answered("S1", "X#e1", value="H45.1"),
        answered("S2", "X#e1", value="no"),
        answered("S3", "X#e1", value="no"),
        answered("S2", "X#e2", value="no"),
        entries=tuple(Entry(id=f"e{n}", section="S", unit="X") for n in (1, 2)),
    )

    draft = draft_conclusion(checklist(sections=(section,)), made)

    assert [s.text for s in draft.sentences] == [
        "Hồ sơ H45.1 trễ hạn.",
        "Hồ sơ 2: Hồ sơ trễ hạn.",
        "H45.1: Thiếu Phiếu hẹn.",
    ]
