"""OpenAPI 3.1 document, built from the ``@operation`` declarations of the views and from their schemas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from flask import Flask
from marshmallow import Schema
from werkzeug.routing import Rule

from nutgraf import __version__
from service.http.problems import MEDIA_TYPE, PROBLEM_TYPES, TYPE_ROOT
from service.openapi.descriptions import (
    ABOUT,
    HEADERS,
    ID_PREFIXES,
    IF_NONE_MATCH,
    PATH_NAMES,
    SAMPLE_ID,
    STATUS_TEXT,
    TAGS,
)
from service.operation import IDEMPOTENCY_KEY, Operation, Parameter
from service.schemas.article import ProblemSchema
from service.schemas.submission import SubmissionSchema

_TAG_OF_BLUEPRINT = {"contract": "operations", "deliveries": "webhooks", "health": "operations"}
"""Tags that differ from the blueprint's name. Generated clients name their methods by the tag."""


def openapi_document(app: Flask) -> dict[str, Any]:
    """Build the OpenAPI 3.1 document of all routes of the app that declare an operation."""
    spec = APISpec(
        title="Nutgraf",
        version=__version__,
        openapi_version="3.1.0",
        plugins=[MarshmallowPlugin(schema_name_resolver=_component_name)],
        info={"description": ABOUT, "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}},
        servers=[{"url": "http://127.0.0.1:8000", "description": "The local stack"}],
        tags=[{"name": name, "description": about} for name, about in TAGS.items()],
    )
    spec.components.security_scheme(
        "key", {"type": "http", "scheme": "bearer", "description": "A key created by `nutgraf keys create`."}
    )
    spec.components.schema("Problem", schema=ProblemSchema)
    for name, (about, example) in HEADERS.items():
        spec.components.header(
            name, {"description": about, "schema": {"type": "string", "examples": [example]}}
        )
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        operation: Operation | None = getattr(app.view_functions[rule.endpoint], "operation", None)
        if operation is not None:
            _add(spec, rule, operation)
    document: dict[str, Any] = spec.to_dict()
    _make_patterns_portable(document)
    return document


def as_yaml(document: dict[str, Any]) -> str:
    """Return the document in the format of the file ``openapi.yaml``."""
    return yaml.dump(document, Dumper=_DumperWithoutAliases, sort_keys=False, allow_unicode=True, width=110)


class _DumperWithoutAliases(yaml.SafeDumper):
    """YAML dumper that repeats equal values instead of writing anchors and aliases."""

    def ignore_aliases(self, _: Any) -> bool:
        return True


def _add(spec: APISpec, rule: Rule, operation: Operation) -> None:
    path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
    methods = sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    spec.path(
        path=path,
        operations={method.lower(): _operation(rule.endpoint, path, operation) for method in methods},
        parameters=list(_path_parameters(rule.rule)),
    )


def _operation(endpoint: str, path: str, operation: Operation) -> dict[str, Any]:
    document: dict[str, Any] = {
        "operationId": _operation_id(endpoint),
        "summary": operation.summary,
        "description": operation.description,
        "tags": [_tag(endpoint)],
        "responses": {**_responses(operation), **_problems(operation, path)},
        "security": [] if operation.scope is None else [{"key": []}],
    }
    by_schema = [{"in": "query", "schema": operation.query}] if operation.query else []
    conditional = [IF_NONE_MATCH] if operation.conditional else []
    if parameters := [*by_schema, *operation.parameters, *conditional]:
        document["parameters"] = parameters
    if operation.request is not None:
        document["requestBody"] = {
            "required": operation.body_required,
            "content": _request(operation.request),
        }
    return document


def _operation_id(endpoint: str) -> str:
    return f"{endpoint.rpartition('.')[2]}_{_tag(endpoint)}"


def _tag(endpoint: str) -> str:
    blueprint = endpoint.partition(".")[0]
    return _TAG_OF_BLUEPRINT.get(blueprint, blueprint)


def _request(schema: type[Schema]) -> dict[str, Any]:
    content: dict[str, Any] = {"application/json": {"schema": schema}}
    if schema is SubmissionSchema:
        content["text/plain"] = {"schema": {"type": "string", "description": "The text."}}
        content["text/html"] = {"schema": {"type": "string", "description": "The HTML page."}}
    return content


def _responses(operation: Operation) -> dict[str, Any]:
    responses: dict[str, Any] = {}
    for status, body in operation.responses.items():
        response: dict[str, Any] = {"description": STATUS_TEXT[status], **_headers(operation, status)}
        if isinstance(body, str) and body:
            response["content"] = {body: {"schema": {} if body.endswith("json") else {"type": "string"}}}
        elif body:
            response["content"] = {"application/json": {"schema": body}}
        if operation.links:
            response["links"] = {
                endpoint.partition(".")[2]: {
                    "operationId": _operation_id(endpoint),
                    "parameters": {"identifier": "$response.body#/id"},
                }
                for endpoint in operation.links
            }
        responses[str(status)] = response
    if operation.conditional:
        responses["304"] = {"description": STATUS_TEXT[304]}
    return responses


def _problems(operation: Operation, path: str) -> dict[str, Any]:
    """Build the problem responses of an operation by status, each problem type with an example."""
    authentication = ("unauthorized", "forbidden", "rate_limited") if operation.scope else ()
    responses: dict[str, Any] = {}
    for name in sorted(
        {*operation.problems, *authentication}, key=lambda name: (PROBLEM_TYPES[name].status, name)
    ):
        status = PROBLEM_TYPES[name].status
        content = {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": {}}
        empty = {"description": "", **_headers(operation, status), "content": {MEDIA_TYPE: content}}
        response = responses.setdefault(str(status), empty)
        response["description"] = f"{response['description']} `{name}`: {PROBLEM_TYPES[name].title}".strip()
        response["content"][MEDIA_TYPE]["examples"][name] = {"value": _example(name, path)}
    return responses


def _example(name: str, path: str) -> dict[str, Any]:
    problem_type = PROBLEM_TYPES[name]
    example = {
        "type": TYPE_ROOT + name,
        "title": problem_type.title,
        "status": problem_type.status,
        "detail": problem_type.example,
        "instance": path.replace("{identifier}", "art_" + SAMPLE_ID).replace("{name}", "nothing"),
    }
    if name == "validation":
        example["errors"] = [{"pointer": "/url", "message": "Not an absolute http or https URL."}]
    return example


def _headers(operation: Operation, status: int) -> dict[str, Any]:
    submits = operation.request is not None and 202 in operation.responses  # noqa: PLR2004 - a status
    names = {
        200: ["Location", "ETag"] if submits else ["ETag"] if operation.conditional else [],
        201: ["Location"],
        202: ["Location", "Retry-After"] if operation.request else [],
        401: ["WWW-Authenticate"],
        429: ["Retry-After"],
        503: ["Retry-After"],
    }.get(status, [])
    if any(parameter["name"] == "Prefer" for parameter in operation.parameters) and status in (200, 202):
        names = [*names, "Preference-Applied"]
    if IDEMPOTENCY_KEY in operation.parameters and status in operation.responses:
        names = [*names, "Idempotent-Replayed"]
    if operation.scope and status not in (401, 403):
        names = [*names, "RateLimit", "RateLimit-Policy"]
    return {"headers": {name: {"$ref": f"#/components/headers/{name}"} for name in names}} if names else {}


def _path_parameters(rule: str) -> Iterator[Parameter]:
    for segment, kind, name in re.findall(r"(\w+)/<(?:(\w+):)?(\w+)>", rule):
        if kind in ID_PREFIXES:
            about, example = f"Id of the {kind}.", f"{ID_PREFIXES[kind]}_{SAMPLE_ID}"
            schema = {
                "type": "string",
                "pattern": f"^{ID_PREFIXES[kind]}_[0-9a-hjkmnp-tv-z]{{26}}$",
                "examples": [example],
            }
        else:
            about, example = PATH_NAMES[f"{segment}.{name}"]
            schema = {"type": "string", "pattern": r"^[\w.-]+$", "examples": [example]}
        yield {"in": "path", "name": name, "required": True, "description": about, "schema": schema}


def _make_patterns_portable(value: Any) -> None:
    r"""Replace ``\Z`` in all patterns by ``$``: OpenAPI patterns are ECMAScript regular expressions."""
    if isinstance(value, dict):
        if isinstance(value.get("pattern"), str):
            value["pattern"] = value["pattern"].replace(r"\Z", "$")
        for inner in value.values():
            _make_patterns_portable(inner)
    elif isinstance(value, list):
        for inner in value:
            _make_patterns_portable(inner)


def _component_name(schema: Schema | type[Schema]) -> str:
    kind = schema if isinstance(schema, type) else type(schema)
    return kind.__name__.removesuffix("Schema")
