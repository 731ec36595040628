"""The contract: what each route takes and answers, said once beside its view."""

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


def _parameter(where: str, name: str, about: str, schema: dict[str, Any]) -> Parameter:
    return {"in": where, "name": name, "description": about, "schema": schema}


PREFER = _parameter(
    "header", "Prefer", "`wait=N`: answer when the article is finished, or after N seconds at the latest. "
    "Where too many wait already, the answer comes at once and without `Preference-Applied`.",
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
_WITH_BARE_BODY = "With a bare text or page as the body: "
PUBLICATION = (
    _parameter("query", "title", _WITH_BARE_BODY + "its headline.",
               {"type": "string", "maxLength": 1000, "examples": ["Harbour wall to be rebuilt"]}),
    _parameter("query", "source", _WITH_BARE_BODY + "the outlet's name.",
               {"type": "string", "minLength": 1, "maxLength": 200, "examples": ["Arlesund Courier"]}),
    _parameter("query", "url", _WITH_BARE_BODY + "where it was published, http or https.",
               {"type": "string", "minLength": 1, "maxLength": 2048,
                "examples": ["https://courier.example/harbour-wall"]}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Operation:
    """One route as the contract has it.

    ``scope`` None means that no key is needed; ``links`` are endpoints that take the ``id`` of the answer;
    ``reads_article`` has the article's record looked up together with the caller's key.
    """

    summary: str
    description: str
    scope: Scope | None
    request: type[Schema] | None
    parameters: Sequence[Parameter]
    answers: dict[int, type[Schema] | str]
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
    answers: dict[int, type[Schema] | str],
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
    """Say beside a view what it takes and answers; an answer is a schema, a media type, or nothing."""

    def remember(view: View) -> View:
        description = (inspect.getdoc(view) or "").partition("\n\n")[0]
        view.operation = Operation(  # type: ignore[attr-defined]
            summary, description, scope, request, parameters, answers, problems, conditional, query,
            priced_by_text, links, body_required, reads_article,
        )  # fmt: skip
        return view

    return remember


def operation_of(endpoint: str | None) -> Operation | None:
    """The operation of an endpoint of the current app, if it is part of the contract."""
    view = current_app.view_functions.get(endpoint or "")
    return getattr(view, "operation", None)
