"""``make load``: how much one machine takes, what happens at three times that, and whether anything grows.

The real product (gunicorn, Celery, redis-server, the models) on loopback, in bounded time; whoever makes the
load shares the machine's cores with it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

import redis

from benchmarks.faults import children
from benchmarks.machine import describe_machine
from benchmarks.pacing import Answer, Caller, Times, paced
from deploy.stack import ROOT, Stack
from terminal.client import Client
from workers.pipeline import SHIPPED_MODELS

SHARE = 0.6  # of the capacity, for phases that must not queue up
OVERLOAD = 3.0
QUEUE_SECONDS = 4.0
LEAST_QUEUE = 30
SAMPLES = 20
LONG_WORD = 5
_CONTENT = re.compile(r"\b[A-Z][a-z]{2,}\b|\b[a-z]{5,}\b")


@dataclass(slots=True)
class Sample:
    """One look in a soak: resident MiB of everything but Redis, and Redis' keys and MiB."""

    minute: float
    resident: float
    keys: int
    used: float


@dataclass(slots=True)
class Overload:
    """What happened at three times the capacity."""

    limit: int
    submitted: Times
    reads: Times
    without_retry_after: int
    recovery: float
    unfinished: int


@dataclass(slots=True)
class Findings:
    """Everything that one run found."""

    capacity: dict[int, float] = field(default_factory=dict)
    accepts: Times = field(default_factory=Times)
    reads: Times = field(default_factory=Times)
    repeats: Times = field(default_factory=Times)
    journeys: Times = field(default_factory=Times)
    processor: dict[str, float] = field(default_factory=dict)
    bytes_waiting: float = 0.0
    bytes_finished: float = 0.0
    overload: Overload | None = None
    soak: list[Sample] = field(default_factory=list)


class Articles:
    """Different articles without end: the examples' sentences, each with other names and other words.

    Articles that only differ in a few words would be one story of thousands, which no news is.
    """

    def __init__(self) -> None:
        examples = Client.examples(ROOT / "examples")
        self._texts = [each["text"] for each in examples if each.get("language") == "en" and "text" in each]
        self.characters = sum(map(len, self._texts)) / len(self._texts)
        known = json.loads((SHIPPED_MODELS / "stories" / "rarity.json").read_text())["frequencies"]
        self._words = [word for word in known if len(word) >= LONG_WORD and word.isascii() and word.isalpha()]
        self._run = time.time_ns()

    def __call__(self, number: int) -> dict[str, Any]:
        """The one of this number."""
        chance, exchange = random.Random(self._run + number), dict[str, str]()

        def other(match: re.Match[str]) -> str:
            word = match[0]
            if word not in exchange:
                exchange[word] = self._name(chance) if word[0].isupper() else chance.choice(self._words)
            return exchange[word]

        text = _CONTENT.sub(other, chance.choice(self._texts))
        return {"text": text, "source": {"name": f"Source {number % 40}"}}

    @staticmethod
    def _name(chance: random.Random) -> str:
        syllables = (
            chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(chance.randint(2, 4))
        )
        return ("".join(syllables) + chance.choice("nrlst")).capitalize()


@contextmanager
def product(folder: Path, workers: int, **knobs: str) -> Iterator[tuple[Stack, redis.Redis]]:
    """Two API processes, one worker with so many children, and a Redis."""
    common = {
        "NUTGRAF_LOG_LEVEL": "warning",
        "NUTGRAF_WORKER_CHILDREN": str(workers),
        "NUTGRAF_PROCESSES": "2",
    }
    with Stack(folder, knobs={**common, **knobs}) as stack:
        client = redis.Redis.from_url(stack.start_redis())
        stack.start_api()
        stack.start_worker()
        stack.wait_until_ready()
        yield stack, client
        client.close()


def backlog(stack: Stack, articles: Articles, count: int) -> list[str]:
    """Submit so many at once in batches of twenty; gives their ids."""
    client, ids = Client(stack.url), []
    for start in range(0, count, 20):
        batch = [articles(start + number) for number in range(20)]
        items = client.call("POST", "/v1/articles/batch", {"articles": batch})["items"]
        ids += [str(item["article"]["id"]) for item in items]
    return ids


def settle(client: redis.Redis) -> float:
    """Seconds until nothing is unfinished."""
    began = time.monotonic()
    while client.zcard("ng:queued") or client.zcard("ng:leased"):
        time.sleep(0.02)
    return time.monotonic() - began


def used_bytes(client: redis.Redis) -> int:
    """What Redis has in memory."""
    client.execute_command("MEMORY", "PURGE")
    return int(client.info("memory")["used_memory"])


