"""Legal texts and when they are in force."""

import datetime as dt

from fieldapp.domain.value import Label, Text, Value


class LegalBasis(Value):
    """A legal text and when it is in force; `cite` is how a sentence names it.

    `ref` is the short number ("118/2025/NĐ-CP"); `cite` defaults to it. Open ends
    mean "always was" and "still is". `verified` is false where nobody confirmed it.
    """

    ref: Label
    cite: Text = ""
    issued_on: dt.date | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    verified: bool = True

    @property
    def citation(self) -> str:
        """The words for a sentence."""
        return self.cite or self.ref

    def in_force_on(self, day: dt.date) -> bool:
        """True when the text is in force on `day`, both ends included."""
        after_start = self.valid_from is None or self.valid_from <= day
        return after_start and (self.valid_to is None or day <= self.valid_to)
