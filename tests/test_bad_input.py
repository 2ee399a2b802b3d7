"""What people get wrong, through the front door: a clear line, and nothing changed.

Every case runs a real command (or the use case behind a control) on a store with
one inspection in it; afterwards the store must hold exactly what it held. Typed
numbers are in `tests/domain/test_typing_in.py`, full and read-only disks in
`tests/store/`.
"""

import datetime as dt
import sqlite3
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from fieldapp import config, wiring
from fieldapp.cli.main import run
from fieldapp.errors import UserError
from fieldapp.services import capture
from fieldapp.services.workspace import Workspace
from fieldapp.signing.sample_ca import make_sample

EXAMPLE = Path("checklists/examples/cairang-2024.inspection.yaml").read_text("utf-8")
OTHER = EXAMPLE.replace("id: CR-2024", "id: CR-2")
CHECKLIST = Path("checklists/cairang-2024.yaml").read_text("utf-8")

Said = Callable[[str], str]
"""Runs the command on a file of that text; returns what stderr said."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder that holds one inspection."""
    file = tmp_path / "cr.inspection.yaml"
    file.write_text(EXAMPLE, "utf-8")
    folder = tmp_path / "data"
    assert run(["import", str(file), "--data", str(folder)]) == 0
    return folder


@pytest.fixture
def desk(data: Path) -> Iterator[Workspace]:
    """The workspace of `data`."""
    with wiring.workspace(config.settings(data=data, env={})) as ws:
        yield ws


@pytest.fixture
def imported(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[Said]:
    """Import a text that must be refused, and see that nothing came in."""
    before = _dump(data)

    def said(text: str) -> str:
        file = tmp_path / "sai.inspection.yaml"
        file.write_text(text, "utf-8")
        capsys.readouterr()
        assert run(["import", str(file), "--data", str(data)]) == 1
        return capsys.readouterr().err

    yield said
    assert _dump(data) == before


@pytest.fixture
def checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    """Check a checklist that must be refused."""

    def said(text: str) -> str:
        file = tmp_path / "sai.yaml"
        file.write_text(text, "utf-8")
        capsys.readouterr()
        assert run(["checklist", "check", str(file)]) == 1
        return capsys.readouterr().err

    return said


def _dump(data: Path) -> list[str]:
    with sqlite3.connect(data / wiring.DATABASE_NAME) as connection:
        lines = list(connection.iterdump())
    connection.close()
    return lines


def _line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_malformed_yaml_names_the_place(imported: Said) -> None:
    said = imported(OTHER.replace("year: 2024}", "year:"))

    assert "sai.inspection.yaml:5:" in said
    assert "dòng 4" in said


def test_a_yaml_bomb_is_refused_quickly(imported: Said) -> None:
    levels = [f"l{i}: &l{i} [{', '.join([f'*l{i - 1}'] * 9)}]" for i in range(1, 12)]
    bomb = "l0: &l0 [a, a, a]\n" + "\n".join(levels)
    start = time.monotonic()

    said = imported(bomb)

    assert time.monotonic() - start < 10  # unrefused it would fill the memory
    assert "sai.inspection.yaml:" in said


def test_a_50_megabyte_file_is_refused_unread(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    large = tmp_path / "to.yaml"
    with large.open("wb") as file:
        file.truncate(50_000_000)

    assert run(["import", str(large), "--data", str(data)]) == 1
    assert run(["checklist", "check", str(large)]) == 1
    assert capsys.readouterr().err.count("MB") >= 2


def test_duplicate_criterion_ids_are_both_named(checked: Said) -> None:
    said = checked(CHECKLIST.replace("id: dvc-truc-tuyen", "id: so-hoa"))

    assert "so-hoa" in said
    assert f"sai.yaml:{_line_of(CHECKLIST, 'id: dvc-truc-tuyen')}:" in said


def test_an_unknown_placeholder_is_named(checked: Said) -> None:
    said = checked(CHECKLIST.replace("{fail_list}", "{danh_sach}"))

    assert said.count("{danh_sach}") == 2


NAMED = "id: so-hoa\n"


@pytest.mark.parametrize(
    ("condition", "code", "advice"),
    [
        ("nhiem-vu-cchc.num >", "CK39", "viết tiếp"),
        ("nhiem-vu-cch > 1", "CK40", "nhiem-vu-cchc"),
        ("nhiem-vu-cchc", "CK41", "nhiem-vu-cchc > 0"),
        ("so-hoa > 1", "CK43", "so-hoa dựa vào chính nó"),
        ("so-hoa.__class__", "CK39", "C05.num"),
        ("nhiem-vu-cchc > 1e999999999", "CK39", "viết đủ các chữ số"),
        (f"{'(' * 10_000}yes{')' * 10_000}", "CK39", "chia thành"),
    ],
)
def test_a_condition_that_cannot_hold_is_told_with_its_place(
    condition: str, code: str, advice: str, checked: Said
) -> None:
    start = time.monotonic()

    said = checked(CHECKLIST.replace(NAMED, f"{NAMED}        when: {condition}\n"))

    assert time.monotonic() - start < 5
    assert f"sai.yaml:{_line_of(CHECKLIST, NAMED) + 1}:" in said
    assert f" {code} " in said
    assert advice in said
    assert len(said.splitlines()) <= 3


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("        short:", "\tshort:", "TX08"),
        ("        asked_of: both\n", "        asked_of: both\n" * 2, "TX10"),
        ("answer: {type: ratio", "answer: &a {type: ratio", "TX11"),
        ("fieldapp/checklist@1", "fieldapp/checklist@2", "CK01"),
    ],
)
def test_a_checklist_written_otherwise_is_pointed_at(
    right: str, wrong: str, code: str, checked: Said
) -> None:
    said = checked(CHECKLIST.replace(right, wrong, 1))

    line = _line_of(CHECKLIST, right) + wrong.count(right.strip()) // 2
    assert f"sai.yaml:{line}:" in said
    assert f" {code} " in said


