"""The phases of ``make load``: a backlog, a load that can be kept up, an overload."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from pathlib import Path

import redis

from benchmarks.chaos.faults import children
from benchmarks.load.open_loop import Answer, Caller, Times, paced
from benchmarks.load.synthetic_news import Articles
from dev.stack import Stack
from nutgraf.cli.http_client import Client

SHARE = 0.6  # of the capacity, for phases that must not queue up
OVERLOAD = 3.0
QUEUE_SECONDS = 4.0
LEAST_QUEUE = 30


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
