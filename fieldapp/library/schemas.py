"""JSON Schema of both file formats, for editors and other programs."""

from typing import Any

from fieldapp.domain.checklist import Checklist
from fieldapp.library.exchange_file import ExchangeFile
from fieldapp.library.schema_words import GROUPS, words_of

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_DECIMAL = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
_YES_NO = [True, False, "yes", "no"]
_EMPTY: tuple[object, ...] = ("", None, [], {})


def inspection_schema() -> Schema:
    """Return the JSON Schema of an exchange file."""
    return {"$schema": _DRAFT, **ExchangeFile.model_json_schema()}


def checklist_schema() -> Schema:
    """Return the JSON Schema of a checklist file, its keys explained in Vietnamese.

    It holds the shape only; a number may be a number or its digits as text, and yes
    and no are words or booleans, as YAML readers differ there.
    """
    whole = Checklist.model_json_schema()
    groups = whole.pop("$defs")
    properties = whole["properties"]
    properties["format"] = {"const": "fieldapp/checklist@1"}
    groups["Target"]["properties"]["answer"] = {"enum": ["yes", "no"]}
    explained = {name: _group(name, groups[name]) for name in groups}
    return {"$schema": _DRAFT, **_group("Checklist", whole), "$defs": explained}


def _group(name: str, schema: Schema) -> Schema:
    found = {k: v for k, v in schema.items() if k != "title"}
    found["description"] = GROUPS[name]
    if "properties" in schema:
        found["properties"] = {
            key: {**_value(value), "description": words_of(name, key)}
            for key, value in schema["properties"].items()
        }
    return found


def _value(schema: Schema) -> Schema:
    """The schema of a value as a file writes it, without what editors make noise of."""
    dropped = {"title", "description"}
    found = {key: inner for key, inner in schema.items() if key not in dropped}
    if found.get("default", 0) in _EMPTY or isinstance(found.get("default"), dict):
        found.pop("default", None)
    if found.get("type") == "boolean":
        found = {"enum": _YES_NO}
    for key in ("items", "additionalProperties"):
        if isinstance(found.get(key), dict):
            found[key] = _value(found[key])
    group = _group_only(found)
    if group is not None:
        return group
    if "anyOf" in found:
        numeric = any(option.get("type") == "number" for option in found["anyOf"])
        found["anyOf"] = [_option(option, numeric=numeric) for option in found["anyOf"]]
    return found


def _group_only(schema: Schema) -> Schema | None:
    """The group in "a group or nothing": editors then point into it, not at it."""
    groups = [option for option in schema.get("anyOf", ()) if "$ref" in option]
    return groups[0] if groups else None


def _option(schema: Schema, *, numeric: bool) -> Schema:
    return _DECIMAL if numeric and schema.get("type") == "string" else _value(schema)
