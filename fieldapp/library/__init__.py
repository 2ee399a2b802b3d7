"""Checklist and exchange files in and out; the only package that knows YAML."""

from fieldapp.library.checklists import load_checklist, parse_checklist
from fieldapp.library.codes import Code
from fieldapp.library.exchange import (
    ImportedInspection,
    ImportedPhoto,
    load_inspection,
)
from fieldapp.library.exchange_text import photo_name, write_inspection
from fieldapp.library.files import read_text as read_checklist_text
from fieldapp.library.schemas import checklist_schema, inspection_schema
from fieldapp.library.shelf import Entry, Library

PHOTO_UNREADABLE = Code.PHOTO_UNREADABLE.value
OTHER_CHECKLIST = Code.OTHER_CHECKLIST.value
"""A photo beside the file that cannot be taken in; found by the photo desk."""

__all__ = [
    "OTHER_CHECKLIST",
    "PHOTO_UNREADABLE",
    "Entry",
    "ImportedInspection",
    "ImportedPhoto",
    "Library",
    "checklist_schema",
    "inspection_schema",
    "load_checklist",
    "load_inspection",
    "parse_checklist",
    "photo_name",
    "read_checklist_text",
    "write_inspection",
]
