"""The caller of the API: what it says when an answer is a problem, another server's page, or none."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from nutgraf.cli.http_client import Client, ClientError


@contextmanager
def _serving(status: int, body: bytes, announced: int) -> Iterator[str]:
    """Serve one answer; ``announced`` is its Content-Length in bytes."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(announced))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Print nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("status", "body", "missing", "message"),
    [
        (404, b'{"title": "Not found.", "detail": "No such."}', 0, "GET /v1: Not found. No such."),
        (502, b"<html>Bad gateway</html>", 0, "GET /v1: 502 Bad Gateway."),
        (502, b"[]", 0, "GET /v1: 502 Bad Gateway."),
        (200, b'{"id": "a', 20, "GET /v1: no answer (IncompleteRead"),
    ],
)
def test_an_answer_that_is_no_result_is_told_in_one_sentence(
    status: int, body: bytes, missing: int, message: str
) -> None:
    with _serving(status, body, len(body) + missing) as url, pytest.raises(ClientError) as caught:
        Client(url).call("GET", "/v1")
    assert str(caught.value).startswith(message)


def test_a_caller_says_when_nobody_listens() -> None:
    with _serving(200, b"{}", 2) as url:
        pass
    with pytest.raises(ClientError, match="no answer"):
        Client(url).call("GET", "/v1")
