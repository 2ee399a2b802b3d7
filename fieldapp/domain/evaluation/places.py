"""Where criteria are answered: the unit, its sub-units, the entries of a group."""

from collections.abc import Iterable

from fieldapp.domain.answers import AnswerValue
from fieldapp.domain.asking import Scope
from fieldapp.domain.checklist import Checklist, Criterion, Section
from fieldapp.domain.entries import Entry
from fieldapp.domain.inspection import Inspection
from fieldapp.domain.sentences import capitalised
from fieldapp.domain.units import Unit


def meant_units(criterion: Criterion, inspection: Inspection) -> tuple[Unit, ...]:
    """The units a criterion outside any group is asked of; never none."""
    if criterion.asked_of is Scope.UNIT or not inspection.sub_units:
        return (inspection.unit,)
    if criterion.asked_of is Scope.SUB_UNITS:
        return inspection.sub_units
    return inspection.units


def entry_places(
    section: Section, entries: Iterable[Entry], names: dict[str, str]
) -> tuple[Unit, ...]:
    """The entries of a group as places; `names` maps an entry's code to its label.

    An entry without a label is called by its number: "Hồ sơ 3".
    """
    return tuple(
        entry.as_unit(entry_name(section, number, names.get(entry.code, "")))
        for number, entry in enumerate(entries, start=1)
    )


def entry_name(section: Section, number: int, label: str) -> str:
    """What the entry of that number, from 1, is called."""
    word = section.repeat.entry if section.repeat else ""
    return label or f"{capitalised(word)} {number}"


def label_of(checklist: Checklist, section: Section) -> Criterion | None:
    """The criterion whose answer names the entries of a group, or None."""
    if section.repeat is None or not section.repeat.label:
        return None
    return checklist.criterion(section.repeat.label)


def label_text(body: AnswerValue | None) -> str:
    """The label an answer gives its entry, "" without one."""
    return (body.value or "") if body else ""