def test_a_checklist_of_a_newer_language_says_what_to_do(checked: Said) -> None:
    said = checked(CHECKLIST.replace("fieldapp/checklist@1", "fieldapp/checklist@2"))

    assert "phiên bản 2" in said
    assert "cập nhật chương trình" in said
    assert said.count("sai.yaml:") == 1


def test_text_that_is_not_nfc_or_uses_eth_is_pointed_at(imported: Said) -> None:
    decomposed = OTHER.replace("Ba Láng", "Ba La\u0301ng")
    lookalike = OTHER.replace("Đăng ký", "\u00d0ăng ký")

    assert f":{_line_of(OTHER, 'Ba Láng')}:" in imported(decomposed)
    said = imported(lookalike)
    assert f":{_line_of(OTHER, 'Đăng ký')}:" in said
    assert "U+00D0" in said


def test_a_ratio_above_100_percent_is_refused(imported: Said) -> None:
    assert "EX" in imported(OTHER.replace("num: 15, den: 28", "num: 29, den: 28"))
    assert "EX" in imported(OTHER.replace('value: "93.48"', 'value: "100.01"'))


def test_a_denominator_of_zero_and_a_contradicting_status_are_refused(
    imported: Said,
) -> None:
    both = OTHER.replace("den: 28", "den: 0").replace(
        "unit: PT, status: fail_value_missing}",
        'unit: PT, status: fail_value_missing, value: "12"}',
    )

    said = imported(both)

    for part in ("num: 15", "unit: PT, status: fail"):
        assert f":{_line_of(OTHER, part)}:" in said


def test_every_mistake_of_a_file_is_listed_at_once(imported: Said) -> None:
    wrong = (
        OTHER.replace("criterion: quy-trinh-dien-tu", "criterion: quy-trinh")
        .replace("unit: LB,", "unit: ZZ,")
        .replace("mode: planned", "mode: bat-ngo")
        .replace("  unit_head:", "  unit_hed:")
    )

    said = imported(wrong)

    assert sum("sai.inspection.yaml:" in line for line in said.splitlines()) >= 4
    for word in ("quy-trinh", "ZZ", "bat-ngo", "unit_hed"):
        assert word in said


def refused_photo(desk: Workspace, data: bytes, name: str) -> str:
    before = desk.store.ops("CR-2024")
    with pytest.raises(UserError) as caught:
        capture.attach_photo(desk, "CR-2024", "so-hoa", "CR", name, data)
    assert desk.store.ops("CR-2024") == before
    assert not any((desk.exports.parent / "photos").glob("??/*"))
    return caught.value.message


def test_a_text_file_renamed_to_jpg_is_no_photo(desk: Workspace) -> None:
    assert "anh.jpg" in refused_photo(desk, b"xin chao\n" * 99, "anh.jpg")


