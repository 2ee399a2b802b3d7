"""The changes of one criterion, its rows of the target table among them."""

from collections.abc import Iterator
from dataclasses import dataclass

from fieldapp.domain.changes.change import Change, ChangeKind, Place
from fieldapp.domain.changes.fields import (
    Difference,
    differences,
    field_differences,
    row_place,
    with_unit,
)
from fieldapp.domain.changes.names import KINDS
from fieldapp.domain.changes.telling import told
from fieldapp.domain.changes.values import shown
from fieldapp.domain.checklist import Checklist, Criterion
from fieldapp.domain.targets import TargetRow


@dataclass(frozen=True)
class Version:
    """One criterion in one version of a checklist."""

    checklist: Checklist
    criterion: Criterion

    @property
    def rows(self) -> tuple[TargetRow, ...]:
        """Its rows of the target table."""
        return self.checklist.target_rows(self.criterion.id)

    @property
    def has_shared_choices(self) -> bool:
        """True when its choices are those of a shared list, told with the list."""
        spec = self.criterion.answer
        return spec.choices == self.checklist.choice_lists.get(spec.choices_from, ())


def criterion_changes(old: Version, new: Version, where: Place) -> Iterator[Change]:
    """Yield what changed in one criterion; `where` it is now."""
    was, now = old.criterion, new.criterion
    if was.id != now.id:
        yield Change(kind=ChangeKind.ID, where=where, what="mã", old=was.id, new=now.id)
    for name in Criterion.model_fields:
        if name != "id" and getattr(was, name) != getattr(now, name):
            yield from told(_field(old, new, name), KINDS[name], where)
    yield from told(_rows(old, new), ChangeKind.TARGET, where)


def _field(old: Version, new: Version, name: str) -> Iterator[Difference]:
    was, now = old.criterion, new.criterion
    if name != "answer":
        return field_differences(was, now, name)
    shared = old.has_shared_choices and new.has_shared_choices
    return differences(was.answer, now.answer, "", {"choices"} if shared else ())


def _rows(old: Version, new: Version) -> Iterator[Difference]:
    """Yield what changed in the target table: figures with the criterion's unit."""
    before = {row.place[1:]: row for row in old.rows}
    after = {row.place[1:]: row for row in new.rows}
    for place, row in {**before, **after}.items():
        was, now = before.get(place), after.get(place)
        what = f"chỉ tiêu {row_place(row)}"
        if was is None or now is None or was.value != now.value:
            yield Difference(what, _figure(was, old), _figure(now, new))
        if was is not None and now is not None:
            yield from differences(was, now, what, {"criterion", "value"})


def _figure(row: TargetRow | None, version: Version) -> str:
    if row is None:
        return ""
    target = version.criterion.target
    return with_unit(shown(row.value), target.unit if target else "")
