"""Who sends half a request, or rubbish, and then nothing, does not keep the others from being served."""

from __future__ import annotations

import json
import socket
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from dev.processes import wait_for
from dev.stack import Stack
from tests.conftest import TEXT

THREADS = 16
HALF_A_HEAD = b"GET /livez HTTP/1.1\r\nHos"
RUBBISH = b"RUBBISH\r\n\r\n"
POST = b"POST /v1/articles HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
HALF_A_BODY = POST + b"Content-Length: 500\r\n\r\n{"


@pytest.fixture(scope="module")
def stack(folder: Path) -> Iterator[Stack]:
    knobs = {
        "NUTGRAF_PROCESSES": "1", "NUTGRAF_THREADS": str(THREADS), "NUTGRAF_SILENCE_SECONDS": "1",
    }  # fmt: skip
    with Stack(folder / "slow", knobs=knobs) as stack:
        stack.start_redis()
        wait_for(stack.start_api(), stack.port, 30)
        yield stack


def connected(stack: Stack, sent: bytes) -> socket.socket:
    link = socket.create_connection((stack.host, stack.port), timeout=30)
    link.sendall(sent)
    return link


def received(link: socket.socket) -> bytes:
    """All that comes until the other side closes."""
    found = b""
    while part := link.recv(65_536):
        found += part
    return found


@pytest.mark.parametrize("sent", [HALF_A_HEAD, RUBBISH, b""], ids=["half a head", "rubbish", "nothing"])
def test_three_times_as_many_stuck_callers_as_threads_silence_nobody(stack: Stack, sent: bytes) -> None:
    with ExitStack() as stuck:
        for _ in range(3 * THREADS):
            stuck.enter_context(closing(connected(stack, sent)))
        with urllib.request.urlopen(f"{stack.url}/livez", timeout=30) as answer:
            assert answer.status == 200


def test_a_head_that_trickles_in_is_cut_off(stack: Stack) -> None:
    with closing(connected(stack, HALF_A_HEAD)) as link:
        link.settimeout(0.3)
        for _ in range(40):
            try:
                if link.recv(1) == b"":
                    return
            except TimeoutError:
                link.sendall(b"a")
            except ConnectionResetError:
                return
    pytest.fail("the connection was never closed")


def test_a_body_that_stops_is_a_named_problem(stack: Stack) -> None:
    with closing(connected(stack, HALF_A_BODY)) as link:
        head, _, body = received(link).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    assert json.loads(body)["type"] == "/problems/malformed_request"


def test_half_of_the_threads_wait_and_who_finds_no_seat_is_answered_at_once(stack: Stack) -> None:
    def submission(number: int) -> bytes:
        body = json.dumps({"text": f"{TEXT} Edition {number}."}).encode()
        wishes = b"Connection: close\r\nPrefer: wait=3\r\nContent-Length: %d\r\n\r\n" % len(body)
        return POST + wishes + body

    with ExitStack() as callers:
        links = [callers.enter_context(closing(connected(stack, submission(n)))) for n in range(THREADS)]
        answers = [received(link) for link in links]
    assert all(answer.startswith(b"HTTP/1.1 202 ") for answer in answers)
    assert sum(b"Preference-Applied: wait=3" in answer for answer in answers) == THREADS // 2
