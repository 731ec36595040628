"""``make soak``: a steady load for half an hour, with articles that expire, to see whether anything grows.

The real product on loopback; ``docs/measurements/soak.md`` is written anew.
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
from benchmarks.load.open_loop import Answer, Caller, paced
from benchmarks.load.phases import product, used_bytes
from benchmarks.load.synthetic_news import Articles
from benchmarks.report.machine import describe_machine
from dev.stack import ROOT, Stack

MINUTES = 30.0
RATE = 2.0
LOOKS = 15
LIFETIMES = 10
"""How often in the run everything that was kept has expired."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One look.

    Attributes:
        sent: articles submitted so far; ``refused`` since the last look.
        waiting: articles that are not finished.
        resident: MiB of everything but Redis, what processes share counted in parts.
        keys, used: Redis' keys and MiB.
    """

    minute: float
    sent: int
    refused: int
    waiting: int
    resident: float
    keys: int
    used: float


def soak(folder: Path, rate: float, seconds: float) -> list[Sample]:
    """Submit ``rate`` articles a second, which expire soon, and look at memory and keys now and then."""
    lifetime = str(max(2, int(seconds / LIFETIMES)))
    names = (
        "ARTICLE_TTL", "TOMBSTONE_TTL", "CACHE_TTL", "IDEMPOTENCY_TTL", "STORY_WINDOW", "WEBHOOK_LOG_TTL",
    )  # fmt: skip
    short = {f"NUTGRAF_{name}_SECONDS": lifetime for name in names}
    articles, looks = Articles(), list[Sample]()
    with product(folder, len(os.sched_getaffinity(0)), **short) as (stack, client):
        caller, began, sent = Caller(stack.url), time.monotonic(), 0

        def submit(number: int) -> Answer:
            return caller.call("POST", "/v1/articles", articles(sent + number))

        for _ in range(LOOKS):
            answers = paced(rate, seconds / LOOKS, submit).answers
            sent += len(answers)
            refused = sum(answer.status != HTTPStatus.ACCEPTED for answer in answers)
            waiting = int(client.zcard("ng:queued")) + int(client.zcard("ng:leased"))
            keys, used = int(client.dbsize()), used_bytes(client) / 2**20
            minute = (time.monotonic() - began) / 60
            looks.append(Sample(minute, sent, refused, waiting, resident(stack), keys, used))
    return looks


def resident(stack: Stack) -> float:
    """MiB of the product's processes, what they share counted in parts."""
    roots = [process.popen.pid for process in stack.processes if process.name != "Redis"]
    return sum(_proportional(pid) for root in roots for pid in (root, *children(root))) / 1024


def _proportional(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))


def page(rate: float, looks: Sequence[Sample]) -> str:
    """The page that ``docs/measurements/soak.md`` holds."""
    rows = [
        f"| {one.minute:.0f} | {one.sent} | {one.refused} | {one.waiting} | {one.resident:.0f} | {one.keys} "
        f"| {one.used:.1f} |"
        for one in looks
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
    """Soak, print the page and keep it."""
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
