"""What changed between two checklists is told whole, in an officer's words."""

from typing import Any

import pytest
from hypothesis import given, settings

from fieldapp.domain.changes import ChangeKind, changes
from fieldapp.domain.checklist import Checklist, Criterion
from tests.builders import checklist, criterion
from tests.library.checklists_made import checklists


def texts(old: Checklist, new: Checklist) -> list[str]:
    return [change.text for change in changes(old, new)]


def of_one(before: dict[str, Any], after: dict[str, Any], kind: str) -> list[str]:
    """What is told of one criterion C05 that changed."""
    return texts(
        checklist(criterion("C05", kind, **before)),
        checklist(criterion("C05", kind, **after)),
    )


TWO = [{"id": "a", "label": "Tốt"}, {"id": "b", "label": "Kém"}]
TURNED = [{"id": "b", "label": "Kém", "met": False}, {"id": "a", "label": "Rất tốt"}]
LAW = {"ref": "61/2018/NĐ-CP"}
ENDED = [LAW | {"valid_to": "2025-06-30"}]
FOLLOWED = [*ENDED, {"ref": "118/2025/NĐ-CP", "valid_from": "2025-07-01"}]
LONG = (
    "Chưa công khai đầy đủ {} thủ tục hành chính tại trụ sở Ủy ban, phần lớn do thiếu"
)


def bands(points: int) -> dict[str, Any]:
    band = {"at_least": 5, "points": points}
    return {"points": {"max": 2, "rule": "bands", "bands": [band]}}


def constrained(check: str) -> dict[str, Any]:
    return {"constraints": [{"check": check, "message": "Quá nhiều"}]}


@pytest.mark.parametrize(
    ("kind", "before", "after", "told"),
    [
        (
            "yes_no",
            {"points": {"max": "3.0"}},
            {"points": {"max": "4.0"}},
            "điểm tối đa từ 3,0 thành 4,0",
        ),
        (
            "ratio",
            {"target": {"by_year": {2024: 45, 2025: 45}, "unit": "%"}},
            {"target": {"by_year": {2024: 45, 2025: 60, 2026: 70}, "unit": "%"}},
            "chỉ tiêu năm 2025 từ 45% thành 60% | chỉ tiêu năm 2026: thêm 70%",
        ),
        (
            "count",
            {"target": {"value": 5, "op": ">=", "unit": "hội nghị/năm"}},
            {"target": {"value": 6, "op": ">", "unit": "hội nghị/năm"}},
            (
                "cách so với chỉ tiêu từ ít nhất bằng thành cao hơn | "
                "chỉ tiêu từ 5 hội nghị/năm thành 6 hội nghị/năm"
            ),
        ),
        (
            "date",
            {"target": {"by_date": "{year}-01-31", "op": "<="}},
            {"target": {"by_date": "{year}-02-28", "op": "<="}},
            "hạn chót từ 31/1 hằng năm thành 28/2 hằng năm",
        ),
        (
            "yes_no",
            {},
            {"target": {"answer": "yes", "basis": "Kế hoạch", "verified": False}},
            (
                "chỉ tiêu: thêm câu trả lời đạt có; căn cứ của chỉ tiêu “Kế hoạch”; "
                "chưa xác minh"
            ),
        ),
        (
            "yes_no",
            {"legal_basis": [LAW]},
            {"legal_basis": FOLLOWED},
            (
                "căn cứ “61/2018/NĐ-CP”, ngày hết hiệu lực: thêm 30/6/2025 | "
                "căn cứ: thêm “118/2025/NĐ-CP” (ngày có hiệu lực 1/7/2025)"
            ),
        ),
        (
            "yes_no",
            {"verified": False, "legal_basis": [LAW | {"verified": False}]},
            {"legal_basis": [LAW]},
            (
                "căn cứ “61/2018/NĐ-CP” từ chưa xác minh thành đã xác minh | "
                "tiêu chí từ chưa xác minh thành đã xác minh"
            ),
        ),
        (
            "choice",
            {"answer": {"choices": TWO}},
            {"answer": {"choices": TURNED}},
            (
                "lựa chọn “Kém”, kết quả khi chọn: thêm chưa đạt | "
                "lựa chọn “Rất tốt”, nhãn từ “Tốt” thành “Rất tốt” | "
                "thứ tự lựa chọn từ “Tốt”, “Kém” thành “Kém”, “Rất tốt”"
            ),
        ),
        (
            "count",
            {"answer": {"unit": "hồ sơ", "max": 10}},
            {"answer": {"unit": "vụ", "max": 20}},
            "đơn vị tính từ “hồ sơ” thành “vụ” | giá trị lớn nhất từ 10 thành 20",
        ),
        (
            "count",
            constrained("C05 <= 9"),
            {"when": "C04", **constrained("C05 <= 99")},
            (
                "điều kiện áp dụng: thêm “C04” | ràng buộc “C05 <= 99”, điều kiện từ "
                "“C05 <= 9” thành “C05 <= 99”"
            ),
        ),
        ("score", bands(1), bands(2), "mức điểm từ 5, điểm từ 1 thành 2"),
        (
            "yes_no",
            {"evidence": {"required": ["photo"], "optional": ["document"]}},
            {"evidence": {"required": ["photo", "document"]}},
            (
                "minh chứng bắt buộc từ ảnh thành ảnh, văn bản | minh chứng thêm: bỏ "
                "văn bản"
            ),
        ),
        (
            "yes_no",
            {"shortcoming": LONG.format("các")},
            {"shortcoming": LONG.format("09")},
            (
                "câu hạn chế từ “… khai đầy đủ các thủ tục hành …” thành “… khai đầy "
                "đủ 09 thủ tục hành …”"
            ),
        ),
    ],
)
def test_a_change_of_one_criterion_is_told(
    kind: str, before: dict[str, Any], after: dict[str, Any], told: str
) -> None:
    assert of_one(before, after, kind) == [f"C05: {part}" for part in told.split(" | ")]


