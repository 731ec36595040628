"""Parsing of request bodies, query parameters and the ``Prefer`` header."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from typing import Any, Literal, cast

import orjson
from flask import request
from gunicorn.http.errors import NoMoreData, ParseException  # type: ignore[import-untyped]
from marshmallow import Schema, ValidationError

from service.http.problems import ProblemError

OffsetUnit = Literal["codepoint", "utf16", "utf8"]
OFFSET_UNITS = ("codepoint", "utf16", "utf8")
# orjson makes floats of integers from 2^64 on, which would come back changed.
_LONG_INTEGER = re.compile(rb"\d{19}")
_WAIT = re.compile(r"(?:^|[,;\s])wait\s*=\s*\"?(\d{1,9})\"?\s*(?:$|[,;])", re.IGNORECASE)


def request_body() -> bytes:
    """Return the request body as bytes; compressed bodies are refused.

    Raises:
        ProblemError: ``unsupported_media_type`` if it has a Content-Encoding; ``malformed_request`` if it is
            shorter than its Content-Length or its chunks are malformed.
        RequestEntityTooLarge: it is larger than ``MAX_CONTENT_LENGTH``.
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
    """Decode the request body as UTF-8.

    Raises:
        ProblemError: ``unsupported_media_type`` if it declares another charset; ``malformed_request`` if
            it is not UTF-8.
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
    """Parse the JSON body and load it with the schema.

    Raises:
        ProblemError: ``unsupported_media_type``, ``malformed_json``, or ``validation`` with a pointer to
            each fault.
    """
    if request.mimetype != "application/json":
        raise ProblemError("unsupported_media_type", "Send application/json.")
    body = request_body()
    try:
        raw = orjson.loads(body)
        if _LONG_INTEGER.search(body):
            raw = json.loads(body)
    except orjson.JSONDecodeError as error:
        detail = f"Line {error.lineno}, column {error.colno}: {error.msg}"
        raise ProblemError("malformed_json", detail) from error
    except ValueError as error:
        raise ProblemError("malformed_json", "An integer has too many digits.") from error
    return validate_json(schema, raw)


def validate_json(schema: Schema, raw: Any) -> dict[str, Any]:
    """Load parsed JSON with the schema.

    Raises:
        ProblemError: ``validation``, with a pointer to each fault.
    """
    try:
        return cast("dict[str, Any]", schema.load(raw))
    except ValidationError as error:
        faults = [{"pointer": pointer, "message": message} for pointer, message in _faults(error.messages)]
        raise ProblemError("validation", _summary(faults), faults) from error


def query_parameters(schema: Schema) -> dict[str, Any]:
    """Load the query parameters with the schema.

    Raises:
        ProblemError: ``validation``.
    """
    return validate_json(schema, request.args.to_dict())


def refuse_other_parameters(known: Collection[str]) -> None:
    """Refuse the request if it has other query parameters than these.

    Raises:
        ProblemError: ``validation``, with the name of each other parameter.
    """
    faults = [
        {"pointer": name, "message": "Unknown parameter."} for name in request.args if name not in known
    ]
    if faults:
        raise ProblemError("validation", _summary(faults), faults)


def offset_unit() -> OffsetUnit:
    """Return the value of ``?offset_unit=``, by default ``codepoint``.

    Raises:
        ProblemError: ``validation`` if it names no unit.
    """
    unit = request.args.get("offset_unit", "codepoint")
    if unit not in OFFSET_UNITS:
        fault = {"pointer": "offset_unit", "message": f"Must be one of: {', '.join(OFFSET_UNITS)}."}
        raise ProblemError("validation", "offset_unit names no unit.", [fault])
    return cast("OffsetUnit", unit)


def boolean_parameter(name: str) -> bool:
    """Return a query parameter that is ``true`` or ``false``; False if it is missing.

    Raises:
        ProblemError: ``validation`` if it is neither.
    """
    value = request.args.get(name, "false")
    if value not in ("true", "false"):
        fault = {"pointer": name, "message": "Must be true or false."}
        raise ProblemError("validation", f"{name} is neither true nor false.", [fault])
    return value == "true"


def preferred_wait_seconds(longest: int) -> int | None:
    """Return N of ``Prefer: wait=N``, at most ``longest``; None without this preference."""
    if "HTTP_PREFER" not in request.environ:
        return None
    match = _WAIT.search(",".join(request.headers.getlist("Prefer")))
    return min(int(match[1]), longest) if match else None


def _faults(messages: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    """Yield marshmallow's nested error messages as pairs of JSON Pointer and message."""
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
