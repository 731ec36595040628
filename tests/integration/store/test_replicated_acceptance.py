"""Articles that count as accepted once a replica has them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import redis

from dev.processes import free_port
from dev.redis_server import start_redis
from nutgraf.settings import Settings
from nutgraf.store import Store, StoreUnavailableError
from tests.conftest import submission

WAIT_SECONDS = 0.3


class Replica:
    """A replica of the tests' Redis that can be stopped and continued."""

    def __init__(self, folder: Path, master: str) -> None:
        self.port = free_port()
        host, port = master.split("/")[2].split(":")
        self.process = start_redis(folder, self.port, "--replicaof", host, port)

    def send(self, number: signal.Signals) -> None:
        os.kill(self.process.popen.pid, number)

    def has(self, article: str) -> bool:
        with redis.Redis(port=self.port) as client:
            return bool(client.exists(f"ng:article:{article}"))


@pytest.fixture
def replica(redis_url: str, client: redis.Redis, tmp_path: Path) -> Iterator[Replica]:
    client.config_set("repl-diskless-sync-delay", "0")
    replica = Replica(tmp_path, redis_url)
    wait_for_link(client)
    yield replica
    replica.process.kill()


def wait_for_link(client: redis.Redis) -> None:
    deadline = time.monotonic() + 20
    while not client.wait(1, 100):
        assert time.monotonic() < deadline


@pytest.fixture
def careful(settings: Settings) -> Iterator[Store]:
    store = Store(replace(settings, accept_replicas=1, accept_replica_seconds=WAIT_SECONDS))
    yield store
    store.close()


def test_an_accepted_article_is_on_the_replica(replica: Replica, careful: Store) -> None:
    for number in range(20):
        accepted = careful.articles.accept(submission(f"Report {number} of the harbour wall."), None)
        assert accepted.nudge
        assert replica.has(accepted.id)


def test_an_article_that_no_replica_has_is_not_accepted_until_one_has(
    replica: Replica, careful: Store, client: redis.Redis
) -> None:
    known = careful.articles.accept(submission(), None).id
    identifier = known[:-1] + ("0" if known[-1] != "0" else "1")
    other = submission("Another report of the harbour wall.")
    replica.send(signal.SIGSTOP)
    began = time.monotonic()
    for _ in range(2):
        with pytest.raises(StoreUnavailableError, match="replicas"):
            careful.articles.accept(other, None, identifier)
    assert time.monotonic() - began < 2 * WAIT_SECONDS + 2
    replica.send(signal.SIGCONT)
    wait_for_link(client)
    assert careful.articles.accept(other, None, identifier).nudge
    assert replica.has(identifier)
    assert client.zcard("ng:queued") == 2


def test_without_the_setting_no_replica_is_waited_for(replica: Replica, store: Store) -> None:
    replica.send(signal.SIGSTOP)
    assert store.articles.accept(submission(), None).nudge
    replica.send(signal.SIGCONT)


def test_a_master_that_must_have_replicas_refuses_and_reads_go_on(store: Store, client: redis.Redis) -> None:
    kept = store.articles.accept(submission(), None).id
    secret, _ = store.keys.create("default", ("read",))
    client.config_set("min-replicas-to-write", "1")
    try:
        with pytest.raises(StoreUnavailableError):
            store.articles.accept(submission("Another report of the harbour wall."), None)
        assert store.gate.authorize(secret, "read", "read", 1, kept).record is not None
    finally:
        client.config_set("min-replicas-to-write", "0")
    assert client.zcard("ng:queued") == 1
