"""OpenAPI 3.1 made of what the views say of themselves: paths, problems with examples, headers and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from flask import Flask
from marshmallow import Schema
from werkzeug.routing import Rule

from nutgraf import __version__
from service.http.problems import MEDIA_TYPE, PROBLEM_TYPES, TYPE_ROOT
from service.operation import Operation, Parameter
from service.schemas.article import ProblemSchema
from service.schemas.submission import SubmissionSchema

ABOUT = """Send news articles; get summaries, entities, figures and quotes that prove themselves:
every span is verbatim, `text[start:end]`, in the text as it was submitted. Submissions are queued,
analysed by workers, cached, and served as JSON."""
TAGS = {
    "articles": "Submitting articles, and reading what was found in them.",
    "stories": "Several reports of one event: what they agree on, and where they differ.",
    "verification": "Checking a summary against its text.",
    "webhooks": "Being told, and seeing what was told.",
    "operations": "What the service is, and whether it works.",
    "pages": "Pages for people, and the examples that they offer.",
}
_STATUS_TEXT = {
    200: "Done.",
    201: "Created.",
    202: "Accepted; the rest follows.",
    204: "Gone.",
    207: "Each item has its own status.",
    304: "Unchanged since that ETag.",
}
_ID = {"article": "art", "story": "sty", "webhook": "whk", "delivery": "dlv"}
_NAMES = {
    "problems.name": ("The name of a problem.", "too_short"),
    "playground.name": ("The name of a file.", "styles.css"),
    "articles.name": ("The name of a body in the manifest.", "daily-bellman.txt"),
}
_SAMPLE = "01m7xwcjpmwer7g2ha83b5mhcd"
_IF_NONE_MATCH = {
    "in": "header",
    "name": "If-None-Match",
    "description": "ETags that the caller has; if one still stands, the answer is 304 without a body.",
    "schema": {"type": "string", "examples": ['"5f2b9c1e"']},
}
_HEADERS = {
    "Location": ("Where it is read.", "/v1/articles/art_" + _SAMPLE),
    "ETag": ("Stands for exactly this answer; send it back as `If-None-Match`.", '"5f2b9c1e"'),
    "Retry-After": ("Seconds after which asking again makes sense.", "5"),
    "WWW-Authenticate": ("How to authenticate.", 'Bearer realm="nutgraf"'),
    "RateLimit": ("What is left of the quota, as in the IETF httpapi draft.", '"read";r=599;t=60'),
    "RateLimit-Policy": ("The quota, as in the IETF httpapi draft.", '"read";q=600;w=60'),
    "Preference-Applied": ("The waiting time that was granted.", "wait=5"),
}


def openapi_document(app: Flask) -> dict[str, Any]:
    """The OpenAPI 3.1 document of every route of the app."""
    spec = APISpec(
        title="Nutgraf",
        version=__version__,
        openapi_version="3.1.0",
        plugins=[MarshmallowPlugin(schema_name_resolver=_name)],
        info={"description": ABOUT, "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}},
        servers=[{"url": "http://127.0.0.1:8000", "description": "The local stack"}],
        tags=[{"name": name, "description": about} for name, about in TAGS.items()],
    )
    spec.components.security_scheme(
        "key", {"type": "http", "scheme": "bearer", "description": "A key as `nutgraf keys create` shows it."}
    )
    spec.components.schema("Problem", schema=ProblemSchema)
    for name, (about, example) in _HEADERS.items():
        spec.components.header(
            name, {"description": about, "schema": {"type": "string", "examples": [example]}}
        )
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        found: Operation | None = getattr(app.view_functions[rule.endpoint], "operation", None)
        if found is not None:
            _add(spec, rule, found)
    document: dict[str, Any] = spec.to_dict()
    _make_patterns_portable(document)
    return document


def _add(spec: APISpec, rule: Rule, found: Operation) -> None:
    path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
    methods = sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    spec.path(
        path=path,
        operations={method.lower(): _operation(rule.endpoint, path, found) for method in methods},
        parameters=list(_path_parameters(rule.rule)),
    )


def _operation(endpoint: str, path: str, found: Operation) -> dict[str, Any]:
    document: dict[str, Any] = {
        "operationId": _operation_id(endpoint),
        "summary": found.summary,
        "description": found.description,
        "tags": [endpoint.partition(".")[0]],
        "responses": {**_answers(found), **_problems(found, path)},
        "security": [] if found.scope is None else [{"key": []}],
    }
    by_schema = [{"in": "query", "schema": found.query}] if found.query else []
    conditional = [_IF_NONE_MATCH] if found.conditional else []
    if parameters := [*by_schema, *found.parameters, *conditional]:
        document["parameters"] = parameters
    if found.request is not None:
        document["requestBody"] = {"required": found.body_required, "content": _request(found.request)}
    return document


def _operation_id(endpoint: str) -> str:
    group, _, name = endpoint.rpartition(".")
    return f"{name}_{group}"


def _request(schema: type[Schema]) -> dict[str, Any]:
    content: dict[str, Any] = {"application/json": {"schema": schema}}
    if schema is SubmissionSchema:
        content["text/plain"] = {"schema": {"type": "string", "description": "The text alone."}}
        content["text/html"] = {"schema": {"type": "string", "description": "The page alone."}}
    return content


def _answers(found: Operation) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for status, answer in found.answers.items():
        described: dict[str, Any] = {"description": _STATUS_TEXT[status], **_headers(found, status)}
        if isinstance(answer, str) and answer:
            described["content"] = {answer: {"schema": {} if answer.endswith("json") else {"type": "string"}}}
        elif answer:
            described["content"] = {"application/json": {"schema": answer}}
        if found.links:
            described["links"] = {
                endpoint.partition(".")[2]: {
                    "operationId": _operation_id(endpoint),
                    "parameters": {"identifier": "$response.body#/id"},
                }
                for endpoint in found.links
            }
        answers[str(status)] = described
    if found.conditional:
        answers["304"] = {"description": _STATUS_TEXT[304]}
    return answers


def _problems(found: Operation, path: str) -> dict[str, Any]:
    """Every problem that an operation may answer with, each with an example."""
    guards = ("unauthorized", "forbidden", "rate_limited") if found.scope else ()
    answers: dict[str, Any] = {}
    for name in sorted({*found.problems, *guards}, key=lambda name: (PROBLEM_TYPES[name].status, name)):
        status = PROBLEM_TYPES[name].status
        content = {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": {}}
        empty = {"description": "", **_headers(found, status), "content": {MEDIA_TYPE: content}}
        answer = answers.setdefault(str(status), empty)
        answer["description"] = f"{answer['description']} `{name}`: {PROBLEM_TYPES[name].title}".strip()
        answer["content"][MEDIA_TYPE]["examples"][name] = {"value": _example(name, path)}
    return answers


def _example(name: str, path: str) -> dict[str, Any]:
    kind = PROBLEM_TYPES[name]
    example = {
        "type": TYPE_ROOT + name,
        "title": kind.title,
        "status": kind.status,
        "detail": kind.example,
        "instance": path.replace("{identifier}", "art_" + _SAMPLE).replace("{name}", "nothing"),
    }
    if name == "validation":
        example["errors"] = [{"pointer": "/url", "message": "Not an absolute http or https URL."}]
    return example


def _headers(found: Operation, status: int) -> dict[str, Any]:
    names = {
        200: ["ETag"] if found.conditional else [],
        201: ["Location"],
        202: ["Location", "Retry-After"] if found.request else [],
        401: ["WWW-Authenticate"],
        429: ["Retry-After"],
        503: ["Retry-After"],
    }.get(status, [])
    if any(parameter["name"] == "Prefer" for parameter in found.parameters) and status in (200, 202):
        names = [*names, "Preference-Applied"]
    if found.scope and status not in (401, 403):
        names = [*names, "RateLimit", "RateLimit-Policy"]
    return {"headers": {name: {"$ref": f"#/components/headers/{name}"} for name in names}} if names else {}


def _path_parameters(rule: str) -> Iterator[Parameter]:
    for before, kind, name in re.findall(r"(\w+)/<(?:(\w+):)?(\w+)>", rule):
        if kind in _ID:
            about, example = f"The id of the {kind}.", f"{_ID[kind]}_{_SAMPLE}"
            schema = {
                "type": "string",
                "pattern": f"^{_ID[kind]}_[0-9a-hjkmnp-tv-z]{{26}}$",
                "examples": [example],
            }
        else:
            about, example = _NAMES[f"{before}.{name}"]
            schema = {"type": "string", "pattern": r"^[\w.-]+$", "examples": [example]}
        yield {"in": "path", "name": name, "required": True, "description": about, "schema": schema}


def _make_patterns_portable(value: Any) -> None:
    """Patterns in OpenAPI are of JavaScript, whose ``$`` is what Python calls the very end."""
    if isinstance(value, dict):
        if isinstance(value.get("pattern"), str):
            value["pattern"] = value["pattern"].replace(r"\Z", "$")
        for inner in value.values():
            _make_patterns_portable(inner)
    elif isinstance(value, list):
        for inner in value:
            _make_patterns_portable(inner)


def _name(schema: Schema | type[Schema]) -> str:
    kind = schema if isinstance(schema, type) else type(schema)
    return kind.__name__.removesuffix("Schema")
