"""The guide speaks of what is there: its links lead somewhere, its quotes are ours."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GUIDE = sorted((ROOT / "docs/huong-dan").glob("*.md"))
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)\s]+)\)")
QUOTE = re.compile(r"“([^”]+)”")
# Words in quotes that are not on our screens: word and whose it is.
NOT_OURS = {
    "phường": "what a person would write",
    "không biết": "what a person would say",
    "C Thủ tục hành chính": "a sheet of a workbook",
    "ba": "what a person typed into a cell",
    "…": "the quotes themselves",
    "Tương thích nhất": "a setting of the iPhone",
}
LONG_ENOUGH = 20


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    titles = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    words = (re.sub(r"[^\w\- ]", "", title.lower()) for title in titles)
    return {word.replace(" ", "-") for word in words}


def dead_links(page: Path) -> Iterator[str]:
    """Yield links of a page whose file or heading does not exist."""
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    for link in LINK.findall(text):
        if link.startswith(("http", "mailto")):
            continue
        file, _, anchor = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            yield link


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_and_picture_of_a_page_exists(page: Path) -> None:
    assert list(dead_links(page)) == []


def test_the_table_of_contents_has_every_page_in_order() -> None:
    links = LINK.findall((ROOT / "docs/huong-dan/README.md").read_text("utf-8"))

    assert links == [page.name for page in GUIDE if page.name != "README.md"]


@cache
def said_by_the_program() -> frozenset[str]:
    """Return every text of the source, docstrings apart; a NUL for each value."""
    found: set[str] = set()
    for path in (ROOT / "fieldapp").rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        for node in nodes:
            if isinstance(node, ast.JoinedStr):
                found.add("".join(map(_literal, node.values)).strip())
            elif isinstance(node, ast.Constant) and id(node) not in docstrings:
                found.add(str(node.value).strip())
    return frozenset(found)


def _literal(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    return "\0"


def is_said(quote: str) -> bool:
    """Say whether the program says `quote`; "…" or a number may be filled in.

    A short one must be a whole text (a button), a long one may be part of one.
    """
    filled = re.sub(r"\d+$", "…", quote)
    wanted = re.escape(filled).replace("…", "(?:\\0|…)")
    for text in said_by_the_program():
        if text == quote or re.fullmatch(wanted, text):
            return True
        if len(quote) >= LONG_ENOUGH and re.search(wanted, text):
            return True
    return False


@pytest.mark.parametrize("page", GUIDE, ids=name_of)
def test_what_the_guide_quotes_is_said_by_the_program(page: Path) -> None:
    quotes = set(QUOTE.findall(page.read_text("utf-8"))) - set(NOT_OURS)

    assert sorted(q for q in quotes if not is_said(q)) == []