def test_the_target_table_is_told_by_year_kind_and_province() -> None:
    g06 = criterion("G06", target={"unit": "%"})
    row = {"criterion": "G06", "year": 2025}
    ward = {**row, "unit_kind": "phuong", "province": "Thành phố Cần Thơ"}
    old = checklist(g06, targets=[{**row, "value": 45}, {**ward, "value": 50}])
    new = checklist(
        g06,
        targets=[
            {**row, "value": 60, "verified": False},
            {**ward, "value": 50, "basis": "Số 1"},
            {**row, "year": 2026, "value": 65},
        ],
    )
    assert texts(old, new) == [
        "G06: chỉ tiêu năm 2025 từ 45% thành 60%",
        "G06: chỉ tiêu năm 2025 từ đã xác minh thành chưa xác minh",
        "G06: chỉ tiêu năm 2025 của phường tại Thành phố Cần Thơ, căn cứ: thêm “Số 1”",
        "G06: chỉ tiêu năm 2026: thêm 65%",
    ]


def asked(criterion_id: str, question: str, **more: Any) -> Criterion:
    return criterion(criterion_id, "yes_no", **more).model_copy(
        update={"question": question}
    )


A = asked("C01", "Có niêm yết công khai thủ tục hành chính?")
B = asked("C02", "Đã phân công cán bộ đầu mối kiểm soát thủ tục?")
C = asked("C03", "Có hệ thống xếp hàng tự động tại Bộ phận Một cửa?")
D = asked("C04", "Có kế hoạch tuyên truyền chuyển đổi số?")


def renamed(one: Criterion, criterion_id: str) -> Criterion:
    return one.model_copy(update={"id": criterion_id})


def test_criteria_that_come_go_and_move_are_told() -> None:
    new_one = asked("C09", "Sổ có được ghi đủ?", points={"max": "1.5"})
    old = checklist(A, B, C, D)
    assert texts(old, checklist(A, C, D, new_one)) == [
        "C09: thêm tiêu chí “Sổ có được ghi đủ?” (có hoặc không, 1,5 điểm)",
        f"C02: bỏ tiêu chí “{B.question}” (có hoặc không)",
    ]
    assert texts(old, checklist(D, A, B, C)) == [
        "C04: chuyển từ chỗ sau C03 sang chỗ đầu tiên"
    ]


