"""Scenarios of fault injection.

Real processes run on loopback. A stub takes the place of the models, so that the queue is tested.
"""

from __future__ import annotations

import itertools
import random
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import redis

from benchmarks.chaos.faults import Faults, wrong_clock
from benchmarks.chaos.outcomes import ChaosOutcome, count_outcomes, wait_until_idle
from dev.stack import Stack
from nutgraf.cli.http_client import Client, ClientError
from tests.support.stub_analyser import POISON, SLOW

LEASE_SECONDS = 3.0
PATIENCE_SECONDS = 120.0
SUBMITTERS = 6
KNOBS = {
    "NUTGRAF_LEASE_SECONDS": str(LEASE_SECONDS),
    "NUTGRAF_LOG_LEVEL": "warning",
    "NUTGRAF_WORKER_CHILDREN": "2",
    "NUTGRAF_PROCESSES": "2",
    "NUTGRAF_EVENTS_KEPT": "100000",
}


@contextmanager
def rig(folder: Path, **knobs: str) -> Iterator[Stack]:
    """Yield a stack of two API processes and two workers with stub analysers, once it is ready."""
    with Stack(folder, worker_app="tests.support.stub_worker", knobs={**KNOBS, **knobs}) as stack:
        stack.start_redis()
        stack.start_api()
        stack.start_worker("worker-a")
        stack.start_worker("worker-b")
        stack.wait_until_ready()
        yield stack


def submit_under_fire(url: str, numbers: range, portion: int = 1) -> list[str]:
    """Submit an article for each number from several threads until all are accepted, and return their ids.

    A portion is one request under one idempotency key, repeated until every article of it is accepted.
    """

    def submit(first: int) -> list[str]:
        articles = [
            {"text": f"Report number {number} says that the harbour wall of Arlesund still stands."}
            for number in range(first, min(first + portion, numbers.stop))
        ]
        deadline, tries = time.monotonic() + PATIENCE_SECONDS, 0
        while True:
            try:
                return _accepted(Client(url), articles, f"chaos-{first}-{tries}")
            except RefusedItemsError as error:
                # The old key would replay the first answer with its refusals.
                articles, tries = error.articles, tries + 1
                error.keep(kept.setdefault(first, []))
            except ClientError:
                if time.monotonic() > deadline:
                    raise
            time.sleep(0.1)

    kept: dict[int, list[str]] = {}
    with ThreadPoolExecutor(SUBMITTERS) as pool:
        last = list(pool.map(submit, range(numbers.start, numbers.stop, portion)))
    return [identifier for ids in (*kept.values(), *last) for identifier in ids]


class RefusedItemsError(Exception):
    """Some articles of a batch were refused for now; the others were accepted."""

    def __init__(self, articles: list[dict[str, str]], accepted: list[str]) -> None:
        super().__init__(len(articles))
        self.articles = articles
        self._accepted = accepted

    def keep(self, ids: list[str]) -> None:
        """Add the ids of the accepted articles."""
        ids.extend(self._accepted)


def _accepted(client: Client, articles: list[dict[str, str]], key: str) -> list[str]:
    if len(articles) == 1:
        return [str(client.submit(articles[0], **{"Idempotency-Key": key})["id"])]
    answer = client.call("POST", "/v1/articles/batch", {"articles": articles}, **{"Idempotency-Key": key})
    ids = [str(item["article"]["id"]) for item in answer["items"] if item["article"]]
    refused = [articles[item["index"]] for item in answer["items"] if item["problem"]]
    if refused:
        raise RefusedItemsError(refused, ids)
    return ids


