"""One tenant hands in a backlog; how long another's articles take meanwhile.

    python -m benchmarks.load.tenant_fairness

The desk hands in one article at a time and waits until it is analysed, first alone and then while hundreds of
articles of the archive wait. The archive's last article tells what the desk would wait in one queue for all.
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

from benchmarks.load.throughput import PATIENCE_SECONDS, edition, hand_in
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
class Waited:
    """Seconds from a submission to its analysis: the median and the most of some articles."""

    articles: int
    median: float
    most: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Waited:
        """Of so many."""
        return cls(len(seconds), median(seconds), max(seconds))


@dataclass(frozen=True, slots=True)
class Turns:
    """What the desk waited, alone and beside the archive.

    ``backlog`` is the number of the archive's articles, and ``last`` the seconds that its last one took.
    """

    alone: Waited
    beside: Waited
    backlog: int
    last: float


def measure() -> Turns:
    """The desk alone, and then beside the archive."""
    with tempfile.TemporaryDirectory() as folder, Stack(Path(folder), knobs=KNOBS) as stack:
        store = Store(Settings(redis_url=stack.start_redis()))
        desk, archive = (
            Client(stack.url, store.keys.create(tenant, ("submit", "read"))[0])
            for tenant in ("desk", "archive")
        )
        stack.start_api()
        stack.start_worker()
        stack.wait_until_ready()
        stream = iter(edition(ARTICLES, offset=3_000_000))
        list(_waits(desk, islice(stream, 7)))
        alone = Waited.of(list(_waits(desk, islice(stream, ARTICLES))))
        began = time.monotonic()
        backlog = hand_in(archive, edition(BACKLOG_ROUNDS, offset=4_000_000))
        beside = Waited.of(list(_waits(desk, islice(stream, ARTICLES))))
        if archive.call("GET", f"/v1/articles/{backlog[-1]}")["status"] != "queued":
            raise RuntimeError("the backlog was over before the desk's articles")
        store.close()
        for identifier in backlog:
            archive.finished(identifier, PATIENCE_SECONDS)
        return Turns(alone, beside, len(backlog), time.monotonic() - began)


def _waits(client: Client, articles: Iterator[dict[str, Any]]) -> Iterator[float]:
    """The seconds that each article takes, one after the other."""
    for article in articles:
        began = time.monotonic()
        client.finished(client.submit(article)["id"], PATIENCE_SECONDS)
        yield time.monotonic() - began
        time.sleep(PAUSE_SECONDS)


def main() -> None:
    """Measure and print."""
    found = measure()
    for name, waited in (("alone", found.alone), ("beside the backlog", found.beside)):
        print(f"{name}: {waited.articles} articles, median {waited.median:.2f} s, most {waited.most:.2f} s")
    print(f"The backlog: {found.backlog} articles, the last one after {found.last:.1f} s.")


if __name__ == "__main__":
    main()
