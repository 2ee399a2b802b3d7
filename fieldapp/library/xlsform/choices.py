"""The choice lists of an XLSForm, and what their names are called here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fieldapp.library.xlsform.ids import Ids
from fieldapp.library.xlsform.rows import FormRow

_YES = frozenset({"yes", "y", "true", "có", "co", "đúng"})
_NO = frozenset({"no", "n", "false", "không", "khong", "sai"})


@dataclass(frozen=True)
class FormList:
    """One list: its id here, its rows, and each name as our expressions write it."""

    id: str
    rows: tuple[FormRow, ...]
    words: Mapping[str, str]
    is_yes_no: bool = False

    def choices(self) -> list[dict[str, Any]]:
        """The list as a checklist file writes it."""
        found = []
        for row in self.rows:
            label, english = row.words("label")
            name = row.get("name")
            made = {"id": self.words[name].strip('"'), "label": label or name}
            found.append(made | ({"en": english} if english else {}))
        return found


def form_lists(rows: Iterable[FormRow]) -> dict[str, FormList]:
    """Return the lists by their names in the form."""
    by_name: dict[str, list[FormRow]] = {}
    for row in rows:
        if row.get("list_name") and row.get("name"):
            by_name.setdefault(row.get("list_name"), []).append(row)
    ids = Ids()
    return {name: _made(ids.make(name), found) for name, found in by_name.items()}


def _made(list_id: str, rows: list[FormRow]) -> FormList:
    said = [_row_says(row) for row in rows]
    if sorted(said) == ["no", "yes"]:
        words = {r.get("name"): word for r, word in zip(rows, said, strict=True)}
        return FormList(list_id, tuple(rows), words, is_yes_no=True)
    ids = Ids(reserved=frozenset(), wants_letter=False)
    words = {}
    for row in rows:
        words.setdefault(row.get("name"), f'"{ids.make(row.get("name"))}"')
    return FormList(list_id, tuple(rows), words)


def says(text: str) -> str:
    """Return "yes", "no" or "" for what a word says."""
    word = text.casefold()
    if word in _YES:
        return "yes"
    return "no" if word in _NO else ""


def _row_says(row: FormRow) -> str:
    """What a choice says by its name or else its label."""
    texts = (row.get("name"), *row.words("label"))
    return next(filter(None, map(says, texts)), "")
