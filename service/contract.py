"""The contract: what each route takes and answers, said once beside its view, and OpenAPI 3.1 made of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from flask import Flask, current_app
from marshmallow import Schema

from nutgraf import __version__
from service.problems import MEDIA_TYPE, PROBLEM_TYPES
from service.schemas.article import ProblemSchema
from service.schemas.submission import SubmissionSchema

Scope = Literal["submit", "read", "admin"]
View = TypeVar("View", bound=Callable[..., Any])
Parameter = dict[str, Any]

_STATUS_TEXT = {
    200: "Done.",
    201: "Created.",
    202: "Accepted; the rest follows.",
    204: "Gone.",
    207: "Each item has its own status.",
    304: "Unchanged since that ETag.",
}
ABOUT = """Send news articles; get summaries, entities, figures and quotes that prove themselves:
every span is verbatim, `text[start:end]`, in the text as it was submitted. Submissions are queued,
analysed by workers, cached, and served as JSON."""


def _parameter(where: str, name: str, about: str, schema: dict[str, Any]) -> Parameter:
    return {"in": where, "name": name, "description": about, "schema": schema}


PREFER = _parameter(
    "header", "Prefer", "`wait=N`: answer when the article is finished, or after N seconds at the latest.",
    {"type": "string", "examples": ["wait=5"]},
)  # fmt: skip
OFFSET_UNIT = _parameter(
    "query", "offset_unit", "The unit of all offsets: Python counts code points; JavaScript, "
    "Java and C# UTF-16 code units; Go and Rust UTF-8 bytes.",
    {"type": "string", "enum": ["codepoint", "utf16", "utf8"], "default": "codepoint"},
)  # fmt: skip
EXPLAIN = _parameter(
    "query", "explain", "Say for each summary sentence what spoke for and against it.",
    {"type": "boolean", "default": False},
)  # fmt: skip
IDEMPOTENCY_KEY = _parameter(
    "header", "Idempotency-Key", "Any string of up to 255 characters, the caller's own. The same request "
    "with the same key gets the same answer for 24 hours, and nothing is done twice.",
    {"type": "string", "minLength": 1, "maxLength": 255, "examples": ["cms-4711-v1"]},
)  # fmt: skip
PUBLICATION = tuple(
    _parameter("query", name, f"With a bare text or page as the body: {about}", {"type": "string"})
    for name, about in (
        ("title", "its headline."), ("source", "the outlet's name."), ("url", "where it was published.")
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Operation:
    """One route as the contract has it. ``scope`` None means that no key is needed."""

    summary: str
    scope: Scope | None
    request: type[Schema] | None
    parameters: Sequence[Parameter]
    answers: dict[int, type[Schema] | str]
    problems: Sequence[str]
    conditional: bool
    query: type[Schema] | None
    priced_by_text: bool


def operation(  # noqa: PLR0913 - all but the first by name
    summary: str,
    *,
    scope: Scope | None,
    answers: dict[int, type[Schema] | str],
    request: type[Schema] | None = None,
    parameters: Sequence[Parameter] = (),
    problems: Sequence[str] = (),
    conditional: bool = False,
    query: type[Schema] | None = None,
    priced_by_text: bool = False,
) -> Callable[[View], View]:
    """Say beside a view what it takes and answers; an answer is a schema, a media type, or nothing."""

    def remember(view: View) -> View:
        view.operation = Operation(  # type: ignore[attr-defined]
            summary, scope, request, parameters, answers, problems, conditional, query, priced_by_text
        )
        return view

    return remember


def operation_of(endpoint: str | None) -> Operation | None:
    """The operation of an endpoint of the current app, if it is part of the contract."""
    view = current_app.view_functions.get(endpoint or "")
    return getattr(view, "operation", None)


def specification(app: Flask) -> dict[str, Any]:
    """The OpenAPI 3.1 document of every route of the app."""
    spec = APISpec(
        title="Nutgraf",
        version=__version__,
        openapi_version="3.1.0",
        plugins=[MarshmallowPlugin(schema_name_resolver=_name)],
        info={"description": ABOUT, "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}},
        servers=[{"url": "http://127.0.0.1:8000", "description": "The local stack"}],
        tags=[{"name": name} for name in ("articles", "stories", "webhooks", "operations", "pages")],
    )
    spec.components.security_scheme("key", {"type": "http", "scheme": "bearer"})
    spec.components.schema("Problem", schema=ProblemSchema)
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        found: Operation | None = getattr(app.view_functions[rule.endpoint], "operation", None)
        if found is not None:
            methods = sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
            document = {method.lower(): _operation(rule.endpoint, found) for method in methods}
            names = re.findall(r"<(?:\w+:)?(\w+)>", rule.rule)
            path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
            spec.path(path=path, operations=document, parameters=[_path_parameter(name) for name in names])
    return spec.to_dict()


def _operation(endpoint: str, found: Operation) -> dict[str, Any]:
    group, _, name = endpoint.rpartition(".")
    document: dict[str, Any] = {
        "operationId": f"{name}_{group}",
        "summary": found.summary,
        "tags": [group],
        "responses": _answers(found),
        "security": [] if found.scope is None else [{"key": []}],
    }
    if found.parameters or found.query:
        by_schema = [{"in": "query", "schema": found.query}] if found.query else []
        document["parameters"] = [*by_schema, *found.parameters]
    if found.request is not None:
        document["requestBody"] = {"required": True, "content": _request(found.request)}
    return document


def _request(schema: type[Schema]) -> dict[str, Any]:
    content: dict[str, Any] = {"application/json": {"schema": schema}}
    if schema is SubmissionSchema:
        content["text/plain"] = {"schema": {"type": "string", "description": "The text alone."}}
        content["text/html"] = {"schema": {"type": "string", "description": "The page alone."}}
    return content


def _answers(found: Operation) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for status, answer in found.answers.items():
        described: dict[str, Any] = {"description": _STATUS_TEXT.get(status, "Done.")}
        if answer:
            described["content"] = (
                {answer: {}} if isinstance(answer, str) else {"application/json": {"schema": answer}}
            )
        answers[str(status)] = described
    if found.conditional:
        answers["304"] = {"description": _STATUS_TEXT[304]}
    guards = ("unauthorized", "forbidden", "rate_limited") if found.scope else ()
    for name in sorted({*found.problems, *guards}, key=lambda name: (PROBLEM_TYPES[name].status, name)):
        problem = PROBLEM_TYPES[name]
        answer = answers.setdefault(
            str(problem.status),
            {
                "description": "",
                "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
            },
        )
        answer["description"] = f"{answer['description']} `{name}`: {problem.title}".strip()
    return answers


def _path_parameter(name: str) -> Parameter:
    return {
        "in": "path", "name": name, "required": True, "description": "The thing's id.",
        "schema": {"type": "string", "examples": ["art_01m7xwcjpmwer7g2ha83b5mhcd"]},
    }  # fmt: skip


def _name(schema: Schema | type[Schema]) -> str:
    kind = schema if isinstance(schema, type) else type(schema)
    return kind.__name__.removesuffix("Schema")
