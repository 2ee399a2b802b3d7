"""What the code promises about itself: layers, sizes, words, reasons.

The layers are import-linter's business (`[tool.importlinter]`); this module runs it
and holds what no linter here can.
"""

import ast
import re
import shutil
import subprocess
import sys
import tokenize
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "fieldapp"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
LONGEST_COMPONENT = 80
LEAST_TARGETS = {
    *("help", "run", "demo", "test", "torture", "screens", "bench", "lint", "types"),
    *("format", "build", "clean", "constraints"),
}
# An exception is a line here, with its reason.
LONG_MODULES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}

# Who may import which vendor; everything not named here is free for all.
VENDORS = {
    "reportlab": {"papers", "signing"},
    "pypdfium2": {"papers"},
    "pikepdf": {"papers", "signing"},
    "pyhanko": {"signing"},
    "pyhanko_certvalidator": {"signing"},
    "asn1crypto": {"signing"},
    "cryptography": {"signing"},
    "lxml": {"signing"},
    "fontTools": {"papers"},
    "PIL": {"evidence", "papers", "signing"},
    "ruamel": {"library"},
    "lark": {"domain", "library"},
    "openpyxl": {"library"},
    "sqlalchemy": {"store"},
    "sqlmodel": {"store"},
    "sqlcipher3": {"store", "wiring"},  # wiring hands the store its driver
    "sqlite3": {"store"},
    "flet": {"ui", "wiring"},
    "flet_web": {"ui", "wiring"},
    "fastapi": {"ui", "wiring"},
    "starlette": {"ui", "wiring"},
    "uvicorn": {"ui", "wiring"},
    "typer": {"cli"},
    "click": {"cli"},
    "rich": {"cli"},
}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager"}
REASONED = re.compile(r"(noqa: [A-Z0-9, ]+|ignore\[[a-z, -]+\])\s*[-#–—]\s*\w")
# Characters the bundled fonts cannot draw: pictographs, dingbats, arrows, and the like.
# Flet asks a server for them and draws nothing offline; `ft.Icons` has every one.
UNDRAWABLE = re.compile(
    "[\u2190-\u21ff\u2300-\u23ff\u25a0-\u2bff\ufe0f\U0001f000-\U0001faff]"
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    """Yield (top-level package, line) of every import, those inside functions too."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0], node.lineno


def place_of(path: Path) -> str:
    """Return the part of the app a module belongs to: "store" or "cli"."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_the_layers_hold() -> None:
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert command, "import-linter is not installed in this environment"
    done = subprocess.run(
        [command, "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_vendor_is_imported_by_its_own_package_only() -> None:
    strays = [
        f"{name_of(path)}:{line} imports {vendor}"
        for path in MODULES
        for vendor, line in imports_of(path)
        if vendor in VENDORS and place_of(path) not in VENDORS[vendor]
    ]
    assert strays == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_one_idea(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= LONGEST_MODULE or name_of(path) in LONG_MODULES
    assert ast.get_docstring(tree_of(path)), "the module has no docstring"
    assert not FORBIDDEN_NAMES & {path.stem, *path.relative_to(PACKAGE).parts[:-1]}


Function = ast.FunctionDef | ast.AsyncFunctionDef


def lines_of(function: Function) -> int:
    """Count the lines of code of a function itself.

    Its docstring does not count, nor do functions inside it: they are counted on
    their own, so a component may define its handlers.
    """
    inner = {
        line
        for node in ast.walk(function)
        if isinstance(node, Function) and node is not function
        for line in range(node.lineno, (node.end_lineno or 0) + 1)
    }
    first, last = function.body[0].lineno, function.end_lineno or 0
    if ast.get_docstring(function):
        first = (function.body[0].end_lineno or 0) + 1
    return len(set(range(first, last + 1)) - inner) + 1


def longest_for(path: Path, function: Function) -> int:
    """Return the limit; a component (PascalCase, in the ui) is mostly a tree."""
    is_component = place_of(path) == "ui" and function.name[0].isupper()
    return LONGEST_COMPONENT if is_component else LONGEST_FUNCTION


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    long = [
        f"{node.name} ({lines_of(node)} lines)"
        for node in ast.walk(tree_of(path))
        if isinstance(node, Function)
        and lines_of(node) > longest_for(path, node)
        and f"{name_of(path)}:{node.name}" not in LONG_FUNCTIONS
    ]
    assert long == []


def test_exceptions_to_the_sizes_are_still_needed() -> None:
    names = {name_of(path) for path in MODULES}
    functions = {
        f"{name_of(path)}:{node.name}"
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, Function)
    }
    assert set(LONG_MODULES) <= names
    assert set(LONG_FUNCTIONS) <= functions


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_text_for_people_is_composed_and_drawable(path: Path) -> None:
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree_of(path))
        if isinstance(
            node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        )
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    wrong = [
        f"line {node.lineno}: {node.value!r}"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
        and (
            UNDRAWABLE.search(node.value)
            or not unicodedata.is_normalized("NFC", node.value)
        )
    ]
    assert wrong == []


def test_every_ignored_finding_has_its_reason() -> None:
    silent = [
        f"{name_of(path)}:{token.start[0]} {token.string}"
        for folder in ("fieldapp", "tests", "tools", "benchmarks")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for token in comments_of(path)
        if re.search(r"# (noqa|type: ignore)", token.string)
        and not REASONED.search(token.string)
    ]
    assert silent == []


def comments_of(path: Path) -> Iterator[tokenize.TokenInfo]:
    with path.open("rb") as file:
        yield from (
            t for t in tokenize.tokenize(file.readline) if t.type == tokenize.COMMENT
        )


def test_every_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    project = tomllib.loads(text)["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    bare = [
        requirement
        for group in groups
        for requirement in group
        if not re.search(rf'^\s*"{re.escape(requirement)}",\s+# \w', text, re.MULTILINE)
    ]
    assert bare == []


def targets() -> dict[str, str]:
    """Return each make target a person may call, with its one-line help."""
    text = (ROOT / "Makefile").read_text("utf-8")
    return dict(re.findall(r"^([a-z-]+):.*?## (.+)$", text, re.MULTILINE))


def test_the_make_targets_exist_and_explain_themselves() -> None:
    assert set(targets()) >= LEAST_TARGETS


def test_documents_name_only_make_targets_that_exist() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    named = {
        (name_of(path), target)
        for path in documents
        for target in re.findall(r"`make ([a-z-]+)", path.read_text("utf-8"))
    }
    assert named, "no document names a make target"
    assert {item for item in named if item[1] not in targets()} == set()


def test_the_map_in_the_architecture_page_is_the_tree() -> None:
    """Every path of the map exists, and every package of the app is on the map."""
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    block = page.split("## Map", 1)[1].split("```")[1]
    paths = [line.split()[0] for line in block.splitlines() if line.strip()]
    missing = [path for path in paths if not (ROOT / path).exists()]
    packages = {name_of(path.parent) + "/" for path in PACKAGE.glob("*/__init__.py")}
    modules = {name_of(path) for path in PACKAGE.glob("*.py")} - {
        "fieldapp/__init__.py"
    }
    assert missing == []
    assert (packages | modules) - set(paths) == set()


BINARY = {".ttf", ".png", ".jpg", ".jpeg", ".pdf", ".ico", ".icc", ".svg", ".p12"}
# Written in pieces, so that this file does not contain what it looks for.
FORBIDDEN_WORDS = re.compile(
    "|".join(
        (
            "pypi" + r"\.org",
            "python" + "hosted",
            "registry" + r"\.npm",
            "deb" + r"\.debian",
            "/" + "work/",
            "/" + "farm/",
            "/" + "root/",
            r"\bsub-?" + r"agents?\b",
            r"\bC" + r"EO\b",
        )
    ),
    re.IGNORECASE,
)


def test_no_tracked_file_names_a_registry_or_somebodys_machine() -> None:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: there is no list of tracked files")
    listed = subprocess.run(
        [git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    hits = [
        f"{name}:{number}: {line.strip()[:80]}"
        for name in filter(None, listed)
        if (path := ROOT / name).is_file() and path.suffix not in BINARY
        for number, line in enumerate(
            path.read_text("utf-8", errors="replace").splitlines(), 1
        )
        if FORBIDDEN_WORDS.search(line)
    ]
    assert hits == []
