"""What is no readable HTTP is answered as a problem too."""

from __future__ import annotations

import json
import socket

import pytest

from deploy.stack import Stack


@pytest.mark.parametrize(
    ("request_head", "status", "name"),
    [
        (b"GET /v1/articles?cursor=" + b"a" * 9000 + b" HTTP/1.1\r\nHost: here\r\n\r\n", 413, "too_large"),
        (b"GET / HTTP/1.1\r\nHost: here\r\nX: " + b"a" * 70_000 + b"\r\n\r\n", 413, "too_large"),
        (b"<script>alert(1)</script>\r\n\r\n", 400, "malformed_request"),
        (b"GET / HTTP/1.1\r\nHost: here\r\nBad Name: x\r\n\r\n", 400, "malformed_request"),
        (
            b"POST /v1/articles HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: brotli\r\n\r\n",
            400,
            "malformed_request",
        ),
    ],
    ids=["long line", "long header", "no HTTP", "bad header", "unknown coding"],
)
def test_an_unreadable_request_gets_a_problem(
    product: Stack, request_head: bytes, status: int, name: str
) -> None:
    with socket.create_connection((product.host, product.port), timeout=10) as connection:
        connection.sendall(request_head)
        answer = b""
        try:
            while part := connection.recv(65_536):
                answer += part
        except ConnectionResetError:
            assert answer, "the answer was lost with the connection"
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 %d " % status)
    assert b"application/problem+json" in head
    problem = json.loads(body)
    assert (problem["type"], problem["status"]) == (f"/problems/{name}", status)
    assert b"script" not in body
