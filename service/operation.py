"""Decorator that declares what a route takes and returns: the source of the OpenAPI document."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from flask import current_app
from marshmallow import Schema

Scope = Literal["submit", "read", "admin"]
View = TypeVar("View", bound=Callable[..., Any])
Parameter = dict[str, Any]


def _parameter(location: str, name: str, description: str, schema: dict[str, Any]) -> Parameter:
    return {"in": location, "name": name, "description": description, "schema": schema}


PREFER = _parameter(
    "header", "Prefer", "`wait=N`: respond when the article is finished, or after N seconds at the latest. "
    "If too many callers wait already, the response comes at once and without `Preference-Applied`.",
    {"type": "string", "examples": ["wait=5"]},
)  # fmt: skip
OFFSET_UNIT = _parameter(
    "query", "offset_unit", "Unit of all offsets. Python counts code points; JavaScript, "
    "Java and C# count UTF-16 code units; Go and Rust count UTF-8 bytes.",
    {"type": "string", "enum": ["codepoint", "utf16", "utf8"], "default": "codepoint"},
)  # fmt: skip
EXPLAIN = _parameter(
    "query", "explain", "Include the feature contributions (`reasons`) of each summary sentence.",
    {"type": "boolean", "default": False},
)  # fmt: skip
IDEMPOTENCY_KEY = _parameter(
    "header", "Idempotency-Key", "Any string of up to 255 characters, chosen by the caller. The same request "
    "with the same key gets the same response for 24 hours, and is carried out only once.",
    {"type": "string", "minLength": 1, "maxLength": 255, "examples": ["cms-4711-v1"]},
)  # fmt: skip
_PLAIN_BODY = "If the body is plain text or HTML: "
PUBLICATION = (
    _parameter("query", "title", _PLAIN_BODY + "its headline.",
               {"type": "string", "maxLength": 1000, "examples": ["Harbour wall to be rebuilt"]}),
    _parameter("query", "source", _PLAIN_BODY + "the outlet's name.",
               {"type": "string", "minLength": 1, "maxLength": 200, "examples": ["Arlesund Courier"]}),
    _parameter("query", "url", _PLAIN_BODY + "the URL where it was published, http or https.",
               {"type": "string", "minLength": 1, "maxLength": 2048,
                "examples": ["https://courier.example/harbour-wall"]}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Operation:
    """Declaration of one route.

    Attributes:
        scope: the scope that the key must have; None if no key is needed.
        responses: by status: a schema, a media type, or an empty string for no body.
        problems: names of the problem types that the route may return besides those of authentication.
        conditional: whether the response has an ETag and the route honours ``If-None-Match``.
        query: schema of the query parameters.
        priced_by_text: whether the quota units depend on the length of the submitted text.
        links: endpoints that take the ``id`` of the response.
        reads_article: whether the article's record is read together with the caller's key.
    """

    summary: str
    description: str
    scope: Scope | None
    request: type[Schema] | None
    parameters: Sequence[Parameter]
    responses: dict[int, type[Schema] | str]
    problems: Sequence[str]
    conditional: bool
    query: type[Schema] | None
    priced_by_text: bool
    links: Sequence[str]
    body_required: bool
    reads_article: bool


def operation(  # noqa: PLR0913 - all but the first by name
    summary: str,
    *,
    scope: Scope | None,
    responses: dict[int, type[Schema] | str],
    request: type[Schema] | None = None,
    parameters: Sequence[Parameter] = (),
    problems: Sequence[str] = (),
    conditional: bool = False,
    query: type[Schema] | None = None,
    priced_by_text: bool = False,
    links: Sequence[str] = (),
    body_required: bool = True,
    reads_article: bool = False,
) -> Callable[[View], View]:
    """Attach an ``Operation`` to a view; its description is the first paragraph of the view's docstring."""

    def attach(view: View) -> View:
        description = (inspect.getdoc(view) or "").partition("\n\n")[0]
        view.operation = Operation(  # type: ignore[attr-defined]
            summary, description, scope, request, parameters, responses, problems, conditional, query,
            priced_by_text, links, body_required, reads_article,
        )  # fmt: skip
        return view

    return attach


def operation_of(endpoint: str | None) -> Operation | None:
    """Return the operation of an endpoint of the current app; None if the endpoint declares none."""
    view = current_app.view_functions.get(endpoint or "")
    return getattr(view, "operation", None)
