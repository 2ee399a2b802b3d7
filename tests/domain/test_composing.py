"""From a draft to the words of the paper."""

import pytest

from fieldapp.domain.agencies import agency_in_text
from fieldapp.domain.composing import compose_notice
from fieldapp.domain.draft import Draft
from fieldapp.domain.entries import Entry
from fieldapp.domain.findings import Photo
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.notice import NoticeContent
from fieldapp.domain.plain_text import notice_text
from fieldapp.domain.record import NoticeDetails
from tests.builders import answered, checklist, criterion, inspection, record


def composed(where: Inspection | None = None, **details: object) -> NoticeContent:
    notice = NoticeDetails.model_validate(details)
    made = record(inspection=where or inspection(), notice=notice)
    return compose_notice(checklist(criterion()), made, Draft(sentences=()))


def called(name: str) -> Inspection:
    return inspection(campaign={"id": "CT", "name": name, "year": 2026})


def issued_by(agency: str) -> Inspection:
    issuer = {"agency": agency, "symbol": "TB", "place": "Mỹ Tho"}
    return inspection(issuer=issuer)


@pytest.mark.parametrize(
    ("campaign", "subject"),
    [
        ("Kiểm tra công tác CCHC", "Kết luận kiểm tra công tác CCHC tại"),
        ("Kết luận kiểm tra CCHC", "Kết luận kiểm tra CCHC tại"),
        ("Thông báo kết luận kiểm tra", "Kết luận kiểm tra tại"),
        ("CCHC năm 2026", "Kết luận CCHC năm 2026 tại"),
        ("Đợt 1", "Kết luận đợt 1 tại"),
    ],
)
def test_the_subject_reads_on_from_the_campaigns_name(
    campaign: str, subject: str
) -> None:
    expected = f"{subject} Ủy ban nhân dân xã Tân Thạnh"

    assert composed(called(campaign)).subject == expected


@pytest.mark.parametrize(
    ("agency", "in_text"),
    [
        ("SỞ NỘI VỤ", "Sở Nội vụ"),
        ("SỞ NỘI VỤ THÀNH PHỐ CẦN THƠ", "Sở Nội vụ thành phố Cần Thơ"),
        ("UBND PHƯỜNG CÁI RĂNG", "UBND phường Cái Răng"),
        ("ỦY BAN NHÂN DÂN XÃ AN CƯ", "Ủy ban nhân dân xã An Cư"),
        ("ĐOÀN KIỂM TRA CCHC", "Đoàn kiểm tra CCHC"),
        ("SỞ DU LỊCH", "SỞ DU LỊCH"),
        ("Sở Du lịch", "Sở Du lịch"),
    ],
)
def test_an_agency_keeps_the_capitals_of_its_name(agency: str, in_text: str) -> None:
    assert agency_in_text(agency) == in_text


@pytest.mark.parametrize(
    ("agency", "details", "lines"),
    [
        ("SỞ NỘI VỤ", {}, ("GIÁM ĐỐC",)),
        ("ĐOÀN KIỂM TRA CCHC", {}, ("TRƯỞNG ĐOÀN",)),
        ("UBND PHƯỜNG CÁI RĂNG", {}, ()),
        ("SỞ NỘI VỤ", {"signer_title": "Phó Giám đốc"}, ("PHÓ GIÁM ĐỐC",)),
        (
            "SỞ NỘI VỤ",
            {"signing_authority": "KT. Giám đốc", "signer_title": "Phó Giám đốc"},
            ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ),
    ],
)
def test_who_signs_is_never_invented_for_an_agency_of_another_kind(
    agency: str, details: dict[str, str], lines: tuple[str, ...]
) -> None:
    assert composed(issued_by(agency), **details).signing_lines == lines


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("", "Số:       /TB-SNV"),
        ("5", "Số: 05/TB-SNV"),
        ("12/TB-SNV", "Số: 12/TB-SNV"),
        ("12a", "Số: 12a/TB-SNV"),
    ],
)
def test_a_number_is_printed_as_the_decree_wants_it(given: str, printed: str) -> None:
    assert printed in notice_text(composed(number=given)).splitlines()


def test_lists_end_as_the_decree_wants_however_they_were_typed() -> None:
    where = inspection(legal_basis=("Căn cứ Kế hoạch số 1;", "Căn cứ Quyết định số 2."))
    text = notice_text(composed(where, recipients=("- UBND xã;", "", "Lưu: VT, CCHC.")))

    assert "Căn cứ Kế hoạch số 1;\nCăn cứ Quyết định số 2.\n" in text
    assert "Nơi nhận:\n- UBND xã;\n- Lưu: VT, CCHC.\n" in text


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ({"start": "2026-01-01", "end": "2026-03-31"}, "từ ngày 1/1/2026 đến ngày"),
        ({"start": "2026-01-01"}, "từ ngày 1/1/2026."),
        ({"end": "2026-03-31"}, "đến ngày 31/3/2026."),
    ],
)
def test_half_a_period_is_told_as_far_as_it_is_known(
    period: dict[str, str], words: str
) -> None:
    text = notice_text(composed(inspection(period=period)))

    assert f"Thời kỳ kiểm tra: {words}" in text


def test_a_photo_of_a_dossier_is_captioned_with_its_dossier() -> None:
    section = {
        "id": "S",
        "title": "Hồ sơ",
        "repeat": {"entry": "hồ sơ", "label": "S1"},
        "criteria": (criterion("S1", "text"), criterion("S2", "yes_no")),
    }
    seen = {"sha256": "0" * 64, "media_type": "image/jpeg", "criterion": "S2"}
    size = {"size_bytes": 1, "width_px": 1, "height_px": 1}
    photos = [
        Photo.model_validate({**seen, **size, "id": code, "unit": code})
        for code in ("X#e1", "X#e2")
    ]
    made = record(
        answered("S1", "X#e1", value="H45.1"),
        entries=tuple(Entry(id=f"e{n}", section="S", unit="X") for n in (1, 2)),
        photos=tuple(photos),
    )

    content = compose_notice(checklist(sections=(section,)), made, Draft(sentences=()))

    told = [photo.caption for photo in content.photos]
    assert told == ["Tiêu chí S2, H45.1", "Tiêu chí S2, Hồ sơ 2"]
