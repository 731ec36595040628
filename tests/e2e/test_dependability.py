"""Two API processes, two workers, and what goes wrong between them."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import redis

from benchmarks.chaos.faults import children
from benchmarks.chaos.scenarios import LEASE_SECONDS, bombard, rig, submit_under_fire
from dev.stack import Stack
from nutgraf.cli.http_client import Client
from tests.conftest import TEXT
from tests.support.redis_reads import sorted_set
from tests.support.stub_analyser import HANGING, POISON, SLOW


def test_two_hundred_fresh_ids_are_never_unknown(standins: Stack) -> None:
    ids = submit_under_fire(standins.url, range(200))
    client = Client(standins.url)
    for identifier in ids:
        assert client.call("GET", f"/v1/articles/{identifier}")["id"] == identifier
    assert {client.finished(identifier, 60)["status"] for identifier in ids} == {"completed"}


def test_an_article_survives_the_death_of_the_child_that_works_on_it(standins: Stack) -> None:
    client = Client(standins.url)
    accepted = client.submit({"text": f"{SLOW} {TEXT} A child dies."})
    while client.call("GET", f"/v1/articles/{accepted['id']}")["status"] != "processing":
        time.sleep(0.02)
    for process in standins.processes:
        if process.name.startswith("worker"):
            for child in children(process.popen.pid):
                os.kill(child, signal.SIGKILL)
    killed = time.monotonic()
    article = client.finished(accepted["id"], 60)
    assert (article["status"], article["attempts"]) == ("completed", 2)
    # The lease, two seconds, the article's own second, and one for the new child to start.
    assert time.monotonic() - killed < LEASE_SECONDS + 2 + 1 + 1


def test_a_poison_article_fails_and_its_neighbours_do_not(standins: Stack) -> None:
    client = Client(standins.url)
    bad = client.submit({"text": f"{POISON} {TEXT}"})
    good = [client.submit({"text": f"{TEXT} Neighbour number {number}."}) for number in range(20)]
    assert {client.finished(article["id"], 60)["status"] for article in good} == {"completed"}
    ended = client.finished(bad["id"], 60)
    assert (ended["status"], ended["error"]["type"], ended["attempts"]) == ("failed", "worker_lost", 3)


def test_an_article_that_hangs_is_interrupted(standins: Stack) -> None:
    client = Client(standins.url)
    ended = client.finished(client.submit({"text": f"{HANGING} {TEXT}"})["id"], 60)
    assert (ended["status"], ended["error"]["type"], ended["attempts"]) == ("failed", "analysis_timeout", 1)


def test_a_worker_asked_to_stop_finishes_what_it_holds(folder: Path) -> None:
    with rig(folder / "stopping") as stack:
        client = Client(stack.url)
        slow = [client.submit({"text": f"{SLOW} {TEXT} Number {number}."})["id"] for number in range(6)]
        while client.call("GET", f"/v1/articles/{slow[0]}")["status"] == "queued":
            time.sleep(0.02)
        workers = [process for process in stack.processes if process.name.startswith("worker")]
        began = time.monotonic()
        for worker in workers:
            worker.popen.send_signal(signal.SIGTERM)
        for worker in workers:
            worker.popen.wait(20)
            stack.processes.remove(worker)
        assert time.monotonic() - began < 15
        assert all(client.call("GET", f"/v1/articles/{one}")["status"] != "processing" for one in slow)
        stack.start_worker("worker-c")
        articles = [client.finished(identifier, 60) for identifier in slow]
    assert {(article["status"], article["attempts"]) for article in articles} == {("completed", 1)}


def test_nothing_is_lost_and_nothing_told_twice_under_faults(folder: Path) -> None:
    found = bombard(folder / "chaos", 300, seed=3, pause=0.5)
    assert found.lost == []
    assert found.completed == found.accepted == 300
    assert dict(found.events) == {1: 300}
    assert sum(found.faults.values()) > 0


def test_every_key_has_a_lifetime_or_an_owner(standins: Stack) -> None:
    submit_under_fire(standins.url, range(10))
    client = redis.Redis.from_url(standins.start_redis())
    owned = {
        b"ng:queued", b"ng:leased",  # an article leaves them when it is finished
        b"ng:pace",  # a handful of counters
        b"ng:room",  # the same
        b"ng:waiting", b"ng:unfinished",  # as the queue
        b"ng:nudges", b"ng:turns",  # a sweep removes them when nothing waits
        b"ng:workers",  # every heartbeat removes the dead
        b"ng:events",  # capped by its length
        b"ng:stories:tenants", b"ng:stories:waiting:default",  # grouping empties them
        b"ng:stories:changed", b"ng:stories:telling",  # a story leaves them when it is told
    }  # fmt: skip
    immortal = {key for key in client.scan_iter() if client.ttl(key) == -1}
    unowned = {key for key in immortal if key not in owned and not key.startswith((b"ng:broker:", b"_kombu"))}
    unfinished = {
        b"ng:article:" + member for name in ("ng:queued", "ng:leased") for member in sorted_set(client, name)
    }
    assert unowned - unfinished == set()
    client.close()
