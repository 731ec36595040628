"""Measure the latency of one tenant while another floods the API.

    python -m benchmarks.load.noisy_neighbour [SECONDS]

The steady tenant reads and submits in turn, one request at a time with a pause after each. The flooding
tenant sends as fast as it is answered, from a process of its own. Its quotas are used up before the
measurement; what they regain during it is granted.
"""

from __future__ import annotations

import itertools
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.engine.articles import examples
from benchmarks.load.closed_loop import LoadResult, request, run_closed_loop
from benchmarks.report.results_page import markdown_table
from dev.stack import Stack
from nutgraf.cli.http_client import Client
from nutgraf.settings import Settings
from nutgraf.store import Store

SECONDS = 15.0
CONNECTIONS = 16
PAUSE_SECONDS = 0.02
WARM_UP_SECONDS = 1.0
QUOTA = 900  # of each tenant, for reading and for submitting; the steady one stays below it
KNOBS = {
    "NUTGRAF_AUTH": "on",
    "NUTGRAF_SUBMIT_UNITS_PER_MINUTE": str(QUOTA),
    "NUTGRAF_READ_UNITS_PER_MINUTE": str(QUOTA),
}


@dataclass(frozen=True, slots=True)
class LatencySummary:
    """Number of a tenant's requests of one kind, and the median and 99th percentile in milliseconds."""

    requests: int
    p50: float
    p99: float


@dataclass(frozen=True, slots=True)
class NoisyNeighbour:
    """Latency of the steady tenant by kind of request, and the size of the flood.

    Attributes:
        alone: latency without the flood.
        flooded: latency during the flood.
        sent: requests of the flood.
        refused: answers to the flood with a status of neither 2xx nor 3xx.
        seconds: duration of the flood.
    """

    alone: dict[str, LatencySummary]
    flooded: dict[str, LatencySummary]
    sent: int
    refused: int
    seconds: float


def measure(seconds: float = SECONDS) -> NoisyNeighbour:
    """Measure the steady tenant alone, and then during the flood."""
    article = {"title": examples()[0].title, "text": examples()[0].text}
    with tempfile.TemporaryDirectory() as folder, Stack(Path(folder), knobs=KNOBS) as stack:
        store = Store(Settings(redis_url=stack.start_redis()))
        steady, _ = store.keys.create("steady", ("submit", "read"))
        flooding, _ = store.keys.create("flooding", ("submit", "read"))
        store.close()
        stack.start_api()
        worker = stack.start_worker()
        stack.wait_until_ready()
        caller = Client(stack.url, steady)
        path = f"/v1/articles/{caller.finished(caller.submit(article)['id'], 60)['id']}"
        # Analyses would share the cores.
        worker.stop()
        stack.processes.remove(worker)
        alone = _steady(caller, path, article, seconds)
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            while pool.submit(_flood, stack.port, flooding, article, WARM_UP_SECONDS).result().refused == 0:
                pass  # until the quotas are used up
            flooding_process = pool.submit(_flood, stack.port, flooding, article, seconds + WARM_UP_SECONDS)
            time.sleep(WARM_UP_SECONDS / 2)
            flooded = _steady(caller, path, article, seconds)
            flood = flooding_process.result()
    return NoisyNeighbour(alone, flooded, len(flood.latencies), flood.refused, flood.seconds)


def _steady(caller: Client, path: str, article: dict[str, Any], seconds: float) -> dict[str, LatencySummary]:
    """Read and submit in turn for some seconds; return the latency of each kind of request."""
    latencies: dict[str, list[float]] = {"read": [], "submission": []}
    began = time.perf_counter()
    for number in itertools.count():
        if (sent := time.perf_counter()) - began > seconds:
            break
        if number % 2:
            caller.call("GET", path)
        else:
            caller.submit({**article, "text": f"{article['text']}\n\nThis was number {number} at {sent}."})
        latencies["read" if number % 2 else "submission"].append((time.perf_counter() - sent) * 1000)
        time.sleep(PAUSE_SECONDS)
    return {kind: _summary(found) for kind, found in latencies.items()}


def _summary(latencies: list[float]) -> LatencySummary:
    p50, p99 = np.percentile(latencies, (50, 99))
    return LatencySummary(len(latencies), float(p50), float(p99))


def _flood(port: int, secret: str, article: dict[str, Any], seconds: float) -> LoadResult:
    return run_closed_loop(port, _requests(secret, article), seconds, CONNECTIONS)


def _requests(secret: str, article: dict[str, Any]) -> Iterator[bytes]:
    headers = {"Authorization": f"Bearer {secret}"}
    listing = request("GET", "/v1/articles?limit=1", headers=headers)
    for number in itertools.count(time.time_ns()):
        yield request(
            "POST", "/v1/articles", {**article, "text": f"{article['text']}\n\nFlood {number}."}, headers
        )
        yield listing


def main() -> None:
    """Measure, and print a table."""
    flood = measure(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
    rows = [
        (kind, when, summary.requests, f"{summary.p50:.1f}", f"{summary.p99:.1f}")
        for when, each in (("alone", flood.alone), ("under the flood", flood.flooded))
        for kind, summary in each.items()
    ]
    print("\n".join([markdown_table(("request", "", "requests", "p50 ms", "p99 ms"), rows), ""]))
    share = flood.refused / flood.sent
    print(f"The flood: {flood.sent / flood.seconds:.0f} requests a second, {share:.0%} of them refused.")


if __name__ == "__main__":
    main()
