"""The inspection's information: from the header to fields and back."""

import pytest

from fieldapp.domain.inspection import Inspection, Period, Person, TeamMember, TeamRole
from fieldapp.ui.screens.header.entered import form_of, header_from, problems_in
from tests.ui.sample import sample_inspection

FULL = sample_inspection().model_copy(
    update={
        "period": Period(text="từ đầu năm đến ngày 30/6/2026"),
        "unit_head": Person(name="Nguyễn Quốc Cường", position="Chủ tịch"),
        "team": (
            TeamMember(role=TeamRole.TEAM_LEADER, name="Trần An", position="PGĐ"),
            TeamMember(role=TeamRole.SECRETARY, name="Lê Bình"),
        ),
        "legal_basis": ("Kế hoạch số 12/KH-UBND", "Quyết định số 5/QĐ-SNV"),
    }
)


@pytest.mark.parametrize("header", [sample_inspection(), FULL], ids=["bare", "full"])
def test_a_header_reads_back_from_its_own_fields(header: Inspection) -> None:
    assert header_from(form_of(header), header) == header


def test_what_cannot_be_read_is_named_beside_its_field() -> None:
    form = form_of(FULL)
    form.texts |= {"visited_on": "31/2/2026", "agency": " ", "head_name": ""}
    form.texts |= {"period_start": "1/6/2026", "period_end": "1/5/2026"}
    form.team[0].name = ""
    assert set(problems_in(form)) == {
        "visited_on",
        "period_end",
        "agency",
        "head_name",
        "member-1-name",
    }


def test_a_new_row_waits_for_its_name() -> None:
    form = form_of(sample_inspection())
    assert form.new_row().role is TeamRole.TEAM_LEADER
    assert form.new_row().role is TeamRole.MEMBER
    assert problems_in(form) == {}
    assert header_from(form, sample_inspection()).team == ()
