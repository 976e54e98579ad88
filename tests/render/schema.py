"""As much of JSON Schema (draft 2020-12) as `brief.schema.json` uses, so that the tests need no package for it."""

import re
from collections.abc import Iterator
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
    "boolean": (bool,),
}
KNOWN = {"$schema", "$defs", "$ref", "title", "description", "type", "required", "properties", "additionalProperties"}
KNOWN |= {"items", "enum", "const", "pattern", "format", "minimum", "maximum", "anyOf"}


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], path: str = "$") -> Iterator[str]:
    """What is wrong with the value, a line each."""
    assert schema.keys() <= KNOWN, schema.keys() - KNOWN
    if "$ref" in schema:
        yield from faults(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, path)
    if "anyOf" in schema and all(list(faults(value, each, root, path)) for each in schema["anyOf"]):
        yield f"{path}: fits no alternative"
    if "type" in schema and not _typed(value, schema["type"]):
        yield f"{path}: is no {schema['type']}"
    yield from _scalar_faults(value, schema, path)
    if isinstance(value, dict):
        yield from _object_faults(value, schema, root, path)
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from faults(each, schema.get("items", {}), root, f"{path}[{index}]")


def _typed(value: Any, names: str | list[str]) -> bool:
    allowed = [names] if isinstance(names, str) else names
    if isinstance(value, bool):
        return "boolean" in allowed
    return any(isinstance(value, TYPES[name]) for name in allowed)


def _scalar_faults(value: Any, schema: dict[str, Any], path: str) -> Iterator[str]:
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: {value!r} is none of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{path}: is not {schema['const']!r}"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{path}: does not match {schema['pattern']}"
    if isinstance(value, int | float) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{path}: out of range"


def _object_faults(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], path: str) -> Iterator[str]:
    properties = schema.get("properties", {})
    yield from (f"{path}: lacks {name}" for name in schema.get("required", ()) if name not in value)
    for name, each in value.items():
        if name in properties:
            yield from faults(each, properties[name], root, f"{path}.{name}")
        elif schema.get("additionalProperties") is False:
            yield f"{path}: has {name}, which is not described"
