"""Where a drafted sentence comes from, in words people know."""

from fieldapp.domain.checklist import Checklist
from fieldapp.domain.draft import DraftPart, DraftSentence
from fieldapp.ui.screens.conclusion import sources_text
from fieldapp.ui.state.inspection import InspectionState
from tests.ui.sample import sample_checklist, sample_services


def origin(*sources: str) -> str:
    services = sample_services()
    services.checklist = _renamed()
    state = InspectionState(services.open_inspection("CR-2026"), services)
    sentence = DraftSentence(
        key="k", part=DraftPart.SHORTCOMING, text="T", derived="T", sources=sources
    )
    return sources_text(sentence, state)


def _renamed() -> Checklist:
    made = sample_checklist()
    section = made.sections[0]
    asked = section.criteria[1].model_copy(
        update={"id": "tuyen-truyen", "short": "Tuyên truyền"}
    )
    criteria = (*section.criteria[:1], asked, *section.criteria[2:])
    return made.model_copy(
        update={
            "sections": (
                section.model_copy(update={"criteria": criteria}),
                *made.sections[1:],
            )
        }
    )


def test_a_code_people_use_is_shown_with_all_its_units() -> None:
    assert origin("C09/P1", "C09/P2") == "C09 · phường Ba Láng, phường Lê Bình"


def test_a_technical_id_gives_way_to_the_short_label() -> None:
    assert origin("tuyen-truyen/CR") == "Tuyên truyền · UBND quận Cái Răng"


def test_what_was_written_by_hand_says_so() -> None:
    assert origin("f1") == "Ghi thêm bằng tay"
