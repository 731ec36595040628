"""Requests that gunicorn can't read never reach the app; they are answered in the same words all the same."""

from __future__ import annotations

import socket
import ssl
from http import HTTPStatus

import orjson
from gunicorn import util  # type: ignore[import-untyped]
from gunicorn.http.errors import (  # type: ignore[import-untyped]
    LimitRequestHeaders,
    LimitRequestLine,
    ParseException,
)

from service.http.problems import MEDIA_TYPE, PROBLEM_TYPES, TYPE_ROOT

_DETAILS = {
    "too_large": "The request line or the headers are longer than is read.",
    "malformed_request": "The request is not readable HTTP.",
    "internal": "The request was lost.",
}


def write_problem(client: socket.socket, error: Exception) -> None:
    """Write a problem in place of gunicorn's page, which would repeat what was sent."""
    name = _name_of(error)
    kind = PROBLEM_TYPES[name]
    problem = {"type": TYPE_ROOT + name, "title": kind.title, "status": kind.status, "detail": _DETAILS[name]}
    body = orjson.dumps({**problem, "instance": ""})
    head = (
        f"HTTP/1.1 {kind.status} {HTTPStatus(kind.status).phrase}\r\nConnection: close\r\n"
        f"Content-Type: {MEDIA_TYPE}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    util.write_nonblock(client, head.encode() + body)


def _name_of(error: Exception) -> str:
    if isinstance(error, LimitRequestLine | LimitRequestHeaders):
        return "too_large"
    return "malformed_request" if isinstance(error, ParseException | ssl.SSLError) else "internal"
