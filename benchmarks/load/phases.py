"""Phases of ``make load``: backlog, sustained load, overload."""

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
from benchmarks.load.open_loop import HttpCaller, ResponseTimes, TimedResponse, run_open_loop
from benchmarks.load.synthetic_news import SyntheticNews
from dev.stack import Stack
from nutgraf.cli.http_client import Client

SUSTAINED_SHARE = 0.6  # of the capacity, so that no queue builds up
OVERLOAD = 3.0
QUEUE_SECONDS = 4.0
MIN_QUEUE = 30


@dataclass(slots=True)
class Overload:
    """Result of the phase at three times the capacity.

    Attributes:
        limit: ``NUTGRAF_MAX_QUEUE``.
        submitted: answers to submissions.
        reads: answers to reads.
        without_retry_after: refusals that lack the header.
        recovery: seconds until the queue was empty.
        unfinished: accepted articles that were not completed.
    """

    limit: int
    submitted: ResponseTimes
    reads: ResponseTimes
    without_retry_after: int
    recovery: float
    unfinished: int


@dataclass(slots=True)
class LoadResults:
    """Results of all phases; ``capacity`` is articles a second by number of worker children."""

    capacity: dict[int, float] = field(default_factory=dict)
    accepts: ResponseTimes = field(default_factory=ResponseTimes)
    reads: ResponseTimes = field(default_factory=ResponseTimes)
    repeats: ResponseTimes = field(default_factory=ResponseTimes)
    completion_times: ResponseTimes = field(default_factory=ResponseTimes)
    processor: dict[str, float] = field(default_factory=dict)
    bytes_waiting: float = 0.0
    bytes_finished: float = 0.0
    overload: Overload | None = None


@contextmanager
def running_product(folder: Path, workers: int, **knobs: str) -> Iterator[tuple[Stack, redis.Redis]]:
    """Yield a stack of two API processes, one worker and a Redis, and a client of that Redis."""
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


def backlog(stack: Stack, articles: SyntheticNews, count: int) -> list[str]:
    """Submit ``count`` articles in batches of twenty and return their ids."""
    client, ids = Client(stack.url), []
    for start in range(0, count, 20):
        batch = [articles(start + number) for number in range(20)]
        items = client.call("POST", "/v1/articles/batch", {"articles": batch})["items"]
        ids += [str(item["article"]["id"]) for item in items]
    return ids


def wait_until_idle(client: redis.Redis) -> float:
    """Wait until every article is finished, and return the seconds."""
    began = time.monotonic()
    while client.zcard("ng:queued") or client.zcard("ng:leased"):
        time.sleep(0.02)
    return time.monotonic() - began


def used_bytes(client: redis.Redis) -> int:
    """Return the bytes that Redis uses, after a purge."""
    client.execute_command("MEMORY", "PURGE")
    return int(client.info("memory")["used_memory"])


def measure_capacity(folder: Path, workers: int, count: int, results: LoadResults) -> None:
    """Measure articles a second from a backlog, CPU time, and the bytes of an article before and after."""
    articles = SyntheticNews()
    with running_product(folder, workers) as (stack, client):
        backlog(stack, articles, 20)
        wait_until_idle(client)
        worker = next(process for process in stack.processes if process.name == "worker")
        for child in children(worker.popen.pid):
            os.kill(child, 19)  # SIGSTOP: fill the queue while no worker empties it
        before, spent = used_bytes(client), processor_seconds(stack)
        backlog(stack, articles, count)
        results.bytes_waiting = (used_bytes(client) - before) / count
        for child in children(worker.popen.pid):
            os.kill(child, 18)  # SIGCONT
        results.capacity[workers] = count / wait_until_idle(client)
        results.processor = {
            name: (seconds - spent[name]) / count * 1000 for name, seconds in processor_seconds(stack).items()
        }
        results.bytes_finished = (used_bytes(client) - before) / count


def processor_seconds(stack: Stack) -> dict[str, float]:
    """Return the CPU seconds of each process of the stack with its children."""
    ticks = os.sysconf("SC_CLK_TCK")
    return {
        process.name: sum(_ticks(pid) for pid in (process.popen.pid, *children(process.popen.pid))) / ticks
        for process in stack.processes
    }


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def measure_latencies(folder: Path, workers: int, seconds: float, results: LoadResults) -> None:
    """Measure accepting, reading, answering from the cache, and completion at a sustained load."""
    articles = SyntheticNews()
    rate = SUSTAINED_SHARE * results.capacity[workers]
    with running_product(folder, workers) as (stack, client):
        caller = HttpCaller(stack.url)
        results.accepts = run_open_loop(
            rate, seconds, lambda number: caller.call("POST", "/v1/articles", articles(number))
        )
        wait_until_idle(client)
        ids = [
            answer.body["id"] for answer in results.accepts.answers if answer.status == HTTPStatus.ACCEPTED
        ]
        results.reads = run_open_loop(
            100, 10, lambda number: caller.call("GET", f"/v1/articles/{ids[number % len(ids)]}")
        )
        results.repeats = run_open_loop(
            50, 10, lambda number: caller.call("POST", "/v1/articles", articles(number % len(ids)))
        )
        for identifier in ids:
            article = caller.call("GET", f"/v1/articles/{identifier}").body
            created, completed = (
                datetime.fromisoformat(article[f"{name}_at"]) for name in ("created", "completed")
            )
            results.completion_times.seconds.append((completed - created).total_seconds())


def measure_overload(folder: Path, workers: int, seconds: float, results: LoadResults) -> None:
    """Measure submissions and reads at three times the capacity against a small queue."""
    articles = SyntheticNews()
    rate = results.capacity[workers]
    limit = max(MIN_QUEUE, int(QUEUE_SECONDS * rate))
    with running_product(folder, workers, NUTGRAF_MAX_QUEUE=str(limit)) as (stack, client):
        caller = HttpCaller(stack.url)
        read = backlog(stack, articles, 20)
        wait_until_idle(client)

        def request(number: int) -> TimedResponse:
            """Read with odd numbers, submit with even ones."""
            if number % 2:
                return caller.call("GET", f"/v1/articles/{read[number % len(read)]}")
            return caller.call("POST", "/v1/articles", articles(1000 + number))

        mixed = run_open_loop(2 * OVERLOAD * rate, seconds, request)
        submitted, reads = ResponseTimes(), ResponseTimes()
        for answer in mixed.answers:
            kind = reads if answer.body and answer.body.get("id") in read else submitted
            kind.statuses[answer.status] += 1
            kind.seconds.append(answer.seconds)
        refused = [answer for answer in mixed.answers if answer.status == HTTPStatus.SERVICE_UNAVAILABLE]
        recovery = wait_until_idle(client)
        again = caller.call("POST", "/v1/articles", articles(10**6))
        ids = [answer.body["id"] for answer in mixed.answers if answer.status == HTTPStatus.ACCEPTED]
        states = [caller.call("GET", f"/v1/articles/{identifier}").body["status"] for identifier in ids]
        results.overload = Overload(
            limit, submitted, reads,
            sum("Retry-After" not in answer.headers for answer in refused),
            recovery,
            sum(state != "completed" for state in states) + (again.status != HTTPStatus.ACCEPTED),
        )  # fmt: skip
