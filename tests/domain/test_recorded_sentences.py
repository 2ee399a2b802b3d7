"""What people recorded beside the checklist, in the draft and on the paper."""

from typing import Any

import pytest

from fieldapp.domain.composing import compose_notice
from fieldapp.domain.draft import Draft, DraftPart
from fieldapp.domain.drafting import draft_conclusion
from fieldapp.domain.findings import Finding, Recommendation
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.meetings import Meeting, UnitResponse
from fieldapp.domain.plain_text import notice_text
from fieldapp.domain.record import InspectionRecord
from tests.builders import checklist, criterion, inspection, record

WHERE: Inspection = inspection(
    unit={"code": "P", "name": "UBND quận Ninh Kiều", "kind": "quan"},
    sub_units=[{"code": "A", "name": "An Hòa", "kind": "phuong"}],
)


def finding(**more: Any) -> Finding:
    return Finding.model_validate({"id": "f", "kind": "noted", "text": "Có", **more})


def meeting(**more: Any) -> Meeting:
    made = {"id": "m", "kind": "review", "title": "Hội nghị tổng kết", **more}
    return Meeting.model_validate(made)


def response(**more: Any) -> UnitResponse:
    made = {"id": "u", "who": "Lãnh đạo UBND quận", "position": "agreed", **more}
    return UnitResponse.model_validate(made)


def drafted(**more: Any) -> tuple[InspectionRecord, Draft]:
    made = record(inspection=WHERE, **more)
    return made, draft_conclusion(checklist(criterion()), made)


def only(**more: Any) -> str:
    (sentence,) = drafted(**more)[1].sentences
    assert len(sentence.sources) == 1
    return sentence.text


def test_a_vague_scope_ends_the_sentence_and_makes_no_unit_and_no_number() -> None:
    late = finding(
        kind="shortcoming", text="Vẫn còn hồ sơ trễ hạn.", scope="ở một vài xã"
    )

    assert only(findings=(late,)) == "Vẫn còn hồ sơ trễ hạn ở một vài xã."


def test_a_recommendation_to_a_group_stands_under_the_groups_name() -> None:
    to = "Thủ trưởng các cơ quan chuyên môn và Chủ tịch UBND các xã, thị trấn"
    wish = Recommendation(id="r", to=to, text="Không để trễ hồ sơ")
    made, draft = drafted(recommendations=(wish,))

    text = notice_text(compose_notice(checklist(criterion()), made, draft))

    assert f"1. Đối với {to}\n- Không để trễ hồ sơ." in text


@pytest.mark.parametrize(
    ("more", "text"),
    [
        ({}, "Hội nghị tổng kết."),
        (
            {
                "held_on": "2022-12-26",
                "chairs": [{"name": "Trần Thị Quý", "position": "Chủ tịch UBND"}],
                "units": ["P"],
            },
            (
                "Hội nghị tổng kết, ngày 26/12/2022; "
                "chủ trì: Trần Thị Quý (Chủ tịch UBND)."
            ),
        ),
        (
            {"title": "họp thông báo", "online": "true", "units": ["P", "A"]},
            (
                "Họp thông báo (trực tuyến); đơn vị dự: UBND quận Ninh Kiều, phường An "
                "Hòa."
            ),
        ),
        ({"title": "Họp trực tuyến", "online": "true"}, "Họp trực tuyến."),
    ],
)
def test_a_meeting_tells_what_is_known_of_it(more: dict[str, Any], text: str) -> None:
    assert only(meetings=(meeting(**more),)) == text


@pytest.mark.parametrize(
    ("more", "text"),
    [
        (
            {},
            ("Lãnh đạo UBND quận thống nhất với nội dung đánh giá của Đoàn kiểm tra."),
        ),
        (
            {"position": "mostly_agreed", "remedy": "từ nay đến cuối năm 2023"},
            (
                "Lãnh đạo UBND quận cơ bản thống nhất với nội dung đánh giá của Đoàn "
                "kiểm tra; khắc phục hạn chế: từ nay đến cuối năm 2023."
            ),
        ),
        (
            {"position": "explained", "text": "thiếu người.", "units": ["A"]},
            "Lãnh đạo UBND quận (phường An Hòa) giải trình: thiếu người.",
        ),
        (
            {"position": "noted", "remedy_by": "2024-06-30", "units": ["P"]},
            (
                "Lãnh đạo UBND quận ghi nhận ý kiến của Đoàn kiểm tra; khắc phục xong "
                "trước ngày 30/6/2024."
            ),
        ),
    ],
)
def test_a_response_tells_the_position_the_words_and_the_remedy(
    more: dict[str, Any], text: str
) -> None:
    assert only(responses=(response(**more),)) == text


def test_each_stands_in_its_own_part_of_the_paper_with_its_source() -> None:
    made, draft = drafted(
        findings=(finding(text="06 tập thể và 06 cá nhân được khen thưởng"),),
        meetings=(meeting(),),
        responses=(response(),),
    )

    content = compose_notice(checklist(criterion()), made, draft)

    parts = {part.title: [item.text for item in part.items] for part in content.parts}
    assert list(parts) == [
        *("KHÁI QUÁT", "GHI NHẬN KHÁC", "Ý KIẾN CỦA ĐƠN VỊ", "TỔ CHỨC THỰC HIỆN"),
    ]
    assert [part.numeral for part in content.parts] == ["I", "II", "III", "IV"]
    assert parts["KHÁI QUÁT"][-1] == "Hội nghị tổng kết."
    assert parts["GHI NHẬN KHÁC"] == ["06 tập thể và 06 cá nhân được khen thưởng."]
    assert [(s.part, s.sources) for s in draft.sentences] == [
        (DraftPart.MEETING, ("meeting:m",)),
        (DraftPart.NOTED, ("finding:f",)),
        (DraftPart.RESPONSE, ("response:u",)),
    ]


def test_every_part_of_a_notice_finds_its_numeral() -> None:
    kinds = ("achievement", "shortcoming", "cause", "noted")
    made, draft = drafted(
        findings=tuple(finding(id=kind, kind=kind) for kind in kinds),
        recommendations=(Recommendation(id="r", to="Sở", text="Làm"),),
        responses=(response(),),
    )

    content = compose_notice(checklist(criterion()), made, draft)

    assert [part.numeral for part in content.parts][-1] == "VIII"
