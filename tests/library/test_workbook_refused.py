"""A workbook with something wrong: each place, the cause, what to do, nothing read."""

import datetime as dt
import time
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.library.workbooks_made import SHEET, Edit, exported, put, refused, repacked

AT = f"Trang tính “{SHEET}”, dòng 3, cột "


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (put(SHEET, "Điểm tối đa", 3, "ba"), f"SC04 {AT}“Điểm tối đa” (AD3): “ba”"),
        (put(SHEET, "Điểm tối đa", 3, "1.000"), "“1.000” đọc được hai cách"),
        (put(SHEET, "Điểm tối đa", 3, 8), "CK17 Trang tính “Bộ tiêu chí”, dòng 9"),
        (put(SHEET, "Điểm tối đa", 3, "=3+4"), f"XL10 {AT}“Điểm tối đa” (AD3): ô là"),
        (put(SHEET, "Câu hỏi", 3, None), f"SC01 {AT}“Câu hỏi” (B3): ô trống"),
        (put(SHEET, "Kiểu trả lời", 3, "tỉ số"), f"SC06 {AT}“Kiểu trả lời” (F3):"),
        (put(SHEET, "Tên ngắn", 3, dt.date(2025, 5, 9)), f"XL11 {AT}“Tên ngắn” (C3)"),
        (put(SHEET, "Mã", 4, "C01"), "CK03 Trang tính “C Thủ tục hành chính”, dòng 4"),
        (put(SHEET, "Chỉ hỏi khi", 3, "year > C99"), f"CK40 {AT}“Chỉ hỏi khi” (R3)"),
        (
            put(SHEET, "Trừ mỗi lần", 3, 1),
            "chỉ dùng với “Cách tính điểm”: “trừ mỗi lần”",
        ),
        (put(SHEET, "Cách tính điểm", 3, "theo mức"), "cần danh sách các dòng ở trang"),
        (
            put(SHEET, "Câu hỏi", 3, "Ty\u0309 lệ"),
            f"TX06 {AT}“Câu hỏi” (B3): chữ thứ 2",
        ),
        (put(SHEET, "Câu hỏi", 3, "\u00d0úng?"), f"TX07 {AT}“Câu hỏi” (B3): chữ thứ 1"),
        (put("Căn cứ", "Mã tiêu chí", 2, "C09"), "XL12 Trang tính “Căn cứ”, dòng 2"),
        (put("Căn cứ", "Ngày ban hành", 2, "mai"), "cột “Ngày ban hành” (D2): “mai”"),
        (put("Chỉ tiêu", "Năm", 2, "2025,5"), "SC04 Trang tính “Chỉ tiêu”, dòng 2"),
        (put("Lựa chọn", "Danh sách dùng chung", 2, "ds"), "điền một trong hai"),
        (put("Phần", "Trang tính", 2, "Khác"), "XL05 Trang tính “Phần”, dòng 2"),
        (
            lambda b: b[SHEET].merge_cells("A3:A4"),
            "XL09 Trang tính “C Thủ tục hành chín",
        ),
        (lambda b: b[SHEET].delete_cols(3), "dòng 2: thiếu cột “Tên ngắn”"),
        (put(SHEET, "Mã", 2, "Người"), "cột “Người” (A2): không có cột"),
        (lambda b: b[SHEET].cell(4, 60, "x"), "dòng 4, ô (BH4): ô nằm ngoài các cột"),
        (lambda b: b.remove(b["Căn cứ"]), "XL05 thiếu trang tính “Căn cứ”"),
        (lambda b: b.create_sheet("Nháp").cell(1, 1, "x"), "XL06 Trang tính “Nháp”:"),
        (lambda b: b["Bộ tiêu chí"].delete_rows(4), "XL07 Trang tính “Bộ tiêu chí”"),
        (lambda b: b["Bộ tiêu chí"].cell(2, 2, "fieldapp/checklist@2"), "CK01 Trang"),
        (lambda b: b["Lựa chọn"].delete_rows(2, 2), "CK12 Trang tính “C Thủ tục"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, edit: Edit, said: str
) -> None:
    told = refused(tmp_path, exported(edit))
    assert any(said in line for line in told), told


def test_all_problems_are_told_at_once_in_the_order_of_the_sheets(
    tmp_path: Path,
) -> None:
    def edit(book: Workbook) -> None:
        put("Căn cứ", "Đến hết ngày", 2, "mai")(book)
        put(SHEET, "Kiểu trả lời", 3, "=A1")(book)
        put(SHEET, "Điểm tối đa", 4, "nhiều")(book)

    told = [line.split(" ")[0] for line in refused(tmp_path, exported(edit))]
    assert told == ["XL10", "SC04", "SC05"]


def test_a_sheet_that_is_gone_does_not_make_its_criteria_unknown(
    tmp_path: Path,
) -> None:
    told = refused(tmp_path, exported(lambda b: setattr(b[SHEET], "title", "C TTHC")))
    assert [line[:4] for line in told] == ["XL05", "XL06"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("bo.xlsm", exported(), "XL03"),
        ("bo.xlsx", repacked(exported(), {"xl/vbaProject.bin": b"x"}), "XL03"),
        ("bo.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "XL02"),
        ("bo.xlsx", b"khong phai zip", "XL01"),
        ("bo.xlsx", exported()[:5000], "XL01"),
        ("bo.xlsx", repacked(exported(), {"xl/workbook.xml": b"<workbook"}), "XL01"),
        (
            "bo.xlsx",
            repacked(
                exported(), {"xl/styles.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}
            ),
            "XL01",
        ),
        ("bo.xlsx", repacked(exported(), {"xl/a.bin": b"0" * 40_000_000}), "XL04"),
    ],
)
def test_a_file_that_must_not_be_opened_is_refused(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    told = refused(tmp_path, data, name)
    assert [line[:4] for line in told] == [code]


def test_a_part_that_unpacks_to_more_than_it_says_is_refused(tmp_path: Path) -> None:
    data = repacked(exported(), {"xl/styles.xml": b" " * 3_000_000})
    at = data.rindex(b"xl/styles.xml") - 46
    size = slice(at + 24, at + 28)
    lying = data[: size.start] + (100).to_bytes(4, "little") + data[size.stop :]
    assert [line[:4] for line in refused(tmp_path, lying)] == ["XL01"]


def test_two_hundred_thousand_empty_rows_are_passed_over_quickly(
    tmp_path: Path,
) -> None:
    def edit(book: Workbook) -> None:
        for row in range(5, 200_005):
            book[SHEET].cell(row, 1).number_format = "@"

    data = exported(edit)
    started = time.perf_counter()
    assert refused(tmp_path, data) == []
    assert time.perf_counter() - started < 5
