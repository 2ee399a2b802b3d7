"""One change between two checklists, and how it is said."""

from enum import StrEnum

from fieldapp.domain.value import Value


class ChangeKind(StrEnum):
    """What a change is about."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    ID = "id"
    WORDS = "words"
    ANSWER = "answer"
    CHOICES = "choices"
    CONDITION = "condition"
    CALCULATION = "calculation"
    TARGET = "target"
    POINTS = "points"
    EVIDENCE = "evidence"
    SENTENCE = "sentence"
    LAW = "law"
    VERIFIED = "verified"
    SECTION = "section"
    HEADER = "header"


class Place(Value):
    """Where a change is: ids as the new checklist has them, the old for what is gone.

    Both are empty for the checklist itself, `criterion` for a section.
    """

    section: str = ""
    criterion: str = ""

    @property
    def level(self) -> str:
        """What is named: "criterion" or "section"."""
        return "criterion" if self.criterion else "section"

    def __str__(self) -> str:
        """Return the criterion's id; "Phần C"; or "Bộ tiêu chí"."""
        if self.criterion:
            return self.criterion
        return f"Phần {self.section}" if self.section else "Bộ tiêu chí"


class Change(Value):
    """One change; `text` says it whole, for people.

    `what` names the thing that changed, `old` and `new` how it reads before and after;
    one of them is empty for what was added or taken away.
    """

    kind: ChangeKind
    where: Place
    what: str
    old: str = ""
    new: str = ""

    @property
    def text(self) -> str:
        """The change in words: "C05: điểm tối đa từ 3,0 thành 4,0"."""
        return self.said(" từ ", " thành ")

    def said(self, before: str, between: str) -> str:
        """The change with other words before the old value and between both."""
        if self.kind is ChangeKind.ID:
            was = self.where.model_copy(update={self.where.level: self.old})
            return f"{was} đổi mã thành {self.new}"
        return f"{self.where}: {self._said(before, between)}"

    def _said(self, before: str, between: str) -> str:
        if self.kind is ChangeKind.MOVED:
            return f"chuyển từ {self.old} sang {self.new}"
        if self.old and self.new:
            return f"{self.what}{before}{self.old}{between}{self.new}"
        verb = "thêm" if self.new else "bỏ"
        if self.kind in {ChangeKind.ADDED, ChangeKind.REMOVED}:
            return f"{verb} {self.what} {self.new or self.old}"
        return f"{self.what}: {verb} {self.new or self.old}"
