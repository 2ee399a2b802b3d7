"""Where the data lies, and that every setting is written down."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp import config
from fieldapp.errors import UserError

ROOT = Path(__file__).resolve().parents[1]


def test_the_flag_wins_over_every_variable(tmp_path: Path) -> None:
    env = {"FIELDAPP_DATA": "/b", "FLET_APP_STORAGE_DATA": "/c"}
    assert config.data_dir(tmp_path, env) == tmp_path.resolve()


def test_our_variable_wins_over_the_phones() -> None:
    env = {"FIELDAPP_DATA": "/b", "FLET_APP_STORAGE_DATA": "/c"}
    assert config.data_dir(None, env) == Path("/b").resolve()
    assert (
        config.data_dir(None, {"FLET_APP_STORAGE_DATA": "/c"}) == Path("/c").resolve()
    )


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        pytest.param("linux", {"XDG_DATA_HOME": "/x"}, "/x/fieldapp", id="xdg"),
        pytest.param(
            "linux",
            {"XDG_DATA_HOME": "x", "HOME": "/h"},
            "/h/.local/share/fieldapp",
            id="relative-xdg-is-ignored",
        ),
        pytest.param(
            "darwin",
            {"HOME": "/h"},
            "/h/Library/Application Support/fieldapp",
            id="macos",
        ),
        pytest.param("win32", {"LOCALAPPDATA": "/l"}, "/l/fieldapp", id="windows"),
    ],
)
def test_each_system_has_its_own_default(
    platform: str,
    env: dict[str, str],
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert config.data_dir(None, env) == Path(expected)


def test_a_relative_data_folder_is_made_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert config.data_dir(Path("d"), {}) == tmp_path.resolve() / "d"


def test_nobody_knows_the_user_then_the_message_names_the_flag(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nobody(_: type[Path]) -> Path:
        raise RuntimeError

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", classmethod(nobody))
    with pytest.raises(UserError, match="--data"):
        config.data_dir(None, {})


def test_preparing_makes_the_folder_and_leaves_nothing_in_it(tmp_path: Path) -> None:
    folder = config.prepare(tmp_path / "a" / "b")
    assert list(folder.iterdir()) == []


def test_a_data_folder_that_is_a_file_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "tệp"
    path.write_text("x")
    with pytest.raises(UserError, match=r"tệp.*--data"):
        config.prepare(path)


def test_a_port_comes_from_flag_then_variable_then_zero() -> None:
    env = {"FIELDAPP_PORT": "8551", "HOME": "/h"}
    assert config.settings(port=9000, env=env).port == 9000
    assert config.settings(env=env).port == 8551
    assert config.settings(env={"HOME": "/h"}).port == 0


@pytest.mark.parametrize("text", ["-1", "65536", "8.5", "tám", "²"])
def test_a_port_that_is_none_is_the_persons_mistake(text: str) -> None:
    with pytest.raises(UserError, match="65535"):
        config.settings(env={"FIELDAPP_PORT": text, "HOME": "/h"})


@pytest.mark.parametrize(("value", "opens"), [("", True), ("0", True), ("1", False)])
def test_the_browser_opens_unless_told_not_to(value: str, opens: bool) -> None:  # noqa: FBT001 - a table's column
    env = {"FIELDAPP_NO_BROWSER": value, "HOME": "/h"}
    assert config.settings(env=env).open_browser is opens
    assert config.settings(open_browser=False, env=env).open_browser is False


def test_exports_go_to_the_checkout_or_where_told(tmp_path: Path) -> None:
    assert config.settings(data=tmp_path, env={}).exports == ROOT / "exports"
    told = config.settings(data=tmp_path, env={"FIELDAPP_EXPORTS": str(tmp_path / "e")})
    assert told.exports == tmp_path.resolve() / "e"


def test_a_packaged_program_reads_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "checklists").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert config.bundled("checklists") == tmp_path / "checklists"
    with pytest.raises(UserError, match="assets"):
        config.bundled("assets")


def test_a_checkout_reads_its_own_folder() -> None:
    assert config.bundled("docs") == ROOT / "docs"


def test_every_setting_is_in_the_document_word_for_word() -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in (ROOT / "docs/settings.md").read_text("utf-8").splitlines()
        if line.startswith("| `")
    ]
    expected = [
        [f"`{s.variable}`", f"`{s.flag}`" if s.flag else "", s.default, s.meaning]
        for s in config.SETTINGS
    ]
    assert rows == expected


def test_only_the_configuration_and_the_wiring_read_the_environment() -> None:
    readers = {
        path.name
        for path in (ROOT / "fieldapp").rglob("*.py")
        if "os.environ" in (text := path.read_text("utf-8")) or "getenv(" in text
    }
    assert readers <= {"config.py", "wiring.py"}


def test_the_configuration_starts_with_an_empty_environment() -> None:
    code = "import fieldapp.config as c; print(c.settings().data)"
    env = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if os.name == "nt" else {}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=env,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()).is_absolute()
