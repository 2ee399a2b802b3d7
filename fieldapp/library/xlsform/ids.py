"""Names of a form as ids of a checklist: which letters may stand, which are taken."""

import re

from fieldapp.domain.expressions import CONTEXT, FUNCTIONS

_RESERVED = frozenset({*CONTEXT, *FUNCTIONS, "and", "or", "not", "yes", "no"})
_WRONG = re.compile(r"[^A-Za-z0-9_-]+")
_MOST = 60


class Ids:
    """Gives every name an id of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def make(self, name: str) -> str:
        """The id for a name; the name itself wherever it can be one."""
        bare = _WRONG.sub("-", name).strip("-_")[:_MOST]
        if not bare[:1].isalpha():
            bare = f"x-{bare}".rstrip("-")
        if bare in _RESERVED:
            bare = f"{bare}-x"
        made, number = bare, 2
        while made in self._taken:
            made, number = f"{bare}-{number}", number + 1
        self._taken.add(made)
        return made
