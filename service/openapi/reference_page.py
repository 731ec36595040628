"""API reference as data for an HTML template: the operations by tag, and the schemas that they use.

The page is rendered on the server. So it needs no script and no relaxed Content-Security-Policy.
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
    """Field of a schema, or parameter of an operation."""

    name: str
    type: Markup
    required: bool
    description: Markup
    example: str


@dataclass(frozen=True, slots=True)
class ResponseDoc:
    """Response of an operation with one status."""

    status: str
    description: Markup
    type: Markup


@dataclass(frozen=True, slots=True)
class OperationDoc:
    """Operation of the API.

    Attributes:
        anchor: id of its HTML element.
        needs_no_key: whether the operation is open to callers without a key.
        request_bodies: media type and schema type of each accepted request body.
    """

    anchor: str
    method: str
    path: str
    summary: str
    needs_no_key: bool
    parameters: list[FieldDoc]
    request_bodies: list[tuple[str, Markup]]
    responses: list[ResponseDoc]


@dataclass(frozen=True, slots=True)
class SchemaDoc:
    """Schema of the API."""

    name: str
    description: Markup
    fields: list[FieldDoc]


@dataclass(frozen=True, slots=True)
class ReferenceDoc:
    """Content of the reference page; ``operations`` are grouped by tag."""

    operations: dict[str, list[OperationDoc]]
    schemas: list[SchemaDoc]


def reference_of(document: Json) -> ReferenceDoc:
    """Convert an OpenAPI document to the content of the reference page."""
    by_tag: dict[str, list[OperationDoc]] = {tag["name"]: [] for tag in document["tags"]}
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method != "parameters":
                shared = item.get("parameters", [])
                by_tag.setdefault(operation["tags"][0], []).append(
                    _operation_doc(path, method, operation, shared)
                )
    schemas = [
        SchemaDoc(name, description_html(schema.get("description", "")), list(_fields(schema)))
        for name, schema in sorted(document["components"]["schemas"].items())
    ]
    return ReferenceDoc({tag: operations for tag, operations in by_tag.items() if operations}, schemas)


def description_html(text: str) -> Markup:
    """Convert a description to HTML: escape it and turn backticks into ``<code>`` elements."""
    parts = _CODE.split(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if index % 2 else escape(part)
        for index, part in enumerate(parts)
    )


def _operation_doc(path: str, method: str, operation: Json, shared: list[Json]) -> OperationDoc:
    parameters = [
        FieldDoc(
            parameter["name"],
            Markup("{} in {}").format(_type(parameter["schema"]), parameter["in"]),
            parameter.get("required", False),
            description_html(parameter.get("description") or parameter["schema"].get("description", "")),
            _example(parameter["schema"]),
        )
        for parameter in [*shared, *operation.get("parameters", [])]
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
        [_response_doc(status, response) for status, response in operation["responses"].items()],
    )


def _response_doc(status: str, response: Json) -> ResponseDoc:
    types = Markup(", ").join(
        _type(content["schema"]) if "schema" in content else escape(media)
        for media, content in response.get("content", {}).items()
    )
    return ResponseDoc(status, description_html(response["description"]), types)


def _fields(schema: Json) -> Iterator[FieldDoc]:
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
    """Describe the type of a value in words, with a link if it is a schema of the API."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_REF)
        return Markup('<a href="#object-{0}">{0}</a>').format(name)
    for combination in ("anyOf", "oneOf", "allOf"):
        if combination in schema:
            return Markup(" or ").join(_type(part) for part in schema[combination])
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
    examples = schema.get("examples", [])
    return json.dumps(examples[0], ensure_ascii=False) if examples else ""
