"""From a file to a `Book`."""

import posixpath
from pathlib import Path

from fieldapp.library.workbook.cells import Book, Sheet
from fieldapp.library.workbook.package import Package
from fieldapp.library.workbook.sheet_xml import SheetReader
from fieldapp.library.workbook.xml_parts import (
    Attributes,
    Looks,
    SharedStrings,
    XmlError,
    walk,
)

_MAIN = "xl/workbook.xml"
_DOCUMENT = "officeDocument"
Links = dict[str, tuple[str, str]]
"""By id: what kind of part a link leads to, and the part's name."""


def read_book(path: Path) -> Book:
    """Return what stands in the workbook at `path`.

    Numbers are as stored, formulas only marked: nothing is computed.

    Raises:
        ProblemsError: It is no workbook, is damaged, or must not be opened.
    """
    package = Package(path)
    try:
        return _book(package)
    except XmlError as error:
        raise package.damaged() from error


def _book(package: Package) -> Book:
    top = dict(_links(package, "").values())
    main = top.get(_DOCUMENT, _MAIN)
    index = _Index()
    walk(package.part(main), index.start)
    links = _links(package, main)
    of_kind = dict(links.values())
    strings = SharedStrings(package.part(of_kind.get("sharedStrings", "")))
    looks = Looks(package.part(of_kind.get("styles", "")))
    sheets = []
    for name, link in index.sheets:
        sheet = Sheet(name)
        sheets.append(sheet)
        kind, part = links.get(link, ("", ""))
        if kind == "worksheet":
            reader = SheetReader(sheet, strings.texts, looks, from_1904=index.from_1904)
            reader.read(package.part(part))
    return Book(tuple(sheets))


class _Index:
    """The names of the sheets, and which link leads to each."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            link = next((v for k, v in attributes.items() if k.endswith(" id")), "")
            self.sheets.append((attributes.get("name", ""), link))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in {"1", "true"}


def _links(package: Package, part: str) -> Links:
    """Return where the links of a part lead; "" is the package itself."""
    folder, name = posixpath.split(part)
    data = package.part(posixpath.join(folder, "_rels", f"{name}.rels"))
    found: Links = {}

    def start(element: str, attributes: Attributes) -> None:
        if element == "Relationship":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.join("/", folder, attributes.get("Target", ""))
            found[attributes.get("Id", "")] = (
                kind,
                posixpath.normpath(target).lstrip("/"),
            )

    if data:
        walk(data, start)
    return found
