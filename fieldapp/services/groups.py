"""The entries of a repeating section: added, copied, removed, and how they were chosen.

An entry is a place, so answers, notes and photos go the ways of `services.capture`.
"""

from fieldapp.domain import facts
from fieldapp.domain.checklist import Section
from fieldapp.domain.entries import Entry, Sampling
from fieldapp.errors import UserError
from fieldapp.services.inspections import OpenInspection, open_inspection
from fieldapp.services.workspace import Workspace


def add_entry(ws: Workspace, inspection_id: str, section: str, unit: str) -> Entry:
    """Add an empty entry; returns it.

    Raises:
        UserError: The section does not repeat.
    """
    opened = open_inspection(ws, inspection_id)
    _repeating(opened, section)
    entry = Entry(id=_entry_id(ws), section=section, unit=unit)
    ws.record(inspection_id, facts.write_entry(entry))
    return entry


def copy_entry(ws: Workspace, inspection_id: str, code: str) -> Entry:
    """Add an entry with the answers of another, in one transaction; returns it.

    What names the other one, its notes and its photos stay its own.

    Raises:
        UserError: The entry is gone.
    """
    opened = open_inspection(ws, inspection_id)
    source = _entry(opened, code)
    section = _repeating(opened, source.section)
    label = section.repeat.label if section.repeat else ""
    entry = source.model_copy(update={"id": _entry_id(ws)})
    answers = [
        facts.write_answer(criterion.id, entry.code, body)
        for criterion in section.criteria
        if criterion.id != label and (body := opened.record.value(criterion.id, code))
    ]
    ws.record(inspection_id, facts.write_entry(entry), *answers)
    return entry


def remove_entry(ws: Workspace, inspection_id: str, code: str) -> Entry:
    """Take an entry off; its answers stay and `restore_entry` brings them back.

    Raises:
        UserError: The entry is gone already.
    """
    entry = _entry(open_inspection(ws, inspection_id), code)
    ws.record(inspection_id, facts.write_removal(facts.ENTRY, entry.code))
    return entry


def restore_entry(ws: Workspace, inspection_id: str, entry: Entry) -> None:
    """Put back an entry that `remove_entry` returned."""
    ws.record(inspection_id, facts.write_entry(entry))


def save_sampling(ws: Workspace, inspection_id: str, sampling: Sampling) -> None:
    """Save how the entries of a group were chosen."""
    ws.record(inspection_id, facts.write_sampling(sampling))


def _entry_id(ws: Workspace) -> str:
    return f"e{ws.new_id()[-8:]}"


def _entry(opened: OpenInspection, code: str) -> Entry:
    found = next((e for e in opened.record.entries if e.code == code), None)
    if found is None:
        raise UserError("Mục này không còn trong cuộc kiểm tra. Hãy mở lại màn hình.")
    return found


def _repeating(opened: OpenInspection, section: str) -> Section:
    found = opened.checklist.section(section)
    if found is None or found.repeat is None:
        raise UserError(f"Phần {section} không phải nhóm lặp. Hãy mở lại màn hình.")
    return found
