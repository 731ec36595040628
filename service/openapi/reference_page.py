"""The contract prepared for reading: operations by chapter, and the objects that they take and answer.

Rendered here and not in the browser, so that it needs no script, no library and no relaxed
Content-Security-Policy.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

Json = dict[str, Any]
_REF = "#/components/schemas/"
_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class FieldDoc:
    """One field or parameter."""

    name: str
    type: Markup
    required: bool
    about: Markup
    example: str


@dataclass(frozen=True, slots=True)
class ResponseDoc:
    """One status that an operation answers with."""

    status: str
    about: Markup
    type: Markup


@dataclass(frozen=True, slots=True)
class OperationDoc:
    """One operation."""

    anchor: str
    method: str
    path: str
    summary: str
    open: bool
    parameters: list[FieldDoc]
    takes: list[tuple[str, Markup]]
    answers: list[ResponseDoc]


@dataclass(frozen=True, slots=True)
class SchemaDoc:
    """One object of the contract."""

    name: str
    about: Markup
    rows: list[FieldDoc]


@dataclass(frozen=True, slots=True)
class ReferenceDoc:
    """Everything that the page shows."""

    chapters: dict[str, list[OperationDoc]]
    things: list[SchemaDoc]


def reference_of(document: Json) -> ReferenceDoc:
    """What there is to read in an OpenAPI document."""
    chapters: dict[str, list[OperationDoc]] = {tag["name"]: [] for tag in document["tags"]}
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method != "parameters":
                shared = item.get("parameters", [])
                chapters.setdefault(operation["tags"][0], []).append(_entry(path, method, operation, shared))
    things = [
        SchemaDoc(name, description_html(schema.get("description", "")), list(_rows(schema)))
        for name, schema in sorted(document["components"]["schemas"].items())
    ]
    return ReferenceDoc({name: entries for name, entries in chapters.items() if entries}, things)


def description_html(text: str) -> Markup:
    """A description as HTML: escaped, with what stands in backticks as code."""
    parts = _CODE.split(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if place % 2 else escape(part)
        for place, part in enumerate(parts)
    )


def _entry(path: str, method: str, operation: Json, shared: list[Json]) -> OperationDoc:
    parameters = [
        FieldDoc(
            found["name"],
            Markup("{} in {}").format(_type(found["schema"]), found["in"]),
            found.get("required", False),
            description_html(found.get("description") or found["schema"].get("description", "")),
            _example(found["schema"]),
        )
        for found in [*shared, *operation.get("parameters", [])]
    ]
    body = operation.get("requestBody", {}).get("content", {})
    return OperationDoc(
        operation["operationId"],
        method.upper(),
        path,
        operation["summary"],
        not operation["security"],
        parameters,
        [(media, _type(content.get("schema", {}))) for media, content in body.items()],
        [_answer(status, answer) for status, answer in operation["responses"].items()],
    )


def _answer(status: str, answer: Json) -> ResponseDoc:
    shown = Markup(", ").join(
        _type(content["schema"]) if "schema" in content else escape(media)
        for media, content in answer.get("content", {}).items()
    )
    return ResponseDoc(status, description_html(answer["description"]), shown)


def _rows(schema: Json) -> Iterator[FieldDoc]:
    required = schema.get("required", [])
    for name, field in schema.get("properties", {}).items():
        yield FieldDoc(
            name,
            _type(field),
            name in required,
            description_html(field.get("description", "")),
            _example(field),
        )


def _type(schema: Json) -> Markup:
    """The type of a value in words, with a link where it is an object of the contract."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_REF)
        return Markup('<a href="#object-{0}">{0}</a>').format(name)
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            return Markup(" or ").join(_type(one) for one in schema[several])
    kind = schema.get("type", "any")
    if kind == "array":
        return Markup("list of {}").format(_type(schema.get("items", {})))
    words = " or ".join(kind) if isinstance(kind, list) else str(kind)
    return escape(" ".join(filter(None, (words, schema.get("format"), _limits(schema)))))


def _limits(schema: Json) -> str:
    if choices := schema.get("enum"):
        return "(" + ", ".join("null" if choice is None else str(choice) for choice in choices) + ")"
    low = schema.get("minimum", schema.get("minLength"))
    high = schema.get("maximum", schema.get("maxLength"))
    if low is None and high is None:
        return ""
    return f"(up to {high})" if low is None else f"(from {low})" if high is None else f"({low} to {high})"


def _example(schema: Json) -> str:
    found = schema.get("examples", [])
    return json.dumps(found[0], ensure_ascii=False) if found else ""
