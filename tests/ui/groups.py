"""The part of the services kept in memory that deals with entries and points."""

import datetime as dt

from fieldapp.domain.entries import Entry, Sampling
from fieldapp.domain.record import CriterionScores, InspectionRecord

NOW = dt.datetime(2026, 2, 5, 3, 32, tzinfo=dt.UTC)


class MemoryGroups:
    """Works on the records of `MemoryServices`."""

    records: dict[str, InspectionRecord]

    def _id(self) -> str:
        raise NotImplementedError

    def _change(self, key: str, /, **parts: object) -> None:
        raise NotImplementedError

    def add_entry(self, inspection: str, section: str, unit: str) -> Entry:
        entry = Entry(id=self._id(), section=section, unit=unit)
        self.restore_entry(inspection, entry)
        return entry

    def copy_entry(self, inspection: str, code: str) -> Entry:
        source = self._entry(inspection, code)
        entry = source.model_copy(update={"id": self._id()})
        self.restore_entry(inspection, entry)
        answers = self.records[inspection].answers
        copied = [
            a.model_copy(update={"unit": entry.code}) for a in answers if a.unit == code
        ]
        self._change(inspection, answers=(*answers, *copied))
        return entry

    def remove_entry(self, inspection: str, code: str) -> Entry:
        entry = self._entry(inspection, code)
        left = tuple(e for e in self.records[inspection].entries if e != entry)
        self._change(inspection, entries=left)
        return entry

    def restore_entry(self, inspection: str, entry: Entry) -> None:
        self._change(inspection, entries=(*self.records[inspection].entries, entry))

    def save_sampling(self, inspection: str, sampling: Sampling) -> None:
        known = self.records[inspection].samplings
        others = (s for s in known if s.id != sampling.id)
        self._change(inspection, samplings=(*others, sampling))

    def save_scores(self, inspection: str, scores: CriterionScores) -> dt.datetime:
        known = self.records[inspection].scores
        key = (scores.criterion, scores.unit)
        others = (s for s in known if (s.criterion, s.unit) != key)
        self._change(inspection, scores=(*others, scores))
        return NOW

    def _entry(self, inspection: str, code: str) -> Entry:
        entries = self.records[inspection].entries
        return next(e for e in entries if e.code == code)