def bombard(  # noqa: PLR0913 - all but two by name
    folder: Path, count: int, *, seed: int, pause: float = 1.5, portion: int = 1, rounds: int = 1
) -> ChaosOutcome:
    """Accept ``count`` articles while faults are injected, and count the outcomes.

    Each round begins with its share of the articles, and ends when every kind of fault was injected.
    """
    clock = folder / "clock"
    with rig(folder, **wrong_clock(clock)) as stack:
        faults = Faults(stack, random.Random(seed), clock)
        over = threading.Event()
        began = time.monotonic()
        striking = threading.Thread(target=faults.strike_until, args=(over, pause))
        striking.start()
        try:
            ids: list[str] = []
            for number in range(rounds):
                while faults.rounds < number and striking.is_alive():
                    time.sleep(0.1)
                share = range(count * number // rounds, count * (number + 1) // rounds)
                ids += submit_under_fire(stack.url, share, portion)
        finally:
            over.set()
            striking.join()
        client = redis.Redis.from_url(stack.start_redis())
        rest = wait_until_idle(client, meanwhile=faults.revive)
        found = count_outcomes(client, ids)
        found.faults, found.rest = faults.struck, rest
        found.seconds = time.monotonic() - began
        client.close()
    return found


def run_without_faults(folder: Path, count: int) -> ChaosOutcome:
    """Accept articles without faults, to count the nudges that are sent again needlessly."""
    with rig(folder) as stack:
        began = time.monotonic()
        ids = submit_under_fire(stack.url, range(count))
        client = redis.Redis.from_url(stack.start_redis())
        rest = wait_until_idle(client)
        found = count_outcomes(client, ids)
        found.rest = rest
        found.seconds = time.monotonic() - began
        client.close()
    return found


def measure_recovery(folder: Path) -> float:
    """Return the seconds from a worker's death during an analysis until another has completed the article.

    They include the lease, and one second of the article's own analysis.
    """
    with rig(folder) as stack:
        client = Client(stack.url)
        for number in itertools.count():
            victim = next(process for process in stack.processes if process.name.startswith("worker"))
            text = f"{SLOW} The harbour wall of Arlesund still stands on day {number}."
            accepted = client.submit({"text": text})
            while client.call("GET", f"/v1/articles/{accepted['id']}")["status"] != "processing":
                time.sleep(0.02)
            victim.kill()
            died = time.monotonic()
            article = client.finished(accepted["id"], PATIENCE_SECONDS)
            if article["status"] != "completed":
                raise AssertionError(f"the article was {article['status']}")
            if article["attempts"] > 1:  # otherwise the other worker had claimed it
                break
            stack.processes.remove(victim)
            stack.start_worker(victim.name)
            stack.wait_until_ready()
        return time.monotonic() - died


def measure_poison(folder: Path) -> tuple[str, int, float]:
    """Submit an article that kills its worker.

    Returns:
        Its problem type, its number of attempts, and the seconds that the next article waited.
    """
    with rig(folder) as stack:
        client = Client(stack.url)
        bad = client.submit({"text": f"{POISON} The harbour wall of Arlesund still stands today."})
        began = time.monotonic()
        good = client.submit({"text": "The harbour wall of Arlesund still stands, and nobody died today."})
        client.finished(good["id"], PATIENCE_SECONDS)
        waited = time.monotonic() - began
        ended = client.finished(bad["id"], PATIENCE_SECONDS)
        return str((ended["error"] or {}).get("type")), int(ended["attempts"]), waited


@dataclass(frozen=True, slots=True)
class StorageGrowth:
    """Keys and bytes in Redis after ``articles`` have expired; ``listed`` is the tenant's list in bytes."""

    articles: int
    keys: int
    used: int
    listed: int


def measure_growth(folder: Path, count: int, portions: int) -> list[StorageGrowth]:
    """Measure Redis after each portion of articles has expired."""
    short = {f"NUTGRAF_{name}_TTL_SECONDS": "2" for name in ("ARTICLE", "TOMBSTONE", "CACHE", "IDEMPOTENCY")}
    short["NUTGRAF_STORY_WINDOW_SECONDS"] = "2"
    rows = []
    with rig(folder, NUTGRAF_EVENTS_KEPT="1000", **short) as stack:
        client = redis.Redis.from_url(stack.start_redis())
        for portion in range(1, portions + 1):
            submit_portion(stack.url, portion, count // portions)
            wait_until_idle(client)
            time.sleep(6)
            client.execute_command("MEMORY", "PURGE")
            used = int(client.info("memory")["used_memory"])
            listed = int(client.memory_usage("ng:index:default:all", samples=0) or 0)
            rows.append(StorageGrowth(portion * count // portions, int(client.dbsize()), used, listed))
        client.close()
    return rows


def submit_portion(url: str, portion: int, count: int) -> None:
    """Submit a portion of different articles in batches of 100."""
    client = Client(url)
    for start in range(0, count, 100):
        articles = [
            {"text": f"Report {portion}/{start + n} says that the harbour wall of Arlesund stands."}
            for n in range(100)
        ]
        client.call("POST", "/v1/articles/batch", {"articles": articles})
