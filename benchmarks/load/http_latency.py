"""Reads and submissions over HTTP beside a bare Flask app under the same gunicorn settings.

On a machine of several cores the servers have the first to themselves, and Redis and the load the others, so
that what is compared is the servers' own work.
"""

from __future__ import annotations

import itertools
import os
import random
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.cores import cpu_seconds, first, on_cores, others
from benchmarks.load.closed_loop import Pressed, press, request
from dev.processes import Process, free_port, start, wait_for
from dev.stack import ROOT, Stack
from nutgraf.cli.http_client import Client
from nutgraf.settings import Settings
from nutgraf.store import Store

SECONDS = 4.0
CONNECTIONS = 16
WARM_UP_SECONDS = 0.5
TURNS = 4
KNOBS = {
    "NUTGRAF_WORKER_CHILDREN": "1",
    "NUTGRAF_READ_UNITS_PER_MINUTE": "100000000",
    "NUTGRAF_SUBMIT_UNITS_PER_MINUTE": "100000000",
    "NUTGRAF_LOG_LEVEL": "info",
    "NUTGRAF_MAX_QUEUE": "10000000",
}


@dataclass(frozen=True, slots=True)
class Answering:
    """One kind of request: alone on one connection for its latency, then on many for its throughput.

    ``cpu`` is what one answer costs the servers' processes, in microseconds, Redis not counted.
    """

    name: str
    cpu: float
    alone: Pressed
    together: Pressed


@dataclass(frozen=True, slots=True)
class _Case:
    """A kind of request, and who answers it."""

    name: str
    server: Process
    port: int
    requests: Iterator[bytes]

    def press(self, seconds: float, connections: int) -> Pressed:
        return press(self.port, self.requests, seconds, connections)


def measure(article: dict[str, Any], seconds: float = SECONDS) -> list[Answering]:
    """Echoes, reads and submissions; without keys, as on loopback, and with them.

    All take turns several times, so that what slows the machine for a while slows all of them.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        _echo(Path(folder)) as (echo, port),
        _stack(Path(folder) / "off", "off") as unlocked,
        _stack(Path(folder) / "on", "on") as locked,
    ):
        cases = [
            _Case("echo of a word", echo, port, _same(request("GET", "/echo/word"))),
            _Case("echo of a submission", echo, port, _same(request("POST", "/echo", article))),
            *_cases(*unlocked, article, ""),
            *_cases(*locked, article, ", with a key"),
        ]
        for case in cases:
            case.press(WARM_UP_SECONDS, CONNECTIONS)
        alone = [case.press(seconds / 2, 1) for case in cases]
        turns = [[_turn(case, seconds / TURNS) for case in cases] for _ in range(TURNS)]
        return [
            _answering(case, pressed, own) for case, pressed, *own in zip(cases, alone, *turns, strict=True)
        ]


def _cases(
    stack: Stack, api: Process, headers: dict[str, str], article: dict[str, Any], label: str
) -> list[_Case]:
    path, tag = _finished(stack, article, headers)
    read = request("GET", path, headers=headers)
    unchanged = request("GET", path, headers={**headers, "If-None-Match": tag})
    return [
        _Case(f"cached read{label}", api, stack.port, _same(read)),
        _Case(f"read of what has not changed{label}", api, stack.port, _same(unchanged)),
        _Case(f"submission{label}", api, stack.port, _different(article, headers)),
    ]


def _turn(case: _Case, seconds: float) -> tuple[Pressed, float]:
    """What many connections met, and the CPU seconds that it cost the server."""
    before = cpu_seconds(case.server.popen.pid)
    pressed = case.press(seconds, CONNECTIONS)
    return pressed, cpu_seconds(case.server.popen.pid) - before


def _answering(case: _Case, alone: Pressed, turns: list[tuple[Pressed, float]]) -> Answering:
    together = Pressed(
        sum(pressed.seconds for pressed, _ in turns),
        tuple(itertools.chain.from_iterable(pressed.latencies for pressed, _ in turns)),
        sum(pressed.refused for pressed, _ in turns),
    )
    spent = sum(cpu for _, cpu in turns)
    return Answering(case.name, spent * 1e6 / max(1, len(together.latencies)), alone, together)


def _same(message: bytes) -> Iterator[bytes]:
    return itertools.repeat(message)


def _different(article: dict[str, Any], headers: dict[str, str]) -> Iterator[bytes]:
    """Submissions that no cache knows."""
    for number in itertools.count(random.randrange(1 << 40)):
        text = f"{article['text']}\n\nThis was edition {number}."
        yield request("POST", "/v1/articles", {**article, "text": text}, headers)


def _finished(stack: Stack, article: dict[str, Any], headers: dict[str, str]) -> tuple[str, str]:
    """Where an analysed article is read, and its ETag; the worker is gone afterwards."""
    worker = stack.start_worker()
    stack.wait_until_ready()
    client = Client(stack.url, headers.get("Authorization", "").removeprefix("Bearer ") or None)
    accepted = client.submit(article)
    client.finished(accepted["id"], 60)
    worker.stop()
    stack.processes.remove(worker)
    path = f"/v1/articles/{accepted['id']}"
    asked = urllib.request.Request(stack.url + path, headers=headers)  # noqa: S310 - our own URL
    with urllib.request.urlopen(asked, timeout=10) as answer:  # noqa: S310 - as above
        return path, answer.headers["ETag"]


@contextmanager
def _stack(folder: Path, auth: str) -> Iterator[tuple[Stack, Process, dict[str, str]]]:
    """A stack whose API runs on the first core, and the headers of a caller."""
    with Stack(folder, knobs={**KNOBS, "NUTGRAF_AUTH": auth}) as stack:
        with on_cores(others()):
            store = Store(Settings(redis_url=stack.start_redis()))
        secret, _ = store.keys.create("bench", ("submit", "read"))
        store.close()
        with on_cores(first()):
            api = stack.start_api()
        with on_cores(others()):
            yield stack, api, {"Authorization": f"Bearer {secret}"} if auth == "on" else {}


@contextmanager
def _echo(folder: Path) -> Iterator[tuple[Process, int]]:
    """The bare app under the API's gunicorn settings, on the API's core, and its port."""
    port = free_port()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NUTGRAF_PORT": str(port), "NUTGRAF_AUTH": "off"}
    command = (
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "python:service.server.gunicorn_config",
        "benchmarks.load.echo:app",
    )
    with on_cores(first()):
        process = start("echo", command, folder / "echo.log", environment)
    try:
        wait_for(process, port, 30)
        with on_cores(others()):
            yield process, port
    finally:
        process.stop()
