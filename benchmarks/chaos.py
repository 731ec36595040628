"""``make chaos``: accept thousands of articles while everything is broken on purpose, and count what is lost.

Real gunicorn, Celery and redis-server processes; a stand-in takes the place of the models, so that the queue
and not the encoder is what is tested. Everything runs on loopback, in bounded time.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import redis

from benchmarks.faults import Faults
from benchmarks.machine import describe_machine
from deploy.stack import Stack
from terminal.client import Client, ClientError
from tests.standin import POISON, SLOW

LEASE_SECONDS = 3.0
PATIENCE_SECONDS = 120.0
SUBMITTERS = 6
PORTION = 20
KNOBS = {
    "NUTGRAF_LEASE_SECONDS": str(LEASE_SECONDS),
    "NUTGRAF_LOG_LEVEL": "warning",
    "NUTGRAF_WORKER_CHILDREN": "2",
    "NUTGRAF_PROCESSES": "2",
    "NUTGRAF_EVENTS_KEPT": "100000",
}


@dataclass
class Findings:
    """What one run of the suite found; times in seconds."""

    accepted: int = 0
    completed: int = 0
    lost: list[str] = field(default_factory=list)
    events: Counter[int] = field(default_factory=Counter)
    sent_again: int = 0
    leases_lost: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


@contextmanager
def rig(folder: Path, **knobs: str) -> Iterator[Stack]:
    """Two API processes and two workers with stand-ins, ready."""
    with Stack(folder, worker_app="tests.standin_worker", knobs={**KNOBS, **knobs}) as stack:
        stack.start_redis()
        stack.start_api()
        stack.start_worker("worker-a")
        stack.start_worker("worker-b")
        stack.wait_until_ready()
        yield stack


def submit_under_fire(url: str, count: int, portion: int = 1) -> list[str]:
    """Submit so many different articles from several threads until all are accepted; gives their ids.

    A portion travels as one request under one idempotency key, and is repeated until every item of it is in.
    """

    def submit(first: int) -> list[str]:
        articles = [
            {"text": f"Report number {number} says that the harbour wall of Arlesund still stands."}
            for number in range(first, min(first + portion, count))
        ]
        deadline, tries = time.monotonic() + PATIENCE_SECONDS, 0
        while True:
            try:
                return _accepted(Client(url), articles, f"chaos-{first}-{tries}")
            except RefusedItemsError as error:
                # A new key: the first answer, refusals and all, belongs to the old one for good.
                articles, tries = error.articles, tries + 1
                error.keep(kept.setdefault(first, []))
            except ClientError:
                if time.monotonic() > deadline:
                    raise
            time.sleep(0.1)

    kept: dict[int, list[str]] = {}
    with ThreadPoolExecutor(SUBMITTERS) as pool:
        last = list(pool.map(submit, range(0, count, portion)))
    return [identifier for ids in (*kept.values(), *last) for identifier in ids]


class RefusedItemsError(Exception):
    """Some articles of a batch were refused for the moment; the others are in."""

    def __init__(self, articles: list[dict[str, str]], accepted: list[str]) -> None:
        super().__init__(len(articles))
        self.articles = articles
        self._accepted = accepted

    def keep(self, ids: list[str]) -> None:
        """Add the ids of those that are in."""
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


def settle(client: redis.Redis, meanwhile: Callable[[], None] = lambda: None) -> None:
    """Wait until nothing is unfinished, or the patience is over."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and (client.zcard("ng:queued") or client.zcard("ng:leased")):
        meanwhile()
        time.sleep(0.1)


def examine(client: redis.Redis, ids: list[str]) -> Findings:
    """Look at every accepted article: is it completed, and was that said exactly once."""
    found = Findings(accepted=len(ids))
    said: Counter[str] = Counter()
    for _, event in client.xrange("ng:events"):
        if event[b"type"] == b"article.completed":
            said[event[b"subject"].decode()] += 1
    for identifier in ids:
        if client.hget(f"ng:article:{identifier}", "status") == b"completed":
            found.completed += 1
        else:
            found.lost.append(identifier)
        found.events[said[identifier]] += 1
    found.sent_again = int(client.hget("ng:queue", "sent_again") or 0)
    found.leases_lost = int(client.hget("ng:queue", "leases_lost") or 0)
    return found


def bombard(folder: Path, count: int, seed: int, pause: float = 1.5, portion: int = 1) -> Findings:
    """Accept ``count`` articles while one fault after the other strikes, then see what became of them."""
    with rig(folder) as stack:
        faults = Faults(stack, random.Random(seed))
        over = threading.Event()
        began = time.monotonic()
        striking = threading.Thread(target=faults.strike_until, args=(over, pause))
        striking.start()
        try:
            ids = submit_under_fire(stack.url, count, portion)
        finally:
            over.set()
            striking.join()
        client = redis.Redis.from_url(stack.start_redis())
        settle(client, meanwhile=faults.revive)
        found = examine(client, ids)
        found.faults = faults.struck
        found.seconds = time.monotonic() - began
        client.close()
    return found


def undisturbed(folder: Path, count: int) -> Findings:
    """The same without faults: how often is a nudge sent again that was never lost."""
    with rig(folder) as stack:
        began = time.monotonic()
        ids = submit_under_fire(stack.url, count)
        client = redis.Redis.from_url(stack.start_redis())
        settle(client)
        found = examine(client, ids)
        found.seconds = time.monotonic() - began
        client.close()
    return found


