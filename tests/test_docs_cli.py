"""docs/cli.md is the command line as it is: every command, option and example."""

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from fieldapp import wiring
from fieldapp.cli.main import app, run
from fieldapp.signing.sample_ca import make_sample

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs/cli.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"```console runnable\n(.*?)```", PAGE, re.DOTALL)
ENGLISH = re.compile(
    r"\b(Usage|Show|Options?|Arguments?|Commands?|required|default|True|False|"
    r"INTEGER|TEXT|PATH|BOOLEAN|and exit|message)\b"
)


def commands(group: TyperGroup, path: str = "") -> dict[str, set[str]]:
    """Return every command's path ("notice sign") with its options."""
    found: dict[str, set[str]] = {}
    for name, command in group.commands.items():
        here = f"{path} {name}".strip()
        if isinstance(command, TyperGroup):
            found |= commands(command, here)
        else:
            found[here] = {o for p in command.params for o in p.opts if o[:2] == "--"}
    return found


ROOT_GROUP = get_command(app)
assert isinstance(ROOT_GROUP, TyperGroup)
COMMANDS = commands(ROOT_GROUP)
GROUPS = {path.rsplit(" ", 1)[0] for path in COMMANDS if " " in path}


def section(command: str) -> str:
    """Return the part of the page about one command."""
    _, _, rest = PAGE.partition(f"\n## `fieldapp {command}`\n")
    return rest.split("\n## ")[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_page_lists_a_command_with_exactly_its_options(command: str) -> None:
    text = section(command)
    rows = [line for line in text.splitlines() if line.startswith("| `--")]
    told = {word for row in rows for word in re.findall(r"`(--[a-z0-9-]+)", row)}

    assert f"[`fieldapp {command}`](#fieldapp-{command.replace(' ', '-')})" in PAGE
    assert told == COMMANDS[command]
    assert "$ fieldapp" in text


def test_the_page_tells_of_no_command_that_is_not_there() -> None:
    told = set(re.findall(r"^## `fieldapp ([a-z ]+)`$", PAGE, re.MULTILINE))

    assert told == set(COMMANDS)


def test_the_list_of_commands_in_the_readme_is_complete() -> None:
    block = README.split("## Dòng lệnh")[1].split("```")[1]
    words = set(re.findall(r"--[a-z0-9-]+|[a-z]+", block))

    for command, options in COMMANDS.items():
        assert set(command.split()) <= words, command
        special = options - {"--data", "--json", "--exports", "--rebuild", "--sample"}
        if command != "run":
            assert special <= words, command


@pytest.mark.parametrize("command", ["", *sorted(GROUPS), *COMMANDS])
def test_help_speaks_only_vietnamese(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command.split(), "--help"]) == 0
    said = capsys.readouterr().out

    assert "Cách dùng:" in said
    assert "{" not in said
    assert ENGLISH.findall(said) == []


def shown(text: str) -> re.Pattern[str]:
    """Return what an example's output must match: "…" stands for anything."""
    return re.compile(".*?".join(map(re.escape, text.split("…"))), re.DOTALL)


def steps() -> list[tuple[str, str]]:
    """Return every (command line, expected output) of the page, in its order."""
    found = []
    for block in EXAMPLES:
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, output = step.partition("\n")
            found.append((line, output.strip()))
    return found


def test_the_examples_do_what_the_page_says(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(ROOT / "checklists", tmp_path / "checklists")
    shutil.copy(ROOT / "README.md", tmp_path)
    signer = make_sample("Nguyễn Văn An", "bi-mat", wiring.utc_now())
    (tmp_path / "chung-thu.p12").write_bytes(signer.p12)
    (tmp_path / "mat-khau.txt").write_text("bi-mat\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(os.environ, "FIELDAPP_DATA", str(tmp_path / "du-lieu"))

    assert steps()
    for line, expected in steps():
        capsys.readouterr()
        program, *arguments = shlex.split(line)
        code = run(arguments)
        captured = capsys.readouterr()
        said = captured.out.strip() + "\n" + captured.err.strip()
        said = said.strip() + (f"\n(mã thoát {code})" if code else "")
        assert program == "fieldapp"
        assert shown(expected).fullmatch(said), f"{line}\n{said}"
