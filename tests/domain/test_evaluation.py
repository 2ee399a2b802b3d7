"""What applies, what is calculated, and what is worked out again after a change."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.answers import AnswerStatus, AnswerValue
from fieldapp.domain.checklist import Checklist
from fieldapp.domain.entries import Entry
from fieldapp.domain.evaluation import Cell, Evaluation
from fieldapp.domain.record import InspectionRecord
from fieldapp.domain.verdicts import Verdict
from tests.builders import answered, criterion, inspection, record

YES, NO = AnswerValue(value="yes"), AnswerValue(value="no")
WARDS = (
    {"code": "A", "name": "Một", "kind": "phuong"},
    {"code": "B", "name": "Hai", "kind": "phuong"},
)


def checklist(*sections: dict[str, Any], **more: Any) -> Checklist:
    return Checklist.model_validate(
        {
            "format": "fieldapp/checklist@1",
            "id": "thu",
            "title": "Thử",
            "version": "1",
            "sections": sections,
            **more,
        }
    )


def section(section_id: str, *criteria: Any, **more: Any) -> dict[str, Any]:
    return {"id": section_id, "title": section_id, "criteria": criteria, **more}


def late_and_apology() -> Checklist:
    return checklist(
        section(
            "C",
            criterion("C05", answer={"unit": "hồ sơ"}),
            criterion("C07", "yes_no", when="C05.num < C05.den"),
            criterion("C08", "count", when="C07"),
        )
    )


def dossiers() -> Checklist:
    """A group of dossiers, and two criteria summed up from it."""
    return checklist(
        section(
            "S",
            criterion("S01", "text"),
            criterion("S07", "yes_no"),
            criterion("S08", "yes_no", when="S07 == no"),
            criterion("S09", "count"),
            repeat={"entry": "hồ sơ", "label": "S01"},
        ),
        section(
            "T",
            criterion(
                "T01",
                calculate={"num": "count_met(S07)", "den": "count_answered(S07)"},
                target={"op": ">=", "value": "80", "unit": "%"},
            ),
            criterion("T02", "count", calculate={"value": "sum(S09)"}),
            criterion("T03", "text", when="T01.num < T01.den"),
        ),
    )


def three_entries(*more: Any) -> InspectionRecord:
    entries = [Entry(id=f"e{n}", section="S", unit="X") for n in (1, 2, 3)]
    return record(*more, entries=tuple(entries))


def test_a_criterion_applies_only_while_its_condition_is_true() -> None:
    known = Evaluation(late_and_apology(), record())
    assert not known.applies("C07", "X"), "nothing is known yet"

    known.put("C05", "X", AnswerValue(num=9, den=10))
    assert known.applies("C07", "X")

    known.put("C05", "X", AnswerValue(num=10, den=10))
    assert not known.applies("C07", "X")


def test_what_stopped_applying_keeps_its_answer_and_says_nothing_to_others() -> None:
    known = Evaluation(late_and_apology(), record())
    known.put("C05", "X", AnswerValue(num=9, den=10))
    known.put("C07", "X", YES)
    assert known.applies("C08", "X")

    known.put("C05", "X", AnswerValue(num=10, den=10))

    assert known.body("C07", "X") == YES
    assert known.verdict("C07", "X") is Verdict.NOT_APPLICABLE
    assert not known.applies("C08", "X"), "the hidden yes must not open C08"
    known.put("C05", "X", AnswerValue(num=9, den=10))
    assert known.verdict("C07", "X") is Verdict.MET


def test_only_what_depends_on_a_change_is_named() -> None:
    known = Evaluation(late_and_apology(), record())

    first = known.put("C05", "X", AnswerValue(num=9, den=10))
    same = known.put("C05", "X", AnswerValue(num=8, den=10))

    assert first == {Cell("C05", "X"), Cell("C07", "X")}
    assert same == {Cell("C05", "X")}


def test_a_section_can_apply_as_a_whole() -> None:
    made = checklist(
        section("A", criterion("A01", "yes_no")),
        section("B", criterion("B01", "count"), when="A01"),
    )
    known = Evaluation(made, record(answered("A01", "X", value="yes")))

    assert known.applies("B01", "X")
    assert not Evaluation(made, record()).applies("B01", "X")


def test_entries_are_places_and_see_their_own_answers() -> None:
    known = Evaluation(dossiers(), three_entries())
    known.put("S01", "X#e2", AnswerValue(value="H45.002"))
    known.put("S07", "X#e2", NO)

    assert [u.name for u in known.places("S07")] == ["Hồ sơ 1", "H45.002", "Hồ sơ 3"]
    assert known.applies("S08", "X#e2")
    assert not known.applies("S08", "X#e1")


def test_a_group_is_summed_up_and_follows_every_entry() -> None:
    known = Evaluation(dossiers(), three_entries())
    assert known.body("T01", "X") is None, "nothing to divide by yet"

    known.put("S07", "X#e1", YES)
    touched = known.put("S07", "X#e2", NO)

    assert Cell("T01", "X") in touched
    assert known.body("T01", "X") == AnswerValue(num=1, den=2)
    assert known.verdict("T01", "X") is Verdict.NOT_MET
    assert known.applies("T03", "X")
    known.put("S09", "X#e1", AnswerValue(value="2"))
    known.put("S09", "X#e3", AnswerValue(value="3"))
    assert known.body("T02", "X") == AnswerValue(value="5")


def test_an_entry_that_goes_takes_its_part_of_the_sum_along() -> None:
    known = Evaluation(dossiers(), three_entries())
    known.put("S07", "X#e1", YES)
    known.put("S07", "X#e2", NO)
    first = known.entries("S")[0]

    touched = known.put_entries("S", known.entries("S")[1:])

    assert known.body("T01", "X") == AnswerValue(num=0, den=1)
    assert Cell("T01", "X") in touched
    known.put_entries("S", (first, *known.entries("S")))
    assert known.body("T01", "X") == AnswerValue(num=1, den=2)


def test_how_many_entries_there_are_can_decide_what_applies() -> None:
    made = checklist(
        section(
            "S",
            criterion("S01", "yes_no", when="T01 >= 2"),
            repeat={"entry": "hồ sơ"},
        ),
        section("T", criterion("T01", "count", calculate={"value": "entries(S)"})),
    )
    known = Evaluation(made, record())
    entries = three_entries().entries

    touched = known.put_entries("S", entries[:1])
    assert known.body("T01", "X") == AnswerValue(value="1")
    assert not known.applies("S01", "X#e1")
    assert Cell("T01", "X") in touched

    known.put_entries("S", entries)

    assert known.body("T01", "X") == AnswerValue(value="3")
    assert all(known.applies("S01", entry.code) for entry in entries)


def test_sub_units_are_looked_at_one_by_one() -> None:
    made = checklist(
        section(
            "A",
            criterion("A01", "yes_no", asked_of="both"),
            criterion("A02", "count", asked_of="both", when="A01"),
            criterion("A03", "count", calculate={"value": "count_met(A01)"}),
        )
    )
    known = Evaluation(made, record(inspection=inspection(sub_units=WARDS)))
    known.put("A01", "B", YES)

    assert [known.applies("A02", code) for code in ("X", "A", "B")] == [
        False,
        False,
        True,
    ]
    assert known.body("A03", "X") == AnswerValue(value="1")


def test_a_broken_rule_is_told_with_its_level_and_hinders_nothing() -> None:
    rule = {"check": "A02 <= A01", "message": "Nhiều hơn tổng số.", "level": "warning"}
    made = checklist(
        section("A", criterion("A01", "count"), criterion("A02", "count")),
        section("B", criterion("B01", "text", constraints=(rule,))),
    )
    known = Evaluation(made, record())
    known.put("A01", "X", AnswerValue(value="5"))
    assert known.violations("B01", "X") == (), "half known is not broken"

    touched = known.put("A02", "X", AnswerValue(value="7"))

    assert [v.message for v in known.violations("B01", "X")] == ["Nhiều hơn tổng số."]
    assert Cell("B01", "X") in touched, "its card must be looked at again"
    assert known.body("A02", "X") == AnswerValue(value="7")


def test_the_target_is_that_of_the_year_the_kind_and_the_province() -> None:
    rows = (
        {"criterion": "G06", "year": 2026, "value": "60"},
        {"criterion": "G06", "year": 2026, "unit_kind": "phuong", "value": "70"},
        {"criterion": "G06", "year": 2026, "province": "TP. Cần Thơ", "value": "65"},
    )
    target = {"op": ">=", "unit": "%", "by_year": {"2025": "50"}}
    made = checklist(
        section("G", criterion(asked_of="both", target=target)), targets=rows
    )

    def found(place: str, year: int, province: str) -> Decimal | None:
        campaign = {"id": "CT", "name": "Đợt", "year": year, "province": province}
        where = inspection(sub_units=WARDS, campaign=campaign)
        held = Evaluation(made, record(inspection=where)).criterion("G06", place)
        return held.target.value_in(year) if held.target else None

    assert found("X", 2026, "") == 60
    assert found("A", 2026, "") == 70
    assert found("A", 2026, "Thành phố Cần Thơ") == 65
    assert found("X", 2025, "Thành phố Cần Thơ") == 50
    assert found("X", 2024, "") is None


def test_met_asks_the_target_of_the_table() -> None:
    made = checklist(
        section(
            "G",
            criterion(target={"op": ">=", "unit": "%"}),
            criterion("G07", "text", when="not_met(G06)"),
        ),
        targets=({"criterion": "G06", "year": 2026, "value": "60"},),
    )
    known = Evaluation(made, record(answered("G06", "X", value="59.99")))

    assert known.applies("G07", "X")
    known.put("G06", "X", AnswerValue(status=AnswerStatus.PASS_VALUE_MISSING))
    assert not known.applies("G07", "X")


def test_a_chain_of_thousands_of_conditions_is_followed() -> None:
    chain = [criterion("A0", "yes_no")]
    chain += [criterion(f"A{n}", "yes_no", when=f"A{n - 1}") for n in range(1, 3000)]
    made = checklist(section("A", *chain))
    answers = [answered(f"A{n}", "X", value="yes") for n in range(3000)]

    known = Evaluation(made, record(*answers))

    assert known.applies("A2999", "X")
    known.put("A0", "X", NO)
    assert not known.applies("A2999", "X")


ENTRY_CODES = ("X#e1", "X#e2", "X#e3")
changes = st.lists(
    st.tuples(
        st.sampled_from(["S07", "S08", "S09", "C"]),
        st.sampled_from(ENTRY_CODES),
        st.sampled_from(["yes", "no", "0", "3", None]),
    ),
    max_size=25,
)


@given(changes)
def test_a_change_leads_where_starting_anew_leads(
    made: list[tuple[str, str, str | None]],
) -> None:
    known = Evaluation(dossiers(), three_entries())
    bodies: dict[tuple[str, str], AnswerValue] = {}
    for name, place, value in made:
        if name == "C":
            continue
        if (name == "S09") == (value in ("yes", "no")):
            continue
        body = None if value is None else AnswerValue(value=value)
        known.put(name, place, body)
        bodies.pop((name, place), None)
        if body is not None:
            bodies[name, place] = body
    answers = [answered(n, p, **b.model_dump()) for (n, p), b in bodies.items()]

    anew = Evaluation(dossiers(), three_entries(*answers))

    for criterion_id in ("S07", "S08", "S09", "T01", "T02", "T03"):
        for unit in anew.places(criterion_id):
            where = (criterion_id, unit.code)
            assert known.applies(*where) == anew.applies(*where), where
            assert known.body(*where) == anew.body(*where), where
