"""What exists for Android and iOS of what the phone app needs, held against the truth.

The table is `docs/mobile-dependencies.csv`. Its kinds:

- pure: a wheel without compiled code, so it runs anywhere;
- pure too: a compiled wheel here, and a wheel without compiled code beside it;
- recipe: compiled, and Flet's recipes build a version that our limits accept;
- missing: compiled, and no recipe, or only one of a version that we cannot use.

The rows must be exactly the packages that `project.dependencies` brings to a phone.
"""

import ast
import csv
import sys
import tomllib
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PHONES = (
    {"sys_platform": "android", "platform_system": "Android"},
    {"sys_platform": "ios", "platform_system": "iOS"},
)
# The parts of the app that a phone imports; papers, signing, evidence, cli stay home.
PHONE_PARTS = {"domain", "services", "store", "library", "ui", "config", "errors"}
PHONE_PARTS |= {"durable", "texts", "sync"}
LAPTOP_MODULES = {
    "fieldapp/ui/serve.py": "starts the local web server of a laptop",
    "fieldapp/ui/client.py": "hands out the browser client's files on a laptop",
    "fieldapp/library/workbook/writing.py": "the command `checklist export` imports it",
    "fieldapp/library/workbook/front_sheets.py": "only `writing` imports it",
    "fieldapp/library/workbook/looks.py": "only `writing` imports it",
}
KINDS = {"pure", "pure too", "recipe", "missing"}


def rows() -> dict[str, dict[str, str]]:
    path = ROOT / "docs/mobile-dependencies.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["name"]: row for row in csv.DictReader(file)}


def direct() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [Requirement(text) for text in project["dependencies"]]


def applies(requirement: Requirement) -> bool:
    """Say whether a phone of either kind needs it, without asking for an extra."""
    if requirement.marker is None:
        return True
    python = {"python_version": "3.14", "python_full_version": "3.14.2", "extra": ""}
    return any(requirement.marker.evaluate({**python, **phone}) for phone in PHONES)


@cache
def needed() -> dict[str, tuple[Requirement, ...]]:
    """Map each package of the phone app to every requirement on it."""
    found: dict[str, tuple[Requirement, ...]] = {}
    queue = direct()
    while queue:
        requirement = queue.pop()
        name = canonicalize_name(requirement.name)
        if name not in found:
            texts = metadata.requires(name) or []
            queue += [r for r in map(Requirement, texts) if applies(r)]
        found[name] = (*found.get(name, ()), requirement)
    return found


def is_pure(name: str) -> bool:
    wheel = metadata.distribution(name).read_text("WHEEL") or ""
    tags = [line for line in wheel.splitlines() if line.startswith("Tag:")]
    return bool(tags) and all(tag.endswith("-none-any") for tag in tags)


def test_the_table_has_exactly_what_a_phone_installs() -> None:
    assert set(rows()) == set(needed())


@pytest.mark.parametrize("name", sorted(rows()))
def test_a_row_says_what_is_true_of_the_package(name: str) -> None:
    row = rows()[name]
    accepted = row["recipe"] and all(
        requirement.specifier.contains(row["recipe"]) for requirement in needed()[name]
    )
    assert row["kind"] in KINDS
    assert (row["kind"] == "pure") == is_pure(name)
    assert (row["kind"] == "recipe") <= bool(accepted), "our limits refuse the recipe"
    assert (row["kind"] == "missing") <= (not accepted), "the recipe would do"
    assert row["kind"] == "pure" or row["note"], "say what to do about it"


def test_the_page_names_everything_that_is_not_pure() -> None:
    page = (ROOT / "docs/mobile.md").read_text("utf-8")
    absent = [
        name
        for name, row in rows().items()
        if row["kind"] != "pure" and f"| `{name}` | {row['kind']} |" not in page
    ]
    assert absent == []


def test_what_a_phone_imports_is_what_a_phone_installs() -> None:
    installed = {canonicalize_name(name) for name in needed()}
    dists = metadata.packages_distributions()
    strays = []
    for path in sorted((ROOT / "fieldapp").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        part = path.relative_to(ROOT / "fieldapp").parts[0].removesuffix(".py")
        if part not in PHONE_PARTS or name in LAPTOP_MODULES:
            continue
        strays += [
            f"{name} imports {module}"
            for module in modules_of(path)
            if module not in sys.stdlib_module_names
            and module != "fieldapp"
            and not {canonicalize_name(d) for d in dists.get(module, ())} & installed
        ]
    assert strays == []


def modules_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found