def recovery(folder: Path) -> float:
    """Seconds from a worker's death in the middle of an article until another has completed it.

    Beyond the lease it contains the article's own second.
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
            if article["attempts"] > 1:  # else the other worker had it
                break
            stack.processes.remove(victim)
            stack.start_worker(victim.name)
            stack.wait_until_ready()
        return time.monotonic() - died


def poison(folder: Path) -> tuple[str, int, float]:
    """What becomes of an article that kills its worker, its attempts, and how long an innocent one waited."""
    with rig(folder) as stack:
        client = Client(stack.url)
        bad = client.submit({"text": f"{POISON} The harbour wall of Arlesund still stands today."})
        began = time.monotonic()
        good = client.submit({"text": "The harbour wall of Arlesund still stands, and nobody died today."})
        client.finished(good["id"], PATIENCE_SECONDS)
        waited = time.monotonic() - began
        ended = client.finished(bad["id"], PATIENCE_SECONDS)
        return str((ended["error"] or {}).get("type")), int(ended["attempts"]), waited


def growth(folder: Path, count: int, portions: int) -> list[tuple[int, int, int]]:
    """Articles so far, keys and bytes in Redis, after each portion has expired."""
    short = {f"NUTGRAF_{name}_TTL_SECONDS": "2" for name in ("ARTICLE", "TOMBSTONE", "CACHE", "IDEMPOTENCY")}
    rows = []
    with rig(folder, NUTGRAF_EVENTS_KEPT="1000", **short) as stack:
        client = redis.Redis.from_url(stack.start_redis())
        for portion in range(1, portions + 1):
            submit_portion(stack.url, portion, count // portions)
            settle(client)
            time.sleep(6)
            client.execute_command("MEMORY", "PURGE")
            rows.append(
                (portion * count // portions, int(client.dbsize()), int(client.info("memory")["used_memory"]))
            )
        client.close()
    return rows


def submit_portion(url: str, portion: int, count: int) -> None:
    """Submit one portion of different articles in batches of a hundred."""
    client = Client(url)
    for start in range(0, count, 100):
        articles = [
            {"text": f"Report {portion}/{start + n} says that the harbour wall of Arlesund stands."}
            for n in range(100)
        ]
        client.call("POST", "/v1/articles/batch", {"articles": articles})


def report(disturbed: Findings, calm: Findings, recovered: float, poisoned: tuple[str, int, float],
           rows: list[tuple[int, int, int]]) -> str:  # fmt: skip
    """The page that ``benchmarks/CHAOS.md`` holds."""
    kind, attempts, waited = poisoned
    lines = [
        "# Chaos",
        "",
        f"Written by `make chaos` on {datetime.now(UTC):%Y-%m-%d}; {describe_machine()}.",
        f"Two API processes, two workers of two children, a private Redis; leases of {LEASE_SECONDS:g} s.",
        "",
        "| | under faults | undisturbed |",
        "| --- | --- | --- |",
        f"| accepted | {disturbed.accepted} | {calm.accepted} |",
        f"| completed | {disturbed.completed} | {calm.completed} |",
        f"| lost | {len(disturbed.lost)} | {len(calm.lost)} |",
        f"| completion events per article | {_events(disturbed)} | {_events(calm)} |",
        f"| nudges sent again | {disturbed.sent_again} | {calm.sent_again} |",
        f"| leases that ran out | {disturbed.leases_lost} | {calm.leases_lost} |",
        f"| seconds | {disturbed.seconds:.0f} | {calm.seconds:.0f} |",
        "",
        "Faults: " + ", ".join(f"{name} {times}×" for name, times in sorted(disturbed.faults.items())) + ".",
        "",
        f"- A worker killed in the middle of an article: another completed it {recovered:.1f} s later,",
        f"  a lease of {LEASE_SECONDS:g} s and the article's own second among them.",
        f"- An article that kills its worker: `{kind}` after {attempts} attempts; the next: {waited:.1f} s.",
        "",
        "With every lifetime at 2 s, after each portion has expired:",
        "",
        "| articles so far | keys | MiB in Redis |",
        "| --- | --- | --- |",
        *(f"| {count} | {keys} | {used / 2**20:.1f} |" for count, keys, used in rows),
        "",
    ]
    return "\n".join(lines)


def _events(found: Findings) -> str:
    return ", ".join(f"{times}: {articles}" for times, articles in sorted(found.events.items()))


def main() -> int:
    """Run everything, print the page, and fail when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--growth", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="nutgraf-chaos-"))
    disturbed = bombard(folder / "faults", options.articles, options.seed, portion=PORTION)
    calm = undisturbed(folder / "calm", max(100, options.articles // 5))
    recovered = recovery(folder / "recovery")
    poisoned = poison(folder / "poison")
    rows = growth(folder / "growth", options.growth, 4)
    page = report(disturbed, calm, recovered, poisoned, rows)
    Path(__file__).with_name("CHAOS.md").write_text(page)
    print(page)
    kept = not disturbed.lost and not calm.lost and set(disturbed.events) == {1}
    return 0 if kept and poisoned[0] == "worker_lost" and recovered <= LEASE_SECONDS + 1 + 2 else 1


if __name__ == "__main__":
    sys.exit(main())
