"""Names of the sections' sheets: short, safe, no two alike."""

import re
from collections.abc import Iterable

from fieldapp.domain.checklist import Section

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED = frozenset({"history"})
_LEAST_OF_TITLE = 8


def section_names(sections: Iterable[Section], taken: Iterable[str]) -> tuple[str, ...]:
    """Return a sheet name for each section: its id and as much of its title as fits.

    Spreadsheets allow 31 signs, not all of them, and compare names without case.
    """
    used = {name.casefold() for name in taken} | _RESERVED
    names = []
    for section in sections:
        name = _unused(_name(section), used)
        used.add(name.casefold())
        names.append(name)
    return tuple(names)


def _name(section: Section) -> str:
    title = " ".join(_FORBIDDEN.sub(" ", section.title).split())
    whole = f"{section.id} {title}"
    if len(whole) > LONGEST:
        cut = whole[: LONGEST - 1]
        shorter = cut.rpartition(" ")[0]
        is_enough = len(shorter) >= len(section.id) + _LEAST_OF_TITLE
        whole = (shorter if is_enough else cut).rstrip(" ,;-") + "…"
    return whole.strip(" '")


def _unused(name: str, used: set[str]) -> str:
    number = 1
    candidate = name
    while candidate.casefold() in used or not candidate:
        number += 1
        mark = f" ({number})"
        candidate = name[: LONGEST - len(mark)] + mark
    return candidate
