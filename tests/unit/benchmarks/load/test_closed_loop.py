import http.server
import itertools
import threading

from benchmarks.load.closed_loop import is_complete, request, run_closed_loop


def test_an_answer_is_complete_with_the_last_byte_of_its_body() -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello"
    assert [place for place in range(len(answer) + 1) if is_complete(answer[:place])] == [len(answer)]


def test_an_answer_without_a_body_is_complete_with_its_head() -> None:
    assert is_complete(b"HTTP/1.1 304 NOT MODIFIED\r\nETag: x\r\n\r\n")
    assert not is_complete(b"HTTP/1.1 304 NOT MODIFIED\r\nETag: x\r\n")


def test_a_request_says_how_long_its_body_is() -> None:
    head, _, body = request("POST", "/v1/articles", {"text": "€"}, {"X-Mark": "1"}).partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head.split(b"\r\n")
    assert b"X-Mark: 1" in head


def test_answers_are_counted_and_failures_told() -> None:
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/good" else 500)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"ok")

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        requests = itertools.cycle([request("GET", "/good"), request("GET", "/bad")])
        found = run_closed_loop(server.server_port, requests, seconds=0.3, connections=1)
        server.shutdown()
    assert abs(found.refused - len(found.latencies) / 2) <= 0.5
    assert found.percentile(50) <= found.percentile(99)
