"""One criterion at one unit on screen: what is typed, saved, and how sure that is.

A component redraws only for the observable it is given, so every cell is its own.
Typed text is kept beside the answer: an unreadable number stays where it was typed
and nothing is lost by leaving the screen.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import flet as ft

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.asking import AnswerKind
from fieldapp.domain.checklist import Criterion
from fieldapp.domain.evaluation import Violation
from fieldapp.domain.findings import Photo
from fieldapp.domain.units import Unit
from fieldapp.ui.state.entry import Entry, read_entry, settled, texts_of

_VIETNAM = dt.timezone(dt.timedelta(hours=7))


class Phase(StrEnum):
    """Where a cell stands between typing and disk."""

    IDLE = "idle"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


@ft.observable
@dataclass
class CellState:
    """`body` is what is on disk; `preview` what the fields say right now.

    `generation` changes when the fields must be filled anew (a status was chosen, a
    date picked): fields are otherwise left alone, so that typing with Telex is
    never disturbed by a redraw. `arrangement` changes when fields come, go or are
    tapped, and leaves what is typed in the others alone.
    """

    criterion: Criterion
    unit: Unit
    body: AnswerValue | None = None
    preview: AnswerValue | None = None
    note: str = ""
    photos: tuple[Photo, ...] = ()
    applies: bool = True
    violations: tuple[Violation, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()
    unfinished: bool = False
    saved_at: dt.datetime | None = None
    phase: Phase = Phase.IDLE
    generation: int = 0
    arrangement: int = 0
    _texts: dict[str, str] = field(default_factory=dict)
    _typed_note: str | None = None

    @property
    def identity(self) -> str:
        """A stable name for keys and test ids: "C05-BL"."""
        return f"{self.criterion.id}-{self.unit.code}"

    @property
    def is_calculated(self) -> bool:
        """True when the answer follows from others and nobody types it."""
        return self.criterion.calculate is not None

    @property
    def standing(self) -> AnswerValue | None:
        """What is saved; a photo criterion is answered by its photos."""
        return self._with_photos(self.body)

    @property
    def shown(self) -> AnswerValue | None:
        """What the fields say right now, photos counted."""
        return self._with_photos(self.preview)

    def _with_photos(self, body: AnswerValue | None) -> AnswerValue | None:
        by_photos = self.criterion.answer.type is AnswerKind.PHOTO
        if body is None and by_photos and self.photos:
            return AnswerValue(value=str(len(self.photos)))
        return body

    @property
    def typed_note(self) -> str:
        """The note as typed, saved or not."""
        return self.note if self._typed_note is None else self._typed_note

    def text(self, name: str) -> str:
        """What stands in the field of that name."""
        return self._texts.get(name, "")

    def has_field(self, name: str) -> bool:
        """True for a field that was filled or typed into, also when emptied since."""
        return name in self._texts

    def texts(self) -> dict[str, str]:
        """All fields."""
        return dict(self._texts)

    def problem(self, name: str) -> str:
        """What is wrong with a field, "" when nothing is."""
        return dict(self.problems).get(name, "")

    @property
    def is_untouched(self) -> bool:
        """True when fields and preview say what is on disk, in whatever digits."""
        if self.preview != self.body:
            return False
        if self._typed() == texts_of(self.criterion, self.body):
            return True
        entry = self.read()
        said = entry.body == self.body
        return said and not (entry.problems or entry.unfinished)

    @property
    def has_unsaved_note(self) -> bool:
        """True when the note's field says something else than the disk."""
        return self.typed_note != self.note

    def read(self) -> Entry:
        """Read the fields."""
        if self._typed() == texts_of(self.criterion, self.preview):
            return Entry(self.preview)
        return read_entry(self.criterion, self._texts, self.preview)

    def _typed(self) -> dict[str, str]:
        return settled(self.criterion, self._texts)

    def put_text(self, name: str, text: str) -> None:
        """Note what was typed; nothing redraws."""
        self._texts[name] = text

    def arrange(self, texts: Mapping[str, str]) -> None:
        """Fill fields by a tap, new ones too, and have them drawn."""
        self._texts.update(texts)
        self.arrangement += 1

    def forget(self, prefix: str) -> dict[str, str]:
        """Take away the fields whose names begin so; returns what stood in them."""
        gone = {n: text for n, text in self._texts.items() if n.startswith(prefix)}
        self._texts = {n: t for n, t in self._texts.items() if n not in gone}
        self.arrangement += 1
        return gone

    def put_note(self, text: str) -> None:
        """Note what was typed into the note; nothing redraws."""
        self._typed_note = text

    def fill(self, body: AnswerValue | None) -> None:
        """Put an answer into the fields and have them drawn anew."""
        self._texts = texts_of(self.criterion, body)
        self.preview = body
        self.problems = ()
        self.unfinished = False
        self.generation += 1

    def refill(self, texts: dict[str, str]) -> None:
        """Put typed texts back into the fields, as they stood before an undo."""
        self._texts = dict(texts)
        self.generation += 1

    def take_in(self, fresh: "CellState") -> None:
        """Show what another window saved; what is typed here and unsaved stays.

        The unsaved text keeps the old `body` beside it, so that saving it later
        notices what it replaces.
        """
        if self.is_untouched and fresh.body != self.body:
            self.body, self.saved_at = fresh.body, fresh.saved_at
            self.fill(fresh.body)
        if not self.has_unsaved_note and fresh.note != self.note:
            self.note, self._typed_note = fresh.note, None
            self.generation += 1
        if fresh.photos != self.photos:
            self.photos = fresh.photos
        if fresh.criterion != self.criterion:
            self.criterion = fresh.criterion  # another target holds since
        self.applies, self.violations = fresh.applies, fresh.violations

    def saved_text(self) -> str:
        """When it was saved in Việt Nam time, or what is going on instead."""
        if self.phase is Phase.SAVING:
            return "Đang lưu…"
        if self.phase is Phase.FAILED:
            return "Chưa lưu được"
        if self.problems:
            return "Chưa lưu số vừa gõ"
        if self.unfinished:
            return "Chưa lưu: còn thiếu một số"
        if self.saved_at is None:
            return "Đã lưu" if self.phase is Phase.SAVED else ""
        return f"Đã lưu {clock_text(self.saved_at)}"

    @property
    def has_trouble(self) -> bool:
        """True when what is typed is not what is on disk."""
        return self.phase is Phase.FAILED or bool(self.problems) or self.unfinished


def clock_text(moment: dt.datetime) -> str:
    """The time of day in Việt Nam, "10:32"."""
    return moment.astimezone(_VIETNAM).strftime("%H:%M")


def moment_text(moment: dt.datetime) -> str:
    """Time and day in Việt Nam, "10:32, 5/2/2026"."""
    local = moment.astimezone(_VIETNAM)
    return f"{local:%H:%M}, {local.day}/{local.month}/{local.year}"
