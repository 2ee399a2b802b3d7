"""Names of a form as ids of a checklist: which letters may stand, which are taken."""

import re

from fieldapp.domain.expressions import CONTEXT, FUNCTIONS
from fieldapp.domain.vietnamese import search_key

_RESERVED = frozenset({*CONTEXT, *FUNCTIONS, "and", "or", "not", "yes", "no"})
_WRONG = re.compile(r"[^A-Za-z0-9_]+")
_MOST = 56


class Ids:
    """Gives every name an id of its own; `wants_letter`: expressions write it bare."""

    def __init__(
        self, reserved: frozenset[str] = _RESERVED, *, wants_letter: bool = True
    ) -> None:
        self._reserved = reserved
        self._wants_letter = wants_letter
        self._taken: set[str] = set()

    def make(self, name: str) -> str:
        """The id for a name; the name itself wherever it can be one."""
        plain = name if name.isascii() else search_key(name)
        bare = _WRONG.sub("-", plain).strip("-_")[:_MOST].rstrip("-")
        if not bare or (self._wants_letter and not bare[0].isalpha()):
            bare = f"x-{bare}".rstrip("-")
        if bare in self._reserved:
            bare = f"{bare}-x"
        made, number = bare, 2
        while made in self._taken:
            made, number = f"{bare}-{number}", number + 1
        self._taken.add(made)
        return made