def capacity(folder: Path, workers: int, count: int, found: Findings) -> None:
    """Articles a second from a backlog, and the bytes that one takes while it waits and afterwards."""
    articles = Articles()
    with product(folder, workers) as (stack, client):
        backlog(stack, articles, 20)
        settle(client)
        worker = next(process for process in stack.processes if process.name == "worker")
        for child in children(worker.popen.pid):
            os.kill(child, 19)  # SIGSTOP: the queue is filled while nobody works it off
        before, spent = used_bytes(client), processor_seconds(stack)
        backlog(stack, articles, count)
        found.bytes_waiting = (used_bytes(client) - before) / count
        for child in children(worker.popen.pid):
            os.kill(child, 18)  # SIGCONT
        found.capacity[workers] = count / settle(client)
        found.processor = {
            name: (seconds - spent[name]) / count * 1000 for name, seconds in processor_seconds(stack).items()
        }
        found.bytes_finished = (used_bytes(client) - before) / count


def processor_seconds(stack: Stack) -> dict[str, float]:
    """What each role has used of the processors so far; other programs on the machine don't count."""
    ticks = os.sysconf("SC_CLK_TCK")
    return {
        process.name: sum(_ticks(pid) for pid in (process.popen.pid, *children(process.popen.pid))) / ticks
        for process in stack.processes
    }


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def latencies(folder: Path, workers: int, seconds: float, found: Findings) -> None:
    """Times to accept, to read, to answer from the cache and to finish, at a load that can be kept up."""
    articles = Articles()
    rate = SHARE * found.capacity[workers]
    with product(folder, workers) as (stack, client):
        caller = Caller(stack.url)
        found.accepts = paced(
            rate, seconds, lambda number: caller.call("POST", "/v1/articles", articles(number))
        )
        settle(client)
        ids = [answer.body["id"] for answer in found.accepts.answers if answer.status == HTTPStatus.ACCEPTED]
        found.reads = paced(
            100, 10, lambda number: caller.call("GET", f"/v1/articles/{ids[number % len(ids)]}")
        )
        found.repeats = paced(
            50, 10, lambda number: caller.call("POST", "/v1/articles", articles(number % len(ids)))
        )
        for identifier in ids:
            article = caller.call("GET", f"/v1/articles/{identifier}").body
            created, completed = (
                datetime.fromisoformat(article[f"{name}_at"]) for name in ("created", "completed")
            )
            found.journeys.seconds.append((completed - created).total_seconds())


def overload(folder: Path, workers: int, seconds: float, found: Findings) -> None:
    """Three times the capacity against a small queue, with readers beside it."""
    articles = Articles()
    rate = found.capacity[workers]
    limit = max(LEAST_QUEUE, int(QUEUE_SECONDS * rate))
    with product(folder, workers, NUTGRAF_MAX_QUEUE=str(limit)) as (stack, client):
        caller = Caller(stack.url)
        read = backlog(stack, articles, 20)
        settle(client)

        def request(number: int) -> Answer:
            """Every second request is a read."""
            if number % 2:
                return caller.call("GET", f"/v1/articles/{read[number % len(read)]}")
            return caller.call("POST", "/v1/articles", articles(1000 + number))

        mixed = paced(2 * OVERLOAD * rate, seconds, request)
        submitted, reads = Times(), Times()
        for answer in mixed.answers:
            kind = reads if answer.body and answer.body.get("id") in read else submitted
            kind.statuses[answer.status] += 1
            kind.seconds.append(answer.seconds)
        refused = [answer for answer in mixed.answers if answer.status == HTTPStatus.SERVICE_UNAVAILABLE]
        recovery = settle(client)
        again = caller.call("POST", "/v1/articles", articles(10**6))
        ids = [answer.body["id"] for answer in mixed.answers if answer.status == HTTPStatus.ACCEPTED]
        states = [caller.call("GET", f"/v1/articles/{identifier}").body["status"] for identifier in ids]
        found.overload = Overload(
            limit, submitted, reads,
            sum("Retry-After" not in answer.headers for answer in refused),
            recovery,
            sum(state != "completed" for state in states) + (again.status != HTTPStatus.ACCEPTED),
        )  # fmt: skip


def soak(folder: Path, workers: int, seconds: float, found: Findings) -> None:
    """A load that can be kept up, with articles that expire, and a look at memory and keys now and then."""
    articles, rate = Articles(), SHARE * found.capacity[workers]
    lifetime = str(max(2, int(seconds / 12)))
    short = {
        f"NUTGRAF_{name}_TTL_SECONDS": lifetime for name in ("ARTICLE", "TOMBSTONE", "CACHE", "IDEMPOTENCY")
    }
    with product(folder, workers, **short) as (stack, client):
        caller, began, sent = Caller(stack.url), time.monotonic(), 0
        for _ in range(SAMPLES):
            first = sent
            sent += int(rate * seconds / SAMPLES)
            paced(
                rate,
                seconds / SAMPLES,
                lambda number, first=first: caller.call("POST", "/v1/articles", articles(first + number)),
            )
            keys, used = int(client.dbsize()), used_bytes(client) / 2**20
            found.soak.append(Sample((time.monotonic() - began) / 60, resident(stack), keys, used))


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