def test_renumbered_criteria_are_known_by_their_wording() -> None:
    """An inserted criterion pushes the others on; none of them became another."""
    inserted = asked("C02", "Sổ theo dõi hồ sơ có được ghi đủ?")
    new = checklist(A, inserted, renamed(B, "C03"), renamed(C, "C04"))
    assert texts(checklist(A, B, C), new) == [
        "C02: thêm tiêu chí “Sổ theo dõi hồ sơ có được ghi đủ?” (có hoặc không)",
        "C02 đổi mã thành C03",
        "C03 đổi mã thành C04",
    ]


def test_a_reworded_criterion_under_another_id_is_still_known() -> None:
    reworded = asked("C22", "Đã phân công công chức đầu mối kiểm soát thủ tục?")
    assert texts(checklist(A, B), checklist(A, reworded)) == [
        "C02 đổi mã thành C22",
        f"C22: câu hỏi từ “{B.question}” thành “{reworded.question}”",
    ]


def test_another_question_under_an_old_id_is_told_as_its_new_wording() -> None:
    (change,) = changes(checklist(A, B), checklist(A, renamed(C, "C02")))
    assert (change.kind, str(change.where)) == (ChangeKind.WORDS, "C02")


def sections(*parts: tuple[str, str, tuple[Criterion, ...]], **more: Any) -> Checklist:
    told = [{"id": i, "title": title, "criteria": items} for i, title, items in parts]
    return checklist(A, **{"sections": told, **more})


def test_sections_are_told_like_criteria() -> None:
    old = sections(("A", "Chỉ đạo", (A, B)), ("B", "Bộ máy", (C,)))
    assert texts(old, sections(("B", "Bộ máy", (C,)), ("A", "Chỉ đạo", (A, B)))) == [
        "Phần B: chuyển từ chỗ sau phần A sang chỗ đầu tiên"
    ]
    assert texts(old, sections(("A", "Chỉ đạo", (A,)), ("B", "Bộ máy", (B, C)))) == [
        "C02: chuyển từ phần A “Chỉ đạo” sang phần B “Bộ máy”"
    ]
    assert texts(old, sections(("A", "Chỉ huy", (A, B)), ("M", "Bộ máy", (C,)))) == [
        "Phần A: tên từ “Chỉ đạo” thành “Chỉ huy”",
        "Phần B đổi mã thành M",
    ]
    assert texts(old, sections(("A", "Chỉ đạo", (A, B)), ("D", "Số hóa", (D,)))) == [
        "Phần D: thêm phần “Số hóa”",
        "C04: thêm tiêu chí “Có kế hoạch tuyên truyền chuyển đổi số?” (có hoặc không)",
        "Phần B: bỏ phần “Bộ máy”",
        f"C03: bỏ tiêu chí “{C.question}” (có hoặc không)",
    ]


def test_a_shared_list_of_choices_is_told_once() -> None:
    def with_label(label: str) -> Checklist:
        shared = [{"id": "a", "label": label}, {"id": "b", "label": "muộn"}]
        answer = {"choices_from": "gio", "choices": shared}
        both = [criterion(i, "choice", answer=answer) for i in ("A01", "A02")]
        return checklist(*both, choice_lists={"gio": shared})

    assert texts(with_label("đúng giờ"), with_label("đúng")) == [
        "Bộ tiêu chí: danh sách lựa chọn gio “đúng”, nhãn từ “đúng giờ” thành “đúng”"
    ]


def test_the_head_is_told() -> None:
    old = checklist(A, version="1.0", total_points=100)
    new = checklist(A, version="1.1", total_points=99, valid_from="2026-01-01")
    assert texts(old, new) == [
        "Bộ tiêu chí: phiên bản từ “1.0” thành “1.1”",
        "Bộ tiêu chí: ngày bắt đầu dùng: thêm 1/1/2026",
        "Bộ tiêu chí: tổng điểm từ 100 thành 99",
    ]


@given(checklists())
def test_an_equal_checklist_has_not_changed(made: Checklist) -> None:
    assert changes(made, made.model_copy(deep=True)) == ()


@settings(max_examples=10)
@given(checklists(), checklists())
def test_only_equal_checklists_have_no_changes(
    one: Checklist, other: Checklist
) -> None:
    assert (changes(one, other) == ()) == (one == other)
