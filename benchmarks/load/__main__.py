"""Measure the capacity of one machine, latency below it, and overload at three times of it (``make load``).

The real product (gunicorn, Celery, redis-server, the models) runs on loopback, in bounded time. The load
generator shares the machine's cores with it.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

from benchmarks.load.phases import (
    OVERLOAD,
    SUSTAINED_SHARE,
    LoadResults,
    Overload,
    measure_capacity,
    measure_latencies,
    measure_overload,
)
from benchmarks.load.synthetic_news import SyntheticNews
from benchmarks.report.machine import describe_machine
from dev.stack import ROOT


def report(results: LoadResults, seconds: float) -> str:
    """Render the page ``docs/measurements/load.md``."""
    lines = [*_capacity_lines(results), "", *_latency_lines(results, seconds)]
    if results.overload is not None:
        lines += ["", *_overload_lines(results.overload, seconds)]
    return "\n".join([*lines, ""])


def _capacity_lines(results: LoadResults) -> list[str]:
    today, load = f"{datetime.now(UTC):%Y-%m-%d}", os.getloadavg()[0]
    rows = [
        f"| {workers} | {rate:.2f} | {rate * 86400:,.0f} |"
        for workers, rate in sorted(results.capacity.items())
    ]
    costs = [f"{name} {cost:.1f}" for name, cost in results.processor.items()]
    return [
        "# Load",
        "",
        f"Written by `make load` on {today}; {describe_machine()}; load average at the end {load:.1f}.",
        f"English articles of {SyntheticNews().characters:.0f} characters on average, each different;",
        "the product and its caller on one machine.",
        "",
        "| children of one worker | articles a second | a day |",
        "| --- | --- | --- |",
        *rows,
        "",
        "Processor time for an article, in milliseconds: " + ", ".join(costs) + ".",
    ]


def _latency_lines(results: LoadResults, seconds: float) -> list[str]:
    return [
        f"At {SUSTAINED_SHARE:.0%} of what {max(results.capacity)} children take, for {seconds:g} s:",
        "",
        "| milliseconds | p50 | p95 | p99 |",
        "| --- | --- | --- | --- |",
        f"| accept | {results.accepts.row()} |",
        f"| read a finished article (100 a second) | {results.reads.row()} |",
        f"| answer a repeated document from the cache (50 a second) | {results.repeats.row()} |",
        f"| from acceptance to commit | {results.completion_times.row()} |",
        "",
        f"Redis: {results.bytes_waiting / 1000:.1f} kB for an article that waits,",
        f"{results.bytes_finished / 1000:.1f} kB for a finished one with its analysis and the cached copy.",
    ]


def _overload_lines(over: Overload, seconds: float) -> list[str]:
    accepted = over.submitted.statuses[HTTPStatus.ACCEPTED]
    refused = over.submitted.statuses[HTTPStatus.SERVICE_UNAVAILABLE]
    named = (HTTPStatus.ACCEPTED, HTTPStatus.SERVICE_UNAVAILABLE)
    others = [f"{n} with {status}" for status, n in over.submitted.statuses.items() if status not in named]
    good, reads = over.reads.statuses[HTTPStatus.OK], sum(over.reads.statuses.values())
    return [
        f"At {OVERLOAD:g} times the capacity with `NUTGRAF_MAX_QUEUE={over.limit}`, for {seconds:g} s:",
        f"{accepted} accepted, {refused} refused with 503, {over.without_retry_after} without `Retry-After`;",
        f"other answers: {', '.join(others) or 'none'}. Accepted and not completed: {over.unfinished}.",
        f"The queue was empty again {over.recovery:.1f} s later.",
        "",
        "| milliseconds | p50 | p95 | p99 |",
        "| --- | --- | --- | --- |",
        f"| submit, accepted or refused | {over.submitted.row()} |",
        f"| read meanwhile ({good} of {reads} were 200) | {over.reads.row()} |",
    ]


def main() -> int:
    """Run all phases, write and print the page; return 1 if an accepted article was not completed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30, help="length of the phases")
    parser.add_argument("--backlog", type=int, default=200, help="articles to measure the capacity with")
    parser.add_argument("--children", type=int, nargs="+", default=sorted({1, len(os.sched_getaffinity(0))}))
    options = parser.parse_args()
    folder, results = Path(tempfile.mkdtemp(prefix="nutgraf-load-")), LoadResults()
    most = max(options.children)
    for workers in options.children:
        measure_capacity(folder / f"capacity{workers}", workers, options.backlog, results)
    measure_latencies(folder / "latencies", most, options.seconds, results)
    measure_overload(folder / "overload", most, options.seconds, results)
    page = report(results, options.seconds)
    (ROOT / "docs/measurements/load.md").write_text(page)
    print(page)
    over = results.overload
    kept = over is not None and over.without_retry_after == 0 and over.unfinished == 0
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main())
