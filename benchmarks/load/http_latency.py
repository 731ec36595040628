"""Measure reads and submissions over HTTP beside a bare Flask app under the same gunicorn settings.

On a machine of several cores the servers run on the first one alone, and Redis and the load generator on the
others, so that the servers' own work is compared.
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

from benchmarks.cores import cpu_seconds, first_core, other_cores, pinned_to
from benchmarks.load.closed_loop import LoadResult, request, run_closed_loop
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
class EndpointLatency:
    """Result of one kind of request.

    Attributes:
        cpu: CPU microseconds of the server's processes for an answer, without Redis.
        alone: latency on one connection.
        together: throughput on many connections.
    """

    name: str
    cpu: float
    alone: LoadResult
    together: LoadResult


@dataclass(frozen=True, slots=True)
class _Case:
    """A kind of request, and the server that answers it."""

    name: str
    server: Process
    port: int
    requests: Iterator[bytes]

    def run(self, seconds: float, connections: int) -> LoadResult:
        return run_closed_loop(self.port, self.requests, seconds, connections)


def measure(article: dict[str, Any], seconds: float = SECONDS) -> list[EndpointLatency]:
    """Measure echoes, reads and submissions, without API keys and with them.

    The kinds of request alternate several times, so that a passing slowdown of the machine affects them all.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        _echo(Path(folder)) as (echo, port),
        _stack(Path(folder) / "off", "off") as unlocked,
        _stack(Path(folder) / "on", "on") as locked,
    ):
        cases = [
            _Case("echo of a word", echo, port, _repeated(request("GET", "/echo/word"))),
            _Case("echo of a submission", echo, port, _repeated(request("POST", "/echo", article))),
            *_cases(*unlocked, article, ""),
            *_cases(*locked, article, ", with a key"),
        ]
        for case in cases:
            case.run(WARM_UP_SECONDS, CONNECTIONS)
        alone = [case.run(seconds / 2, 1) for case in cases]
        turns = [[_turn(case, seconds / TURNS) for case in cases] for _ in range(TURNS)]
        return [
            _merge_turns(case, result, own) for case, result, *own in zip(cases, alone, *turns, strict=True)
        ]


def _cases(
    stack: Stack, api: Process, headers: dict[str, str], article: dict[str, Any], label: str
) -> list[_Case]:
    path, tag = _finished(stack, article, headers)
    read = request("GET", path, headers=headers)
    unchanged = request("GET", path, headers={**headers, "If-None-Match": tag})
    return [
        _Case(f"cached read{label}", api, stack.port, _repeated(read)),
        _Case(f"read of what has not changed{label}", api, stack.port, _repeated(unchanged)),
        _Case(f"submission{label}", api, stack.port, _uncached(article, headers)),
    ]


def _turn(case: _Case, seconds: float) -> tuple[LoadResult, float]:
    """Return the result on many connections, and the CPU seconds of the server."""
    before = cpu_seconds(case.server.popen.pid)
    result = case.run(seconds, CONNECTIONS)
    return result, cpu_seconds(case.server.popen.pid) - before


def _merge_turns(case: _Case, alone: LoadResult, turns: list[tuple[LoadResult, float]]) -> EndpointLatency:
    together = LoadResult(
        sum(result.seconds for result, _ in turns),
        tuple(itertools.chain.from_iterable(result.latencies for result, _ in turns)),
        sum(result.refused for result, _ in turns),
    )
    spent = sum(cpu for _, cpu in turns)
    return EndpointLatency(case.name, spent * 1e6 / max(1, len(together.latencies)), alone, together)


def _repeated(message: bytes) -> Iterator[bytes]:
    return itertools.repeat(message)


def _uncached(article: dict[str, Any], headers: dict[str, str]) -> Iterator[bytes]:
    """Yield submissions whose analysis is not cached."""
    for number in itertools.count(random.randrange(1 << 40)):
        text = f"{article['text']}\n\nThis was edition {number}."
        yield request("POST", "/v1/articles", {**article, "text": text}, headers)


def _finished(stack: Stack, article: dict[str, Any], headers: dict[str, str]) -> tuple[str, str]:
    """Analyse an article, stop the worker, and return the article's path and ETag."""
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
    """Yield a stack whose API runs on the first core, its API process, and the headers of a client."""
    with Stack(folder, knobs={**KNOBS, "NUTGRAF_AUTH": auth}) as stack:
        with pinned_to(other_cores()):
            store = Store(Settings(redis_url=stack.start_redis()))
        secret, _ = store.keys.create("bench", ("submit", "read"))
        store.close()
        with pinned_to(first_core()):
            api = stack.start_api()
        with pinned_to(other_cores()):
            yield stack, api, {"Authorization": f"Bearer {secret}"} if auth == "on" else {}


@contextmanager
def _echo(folder: Path) -> Iterator[tuple[Process, int]]:
    """Yield the bare app under the API's gunicorn settings, on the API's core, and its port."""
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
    with pinned_to(first_core()):
        process = start("echo", command, folder / "echo.log", environment)
    try:
        wait_for(process, port, 30)
        with pinned_to(other_cores()):
            yield process, port
    finally:
        process.stop()
