"""The Cái Răng inspection through the command line: the sentences it must say.

The ten sentences and what is forbidden: domain reference A.2.
"""

import json
from pathlib import Path

import pytest

from fieldapp.cli.main import run

EXAMPLE = Path("checklists/examples/cairang-2024.inspection.yaml")

SENTENCES = (
    "Quận đã thực hiện 15/28 nhiệm vụ CCHC, đạt 53,6% kế hoạch đề ra.",
    (
        "Mới ban hành quyết định quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ "
        "chức của 7/11 phòng chuyên môn."
    ),
    (
        "Tỷ lệ số hóa thành phần hồ sơ, kết quả giải quyết TTHC chưa đạt chỉ tiêu đề "
        "ra (tối thiểu 80%): chỉ có 2/7 phường đạt là Ba Láng (93,48%), Lê Bình "
        "(80,89%); 5/7 phường chưa đạt; cấp quận đạt 55,96%."
    ),
    (
        "2/7 phường chưa đạt tỷ lệ DVC trực tuyến (chỉ tiêu năm 2024 là 50%): "
        "Phú Thứ (26,6%), Hưng Phú (34,8%)."
    ),
    (
        "2/7 phường chưa đạt tỷ lệ thanh toán trực tuyến (chỉ tiêu năm 2024 là 45%): "
        "Phú Thứ (16,72%), Tân Phú (39,46%)."
    ),
    "Vẫn còn hồ sơ đang xử lý trễ hẹn trên Cổng DVC quốc gia.",
    (
        "Chưa thực hiện tiếp nhận toàn bộ hồ sơ tại Bộ phận Một cửa theo Nghị định số "
        "61/2018/NĐ-CP."
    ),
)
ELSEWHERE = (
    "59/59 khu vực đã thành lập Tổ công nghệ số cộng đồng (62 tổ, 199 thành viên)."
)
RECOMMENDED = (
    "số hóa kết quả giải quyết TTHC",
    "tuyên truyền DVC trực tuyến",
    "xây dựng kho lưu trữ",
    "kiểm tra đột xuất tại các phường",
    "Đối với Phòng Tài chính - Kế hoạch",
    "phần mềm chuyên ngành",
    "Quyết định số 06/QĐ-TTg",
)


@pytest.fixture
def data(tmp_path: Path) -> str:
    """A data folder with the Cái Răng inspection in it."""
    folder = str(tmp_path / "data")
    assert run(["import", str(EXAMPLE), "--data", folder]) == 0
    return folder


@pytest.fixture
def text(data: str, capsys: pytest.CaptureFixture[str]) -> str:
    """The draft as text."""
    capsys.readouterr()
    assert run(["notice", "draft", "CR-2024", "--text", "--data", data]) == 0
    return capsys.readouterr().out


def test_the_draft_says_the_sentences_letter_for_letter_in_order(text: str) -> None:
    places = [text.index(sentence) for sentence in SENTENCES]

    assert places == sorted(places)
    assert ELSEWHERE in text


def test_the_draft_recommends_to_each_addressee(text: str) -> None:
    for words in RECOMMENDED:
        assert words in text


def test_the_draft_invents_no_number(text: str) -> None:
    for forbidden in (
        "Hưng Thạnh (",
        "Thường Thạnh",
        "16.72",
        "\u00d0",
        "34,80",
        "80,9",
        "53,5%",
    ):
        assert forbidden not in text
    assert text.count("cấp quận đạt") == 1


def test_the_difference_from_the_reported_figure_is_shown_beside(
    data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    run(["notice", "draft", "CR-2024", "--data", data])

    assert "Đơn vị báo cáo 53,5%; tính lại 53,6%." in capsys.readouterr().err


def test_every_sentence_names_what_it_was_derived_from(
    data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    run(["notice", "draft", "CR-2024", "--json", "--data", data])
    sentences = json.loads(capsys.readouterr().out)["sentences"]
    by_text = {s["text"]: s["sources"] for s in sentences}

    assert all(by_text.values())
    assert set(by_text[SENTENCES[3]]) == {
        f"dvc-truc-tuyen/{code}" for code in ("PT", "HP", "BL", "LB", "TP", "HT", "TT")
    }
    assert "so-hoa/CR" in by_text[SENTENCES[2]]


def test_exporting_and_importing_elsewhere_gives_the_same_draft(
    data: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    carried, elsewhere = tmp_path / "usb" / "cr.yaml", str(tmp_path / "elsewhere")
    carried.parent.mkdir()
    assert run(["export", "CR-2024", "--out", str(carried), "--data", data]) == 0
    assert run(["import", str(carried), "--data", elsewhere]) == 0
    capsys.readouterr()
    run(["notice", "draft", "CR-2024", "--data", elsewhere])

    assert capsys.readouterr().out == text


def test_importing_the_same_inspection_twice_changes_nothing(
    data: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", str(EXAMPLE), "--data", data]) == 1
    assert "không nhập đè" in capsys.readouterr().err
    run(["notice", "draft", "CR-2024", "--data", data])
    assert capsys.readouterr().out == text


def test_an_inspection_travels_with_the_checklist_it_was_made_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At home the checklist had other words; elsewhere it has the shipped ones."""
    home, usb = tmp_path / "home", tmp_path / "usb"
    home.mkdir()
    usb.mkdir()
    shipped = Path("checklists/cairang-2024.yaml").read_text("utf-8")
    own = shipped.replace("Vẫn còn[", "Hiện còn[")
    (home / "cairang-2024.yaml").write_text(own, "utf-8")
    source, carried = home / "cr.inspection.yaml", usb / "cr.inspection.yaml"
    source.write_text(EXAMPLE.read_text("utf-8"), "utf-8")
    here, elsewhere = str(tmp_path / "here"), str(tmp_path / "elsewhere")

    assert run(["import", str(source), "--data", here]) == 0
    assert run(["export", "CR-2024", "--out", str(carried), "--data", here]) == 0
    assert [file.name for file in usb.iterdir()] == ["cr.inspection.yaml"]
    assert run(["import", str(carried), "--data", elsewhere]) == 0
    run(["notice", "draft", "CR-2024", "--data", elsewhere])
    assert "Hiện còn hồ sơ đang xử lý trễ hẹn" in capsys.readouterr().out


def test_a_carried_checklist_that_was_changed_is_refused(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "cr.inspection.yaml"
    assert run(["export", "CR-2024", "--out", str(out), "--data", data]) == 0
    text = out.read_text("utf-8")
    assert "value: 80, unit" in text
    out.write_text(text.replace("value: 80, unit", "value: 90, unit", 1), "utf-8")

    elsewhere = str(tmp_path / "elsewhere")
    assert run(["import", str(out), "--data", elsewhere]) == 1
    assert "EX23" in capsys.readouterr().err
    assert run(["inspections", "--data", elsewhere]) == 0
    assert "CR-2024" not in capsys.readouterr().out


def test_without_its_checklist_a_file_needs_the_very_same_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = EXAMPLE.read_text("utf-8").replace(
        "checklist: cairang-2024\n",
        f"checklist: cairang-2024\nchecklist_sha256: {'0' * 64}\n",
    )
    file = tmp_path / "cr.inspection.yaml"
    file.write_text(named, "utf-8")

    assert run(["import", str(file), "--data", str(tmp_path / "d")]) == 1
    assert "EX23" in capsys.readouterr().err
