"""The program built from build.spec, run where there is no checkout and no Python.

`make test-package` (continuous integration runs it) builds and runs it; a wheel is
checked for the files that must travel with it.
"""

import os
import re
import shutil
import subprocess
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp import __version__

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.package


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built program, copied away from the checkout."""
    subprocess.run(["make", "build"], cwd=ROOT, check=True, stdin=subprocess.DEVNULL)
    away = tmp_path_factory.mktemp("away") / "fieldapp"
    shutil.copytree(ROOT / "dist" / "fieldapp", away, symlinks=True)
    return away / ("fieldapp.exe" if os.name == "nt" else "fieldapp")


@pytest.fixture
def bare_env(tmp_path: Path) -> dict[str, str]:
    """An environment with nothing but what tells the program where its home is."""
    if os.name == "nt":
        return {
            "SYSTEMROOT": os.environ["SYSTEMROOT"],
            "LOCALAPPDATA": str(tmp_path),
            "TEMP": str(tmp_path),
        }
    return {"HOME": str(tmp_path)}


@pytest.fixture
def address(built: Path, bare_env: dict[str, str], tmp_path: Path) -> Iterator[str]:
    """The address that the started program prints; it is stopped at the end."""
    command = [str(built), "run", "--no-browser"]
    with subprocess.Popen(
        command, env=bare_env, cwd=tmp_path, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout
        try:
            lines = iter(process.stdout.readline, "")
            found = (re.search(r"http://127\.0\.0\.1:\d+\S*", line) for line in lines)
            yield next(match[0] for match in found if match)
        finally:
            process.terminate()
            process.wait(timeout=20)


def fetched(url: str) -> bytes:
    """What the program serves; a program that is still starting gets ten seconds."""
    for _ in range(100):
        try:
            return answer_of(url)
        except urllib.error.URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
            time.sleep(0.1)
    message = f"nobody listens at {url}"
    raise AssertionError(message)


def answer_of(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=20) as answer:  # noqa: S310 - 127.0.0.1
        body: bytes = answer.read()
        return body


def test_the_built_program_serves_the_app_and_its_fonts(address: str) -> None:
    page = fetched(address).decode()
    assert "flutter_bootstrap.js" in page
    for name in ("flutter_bootstrap.js", "main.dart.js", "canvaskit/canvaskit.wasm"):
        assert fetched(f"{address.rstrip('/')}/{name}")
    for font in (ROOT / "assets" / "fonts").glob("*.ttf"):
        assert fetched(f"{address.rstrip('/')}/fonts/{font.name}") == font.read_bytes()


def test_the_built_program_runs_the_demo_with_an_empty_environment(
    built: Path, bare_env: dict[str, str], tmp_path: Path
) -> None:
    done = subprocess.run(
        [str(built), "demo"],
        env=bare_env,
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    signed = [path for path in tmp_path.rglob("*.pdf") if path.stat().st_size > 10_000]
    assert signed, f"no PDF under the home folder:\n{done.stdout}"


def test_the_built_program_knows_its_version_without_a_home(built: Path) -> None:
    done = subprocess.run(
        [str(built), "--version"], env={}, capture_output=True, text=True, check=True
    )
    assert __version__ in done.stdout


def test_nothing_that_only_developers_need_is_inside(built: Path) -> None:
    inside = {path.name for path in (built.parent / "_internal").iterdir()}
    assert not {"pytest", "mypy", "playwright", "flet_cli", "flet_desktop"} & inside
    assert not (built.parent / "_internal" / "flet_web" / "web" / "pyodide").exists()


def test_a_wheel_carries_the_checklists_and_the_assets(tmp_path: Path) -> None:
    """Built from a copy: setuptools leaves a build folder beside what it builds."""
    copy = tmp_path / "copy"
    for name in ("fieldapp", "checklists", "assets"):
        shutil.copytree(ROOT / name, copy / name)
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, copy / name)
    python = ROOT / "build" / "venv" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run(
        [
            *(str(python / "python"), "-m", "pip", "wheel", "--no-deps", "--quiet"),
            *("--no-build-isolation", "--wheel-dir", str(tmp_path), str(copy)),
        ],
        check=True,
    )
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    prefix = f"fieldapp-{__version__}.data/data/share/fieldapp/"
    carried = {name.removeprefix(prefix) for name in names if prefix in name}
    shipped = {
        path.relative_to(ROOT).as_posix()
        for folder in ("checklists", "assets")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert carried == shipped
