"""Reading requests: bodies, parameters and preferences, each refused by name when it makes no sense."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, cast

import orjson
from flask import request
from gunicorn.http.errors import NoMoreData, ParseException  # type: ignore[import-untyped]
from marshmallow import Schema, ValidationError

from service.http.problems import ProblemError

OffsetUnit = Literal["codepoint", "utf16", "utf8"]
OFFSET_UNITS = ("codepoint", "utf16", "utf8")
_WAIT = re.compile(r"(?:^|[,;\s])wait\s*=\s*\"?(\d{1,9})\"?\s*(?:$|[,;])", re.IGNORECASE)


def request_body() -> bytes:
    """The request's body, not inflated.

    Raises:
        ProblemError: it is encoded, or it is not what the head of the request has announced.
        RequestEntityTooLarge: it is larger than the app takes.
    """
    encoding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in ("", "identity"):
        raise ProblemError("unsupported_media_type", "Send the body without a Content-Encoding.")
    try:
        data = request.get_data()
    except (ParseException, NoMoreData) as error:
        raise ProblemError("malformed_request", "The body's chunks are no chunks.") from error
    if request.content_length is not None and len(data) < request.content_length:
        raise ProblemError("malformed_request", "The body ended before its Content-Length.")
    return data


def text_body() -> str:
    """The body as text, in UTF-8.

    Raises:
        ProblemError: it is not UTF-8, or says that it is in another charset.
    """
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise ProblemError("unsupported_media_type", "Send text in UTF-8.")
    try:
        return request_body().decode()
    except UnicodeDecodeError as error:
        raise ProblemError(
            "malformed_request", f"The body is not UTF-8: the byte at {error.start} fits nowhere."
        ) from error


def json_body(schema: Schema) -> dict[str, Any]:
    """The body as the schema loads it.

    Raises:
        ProblemError: ``unsupported_media_type``, ``malformed_json``, or ``validation`` with a pointer to
            each fault.
    """
    if request.mimetype != "application/json":
        raise ProblemError("unsupported_media_type", "Send application/json.")
    try:
        raw = orjson.loads(request_body())
    except orjson.JSONDecodeError as error:
        detail = f"Line {error.lineno}, column {error.colno}: {error.msg}"
        raise ProblemError("malformed_json", detail) from error
    return validate_json(schema, raw)


def validate_json(schema: Schema, raw: Any) -> dict[str, Any]:
    """What the schema makes of JSON.

    Raises:
        ProblemError: ``validation``, with a pointer to each fault.
    """
    try:
        return cast("dict[str, Any]", schema.load(raw))
    except ValidationError as error:
        faults = [{"pointer": pointer, "message": message} for pointer, message in _faults(error.messages)]
        raise ProblemError("validation", _summary(faults), faults) from error


def query_parameters(schema: Schema) -> dict[str, Any]:
    """The query's parameters as the schema loads them.

    Raises:
        ProblemError: ``validation``.
    """
    return validate_json(schema, request.args.to_dict())


def offset_unit() -> OffsetUnit:
    """The unit that ``?offset_unit=`` asks for.

    Raises:
        ProblemError: there is no such unit.
    """
    unit = request.args.get("offset_unit", "codepoint")
    if unit not in OFFSET_UNITS:
        fault = {"pointer": "offset_unit", "message": f"Must be one of: {', '.join(OFFSET_UNITS)}."}
        raise ProblemError("validation", "offset_unit names no unit.", [fault])
    return cast("OffsetUnit", unit)


def boolean_parameter(name: str) -> bool:
    """A query parameter that is ``true`` or ``false``.

    Raises:
        ProblemError: it is neither.
    """
    value = request.args.get(name, "false")
    if value not in ("true", "false"):
        fault = {"pointer": name, "message": "Must be true or false."}
        raise ProblemError("validation", f"{name} is neither true nor false.", [fault])
    return value == "true"


def preferred_wait_seconds(longest: int) -> int | None:
    """How long ``Prefer: wait=N`` is willing to wait, at most ``longest``; None when it is not asked for."""
    if "HTTP_PREFER" not in request.environ:
        return None
    found = _WAIT.search(",".join(request.headers.getlist("Prefer")))
    return min(int(found[1]), longest) if found else None


def _faults(messages: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    """Marshmallow's nested messages as JSON Pointers."""
    if isinstance(messages, dict):
        for name, inner in messages.items():
            step = "" if name == "_schema" else "/" + str(name).replace("~", "~0").replace("/", "~1")
            yield from _faults(inner, pointer + step)
    else:
        for message in messages:
            yield from (
                _faults(message, pointer) if isinstance(message, (dict, list)) else [(pointer, message)]
            )


def _summary(faults: list[dict[str, str]]) -> str:
    places = [fault["pointer"] or "the body" for fault in faults[:5]]
    return "Invalid: " + ", ".join(places) + ("." if len(faults) <= len(places) else ", and more.")
