"""What is no readable HTTP is answered as a problem too."""

from __future__ import annotations

import json
import socket

import pytest

from dev.stack import Stack
from tests.conftest import TEXT

KEY = "ng_1f0rg0tTheC0l0n"
POST = b"POST /v1/articles HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Type: text/plain\r\n"


def answered(product: Stack, sent: bytes, *, ended: bool = False) -> bytes:
    """All that comes back; ``ended`` says that nothing more is sent."""
    with socket.create_connection((product.host, product.port), timeout=10) as connection:
        connection.sendall(sent)
        if ended:
            connection.shutdown(socket.SHUT_WR)
        answer = b""
        try:
            while part := connection.recv(65_536):
                answer += part
        except ConnectionResetError:
            assert answer, "the answer was lost with the connection"
    return answer


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
    answer = answered(product, request_head)
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 %d " % status)
    assert b"application/problem+json" in head
    problem = json.loads(body)
    assert (problem["type"], problem["status"]) == (f"/problems/{name}", status)
    assert b"script" not in body


@pytest.mark.parametrize(
    "sent",
    [
        POST + b"Content-Length: 500\r\n\r\n" + TEXT.encode(),
        POST + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n" % (len(TEXT), TEXT.encode()),
        POST + b"Transfer-Encoding: chunked\r\n\r\nno size\r\n" + TEXT.encode(),
    ],
    ids=["shorter than announced", "chunks without an end", "chunks that are none"],
)
def test_half_an_article_is_never_taken_for_a_whole_one(product: Stack, sent: bytes) -> None:
    head, _, body = answered(product, sent, ended=True).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    assert json.loads(body)["type"] == "/problems/malformed_request"


def test_every_line_of_the_log_is_json_and_none_has_what_was_sent(product: Stack) -> None:
    for sent in (
        f"GET /livez HTTP/1.1\r\nHost: here\r\nAuthorization Bearer {KEY}\r\n\r\n".encode(),
        f"GET /livez?q={KEY}\xa0 HTTP/1.1\r\nHost: here\r\n\r\n".encode("latin-1"),
        f"{KEY} was found in the harbour.\r\n\r\n".encode(),
        POST + f"Transfer-Encoding: chunked\r\n\r\n{KEY}\r\n".encode(),
    ):
        assert answered(product, sent)
    (api,) = [process for process in product.processes if process.name == "API"]
    lines = api.log.read_text().splitlines()
    assert {"request unreadable", "request served"} <= {json.loads(line)["event"] for line in lines}
    assert not any(KEY in line for line in lines)
