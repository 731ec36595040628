"""What callers of release 1.0 use keeps its name and its type; new fields stand beside old ones.

``api_1_0.json`` holds the fields and operations of release 1.0, written once from its contract.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nutgraf.settings import Settings
from service.app import create_app
from service.openapi.document import openapi_document

RELEASE: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_name("api_1_0.json").read_text("utf-8"))

CHANGED = {
    "Claim.said_by": "a bare id claims more than it shows: each article now stands with its span",
}
"""Fields whose type has changed, each with the reason."""

METHODS = ("get", "post", "put", "patch", "delete")


def shape(schema: dict[str, Any]) -> str:
    """The type of a field in one line: "string|null", "[Mention]", "string:a,b"."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", maxsplit=1)[1]
    for union in ("anyOf", "oneOf", "allOf"):
        if union in schema:
            return f"{union}({','.join(sorted(map(shape, schema[union])))})"
    kind = schema.get("type", "any")
    kind = "|".join(kind) if isinstance(kind, list) else kind
    if kind == "array":
        return f"[{shape(schema.get('items', {}))}]"
    values = ",".join(map(str, schema.get("enum", ())))
    return f"{kind}:{values}" if values else kind


def still_holds(old: str, new: str) -> bool:
    """Whether a field of one shape can be read by who knows another: of values there may be more."""
    if ":" not in old:
        return old == new
    (old_kind, _, old_values), (new_kind, _, new_values) = old.partition(":"), new.partition(":")
    known, given = old_values.rstrip("]").split(","), new_values.rstrip("]").split(",")
    return old_kind == new_kind and set(known) <= set(given)


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return openapi_document(create_app(Settings()))


def broken_fields(schemas: dict[str, Any]) -> set[str]:
    return {
        f"{name}.{field}"
        for name, known in RELEASE["schemas"].items()
        for field, old in known["fields"].items()
        if not still_holds(old, shape(schemas.get(name, {}).get("properties", {}).get(field, {})))
    }


def test_every_field_of_1_0_keeps_its_name_and_type(document: dict[str, Any]) -> None:
    assert broken_fields(document["components"]["schemas"]) == set(CHANGED)


def test_a_field_that_was_always_there_still_is(document: dict[str, Any]) -> None:
    lost = {
        f"{name}.{field}"
        for name, known in RELEASE["schemas"].items()
        for field in known["required"]
        if field not in document["components"]["schemas"][name].get("required", [])
    }
    assert lost == set()


def test_no_request_of_1_0_lacks_a_field_that_is_now_required(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    asked = {
        shape(body["schema"]).strip("[]")
        for item in document["paths"].values()
        for method in METHODS
        for body in item.get(method, {}).get("requestBody", {}).get("content", {}).values()
    }
    assert "Submission" in asked
    added = {
        f"{name}.{field}"
        for name in asked & RELEASE["schemas"].keys()
        for field in schemas[name].get("required", [])
        if field not in RELEASE["schemas"][name]["required"]
    }
    assert added == set()


def test_every_operation_of_1_0_is_still_there_with_its_answers(document: dict[str, Any]) -> None:
    now = {
        f"{method.upper()} {path}": set(item[method]["responses"])
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    }
    lost = {
        name: codes for name, codes in RELEASE["operations"].items() if not set(codes) <= now.get(name, set())
    }
    assert lost == {}


def test_these_checks_see_what_they_forbid(document: dict[str, Any]) -> None:
    schemas = json.loads(json.dumps(document["components"]["schemas"]))
    del schemas["Quote"]["properties"]["cue"]
    schemas["Figure"]["properties"]["bound"]["enum"].remove("about")
    schemas["Mention"]["properties"]["start"]["type"] = "string"
    assert broken_fields(schemas) - CHANGED.keys() == {"Quote.cue", "Figure.bound", "Mention.start"}
    assert still_holds("string:a,b", "string:a,b,c")
    assert not still_holds("string:a,b", "string:a")
