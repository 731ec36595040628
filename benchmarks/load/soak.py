"""Run a steady load for half an hour and sample memory and keys, to find growth (``make soak``).

The real product runs on loopback, with articles that expire. ``docs/measurements/soak.md`` is rewritten.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

from benchmarks.chaos.faults import children
from benchmarks.load.open_loop import HttpCaller, TimedResponse, run_open_loop
from benchmarks.load.phases import running_product, used_bytes
from benchmarks.load.synthetic_news import SyntheticNews
from benchmarks.report.machine import describe_machine
from dev.stack import ROOT, Stack

MINUTES = 30.0
RATE = 2.0
SAMPLES = 15
LIFETIMES_PER_RUN = 10
"""How often during the run everything that is kept expires."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample.

    Attributes:
        minute: minutes since the start.
        sent: articles submitted since the start.
        refused: submissions refused since the last sample.
        waiting: unfinished articles.
        resident: proportional set size of all processes but Redis, in MiB.
        keys: keys in Redis.
        used: MiB that Redis uses.
    """

    minute: float
    sent: int
    refused: int
    waiting: int
    resident: float
    keys: int
    used: float


def soak(folder: Path, rate: float, seconds: float) -> list[Sample]:
    """Submit ``rate`` articles a second, which expire soon, and take ``SAMPLES`` samples."""
    lifetime = str(max(2, int(seconds / LIFETIMES_PER_RUN)))
    names = (
        "ARTICLE_TTL", "TOMBSTONE_TTL", "CACHE_TTL", "IDEMPOTENCY_TTL", "STORY_WINDOW", "WEBHOOK_LOG_TTL",
    )  # fmt: skip
    short = {f"NUTGRAF_{name}_SECONDS": lifetime for name in names}
    articles, samples = SyntheticNews(), list[Sample]()
    with running_product(folder, len(os.sched_getaffinity(0)), **short) as (stack, client):
        caller, began, sent = HttpCaller(stack.url), time.monotonic(), 0

        def submit(number: int) -> TimedResponse:
            return caller.call("POST", "/v1/articles", articles(sent + number))

        for _ in range(SAMPLES):
            answers = run_open_loop(rate, seconds / SAMPLES, submit).answers
            sent += len(answers)
            refused = sum(answer.status != HTTPStatus.ACCEPTED for answer in answers)
            waiting = int(client.zcard("ng:queued")) + int(client.zcard("ng:leased"))
            keys, used = int(client.dbsize()), used_bytes(client) / 2**20
            minute = (time.monotonic() - began) / 60
            samples.append(Sample(minute, sent, refused, waiting, resident_memory(stack), keys, used))
    return samples


def resident_memory(stack: Stack) -> float:
    """Return the proportional set size of the product's processes in MiB, without Redis."""
    roots = [process.popen.pid for process in stack.processes if process.name != "Redis"]
    return sum(_proportional(pid) for root in roots for pid in (root, *children(root))) / 1024


def _proportional(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))


def page(rate: float, samples: Sequence[Sample]) -> str:
    """Render the page ``docs/measurements/soak.md``."""
    rows = [
        f"| {one.minute:.0f} | {one.sent} | {one.refused} | {one.waiting} | {one.resident:.0f} | {one.keys} "
        f"| {one.used:.1f} |"
        for one in samples
    ]
    lines = [
        "# Soak",
        "",
        f"Written by `make soak` on {datetime.now(UTC):%Y-%m-%d}; {describe_machine()};",
        f"load average at the end {os.getloadavg()[0]:.1f}. {rate:g} different articles a second;",
        "whatever is kept lives for a tenth of the run.",
        "",
        "| minute | submitted | refused | unfinished | MiB without Redis | keys | MiB in Redis |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *rows,
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    """Run the load, write and print the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=MINUTES)
    parser.add_argument("--rate", type=float, default=RATE, help="articles a second")
    parser.add_argument("--out", type=Path, default=ROOT / "docs/measurements/soak.md")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="nutgraf-soak-"))
    found = page(options.rate, soak(folder, options.rate, options.minutes * 60))
    options.out.write_text(found)
    print(found)


if __name__ == "__main__":
    main()
