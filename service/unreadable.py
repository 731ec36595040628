"""Requests that gunicorn can't read never reach the app; they are answered in the same words all the same."""

from __future__ import annotations

import socket
from http import HTTPStatus

import orjson
from gunicorn import util  # type: ignore[import-untyped]

from service.problems import MEDIA_TYPE, PROBLEM_TYPES, TYPE_ROOT

_LARGE = (HTTPStatus.REQUEST_URI_TOO_LONG, HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
_DETAILS = {
    "too_large": "The request line or the headers are longer than is read.",
    "malformed_request": "The request is not readable HTTP.",
    "internal": "The request was lost.",
}


def answer(client: socket.socket, status: int, reason: str, message: str) -> None:  # noqa: ARG001 - gunicorn's
    """Write a problem in place of gunicorn's page, which would repeat what was sent."""
    if status in _LARGE:
        name = "too_large"
    else:
        name = "internal" if status == HTTPStatus.INTERNAL_SERVER_ERROR else "malformed_request"
    kind = PROBLEM_TYPES[name]
    problem = {"type": TYPE_ROOT + name, "title": kind.title, "status": kind.status, "detail": _DETAILS[name]}
    body = orjson.dumps({**problem, "instance": ""})
    head = (
        f"HTTP/1.1 {kind.status} {HTTPStatus(kind.status).phrase}\r\nConnection: close\r\n"
        f"Content-Type: {MEDIA_TYPE}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    util.write_nonblock(client, head.encode() + body)
