import http.server
import itertools
import math
import threading

import pytest

from benchmarks.engine.articles import examples
from benchmarks.engine.pipeline_cost import Cost, text_of
from benchmarks.load.closed_loop import is_whole, press, request
from benchmarks.load.throughput import edition, respelt
from benchmarks.report.results_page import exponent, table


def test_an_answer_is_whole_with_the_last_byte_of_its_body() -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello"
    assert [place for place in range(len(answer) + 1) if is_whole(answer[:place])] == [len(answer)]


def test_an_answer_without_a_body_is_whole_with_its_head() -> None:
    assert is_whole(b"HTTP/1.1 304 NOT MODIFIED\r\nETag: x\r\n\r\n")
    assert not is_whole(b"HTTP/1.1 304 NOT MODIFIED\r\nETag: x\r\n")


def test_a_request_says_how_long_its_body_is() -> None:
    head, _, body = request("POST", "/v1/articles", {"text": "€"}, {"X-Mark": "1"}).partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head.split(b"\r\n")
    assert b"X-Mark: 1" in head


@pytest.mark.parametrize("power", [1.0, 2.0])
def test_the_exponent_of_growth_is_the_power_of_the_length(power: float) -> None:
    costs = [Cost(length, 3 * length**power, 0, 0) for length in (1000, 10_000, 50_000, 200_000)]
    assert math.isclose(exponent(costs), power)


def test_a_table_has_a_row_for_each_row() -> None:
    assert table(("a", "b"), [(1, 2)]).splitlines() == ["| a | b |", "| --- | --- |", "| 1 | 2 |"]


def test_no_two_texts_of_an_edition_are_the_same() -> None:
    texts = [each["text"] for each in edition(3)]
    assert len(set(texts)) == len(texts) == 3 * len(examples())


def test_spelling_differently_changes_neither_lengths_nor_short_words() -> None:
    assert respelt("The Harbour wall", 1)[:4] == "The "
    assert respelt("The Harbour wall", 1)[11:] == " wall"
    assert respelt("The Harbour wall", 1)[4].isupper()
    assert respelt("The Harbour wall", 1) != respelt("The Harbour wall", 2)


def test_a_text_can_be_had_of_any_length() -> None:
    assert [len(text_of(length)) for length in (1, 999, 12_345)] == [1, 999, 12_345]


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
        found = press(server.server_port, requests, seconds=0.3, connections=1)
        server.shutdown()
    assert abs(found.refused - len(found.latencies) / 2) <= 0.5
    assert found.percentile(50) <= found.percentile(99)
