"""One tenant floods; what becomes of another's latency.

    python -m benchmarks.load.noisy_neighbour [SECONDS]

The steady tenant reads and submits in turn, one request at a time with a pause after each. The flooding one
sends as fast as it is answered, from a process of its own, and has used its quotas up before it is measured;
what comes back of them by and by is granted to it.
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
from benchmarks.load.closed_loop import Pressed, press, request
from benchmarks.report.results_page import table
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
class Felt:
    """Milliseconds of a tenant's requests of one kind: how many there were, the median, and 99 percent."""

    requests: int
    p50: float
    p99: float


@dataclass(frozen=True, slots=True)
class Flood:
    """What the steady tenant felt, by kind of request, alone and under the flood; and the flood itself.

    ``refused`` is the number of the flood's answers that were no success.
    """

    alone: dict[str, Felt]
    flooded: dict[str, Felt]
    sent: int
    refused: int
    seconds: float


def measure(seconds: float = SECONDS) -> Flood:
    """The steady tenant alone, and then beside the flood."""
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
        # What analyses cost is not the question here.
        worker.stop()
        stack.processes.remove(worker)
        alone = _steady(caller, path, article, seconds)
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            while pool.submit(_flood, stack.port, flooding, article, WARM_UP_SECONDS).result().refused == 0:
                pass  # until something is used up
            pressed = pool.submit(_flood, stack.port, flooding, article, seconds + WARM_UP_SECONDS)
            time.sleep(WARM_UP_SECONDS / 2)
            flooded = _steady(caller, path, article, seconds)
            flood = pressed.result()
    return Flood(alone, flooded, len(flood.latencies), flood.refused, flood.seconds)


def _steady(caller: Client, path: str, article: dict[str, Any], seconds: float) -> dict[str, Felt]:
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
    return {kind: _felt(found) for kind, found in latencies.items()}


def _felt(latencies: list[float]) -> Felt:
    p50, p99 = np.percentile(latencies, (50, 99))
    return Felt(len(latencies), float(p50), float(p99))


def _flood(port: int, secret: str, article: dict[str, Any], seconds: float) -> Pressed:
    return press(port, _requests(secret, article), seconds, CONNECTIONS)


def _requests(secret: str, article: dict[str, Any]) -> Iterator[bytes]:
    headers = {"Authorization": f"Bearer {secret}"}
    listing = request("GET", "/v1/articles?limit=1", headers=headers)
    for number in itertools.count(time.time_ns()):
        yield request(
            "POST", "/v1/articles", {**article, "text": f"{article['text']}\n\nFlood {number}."}, headers
        )
        yield listing


def main() -> None:
    """Measure and print."""
    flood = measure(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
    rows = [
        (kind, when, felt.requests, f"{felt.p50:.1f}", f"{felt.p99:.1f}")
        for when, each in (("alone", flood.alone), ("under the flood", flood.flooded))
        for kind, felt in each.items()
    ]
    print("\n".join([table(("request", "", "requests", "p50 ms", "p99 ms"), rows), ""]))
    share = flood.refused / flood.sent
    print(f"The flood: {flood.sent / flood.seconds:.0f} requests a second, {share:.0%} of them refused.")


if __name__ == "__main__":
    main()
