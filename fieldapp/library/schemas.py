"""JSON Schema of both file formats, for editors and other programs."""

from typing import Any

from fieldapp.domain.checklist import Checklist
from fieldapp.library.exchange_file import ExchangeFile

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def inspection_schema() -> dict[str, Any]:
    """Return the JSON Schema of an exchange file."""
    return {"$schema": _DRAFT, **ExchangeFile.model_json_schema()}


def checklist_schema() -> dict[str, Any]:
    """Return the JSON Schema of a checklist file."""
    return {"$schema": _DRAFT, **Checklist.model_json_schema()}
