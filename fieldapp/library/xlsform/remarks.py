"""What a form says that a checklist cannot: listed with its place, each thing once."""

from fieldapp.errors import Problem
from fieldapp.library.codes import Code
from fieldapp.library.workbook.places import Notes, Place


class Remarks:
    """Remarks in the order of the form's sheets and rows."""

    def __init__(self, file: str, sheets: tuple[str, ...]) -> None:
        self._notes = Notes(file, sheets)

    def add(self, place: Place, message: str) -> None:
        """Note that `message` is so at `place`."""
        self._notes.add(place, Code.NO_COUNTERPART, message)

    def add_sheet(self, sheet: str, message: str) -> None:
        """Note that `message` is so of a whole sheet."""
        self._notes.add(Place(sheet), Code.NO_COUNTERPART, message)

    def problems(self) -> tuple[Problem, ...]:
        """Return what is to be told; nothing of it hinders the import."""
        return tuple(self._notes.problems())