def test_a_200_megapixel_image_is_refused_before_it_is_decoded(
    desk: Workspace,
) -> None:
    huge = BytesIO()
    Image.new("1", (20_000, 10_001)).save(huge, "PNG")
    start = time.monotonic()

    said = refused_photo(desk, huge.getvalue(), "ban-do.png")

    assert "ban-do.png" in said
    assert time.monotonic() - start < 5  # decoding it would take far longer


@pytest.fixture
def pdf(data: Path, tmp_path: Path) -> Path:
    """The unsigned notice."""
    out = tmp_path / "tb.pdf"
    arguments = ["notice", "render", "CR-2024", "--out", str(out), "--data", str(data)]
    assert run(arguments) == 0
    return out


def signing_says(
    pdf: Path, p12: bytes, password: str, capsys: pytest.CaptureFixture[str]
) -> str:
    key, secret, out = (pdf.with_name(n) for n in ("k.p12", "mk.txt", "ky.pdf"))
    key.write_bytes(p12)
    secret.write_text(password, "utf-8")
    capsys.readouterr()
    arguments = ["notice", "sign", str(pdf), "--p12", str(key), "--out", str(out)]
    assert run([*arguments, "--password-file", str(secret)]) == 1
    assert not out.exists()
    return capsys.readouterr().err


def test_a_wrong_password_signs_nothing(
    pdf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    signer = make_sample("Người ký", "dung-mat-khau", wiring.utc_now())

    said = signing_says(pdf, signer.p12, "sai-mat-khau", capsys)

    assert "ật khẩu" in said
    assert "sai-mat-khau" not in said


def test_an_expired_certificate_signs_nothing(
    pdf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long_ago = wiring.utc_now() - dt.timedelta(days=400)
    signer = make_sample("Người ký", "mk", long_ago)

    assert "hết hạn" in signing_says(pdf, signer.p12, "mk", capsys)


def test_a_file_that_is_no_pkcs12_signs_nothing(
    pdf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "PKCS#12" in signing_says(pdf, b"khong phai", "mk", capsys)


def test_a_database_of_a_newer_version_is_left_alone(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with sqlite3.connect(data / wiring.DATABASE_NAME) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = _dump(data)

    assert run(["inspections", "--data", str(data)]) == 1

    assert "999" in capsys.readouterr().err
    assert _dump(data) == before


def test_a_data_folder_that_is_a_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tep").write_text("x")

    assert run(["inspections", "--data", str(tmp_path / "tep")]) == 1
    assert "tep" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["khong-co"], ["import"], ["inspections", "--sai"], ["export", "X"]]
)
def test_a_misspelt_command_exits_2_in_vietnamese(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2

    said = capsys.readouterr().err
    assert said.startswith("Lỗi cú pháp:")
    assert "--help" in said


def test_no_error_shows_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(wiring, "workspace", broken)

    assert run(["inspections"]) == 3

    said = capsys.readouterr().err
    assert said.startswith("Lỗi của chương trình.")
    assert "Traceback" not in said


COUNTED = "criterion: ho-so-tre-hen, unit: CR, status: fail_value_missing"


@pytest.mark.parametrize(
    ("wrong", "right", "reason"),
    [
        ("year: 99999", "year: 2024", "2100"),
        ("year: -5", "year: 2024", "2000"),
        ('value: "٥٥.٩٦"', 'value: "55.96"', "không phải là số"),
        (f'value: "55.{"9" * 40}"', 'value: "55.96"', "quá dài"),
        (f'reported: "53.{"5" * 40}"', 'reported: "53.5"', "quá dài"),
        (f"num: {'9' * 30}, den: {'9' * 31}", "num: 15, den: 28", "quá dài"),
        (
            f'{COUNTED[:-18]}given, value: "{"9" * 5000}"',
            COUNTED,
            "quá dài",
        ),
    ],
)
def test_a_number_nobody_can_mean_is_refused(
    wrong: str, right: str, reason: str, imported: Said
) -> None:
    assert right in OTHER
    assert reason in imported(OTHER.replace(right, wrong))


def test_a_unit_without_a_code_is_refused(imported: Said) -> None:
    said = imported(
        OTHER.replace("code: PT", 'code: ""').replace("unit: PT", 'unit: ""')
    )

    assert "“code” để trống" in said


@pytest.mark.parametrize("name", ["a\\0.jpg", "a" * 300 + ".jpg", "../../x.jpg"])
def test_a_photo_whose_name_no_system_takes_is_refused(
    name: str, imported: Said
) -> None:
    text = OTHER.replace("photos: []", "") + f'photos: [{{file: "{name}"}}]\n'

    assert "EX17" in imported(text)
