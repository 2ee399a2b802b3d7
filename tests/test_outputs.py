"""Files the program hands out: whole or absent, wherever people point `--out`."""

import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fieldapp import config, wiring
from fieldapp.cli.main import run
from fieldapp.domain.vietnamese import VIETNAM
from fieldapp.durable import replace_file
from fieldapp.errors import IntegrityError, UserError
from fieldapp.evidence.sample import sample_photo
from fieldapp.services import capture, exchange, notices
from fieldapp.services.workspace import Workspace
from fieldapp.signing.sample_ca import make_sample

EXAMPLE = Path("checklists/examples/cairang-2024.inspection.yaml")


@pytest.fixture
def data(tmp_path: Path) -> str:
    """A data folder with spaces and Vietnamese in its name, one inspection in it."""
    folder = str(tmp_path / "dữ liệu kiểm tra")
    assert run(["import", str(EXAMPLE), "--data", folder]) == 0
    return folder


@pytest.fixture
def desk(tmp_path: Path, data: str) -> Iterator[Workspace]:
    """The workspace of `data`; finished files go to `exports` under `tmp_path`."""
    settings = config.settings(data=Path(data), env={})
    with wiring.workspace(replace(settings, exports=tmp_path / "exports")) as ws:
        yield ws


@pytest.mark.parametrize("out", ["/", ".", "", "tệp.txt/x.yaml", "thiếu/x.yaml"])
def test_an_impossible_place_for_an_export_is_told_in_one_line(
    out: str, data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tệp.txt").write_text("x", "utf-8")
    place = str(tmp_path / out) if out not in {"", "/", "."} else out
    capsys.readouterr()

    assert run(["export", "CR-2024", "--out", place, "--data", data]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not list(tmp_path.glob("**/.fieldapp-*"))


def test_the_longest_name_the_system_takes_can_be_exported_to(
    data: str, tmp_path: Path
) -> None:
    longest, too_long = tmp_path / ("a" * 255), tmp_path / ("a" * 256)

    assert run(["export", "CR-2024", "--out", str(longest), "--data", data]) == 0
    assert run(["export", "CR-2024", "--out", str(too_long), "--data", data]) == 1
    assert longest.is_file()


def test_a_pipe_is_written_to_and_not_replaced_by_a_file(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()

    replace_file(pipe, b"abc")

    reader.join(timeout=10)
    assert got == [b"abc"]
    assert pipe.is_fifo()


def test_a_link_keeps_pointing_where_it_did(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)

    replace_file(link, b"new")

    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_an_export_whose_photo_is_lost_leaves_no_file_to_import(
    desk: Workspace, data: str, tmp_path: Path
) -> None:
    photo = _with_photo(desk)
    desk.photos.original(photo).unlink()
    out = tmp_path / "out" / "cr.yaml"
    out.parent.mkdir()

    assert run(["export", "CR-2024", "--out", str(out), "--data", data]) == 1
    assert not out.exists()


def test_nothing_is_signed_when_the_copy_for_people_has_no_place(
    desk: Workspace,
) -> None:
    desk.exports.write_text("một tệp, không phải thư mục", "utf-8")
    identity = make_sample("Người ký", "mk", wiring.utc_now())

    with pytest.raises(UserError, match="không phải thư mục"):
        notices.sign(desk, "CR-2024", identity.p12, "mk", sample=True)

    assert desk.signed.all() == ()
    assert notices.signed_papers(desk, "CR-2024") == ()


def test_a_signed_copy_is_named_after_vietnams_time(desk: Workspace) -> None:
    identity = make_sample("Người ký", "mk", wiring.utc_now())
    signed = notices.sign(desk, "CR-2024", identity.p12, "mk", sample=True)
    paper = notices.signed_papers(desk, "CR-2024")[0]

    at = paper.signed_at.astimezone(VIETNAM).strftime("%Y%m%d-%H%M%S")
    assert signed.path.name == f"thong-bao-ket-luan-CR-2024-{at}-MAU.pdf"
    assert [p.name for p in desk.exports.iterdir()] == [signed.path.name]


def _with_photo(desk: Workspace) -> str:

    font = config.bundled("assets") / "fonts" / "LiberationSerif-Bold.ttf"
    data = sample_photo("Ảnh", font)
    capture.attach_photo(desk, "CR-2024", "", "CR", "a.jpg", data)
    return next(iter(exchange.export_package(desk, "CR-2024").photos.values())).name


def test_a_signed_notice_whose_file_is_lost_is_named(desk: Workspace) -> None:
    identity = make_sample("Người ký", "mk", wiring.utc_now())
    signed = notices.sign(desk, "CR-2024", identity.p12, "mk", sample=True)
    paper = notices.signed_papers(desk, "CR-2024")[0]
    desk.signed.path(paper.sha256).unlink()

    with pytest.raises(IntegrityError, match=signed.file_name):
        notices.latest_signed(desk, "CR-2024")
