"""The JSON Schema of a checklist: what editors complete and check while typing."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from fieldapp.library import checklist_schema

SHIPPED = Path(__file__).parents[2] / "checklists"
DOC = SHIPPED.parent / "docs" / "checklist-language.md"
SCHEMA = checklist_schema()


def as_json(value: Any) -> Any:
    """What an editor's YAML reader makes of a file: numbers are numbers."""
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def read(text: str) -> Any:
    return as_json(YAML(typ="safe", pure=True).load(text))


TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "null": (type(None),),
}


def faults(schema: dict[str, Any], value: Any, at: str = "") -> list[str]:
    """Where `value` is not as `schema` says; the keywords this schema uses."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    fits = [not faults(option, value, at) for option in schema.get("anyOf", ())]
    allowed = schema.get("enum", [schema["const"]] if "const" in schema else [value])
    if (fits and not any(fits)) or value not in allowed:
        return [f"{at}: {'anyOf' if fits else 'enum'}"]
    if "type" not in schema:
        return []
    wanted = TYPES[schema["type"]]
    if not isinstance(value, wanted) or isinstance(value, bool):
        return [f"{at}: {schema['type']}"]
    if isinstance(value, dict):
        return in_mapping(schema, value, at)
    if isinstance(value, list):
        return in_list(schema, value, at)
    matches = re.search(schema.get("pattern", ""), str(value))
    return [] if matches else [f"{at}: pattern"]


def in_list(schema: dict[str, Any], value: list[Any], at: str) -> list[str]:
    found = [f"{at}: minItems"] if len(value) < schema.get("minItems", 0) else []
    for index, inner in enumerate(value):
        found += faults(schema["items"], inner, f"{at}/{index}")
    return found


def in_mapping(schema: dict[str, Any], value: dict[str, Any], at: str) -> list[str]:
    found = [f"{at}: thiếu {k}" for k in schema.get("required", ()) if k not in value]
    others = schema.get("additionalProperties", True)
    patterns = schema.get("patternProperties", {})
    for key, inner in value.items():
        matching = [s for pattern, s in patterns.items() if re.search(pattern, key)]
        below = schema.get("properties", {}).get(key) or next(iter(matching), others)
        if below is False:
            found.append(f"{at}/{key}: thừa")
        elif isinstance(below, dict):
            found += faults(below, inner, f"{at}/{key}")
    return found


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda p: p.stem)
def test_the_schema_takes_every_shipped_checklist(path: Path) -> None:
    assert faults(SCHEMA, read(path.read_text("utf-8"))) == []


def example() -> Any:
    found = re.search(r"```yaml\n(.*?)```", DOC.read_text("utf-8"), re.DOTALL)
    assert found
    return read(found[1])


def test_the_schema_takes_the_whole_language() -> None:
    assert faults(SCHEMA, example()) == []


def test_the_schema_refuses_what_the_language_has_not() -> None:
    wrong = example()
    wrong["titel"] = "Phiếu"
    wrong["format"] = "fieldapp/checklist@2"
    first = wrong["sections"][0]["criteria"][0]
    first["answer"]["type"] = "yesno"
    first["points"]["max"] = "mười"
    first["target"]["answer"] = "co"
    wrong["choice_lists"]["thoi-han"][0]["met"] = "đạt"
    del wrong["sections"][1]["criteria"][0]["question"]

    assert sorted(faults(SCHEMA, wrong)) == [
        "/choice_lists/thoi-han/0/met: anyOf",
        "/format: enum",
        "/sections/0/criteria/0/answer/type: enum",
        "/sections/0/criteria/0/points/max: anyOf",
        "/sections/0/criteria/0/target/answer: enum",
        "/sections/1/criteria/0: thiếu question",
        "/titel: thừa",
    ]


def test_every_key_is_explained_in_vietnamese() -> None:
    for group in (SCHEMA, *SCHEMA["$defs"].values()):
        said = [group["description"]]
        said += [value["description"] for value in group.get("properties", {}).values()]
        for text in said:
            assert re.search("[À-ỹđĐ]", text), text


def test_completion_offers_every_value_of_a_list() -> None:
    groups = SCHEMA["$defs"]
    assert "inventory" in groups["AnswerKind"]["enum"]
    assert "bonus" in groups["PointsRule"]["enum"]
    assert groups["Choice"]["properties"]["met"]["anyOf"][0]["enum"] == [
        *(True, False),
        *("yes", "no"),
    ]
