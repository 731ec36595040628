"""Measure how long the articles of one tenant take while another's backlog waits.

    python -m benchmarks.load.tenant_fairness

The tenant "desk" submits one article at a time and waits for its analysis, first alone and then while
hundreds of articles of the tenant "archive" wait. The archive's last article shows the wait in a common
queue.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.load.throughput import PATIENCE_SECONDS, respelled_examples, submit_all
from dev.stack import Stack
from nutgraf.cli.http_client import Client
from nutgraf.settings import Settings
from nutgraf.store import Store

ARTICLES = 20
BACKLOG_ROUNDS = 60
PAUSE_SECONDS = 0.2
KNOBS = {
    "NUTGRAF_AUTH": "on",
    "NUTGRAF_SUBMIT_UNITS_PER_MINUTE": "100000",
    "NUTGRAF_LOG_LEVEL": "warning",
}


@dataclass(frozen=True, slots=True)
class WaitSummary:
    """Median and maximum of the seconds from submission to analysis."""

    articles: int
    median: float
    most: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> WaitSummary:
        """Summarize the seconds of some articles."""
        return cls(len(seconds), median(seconds), max(seconds))


@dataclass(frozen=True, slots=True)
class TenantFairness:
    """Waiting times of the desk, alone and beside the archive.

    Attributes:
        backlog: number of the archive's articles.
        last: seconds until the archive's last article was analysed.
    """

    alone: WaitSummary
    beside: WaitSummary
    backlog: int
    last: float


def measure() -> TenantFairness:
    """Measure the desk alone, and then beside the archive."""
    with tempfile.TemporaryDirectory() as folder, Stack(Path(folder), knobs=KNOBS) as stack:
        store = Store(Settings(redis_url=stack.start_redis()))
        desk, archive = (
            Client(stack.url, store.keys.create(tenant, ("submit", "read"))[0])
            for tenant in ("desk", "archive")
        )
        stack.start_api()
        stack.start_worker()
        stack.wait_until_ready()
        stream = iter(respelled_examples(ARTICLES, offset=3_000_000))
        list(_waits(desk, islice(stream, 7)))
        alone = WaitSummary.of(list(_waits(desk, islice(stream, ARTICLES))))
        began = time.monotonic()
        backlog = submit_all(archive, respelled_examples(BACKLOG_ROUNDS, offset=4_000_000))
        beside = WaitSummary.of(list(_waits(desk, islice(stream, ARTICLES))))
        if archive.call("GET", f"/v1/articles/{backlog[-1]}")["status"] != "queued":
            raise RuntimeError("the backlog was over before the desk's articles")
        store.close()
        for identifier in backlog:
            archive.finished(identifier, PATIENCE_SECONDS)
        return TenantFairness(alone, beside, len(backlog), time.monotonic() - began)


def _waits(client: Client, articles: Iterator[dict[str, Any]]) -> Iterator[float]:
    """Submit articles one after the other, and yield the seconds of each."""
    for article in articles:
        began = time.monotonic()
        client.finished(client.submit(article)["id"], PATIENCE_SECONDS)
        yield time.monotonic() - began
        time.sleep(PAUSE_SECONDS)


def main() -> None:
    """Measure, and print the waiting times."""
    found = measure()
    for name, waited in (("alone", found.alone), ("beside the backlog", found.beside)):
        print(f"{name}: {waited.articles} articles, median {waited.median:.2f} s, most {waited.most:.2f} s")
    print(f"The backlog: {found.backlog} articles, the last one after {found.last:.1f} s.")


if __name__ == "__main__":
    main()
