"""The choice lists of a form, as choice lists of a checklist."""

from typing import NamedTuple

from fieldapp.library.codes import Code
from fieldapp.library.documents import Path
from fieldapp.library.workbook.places import Notes
from fieldapp.library.xlsform.rows import FormRow


class ChoiceLists(NamedTuple):
    """The lists by name, and the row each choice comes from, by its path."""

    lists: dict[str, list[dict[str, str]]]
    origins: dict[Path, FormRow]

    def named(self, name: str) -> str:
        """The name as its list writes it; itself where there is no such list."""
        return next((key for key in self.lists if key.casefold() == name), name)

    def ids(self, name: str) -> frozenset[str]:
        """The ids of the choices in a list; empty without such a list."""
        return frozenset(choice["id"] for choice in self.lists.get(name, ()))


def choice_lists(rows: list[FormRow], wrong: Notes) -> ChoiceLists:
    """Return what the sheet `choices` holds; a choice written twice is a mistake."""
    found = ChoiceLists({}, {})
    for row in rows:
        name = row.get("list_name")
        if not name or not row.get("name"):
            continue
        if row.get("name") in found.ids(name):
            message = f"lựa chọn {row.get('name')} đã có trong danh sách {name}"
            wrong.add(row.place("name"), Code.CELL_UNFIT, message)
            continue
        choices = found.lists.setdefault(name, [])
        found.origins["choice_lists", name, len(choices)] = row
        choices.append(_choice(row))
    return found


def _choice(row: FormRow) -> dict[str, str]:
    label, english = row.words("label")
    made = {"id": row.get("name"), "label": label or row.get("name")}
    return {**made, **({"en": english} if english else {})}
