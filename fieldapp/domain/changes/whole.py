"""All changes between two checklists: the head first, then section by section."""

from collections.abc import Iterable, Iterator

from fieldapp.domain.changes.change import Change, ChangeKind, Place
from fieldapp.domain.changes.criteria import Version, criterion_changes
from fieldapp.domain.changes.fields import (
    Difference,
    differences,
    list_differences,
    row_place,
)
from fieldapp.domain.changes.order import Move, moves
from fieldapp.domain.changes.pairing import Pairing, paired
from fieldapp.domain.changes.telling import came, moved, told, went
from fieldapp.domain.changes.values import quoted, shown
from fieldapp.domain.checklist import Checklist, Section
from fieldapp.domain.targets import TargetRow

_ELSEWHERE = frozenset({"choice_lists", "targets", "sections"})


def changes(old: Checklist, new: Checklist) -> tuple[Change, ...]:
    """Return every change from `old` to `new`, in the new checklist's order.

    Nothing is returned only for equal checklists. What is gone comes after what
    stands where it stood.
    """
    if old == new:
        return ()
    whole = _Whole(old, new)
    return (*whole.head(), *whole.sections())


class _Whole:
    """Two checklists beside each other."""

    def __init__(self, old: Checklist, new: Checklist) -> None:
        self.old = old
        self.new = new
        self.pairing: Pairing = paired(old, new)

    def head(self) -> Iterator[Change]:
        """Yield what changed outside all sections."""
        top, head = Place(), ChangeKind.HEADER
        yield from told(differences(self.old, self.new, "", _ELSEWHERE), head, top)
        yield from told(self._choice_lists(), ChangeKind.CHOICES, top)
        yield from self._table()

    def _choice_lists(self) -> Iterator[Difference]:
        was, now = self.old.choice_lists, self.new.choice_lists
        for name in {**was, **now}:
            what = f"danh sách lựa chọn {name}"
            if name in was and name in now:
                yield from list_differences(what, was[name], now[name])
            else:
                before, after = _labels(was.get(name)), _labels(now.get(name))
                yield Difference(what, before, after)

    def _table(self) -> Iterator[Change]:
        """Yield what moved in the target table, and its rows of no criterion."""
        ids = self.pairing.new_criterion_ids
        was = {
            _row_name(row, ids.get(row.criterion, row.criterion)): row
            for row in self.old.targets
        }
        now = {_row_name(row, row.criterion): row for row in self.new.targets}
        found: list[tuple[TargetRow, Difference]] = []
        for move in moves(was, now):
            row = now[move.name]
            what = f"chỗ của {row_place(row)} trong bảng chỉ tiêu"
            found.append((row, Difference(what, _after(move.old), _after(move.new))))
        for name, row in {**was, **now}.items():
            before, after = was.get(name), now.get(name)
            if before != after and not self._is_told(row):
                what = f"chỉ tiêu {row_place(row)}"
                values = _row_value(before), _row_value(after)
                found.append((row, Difference(what, *values)))
        for row, difference in found:
            yield from told([difference], ChangeKind.TARGET, self._place(row))

    def _place(self, row: TargetRow) -> Place:
        section = self.new.section_of(row.criterion)
        return Place(section=section.id if section else "", criterion=row.criterion)

    def _is_told(self, row: TargetRow) -> bool:
        """Return True when the row belongs to a criterion."""
        return any(c.criterion(row.criterion) for c in (self.old, self.new))

    def sections(self) -> Iterator[Change]:
        """Yield what changed in the sections and their criteria."""
        known = self.pairing.sections
        before = [self._section_id(s.id) for s in self.old.sections]
        shifted = {m.name: m for m in moves(before, [s.id for s in self.new.sections])}
        for section in self.new.sections:
            where, was = Place(section=section.id), known[section.id]
            if was is None:
                yield came(section, where)
            else:
                yield from self._section(was, section, where)
            if section.id in shifted:
                yield _moved(where, shifted[section.id], "phần ")
            yield from self._criteria(was, section)
        for section in self.pairing.sections_gone:
            yield went(section, Place(section=section.id))
            yield from self._criteria_gone(section)

    def _section(self, was: Section, now: Section, where: Place) -> Iterator[Change]:
        if was.id != now.id:
            yield Change(
                kind=ChangeKind.ID, where=where, what="mã", old=was.id, new=now.id
            )
        found = differences(was, now, "", {"id", "criteria"})
        yield from told(found, ChangeKind.SECTION, where)

    def _criteria(self, was: Section | None, now: Section) -> Iterator[Change]:
        ids = self.pairing.new_criterion_ids
        before = [ids.get(c.id, "") for c in was.criteria] if was else []
        shifted = {m.name: m for m in moves(before, [c.id for c in now.criteria])}
        for criterion in now.criteria:
            where = Place(section=now.id, criterion=criterion.id)
            old = self.pairing.criteria[criterion.id]
            if old is None:
                yield came(criterion, where)
                continue
            one, other = Version(self.old, old), Version(self.new, criterion)
            yield from criterion_changes(one, other, where)
            yield from self._other_section(old.id, now, where)
            if criterion.id in shifted:
                yield _moved(where, shifted[criterion.id], "")
        if was is not None:
            yield from self._criteria_gone(was)

    def _other_section(
        self, old_id: str, now: Section, where: Place
    ) -> Iterator[Change]:
        was = self.old.section_of(old_id)
        if was is not None and self._section_id(was.id) != now.id:
            names = [f"phần {s.id} {quoted(s.title)}" for s in (was, now)]
            yield moved(where, *names)

    def _criteria_gone(self, section: Section) -> Iterator[Change]:
        now = self._section_id(section.id)
        for criterion in self.pairing.criteria_gone:
            stood_in = self.old.section_of(criterion.id)
            if stood_in is not None and stood_in.id == section.id:
                yield went(criterion, Place(section=now, criterion=criterion.id))

    def _section_id(self, old_id: str) -> str:
        return self.pairing.new_section_ids.get(old_id, old_id)


def _labels(choices: Iterable[object] | None) -> str:
    return (
        ""
        if choices is None
        else ", ".join(quoted(getattr(c, "label", "")) for c in choices)
    )


def _row_value(row: TargetRow | None) -> str:
    return shown(row.value) if row else ""


def _row_name(row: TargetRow, criterion: str) -> str:
    return f"{criterion} {row_place(row)}"


def _moved(where: Place, move: Move, kind: str) -> Change:
    return moved(where, _after(move.old, kind), _after(move.new, kind))


def _after(name: str, kind: str = "") -> str:
    return f"chỗ sau {kind}{name}" if name else "chỗ đầu tiên"