def report(found: Findings, seconds: float) -> str:
    """The page that ``benchmarks/LOAD.md`` holds."""
    lines = [*_capacity_lines(found), "", *_latency_lines(found, seconds)]
    if found.overload is not None:
        lines += ["", *_overload_lines(found.overload, seconds)]
    if found.soak:
        lines += ["", *_soak_lines(found.soak)]
    return "\n".join([*lines, ""])


def _capacity_lines(found: Findings) -> list[str]:
    today, load = f"{datetime.now(UTC):%Y-%m-%d}", os.getloadavg()[0]
    rows = [
        f"| {workers} | {rate:.2f} | {rate * 86400:,.0f} |"
        for workers, rate in sorted(found.capacity.items())
    ]
    costs = [f"{name} {cost:.0f}" for name, cost in found.processor.items()]
    return [
        "# Load",
        "",
        f"Written by `make load` on {today}; {describe_machine()}; load average at the end {load:.1f}.",
        f"English articles of {Articles().characters:.0f} characters on average, each different; the product",
        "and its caller on one machine.",
        "",
        "| children of one worker | articles a second | a day |",
        "| --- | --- | --- |",
        *rows,
        "",
        "Processor time for an article, in milliseconds: " + ", ".join(costs) + ".",
    ]


def _latency_lines(found: Findings, seconds: float) -> list[str]:
    return [
        f"At {SHARE:.0%} of what {max(found.capacity)} children take, for {seconds:g} s:",
        "",
        "| milliseconds | p50 | p95 | p99 |",
        "| --- | --- | --- | --- |",
        f"| accept | {found.accepts.row()} |",
        f"| read a finished article (100 a second) | {found.reads.row()} |",
        f"| answer a repeated document from the cache (50 a second) | {found.repeats.row()} |",
        f"| from acceptance to commit | {found.journeys.row()} |",
        "",
        f"Redis: {found.bytes_waiting / 1000:.1f} kB for an article that waits,",
        f"{found.bytes_finished / 1000:.1f} kB for a finished one with its analysis and the cached copy.",
    ]


def _overload_lines(over: Overload, seconds: float) -> list[str]:
    accepted = over.submitted.statuses[HTTPStatus.ACCEPTED]
    refused = over.submitted.statuses[HTTPStatus.SERVICE_UNAVAILABLE]
    others = sum(over.submitted.statuses.values()) - accepted - refused
    good, reads = over.reads.statuses[HTTPStatus.OK], sum(over.reads.statuses.values())
    return [
        f"At {OVERLOAD:g} times the capacity with `NUTGRAF_MAX_QUEUE={over.limit}`, for {seconds:g} s:",
        f"{accepted} accepted, {refused} refused with 503, {over.without_retry_after} without `Retry-After`;",
        f"other answers: {others}. Accepted and not completed: {over.unfinished}.",
        f"The queue was empty again {over.recovery:.1f} s later.",
        "",
        "| milliseconds | p50 | p95 | p99 |",
        "| --- | --- | --- | --- |",
        f"| submit, accepted or refused | {over.submitted.row()} |",
        f"| read meanwhile ({good} of {reads} were 200) | {over.reads.row()} |",
    ]


def _soak_lines(looks: list[Sample]) -> list[str]:
    rows = [f"| {one.minute:.1f} | {one.resident:.0f} | {one.keys} | {one.used:.1f} |" for one in looks]
    return [
        f"Soak at {SHARE:.0%}, every lifetime a twelfth of it:",
        "",
        "| minute | MiB of all processes but Redis | keys | MiB in Redis |",
        "| --- | --- | --- | --- |",
        *rows,
    ]


def main() -> int:
    """Run everything, print the page, and fail when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30, help="length of the phases")
    parser.add_argument("--backlog", type=int, default=200, help="articles to measure the capacity with")
    parser.add_argument("--soak", type=float, default=120, help="length of the soak; 0 for none")
    parser.add_argument("--children", type=int, nargs="+", default=sorted({1, len(os.sched_getaffinity(0))}))
    options = parser.parse_args()
    folder, found = Path(tempfile.mkdtemp(prefix="nutgraf-load-")), Findings()
    most = max(options.children)
    for workers in options.children:
        capacity(folder / f"capacity{workers}", workers, options.backlog, found)
    latencies(folder / "latencies", most, options.seconds, found)
    overload(folder / "overload", most, options.seconds, found)
    if options.soak:
        soak(folder / "soak", most, options.soak, found)
    page = report(found, options.seconds)
    Path(__file__).with_name("LOAD.md").write_text(page)
    print(page)
    over = found.overload
    kept = over is not None and over.without_retry_after == 0 and over.unfinished == 0
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main())
