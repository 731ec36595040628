"""Problem responses to requests that gunicorn cannot parse and that therefore never reach the app."""

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
    """Write a problem response to the socket; gunicorn's own page would quote the request."""
    name = _problem_name(error)
    title, status = PROBLEM_TYPES[name].title, PROBLEM_TYPES[name].status
    problem = {"type": TYPE_ROOT + name, "title": title, "status": status, "detail": _DETAILS[name]}
    body = orjson.dumps({**problem, "instance": ""})
    head = (
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nConnection: close\r\n"
        f"Content-Type: {MEDIA_TYPE}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    util.write_nonblock(client, head.encode() + body)


def _problem_name(error: Exception) -> str:
    if isinstance(error, LimitRequestLine | LimitRequestHeaders):
        return "too_large"
    return "malformed_request" if isinstance(error, ParseException | ssl.SSLError) else "internal"
